//! Finds dates that name a day, a month or a year: `January 6, 2026`, `6 January`, `2026-01-06`, `June 2025`, `2024`.

use crate::{
    date::{Date, Weekday},
    document::{Document, Tag, TokenKind},
    extract::{
        cursor::Cursor,
        numbers,
        times::{
            meaning::{Anchor, Clock, Found, Meaning, YearWord},
            years,
        },
    },
    lexicon::{
        measure::SCALES,
        time::{self, DATED_EVENTS},
    },
    word::is_one_of,
};

/// Reads the dates here; more than one for `January 4-7`.
pub(super) fn dates(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    iso(cursor)
        .or_else(|| numeric(cursor))
        .or_else(|| hyphenated(cursor))
        .or_else(|| month_first(cursor))
        .or_else(|| day_first(cursor))
        .or_else(|| weekday(cursor))
        .or_else(|| years::year_alone(cursor))
}

fn one(start: usize, end: usize, meaning: Meaning) -> Option<Vec<Found>> {
    Some(vec![Found::new(start, end, meaning)])
}

/// `2026-01-06`, `2026/01/06`; a time of day glued to it with a T is left to the clock.
fn iso(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    if !cursor.is(TokenKind::Number) {
        return None;
    }
    if cursor.raw().len() == 8 && (cursor.raw().starts_with("19") || cursor.raw().starts_with("20")) {
        let part = |range: std::ops::Range<usize>| cursor.raw().get(range)?.parse().ok();
        let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
        let year = i32::try_from(year).ok()?;
        Date::new(year, month, day)?;
        cursor.skip(1);
        return one(cursor.at - 1, cursor.at, Meaning::Day { year: YearWord::Number(year), month, day });
    }
    if cursor.raw().len() != 4 {
        return None;
    }
    let text = cursor.glued_text();
    if let Some(month) = year_month(text) {
        let (start, year) = (cursor.at, text.get(..4)?.parse().ok()?);
        cursor.skip_bytes(7).then_some(())?;
        return one(start, cursor.at, Meaning::Month { year: YearWord::Number(year), month, shift: None });
    }
    let separator = text.chars().nth(4).filter(|separator| matches!(separator, '-' | '/'))?;
    let mut parts = text.get(..10)?.split(separator);
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u32 = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
    let day: u32 = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
    Date::new(year, month, day)?;
    let start = cursor.at;
    let meaning = Meaning::Day { year: YearWord::Number(year), month, day };
    if let Some((length, clock)) = text.get(10..).and_then(iso_clock)
        // The stop that ends a sentence belongs to the zone where that may be an abbreviation.
        && (cursor.skip_bytes(10 + length) || cursor.skip_bytes(11 + length))
    {
        return Some(vec![Found { clock: Some(clock), ..Found::new(start, cursor.at, meaning) }]);
    }
    if !cursor.skip_bytes(10) {
        return None;
    }
    one(start, cursor.at, meaning)
}

