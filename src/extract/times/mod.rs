//! Finds expressions of time and reads them on the calendar, as TIMEX3 (TimeML 1.2.1).
//!
//! The files that find (`calendar`, `clock`, `relative`, `period`, `duration`, `sets`) say what the words mean, as a
//! [`meaning::Meaning`]; `resolve` lays the calendar beside it, with `tense` telling whether the words look back or ahead.

mod calendar;
mod choose;
mod clock;
mod duration;
mod meaning;
mod period;
mod point;
mod relative;
mod resolve;
mod sets;
mod tense;
mod years;

use crate::{
    date::Weekday,
    document::{Document, TokenKind},
    extract::{cursor::Cursor, numbers},
    lexicon::time::{self, DAY_PARTS, OPENINGS, TimeUnit},
    time::TimeExpression,
    word::is_one_of,
};

use meaning::{Anchor, Clock, Found, Meaning};
use resolve::Resolver;

/// The times of a document, in order.
#[must_use]
pub fn find(document: &Document) -> Vec<TimeExpression> {
    let mut resolver = Resolver::new(document);
    let mut times: Vec<TimeExpression> = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let mut cursor = Cursor::new(document, at, sentence.tokens.end);
            if !may_begin(&cursor) {
                at += 1;
                continue;
            }
            let found = expression(&mut cursor);
            at = if found.is_empty() { at + 1 } else { cursor.at.max(at + 1) };
            for found in found {
                if let Some(time) = resolver.resolve(&found, index, &sentence.tokens)
                    && times.last().is_none_or(|last| last.span.end <= time.span.start)
                    && !time.value.is_empty()
                {
                    times.push(time);
                }
            }
        }
    }
    times
}

/// Whether the token may begin an expression: a quick answer that spares most words the rules.
fn may_begin(cursor: &Cursor<'_>) -> bool {
    // An article is as good as what follows it.
    let mut ahead = *cursor;
    ahead.accept("the a an");
    // Of the marks only an apostrophe does: ’90s.
    let mark = cursor.is(TokenKind::Punctuation) && !cursor.is_word("' ’");
    !mark && may_count(&ahead)
}

/// Whether the token may begin an expression without its article.
fn may_count(cursor: &Cursor<'_>) -> bool {
    let word = cursor.word();
    let plain = cursor.is(TokenKind::Word) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    !plain || OPENINGS.contains(word)
}

/// The expressions that begin at the cursor; it ends up behind them.
fn expression(cursor: &mut Cursor<'_>) -> Vec<Found> {
    if let Some(found) = sets::set(cursor) {
        return vec![found];
    }
    if let Some(found) = clock_first(cursor) {
        return vec![found];
    }
    if let Some(found) = clock_range(cursor) {
        return found;
    }
    if let Some(found) = early_hours(cursor) {
        return vec![found];
    }
    let start = cursor.at;
    let mut ahead = *cursor;
    let bounded = bound(&mut ahead);
    if let Some(mut found) = core(&mut ahead) {
        if bounded && let Some(first) = found.first_mut() {
            first.start = start;
            first.approximate = true;
        }
        *cursor = ahead;
        return found;
    }
    if bounded { core(cursor).unwrap_or_default() } else { Vec::new() }
}

/// A date with what follows it, a duration, or a word such as `now`.
fn core(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let mut ahead = *cursor;
    let dated = period::period(&mut ahead)
        .map(|found| vec![found])
        .or_else(|| calendar::dates(&mut ahead))
        .or_else(|| relative::relative(&mut ahead).map(|found| vec![found]));
    if let Some(mut found) = dated {
        if let Some(last) = found.last_mut() {
            time_after(&mut ahead, last);
            last.end = ahead.at;
        }
        *cursor = ahead;
        return Some(found);
    }
    if let Some(found) = day_of_month(cursor) {
        return Some(vec![found]);
    }
    duration::duration(cursor)
        .or_else(|| weekend(cursor))
        .or_else(|| relative::reference(cursor))
        .map(|found| vec![found])
}

/// `on the 18th`, `the 15th day of next month`, `the 21st this month`: a day of a month that is not named.
fn day_of_month(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let the = ahead.accept("the");
    let figures = ahead.word().starts_with(|first: char| first.is_ascii_digit());
    if !(the || figures && cursor.is_back(1, "on")) {
        return None;
    }
    let day = numbers::ordinal(&mut ahead).filter(|day| (1..=31).contains(day))?;
    let mut month = ahead;
    month.accept("day");
    let of = month.accept("of");
    let shift = match month.word() {
        "this" => Some(0),
        "the" if of => Some(0),
        "next" => Some(1),
        "last" => Some(-1),
        _ => None,
    };
    if shift.is_some() && month.is_ahead(1, "month") {
        month.skip(2);
        *cursor = month;
        return Some(Found::new(start, month.at, Meaning::DayOfMonth { day, weekday: None, shift }));
    }
    if !figures || !cursor.is_back(1, "on until by since") {
        return None;
    }
    let goes_on = ahead.at < ahead.end && ahead.is(TokenKind::Word) && !ahead.is_word("at and to with for");
    if goes_on {
        return None;
    }
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::DayOfMonth { day, weekday: None, shift: None }))
}

