//! Statements that several articles make, and statements that deny each other.

use super::{Bench, label};
use crate::{
    alignment::{Slot, SlotGroup, SlotKind},
    claim::{Claim, Stance},
    document::Tag,
    fact::{Evidence, Fact, FactKind, Label, LabelTemplate, Note, Position, Value, Verdict},
    lexicon::{meaning, names},
    order::Order,
    reading::Reading,
    span::Span,
    word::is_one_of,
};

/// Two statements deny each other only if their sentences are at least so alike.
const SURE: f64 = 0.5;

/// Sentences that are so alike are copies of one, and speak of one subject even where that is an office.
const COPIED: f64 = 0.75;

/// The fact that clauses make which say the same.
pub fn agreed(bench: &Bench<'_>, group: &SlotGroup) -> Fact {
    let members: Vec<(Slot, &Reading, &Claim)> = group
        .slots
        .iter()
        .filter_map(|&slot| {
            let SlotKind::Claim(index) = slot.kind else { return None };
            let reading = bench.readings.get(slot.article)?;
            Some((slot, reading, reading.extraction.claims.get(index)?))
        })
        .collect();
    let claims = members.iter().filter_map(|&(slot, reading, claim)| {
        let others = members.iter().filter(|other| other.0.article != slot.article);
        bench.evidence(slot.article, slot.sentence, common(reading, claim, others.map(|other| (other.1, other.2))))
    });
    let notes = stances(members.iter().map(|member| member.2.stance).collect());
    let label = label::of_claims(members.iter().map(|member| (&member.1.document, member.2)));
    let verdict = if label.is_some() { Verdict::Agreed } else { Verdict::Related };
    let label = label.unwrap_or(Label { template: LabelTemplate::Plain, words: Vec::new() });
    made(bench, verdict, claims.collect(), label, notes)
}

/// The fact that sentences make which tell of one event: that some deny it, or else that they are related.
pub fn event(bench: &Bench<'_>, group: &SlotGroup) -> Option<Fact> {
    if let Some(conflict) = denial(bench, group) {
        return Some(conflict);
    }
    let whole = |slot: &Slot| {
        let span = bench.readings.get(slot.article)?.document.sentences.get(slot.sentence)?.span;
        bench.evidence(slot.article, slot.sentence, span)
    };
    let first = group.slots.first()?;
    let label = label::of_sentence(&bench.readings.get(first.article)?.document, &group.topic);
    Some(made(bench, Verdict::Related, group.slots.iter().filter_map(whole).collect(), label, Vec::new()))
}

fn made(bench: &Bench<'_>, verdict: Verdict, mut claims: Vec<Evidence>, label: Label, notes: Vec<Note>) -> Fact {
    claims.order();
    let positions = vec![Position { value: None, support: bench.support(&claims), claims }];
    Fact { id: String::new(), verdict, kind: FactKind::Statement, label, positions, notes }
}

/// The words of a clause from the first to the last that one of the others has too.
fn common<'a>(reading: &Reading, claim: &Claim, others: impl Iterator<Item = (&'a Reading, &'a Claim)>) -> Span {
    let document = &reading.document;
    let mut classes: Vec<&str> = Vec::new();
    for (other, theirs) in others {
        classes.extend(theirs.tokens.clone().map(|token| meaning::class(other.document.lemma(token))));
    }
    let mut shared = claim.tokens.clone().filter(|&token| {
        let lemma = document.lemma(token);
        meaning::information(lemma) > 0.0 && classes.contains(&meaning::class(lemma))
    });
    let (Some(start), Some(end)) = (shared.next(), shared.next_back()) else { return document.span_of(&claim.tokens) };
    // A name at either end is given whole.
    let names = &reading.extraction.names;
    let name = |token: usize| {
        let next = names.partition_point(|name| name.tokens.end <= token);
        names.get(next).filter(|name| name.tokens.contains(&token))
    };
    let start = name(start).map_or(start, |name| name.tokens.start.max(claim.tokens.start));
    let end = name(end).map_or(end + 1, |name| name.tokens.end.min(claim.tokens.end));
    document.span_of(&(start..end))
}

