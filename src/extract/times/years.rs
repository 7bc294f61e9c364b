//! Finds years that stand alone: `2024`, `the year 2000`, `2019-20`; and tells them from other numbers of four figures.

use crate::{
    document::{Tag, TokenKind},
    extract::{
        cursor::Cursor,
        numbers,
        times::meaning::{Found, Meaning},
    },
    lexicon::{
        measure::{CURRENCY_NAMES, LABEL_NOUNS, SCALES, UNIT_NAMES},
        time::TimeUnit,
    },
    word::is_one_of,
};

/// Words before a bare month or year that make it one.
pub(super) const BEFORE: &[&str] = &[
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

/// A year's number here: four figures, from 1000 to 2999.
pub(super) fn year_number(cursor: &mut Cursor<'_>) -> Option<i32> {
    if !cursor.is(TokenKind::Number) || cursor.raw().len() != 4 {
        return None;
    }
    let year: i32 = cursor.raw().parse().ok().filter(|year| (1000..3000).contains(year))?;
    let mut ahead = *cursor;
    ahead.skip(1);
    if ahead.is_glued() && (ahead.is(TokenKind::Word) && !ahead.word().starts_with('\'') || ahead.is_word("%")) {
        return None;
    }
    // "2026-32", "2026-13-45": neither a month nor the next year.
    let mut part = ahead;
    part.skip(1);
    let follows: Option<i32> = part.raw().parse().ok();
    if ahead.is_word("-")
        && ahead.is_glued()
        && part.is_glued()
        && part.raw().len() == 2
        && follows.is_some_and(|follows| follows > 12 && follows <= year % 100)
    {
        return None;
    }
    *cursor = ahead;
    Some(year)
}

/// `2024`, `the year 2000`, `2019-20`, `nineteen ninety-four`.
pub(super) fn year_alone(cursor: &mut Cursor<'_>) -> Option<Vec<Found>> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let named = {
        ahead.accept("the");
        ahead.accept("calendar");
        ahead.accept("year") || {
            ahead = *cursor;
            false
        }
    };
    if let Some(year) = spelt_year(&mut ahead, named) {
        *cursor = ahead;
        return Some(vec![Found::new(start, ahead.at, Meaning::Year(year))]);
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
        // "2019-20", "1939-45"; "1999-00"
        let last = year - year % 100 + short + if short == 0 { 100 } else { 0 };
        if last > year {
            let from = further.at;
            further.skip(1);
            ahead = further;
            found.push(Found::new(from, ahead.at, Meaning::Year(last)));
        }
    }
    *cursor = ahead;
    Some(found)
}

/// `two thousand and five`, where nothing follows that it counts.
pub(super) fn two_thousand(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut ahead = *cursor;
    if ahead.word() != "two" || ahead.ahead(1) != "thousand" {
        return None;
    }
    let mut year = numbers::number(&mut ahead)?.value;
    let mut rest = ahead;
    if rest.accept("and")
        && let Some(more) = numbers::number(&mut rest).filter(|more| more.value < 100.0 && year == 2000.0)
    {
        year += more.value;
        ahead = rest;
    }
    let counts =
        ahead.at < ahead.end && (ahead.document.tag(ahead.at).is_noun() || ahead.document.tag(ahead.at).is_adjective());
    if counts || !(2000.0..2100.0).contains(&year) {
        return None;
    }
    *cursor = ahead;
    Some(year as i32)
}

/// `nineteen ninety-four`, `the year two thousand`.
fn spelt_year(cursor: &mut Cursor<'_>, named: bool) -> Option<i32> {
    let mut ahead = *cursor;
    if (named || cursor.is_back(1, "in"))
        && let Some(year) = two_thousand(cursor)
    {
        return Some(year);
    }
    if !ahead.is_word("eighteen nineteen twenty") {
        return None;
    }
    let century = if ahead.is_word("eighteen") {
        18
    } else if ahead.is_word("nineteen") {
        19
    } else {
        20
    };
    ahead.skip(1);
    ahead.accept_hyphen();
    if !ahead.is_word("ten twenty thirty forty fifty sixty seventy eighty ninety") {
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
    let label = LABEL_NOUNS.contains(before) && !is_one_of(before, "season model class act game week");
    if label {
        return false;
    }
    let led = BEFORE.contains(&before) && before != ",";
    let glued_before = at.is_glued();
    if glued_before {
        let ok = match before {
            "-" | "–" => at.is_back(2, "mid late early pre post since of in to") || year_like(at.back(2)),
            "/" => year_like(at.back(2)),
            "(" | "'" | "\"" | "=" | "“" | "‘" => true,
            _ => false,
        };
        if !ok {
            return false;
        }
    }
    if is_one_of(before, "# no. number $ £ € ¥ than room flight article section")
        || is_one_of(next, "% percent per $ €")
        || SCALES.get(next).is_some()
        || UNIT_NAMES.get(next).is_some_and(|_| next != "second")
        || CURRENCY_NAMES.get(next).is_some()
        || TimeUnit::named(next).is_some_and(|unit| unit < TimeUnit::Week || next.ends_with('s'))
        || (next == "."
            && after.is_glued()
            && after.ahead(1).bytes().all(|byte| byte.is_ascii_digit())
            && !after.ahead(1).is_empty())
        || matches!(next, ":") && after.is_glued()
    {
        return false;
    }
    if next == "-" && after.is_glued() && TimeUnit::named(after.ahead(1)).is_some() {
        return false;
    }
    // "2000 - 2500 calories"
    let beyond = || after.ahead(1).parse::<i32>().is_ok_and(|beyond| beyond > 2100 && beyond < 10_000);
    if is_one_of(next, "- – to") && beyond() {
        return false;
    }
    // "2026-13-45" is no date, and no year either.
    if is_one_of(next, "- /") && after.is_glued() && after.ahead(2) == next {
        return false;
    }
    // "about 2000 people", "some 1900 workers"
    let plural = at.document.tag(after.at) == Tag::NNS && after.at < after.end;
    let noun_before = at.at.checked_sub(1).map_or(Tag::Other, |before| at.document.tag(before));
    let named = matches!(noun_before, Tag::NN | Tag::NNP | Tag::NNPS | Tag::POS | Tag::PRPS | Tag::DT);
    if plural && !named && !matches!(before, "in" | "since" | "the" | "during" | "from" | "'s" | "of" | "" | "." | "\n")
    {
        return false;
    }
    if is_one_of(before, "about around than to for by") && plural {
        return false;
    }
    if led {
        (1500..=2100).contains(&year)
            || (1000..1500).contains(&year) && (is_one_of(before, "in since") || is_reign(at, after))
    } else {
        (1900..=2050).contains(&year)
    }
}

/// Whether four figures are an end of an old stretch of years: `from 1215 to 1297`, but not `from 1215 to 1297 ships`.
fn is_reign(at: &Cursor<'_>, after: &Cursor<'_>) -> bool {
    const TO: &str = "to until till through and - –";
    let document = at.document;
    let counts = |token: usize| document.tag(token).is_noun() || document.tag(token).is_adjective();
    let first = is_one_of(at.back(1), "from between")
        && is_one_of(after.word(), TO)
        && year_like(after.ahead(1))
        && !counts(after.at + 2);
    let second = is_one_of(at.back(1), TO)
        && year_like(at.back(2))
        && is_one_of(at.back(3), "from between")
        && !counts(after.at);
    first || second
}

fn year_like(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}
