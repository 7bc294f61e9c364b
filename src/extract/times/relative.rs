//! Finds what counts from another date: `last week`, `today`, `two days ago`, `the next day`, `last June`.

use crate::{
    date::Weekday,
    document::{Tag, TokenKind},
    extract::{
        cursor::Cursor,
        times::{
            duration,
            meaning::{Anchor, Clock, Count, Found, Meaning, YearWord},
        },
    },
    lexicon::{
        meaning,
        time::{self, DAY_PARTS, HOLIDAYS, REFERENCES, SEASONS, TimeUnit},
    },
    word::is_one_of,
};

/// Reads an expression that counts from another date, without what is before it (`early`) or after it (`at noon`).
pub(super) fn relative(cursor: &mut Cursor<'_>) -> Option<Found> {
    day_word(cursor)
        .or_else(|| ago(cursor))
        .or_else(|| shifted(cursor))
        .or_else(|| holiday(cursor))
        .or_else(|| season(cursor))
        .or_else(|| part_alone(cursor))
}

fn current(start: usize, end: usize, shift: i32) -> Found {
    Found::new(start, end, Meaning::Current { unit: TimeUnit::Day, shift, anchor: Anchor::Publication })
}

/// `today`, `the day before yesterday`, `tonight`.
fn day_word(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    if ahead.is_word("day") {
        let shift = match (ahead.ahead(1), ahead.ahead(2)) {
            ("before", "yesterday") => -2,
            ("after", "tomorrow") => 2,
            ("after", "today") => 1,
            _ => return None,
        };
        cursor.at = ahead.at + 3;
        return Some(current(start, cursor.at, shift));
    }
    let shift = match cursor.word() {
        // Part of a newspaper's name.
        "today" if cursor.is_back(1, "usa") => return None,
        "today" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        "tonight" => {
            cursor.skip(1);
            return Some(Found { part: Some("NI"), ..current(start, cursor.at, 0) });
        }
        "overnight" => {
            cursor.skip(1);
            return Some(Found { part: Some("NI"), ..Found::new(start, cursor.at, Meaning::Clock) });
        }
        _ => return None,
    };
    cursor.skip(1);
    Some(current(start, cursor.at, shift))
}

/// `two days ago`, `a year earlier`, `three weeks later`, `several years ago`, `a decade ago`.
pub(super) fn ago(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let approximate = duration::modifier(&mut ahead);
    let bounded = approximate && !ahead.is_back(1, "about around nearly almost some roughly approximately");
    let (count, unit, more) = duration::amount(&mut ahead).or_else(|| duration::bare(&mut ahead))?;
    let count = count.least().map_or(Count::Vague, Count::Exact);
    let mut approximate = approximate || more;
    if ahead.is_word("or") && ahead.is_ahead(1, "so") {
        ahead.skip(2);
        approximate = true;
    }
    if let Some(found) = from_named(&ahead, start, count, unit) {
        cursor.at = found.end;
        return Some(found);
    }
    let hyphen = ahead.accept_hyphen();
    let (sign, anchor) = match ahead.word() {
        "ago" => (-1, Anchor::Publication),
        "earlier" | "previously" | "before" => (-1, Anchor::Spoken),
        "later" | "afterward" | "afterwards" | "after" | "on" => (1, Anchor::Spoken),
        "from" if ahead.is_ahead(1, "now") => {
            ahead.skip(1);
            (1, Anchor::Publication)
        }
        _ => return None,
    };
    if hyphen && !ahead.is_word("ago earlier") {
        return None;
    }
    // "two days before the vote" and "a year after he left" are measured from an event.
    let next = ahead.ahead(1);
    if ahead.is_word("before after on") && !matches!(next, "" | "." | "," | ";" | ")" | "\"" | "”") {
        return None;
    }
    // "a month earlier than usual"
    if ahead.is_word("earlier later") && next == "than" {
        return None;
    }
    ahead.skip(1);
    *cursor = ahead;
    let mut found =
        Found { approximate, bounded, ..Found::new(start, ahead.at, Meaning::Offset { count, unit, sign, anchor }) };
    // "two weeks ago Thursday"
    ahead.accept("on");
    ahead.accept("last this");
    if ahead.is_capitalized()
        && let Some(weekday) = time::weekday(ahead.word())
        && let Some(meaning) = on(weekday, &found.meaning)
    {
        cursor.at = ahead.at + 1;
        found = Found::new(start, cursor.at, meaning);
    }
    Some(found)
}

