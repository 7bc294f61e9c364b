//! Reads the unit after a number: percent, currency, measure, age.

use crate::{
    decimal,
    document::TokenKind,
    extract::{cursor::Cursor, numbers, quantities::amount::Amount},
    lexicon::{
        measure::{CURRENCY_CODES, CURRENCY_NAMES, UNIT_NAMES, UNIT_SYMBOLS},
        time::TimeUnit,
    },
    quantity::Unit,
    word::is_one_of,
};

/// Reads the unit here and steps over it. A coin multiplies the amount: 50 cents are 0.5 USD.
pub(super) fn unit(cursor: &mut Cursor<'_>, amount: &mut Amount) -> Option<Unit> {
    let mut ahead = *cursor;
    // "half a mile", "a quarter of a percentage point"
    if amount.fraction && (ahead.accept("of") || ahead.is_back(1, "half")) && ahead.accept("a an") {
        let unit = percent(&mut ahead).or_else(|| measure(&mut ahead, amount).map(Unit::Measure))?;
        *cursor = ahead;
        return Some(unit);
    }
    ahead = *cursor;
    if let Some(inches) = marked_inches(&mut ahead) {
        amount.value += inches / 12.0;
        *cursor = ahead;
        return Some(Unit::Measure("foot".to_owned()));
    }
    let found = percent(&mut ahead)
        .or_else(|| age(&mut ahead))
        .or_else(|| currency(&mut ahead, amount))
        .or_else(|| measure(&mut ahead, amount).map(Unit::Measure))?;
    *cursor = ahead;
    Some(found)
}

/// `%`, `percent`, `per cent`, `pc`, `percentage points`.
fn percent(cursor: &mut Cursor<'_>) -> Option<Unit> {
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    match ahead.word() {
        "%" | "percent" | "pct" | "percents" | "percentage" | "pct." => ahead.skip(1),
        "per" if ahead.is_ahead(1, "cent") => ahead.skip(2),
        "pc" | "pp" if ahead.is_glued() => {
            let points = ahead.is_word("pp");
            ahead.skip(1);
            *cursor = ahead;
            return Some(if points { Unit::PercentagePoint } else { Unit::Percent });
        }
        _ => return None,
    }
    let mut points = ahead;
    points.accept_hyphen();
    if points.accept("point points") {
        *cursor = points;
        return Some(Unit::PercentagePoint);
    }
    if ahead.is_back(1, "percentage") {
        return None;
    }
    *cursor = ahead;
    Some(Unit::Percent)
}

/// `years old`, `-year-old`, `years of age`.
fn age(cursor: &mut Cursor<'_>) -> Option<Unit> {
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    let unit = TimeUnit::named(ahead.word()).filter(|unit| *unit >= TimeUnit::Day)?;
    ahead.skip(1);
    let of_age = ahead.is_word("of") && ahead.is_ahead(1, "age");
    if of_age {
        ahead.skip(2);
    } else {
        ahead.accept_hyphen();
        if !ahead.accept("old olds") {
            return None;
        }
    }
    let name = match unit {
        TimeUnit::Year => "year of age",
        TimeUnit::Month => "month of age",
        TimeUnit::Week => "week of age",
        TimeUnit::Day => "day of age",
        _ => return None,
    };
    *cursor = ahead;
    Some(Unit::Measure(name.to_owned()))
}

