//! Finds quarters, halves, fiscal years, decades and centuries: `the third quarter`, `Q3 2025`, `the 1980s`.

use crate::{
    document::TokenKind,
    extract::{
        cursor::Cursor,
        numbers,
        times::{
            meaning::{Found, Meaning, Portion, YearWord},
            years,
        },
    },
    lexicon::time::{DECADES, TimeUnit},
};

/// How many tokens to either side tell of what a quarter is one.
const NEAR: usize = 40;

/// Reads a part of a year, a decade or a century.
pub(super) fn period(cursor: &mut Cursor<'_>) -> Option<Found> {
    week_of(cursor)
        .or_else(|| portion(cursor))
        .or_else(|| short_portion(cursor))
        .or_else(|| fiscal_year(cursor))
        .or_else(|| that_period(cursor))
        .or_else(|| decade(cursor))
        .or_else(|| century(cursor))
        .or_else(|| year_end(cursor))
}

/// `the first week of 2021`, `the last week of 2016`.
fn week_of(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    let week = if ahead.accept("last final") { -1 } else { i32::try_from(numbers::ordinal(&mut ahead)?).ok()? };
    if !(ahead.accept("week") && ahead.accept("of in")) || week > 53 {
        return None;
    }
    let year = years::year_number(&mut ahead)?;
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::WeekOfYear { week, year }))
}

/// A year named before or after a part of it.
fn year_word(cursor: &mut Cursor<'_>) -> Option<YearWord> {
    let mut ahead = *cursor;
    ahead.accept("the");
    let fiscal = ahead.accept("fiscal");
    ahead.accept("year");
    if let Some(year) = years::year_number(&mut ahead) {
        *cursor = ahead;
        return Some(YearWord::Number(year));
    }
    if fiscal {
        return None;
    }
    ahead = *cursor;
    ahead.accept("the");
    let shift = match ahead.word() {
        "last" | "previous" | "prior" => -1,
        "this" | "current" => 0,
        "next" => 1,
        _ => return None,
    };
    ahead.skip(1);
    ahead.accept("fiscal");
    ahead.accept("year").then(|| {
        *cursor = ahead;
        YearWord::Shift(shift)
    })
}

/// `year-ago`, `year-earlier`, `comparable year-ago`.
fn earlier(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.accept("comparable corresponding same");
    if !ahead.is_word("year") {
        return false;
    }
    ahead.skip(1);
    ahead.accept_hyphen();
    let found = ahead.accept("ago earlier");
    if found {
        *cursor = ahead;
    }
    found
}

/// `the third quarter of 2025`, `last year's fourth quarter`, `third-quarter`, `the 1988 first half`.
fn portion(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let mut year = YearWord::Unsaid;
    let mut said = false;
    ahead.accept("the");
    if let Some(word) = year_word(&mut ahead) {
        ahead.accept("'s");
        year = word;
        said = true;
    } else if earlier(&mut ahead) {
        year = YearWord::Earlier;
        said = true;
    }
    let fiscal = ahead.accept("fiscal");
    ahead.accept("full");
    let part = match ahead.word() {
        "last" | "latter" | "final" if ahead.is_ahead(1, "half") => {
            ahead.skip(1);
            2
        }
        // "the last quarter of 2025", but not the one that is over
        "last" | "final"
            if ahead.is_ahead(1, "quarter")
                && ahead.is_ahead(2, "of")
                && (ahead.ahead(3).bytes().all(|digit| digit.is_ascii_digit())
                    || ahead.is_ahead(3, "the last this")) =>
        {
            ahead.skip(1);
            4
        }
        _ => numbers::ordinal(&mut ahead)?,
    };
    let hyphen = ahead.accept_hyphen();
    ahead.accept("fiscal");
    let portion = match ahead.word() {
        "quarter" if (1..=4).contains(&part) => Portion::Quarter(part),
        "half" if (1..=2).contains(&part) => Portion::Half(part),
        _ => return None,
    };
    ahead.skip(1);
    if !(said || fiscal) && is_of_a_game(cursor) {
        return None;
    }
    let mut after = ahead;
    after.accept(",");
    let of = after.accept("of in");
    if year == YearWord::Unsaid {
        if let Some(word) = year_word(&mut after) {
            year = word;
            said = true;
            ahead = after;
        } else if of && after.accept("the") && after.accept("fiscal") | after.accept("year") | after.accept("decade") {
            after.accept("year");
            said = true;
            ahead = after;
        }
    }
    // "the first half" of a match, "the second half" of a list
    if matches!(portion, Portion::Half(_)) && !(said || fiscal || hyphen) {
        return None;
    }
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::Portion { portion, year }))
}