/// The day of the week that an offset of whole weeks or more from the publication leads to.
pub(super) fn on(weekday: Weekday, offset: &Meaning) -> Option<Meaning> {
    let Meaning::Offset { count: Count::Exact(count), unit, sign, anchor: Anchor::Publication } = *offset else {
        return None;
    };
    let today = Meaning::Current { unit: TimeUnit::Day, shift: 0, anchor: Anchor::Publication };
    let from = Meaning::From { count, unit, sign, named: Box::new(today) };
    (unit >= TimeUnit::Week && count.fract() == 0.0).then(|| Meaning::On(weekday, Box::new(from)))
}

/// `two days after January 12`, `three weeks from tomorrow`, `a week before Easter`: from a day that is named.
fn from_named(cursor: &Cursor<'_>, start: usize, count: Count, unit: TimeUnit) -> Option<Found> {
    let mut ahead = *cursor;
    let sign = match ahead.word() {
        "after" | "from" => 1,
        "before" => -1,
        _ => return None,
    };
    ahead.skip(1);
    let mut dates = super::calendar::dates(&mut ahead);
    let named = match &mut dates {
        Some(dates) if dates.len() == 1 => dates.pop()?,
        Some(_) => return None,
        None => day_word(&mut ahead).or_else(|| shifted(&mut ahead)).or_else(|| holiday(&mut ahead))?,
    };
    let day = matches!(
        named.meaning,
        Meaning::Day { .. }
            | Meaning::Weekday { .. }
            | Meaning::Holiday { .. }
            | Meaning::Current { unit: TimeUnit::Day, anchor: Anchor::Publication, .. }
    );
    let Count::Exact(count) = count else { return None };
    (day && !unit.is_clock())
        .then(|| Found::new(start, ahead.at, Meaning::From { count, unit, sign, named: Box::new(named.meaning) }))
}

/// How the word before a unit, month or weekday moves it, and from where.
fn shift(cursor: &mut Cursor<'_>) -> Option<(i32, Anchor)> {
    let the = cursor.accept("the");
    let word = cursor.word();
    let moved = match word {
        "last" | "past" => (-1, Anchor::Publication),
        "this" => {
            cursor.skip(1);
            return Some(match cursor.word() {
                "past" | "last" => {
                    cursor.skip(1);
                    (-1, Anchor::Publication)
                }
                "coming" | "next" | "upcoming" => {
                    cursor.skip(1);
                    (1, Anchor::Publication)
                }
                "same" => {
                    cursor.skip(1);
                    (0, Anchor::Spoken)
                }
                _ => (0, Anchor::Publication),
            });
        }
        "next" if the => (1, Anchor::Spoken),
        "next" | "coming" | "upcoming" => (1, Anchor::Publication),
        "following" if the => (1, Anchor::Spoken),
        "previous" | "preceding" | "prior" => (-1, Anchor::Spoken),
        "same" if the => (0, Anchor::Spoken),
        "current" if the => (0, Anchor::Publication),
        "that" if !the => {
            cursor.skip(1);
            cursor.accept("same");
            return Some((0, Anchor::Spoken));
        }
        _ => return None,
    };
    cursor.skip(1);
    Some(moved)
}

