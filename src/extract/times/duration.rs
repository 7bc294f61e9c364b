//! Finds durations: `four days`, `four-day`, `more than a decade`, `several weeks`, `the past two months`.

use crate::{
    document::Tag,
    extract::{
        cursor::Cursor,
        numbers,
        times::meaning::{Count, Found, Meaning},
    },
    lexicon::{measure::MODIFIERS, time::TimeUnit},
    word::is_one_of,
};

/// Words for some, not said how many.
const SOME: &str = "several few many some numerous various countless";

/// Reads a duration and steps over it.
pub(super) fn duration(cursor: &mut Cursor<'_>) -> Option<Found> {
    framed(cursor).or_else(|| counted(cursor)).or_else(|| long(cursor)).or_else(|| plural(cursor))
}

/// Steps over what bounds the number, such as `about` or `more than`; not over a preposition that only looks so.
pub(super) fn modifier(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let Some(_) = ahead.phrase(&MODIFIERS) else { return false };
    if ahead.is_word("the this that next last past") {
        return false;
    }
    // "5 percent higher than a year ago" compares the figures, not the times.
    let compares = ahead.is_back(1, "than")
        && (cursor.is_word("higher lower greater larger smaller bigger")
            || cursor.is_back(1, "% percent higher lower"));
    if compares {
        return false;
    }
    if cursor.is_turn_around() {
        return false;
    }
    if cursor.is_word("above below near beyond under within") && ahead.at == cursor.at + 1 {
        return false;
    }
    *cursor = ahead;
    true
}

/// Reads how many of which unit: `four days`, `five-hour`, `a week`, `two and a half years`, `several weeks`, `half an
/// hour`. The last value tells whether the words leave it open.
pub(super) fn amount(cursor: &mut Cursor<'_>) -> Option<(Count, TimeUnit, bool)> {
    let mut ahead = *cursor;
    let mut open = false;
    let count = if let Some(half) = half_of(&mut ahead) {
        *cursor = ahead;
        return Some(half);
    } else if let Some(count) = loose_count(&mut ahead) {
        open = count == Count::Vague;
        count
    } else if let Some(number) = numbers::number(&mut ahead) {
        let mut value = number.value;
        if value < 0.01 {
            return None;
        }
        // "two or three days", "10-15 days", "two- to three-week", "between two and three weeks"
        let mut range = ahead;
        let hyphen = range.accept_hyphen();
        let between = cursor.is_back(1, "between") && range.accept("and");
        let linked = range.accept("to or") || between || hyphen;
        range.accept_hyphen();
        let upper = linked.then(|| numbers::number(&mut range)).flatten().filter(|upper| upper.value > value);
        if let Some(upper) = upper.filter(|_| unit(&mut range.clone()).is_some()) {
            ahead = range;
            open = true;
            if upper.scale > 1.0 && number.scale == 1.0 {
                value *= upper.scale;
            }
            Count::Range(value, upper.value)
        } else {
            Count::Exact(value)
        }
    } else if ahead.is_word("a an another") {
        ahead.skip(1);
        ahead.accept("mere full whole good long further");
        if let Some(number) = numbers::number(&mut ahead).filter(|number| number.value > 0.0) {
            Count::Exact(number.value)
        } else {
            Count::Exact(1.0)
        }
    } else {
        return None;
    };
    let mut count = count;
    ahead.accept("more full additional consecutive straight whole long extra further");
    let single = cursor.is_word("a an another one");
    let at = ahead;
    let unit = unit(&mut ahead)?;
    let word = ahead.back(1);
    let plural = word.ends_with('s') && !word.ends_with("ss");
    // "a seconds", "a second", "three quarters", "a quarter", "five second"
    if unit == TimeUnit::Second && !plural && at.is_word("second") && !at.is_back(1, "- one 1") {
        return None;
    }
    let led = cursor.is_back(1, "last past next first for coming previous consecutive");
    let parts = count == Count::Exact(3.0) && !led && at.is_back(1, "three");
    if unit == TimeUnit::Quarter && (!plural || parts || (ahead.is_word("of") && count != Count::Vague)) {
        return None;
    }
    if unit == TimeUnit::Weekend && single {
        return None;
    }
    let a = usize::from(ahead.is_ahead(1, "a"));
    if ahead.is_word("and") && ahead.is_ahead(1 + a, "half") {
        ahead.skip(2 + a);
        if let Count::Exact(value) | Count::Range(_, value) = &mut count {
            *value += 0.5;
        }
    }
    *cursor = ahead;
    Some((count, unit, open))
}