/// `dollars`, `Swiss francs`, `USD`, `p`; for a sign that stood before, only what repeats it.
fn currency(cursor: &mut Cursor<'_>, amount: &mut Amount) -> Option<Unit> {
    let mut ahead = *cursor;
    let signed = amount.currency;
    if ahead.is_glued()
        && ahead.is_word("p")
        && signed.is_none()
        && !matches!(amount.value as i64, 480 | 720 | 1080 | 2160)
    {
        cursor.skip(1);
        amount.value *= 0.01;
        return Some(Unit::Currency("GBP".to_owned()));
    }
    let hyphen = ahead.accept_hyphen();
    let mut code = None;
    let mut named = ahead;
    if let Some(value) = named.phrase(&CURRENCY_NAMES) {
        // "won" is a verb, too: "the 3 won the prize".
        let sure = !(ahead.is_word("won") && amount.scale == 1.0 && amount.value < 100.0);
        if sure {
            code = Some(value);
            ahead = named;
        }
    } else if ahead.is_word("pounds pound") && amount.scale >= 1e6 {
        code = Some("GBP");
        ahead.skip(1);
    } else if !hyphen
        && ahead.is(TokenKind::Word)
        && ahead.raw().chars().all(|character| character.is_ascii_uppercase())
        || ahead.is_word("usd rmb eur")
    {
        if let Some(value) = CURRENCY_CODES.get(ahead.word()) {
            code = Some(value);
            ahead.skip(1);
        }
    } else if (ahead.is(TokenKind::Symbol) || (ahead.is_glued() && !ahead.raw().is_ascii()))
        && let Some(value) = crate::lexicon::measure::CURRENCY_SIGNS.get(ahead.word()).filter(|_| signed.is_none())
    {
        let mut next = ahead;
        next.skip(1);
        if !(next.is_glued() && next.is(TokenKind::Number)) {
            code = Some(value);
            ahead.skip(1);
        }
    }
    match (code, signed) {
        (Some(code), signed) => {
            *cursor = ahead;
            let (code, factor) = code.split_once(' ').unwrap_or((code, "1"));
            amount.value *= decimal::parse(factor).unwrap_or(1.0);
            if factor == "1" && amount.scale == 1.0 {
                coins(cursor, amount);
            }
            Some(Unit::Currency(if code == "USc" {
                "USD".to_owned()
            } else {
                signed.filter(|_| code == "USD").unwrap_or(code).to_owned()
            }))
        }
        (None, Some(code)) => {
            if code == "USc" {
                amount.value *= 0.01;
                return Some(Unit::Currency("USD".to_owned()));
            }
            Some(Unit::Currency(code.to_owned()))
        }
        (None, None) => None,
    }
}

/// `15 dollars and 50 cents`, `15 dollars 50`: the coins go into the notes.
fn coins(cursor: &mut Cursor<'_>, amount: &mut Amount) {
    let mut ahead = *cursor;
    ahead.accept("and");
    let Some(number) = numbers::number(&mut ahead).filter(|number| number.value < 100.0 && number.scale == 1.0) else {
        return;
    };
    let named = ahead.accept("cents cent pence");
    let ends = number.figures && number.value >= 10.0 && matches!(ahead.word(), "" | "." | "," | ";" | "?" | "!");
    if named || ends {
        amount.value += number.value / 100.0;
        *cursor = ahead;
    }
}

/// `miles`, `km/h`, `square feet`, `miles per hour`, `-gallon`, `°C`.
fn measure(cursor: &mut Cursor<'_>, amount: &mut Amount) -> Option<String> {
    let mut ahead = *cursor;
    let hyphen = ahead.accept_hyphen();
    let mut name = single(&mut ahead, hyphen, amount)?;
    if name == "foot" {
        inches(&mut ahead, amount);
    }
    // "miles per hour", "miles an hour", "barrels a day", "km/h"
    let mut below = ahead;
    let stroke = below.is_word("/") && below.is_glued();
    let per = below.accept("per a an /");
    if per && !is_one_of(name.as_str(), "degree cup") {
        let unit = if let Some(unit) = TimeUnit::named(below.word()).filter(|_| !stroke && !below.word().ends_with('s'))
        {
            let _ = unit;
            Some(below.word().to_owned()).inspect(|_| below.skip(1))
        } else {
            single(&mut below, false, amount)
        };
        if let Some(unit) = unit {
            name.push_str(" per ");
            name.push_str(&unit);
            ahead = below;
        }
    }
    *cursor = ahead;
    Some(name)
}