/// How the members stand to what they report, where they differ in it.
fn stances(stances: Vec<Stance>) -> Vec<Note> {
    let plain = stances.iter().any(|stance| matches!(stance, Stance::Stated | Stance::Attributed));
    let noted = [
        (Stance::Claimed, Note::ClaimedBySome),
        (Stance::Hedged, Note::HedgedBySome),
        (Stance::Denied, Note::DeniedBySome),
    ];
    noted.into_iter().filter(|(stance, _)| plain && stances.contains(stance)).map(|(_, note)| note).collect()
}

/// A conflict if one member says what another denies: the same verb negated, or a verb and its opposite, of the same
/// subject.
fn denial(bench: &Bench<'_>, group: &SlotGroup) -> Option<Fact> {
    for link in group.links.iter().filter(|link| link.strength >= SURE) {
        let (a, b) = (group.slots.get(link.a)?, group.slots.get(link.b)?);
        let (x, y) = (bench.readings.get(a.article)?, bench.readings.get(b.article)?);
        if let Some((own, other)) = order(x, a.sentence).zip(order(y, b.sentence))
            && own.word != other.word
            && own.deed == other.deed
            && own.event == other.event
        {
            let words = label::whether(&x.document, own.claim).into_iter().collect();
            return Some(Fact {
                kind: FactKind::Time,
                ..opposed(bench, LabelTemplate::When, words, [(a, own.span), (b, other.span)])?
            });
        }
        for p in x.extraction.claims_of(a.sentence) {
            for q in y.extraction.claims_of(b.sentence) {
                let copied = link.strength >= COPIED;
                let Some((own, other)) = contradiction((x, p), (y, q), copied).or_else(|| denied_word((x, p), (y, q)))
                else {
                    continue;
                };
                if takes_back(x, p, copied) || takes_back(y, q, copied) {
                    continue;
                }
                let sides = [(&x.document, p), (&y.document, q)];
                let told = sides.iter().copied().filter(|side| !side.1.negated).chain(sides);
                let told = told.filter_map(|(document, claim)| label::whether(document, claim)).next();
                let words = told.or_else(|| label::phrase(&x.document, &group.topic)).into_iter().collect();
                return opposed(bench, LabelTemplate::Whether, words, [(a, own), (b, other)]);
            }
        }
    }
    None
}

/// Whether an article also says the contrary of what it says: it knows of both, as of what first was said and what then
/// was done.
fn takes_back(reading: &Reading, claim: &Claim, copied: bool) -> bool {
    reading.extraction.claims.iter().any(|other| contradiction((reading, claim), (reading, other), copied).is_some())
}

/// The conflict of two sides, by their slots and words.
fn opposed(bench: &Bench<'_>, template: LabelTemplate, words: Vec<String>, sides: [(&Slot, Span); 2]) -> Option<Fact> {
    let side = |(slot, span): (&Slot, Span)| -> Option<Position> {
        let value = bench.readings.get(slot.article)?.document.slice(span).to_owned();
        let claims = vec![bench.evidence(slot.article, slot.sentence, span)?];
        Some(Position { value: Some(Value::Text(value)), support: bench.support(&claims), claims })
    };
    let [a, b] = sides;
    Some(Fact {
        id: String::new(),
        verdict: Verdict::Conflict,
        kind: FactKind::Statement,
        label: Label { template, words },
        positions: vec![side(a)?, side(b)?],
        notes: Vec::new(),
    })
}

/// That something was done before or after something else: "hours before his arrival".
struct Sequence<'a> {
    claim: &'a Claim,
    /// The class of what was done.
    deed: String,
    /// "before" or "after".
    word: &'a str,
    /// The class of what it was before or after.
    event: String,
    span: Span,
}