/// The time of day after a date in ISO form, `T10:30`, `T10:30:00Z`, `T10:30+01:00`, and the bytes that it takes.
fn iso_clock(text: &str) -> Option<(usize, Clock)> {
    let two = |at: usize| -> Option<u32> {
        text.get(at..at + 2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
    };
    let colon = |at: usize| text.as_bytes().get(at) == Some(&b':');
    if !text.starts_with('T') || !colon(3) {
        return None;
    }
    let (hour, minute) = (two(1).filter(|hour| *hour < 24)?, two(4).filter(|minute| *minute < 60)?);
    let second = two(7).filter(|second| colon(6) && *second < 60);
    let mut length = if second.is_some() { 9 } else { 6 };
    let zone = text.get(length..)?;
    if zone.starts_with('Z') {
        length += 1;
    } else if zone.starts_with(['+', '-'])
        && colon(length + 3)
        && two(length + 1).is_some()
        && two(length + 4).is_some()
    {
        length += 6;
    }
    Some((length, Clock { hour, minute: Some(minute), second }))
}

/// The month of `2015-12`; `2011-12` is a season of two years.
fn year_month(text: &str) -> Option<u32> {
    let text = text.trim_end_matches(['.', ',', ')', ';', ':', '?', '!']);
    let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let (year, month): (u32, u32) = (year.parse().ok()?, month.parse().ok()?);
    ((1..=12).contains(&month) && month != (year + 1) % 100 && (1900..2100).contains(&year)).then_some(month)
}

/// `06/01/2026`, `1/6/26`, `6.1.2026`: which is the day may be left open.
fn numeric(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    if !cursor.is(TokenKind::Number) {
        return None;
    }
    let text = cursor.glued_text();
    let length = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'.' | b'-')).count();
    let text = text.get(..length)?.trim_end_matches(['.', '-', '/']);
    let separator = text.chars().find(|character| !character.is_ascii_digit())?;
    let parts: Vec<&str> = text.split(separator).collect();
    if text == "9/11" {
        let start = cursor.at;
        cursor.skip_bytes(text.len()).then_some(())?;
        return one(start, cursor.at, Meaning::Day { year: YearWord::Number(2001), month: 9, day: 11 });
    }
    let short = |part: &&str| (1..=2).contains(&part.len());
    if let [first, second] = parts.as_slice() {
        let sound = separator == '/' && short(first) && short(second) && is_led(cursor);
        let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
        let british = first > 12 || second <= 12 && is_british(cursor.document);
        let (month, day) = if british { (second, first) } else { (first, second) };
        // Any leap year: the day has to be one.
        Date::new(2000, month, day).filter(|_| sound)?;
        let start = cursor.at;
        let mut ahead = *cursor;
        if !ahead.skip_bytes(text.len()) || is_one_of(ahead.word(), "of a an") {
            return None;
        }
        *cursor = ahead;
        return one(start, ahead.at, Meaning::Day { year: YearWord::Unsaid, month, day });
    }
    let [first, second, year] = parts.as_slice() else { return None };
    let sound = short(first) && short(second) && (year.len() == 4 || (year.len() == 2 && separator == '/'));
    if !sound {
        return None;
    }
    let mut number: i32 = year.parse().ok()?;
    if year.len() == 2 {
        number += if number < 70 { 2000 } else { 1900 };
    }
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    let start = cursor.at;
    if Date::new(number, first, second).or(Date::new(number, second, first)).is_none() || !cursor.skip_bytes(text.len())
    {
        return None;
    }
    one(start, cursor.at, Meaning::Numeric { first, second, year: number })
}

/// Whether the words before figures such as `11/20` say that they are a date: `on`, a weekday, another such date.
fn is_led(cursor: &Cursor<'_>) -> bool {
    let before = cursor.back(1);
    let listed = is_one_of(before, ", or and") && cursor.back(3) == "/";
    // "from 10/1 to 11/7"
    let spans = is_one_of(before, "from between") && cursor.is_ahead(1, "/") && cursor.is_ahead(5, "/")
        || cursor.is_back(5, "from between") && cursor.is_back(3, "/");
    listed || spans || is_one_of(before, "on by until till before since this dated") || time::weekday(before).is_some()
}

/// Whether the day stands before the month in the article's English.
pub(super) fn is_british(document: &Document) -> bool {
    is_one_of(document.lang.as_str(), "en-GB en-AU en-IE en-NZ en-IN")
}

