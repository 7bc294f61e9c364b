//! Finds quantities: numbers with what they count or measure, how they are bounded, and whether they rise or fall.
//!
//! `amount` reads the number, `unit` and `counted` what comes after it, `modifier` what stands around it; `exclude` tells
//! the numbers that are no quantities. What is an expression of time is not one.

mod amount;
mod counted;
mod exclude;
mod modifier;
mod unit;

use std::ops::Range;

use crate::{
    document::{Document, Tag},
    extract::{cursor::Cursor, numbers},
    letter,
    lexicon::measure,
    quantity::{Modifier, Quantity, Unit},
    span::Span,
    time::TimeExpression,
    word::is_one_of,
};

use amount::Amount;

/// A figure and its conversion differ by no more than this share: 2,000 kilometres are "about 1,200 miles".
const ROUNDED_ANEW: f64 = 0.08;

/// A quantity while it is put together, in tokens.
#[derive(Clone, Debug)]
struct Draft {
    /// The number with its sign and scale.
    number: Range<usize>,
    /// The token after the unit or the counted noun phrase.
    end: usize,
    amount: Amount,
    unit: Unit,
    counted: Range<usize>,
    /// Whether it is a place in an order.
    ordinal: bool,
}

/// The quantities of a document, in order.
#[must_use]
pub fn find(document: &Document, times: &[TimeExpression]) -> Vec<Quantity> {
    let times: Vec<Range<usize>> = times.iter().map(|time| document.tokens_in(time.span)).collect();
    let mut quantities: Vec<Quantity> = Vec::new();
    for sentence in &document.sentences {
        let drafts = ranges(document, drafts(document, &sentence.tokens, &times));
        for draft in drafts {
            let quantity = finish(document, &sentence.tokens, draft);
            match quantities.last() {
                Some(last) if last.span.end > quantity.span.start => {}
                Some(last) if is_conversion(document, last, &quantity) => {
                    // What bounds the one bounds the other.
                    let modifier = if quantity.modifier == Modifier::Exact { last.modifier } else { quantity.modifier };
                    let approximate = quantity.approximate || last.approximate;
                    quantities.push(Quantity { modifier, approximate, conversion: true, ..quantity });
                }
                _ => quantities.push(quantity),
            }
        }
    }
    quantities
}

/// Whether `second` is `first` in another unit: the same length, rounded anew, in brackets right behind it.
fn is_conversion(document: &Document, first: &Quantity, second: &Quantity) -> bool {
    let (Some((x, unit)), Some((y, other))) = (first.base, second.base) else { return false };
    let between = document.tokens_in(Span::new(first.span.end, second.span.start));
    unit == other
        && first.unit != second.unit
        && between.len() == 1
        && document.is_word(between.start, "( [")
        && (x - y).abs() <= ROUNDED_ANEW * x.abs().max(y.abs())
}

/// The numbers of a sentence with their units, ranges still apart.
fn drafts(document: &Document, sentence: &Range<usize>, times: &[Range<usize>]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // Where the last number that is no quantity ended.
    let mut excluded = None;
    let mut at = sentence.start;
    while at < sentence.end {
        let next = times.partition_point(|time| time.end <= at);
        let barrier = times.get(next).map_or(sentence.end, |time| time.start.max(at));
        if barrier == at {
            at = times.get(next).map_or(at + 1, |time| time.end.max(at + 1));
            continue;
        }
        let mut cursor = Cursor::new(document, at, sentence.end);
        match draft(&mut cursor, barrier.min(sentence.end)) {
            Some(draft) => {
                at = cursor.at.max(at + 1);
                let other =
                    !draft.ordinal && exclude::is_other(document, sentence, &draft.number, &draft.unit, &draft.counted);
                // Of "2-1" and "16-18" both ends are none, or neither is.
                let hyphen = draft.number.start.checked_sub(1);
                let hyphen = hyphen.filter(|&at| document.is_word(at, "- –") && document.is_glued(at));
                if hyphen.is_some() && hyphen == excluded {
                    continue;
                }
                if other {
                    drafts.pop_if(|last| hyphen == Some(last.end) && last.unit == Unit::None);
                    excluded = Some(draft.number.end);
                } else {
                    drafts.push(draft);
                }
            }
            None => at += 1,
        }
    }
    drafts
}