/// `5'10"`: the marks behind feet and inches; gives the inches.
fn marked_inches(cursor: &mut Cursor<'_>) -> Option<f64> {
    let mark = |cursor: &mut Cursor<'_>, marks: &'static str| cursor.is_glued() && cursor.accept(marks);
    let number = cursor.back(1);
    mark(cursor, "' ’ ′").then_some(())?;
    let inches = decimal::parse(cursor.raw());
    let inches = inches.filter(|inches| *inches < 12.0 && cursor.is_glued() && number.len() < 3)?;
    cursor.skip(1);
    mark(cursor, "\" ” ″").then_some(inches)
}

/// `5 feet 2 inches`, `6-foot-2`: the inches go into the feet.
fn inches(cursor: &mut Cursor<'_>, amount: &mut Amount) {
    let mut ahead = *cursor;
    let hyphen = ahead.accept_hyphen();
    ahead.accept(", and");
    let Some(number) = numbers::number(&mut ahead).filter(|number| number.value < 12.0) else { return };
    ahead.accept_hyphen();
    if ahead.accept("inches inch in in.") || hyphen && ahead.is_back(2, "-") {
        amount.value += number.value / 12.0;
        *cursor = ahead;
    }
}

/// One unit by name or symbol, with `square` or `cubic` before it.
fn single(cursor: &mut Cursor<'_>, hyphen: bool, amount: &Amount) -> Option<String> {
    let mut ahead = *cursor;
    let power = match ahead.word() {
        "square" | "sq" | "sq." => "square ",
        "cubic" | "cu" => "cubic ",
        _ => "",
    };
    if !power.is_empty() {
        ahead.skip(1);
        ahead.accept_hyphen();
        let name = ahead.phrase(&UNIT_NAMES).or_else(|| symbol(&mut ahead, true))?;
        *cursor = ahead;
        return Some(format!("{power}{name}"));
    }
    let mut named = ahead;
    if let Some(name) = named.phrase(&UNIT_NAMES) {
        let singular = !ahead.word().ends_with('s') && !ahead.is_word("feet");
        // "two second-hand cars", "three day labourers", "12 month plan" are named by their hyphen or their number.
        let odd = is_one_of(name, "second stone cup quarter bit")
            && singular
            && !hyphen
            && amount.value != 1.0
            && name != "cup";
        let quarters = name == "quarter" && ahead.is_word("quarters");
        if !(odd || quarters) {
            *cursor = named;
            return Some(name.to_owned());
        }
    }
    let name = symbol(&mut ahead, false)?;
    *cursor = ahead;
    Some(name.to_owned())
}

/// A symbol in its case. Single letters and words of other meaning count only right behind the number.
fn symbol(cursor: &mut Cursor<'_>, led: bool) -> Option<&'static str> {
    let glued = cursor.is_glued() || led;
    let raw = cursor.raw();
    if is_one_of(raw, "° º") {
        let mut ahead = *cursor;
        ahead.skip(1);
        let scale = match ahead.raw() {
            "C" | "c" => Some("celsius"),
            "F" | "f" => Some("fahrenheit"),
            _ => None,
        };
        if scale.is_some() {
            ahead.skip(1);
        } else if ahead.is_word("celsius centigrade") {
            ahead.skip(1);
            *cursor = ahead;
            return Some("celsius");
        } else if ahead.is_word("fahrenheit") {
            ahead.skip(1);
            *cursor = ahead;
            return Some("fahrenheit");
        }
        *cursor = ahead;
        return Some(scale.unwrap_or("degree"));
    }
    // "km/h" is one symbol of three tokens.
    if cursor.is_ahead(1, "/") {
        let mut key = String::from(raw);
        key.push('/');
        key.push_str(cursor.ahead(2));
        if let Some(name) = UNIT_SYMBOLS.get(&key) {
            cursor.skip(3);
            return Some(name);
        }
    }
    // "5 lb." and "3 km."
    let name = UNIT_SYMBOLS.get(raw).or_else(|| UNIT_SYMBOLS.get(raw.strip_suffix('.')?))?;
    let spaced = raw.chars().count() >= 2 && !is_one_of(raw, "in min mins MP ha mi gal") || is_one_of(raw, "m g C F");
    if !(glued || spaced) {
        return None;
    }
    cursor.skip(1);
    Some(name)
}