/// `2019-Aug-01`, `23/Sep/2020`, `Sep-23-2020`, `Dec-2018`: parts with the same separator, the month by its name.
fn hyphenated(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let text = cursor.glued_text().trim_end_matches(['.', ',']);
    let separator = text.chars().find(|character| matches!(character, '-' | '/'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let month = |part: &str| {
        let short = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        short.then(|| time::month(&part.to_ascii_lowercase())).flatten()
    };
    let number = |part: &str, width: usize| -> Option<u32> {
        (part.len() == width || (width == 2 && part.len() == 1)).then(|| part.parse().ok()).flatten()
    };
    let start = cursor.at;
    if let [name, year] = parts.as_slice() {
        // "Oct/2"
        if let Some((month, day)) = month(name).zip(number(year, 2)).filter(|_| separator == '/') {
            Date::new(2000, month, day)?;
            cursor.skip_bytes(text.len()).then_some(())?;
            return one(start, cursor.at, Meaning::Day { year: YearWord::Unsaid, month, day });
        }
        let (month, year) = (month(name)?, number(year, 4)?);
        let year = YearWord::Number(i32::try_from(year).ok()?);
        cursor.skip_bytes(text.len()).then_some(())?;
        return one(start, cursor.at, Meaning::Month { year, month, shift: None });
    }
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) =
        [(first, second, third), (first, third, second), (third, second, first), (third, first, second)]
            .into_iter()
            .find_map(|(year, name, day)| Some((number(year, 4)?, month(name)?, number(day, 2)?)))?;
    let year = i32::try_from(year).ok()?;
    Date::new(year, month, day)?;
    // The stop that ends a sentence belongs to its last word where that may be an abbreviation.
    (cursor.skip_bytes(text.len()) || cursor.skip_bytes(text.len() + 1)).then_some(())?;
    one(start, cursor.at, Meaning::Day { year: YearWord::Number(year), month, day })
}

/// A month's name here, and whether it is more than an abbreviation. The stop of an abbreviation belongs to it.
fn month_name(cursor: &mut Cursor<'_>) -> Option<(u32, bool)> {
    let word = cursor.word();
    let month = time::month(word)?;
    if is_one_of(word, "may march mar dec") && !cursor.is_capitalized() {
        return None;
    }
    let whole = word.len() > 4 || is_one_of(word, "may june july");
    cursor.skip(1);
    let mut ahead = *cursor;
    ahead.accept_stop();
    if !whole && (ahead.is(TokenKind::Number) || ahead.is_word(",")) {
        *cursor = ahead;
    }
    Some((month, whole || word.ends_with('.')))
}

/// A day of the month here: `6`, `6th`, `sixth`.
fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    if let Some(day) = numbers::ordinal(&mut ahead).filter(|day| (1..=31).contains(day)) {
        *cursor = ahead;
        return Some(day);
    }
    if !cursor.is(TokenKind::Number) || cursor.raw().len() > 2 {
        return None;
    }
    let day: u32 = cursor.raw().parse().ok().filter(|day| (1..=31).contains(day))?;
    let mut ahead = *cursor;
    ahead.skip(1);
    // "June 10:30", "May 3.5", "June 5%", "June 10 million" name no day.
    let clock = ahead.is_word(":") && ahead.document.is_glued(ahead.at + 1);
    let other = (ahead.is_glued() && (clock || ahead.is(TokenKind::Word)))
        || ahead.is(TokenKind::Symbol) && ahead.is_word("%")
        || ahead.is_word("percent a.m. p.m. am pm a.m p.m")
        || SCALES.get(ahead.word()).is_some();
    if other {
        return None;
    }
    *cursor = ahead;
    Some(day)
}

/// The year that ends a date: `, 2026`, `2026`, ` of last year`; nothing is fine, too.
fn year_after(cursor: &mut Cursor<'_>) -> YearWord {
    let mut ahead = *cursor;
    ahead.accept(",");
    ahead.accept("of in");
    if let Some(year) = years::year_number(&mut ahead).or_else(|| years::two_thousand(&mut ahead)) {
        *cursor = ahead;
        return YearWord::Number(year);
    }
    let mut ahead = *cursor;
    ahead.accept(",");
    let shift = match (ahead.word(), ahead.ahead(1), ahead.ahead(2)) {
        ("last", "year", _) => Some((2, -1)),
        ("this", "year", _) => Some((2, 0)),
        ("next", "year", _) => Some((2, 1)),
        ("of", "last", "year") => Some((3, -1)),
        ("of", "this", "year") => Some((3, 0)),
        ("of", "next", "year") => Some((3, 1)),
        _ => None,
    };
    if let Some((words, shift)) = shift.filter(|&(words, _)| !ahead.is_ahead(words, "'s")) {
        ahead.skip(words);
        *cursor = ahead;
        return YearWord::Shift(shift);
    }
    YearWord::Unsaid
}