/// Steps over what makes a date inexact or names a part of it: `early`, `late`, `mid-`, `earlier`, `the end of`.
fn bound(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let the = ahead.accept("the");
    let ends = "end start beginning middle close turn rest remainder eve";
    if ahead.accept(ends) && ahead.accept("of") {
        ahead.accept("the");
        if ahead.is_back(1, "the") && ahead.is_word("year month week decade century day") {
            // "the end of the year" begins at "the year", which the words before make a date.
            ahead.at -= 1;
        } else if ahead.is_back(1, "the") {
            ahead.at -= 1;
        }
        *cursor = ahead;
        return true;
    }
    if the {
        ahead = *cursor;
    }
    if ahead.accept("early late mid earlier later") {
        let hyphen = ahead.accept_hyphen();
        let in_between = !hyphen && ahead.accept("in on");
        let sound = !in_between || cursor.is_word("earlier later early late");
        if sound && !ahead.word().is_empty() {
            *cursor = ahead;
            return true;
        }
    }
    false
}

/// `9 a.m. Tuesday`, `15:00 GMT on Saturday`, `noon`, `5 p.m. EST, Nov. 6`.
fn clock_first(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let clock = clock::clock(&mut ahead)?;
    let mut found = Found { clock: Some(clock), ..Found::new(start, ahead.at, Meaning::Clock) };
    let mut after = ahead;
    after.accept(",");
    after.accept("on of in");
    after.accept("the");
    if DAY_PARTS.get(after.word()).is_some() && after.is_back(1, "the") {
        after.skip(1);
        ahead = after;
    } else {
        after = ahead;
        after.accept(",");
        after.accept("on of");
    }
    let date = calendar::dates(&mut after).filter(|dates| dates.len() == 1).and_then(|mut dates| dates.pop());
    let date = date.or_else(|| relative::relative(&mut after)).filter(|date| {
        matches!(
            date.meaning,
            Meaning::Day { .. }
                | Meaning::Weekday { .. }
                | Meaning::Holiday { .. }
                | Meaning::Numeric { .. }
                | Meaning::Current { unit: TimeUnit::Day, .. }
        )
    });
    if let Some(date) = date {
        found.meaning = date.meaning;
        ahead = after;
    }
    found.end = ahead.at;
    *cursor = ahead;
    Some(found)
}

/// `the early hours of Sunday`, `the small hours of 5 January`.
fn early_hours(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    if !(ahead.accept("early small wee") && ahead.accept("hours") && ahead.accept("of on")) {
        return None;
    }
    let mut found = core(&mut ahead)?;
    let day = found.pop().filter(|day| found.is_empty() && day.clock.is_none())?;
    *cursor = ahead;
    let part = day.part.or(DAY_PARTS.get("morning"));
    Some(Found { start, part, ..day })
}

/// `3 to 5 p.m.`, `3-5pm`, `between 10 and 11:30 a.m.`: the first end takes its half of the day from the second.
fn clock_range(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let start = cursor.at;
    let hour: u32 = cursor.raw().parse().ok().filter(|hour| (1..=12).contains(hour))?;
    let mut ahead = *cursor;
    ahead.skip(1);
    let first = ahead.at;
    let between = cursor.is_back(1, "between");
    if !(ahead.accept_hyphen() || ahead.accept("to until till") || between && ahead.accept("and")) {
        return None;
    }
    let second = ahead.at;
    let found = clock_first(&mut ahead)?;
    let clock = found.clock?;
    let halved = (second..ahead.at).any(|token| cursor.document.is_word(token, "am a.m. a.m pm p.m. p.m"));
    if !halved {
        return None;
    }
    // "11 to 2 p.m." begins in the morning.
    let late = if clock.hour >= 12 { hour % 12 <= clock.hour % 12 } else { hour % 12 > clock.hour };
    let clock = Clock { hour: hour % 12 + if late { 12 } else { 0 }, minute: Some(0), second: None };
    *cursor = ahead;
    Some(vec![Found { clock: Some(clock), ..Found::new(start, first, found.meaning.clone()) }, found])
}

