//! What a figure, a sum or a time is told of: the words around it that name it.

use std::ops::Range;

use super::{
    super::Bench, COUNTED_FROM, LONGEST, actor, deed, done, filled, is_joint, is_noun, one_line, opening, who,
    with_auxiliaries, words_at,
};
use crate::{
    alignment::{Slot, SlotKind},
    claim::Claim,
    document::{Document, Tag, TokenKind},
    entity::{EntityKind, Name},
    fact::{Label, LabelTemplate},
    lexicon::{meaning, speech, time::TimeUnit},
    quantity::{Quantity, Unit},
    reading::Reading,
    time::{TimeExpression, TimeKind},
};

/// An event stands no further than this many words from its time.
const NEAR: usize = 4;

/// What the value of a slot is the value of.
pub fn of_value(bench: &Bench<'_>, slot: Slot) -> Option<Label> {
    let reading = bench.readings.get(slot.article)?;
    match slot.kind {
        SlotKind::Quantity(index) => of_quantity(reading, reading.extraction.quantities.get(index)?),
        SlotKind::Time(index) => of_time(reading, reading.extraction.times.get(index)?),
        _ => None,
    }
}

fn of_quantity(reading: &Reading, quantity: &Quantity) -> Option<Label> {
    let document = &reading.document;
    let own = document.tokens_in(quantity.span);
    let claim = reading.extraction.claim_at(own.start);
    let template = match &quantity.unit {
        Unit::Counted(_) => return of_count(document, claim, quantity),
        Unit::Currency(_) => LabelTemplate::AmountOf,
        Unit::None => return None,
        _ if quantity.is_age() => {
            let stands_before = |name: &&Name| {
                name.kind == EntityKind::Person && name.tokens.end <= own.start && own.start <= name.tokens.end + 2
            };
            let name = reading.extraction.names.iter().rfind(stands_before);
            // "the six-year-old boy" is an age all the same.
            let words = name.map(|name| words_at(document, name.span)).into_iter().collect();
            return Some(Label { template: LabelTemplate::AgeOf, words });
        }
        _ => LabelTemplate::FigureOf,
    };
    // "a $2 billion plan", "3 percent of the votes"; or else "the rate fell".
    let number = document.tokens_in(quantity.number);
    // "a 12% fall in profit" is of the profit.
    let changed = quantity.change.map(|change| document.tokens_in(change)).filter(|change| change.start == own.end);
    let end = changed.map_or(own.end, |change| change.end);
    // "12 percent in the town" is of the town; "69 yards in Averby" were only gained there.
    let is_there = document.word(end) == "in" && matches!(quantity.unit, Unit::Measure(_));
    let after = thing_after(document, end).filter(|_| !is_there);
    if let Some(thing) = after.as_ref().filter(|_| document.word(number.end) == "-") {
        return filled(LabelTemplate::Plain, ["…", &one_line(document, number.end..thing.end)].concat());
    }
    // "a speed limit of 12 mph"
    if let Some(thing) = thing_of(document, own.start).filter(|_| after.is_none()) {
        let template = if matches!(quantity.unit, Unit::Measure(_)) { LabelTemplate::Plain } else { template };
        return filled(template, one_line(document, thing));
    }
    let after = after.map(|thing| one_line(document, thing));
    let words = after.or_else(|| before(document, claim?, own.start));
    let unit = unit(document, quantity).filter(|_| template == LabelTemplate::FigureOf);
    // "miles north of the river", "tons of rice"
    let measured = unit.clone().filter(|_| matches!(quantity.unit, Unit::Measure(_)));
    if let Some((unit, way)) = measured.zip(way_after(document, own.end)) {
        return filled(LabelTemplate::Plain, [one_line(document, unit), one_line(document, way)].join(" "));
    }
    match (unit, words) {
        // "miles: the missile flew"
        (Some(unit), Some(words)) => {
            Some(Label { template: LabelTemplate::Claim, words: vec![one_line(document, unit), words] })
        }
        // "inches wide"
        (Some(unit), None)
            if (document.tag(unit.end).is_adjective() || document.tag(unit.end).is_adverb())
                && !document.is_word(unit.end, "next last past") =>
        {
            filled(LabelTemplate::Plain, one_line(document, unit.start..unit.end + 1))
        }
        (_, words) => filled(template, words?),
    }
}

/// The words of a unit after its number: "miles", "per cent"; none where it is a sign.
fn unit(document: &Document, quantity: &Quantity) -> Option<Range<usize>> {
    let (number, own) = (document.tokens_in(quantity.number), document.tokens_in(quantity.span));
    let is_word = |&token: &usize| document.kind(token) == Some(TokenKind::Word);
    let start = (number.end..own.end).find(is_word)?;
    let end = (start..own.end).find(|token| !is_word(token)).unwrap_or(own.end);
    Some(start..end)
}

