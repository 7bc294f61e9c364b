//! Finds dates that name a day, a month or a year: `January 6, 2026`, `6 January`, `2026-01-06`, `June 2025`, `2024`.

use crate::{
    date::Date,
    document::{Tag, TokenKind},
    extract::{
        cursor::Cursor,
        numbers,
        times::meaning::{Anchor, Found, Meaning, YearWord},
    },
    lexicon::{
        measure::{CURRENCY_NAMES, SCALES, UNIT_NAMES},
        time::{self, TimeUnit},
    },
};

/// Words before a bare month or year that make it one.
const BEFORE: &[&str] = &[
    "in",
    "since",
    "from",
    "until",
    "till",
    "by",
    "before",
    "after",
    "during",
    "of",
    "to",
    "through",
    "early",
    "late",
    "mid",
    "and",
    "or",
    "between",
    "last",
    "next",
    "this",
    "for",
    "-",
    "–",
    "(",
    "around",
    "about",
    "each",
    "every",
    "on",
    "year",
    "fiscal",
    "season",
    "circa",
    "as",
    "starting",
    "beginning",
    "ending",
    "ended",
    "than",
    ",",
    "past",
];

/// Reads the dates here; more than one for `January 4-7`.
pub(super) fn dates(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    iso(cursor)
        .or_else(|| numeric(cursor))
        .or_else(|| hyphenated(cursor))
        .or_else(|| month_first(cursor))
        .or_else(|| day_first(cursor))
        .or_else(|| weekday(cursor))
        .or_else(|| year_alone(cursor))
}

fn one(start: usize, end: usize, meaning: Meaning) -> Option<Vec<Found>> {
    Some(vec![Found::new(start, end, meaning)])
}

/// `2026-01-06`, `2026/01/06`; a time of day glued to it with a T is left to the clock.
fn iso(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    if !cursor.is(TokenKind::Number) || cursor.raw().len() != 4 {
        return None;
    }
    let text = cursor.glued_text();
    let separator = text.get(4..5).filter(|separator| matches!(*separator, "-" | "/"))?;
    let mut parts = text.get(..10)?.split(separator);
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u32 = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
    let day: u32 = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
    Date::new(year, month, day)?;
    let start = cursor.at;
    if !cursor.skip_bytes(10) {
        return None;
    }
    one(start, cursor.at, Meaning::Day { year: YearWord::Number(year), month, day })
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
    let [first, second, year] = parts.as_slice() else { return None };
    let short = |part: &&str| (1..=2).contains(&part.len());
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
        let (month, year) = (month(name)?, number(year, 4)?);
        let year = YearWord::Number(i32::try_from(year).ok()?);
        cursor.skip_bytes(text.len()).then_some(())?;
        return one(start, cursor.at, Meaning::Month { year, month, shift: None });
    }
    let [first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = [(first, second, third), (first, third, second), (third, second, first), (third, first, second)]
        .into_iter()
        .find_map(|(year, name, day)| Some((number(year, 4)?, month(name)?, number(day, 2)?)))?;
    let year = i32::try_from(year).ok()?;
    Date::new(year, month, day)?;
    cursor.skip_bytes(text.len()).then_some(())?;
    one(start, cursor.at, Meaning::Day { year: YearWord::Number(year), month, day })
}