/// `the week after next`, `the year before last`, `the week of January 5`, `the week ended on Jan. 3`.
fn next_but_one(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    let unit = TimeUnit::named(ahead.word()).filter(|unit| *unit >= TimeUnit::Week)?;
    if is_one_of(ahead.ahead(1), "of beginning starting ending ended") && ahead.word() == "week" {
        ahead.skip(2);
        ahead.accept("on");
        let mut dates = super::calendar::dates(&mut ahead)?;
        let day = dates.pop().filter(|day| dates.is_empty() && matches!(day.meaning, Meaning::Day { .. }))?;
        *cursor = ahead;
        return Some(Found::new(start, ahead.at, Meaning::UnitOf(unit, Box::new(day.meaning))));
    }
    let shift = match (ahead.ahead(1), ahead.ahead(2)) {
        ("after", "next") => 2,
        ("before", "last") => -2,
        _ => return None,
    };
    ahead.skip(3);
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::Current { unit, shift, anchor: Anchor::Publication }))
}

/// `last week`, `the next day`, `last June`, `next Friday`, `this summer`, `last night`, `last Christmas`.
fn shifted(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    if let Some(found) = next_but_one(cursor) {
        return Some(found);
    }
    let (shift, anchor) = shift(&mut ahead)?;
    let word = ahead.word();
    let past_week = cursor.is_word("this") && shift != 0;
    let found = if let Some(unit) = TimeUnit::named(word).filter(|_| !word.ends_with('s')) {
        ahead.skip(1);
        // "the last minute", "this second", "next quarter-final"
        if unit.is_clock() || (unit == TimeUnit::Quarter && ahead.is_word("-")) {
            return None;
        }
        // "the next day" counts from the day spoken of, "the last day" of something is its end.
        if unit == TimeUnit::Day && cursor.is_word("last past the") && ahead.is_back(2, "last past") {
            return None;
        }
        if ahead.is_word("old") || (ahead.is_word("-") && ahead.is_glued() && !ahead.is_ahead(1, "end")) {
            return None;
        }
        // "This Week" is a programme.
        let named = ahead.document.is_capitalized(ahead.at - 1)
            && matches!(cursor.back(1), "\"" | "“" | "'s" | "'" | "‘" | "``");
        if named {
            return None;
        }
        Found::new(start, ahead.at, Meaning::Current { unit, shift, anchor })
    } else if let Some(part) = DAY_PARTS.get(word).filter(|_| cursor.is_word("last this that")) {
        ahead.skip(1);
        if cursor.is_word("last") && part != "NI" {
            return None;
        }
        let day = Meaning::Current { unit: TimeUnit::Day, shift, anchor };
        Found { part: Some(part), ..Found::new(start, ahead.at, day) }
    } else if let Some(weekday) = time::weekday(word) {
        ahead.skip(1);
        Found::new(
            start,
            ahead.at,
            Meaning::Weekday { weekday, shift: Some(if past_week { shift * 2 } else { shift }), anchor },
        )
    } else if let Some(month) =
        time::month(word).filter(|_| ahead.is_capitalized() || (word.len() > 3 && word != "march"))
    {
        ahead.skip(1);
        ahead.accept_stop();
        // "in this Nov. 2, 2017 file photo": the date, which the calendar tells.
        if cursor.is_word("this") && ahead.is(TokenKind::Number) {
            return None;
        }
        let shift = Some(shift);
        Found::new(start, ahead.at, Meaning::Month { year: YearWord::Unsaid, month, shift })
    } else if let Some(season) = SEASONS.get(word) {
        ahead.skip(1);
        Found::new(start, ahead.at, Meaning::Season { season, year: YearWord::Unsaid, shift: Some(shift) })
    } else {
        let rule = ahead.phrase(&HOLIDAYS)?;
        Found::new(start, ahead.at, Meaning::Holiday { rule, year: YearWord::Unsaid, shift: Some(shift) })
    };
    *cursor = ahead;
    Some(found)
}