/// "documents signed", "people: were killed": what is counted, with what is done to it or what it does.
fn of_count(document: &Document, claim: Option<&Claim>, quantity: &Quantity) -> Option<Label> {
    let counted = quantity.counted.clone();
    let number = document.tokens_in(quantity.number);
    let head = document.head(counted.clone())?;
    // "one-time", "half-sister".
    if !document.tag(head).is_noun() || quantity.value <= 1.0 {
        return None;
    }
    // "48-page indictment"
    if document.word(number.end) == "-" {
        return filled(LabelTemplate::Plain, ["…", &one_line(document, number.end..counted.end)].concat());
    }
    // "40 Steve Parsons" is a caption and its photographer.
    let is_name = document.tag(head).is_proper() && counted.len() > 1;
    if is_name || document.tag(head) == Tag::NN && !document.is_word(head, "people police staff") {
        return None;
    }
    // "civilians dead"
    let told = |token: usize| {
        (document.tag(token).is_adjective() || document.tag(token) == Tag::VBN)
            && !document.tag(token + 1).is_noun()
            && claim.is_some_and(|claim| claim.tokens.contains(&token) && claim.predicate != Some(token))
    };
    let end = counted.end + usize::from(head + 1 == counted.end && told(counted.end));
    let things = one_line(document, counted.start..end);
    if end > counted.end {
        return filled(LabelTemplate::Plain, things);
    }
    let Some((claim, verb)) = claim.and_then(|claim| Some((claim, claim.predicate?))) else {
        return filled(LabelTemplate::Plain, things);
    };
    let is_subject = claim.subject.as_ref().is_some_and(|subject| subject.contains(&head));
    let participle = document.word(verb).ends_with("ed") || claim.passive;
    // "posted four photos" has them next to the verb; of those in a later phrase it tells nothing.
    let is_object = verb + 1 == document.tokens_in(quantity.span).start;
    if is_subject && claim.passive || is_object && participle && !claim.negated {
        filled(LabelTemplate::Plain, [things.as_str(), document.raw(verb)].join(" "))
    } else if is_subject {
        let deed = deed(document, claim)?;
        Some(Label { template: LabelTemplate::Claim, words: vec![things, deed] })
    } else {
        filled(LabelTemplate::Plain, things)
    }
}

fn of_time(reading: &Reading, time: &TimeExpression) -> Option<Label> {
    let document = &reading.document;
    let own = document.tokens_in(time.span);
    let lasts = time.kind == TimeKind::Duration && !document.is_word(own.end, COUNTED_FROM);
    if let Some(noun) = event(document, &own) {
        let template = match time.interval {
            _ if lasts => LabelTemplate::LengthOf,
            Some(interval) if interval.days() == 1 => LabelTemplate::DayOf,
            _ => LabelTemplate::TimeOf,
        };
        return filled(template, document.raw(noun).to_owned());
    }
    // "years of tax returns"
    if lasts && document.word(own.end) == "of" {
        let last = own.end.checked_sub(1).filter(|&last| document.tag(last).is_noun())?;
        let of = way_after(document, own.end)?;
        return filled(LabelTemplate::Plain, one_line(document, last..of.end));
    }
    let claim = reading.extraction.claim_at(own.start)?;
    // "lasted three weeks"
    let is_spent = document.is_word(own.start.saturating_sub(1), "for in within over")
        || own.start.checked_sub(1).is_some_and(|before| claim.predicate == Some(before));
    let template = match lasts {
        false => LabelTemplate::When,
        // "took the eight years" is of the years.
        true if is_spent => LabelTemplate::LengthOf,
        true => return None,
    };
    if !lasts && let Some(doing) = doing(document, claim, &own) {
        return filled(template, one_line(document, doing));
    }
    let (verb, last) = done(document, claim, &own)?;
    // "People were injured when a tram derailed" is of the injured.
    let breaks = |&token: &usize| document.is_word(token, "when while as because after before since that which who");
    let last = (verb + 1..last).find(breaks).unwrap_or(last);
    let verb = with_auxiliaries(document, claim, verb);
    let actor = actor(document, claim.subject.clone()?)?;
    // "On Sunday, state media reported" is not when they reported it; but "posted a picture" is a deed of the day.
    let is_deed = document.tag(verb + 1) == Tag::DT;
    if own.end <= actor.start && speech::verb(document.lemma(verb)).is_some() && !is_deed {
        return None;
    }
    let is_clause = |mut tokens: Range<usize>| tokens.any(|token| document.tag(token).is_finite());
    if is_clause(actor.clone()) || !is_clause(verb..last) {
        return None;
    }
    // "Its dividend, which was paid on Monday" is not when its dividend.
    if (actor.end..verb).any(|token| document.is_word(token, "which who that")) {
        return None;
    }
    // With the auxiliaries between them, as they stand.
    let joined = actor.end <= verb && verb - actor.end <= 3 && !(actor.end..verb).any(|token| own.contains(&token));
    let start = if joined { actor.start } else { verb };
    let mut words = if joined { String::new() } else { opening(document, &actor) + " " };
    words += &opening(document, &(start..last));
    filled(template, words)
}