/// The time of day or part of the day after a date: `Monday night`, `Friday at 4 p.m.`, `2026-01-05T14:30`.
fn time_after(cursor: &mut Cursor<'_>, found: &mut Found) {
    let day = matches!(
        found.meaning,
        Meaning::Day { .. }
            | Meaning::Numeric { .. }
            | Meaning::DayOfWeek { .. }
            | Meaning::Weekday { .. }
            | Meaning::Holiday { .. }
            | Meaning::On(..)
            | Meaning::Current { unit: TimeUnit::Day, .. }
    );
    if !day {
        week_with_day(cursor, found);
        return;
    }
    day_named_twice(cursor, found);
    let mut ahead = *cursor;
    let comma = ahead.accept(",");
    let at = ahead.accept("at around about @");
    ahead.accept("about around approximately");
    if let Some(clock) = clock::clock(&mut ahead).filter(|_| !comma || at || !cursor.is_ahead(2, ",")) {
        found.clock = Some(clock);
        *cursor = ahead;
        return;
    }
    ahead = *cursor;
    let in_the = ahead.is_word("in") && ahead.is_ahead(1, "the") && DAY_PARTS.get(ahead.ahead(2)).is_some();
    if in_the {
        ahead.skip(2);
    }
    if let Some(part) = DAY_PARTS.get(ahead.word()).filter(|_| found.part.is_none()) {
        ahead.skip(1);
        found.part = Some(part);
        *cursor = ahead;
        let mut later = ahead;
        later.accept("at");
        if let Some(clock) = clock::clock(&mut later) {
            found.clock = Some(clock);
            *cursor = later;
        }
    }
}

/// `next week on Tuesday`, `next week Mon`: the weekday says which day of the week.
fn week_with_day(cursor: &mut Cursor<'_>, found: &mut Found) {
    let Meaning::Current { unit: TimeUnit::Week, shift, anchor: Anchor::Publication } = found.meaning else { return };
    let mut ahead = *cursor;
    ahead.accept("on");
    if let Some(weekday) = weekday(&ahead) {
        ahead.skip(1);
        found.meaning = Meaning::DayOfWeek { weekday, shift };
        *cursor = ahead;
        time_after(cursor, found);
    }
}

fn weekday(cursor: &Cursor<'_>) -> Option<Weekday> {
    time::weekday(cursor.word()).filter(|_| cursor.is_capitalized() || cursor.word().len() > 4)
}

/// `this coming Sunday, March 8`, `Tuesday of last week`: what follows says more exactly which day it is.
fn day_named_twice(cursor: &mut Cursor<'_>, found: &mut Found) {
    let Meaning::Weekday { weekday, .. } = found.meaning else { return };
    let mut ahead = *cursor;
    if ahead.accept("of") {
        let week = relative::relative(&mut ahead).map(|week| week.meaning);
        if let Some(Meaning::Current { unit: TimeUnit::Week, shift, anchor: Anchor::Publication }) = week {
            found.meaning = Meaning::DayOfWeek { weekday, shift };
            *cursor = ahead;
        }
        return;
    }
    // "Friday two weeks ago"
    if let Some(meaning) = relative::ago(&mut ahead).and_then(|ago| relative::on(weekday, &ago.meaning)) {
        found.meaning = meaning;
        *cursor = ahead;
        return;
    }
    // "on Friday week"
    if ahead.is_word("week") && (ahead.at + 1 >= ahead.end || ahead.is_ahead(1, ". , ; and but or to at for in")) {
        cursor.skip(1);
        let named = Meaning::Weekday { weekday, shift: Some(2), anchor: Anchor::Publication };
        found.meaning = Meaning::From { count: 1.0, unit: TimeUnit::Week, sign: 1, named: Box::new(named) };
        return;
    }
    ahead.accept(",");
    if let Some([Found { meaning: meaning @ Meaning::Day { .. }, .. }]) = calendar::dates(&mut ahead).as_deref() {
        found.meaning = meaning.clone();
        *cursor = ahead;
    }
}

/// `the weekend`, `the week`, `the year` where a word before it makes it a date.
fn weekend(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let the = ahead.accept("the");
    let end_of = cursor.is_back(1, "of") && cursor.is_back(2, "end");
    if !(the || end_of) {
        return None;
    }
    let unit = TimeUnit::named(ahead.word()).filter(|_| !ahead.word().ends_with('s'))?;
    let before = cursor.back(1);
    // "the end of year" and "end of month" take no article.
    let ended = is_one_of(before, "of in") && cursor.is_back(2, "end later earlier start beginning rest late early");
    let sound = match unit {
        TimeUnit::Weekend => true,
        TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => ended,
        _ => false,
    };
    if !sound {
        return None;
    }
    ahead.skip(1);
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::Current { unit, shift: 0, anchor: Anchor::Publication }))
}

#[cfg(test)]
mod tests;
