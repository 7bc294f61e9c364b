//! Finds times of day: `8 p.m.`, `14:30 GMT`, `noon`, `3 o'clock`.

use crate::{
    document::{Tag, TokenKind},
    extract::{cursor::Cursor, numbers, times::meaning::Clock},
    lexicon::{meaning, measure::CARDINALS, time::ZONES},
};

/// Reads the time of day here with its zone and steps over it.
pub(super) fn clock(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let mut ahead = *cursor;
    let mut clock =
        named(&mut ahead).or_else(|| figures(&mut ahead)).or_else(|| past(&mut ahead)).or_else(|| words(&mut ahead))?;
    let mut after = ahead;
    after.accept("in at");
    after.accept("the");
    // "8:00 early morning"
    if after.at == ahead.at {
        after.accept("early late");
        if after.accept("morning afternoon evening") && ahead.is_word("early late") {
            ahead = after;
        }
    }
    // "ten past nine in the evening"
    let late = after.is_word("evening afternoon night") && !after.is_back(1, "this");
    if late && after.at > ahead.at && (1..12).contains(&clock.hour) {
        clock.hour += 12;
    }
    zone(&mut ahead);
    *cursor = ahead;
    Some(clock)
}

fn named(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let mut ahead = *cursor;
    ahead.accept("12");
    let hour = match ahead.word() {
        "noon" if !cursor.is_back(1, "high") => 12,
        "midnight" if !is_colour(&ahead) => 24,
        _ => return None,
    };
    cursor.at = ahead.at + 1;
    Some(Clock { hour, minute: Some(0), second: None })
}

/// Whether the word here says what something looks like: "a midnight blue coat", "her midnight cherry car".
fn is_colour(cursor: &Cursor<'_>) -> bool {
    let (document, next) = (cursor.document, cursor.at + 1);
    let led = cursor.is_back(1, "the a an my your his her its our their own 's");
    let describes = document.kind(next) == Some(TokenKind::Word)
        && !matches!(document.tag(next), Tag::IN | Tag::CC | Tag::TO | Tag::DT | Tag::RB)
        && !document.tag(next).is_finite();
    let is_thing = next + 1 < cursor.end && document.tag(next + 1).is_noun();
    led && describes && is_thing && !meaning::is_event(document.lemma(next))
}

/// Which half of the day is named here.
fn half(cursor: &mut Cursor<'_>) -> Option<bool> {
    let late = match cursor.word() {
        "am" | "a.m." | "a.m" => false,
        "pm" | "p.m." | "p.m" => true,
        "a" | "p" if cursor.is_ahead(1, ".") && cursor.is_ahead(2, "m m.") => {
            let late = cursor.is_word("p");
            cursor.skip(3);
            return Some(late);
        }
        _ => return None,
    };
    cursor.skip(1);
    Some(late)
}

fn figures(cursor: &mut Cursor<'_>) -> Option<Clock> {
    if !cursor.is(TokenKind::Number) {
        return None;
    }
    let mut ahead = *cursor;
    let raw = ahead.raw();
    let (hour, minute) = match raw.split_once('.') {
        // "9.30pm" as British papers write it
        Some((hour, minute)) if minute.len() == 2 => (hour, Some(minute)),
        Some(_) => return None,
        None => (raw, None),
    };
    let dotted = minute.is_some();
    let mut hour: u32 = hour.parse().ok()?;
    let mut minute: Option<u32> = minute.and_then(|minute| minute.parse().ok());
    let mut second = None;
    ahead.skip(1);
    if !dotted {
        minute = colon(&mut ahead);
        if minute.is_some() {
            second = colon(&mut ahead);
        }
    }
    if minute.is_some_and(|minute| minute > 59) || second.is_some_and(|second| second > 59) {
        return None;
    }
    let mut later = ahead;
    if ahead.is_word("-") {
        later.skip(1);
    }
    if let Some(late) = half(&mut ahead).or_else(|| half(&mut later).inspect(|_| ahead = later)) {
        if hour == 0 || hour > 12 {
            return (hour <= 23).then_some(()).map(|()| {
                *cursor = ahead;
                Clock { hour, minute, second }
            });
        }
        hour = hour % 12 + if late { 12 } else { 0 };
    } else if ahead.is_word("o'clock oclock") {
        ahead.skip(1);
    } else if minute.is_some() && !dotted {
        if hour > 24 || ahead.is_word("% - :") && ahead.is_glued() {
            return None;
        }
    } else if dotted && hour <= 24 && cursor.is_back(1, "at") && !ahead.is_word("%") && !ahead.is(TokenKind::Word) {
        // "at 6.45"
    } else if !dotted && raw.len() <= 2 && (1..=12).contains(&hour) && part_follows(&ahead) {
        // "5 in the morning"
    } else if raw.len() == 4 && !dotted && zoned(&ahead) {
        // "1430 GMT"
        minute = Some(hour % 100);
        hour /= 100;
        if hour > 24 || minute.is_some_and(|minute| minute > 59) {
            return None;
        }
    } else {
        return None;
    }
    *cursor = ahead;
    Some(Clock { hour, minute, second })
}