/// The weekday before a date: `Monday, `, `Friday `.
fn weekday_before(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let mut ahead = *cursor;
    let weekday = time::weekday(ahead.word());
    if weekday.is_some() {
        ahead.skip(1);
        ahead.accept_stop();
        ahead.accept(",");
        ahead.accept("the");
        *cursor = ahead;
    }
    weekday
}

/// `Monday, January 5, 2026`, `January 4-7`, `June 2025`, `June`.
fn month_first(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let weekday = weekday_before(&mut ahead);
    let bare_at = ahead;
    let (month, whole) = month_name(&mut ahead)?;
    let after_month = ahead;
    ahead.accept("the");
    if let Some(day) = day_number(&mut ahead) {
        let mut days = vec![(start, ahead.at, day)];
        more_days(&mut ahead, &mut days);
        let mut year = year_after(&mut ahead);
        if year == YearWord::Unsaid {
            year = weekday.map_or_else(|| event_year(&ahead, month, day), YearWord::On);
        }
        if let Some(last) = days.last_mut() {
            last.1 = ahead.at;
        }
        *cursor = ahead;
        return Some(
            days.into_iter().map(|(from, to, day)| Found::new(from, to, Meaning::Day { year, month, day })).collect(),
        );
    }
    if weekday.is_some() {
        return None;
    }
    ahead = after_month;
    let year = year_after(&mut ahead);
    if year == YearWord::Unsaid && !stands_alone(&bare_at, whole) {
        return None;
    }
    *cursor = ahead;
    one(start, ahead.at, Meaning::Month { year, month, shift: None })
}

/// The year of `Sept. 11` before `attacks`.
fn event_year(cursor: &Cursor<'_>, month: u32, day: u32) -> YearWord {
    let event = cursor.is_word("attack attacks massacre riot riots insurrection terror terrorist bombings");
    let year = DATED_EVENTS.get(&format!("{month:02}-{day:02}")).filter(|_| event);
    let published = cursor.document.published.map_or(9999, |published| published.date.year);
    match year.and_then(|year| year.parse().ok()).filter(|year| *year < published) {
        Some(year) => YearWord::Number(year),
        None => YearWord::Unsaid,
    }
}

/// Whether a month without day and year is one, and not a verb or a name.
fn stands_alone(cursor: &Cursor<'_>, whole: bool) -> bool {
    let word = cursor.word();
    let led = years::BEFORE.contains(&cursor.back(1)) && !cursor.is_back(1, ",");
    if !whole {
        return led && cursor.is_capitalized() && cursor.document.raw(cursor.at).ends_with('.');
    }
    match word {
        "may" | "march" => cursor.is_capitalized() && led && !cursor.is_back(1, "to"),
        "august" | "april" | "june" | "january" | "july" => {
            let next = Cursor { at: cursor.at + 1, ..*cursor };
            let first = cursor.at.checked_sub(1).is_some_and(|before| cursor.document.is_capitalized(before));
            // "June Carter", "Mr. April"
            let surname = next.is_capitalized()
                && cursor.document.tag(next.at) == Tag::NNP
                && time::weekday(next.word()).is_none();
            let given = first && cursor.document.tag(cursor.at.saturating_sub(1)) == Tag::NNP;
            led || !(surname || given)
        }
        _ => true,
    }
}