/// What was done at a time by whoever did something else: "taking office" of "his first visit since taking office in June".
fn doing(document: &Document, claim: &Claim, time: &Range<usize>) -> Option<Range<usize>> {
    let start = claim.predicate?.max(time.start.saturating_sub(LONGEST));
    let verb = (start..time.start).rev().find(|&token| document.tag(token) == Tag::VBG)?;
    let led = document.is_word(verb - 1, "since after before while when upon");
    let is_word = |token: usize| document.kind(token) == Some(TokenKind::Word);
    let end = if document.tag(time.start - 1) == Tag::IN { time.start - 1 } else { time.start };
    (led && (verb..end).all(is_word) && document.tag(end - 1).is_noun()).then_some(verb..end)
}

/// The noun for something that happens which stands right beside a time.
fn event(document: &Document, time: &Range<usize>) -> Option<usize> {
    let is_event = |&token: &usize| {
        // "flood" in "flood hall" is none.
        let is_head = !is_joint(document, token + 1) && !document.tag(token + 1).is_noun();
        is_noun(document, token) && meaning::is_event(document.lemma(token)) && is_head
    };
    let is_word = |token: &usize| document.kind(*token) == Some(TokenKind::Word) && !document.tag(*token).is_verb();
    let after = (time.end..time.end + NEAR).take_while(is_word).find(is_event);
    after.or_else(|| (time.start.saturating_sub(NEAR)..time.start).rev().take_while(is_word).find(is_event))
}

/// Who does what, up to a figure: "the rate fell".
fn before(document: &Document, claim: &Claim, figure: usize) -> Option<String> {
    let verb = claim.predicate?;
    let actor = who(document, claim)?;
    let words = match document.lemma(verb) {
        "be" => actor,
        // Of "finished with 14 carries for 69 yards" the verb does not tell what was 69 yards.
        _ if verb < figure && !(verb..figure).any(|token| document.tag(token).is_noun()) => {
            let start = with_auxiliaries(document, claim, verb);
            // "expected to grow"
            let to = start.checked_sub(1).filter(|&to| document.word(to) == "to").unwrap_or(start);
            [actor, one_line(document, to..verb + 1)].join(" ")
        }
        _ => return None,
    };
    Some(words)
}

/// The thing that a figure right before it is said of: "infrastructure plan" of "$2 billion infrastructure plan", "votes" of
/// "3 percent of the votes".
fn thing_after(document: &Document, end: usize) -> Option<Range<usize>> {
    let mut start = after_brackets(document, end)?;
    // "40-metre-deep well"
    if document.word(start) == "-" {
        start += 1;
    }
    if document.is_word(start, "of in") {
        start += 1;
        while document.is_word(start, "the a an its his her their") {
            start += 1;
        }
    }
    let belongs = |token: &usize| {
        let tag = document.tag(*token);
        document.kind(*token) == Some(TokenKind::Word) && (tag.is_noun() || tag.is_adjective())
            || is_joint(document, *token)
    };
    let last = (start..start + LONGEST).take_while(belongs).last()?;
    // "$3 million last year"
    let is_time = TimeUnit::named(document.word(last)).is_some();
    (document.tag(last).is_noun() && !is_time).then_some(start..last + 1)
}

/// From where or of what a measure is, right behind it: "from the border with Ruthenia", "north of the river", "of rice".
fn way_after(document: &Document, end: usize) -> Option<Range<usize>> {
    let start = after_brackets(document, end)?;
    const LEADS: &str = "of from off above below beyond outside north south east west northeast northwest southeast southwest \
                         away inland offshore up down";
    if !document.is_word(start, LEADS) {
        return None;
    }
    let belongs = |token: &usize| {
        let tag = document.tag(*token);
        // "tax returns on Monday", "a mile north of the river in the old town"
        let leads_on = tag == Tag::IN && !document.is_word(*token, "of with");
        document.kind(*token) == Some(TokenKind::Word) && !tag.is_finite() && tag != Tag::MD && !leads_on
            || is_joint(document, *token)
    };
    let last =
        (start + 1..start + 1 + LONGEST).take_while(belongs).filter(|&token| document.tag(token).is_noun()).last()?;
    Some(start..last + 1)
}

/// The token after a conversion in brackets, or after the bracket that this one closes.
fn after_brackets(document: &Document, end: usize) -> Option<usize> {
    let mut start = end;
    if document.word(start) == "(" {
        start = (start..start + LONGEST).find(|&token| document.word(token) == ")")?;
    }
    Some(if document.word(start) == ")" { start + 1 } else { start })
}

/// The thing that has the figure, right before "of": "sustained winds" of "sustained winds of about 100 mph".
fn thing_of(document: &Document, figure: usize) -> Option<Range<usize>> {
    let of = (figure.saturating_sub(2)..figure).find(|&token| document.word(token) == "of")?;
    let belongs = |token: &usize| document.tag(*token).is_noun() || document.tag(*token).is_adjective();
    let start = (of.saturating_sub(LONGEST)..of).rev().take_while(belongs).last()?;
    document.tag(of - 1).is_noun().then_some(start..of)
}