/// A month's name here, and whether it is more than an abbreviation. The stop of an abbreviation belongs to it.
fn month_name(cursor: &mut Cursor<'_>) -> Option<(u32, bool)> {
    let word = cursor.word();
    let month = time::month(word)?;
    if matches!(word, "may" | "march" | "mar" | "dec") && !cursor.is_capitalized() {
        return None;
    }
    let whole = word.len() > 4 || matches!(word, "may" | "june" | "july");
    cursor.skip(1);
    let mut ahead = *cursor;
    ahead.accept_stop();
    if !whole && (ahead.is(TokenKind::Number) || ahead.word() == ",") {
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
    let clock = ahead.word() == ":" && ahead.document.is_glued(ahead.at + 1);
    let other = (ahead.is_glued() && (clock || ahead.is(TokenKind::Word)))
        || ahead.is(TokenKind::Symbol) && ahead.word() == "%"
        || matches!(ahead.word(), "percent" | "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m")
        || SCALES.get(ahead.word()).is_some();
    if other {
        return None;
    }
    *cursor = ahead;
    Some(day)
}

/// A year's number here: four figures, from 1000 to 2999.
pub(super) fn year_number(cursor: &mut Cursor<'_>) -> Option<i32> {
    if !cursor.is(TokenKind::Number) || cursor.raw().len() != 4 {
        return None;
    }
    let year: i32 = cursor.raw().parse().ok().filter(|year| (1000..3000).contains(year))?;
    let mut ahead = *cursor;
    ahead.skip(1);
    if ahead.is_glued() && (ahead.is(TokenKind::Word) && !ahead.word().starts_with('\'') || ahead.word() == "%") {
        return None;
    }
    *cursor = ahead;
    Some(year)
}

/// The year that ends a date: `, 2026`, `2026`, ` of last year`; nothing is fine, too.
fn year_after(cursor: &mut Cursor<'_>) -> YearWord {
    let mut ahead = *cursor;
    ahead.accept(&[","]);
    ahead.accept(&["of", "in"]);
    if let Some(year) = year_number(&mut ahead) {
        *cursor = ahead;
        return YearWord::Number(year);
    }
    let mut ahead = *cursor;
    ahead.accept(&[","]);
    let shift = match (ahead.word(), ahead.ahead(1), ahead.ahead(2)) {
        ("last", "year", _) => Some((2, -1)),
        ("this", "year", _) => Some((2, 0)),
        ("next", "year", _) => Some((2, 1)),
        ("of", "last", "year") => Some((3, -1)),
        ("of", "this", "year") => Some((3, 0)),
        ("of", "next", "year") => Some((3, 1)),
        _ => None,
    };
    if let Some((words, shift)) = shift.filter(|&(words, _)| ahead.ahead(words) != "'s") {
        ahead.skip(words);
        *cursor = ahead;
        return YearWord::Shift(shift);
    }
    YearWord::Unsaid
}

/// The weekday before a date: `Monday, `, `Friday `.
fn weekday_before(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if time::weekday(ahead.word()).is_some() {
        ahead.skip(1);
        ahead.accept_stop();
        ahead.accept(&[","]);
        ahead.accept(&["the"]);
        *cursor = ahead;
    }
}

/// `Monday, January 5, 2026`, `January 4-7`, `June 2025`, `June`.
fn month_first(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let start = cursor.at;
    let mut ahead = *cursor;
    weekday_before(&mut ahead);
    let weekday = ahead.at > start;
    let bare_at = ahead;
    let (month, whole) = month_name(&mut ahead)?;
    let after_month = ahead;
    ahead.accept(&["the"]);
    if let Some(day) = day_number(&mut ahead) {
        let mut days = vec![(start, ahead.at, day)];
        more_days(&mut ahead, &mut days);
        let year = year_after(&mut ahead);
        if let Some(last) = days.last_mut() {
            last.1 = ahead.at;
        }
        *cursor = ahead;
        return Some(
            days.into_iter().map(|(from, to, day)| Found::new(from, to, Meaning::Day { year, month, day })).collect(),
        );
    }
    if weekday {
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

/// Whether a month without day and year is one, and not a verb or a name.
fn stands_alone(cursor: &Cursor<'_>, whole: bool) -> bool {
    let word = cursor.word();
    let led = BEFORE.contains(&cursor.back(1)) && cursor.back(1) != ",";
    if !whole {
        return led && cursor.is_capitalized() && cursor.document.raw(cursor.at).ends_with('.');
    }
    match word {
        "may" | "march" => cursor.is_capitalized() && led && cursor.back(1) != "to",
        "august" | "april" | "june" | "january" | "july" => {
            let next = Cursor { at: cursor.at + 1, ..*cursor };
            let first = cursor.at.checked_sub(1).is_some_and(|before| cursor.document.is_capitalized(before));
            led || !(next.is_capitalized()
                && cursor.document.tag(next.at) == Tag::NNP
                && time::weekday(next.word()).is_none())
                && !(first && cursor.document.tag(cursor.at.saturating_sub(1)) == Tag::NNP)
        }
        _ => true,
    }
}

/// The further days of `January 4-7`, `January 4 to 7`, `January 4, 5 and 6`.
fn more_days(cursor: &mut Cursor<'_>, days: &mut Vec<(usize, usize, u32)>) {
    loop {
        let mut ahead = *cursor;
        let glued = ahead.accept_hyphen();
        let comma = !glued && ahead.accept(&[","]);
        let linked = ahead.accept(&["to", "through", "and", "or", "until", "till"]);
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
    ahead.accept(&["the"]);
    weekday_before(&mut ahead);
    let mut days: Vec<(usize, usize, u32)> = Vec::new();
    let mut from = start;
    loop {
        let day = day_number(&mut ahead)?;
        days.push((from, ahead.at, day));
        let mut next = ahead;
        next.accept(&["day"]);
        next.accept(&["of"]);
        let mut named = next;
        if let Some((month, _)) = month_name(&mut named) {
            ahead = named;
            let year = year_after(&mut ahead);
            if let Some(last) = days.last_mut() {
                last.1 = ahead.at;
            }
            *cursor = ahead;
            let found = |(from, to, day)| Found::new(from, to, Meaning::Day { year, month, day });
            return Some(days.into_iter().map(found).collect());
        }
        if !(ahead.accept_hyphen() || ahead.accept(&["to", "and", "or", "until", "through", ","])) || days.len() > 3 {
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
    let sound = if whole {
        cursor.is_capitalized() || cursor.document.published.is_some()
    } else {
        cursor.is_capitalized() && !matches!(word, "sun" | "sat" | "wed" | "mon") || word.ends_with('.')
    };
    if !sound {
        return None;
    }
    let start = cursor.at;
    cursor.skip(1);
    let mut ahead = *cursor;
    // "wednesday the thirty first"
    ahead.accept(&["the"]);
    if ahead.at > cursor.at {
        if let Some(day) = numbers::ordinal(&mut ahead).filter(|day| *day <= 31) {
            *cursor = ahead;
            return one(start, ahead.at, Meaning::DayOfMonth(day));
        }
    }
    one(start, cursor.at, Meaning::Weekday { weekday, shift: None, anchor: Anchor::Publication })
}

/// `2024`, `the year 2000`, `2019-20`, `nineteen ninety-four`.
fn year_alone(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let named = {
        ahead.accept(&["the"]);
        ahead.accept(&["calendar"]);
        ahead.accept(&["year"]) || {
            ahead = *cursor;
            false
        }
    };
    if let Some(year) = spelt_year(&mut ahead, named) {
        *cursor = ahead;
        return one(start, ahead.at, Meaning::Year(year));
    }
    let at = ahead;
    let year = year_number(&mut ahead)?;
    if !named && !is_year(&at, &ahead, year) {
        return None;
    }
    let mut found = vec![Found::new(start, ahead.at, Meaning::Year(year))];
    let mut further = ahead;
    if further.accept_hyphen() && further.is_glued() && further.is(TokenKind::Number) && further.raw().len() == 2 {
        let short: i32 = further.raw().parse().ok()?;
        if short == (year + 1) % 100 {
            let from = further.at;
            further.skip(1);
            ahead = further;
            found.push(Found::new(from, ahead.at, Meaning::Year(year + 1)));
        }
    }
    *cursor = ahead;
    Some(found)
}

/// `nineteen ninety-four`, `the year two thousand`.
fn spelt_year(cursor: &mut Cursor<'_>, named: bool) -> Option<i32> {
    let mut ahead = *cursor;
    if named && ahead.word() == "two" && ahead.ahead(1) == "thousand" {
        cursor.skip(2);
        return Some(2000);
    }
    if !matches!(ahead.word(), "eighteen" | "nineteen" | "twenty") {
        return None;
    }
    let century = if ahead.word() == "eighteen" {
        18
    } else if ahead.word() == "nineteen" {
        19
    } else {
        20
    };
    ahead.skip(1);
    ahead.accept_hyphen();
    if !matches!(
        ahead.word(),
        "ten" | "twenty" | "thirty" | "forty" | "fifty" | "sixty" | "seventy" | "eighty" | "ninety"
    ) {
        return None;
    }
    let rest = numbers::number(&mut ahead).filter(|rest| rest.scale == 1.0 && !rest.fraction)?;
    if rest.value >= 100.0 || TimeUnit::named(ahead.word()).is_some() {
        return None;
    }
    *cursor = ahead;
    Some(century * 100 + rest.value as i32)
}

/// Whether four figures are a year. `at` stands on them and `after` behind them.
fn is_year(at: &Cursor<'_>, after: &Cursor<'_>, year: i32) -> bool {
    let (before, next) = (at.back(1), after.word());
    let led = BEFORE.contains(&before) && before != ",";
    let glued_before = at.is_glued();
    if glued_before {
        let ok = match before {
            "-" | "–" => {
                matches!(at.back(2), "mid" | "late" | "early" | "pre" | "post" | "since" | "of" | "in" | "to")
                    || year_like(at.back(2))
            }
            "/" => year_like(at.back(2)),
            "(" | "'" | "\"" | "=" | "“" | "‘" => true,
            _ => false,
        };
        if !ok {
            return false;
        }
    }
    if matches!(
        before,
        "#" | "no." | "number" | "$" | "£" | "€" | "¥" | "than" | "room" | "flight" | "article" | "section"
    ) || matches!(next, "%" | "percent" | "per" | "$" | "€")
        || SCALES.get(next).is_some()
        || UNIT_NAMES.get(next).is_some_and(|_| next != "second")
        || CURRENCY_NAMES.get(next).is_some()
        || TimeUnit::named(next).is_some_and(|unit| unit < TimeUnit::Week || next.ends_with('s'))
        || (next == "."
            && after.is_glued()
            && after.ahead(1).bytes().all(|byte| byte.is_ascii_digit())
            && after.ahead(1) != "")
        || matches!(next, ":") && after.is_glued()
    {
        return false;
    }
    if next == "-" && after.is_glued() && TimeUnit::named(after.ahead(1)).is_some() {
        return false;
    }
    // "about 2000 people", "some 1900 workers"
    let plural = at.document.tag(after.at) == Tag::NNS && after.at < after.end;
    if plural && !matches!(before, "in" | "since" | "the" | "during" | "from" | "'s" | "of") {
        return false;
    }
    if matches!(before, "about" | "around" | "than" | "to" | "for" | "by") && plural {
        return false;
    }
    if led {
        (1500..=2100).contains(&year) || (1000..1500).contains(&year) && matches!(before, "in" | "since")
    } else {
        (1900..=2050).contains(&year)
    }
}

fn year_like(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}