/// The one order that a sentence tells of.
fn order(reading: &Reading, sentence: usize) -> Option<Sequence<'_>> {
    let document = &reading.document;
    let class = |token: usize| meaning::class(document.lemma(token)).to_owned();
    let tokens = document.sentences.get(sentence)?.tokens.clone();
    let mut found = tokens.clone().filter(|&token| document.is_word(token, "before after"));
    let token = found.next().filter(|&token| found.next().is_none() && token > tokens.start)?;
    let tells = |&token: &usize| {
        (document.tag(token).is_noun() || document.tag(token).is_verb())
            && meaning::information(document.lemma(token)) > 0.0
    };
    let event = (token + 1..tokens.end.min(token + 5)).find(tells)?;
    let claim = reading.extraction.claim_at(token - 1)?;
    let verb = claim.predicate.filter(|&verb| verb < token && !claim.negated)?;
    let start = if document.tag(token - 1) == Tag::NNS { token - 1 } else { token };
    Some(Sequence {
        claim,
        deed: class(verb),
        word: document.word(token),
        event: class(event),
        span: document.span_of(&(start..event + 1)),
    })
}

/// Where the two verbs stand that contradict each other, if they do. In sentences that are `copied` an office is a subject.
fn contradiction((x, p): (&Reading, &Claim), (y, q): (&Reading, &Claim), copied: bool) -> Option<(Span, Span)> {
    let (a, b) = (p.predicate?, q.predicate?);
    let (first, second) = (x.document.lemma(a), y.document.lemma(b));
    // Most pairs are of one verb said alike.
    if p.negated == q.negated && first == second {
        return None;
    }
    let same_verb = meaning::class(first) == meaning::class(second) && meaning::information(first) > 0.0;
    let denied = match (p.negated, q.negated) {
        (true, false) => !denies_anything(y, q.sentence),
        (false, true) => !denies_anything(x, p.sentence),
        _ => false,
    };
    let opposed = (same_verb && denied && !is_question(x, p) && !is_question(y, q))
        || (meaning::are_opposite(first, second) && p.negated == q.negated);
    let span = |reading: &Reading, claim: &Claim, verb: usize| {
        let near = verb.saturating_sub(3).max(claim.tokens.start)..(verb + 3).min(claim.tokens.end);
        let denies = |&token: &usize| claim.negated && reading.document.is_word(token, "not n't never no");
        // "did not sign", "pleaded not guilty"
        let tokens = match near.clone().find(denies) {
            Some(denial) if denial > verb => verb..(denial + 2).min(near.end),
            Some(denial) => label::with_helper(&reading.document, denial).max(near.start)..verb + 1,
            None => verb..verb + 1,
        };
        reading.document.span_of(&tokens)
    };
    let same_subject = || {
        let theirs = subject_classes(y, q, copied);
        subject_classes(x, p, copied).iter().any(|class| theirs.contains(class))
    };
    (opposed && same_subject()).then(|| (span(x, p, a), span(y, q, b)))
}

/// Whether a word of denial stands anywhere in the sentence.
fn denies_anything(reading: &Reading, sentence: usize) -> bool {
    let document = &reading.document;
    let tokens = document.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
    tokens
        .into_iter()
        .any(|token| is_one_of(document.word(token), "no not n't never none nobody nothing neither nor without"))
}

/// Whether the clause is an indirect question, which states nothing: "whether it closed", "which bridges have closed".
fn is_question(reading: &Reading, claim: &Claim) -> bool {
    claim
        .tokens
        .clone()
        .take(3)
        .any(|token| is_one_of(reading.document.word(token), "whether if which what who how why"))
}