/// `half an hour`, `half a year`, `half-hour`, `a half hour`, `a half-century`.
fn half_of(cursor: &mut Cursor<'_>) -> Option<(Count, TimeUnit, bool)> {
    let mut ahead = *cursor;
    ahead.accept("a");
    if !ahead.accept("half") {
        return None;
    }
    ahead.accept_hyphen();
    ahead.accept("a an");
    let unit = unit(&mut ahead)?;
    if unit == TimeUnit::Second || unit == TimeUnit::Quarter {
        return None;
    }
    *cursor = ahead;
    Some((Count::Exact(0.5), unit, false))
}

/// `several`, `a few`, `a couple of`, `dozens of`.
fn loose_count(cursor: &mut Cursor<'_>) -> Option<Count> {
    let mut ahead = *cursor;
    let article = ahead.accept("a");
    if ahead.accept("couple") {
        ahead.accept("of");
        ahead.accept("more");
        *cursor = ahead;
        return Some(Count::Exact(2.0));
    }
    if article && ahead.accept("number") && ahead.accept("of") {
        *cursor = ahead;
        return Some(Count::Vague);
    }
    ahead = *cursor;
    ahead.accept("a");
    ahead.accept("very good");
    if ahead.is_word("dozens hundreds thousands tens scores millions billions") {
        ahead.skip(1);
        while ahead.is_word("of") && ahead.is_ahead(1, "thousands millions billions") {
            ahead.skip(2);
        }
        if ahead.accept("of") {
            *cursor = ahead;
            return Some(Count::Vague);
        }
        return None;
    }
    if ahead.accept(SOME) {
        ahead.accept("more of");
        ahead.accept("dozen hundred thousand million");
        *cursor = ahead;
        return Some(Count::Vague);
    }
    None
}

/// A unit, with a hyphen before it or not: `days`, `-day`.
fn unit(cursor: &mut Cursor<'_>) -> Option<TimeUnit> {
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    // "an SEC filing"
    let acronym = ahead.is_word("sec min") && ahead.raw().bytes().all(|letter| letter.is_ascii_uppercase());
    let unit = TimeUnit::named(ahead.word()).filter(|_| !acronym)?;
    ahead.skip(1);
    *cursor = ahead;
    Some(unit)
}

/// Units in the plural without a number, where `ago` or its like follows: `months ago`, `years later`.
pub(super) fn bare(cursor: &mut Cursor<'_>) -> Option<(Count, TimeUnit, bool)> {
    let unit = TimeUnit::named(cursor.word()).filter(|_| cursor.word().ends_with('s'))?;
    if !cursor.is_ahead(1, "ago earlier later before") {
        return None;
    }
    cursor.skip(1);
    Some((Count::Vague, unit, true))
}

/// Whether what follows makes it an age: `old`, `-old`, `of age`.
fn is_age(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.accept_hyphen();
    let phrase = (cursor.word(), cursor.ahead(1));
    ahead.is_word("old olds")
        || matches!(
            phrase,
            ("of", "age")
                | ("and", "older" | "younger" | "up" | "under" | "over" | "above")
                | ("or", "older" | "younger")
        )
}

/// `the past two months`, `the first nine months`, `the next few days`, `last three years`.
fn framed(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let least = modifier(&mut ahead);
    let each = ahead.accept("each") && ahead.accept("of");
    let the = ahead.accept("the these those");
    if the && ahead.is_word("year") && ahead.is_ahead(1, "ended ending") {
        ahead.skip(1);
        *cursor = ahead;
        return Some(Found::new(start, ahead.at, Meaning::Duration { count: Count::Exact(1.0), unit: TimeUnit::Year }));
    }
    let framed = ahead.accept("last past next first coming latest previous following preceding final initial opening");
    if (!framed || each) && !the {
        return None;
    }
    modifier(&mut ahead);
    if ahead.is_word("a") || ahead.is_word("an") {
        return None;
    }
    let (count, unit, open) = amount(&mut ahead).or_else(|| {
        // "the first hours"
        let first = ahead.is_back(1, "first final last opening initial");
        let unit = TimeUnit::named(ahead.word()).filter(|_| first && ahead.word().ends_with('s'))?;
        ahead.skip(1);
        Some((Count::Vague, unit, true))
    })?;
    // "the four-day visit": the article goes with the visit.
    let hyphenated = !framed && ahead.is_back(2, "-");
    if is_age(&ahead) || hyphenated {
        return None;
    }
    let approximate = or_so(&mut ahead) || open || least;
    *cursor = ahead;
    Some(Found { approximate, ..Found::new(start, ahead.at, Meaning::Duration { count, unit }) })
}

fn or_so(cursor: &mut Cursor<'_>) -> bool {
    let found = cursor.is_word("or") && cursor.is_ahead(1, "so more longer");
    if found {
        cursor.skip(2);
    }
    found
}