/// The number here with what follows it. `barrier` is where the next date begins.
fn draft(cursor: &mut Cursor<'_>, barrier: usize) -> Option<Draft> {
    let start = cursor.at;
    let mut ahead = *cursor;
    if let Some(place) = ordinal(cursor, barrier) {
        return Some(place);
    }
    let mut amount = amount::amount(&mut ahead)?;
    let number = start..ahead.at;
    if number.end > barrier {
        return None;
    }
    let mut unit = unit::unit(&mut ahead, &mut amount).unwrap_or(Unit::None);
    let mut tokens = ahead.at..ahead.at;
    if unit == Unit::None {
        let partitive = amount.fraction || amount.vague;
        if is_age(cursor, &ahead, &amount) {
            unit = Unit::Measure("year of age".to_owned());
        } else if let Some(counted) = counted::counted(&mut ahead, barrier, partitive) {
            unit = Unit::Counted(cursor.document.slice(cursor.document.span_of(&counted)).to_owned());
            tokens = counted;
        } else if !stands_alone(cursor, &ahead, &amount) {
            return None;
        }
    }
    *cursor = ahead;
    Some(Draft { number, end: ahead.at, amount, unit, counted: tokens, ordinal: false })
}

/// A place in an order with what is ordered: `third trip`, `20th round of talks`; not a part of a name or of a longer word, as in
/// `Third Avenue`, `third-party` and `third-largest`, and not a `first`, which rarely counts: `first light`, `for the first time`.
fn ordinal(cursor: &mut Cursor<'_>, barrier: usize) -> Option<Draft> {
    let start = cursor.at;
    let mut ahead = *cursor;
    let value = f64::from(numbers::ordinal(&mut ahead)?);
    let number = start..ahead.at;
    // "seventh through 12th grades", "the second largest city"
    let listed = cursor.is_back(1, "one through to and or - –");
    let ranked = matches!(ahead.document.tag(ahead.at), Tag::JJS | Tag::RBS) || value < 2.0;
    if ahead.is_word("- half") || ahead.is_capitalized() || number.end >= barrier || listed || ranked {
        return None;
    }
    let counted = counted::counted(&mut ahead, barrier, false).filter(|counted| counted.start == number.end)?;
    let unit = Unit::Counted(cursor.document.slice(cursor.document.span_of(&counted)).to_owned());
    let amount =
        Amount { value, upper: None, scale: 1.0, currency: None, fraction: false, figures: true, vague: false };
    *cursor = ahead;
    Some(Draft { number, end: ahead.at, amount, unit, counted, ordinal: true })
}

/// Whether a bare number is somebody's age: `Maria Lopez, 65,`, `aged 12`, `a man of 71`.
fn is_age(start: &Cursor<'_>, end: &Cursor<'_>, amount: &Amount) -> bool {
    let value = amount.value;
    if value.fract() != 0.0 || !(1.0..=115.0).contains(&value) || end.at != start.at + 1 {
        return false;
    }
    let (before, further) = (start.back(1), start.back(2));
    let person = is_one_of(further, "man woman boy girl age ages teenager");
    if is_one_of(before, "aged ages") || (before == "of" && person) {
        return true;
    }
    let named = start.at.checked_sub(2).is_some_and(|name| {
        start.document.tag(name).is_proper()
            && start.document.is_capitalized(name)
            && start.document.raw(name).chars().any(letter::is_small)
    });
    amount.figures && value >= 5.0 && before == "," && named && end.is_word(", .")
}