/// Whether the words around tell of a match: its quarters are none of the year's.
fn is_of_a_game(cursor: &Cursor<'_>) -> bool {
    let near = cursor.at.saturating_sub(NEAR)..cursor.at + NEAR;
    near.into_iter().any(|at| {
        cursor.document.is_word(
            at,
            "touchdown touchdowns yards quarterback halftime rebounds scored scoring basket fumble turnovers dunk nfl nba",
        )
    })
}

/// `Q3`, `Q3 2025`, `3Q`, `H1 2025`, `2025 Q3`.
fn short_portion(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let mut year = YearWord::Unsaid;
    if let Some(number) = years::year_number(&mut ahead) {
        year = YearWord::Number(number);
    }
    let portion = match ahead.word() {
        "q1" => Portion::Quarter(1),
        "q2" => Portion::Quarter(2),
        "q3" => Portion::Quarter(3),
        "q4" => Portion::Quarter(4),
        "h1" => Portion::Half(1),
        "h2" => Portion::Half(2),
        _ => {
            let number: u32 = ahead.raw().parse().ok().filter(|number| (1..=4).contains(number))?;
            ahead.skip(1);
            if !ahead.is_word("q") || !ahead.is_glued() {
                return None;
            }
            Portion::Quarter(number)
        }
    };
    ahead.skip(1);
    if year == YearWord::Unsaid {
        let mut after = ahead;
        after.accept("of in ,");
        if let Some(word) = year_word(&mut after) {
            year = word;
            ahead = after;
        }
    }
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::Portion { portion, year }))
}

/// `fiscal 2025`, `fiscal year 2025`, `FY2025`, `the fiscal year`.
fn fiscal_year(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the this");
    if let Some(year) = ahead.word().strip_prefix("fy").and_then(|year| year.parse::<i32>().ok()) {
        let year = if year < 100 { 2000 + year } else { year };
        cursor.at = ahead.at + 1;
        return (1900..2100).contains(&year).then(|| Found::new(start, ahead.at + 1, Meaning::Year(year)));
    }
    if !ahead.accept("fiscal financial") {
        return None;
    }
    let named = ahead.accept("year");
    if let Some(year) = years::year_number(&mut ahead) {
        *cursor = ahead;
        return Some(Found::new(start, ahead.at, Meaning::Year(year)));
    }
    if !named || start == ahead.at {
        return None;
    }
    *cursor = ahead;
    Some(Found::new(start, ahead.at, Meaning::Period { unit: Some(TimeUnit::Year), year: YearWord::Unsaid }))
}