/// `four days`, `about five hours`, `more than a decade`, `five-year`.
fn counted(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let bounded = modifier(&mut ahead);
    let from = ahead;
    let (count, unit, open) = amount(&mut ahead)?;
    if is_age(&ahead) || glued_figure(&from) || cursor.is_back(1, "aged ages") {
        return None;
    }
    // "the Six-Day War"
    let unit_at = Cursor { at: ahead.at - 1, ..ahead };
    if from.is_capitalized() && unit_at.is_capitalized() && ahead.is_capitalized() {
        return None;
    }
    let article = from.is_word("a an");
    // "a 24-hour strike": the article goes with the strike.
    let start = if article && ahead.is_back(2, "-") && from.at == start { start + 1 } else { start };
    // "a year" after a price or a rate says how often; read elsewhere.
    if article && !bounded && rate_before(&from) {
        return None;
    }
    // "the day of", "a day care center", "one day"
    if article && unit == TimeUnit::Day && ahead.document.tag(ahead.at).is_noun() && ahead.at < ahead.end {
        return None;
    }
    let approximate = or_so(&mut ahead) || bounded || open;
    *cursor = ahead;
    Some(Found { approximate, ..Found::new(start, ahead.at, Meaning::Duration { count, unit }) })
}

/// Whether the number here goes on to its left: `3-2 day`, `A-20 minute`.
fn glued_figure(cursor: &Cursor<'_>) -> bool {
    cursor.is_glued() && cursor.is_back(1, "- / . $ # :")
}

/// Whether an article and a unit here follow a number with its noun, so that they say how often: `$5 a year`.
pub(super) fn rate_before(cursor: &Cursor<'_>) -> bool {
    let Some(before) = cursor.at.checked_sub(1) else { return false };
    let word = cursor.back(1);
    if is_one_of(word, "once twice times % percent cents dollars $ hours days minutes million billion") {
        return true;
    }
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    // "450 visitors a day": a noun right before, and a number not far before it.
    let counted = matches!(cursor.document.tag(before), Tag::NNS | Tag::NN);
    counted
        && (2..5).any(|back| {
            cursor.at.checked_sub(back).is_some_and(|at| {
                cursor.document.kind(at) == Some(crate::document::TokenKind::Number)
                    || crate::lexicon::measure::CARDINALS.get(cursor.document.word(at)).is_some()
            })
        })
}

/// `day-long`, `weeklong`, `decades-long`, `yearlong`, `all day`.
fn long(cursor: &mut Cursor<'_>) -> Option<Found> {
    let start = cursor.at;
    let mut ahead = *cursor;
    if ahead.accept("all") && is_one_of(ahead.word(), "day week month year") && ahead.ahead(1) != "-" {
        let unit = TimeUnit::named(ahead.word())?;
        ahead.skip(1);
        *cursor = ahead;
        return Some(Found::new(start, ahead.at, Meaning::Duration { count: Count::Exact(1.0), unit }));
    }
    let unit = if let Some(stem) = ahead.word().strip_suffix("long") {
        ahead.skip(1);
        TimeUnit::named(stem)?
    } else {
        let unit = TimeUnit::named(ahead.word())?;
        ahead.skip(1);
        if !ahead.accept_hyphen() || !ahead.accept("long") {
            return None;
        }
        unit
    };
    let plural = cursor.word().ends_with('s');
    let count = if plural { Count::Vague } else { Count::Exact(1.0) };
    *cursor = ahead;
    Some(Found { approximate: plural, ..Found::new(start, ahead.at, Meaning::Duration { count, unit }) })
}

/// `for years`, `in months`, `weeks of talks`: a plural alone, where the words around show that it says how long.
fn plural(cursor: &mut Cursor<'_>) -> Option<Found> {
    let word = cursor.word();
    let unit = TimeUnit::named(word).filter(|_| word.ends_with('s') && word != "quarters")?;
    if cursor.is_glued() || is_one_of(word, "weekends secs mins") {
        return None;
    }
    let before = cursor.back(1);
    let led =
        is_one_of(before, "for in after within over took take takes lasted last spent through of only just taken");
    let next = cursor.ahead(1);
    let goes_on = is_one_of(next, "of before after since") && unit >= TimeUnit::Minute;
    // "in the years of his reign" names a time, not a length.
    let goes_on = goes_on && !(next == "of" && is_one_of(before, "the his her their its"));
    if !(led || goes_on) || next == "old" || (before == "of" && next == "of") {
        return None;
    }
    let start = cursor.at;
    cursor.skip(1);
    Some(Found { approximate: true, ..Found::new(start, cursor.at, Meaning::Duration { count: Count::Vague, unit }) })
}