/// Where a word stands that one of two clauses of the same verb denies, and the other does not: "not guilty", "guilty".
fn denied_word((x, p): (&Reading, &Claim), (y, q): (&Reading, &Claim)) -> Option<(Span, Span)> {
    let class = |reading: &Reading, token: usize| meaning::class(reading.document.lemma(token)).to_owned();
    let same_verb = p.predicate.zip(q.predicate).is_some_and(|(a, b)| class(x, a) == class(y, b));
    if !same_verb || is_question(x, p) || is_question(y, q) {
        return None;
    }
    let denied = |reading: &Reading, token: usize| {
        let adjective = reading.document.tag(token).is_adjective();
        reading.document.is_word(token.saturating_sub(1), if adjective { "not never no" } else { "not never" })
    };
    let of = |reading: &Reading, claim: &Claim| -> Vec<usize> {
        let is_word = |&token: &usize| {
            let tag = reading.document.tag(token);
            // "not guilty" may look like a noun.
            (tag.is_adjective() || matches!(tag, Tag::VBN | Tag::NN))
                && Some(token) != claim.predicate
                && meaning::information(reading.document.lemma(token)) > 0.5
        };
        claim.tokens.clone().filter(is_word).collect()
    };
    let others = of(y, q);
    for a in of(x, p) {
        for &b in others.iter().filter(|&&b| class(x, a) == class(y, b)) {
            let sides = (denied(x, a), denied(y, b));
            let (affirming, claim) = if sides.0 { (y, q) } else { (x, p) };
            if sides.0 != sides.1 && !denies_anything(affirming, claim.sentence) {
                let span = |reading: &Reading, token: usize, denied: bool| {
                    reading.document.span_of(&(token - usize::from(denied)..token + 1))
                };
                return Some((span(x, a, sides.0), span(y, b, sides.1)));
            }
        }
    }
    None
}