/// `the quarter`, `the latest period`, `the year-ago quarter`, `the 1988 period`, `the year-earlier period`.
fn that_period(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let the = ahead.accept("the that");
    let mut year = YearWord::Unsaid;
    let mut led = the && cursor.is_word("that");
    let mut latest = false;
    if earlier(&mut ahead) {
        year = YearWord::Earlier;
    } else if ahead.accept("latest same comparable corresponding like") {
        led = true;
        latest = ahead.is_back(1, "latest");
    }
    let noun = ahead;
    let unit = match noun.word() {
        "quarter" => Some(TimeUnit::Quarter),
        "period" => None,
        _ => {
            // "a profit of $5 million in the year-earlier", "year-ago profit"
            if year == YearWord::Earlier {
                *cursor = ahead;
                return Some(Found::new(start, ahead.at, Meaning::Period { unit: Some(TimeUnit::Year), year }));
            }
            return None;
        }
    };
    let quarter = unit.is_some() && the && cursor.is_back(1, "in for during of over");
    if !(led || year == YearWord::Earlier || quarter) {
        return None;
    }
    // "the period" alone, and "the quarter" of a city or a match, say too little.
    if unit.is_none() && year != YearWord::Earlier && !noun.is_back(1, "latest comparable corresponding") {
        return None;
    }
    ahead.skip(1);
    *cursor = ahead;
    if latest {
        year = YearWord::Shift(0);
    }
    Some(Found::new(start, ahead.at, Meaning::Period { unit, year }))
}

/// `the 1980s`, `1990's`, `the '80s`, `the nineties`, `the mid-1990s`.
fn decade(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let the = ahead.accept("the");
    let mut approximate = false;
    if ahead.accept("early mid late middle") {
        approximate = true;
        ahead.accept_hyphen();
    }
    let the = the || approximate;
    let decade = if ahead.is(TokenKind::Number) && ahead.raw().len() == 4 {
        let year: i32 = ahead.raw().parse().ok()?;
        ahead.skip(1);
        (year % 10 == 0 && year >= 1000 && ahead.is_glued() && ahead.accept("s 's")).then_some(year / 10)?
    } else if let Some(digit) = DECADES.get(ahead.word()).filter(|_| the && !matches!(cursor.back(1), "in" if !the)) {
        ahead.skip(1);
        190 + digit.parse::<i32>().ok()?
    } else {
        let quoted = ahead.accept("' ‘ ’ `");
        let digits = ahead.raw();
        let number: i32 =
            digits.parse().ok().filter(|number| number % 10 == 0 && *number < 100 && digits.len() == 2)?;
        if !(the || quoted) {
            return None;
        }
        ahead.skip(1);
        if !ahead.is_glued() || !ahead.accept("s 's") || (approximate && !quoted && !cursor.is_word("the")) {
            return None;
        }
        if number < 30 { 200 + number / 10 } else { 190 + number / 10 }
    };
    *cursor = ahead;
    Some(Found { approximate, ..Found::new(start, ahead.at, Meaning::Decade(decade)) })
}

/// `the 20th century`, `the nineteenth century`.
fn century(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    let approximate = ahead.accept("early mid late");
    ahead.accept_hyphen();
    let number = numbers::ordinal(&mut ahead).filter(|number| (2..=30).contains(number))?;
    ahead.accept_hyphen();
    if !ahead.accept("century") {
        return None;
    }
    *cursor = ahead;
    Some(Found { approximate, ..Found::new(start, ahead.at, Meaning::Century(i32::try_from(number).ok()? - 1)) })
}

/// `year-end`, `the year's end`: the year that the anchor lies in.
fn year_end(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    ahead.accept("the");
    let unit = match ahead.word() {
        "year" => TimeUnit::Year,
        "month" => TimeUnit::Month,
        _ => return None,
    };
    ahead.skip(1);
    ahead.accept_hyphen();
    ahead.accept("'s");
    if !ahead.accept("end") {
        return None;
    }
    let mut year = YearWord::Unsaid;
    let mut after = ahead;
    if let Some(word) = year_word(&mut after).filter(|_| unit == TimeUnit::Year) {
        year = word;
        ahead = after;
    }
    *cursor = ahead;
    let meaning = match year {
        YearWord::Number(number) => Meaning::Year(number),
        YearWord::Shift(shift) => Meaning::Current { unit, shift, anchor: super::meaning::Anchor::Publication },
        _ => Meaning::Current { unit, shift: 0, anchor: super::meaning::Anchor::Publication },
    };
    Some(Found { approximate: true, ..Found::new(start, ahead.at, meaning) })
}