/// Whether a number that counts nothing that is said is still one: not the pronoun `one`, not `half` of a match.
fn stands_alone(start: &Cursor<'_>, end: &Cursor<'_>, amount: &Amount) -> bool {
    if amount.figures {
        return true;
    }
    let alone = start.at == 0 || end.word().is_empty();
    match start.word() {
        // "one or two boats", "one to two inches"
        "one" => end.at > start.at + 1 || alone && end.at + 1 >= end.end || leads_range(end),
        "half" | "a" => amount.scale > 1.0 || measure::MODIFIERS.get(start.back(1)).is_some() || end.is_word("of"),
        _ => !amount.vague || end.is_word("of"),
    }
}

/// Whether the number that ends before the cursor is the lower end of a range: `to two`, `or two`, `- to two-`.
fn leads_range(end: &Cursor<'_>) -> bool {
    let mut ahead = *end;
    ahead.accept_hyphen();
    ahead.accept("or to") && ahead.document.tag(ahead.at) == Tag::CD
}

/// Joins what is the lower and the upper end of a range.
fn ranges(document: &Document, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let Some(last) = joined.last_mut() else {
            joined.push(draft);
            continue;
        };
        if is_score(document, last, &draft) {
            joined.pop();
        } else if let Some(both) = range(document, last, &draft) {
            *last = both;
        } else {
            if is_choice(document, last, &draft) {
                // "eight or nine euros"
                last.unit = draft.unit.clone();
                last.amount.value *=
                    if last.amount.scale == 1.0 && last.amount.value < 1000.0 { draft.amount.scale } else { 1.0 };
            }
            joined.push(draft);
        }
    }
    joined
}

/// The range from `low` to `high`, if the words between make them one.
fn range(document: &Document, low: &Draft, high: &Draft) -> Option<Draft> {
    if low.ordinal || high.ordinal {
        return None;
    }
    if low.amount.upper.is_some() || low.amount.vague || high.amount.vague || high.amount.upper.is_some() {
        return None;
    }
    let before = low.number.start.checked_sub(1).map_or("", |at| document.word(at));
    let framed = is_one_of(before, "from between")
        || matches!(low.number.start.checked_sub(2).map_or("", |at| document.word(at)), "from" | "between");
    let own = low.unit != Unit::None;
    let between = low.end..high.number.start;
    let linked = match between.len() {
        1 => match document.word(between.start) {
            "-" | "–" | "—" | "−" => true,
            "to" => !own || framed || !changed(document, low),
            "and" => before == "between",
            "or" => document.is_word(low.number.start, "one") && !own,
            _ => false,
        },
        // "8-to-12-foot", "two- to three-mile"
        2 | 3 => {
            between.clone().any(|at| document.is_word(at, "to"))
                && between.clone().all(|at| document.is_word(at, "to -"))
        }
        // "3-5": the tokenizer's hyphen was read as a minus.
        0 => high.amount.value < 0.0 && document.is_glued(high.number.start),
        _ => false,
    };
    // "€5-7 million"
    let signed = low.amount.currency.is_some() && high.unit == Unit::None;
    // "aged 5 to 11"
    let aged = high.unit == Unit::None && matches!(low.unit, Unit::Measure(_)) && low.end == low.number.end;
    let same = !own || low.unit == high.unit || signed || aged;
    if !linked || !same {
        return None;
    }
    let mut first = low.amount;
    let second = high.amount;
    // "$5 to $7 million", but "$500 to $2 million"
    let scales = second.currency.is_none() || first.currency.is_none() || first.value < second.value / second.scale;
    if first.scale == 1.0 && second.scale > 1.0 && first.value < 1000.0 && scales {
        first.value *= second.scale;
    }
    // The unit of the second end holds for both; cents would have multiplied only one.
    let (value, upper) = (first.value, second.value);
    let ordered = value < upper;
    if !ordered && !framed {
        return None;
    }
    let amount = Amount { value: value.min(upper), upper: Some(value.max(upper)), scale: second.scale, ..first };
    let unit = if high.unit == Unit::None { low.unit.clone() } else { high.unit.clone() };
    Some(Draft {
        number: low.number.start..high.number.end,
        end: high.end,
        amount,
        unit,
        counted: high.counted.clone(),
        ordinal: false,
    })
}