fn subject_classes(reading: &Reading, claim: &Claim, offices: bool) -> Vec<String> {
    let tokens = claim.subject.clone().unwrap_or(0..0);
    let document = &reading.document;
    tokens
        .filter(|&token| {
            // Who is named by an office alone may be another.
            let tag = document.tag(token);
            // "US" is no pronoun.
            (tag.is_proper() || tag.is_noun() && meaning::information(document.lemma(token)) > 0.0)
                && (offices || names::role(document.word(token)).is_none())
        })
        .map(|token| meaning::class(document.lemma(token)).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Readings, Story, compare::facts::tests::compared};

    /// The words that one of two texts denies and the other does not.
    fn denied(first: &str, second: &str) -> Option<[String; 2]> {
        let article =
            |text: &str| Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let read = Readings::of(&Story { title: None, articles: vec![article(first), article(second)] }).unwrap();
        let (x, y) = (read.get(0).unwrap(), read.get(1).unwrap());
        let claims = x.extraction.claims.iter().flat_map(|p| y.extraction.claims.iter().map(move |q| (p, q)));
        let (own, other) = claims.into_iter().find_map(|(p, q)| denied_word((x, p), (y, q)))?;
        Some([x.document.slice(own).to_owned(), y.document.slice(other).to_owned()])
    }

    #[track_caller]
    fn check(first: &str, second: &str, expected: Option<[&str; 2]>) {
        assert_eq!(denied(first, second), expected.map(|words| words.map(str::to_owned)), "{first} | {second}");
        let turned = expected.map(|[own, other]| [other.to_owned(), own.to_owned()]);
        assert_eq!(denied(second, first), turned, "{second} | {first}");
    }

    #[test]
    fn words_that_one_denies() {
        let (safe, denial) = ("The water in Averby is safe.", "The water in Averby is not safe.");
        check(safe, denial, Some(["safe", "not safe"]));
        check(safe, safe, None);
        check(safe, "The water in Averby is not warm.", None);
        // Another verb, a question, and what is denied elsewhere in the sentence.
        check(safe, "The water in Averby seems not safe.", None);
        check(safe, "The paper asked whether the water in Averby is not safe.", None);
        check("The paper asked whether the water in Averby is safe.", denial, None);
        check("Nobody knew that the water in Averby is safe.", denial, None);
        // How it was sold is no word that is denied.
        check("The mill was sold cheaply in Averby.", "The mill was sold not cheaply in Averby.", None);
        // Words that nearly everything is said to be.
        check("The water in Averby is good.", "The water in Averby is not good.", None);
    }

    /// Which deed a sentence puts before or after which event, and the words that say so.
    fn ordered(text: &str) -> Option<(String, String, String)> {
        let article = Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let read = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let reading = read.get(0).unwrap();
        let found = order(reading, 0)?;
        Some((found.deed, found.event, reading.document.slice(found.span).to_owned()))
    }

    #[test]
    fn what_came_before_what() {
        let check = |text: &str, expected: Option<(&str, &str, &str)>| {
            let found = ordered(text);
            let found = found.as_ref().map(|(deed, event, words)| (deed.as_str(), event.as_str(), words.as_str()));
            assert_eq!(found, expected, "{text}");
        };
        check("The army fired missiles before the talks.", Some(("launch", "talk", "missiles before the talks")));
        check("The army fired hours after the talks.", Some(("launch", "talk", "hours after the talks")));
        check("The army fired long before the talks.", Some(("launch", "talk", "before the talks")));
        // The event is among the next four words, and is something that tells.
        check("The army fired after the very long talks.", Some(("launch", "talk", "after the very long talks")));
        check("The army fired after it had all met.", Some(("launch", "meet", "after it had all met")));
        check("The army fired after it had, as we know, met.", None);
        // Twice, first of all, or denied.
        check("The army fired before the talks and after the vote.", None);
        check("Before the talks the army fired.", None);
        check("The army did not fire before the talks.", None);
        check("The day before the talks was cold.", None);
        check("The army fired.", None);
    }

    /// The words of two verbs that contradict each other.
    #[test]
    fn words_around_a_denial() {
        let words = |first: &str, second: &str| {
            let article =
                |text: &str| Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
            let read = Readings::of(&Story { title: None, articles: vec![article(first), article(second)] }).unwrap();
            let (x, y) = (read.get(0).unwrap(), read.get(1).unwrap());
            let (p, q) = (&x.extraction.claims[0], &y.extraction.claims[0]);
            let (own, other) = contradiction((x, p), (y, q), false)?;
            Some([x.document.slice(own).to_owned(), y.document.slice(other).to_owned()])
        };
        let check = |first: &str, second: &str, expected: [&str; 2]| {
            assert_eq!(words(first, second), Some(expected.map(str::to_owned)), "{first} | {second}");
        };
        let signed = "The guild signed the treaty.";
        check(signed, "The guild did not sign the treaty.", ["signed", "did not sign"]);
        check(signed, "The guild never signed the treaty.", ["signed", "never signed"]);
        check(signed, "The guild has not yet signed the treaty.", ["signed", "has not yet signed"]);
        check(signed, "The guild signed no treaty.", ["signed", "signed no treaty"]);
    }

    /// A subject that tells nothing is not known to be one.
    #[test]
    fn subjects_that_tell_something() {
        let conflicts = |first: &str, second: &str| {
            compared(first, second).facts.iter().filter(|fact| fact.verdict == Verdict::Conflict).count()
        };
        assert_eq!(conflicts("The mill was sold.", "The mill was not sold."), 1);
        assert_eq!(conflicts("The US signed the treaty.", "The US did not sign the treaty."), 1);
        assert_eq!(conflicts("It was sold.", "It was not sold."), 0);
        assert_eq!(conflicts("The other was sold.", "The other was not sold."), 0);
    }

    /// A name at either end of what two clauses have in common is given whole.
    #[test]
    fn names_are_given_whole() {
        let analysis = compared("Carl Renner resigned on Monday in Averby.", "Renner resigned on Monday in Averby.");
        let is_statement = |fact: &&Fact| fact.verdict == Verdict::Agreed && fact.kind == FactKind::Statement;
        let fact = analysis.facts.iter().find(is_statement).unwrap();
        let words = fact.positions[0].claims.iter().map(|claim| {
            let passage = claim.passage;
            analysis.articles[passage.article].document.slice(passage.span)
        });
        assert_eq!(
            words.collect::<Vec<_>>(),
            ["Carl Renner resigned on Monday in Averby.", "Renner resigned on Monday in Averby."]
        );
    }
}