/// The further days of `January 4-7`, `January 4 to 7`, `January 4, 5 and 6`.
fn more_days(cursor: &mut Cursor<'_>, days: &mut Vec<(usize, usize, u32)>) {
    loop {
        let mut ahead = *cursor;
        let glued = ahead.accept_hyphen();
        let comma = !glued && ahead.accept(",");
        let linked = ahead.accept("to through and or until till");
        if !(glued || comma || linked) {
            return;
        }
        let start = ahead.at;
        if !ahead.is(TokenKind::Number) {
            return;
        }
        let Some(day) = day_number(&mut ahead) else { return };
        let last = days.last().map_or(0, |&(_, _, day)| day);
        // "on January 4 and 5 people" and "January 4, 12 people" count people.
        let ends = matches!(ahead.word(), "" | "," | "." | ";" | ")" | "-" | "–" | "and" | "or" | "at" | "in")
            || ahead.is(TokenKind::Number);
        if day <= last || !(ends || glued) {
            return;
        }
        days.push((start, ahead.at, day));
        *cursor = ahead;
    }
}

/// `6 January 2026`, `the 6th of January`, `4-7 January`, `Tuesday 6 January`.
fn day_first(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    let weekday = weekday_before(&mut ahead);
    let mut days: Vec<(usize, usize, u32)> = Vec::new();
    let mut from = start;
    loop {
        let day = day_number(&mut ahead)?;
        days.push((from, ahead.at, day));
        let mut next = ahead;
        next.accept("day");
        next.accept("of");
        let mut named = next;
        if let Some((month, _)) = month_name(&mut named) {
            ahead = named;
            let year = match (year_after(&mut ahead), weekday) {
                (YearWord::Unsaid, Some(weekday)) => YearWord::On(weekday),
                (year, _) => year,
            };
            if let Some(last) = days.last_mut() {
                last.1 = ahead.at;
            }
            *cursor = ahead;
            let found = |(from, to, day)| Found::new(from, to, Meaning::Day { year, month, day });
            return Some(days.into_iter().map(found).collect());
        }
        if !(ahead.accept_hyphen() || ahead.accept("to and or until through ,")) || days.len() > 3 {
            return None;
        }
        from = ahead.at;
    }
}

/// `Monday`, with its shift where one is said is read elsewhere.
fn weekday(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let word = cursor.word();
    let weekday = time::weekday(word)?;
    let whole = word.ends_with("day");
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.skip(1);
    // "wednesday the thirty first", "Sun 14th", "Friday 31"
    let the = ahead.accept("the");
    let figures = ahead.word().starts_with(|first: char| first.is_ascii_digit());
    let mut plain = ahead;
    plain.skip(1);
    let ends = plain.at >= plain.end
        || !plain.is_glued() && !plain.is(TokenKind::Number)
        || is_one_of(plain.word(), ". , ! ?");
    let cardinal = || -> Option<u32> {
        ahead
            .raw()
            .parse()
            .ok()
            .filter(|_| figures && !the && ends && ahead.raw().len() == 2 && !plain.is(TokenKind::Word))
    };
    let cardinal = cardinal();
    if (the || figures)
        && let Some(day) = numbers::ordinal(&mut ahead)
            .or_else(|| cardinal.inspect(|_| ahead = plain))
            .filter(|day| (1..=31).contains(day))
    {
        *cursor = ahead;
        return one(start, ahead.at, Meaning::DayOfMonth { day, weekday: Some(weekday), shift: None });
    }
    let sound = if whole {
        cursor.is_capitalized() || cursor.document.published.is_some()
    } else {
        cursor.is_capitalized() && !is_one_of(word, "sun sat wed mon") || word.ends_with('.')
    };
    if !sound {
        return None;
    }
    cursor.skip(1);
    one(start, cursor.at, Meaning::Weekday { weekday, shift: None, anchor: Anchor::Publication })
}
