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
    document::Document,
    extract::cursor::Cursor,
    letter,
    lexicon::measure,
    quantity::{Modifier, Quantity, Unit},
    span::Span,
    time::TimeExpression,
    word::is_one_of,
};

use amount::Amount;

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
            if quantities.last().is_none_or(|last| last.span.end <= quantity.span.start) {
                quantities.push(quantity);
            }
        }
    }
    quantities
}

/// The numbers of a sentence with their units, ranges still apart.
fn drafts(document: &Document, sentence: &Range<usize>, times: &[Range<usize>]) -> Vec<Draft> {
    let mut drafts = Vec::new();
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
                if !exclude::is_other(document, sentence, &draft.number, &draft.unit, &draft.counted) {
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
    Some(Draft { number, end: ahead.at, amount, unit, counted: tokens })
}

/// Whether a bare number is somebody's age: `Maria Lopez, 65,`, `aged 12`, `a man of 71`.
fn is_age(start: &Cursor<'_>, end: &Cursor<'_>, amount: &Amount) -> bool {
    let value = amount.value;
    if value.fract() != 0.0 || !(1.0..=115.0).contains(&value) || end.at != start.at + 1 {
        return false;
    }
    let (before, further) = (start.back(1), start.back(2));
    let person = is_one_of(further, "man woman boy girl age ages teenager");
    if before == "aged" || (before == "of" && person) {
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
        "one" => end.at > start.at + 1 || alone && end.at + 1 >= end.end,
        "half" | "a" => amount.scale > 1.0 || measure::MODIFIERS.get(start.back(1)).is_some() || end.is_word("of"),
        _ => !amount.vague || end.is_word("of"),
    }
}

/// Joins what is the lower and the upper end of a range.
fn ranges(document: &Document, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let Some(last) = joined.last_mut() else {
            joined.push(draft);
            continue;
        };
        if let Some(both) = range(document, last, &draft) {
            *last = both;
        } else if is_choice(document, last, &draft) {
            // "eight or nine euros"
            last.unit = draft.unit.clone();
            last.amount.value *=
                if last.amount.scale == 1.0 && last.amount.value < 1000.0 { draft.amount.scale } else { 1.0 };
            joined.push(draft);
        } else if !is_score(document, last, &draft) {
            joined.push(draft);
        } else {
            joined.pop();
        }
    }
    joined
}

/// The range from `low` to `high`, if the words between make them one.
fn range(document: &Document, low: &Draft, high: &Draft) -> Option<Draft> {
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
            _ => false,
        },
        2 => document.is_word(between.start, "to") && document.is_word(between.start + 1, "-"),
        // "3-5": the tokenizer's hyphen was read as a minus.
        0 => high.amount.value < 0.0 && document.is_glued(high.number.start),
        _ => false,
    };
    // "€5-7 million"
    let signed = low.amount.currency.is_some() && high.unit == Unit::None;
    let same = !own || low.unit == high.unit || signed;
    if !linked || !same {
        return None;
    }
    let mut first = low.amount;
    let second = high.amount;
    if first.scale == 1.0
        && second.scale > 1.0
        && first.value < 1000.0
        && (second.currency.is_none() || first.currency.is_none())
    {
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
    })
}

/// Whether two numbers share the unit of the second: `eight or nine euros`, `5 and 6 percent`.
fn is_choice(document: &Document, first: &Draft, second: &Draft) -> bool {
    let measured = !matches!(second.unit, Unit::None | Unit::Counted(_)) && second.amount.currency.is_none();
    first.unit == Unit::None
        && measured
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
        matches!(draft.unit, Unit::None | Unit::Counted(_)) && draft.amount.figures && draft.amount.value < 100.0
    };
    unbound(first)
        && unbound(second)
        && first.unit == Unit::None
        && first.end + 1 == second.number.start
        && document.is_word(first.end, "- –")
        && document.is_glued(first.end)
        && document.is_glued(second.number.start)
        && first.amount.value >= second.amount.value
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
        change: change
            .filter(|(change, _)| *change == modifier)
            .map(|(_, token)| document.span_of(&(token..token + 1))),
        counted: draft.counted,
        base,
    }
}

#[cfg(test)]
mod tests;