/// `Christmas Day`, `Thanksgiving 2025`, `Labor Day weekend`.
fn holiday(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let rule = ahead.phrase(&HOLIDAYS)?;
    let sure = cursor.is_capitalized() || ahead.at > start + 1 || ahead.word() == "weekend";
    if !sure {
        return None;
    }
    let mut weekend = ahead.accept("weekend");
    let year = trailing_year(&mut ahead);
    weekend |= ahead.accept("weekend");
    // "Christmas lights" hang for weeks; a "Christmas attack" was on the day.
    let thing = matches!(ahead.document.tag(ahead.at), Tag::NN | Tag::NNS) && ahead.at < ahead.end;
    let of_day = TimeUnit::named(ahead.word()).is_some()
        || DAY_PARTS.get(ahead.word()).is_some()
        || ahead.is_word("holiday holidays break season period eve celebrations")
        || meaning::is_event(ahead.document.lemma(ahead.at));
    if thing && !of_day && year == YearWord::Unsaid && !weekend {
        return None;
    }
    *cursor = ahead;
    let day = Meaning::Holiday { rule, year, shift: None };
    Some(Found::new(start, ahead.at, if weekend { Meaning::UnitOf(TimeUnit::Weekend, Box::new(day)) } else { day }))
}

fn trailing_year(cursor: &mut Cursor<'_>) -> YearWord {
    let mut ahead = *cursor;
    ahead.accept("of , in");
    match super::years::year_number(&mut ahead) {
        Some(year) => {
            *cursor = ahead;
            // "the winter of 2010-11"
            let next: Option<i32> = ahead.ahead(1).parse().ok();
            if ahead.accept_hyphen() && ahead.is_glued() && next == Some((year + 1) % 100) {
                cursor.skip(2);
            }
            YearWord::Number(year)
        }
        None => YearWord::Unsaid,
    }
}

/// `summer`, `the summer of 2025`, `spring 2024`, where the words around show that a season is meant.
fn season(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    let at = ahead;
    let season = SEASONS.get(ahead.word())?;
    ahead.skip(1);
    let mut year = trailing_year(&mut ahead);
    if year == YearWord::Unsaid
        && ahead.is_word("of")
        && ahead.is_ahead(1, "last this next")
        && ahead.is_ahead(2, "year")
    {
        year = YearWord::Shift(match ahead.ahead(1) {
            "last" => -1,
            "this" => 0,
            _ => 1,
        });
        ahead.skip(3);
    }
    if year == YearWord::Unsaid && ahead.is_word("of") && ahead.is_ahead(1, "nineteen") {
        let mut spelt = ahead;
        spelt.skip(1);
        if let Some([Found { meaning: Meaning::Year(number), .. }]) = super::calendar::dates(&mut spelt).as_deref() {
            year = YearWord::Number(*number);
            ahead = spelt;
        }
    }
    if year == YearWord::Unsaid {
        let led = cursor.is_back(1, "in since by during until early late mid - each every before after");
        let verb = at.is_word("fall spring") && (!led || cursor.document.tag(at.at).is_verb());
        let plain = at.is_word("summer winter autumn") && !cursor.document.tag(ahead.at).is_proper();
        if verb || !(led && (plain || at.is_word("fall spring"))) {
            return None;
        }
        if at.is_word("fall spring") && cursor.is_back(1, "by -") {
            return None;
        }
        let noun = matches!(ahead.document.tag(ahead.at), Tag::NN | Tag::NNS) && ahead.at < ahead.end;
        if noun && !cursor.is_back(1, "in") && at.is_word("fall") {
            return None;
        }
    }
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::Season { season, year, shift: None }))
}