/// Whether two numbers share the unit of the second: `eight or nine euros`, `5 and 6 percent`.
fn is_choice(document: &Document, first: &Draft, second: &Draft) -> bool {
    let measured = !matches!(second.unit, Unit::None | Unit::Counted(_)) && second.amount.currency.is_none();
    first.unit == Unit::None
        && measured
        && !second.ordinal
        && first.number.end + 1 == second.number.start
        && document.is_word(first.number.end, "or and")
}

/// Whether a verb before makes the number a rise or a fall, so that `to` leads to the new level.
fn changed(document: &Document, draft: &Draft) -> bool {
    let cursor = Cursor::new(document, draft.number.start, draft.number.start);
    let first = draft.number.start.saturating_sub(6);
    let start = modifier::before(&cursor, first).map_or(draft.number.start, |(start, _)| start);
    modifier::change(&cursor, start, first, &draft.unit, false).is_some()
}

/// Whether the two are a score such as 3-2 or 2-0: no range, and no two quantities either.
fn is_score(document: &Document, first: &Draft, second: &Draft) -> bool {
    let unbound = |draft: &Draft| {
        matches!(draft.unit, Unit::None | Unit::Counted(_))
            && draft.amount.figures
            && draft.amount.value < 100.0
            && !draft.ordinal
    };
    // "Pittsburgh (12-3)", "Houston (4-11)": won and lost
    let open = first.number.start.checked_sub(1).filter(|&open| document.word(open) == "(");
    let bracketed = open.and_then(|open| open.checked_sub(1)).is_some_and(|name| document.tag(name).is_proper())
        && document.word(second.end) == ")";
    unbound(first)
        && unbound(second)
        && first.unit == Unit::None
        && first.end + 1 == second.number.start
        && document.is_word(first.end, "- –")
        && document.is_glued(first.end)
        && document.is_glued(second.number.start)
        && (first.amount.value >= second.amount.value || bracketed)
}

/// Adds what bounds and moves the number.
fn finish(document: &Document, sentence: &Range<usize>, draft: Draft) -> Quantity {
    let cursor = Cursor::new(document, draft.number.start, sentence.end);
    let (start, mut bound) = match modifier::before(&cursor, sentence.start) {
        Some((start, modifier)) => (start, Some(modifier)),
        None => (draft.number.start, None),
    };
    let mut end = draft.end;
    let mut tail = Cursor::new(document, draft.number.end, sentence.end);
    if let Some(modifier) = modifier::after(&mut tail) {
        bound = bound.or(Some(modifier));
        end = end.max(tail.at);
    } else {
        tail.at = draft.end;
        if let Some(modifier) = modifier::after(&mut tail) {
            bound = bound.or(Some(modifier));
            end = end.max(tail.at);
        }
    }
    let change = modifier::change(&cursor, start, sentence.start, &draft.unit, draft.amount.upper.is_some())
        .or_else(|| modifier::change_after(document, draft.end.min(sentence.end), &draft.unit));
    let fall = draft.amount.value < 0.0 && draft.unit == Unit::Percent;
    let modifier = match (bound, change) {
        _ if draft.ordinal => Modifier::Exact,
        (None | Some(Modifier::Approximate), Some((change, _))) => change,
        (None, None) if fall => Modifier::Down,
        (bound, _) => bound.unwrap_or_default(),
    };
    let base = match &draft.unit {
        Unit::Measure(name) => measure::to_base(draft.amount.value, name),
        _ => None,
    };
    let span = document.span_of(&(start..end.max(draft.number.end)));
    Quantity {
        span: if span.is_empty() { Span::default() } else { span },
        number: document.span_of(&draft.number),
        value: draft.amount.value,
        upper: draft.amount.upper,
        unit: draft.unit,
        modifier,
        approximate: bound == Some(Modifier::Approximate),
        ordinal: draft.ordinal,
        conversion: false,
        change: change
            .filter(|(change, _)| *change == modifier)
            .map(|(_, token)| document.span_of(&(token..token + 1))),
        counted: draft.counted,
        base,
    }
}

#[cfg(test)]
mod tests;
