//! Finds what says how often: `every Tuesday`, `daily`, `each month`, `twice a week`.

use crate::{
    extract::{
        cursor::Cursor,
        numbers,
        times::{
            clock,
            duration::rate_before,
            meaning::{Found, Meaning},
        },
    },
    lexicon::time::{self, DAY_PARTS, FREQUENCIES, SEASONS, TimeUnit},
};

/// Reads an expression of how often and steps over it.
pub(super) fn set(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let rules: [fn(&mut Cursor<'_>) -> Option<String>; 5] = [day_of_each, every, adverb, rate, plural];
    let (ahead, value) = rules.into_iter().find_map(|rule| {
        let mut ahead = *cursor;
        rule(&mut ahead).map(|value| (ahead, value))
    })?;
    *cursor = ahead;
    Some(Found::new(start, cursor.at, Meaning::Set(value)))
}

/// The TIMEX3 period of `count` units: `P2W`, `PT1H`.
fn period(count: u32, unit: TimeUnit) -> String {
    let (sign, times) = unit.sign();
    format!("P{}{}{sign}", if unit.is_clock() { "T" } else { "" }, count * times)
}

/// `the 19th of every month`, `the first day of each year`, `the first Monday of every month`.
fn day_of_each(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.accept("the");
    let day = numbers::ordinal(cursor).filter(|day| (1..=31).contains(day))?;
    let weekday = time::weekday(cursor.word()).is_some();
    cursor.skip(usize::from(weekday));
    cursor.accept("day");
    if !(cursor.accept("of") && cursor.accept("every each")) {
        return None;
    }
    let value = match TimeUnit::named(cursor.word())? {
        unit if weekday => period(1, unit),
        TimeUnit::Month => format!("XXXX-XX-{day:02}"),
        TimeUnit::Year if day == 1 => "XXXX-01-01".to_owned(),
        _ => return None,
    };
    cursor.skip(1);
    Some(value)
}

/// `every day`, `each of the last`, `every other week`, `every two years`, `every Tuesday`, `every morning`.
fn every(cursor: &mut Cursor<'_>) -> Option<String> {
    if !cursor.accept("every each") {
        return None;
    }
    let mut ahead = *cursor;
    let mut count = 1;
    if ahead.accept("other") {
        count = 2;
    } else if ahead.accept("single") {
    } else if let Some(number) =
        numbers::number(&mut ahead).filter(|number| number.value >= 1.0 && number.value <= 1000.0)
    {
        count = number.value as u32;
    } else if let Some(number) = numbers::ordinal(&mut ahead) {
        count = number;
    }
    let word = ahead.word();
    let value = if let Some(unit) = TimeUnit::named(word) {
        if unit == TimeUnit::Weekend { "XXXX-WXX-WE".to_owned() } else { period(count, unit) }
    } else if let Some(weekday) = time::weekday(word) {
        let mut value = format!("XXXX-WXX-{}", weekday as u32 + 1);
        if let Some(part) = DAY_PARTS.get(ahead.ahead(1)) {
            ahead.skip(1);
            value.push('T');
            value.push_str(part);
        }
        value
    } else if let Some(part) = DAY_PARTS.get(word) {
        format!("XXXX-XX-XXT{part}")
    } else if let Some(season) = SEASONS.get(word) {
        format!("XXXX-{season}")
    } else {
        let month = time::month(word).filter(|_| ahead.is_capitalized())?;
        format!("XXXX-{month:02}")
    };
    ahead.skip(1);
    *cursor = ahead;
    Some(value)
}

/// `daily`, `annually`; not in a name such as "the Daily Star".
fn adverb(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut ahead = *cursor;
    let value = ahead.phrase(&FREQUENCIES)?;
    let first = !matches!(cursor.back(1), "" | "." | "\"" | "“" | "?" | "!");
    if cursor.is_capitalized() && first {
        return None;
    }
    if cursor.is_capitalized() && ahead.is_capitalized() {
        return None;
    }
    *cursor = ahead;
    Some(value.to_owned())
}

/// `twice a week`, `$5 a year`: the words after the number or the noun.
fn rate(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut ahead = *cursor;
    let times = ahead.accept("once twice");
    if !ahead.accept("a an") {
        return None;
    }
    let unit =
        TimeUnit::named(ahead.word()).filter(|unit| !ahead.word().ends_with('s') && *unit != TimeUnit::Second)?;
    let article = Cursor { at: ahead.at - 1, ..ahead };
    ahead.skip(1);
    if !(times || rate_before(&article)) || ahead.is_word("ago earlier later before after and from") {
        return None;
    }
    *cursor = ahead;
    Some(period(1, unit))
}

/// `Mondays`, `weekends`, `Tuesday afternoons`.
fn plural(cursor: &mut Cursor<'_>) -> Option<String> {
    let word = cursor.word();
    let part = cursor.ahead(1).strip_suffix('s').and_then(|part| DAY_PARTS.get(part));
    if let (Some(weekday), Some(part)) = (time::weekday(word), part) {
        cursor.skip(2);
        return Some(format!("XXXX-WXX-{}T{part}", weekday as u32 + 1));
    }
    let value = if let Some(weekday) = word.strip_suffix('s').filter(|day| day.ends_with("day")).and_then(time::weekday)
    {
        let value = format!("XXXX-WXX-{}", weekday as u32 + 1);
        let mut ahead = *cursor;
        ahead.skip(1);
        if let Some(clock) = ahead.accept("at").then(|| clock::clock(&mut ahead)).flatten() {
            *cursor = ahead;
            return Some(format!("{value}T{:02}:{:02}", clock.hour, clock.minute.unwrap_or(0)));
        }
        value
    } else if word == "weekends" && cursor.is_back(1, "on") {
        "XXXX-WXX-WE".to_owned()
    } else if word == "weekdays" {
        "XXXX-WXX".to_owned()
    } else {
        return None;
    };
    cursor.skip(1);
    Some(value)
}