/// `in the morning`, `the evening`, `at night`.
fn part_alone(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let the = ahead.accept("the");
    let lead = ahead.is_word("early late mid");
    if lead {
        ahead.skip(1);
        // "a late-night show"
        if ahead.is_word("-") && !ahead.is_back(1, "mid") {
            return None;
        }
        ahead.accept_hyphen();
    }
    let word = ahead.word();
    let part = DAY_PARTS.get(word)?;
    let in_it = cursor.is_back(1, "in");
    let sound = in_it && (the || is_one_of(word, "morning afternoon evening"))
        || lead
        || (word == "night" && cursor.is_back(1, "at"))
        || is_one_of(word, "midday dawn dusk") && cursor.is_back(1, "at before after around");
    ahead.skip(1);
    if !sound || (ahead.document.tag(ahead.at).is_noun() && ahead.at < ahead.end && (the || in_it)) {
        return None;
    }
    // "in the afternoon at 7"
    let clock = ahead.word() == "at" && is_one_of(part, "AF EV NI");
    let hour: Option<u32> = ahead.ahead(1).parse().ok().filter(|hour| clock && (1..12).contains(hour));
    if let Some(hour) = hour.filter(|_| matches!(ahead.ahead(2), "" | "." | "," | ";" | "and" | "but")) {
        cursor.at = ahead.at + 2;
        let clock = Clock { hour: hour + 12, minute: None, second: None };
        return Some(Found { clock: Some(clock), ..Found::new(start, cursor.at, Meaning::Clock) });
    }
    *cursor = ahead;
    Some(Found { part: Some(part), approximate: lead, ..Found::new(start, ahead.at, Meaning::Clock) })
}

/// `now`, `recently`, `the past`: without a date.
pub(super) fn reference(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    if let Some(found) = loose(&mut ahead) {
        *cursor = ahead;
        return Some(found);
    }
    let value = ahead.phrase(&REFERENCES)?;
    let word = cursor.word();
    let other = match word {
        "soon" => cursor.is_back(1, "as") || ahead.is_word("as"),
        "the" => {
            let noun = ahead.document.tag(ahead.at);
            let last = ahead.back(1);
            is_one_of(last, "past present future")
                && (noun.is_noun() || noun == Tag::JJ || noun == Tag::CD)
                && ahead.at < ahead.end
        }
        "future" => ahead.is_word("s"),
        "now" => ahead.is_word("-") && ahead.is_glued(),
        "at" => {
            ahead.at > start + 2
                && (ahead.is_word("of") || ahead.document.tag(ahead.at).is_noun())
                && ahead.is_back(1, "time")
        }
        "in" => ahead.document.tag(ahead.at).is_noun() || matches!(ahead.document.tag(ahead.at), Tag::CD | Tag::JJ),
        // "the current slackens" is a river's.
        "current" => {
            let noun = ahead.document.tag(ahead.at);
            let modifies =
                noun.is_noun() || noun.is_adjective() || matches!(noun, Tag::CD | Tag::VBN | Tag::VBG | Tag::Other);
            !modifies || (cursor.is_capitalized() && ahead.is_capitalized())
        }
        _ => false,
    };
    if other {
        return None;
    }
    // "in the past": the preposition stays outside.
    let first = if matches!(word, "in") { start + 1 } else { start };
    *cursor = ahead;
    Some(Found { approximate: true, ..Found::new(first, ahead.at, Meaning::Reference(value)) })
}

/// `recent weeks`, `coming months`, `the weeks ahead`: some time, before or after now.
fn loose(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    ahead.accept("more most");
    let value = match ahead.word() {
        "recent" | "previous" | "earlier" => "PAST_REF",
        "coming" | "upcoming" | "future" => "FUTURE_REF",
        _ => {
            let unit = TimeUnit::named(ahead.word()).filter(|_| ahead.word().ends_with('s'))?;
            if ahead.is_ahead(1, "ahead") || (ahead.is_ahead(1, "to") && ahead.is_ahead(2, "come")) {
                ahead.skip(if ahead.is_ahead(1, "to") { 3 } else { 2 });
                *cursor = ahead;
                return Some(Found::new(start, ahead.at, Meaning::Duration { count: Count::Vague, unit }));
            }
            return None;
        }
    };
    ahead.skip(1);
    let plural = |word: &str| TimeUnit::named(word).is_some() && word.ends_with('s');
    if !plural(ahead.word()) {
        return None;
    }
    ahead.skip(1);
    if ahead.is_word("and") && plural(ahead.ahead(1)) {
        ahead.skip(2);
    }
    *cursor = ahead;
    Some(Found { approximate: true, ..Found::new(start, ahead.at, Meaning::Reference(value)) })
}