fn part_follows(cursor: &Cursor<'_>) -> bool {
    let part = cursor.is_ahead(2, "morning afternoon evening");
    (cursor.is_word("in") && cursor.is_ahead(1, "the") && part) || (cursor.is_word("at") && cursor.is_ahead(1, "night"))
}

/// The two figures after a colon that stands right behind a number.
fn colon(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    if !ahead.is_word(":") || !ahead.is_glued() {
        return None;
    }
    ahead.skip(1);
    let digits = ahead.raw().split('.').next()?;
    if !ahead.is_glued() || !ahead.is(TokenKind::Number) || digits.len() != 2 {
        return None;
    }
    let value = digits.parse().ok()?;
    ahead.skip(1);
    *cursor = ahead;
    Some(value)
}

/// `five o'clock`, `seven p.m.`
fn words(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let mut hour: u32 = CARDINALS.get(cursor.word())?.parse().ok().filter(|hour| (1..=12).contains(hour))?;
    let mut ahead = *cursor;
    ahead.skip(1);
    let mut minute = None;
    if let Some(number) =
        numbers::number(&mut ahead).filter(|number| !number.figures && (10.0..60.0).contains(&number.value))
    {
        minute = Some(number.value as u32);
    }
    if ahead.is_word("o'clock oclock") {
        ahead.skip(1);
        if let Some(late) = half(&mut ahead) {
            hour = hour % 12 + if late { 12 } else { 0 };
        }
    } else if let Some(late) = half(&mut ahead) {
        hour = hour % 12 + if late { 12 } else { 0 };
    } else if minute.is_none()
        || !cursor.is_back(1, "at")
        || ahead.is(TokenKind::Word) && ahead.document.tag(ahead.at).is_noun()
    {
        // "at seven thirty", but not "at seven thirty people"
        return None;
    }
    *cursor = ahead;
    Some(Clock { hour, minute, second: None })
}

/// `half past nine`, `a quarter to eight`, `twenty minutes past five`.
fn past(cursor: &mut Cursor<'_>) -> Option<Clock> {
    let mut ahead = *cursor;
    ahead.accept("a");
    let mut minute: u32 = match ahead.word() {
        "half" => 30,
        "quarter" => 15,
        _ => {
            let number = numbers::number(&mut ahead.clone()).filter(|number| number.value.fract() == 0.0)?;
            numbers::number(&mut ahead)?;
            ahead.at -= 1;
            number.value as u32
        }
    };
    ahead.skip(1);
    let named = ahead.accept("minutes minute min mins");
    let before = match ahead.word() {
        "past" => false,
        "to" | "before" if ahead.is_back(1, "quarter") || (named && ahead.is_word("to")) => true,
        _ => return None,
    };
    ahead.skip(1);
    let hour =
        numbers::number(&mut ahead).filter(|hour| hour.value.fract() == 0.0 && (1.0..=12.0).contains(&hour.value))?;
    let mut hour = hour.value as u32;
    if minute > 59 || ahead.is_word("-") || ahead.is_word("percent") || ahead.is_word("%") {
        return None;
    }
    if before {
        minute = 60 - minute;
        hour -= 1;
    }
    if let Some(late) = half(&mut ahead) {
        hour = hour % 12 + if late { 12 } else { 0 };
    }
    ahead.accept("o'clock");
    *cursor = ahead;
    Some(Clock { hour, minute: Some(minute), second: None })
}

fn zoned(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    zone(&mut ahead)
}

/// Steps over the name of a zone: `GMT`, `Eastern time`, `(1300 GMT)`.
fn zone(cursor: &mut Cursor<'_>) -> bool {
    let short = cursor.word().len() <= 4;
    // "ct", "est" and their like are other words in lower case.
    if short && !cursor.raw().chars().all(|character| character.is_ascii_uppercase()) && !cursor.is_word("local") {
        return false;
    }
    let zone = cursor.phrase(&ZONES).is_some();
    if zone && cursor.is_word("time") {
        cursor.skip(1);
    }
    zone
}
