//! Short names for facts: a template, filled with words of an article. Where no good words are found there is none.

mod value;

use std::ops::Range;

use crate::{
    claim::Claim,
    document::{Document, Tag, TokenKind},
    fact::{Label, LabelTemplate},
    letter,
    lexicon::{STOP_WORDS, meaning, time},
    span::Span,
    word::is_one_of,
};

pub use value::of_value;

/// No part of a label has more words than this.
const LONGEST: usize = 7;

const ARTICLES: &str = "the a an this that these those";

/// Words after a length of time that make of it the distance to something else: "two days before".
const COUNTED_FROM: &str = "before after ago later earlier";

fn filled(template: LabelTemplate, words: String) -> Option<Label> {
    (!words.is_empty()).then(|| Label { template, words: vec![words] })
}

/// The words of the tokens; an article that opens a sentence in small letters.
pub(super) fn opening(document: &Document, tokens: &Range<usize>) -> String {
    let words = one_line(document, tokens.clone());
    let article = document.word(tokens.start);
    match words.get(article.len()..) {
        Some(rest) if is_one_of(article, ARTICLES) => [article, rest].concat(),
        _ => words,
    }
}

/// The label of clauses that say the same: who did what, in the words of the first clause whose subject is no pronoun.
pub fn of_claims<'a>(claims: impl Iterator<Item = (&'a Document, &'a Claim)>) -> Option<Label> {
    let mut best = None;
    for (document, claim) in claims {
        let Some(deed) = deed(document, claim) else { continue };
        // "There was blood everywhere": what there is stands after the verb.
        if claim.subject.as_ref().zip(claim.predicate).is_some_and(|(subject, verb)| subject.start > verb) {
            let start = deed.split(' ').next().unwrap_or_default();
            let rest = if is_one_of(&letter::to_small(start), ARTICLES) { deed.get(start.len() + 1..) } else { None };
            let rest = rest.unwrap_or(&deed);
            let tells = rest.bytes().any(|byte| byte == b' ');
            best = best.or_else(|| filled(LabelTemplate::Plain, rest.to_owned()).filter(|_| tells));
            continue;
        }
        let who = who(document, claim);
        if claim.tokens.clone().take(2).any(|token| document.is_word(token, "whether if unless")) {
            return filled(LabelTemplate::Whether, [who?, deed].join(" "));
        }
        // "Everyone: went" says too little of "went flying".
        let is_be = claim.predicate.is_some_and(|verb| document.lemma(verb) == "be");
        // "The crew: discovered" leaves out what, which the next clause says.
        let goes_on = matches!(document.kind(claim.tokens.end), Some(TokenKind::Word | TokenKind::Number));
        let is_cut = |verb: usize| verb + 1 == claim.tokens.end && goes_on;
        let is_deed = claim.object.is_none() && !claim.predicate.is_some_and(is_cut);
        // "The firm: to start", "Ana Ruiz: said earlier"
        let is_open = deed.starts_with("to ")
            || claim.predicate.is_some_and(|verb| is_one_of(document.lemma(verb), "say tell add")) && !claim.passive;
        let is_whole = !is_open && (is_be || claim.passive || is_deed || deed.bytes().any(|byte| byte == b' '));
        if let Some(who) = who.filter(|_| is_whole) {
            return Some(Label { template: LabelTemplate::Claim, words: vec![who, deed] });
        }
        // Who "I" and "we" are is not known outside of the article.
        let subject = claim.subject.as_ref().map_or("", |subject| document.word(subject.start));
        let personal = is_one_of(subject, "i we you my our your there");
        let first = deed.split(' ').next().unwrap_or_default();
        let tells = first.len() < deed.len()
            && first.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
            && !is_be
            && !is_open
            && !personal
            && !is_one_of(first, "to is are was were has have had do does did will would can could may might");
        best = best.or_else(|| filled(LabelTemplate::Plain, deed).filter(|_| tells));
    }
    best
}

/// Who does what a clause says, as it stands after "whether".
pub fn whether(document: &Document, claim: &Claim) -> Option<String> {
    let (verb, end) = done(document, claim, &(0..0))?;
    let verb = with_auxiliaries(document, claim, verb);
    let subject = claim.subject.clone()?;
    let actor = if subject.len() <= LONGEST { subject } else { actor(document, subject)? };
    // With the auxiliaries between them, as they stand.
    let joined = actor.end <= verb && verb - actor.end <= 3;
    let words = if joined {
        opening(document, &(actor.start..end))
    } else {
        [opening(document, &actor), one_line(document, verb..end)].join(" ")
    };
    (actor.end <= verb).then_some(words)
}

/// Who does what a clause says, without an article.
fn who(document: &Document, claim: &Claim) -> Option<String> {
    let actor = actor(document, claim.subject.clone()?)?;
    // "those from makers of cars" is no article and a noun.
    let whole = document.tag(actor.start + 1) == Tag::IN;
    let is_apart = |token: usize| !whole && document.is_word(token, ARTICLES) || document.tag(token) == Tag::PRPS;
    let start = actor.clone().find(|&token| !is_apart(token)).filter(|&token| document.tag(token) != Tag::IN)?;
    Some(one_line(document, start..actor.end))
}

/// What a clause says is done; without the verb where that is `be`.
pub(super) fn deed(document: &Document, claim: &Claim) -> Option<String> {
    let (verb, end) = done(document, claim, &(0..0))?;
    let is_be = document.tag(verb).is_verb() && document.lemma(verb) == "be";
    // "is mourning", "would like to"
    let whole = with_auxiliaries(document, claim, verb);
    let is_meant = document.word(verb + 1) == "to" && document.tag(verb + 2) == Tag::VB;
    let needs_all =
        document.tag(verb) == Tag::VBG || is_meant || (whole..verb).any(|token| document.tag(token) == Tag::MD);
    let start = match (is_be, needs_all) {
        (true, _) => verb + 1,
        (false, true) => whole,
        _ => verb,
    };
    Some(one_line(document, start..end))
}

/// A subject up to its head, with no more than the last few words before it; nothing for a pronoun.
fn actor(document: &Document, subject: Range<usize>) -> Option<Range<usize>> {
    // "those from makers of cars were up": not the makers were.
    let those = subject.start.checked_sub(2);
    let those = those.filter(|&those| document.is_word(those, "those that") && document.tag(those + 1) == Tag::IN);
    if let Some(those) = those {
        return (subject.end - those <= LONGEST).then_some(those..subject.end);
    }
    let breaks = |&token: &usize| {
        token > subject.start
            && (document.kind(token) == Some(TokenKind::Punctuation) && !is_joint(document, token)
                || document.is_word(token, "of who which that from in near at between among"))
    };
    let end = subject.clone().find(breaks).unwrap_or(subject.end);
    let end = (subject.start..end).rev().find(|&token| document.tag(token).is_noun())? + 1;
    let mut start = subject.start.max(end.saturating_sub(LONGEST));
    // What is cut off takes the rest of its compound along: of "K-pop concerts" no "-pop concerts" is left.
    let is_rest = |token: usize| token > subject.start && (is_joint(document, token) || is_joint(document, token - 1));
    while start + 1 < end && (document.is_word(start, "and but least most than") || is_rest(start)) {
        start += 1;
    }
    // "no organization", "$28 payment"
    let before = start.checked_sub(1);
    let belongs = |&token: &usize| document.word(token) == "no" || document.kind(token) == Some(TokenKind::Symbol);
    Some(before.filter(belongs).unwrap_or(start)..end)
}

/// What a clause says is done: its verb, with what follows as far as it is short and whole, up to `value`.
fn done(document: &Document, claim: &Claim, value: &Range<usize>) -> Option<(usize, usize)> {
    let verb = claim.predicate.filter(|verb| claim.tokens.contains(verb) && !value.contains(verb))?;
    let limit = claim.tokens.end.min(verb + 1 + LONGEST);
    let ends = |&token: &usize| {
        let kind = document.kind(token);
        let is_mark = matches!(kind, Some(TokenKind::Punctuation | TokenKind::QuoteMark));
        value.contains(&token) || is_mark && !is_joint(document, token)
    };
    let is_number = |token: usize| document.kind(token) == Some(TokenKind::Number) || document.tag(token) == Tag::CD;
    // "fired missiles hours before", "two days after"
    let counts_on = |token: usize| {
        document.is_word(token, "seconds minutes hours days weeks months years decades")
            && document.is_word(token + 1, COUNTED_FROM)
    };
    let offset = (verb + 1..limit).find(|&token| counts_on(token) || is_number(token) && counts_on(token + 1));
    let end = (verb + 1..limit).find(ends).unwrap_or(limit).min(offset.unwrap_or(limit));
    let is_whole = |&last: &usize| {
        let (tag, next) = (document.tag(last), last + 1);
        let goes_on = next < claim.tokens.end
            && offset != Some(next)
            && !value.contains(&next)
            && (document.tag(next).is_noun()
                // "when a tram derailed"
                || document.tag(next).is_finite()
                // "fell down the 40m dry well"
                || is_number(last) && document.tag(next).is_adjective()
                || is_joint(document, next)
                // "landed at 7:33"
                || document.word(next) == ":" && document.is_glued(next)
                || is_number(next)
                // "the Securities and Exchange Commission"
                || document.is_word(next, "and of for &")
                    && document.is_capitalized(last)
                    && document.is_capitalized(next + 1)
                || document.is_word(next, "and to or") && is_number(last)
                || document.word(next) == "of" && document.is_word(last, "part lot kind sort number result"));
        // What an adjective or an adverb is said of may follow.
        let is_last = next == claim.tokens.end || document.kind(next) == Some(TokenKind::Punctuation);
        // "is safe to drink"
        let is_state = tag.is_adjective() && document.lemma(verb) == "be" && document.tag(next) == Tag::TO;
        let carries = tag.is_noun() || is_number(last) || document.word(last) == "%" || is_state;
        !goes_on && (carries || is_last && (tag.is_adverb() || tag.is_adjective()))
    };
    let last = (verb + 1..end).rev().find(is_whole);
    // Of "bumped “into each other”" the verb alone says too little.
    if last.is_none() && document.kind(end) == Some(TokenKind::QuoteMark) {
        return None;
    }
    let before = |words: &'static str| (verb.saturating_sub(2)..verb).find(|&token| document.is_word(token, words));
    let negation = before("not n't never").filter(|_| claim.negated).map(|denial| with_helper(document, denial));
    // "wanted to go home" does not say that anybody went home.
    let to = before("to").filter(|to| to + 1 == verb);
    let governing = to.map(|to| to.checked_sub(1).filter(|&token| document.tag(token).is_verb()).unwrap_or(to));
    let start = negation.or(governing).unwrap_or(verb);
    let end = last.map_or(verb + 1, |last| last + 1);
    // "have" and "do" alone say nothing.
    let tells = (start..end).any(|token| is_content(document, token) || is_number(token));
    tells.then_some((start, end))
}

/// Where a denial begins with the verb that helps it: "did not", "has never".
pub(super) fn with_helper(document: &Document, denial: usize) -> usize {
    let helps = |&before: &usize| document.tag(before) == Tag::MD || document.tag(before).is_verb();
    denial.checked_sub(1).filter(helps).unwrap_or(denial)
}

/// Where a verb begins with what stands right before it: "was", "will have", "did not".
fn with_auxiliaries(document: &Document, claim: &Claim, verb: usize) -> usize {
    let belongs = |token: &usize| {
        document.tag(*token) == Tag::MD
            || document.is_word(*token, "not n't")
            || document.tag(*token).is_verb() && is_one_of(document.lemma(*token), "be have do")
    };
    (claim.tokens.start..verb).rev().take_while(belongs).last().unwrap_or(verb)
}

fn is_content(document: &Document, token: usize) -> bool {
    document.kind(token) == Some(TokenKind::Word) && meaning::information(document.lemma(token)) > 0.0
}

fn is_noun(document: &Document, token: usize) -> bool {
    matches!(document.tag(token), Tag::NN | Tag::NNS) && document.kind(token) == Some(TokenKind::Word)
}

/// Whether the token is a hyphen or an apostrophe between two words, or the end of a word: "'s".
fn is_joint(document: &Document, token: usize) -> bool {
    document.is_glued(token)
        && (document.is_word(token, "- ‑") && document.is_glued(token + 1) || document.word(token) == "'s")
}

/// The words of the tokens, on one line.
fn one_line(document: &Document, tokens: Range<usize>) -> String {
    words_at(document, document.span_of(&tokens))
}

/// The words at `span`, on one line.
pub(super) fn words_at(document: &Document, span: Span) -> String {
    document.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The label of what only one article tells, or several tell otherwise: the phrase around its weightiest words.
pub fn of_sentence(document: &Document, topic: &[usize]) -> Label {
    Label { template: LabelTemplate::Plain, words: phrase(document, topic).into_iter().collect() }
}

/// A stretch of words around the weightiest noun or name of `topic`, verbatim; around its weightiest word if it has none.
pub fn phrase(document: &Document, topic: &[usize]) -> Option<String> {
    let noun = |&&token: &&usize| is_noun(document, token);
    let name = |&&token: &&usize| document.is_capitalized(token);
    // The day that a sentence names says nothing of what it tells.
    let tells = |&&token: &&usize| {
        let word = document.word(token);
        time::weekday(word).is_none() && time::month(word).is_none()
    };
    let core = topic.iter().take(4).find(noun).or_else(|| topic.iter().filter(tells).find(name));
    let &core = core.or_else(|| topic.iter().find(tells))?;
    let belongs = |token: usize| {
        document.kind(token) == Some(TokenKind::Word)
            && !STOP_WORDS.contains(document.word(token))
            && (topic.contains(&token) || document.tag(token).is_noun() || document.tag(token).is_adjective())
    };
    let (mut start, mut end) = (core, core + 1);
    while end - start < LONGEST && start > 0 && (belongs(start - 1) || is_joint(document, start - 1)) {
        start -= 1;
    }
    while end - start < LONGEST && (belongs(end) || is_joint(document, end)) {
        end += 1;
    }
    // "-year-old boy"
    while start < core && document.kind(start) != Some(TokenKind::Word) {
        start += 1;
    }
    Some(one_line(document, start..end)).filter(|words| !words.is_empty())
}
#[cfg(test)]
mod tests {
    use super::{deed, phrase};
    use crate::{
        Article, Readings, Story,
        compare::facts::{single::topic, tests::compared},
        fact::Verdict,
    };

    /// The labels of what two articles agree on that have the same sentence.
    #[track_caller]
    fn check_labels(sentence: &str, expected: &[&str]) {
        let analysis = compared(sentence, sentence);
        let agreed = analysis.facts.iter().filter(|fact| fact.verdict == Verdict::Agreed);
        let found: Vec<String> =
            agreed.map(|fact| format!("{:?} {}", fact.label.template, fact.label.words.join(": "))).collect();
        assert_eq!(found.iter().map(|label| label.trim_end()).collect::<Vec<_>>(), expected, "{sentence}");
    }

    /// The label of what one article alone says.
    #[track_caller]
    fn check_single(sentence: &str, expected: &str) {
        let analysis = compared(sentence, "Nobody spoke.");
        let single = analysis.facts.iter().find(|fact| fact.verdict == Verdict::Single);
        let found = single.map(|fact| format!("{:?} {}", fact.label.template, fact.label.words.join(": ")));
        assert_eq!(found.as_deref().map(str::trim_end), Some(expected), "{sentence}");
    }

    /// The phrase around the weightiest words of a sentence.
    #[track_caller]
    fn check_phrase(sentence: &str, expected: Option<&str>) {
        let article = Article { text: Some(sentence.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let readings = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let document = &readings.get(0).unwrap().document;
        let topic = topic(document, &document.sentences[0]);
        assert_eq!(phrase(document, &topic).as_deref(), expected, "{sentence}");
    }

    /// What stands around a figure or a time decides which words name it.
    #[test]
    fn labels_by_what_stands_around() {
        check_labels("It is 12 inches wide, the police said.", &["Plain inches wide"]);
        check_labels("It is 12 miles deeper now, the police said.", &["Plain miles deeper"]);
        check_labels(
            "Dora Lind met a boy in Averby who was 12 years old when the war began.",
            &["Claim Dora Lind: met a boy in Averby", "AgeOf"],
        );
        check_labels(
            "The army sent 12 Blackhawks to Averby.",
            &["Claim army: sent 12 Blackhawks to Averby", "Plain Blackhawks"],
        );
        check_labels("The army flew 12 Orm Tarns to Averby.", &["Claim army: flew 12 Orm Tarns to Averby"]);
        check_labels(
            "The council gave 12 people free tickets for the fair.",
            &["Claim council: gave 12 people free tickets for the fair", "Plain people"],
        );
        check_labels(
            "12 people killed in the Averby blast, police said.",
            &["Claim 12 people: killed in the Averby blast", "Claim people: killed in the Averby blast"],
        );
        check_labels(
            "The shelling left 12 civilians dead in Averby.",
            &["Claim shelling: left 12 civilians dead in Averby", "Plain civilians dead"],
        );
        check_labels(
            "The missile flew 200 miles north of the very old town of Averby near the coast.",
            &["Claim missile: flew 200 miles", "Plain miles north of the very old town of Averby"],
        );
        check_labels(
            "The missile flew 200 miles north.",
            &["Claim missile: flew 200 miles north", "Claim miles: missile flew"],
        );
        check_labels(
            "Profit was expected to grow by 12 percent.",
            &["Claim Profit: was expected to grow by 12 percent", "Claim percent: Profit to grow"],
        );
        check_labels(
            "The runner finished with 14 carries for 69 yards in Averby.",
            &["Claim runner: finished with 14 carries for 69 yards", "Plain carries"],
        );
        check_labels("The mayor expects the budget to grow by $12 million.", &["AmountOf"]);
    }

    /// Marks, compounds and words that nearly all sentences have.
    #[test]
    fn labels_beside_marks() {
        check_labels("Mill workers marched, singing old songs.", &["Claim Mill workers: marched"]);
        check_labels("Ana Ruiz, the mayor, closed the mill.", &["Claim Ana Ruiz: closed the mill"]);
        check_labels("The plan, not approved by the guild, fell.", &["Claim plan: not approved by the guild"]);
        check_labels("The mill has never been sold.", &["Claim mill: has never been sold"]);
        check_labels(
            "The bridge closed early, as happened in May.",
            &["Claim bridge: closed early", "When the bridge closed early"],
        );
        check_labels("The police reported 12 people dead in Averby.", &["Plain people dead"]);
        check_labels("The mayor saw 12 people wounded in Averby.", &["Claim people: wounded in Averby"]);
        check_labels(
            "A wall of 40 metres-thick stone at Orm fell.",
            &["Claim wall: fell", "Claim metres: thick stone"],
        );
        check_labels(
            "The missile flew 200 miles north of the old and small quiet green valley village school in Averby.",
            &["Claim missile: flew 200 miles", "Plain miles north of the old and small quiet"],
        );
        check_labels("The army sent 12 Tarn to Orm.", &["Claim army: sent 12 Tarn to Orm", "Plain Tarn"]);
        check_labels(
            "The storm hit the coast, killing three people on Monday.",
            &["Claim storm: hit the coast", "Plain people", "When"],
        );
        check_labels("The firm kept selling the mill.", &["Claim firm: kept selling the mill"]);
    }

    /// The deed that a time belongs to, where two are told of.
    #[test]
    fn labels_of_times_of_two_deeds() {
        check_labels(
            "Ana Ruiz resigned after meeting Hector Lind on Monday.",
            &["Claim Ana Ruiz: resigned after meeting Hector Lind on Monday", "When meeting Hector Lind"],
        );
        check_labels(
            "Ana Ruiz resigned after meeting quietly on Monday.",
            &["Claim Ana Ruiz: resigned after meeting quietly on Monday", "When Ana Ruiz resigned"],
        );
        check_labels(
            "Ana Ruiz resigned after speaking on Monday.",
            &["Claim Ana Ruiz: resigned after speaking on Monday", "When Ana Ruiz resigned"],
        );
        check_labels(
            "The mayor opened the fair while visiting Averby in May.",
            &["Claim mayor: opened the fair while visiting Averby in May", "When visiting Averby"],
        );
        check_labels(
            "The mayor opened the fair quietly visiting Averby in May.",
            &[
                "Claim mayor: opened the fair quietly visiting Averby in May",
                "When the mayor opened the fair quietly visiting Averby",
            ],
        );
        check_labels(
            "On Monday Ana Ruiz posted a picture of the mill.",
            &["When Ana Ruiz posted a picture of the mill"],
        );
        check_labels("On Monday state media reported that the mill burned.", &["When"]);
    }

    /// Where a deed begins and ends.
    #[test]
    fn labels_of_whole_deeds() {
        check_labels("There was panic in Averby.", &["Plain panic in Averby"]);
        check_labels("There was chaos.", &[]);
        check_labels("The mayor may not have known of the plan.", &["Claim mayor: may not have known of the plan"]);
        check_labels("The mayor did not approve the plan.", &["Claim mayor: did not approve the plan"]);
        check_labels("The mayor never approved the plan.", &["Claim mayor: never approved the plan"]);
        check_labels("The mayor quickly approved the plan.", &["Claim mayor: approved the plan"]);
        check_labels(
            "The firm has hoped to close the mill in Averby.",
            &["Claim firm: has hoped to close the mill in Averby"],
        );
        check_labels("The workers have it.", &[]);
        check_labels("The crew discovered that the mill had burned.", &[]);
        check_labels("The crew discovered the mill.", &["Claim crew: discovered the mill"]);
        check_labels(
            "The plane landed in Averby at 7:33 p.m.",
            &["Claim plane: landed in Averby", "When the plane landed in Averby"],
        );
        check_labels("The mayor bumped \"into each other\" on Monday.", &["When"]);
    }

    /// What a figure is the figure of: the thing right after it or before "of", or else who did what with it.
    #[test]
    fn labels_of_figures() {
        check_labels(
            "The 48-page report on the Orm flood was published on Monday.",
            &[
                "Claim 48-page report: published on Monday",
                "Plain …-page report",
                "When the 48-page report was published",
            ],
        );
        check_labels(
            "The mayor presented a $2 billion infrastructure plan in Averby.",
            &["Claim mayor: presented a $2 billion infrastructure plan", "AmountOf infrastructure plan"],
        );
        check_labels("The party won 31 percent of the votes in Ruthenia.", &["Claim percent: votes"]);
        check_labels(
            "Sustained winds of about 100 mph hit the coast near Averby.",
            &["Claim Sustained winds: hit the coast near Averby", "Plain winds"],
        );
        check_labels(
            "Inflation rose by 4.2 percent, the statistics office said.",
            &["Claim Inflation: rose by 4.2 percent", "Claim percent: Inflation rose"],
        );
        check_labels(
            "The rate was 4.2 percent, the statistics office said.",
            &["Claim rate: 4.2 percent", "Claim percent: rate"],
        );
        check_labels(
            "Prices in the shops of Averby have risen by about 4.2 percent.",
            &["Claim Prices: risen by about 4.2 percent", "Claim percent: Prices have risen"],
        );
        check_labels("Dora Lind, 51, won the cup.", &["Claim Dora Lind: won the cup", "AgeOf Dora Lind"]);
        check_labels("The winner, Dora Lind, is 51 years old.", &["Claim Dora Lind: 51 years old", "AgeOf Dora Lind"]);
        check_labels(
            "The firm paid $40 million (about 37 million euros) for the mill.",
            &["Claim firm: paid $40 million", "AmountOf firm paid", "AmountOf firm paid"],
        );
        check_labels(
            "The firm paid a fine of $40 million.",
            &["Claim firm: paid a fine of $40 million", "AmountOf fine"],
        );
        check_labels(
            "The firm has debts of more than $40 million.",
            &["Claim firm: has debts of more than $40 million", "AmountOf debts"],
        );
        check_labels("Some 31 percent of them voted.", &[]);
        check_labels(
            "The $28 payment was made by the council.",
            &["Claim $28 payment: made by the council", "AmountOf payment"],
        );
        check_labels(
            "The wall is 90 metres (295 feet as the crow flies over the old town) long.",
            &["Claim wall: 90 metres", "Claim metres: wall"],
        );
    }

    /// What is counted, with what is done to it or what it does.
    #[test]
    fn labels_of_counts() {
        check_labels("The company cut 300 jobs at the Orm plant.", &["Plain jobs"]);
        check_labels("The mayor posted four photos of the damaged bridge.", &["Plain photos posted"]);
        check_labels(
            "40 people were not hurt when the bridge fell.",
            &["Claim 40 people: not hurt", "Claim people: not hurt"],
        );
        check_labels(
            "The army shot down 12 drones over Orm overnight, the ministry said.",
            &["Claim army: shot down 12 drones over Orm overnight", "Plain drones"],
        );
        check_labels("The mayor has 12.", &["Claim mayor: has 12"]);
        check_labels("Nobody counted the 300 workers.", &["Claim Nobody: counted the 300 workers", "Plain workers"]);
        check_labels("Police arrested 12 people.", &["Claim Police: arrested 12 people", "Plain people arrested"]);
        check_labels("Police said that 12 people had died.", &["Claim 12 people: died", "Claim people: died"]);
        check_labels(
            "The jury convicted 12 men of fraud.",
            &["Claim jury: convicted 12 men of fraud", "Plain men of fraud convicted"],
        );
        check_labels(
            "The council has closed 12 schools.",
            &["Claim council: closed 12 schools", "Plain schools closed"],
        );
        check_labels(
            "The council has not closed 12 schools.",
            &["Claim council: has not closed 12 schools", "Plain schools"],
        );
        check_labels("One worker left.", &[]);
        check_labels("One police officer was hurt in Averby.", &["Claim One police officer: hurt in Averby"]);
        check_labels(
            "Some 300 police were hurt in Averby.",
            &["Claim Some 300 police: hurt in Averby", "Claim police: hurt in Averby"],
        );
        check_labels("The council hired 12 staff.", &["Claim council: hired 12 staff", "Plain staff hired"]);
        check_labels("Police found 12.", &[]);
    }

    /// What happened at a time, or how long it lasted; nothing where the words say too little.
    #[test]
    fn labels_of_times() {
        check_labels(
            "Ana Ruiz is in Orm, her first visit since taking office in 2019.",
            &["Claim Ana Ruiz: in Orm", "When taking office"],
        );
        check_labels(
            "Ana Ruiz lived in Averby for eight years.",
            &["Claim Ana Ruiz: lived in Averby for eight years", "LengthOf Ana Ruiz lived in Averby"],
        );
        check_labels(
            "The bank closed its Averby branch two days after the robbery.",
            &["Claim bank: closed its Averby branch", "TimeOf robbery"],
        );
        check_labels(
            "The earthquake on 4 May 2023 destroyed the mill at Orm.",
            &["Plain destroyed the mill at Orm", "DayOf earthquake"],
        );
        check_labels(
            "The storm in March destroyed the mill at Orm.",
            &["Claim storm: destroyed the mill at Orm", "TimeOf storm"],
        );
        check_labels(
            "Ana Ruiz's mill was sold on Monday.",
            &["Claim Ana Ruiz's mill: sold on Monday", "When Ana Ruiz's mill was sold"],
        );
        check_labels(
            "The mill could reopen on Monday.",
            &["Claim mill: could reopen on Monday", "When the mill could reopen"],
        );
        check_labels(
            "The flood hall was opened on Monday by the mayor of Averby.",
            &["Claim flood hall: opened on Monday by the mayor of Averby", "When the flood hall was opened"],
        );
        check_labels(
            "No organization claimed responsibility on Monday.",
            &["When No organization claimed responsibility"],
        );
        check_labels(
            "The club signed in the spring of the year 12 players.",
            &["Claim club: signed in the spring", "Plain players", "When the club signed"],
        );
        check_labels(
            "And the mill burned down on Monday.",
            &["Claim mill: burned down on Monday", "When the mill burned"],
        );
        check_labels(
            "Least of all the mill was damaged on Monday.",
            &["Claim mill: damaged on Monday", "When the mill was damaged"],
        );
        check_labels("Most mills were closed on Monday.", &["Claim mills: closed on Monday", "When mills were closed"]);
        check_labels(
            "The mill-town council met on Monday.",
            &["Claim mill-town council: met on Monday", "When the mill-town council met"],
        );
        check_labels(
            "The Orm mill's owner left on Monday.",
            &["Claim Orm mill's owner: left on Monday", "When the Orm mill's owner left"],
        );
        check_labels(
            "The flood hall on Monday hosted the mayor.",
            &["Claim flood hall: hosted the mayor", "When the flood hall hosted the mayor"],
        );
        check_labels("On Monday a bomb attack in Averby hurt nobody.", &["DayOf attack"]);
        check_labels(
            "The crash happened at the old mill of Orm on Monday.",
            &["Claim crash: happened at the old mill of Orm", "When the crash happened at the old mill of Orm"],
        );
        check_labels(
            "The Monday crash victims were named.",
            &["Claim crash victims: named", "When crash victims were named"],
        );
        check_labels(
            "The talks lasted for three days.",
            &["Claim talks: lasted for three days", "LengthOf the talks lasted"],
        );
        check_labels("The attack of Monday hurt nobody.", &["DayOf attack"]);
        check_labels("The flood on a Monday in Averby hurt nobody.", &["DayOf flood"]);
        check_labels(
            "The bridge was closed in the very early hours of Monday.",
            &["Claim bridge: closed in the very early hours of Monday", "When the bridge was closed"],
        );
        check_labels(
            "The council closed the pool, the mill and the bridge on Monday.",
            &["Claim council: closed the pool", "When the council closed the pool"],
        );
        check_labels("The mill was for sale on Monday.", &["Claim mill: for sale on Monday", "DayOf sale"]);
        check_labels(
            "The fire on Monday destroyed a part of the mill.",
            &["Claim fire: destroyed a part of the mill", "DayOf fire"],
        );
        check_labels(
            "The siege lasted 12 days, the army said.",
            &["Claim siege: lasted 12 days", "LengthOf the siege lasted"],
        );
        check_labels("It was sold on Monday.", &["Plain sold on Monday", "When"]);
        check_labels("On Monday the old quiet town river flood hurt nobody.", &["When"]);
        check_labels("The Monday crash-test failed.", &["When"]);
        check_labels(
            "The army helped rebuild the mill on Monday.",
            &["Claim army: helped rebuild the mill on Monday", "When the army helped rebuild the mill"],
        );
        check_labels("That mill burned on Monday.", &["Claim mill: burned on Monday", "When that mill burned"]);
        check_labels("The three-week trial of Ruiz ended.", &["Claim three-week trial: ended", "LengthOf trial"]);
        check_labels("The attack of two hours hurt nobody.", &["LengthOf attack"]);
    }

    /// Who did what, as far as it is short and whole.
    #[test]
    fn labels_of_deeds() {
        check_labels(
            "Those from makers of cars rose sharply in Orm.",
            &["Claim Those from makers of cars: rose sharply in Orm"],
        );
        check_labels("The army fired missiles just hours before the talks.", &["Claim army: fired missiles"]);
        check_labels("Trade between these towns fell in Orm.", &["Claim Trade: fell in Orm"]);
        check_labels("The mayor saw in the very old town Ana Ruiz's mill.", &[]);
        check_labels("The water is safe to drink.", &["Claim water: safe"]);
        check_labels("The council wants to close the pool.", &["Claim council: wants to close the pool"]);
        check_labels("The council did not close the pool.", &["Claim council: did not close the pool"]);
        check_labels("The river rose fast.", &["Claim river: rose fast"]);
        check_labels(
            "The river rose fast again and again until the town was flooded by it.",
            &["Claim river: rose fast again and again"],
        );
        check_labels("The river is high.", &["Claim river: high"]);
        check_labels(
            "Water levels remained dangerously high in Averby.",
            &["Claim Water levels: remained dangerously high in Averby"],
        );
        check_labels("The mayor of Averby, a town of mills, closed the bridge.", &["Claim mayor: closed the bridge"]);
        check_labels("The mayor bumped \"into each other\" twice.", &[]);
        check_labels("The council did.", &[]);
        check_labels("The mayor has it.", &[]);
        check_labels("The old mill at Orm burned.", &["Claim old mill: burned"]);
        check_labels("The mayor of Averby took part.", &["Claim mayor: took part"]);
        check_labels("The council closed \"the old mill,\" and left.", &[]);
    }

    /// The part of an interrupted clause that lacks the verb tells no deed.
    #[test]
    fn deeds_stand_with_their_verbs() {
        let deeds = |text: &str| -> Vec<Option<String>> {
            let article = Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
            let read = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
            let reading = read.get(0).unwrap();
            reading.extraction.claims.iter().map(|claim| deed(&reading.document, claim)).collect()
        };
        let some = |deed: &str| Some(deed.to_owned());
        assert_eq!(
            deeds("The mayor, who won on Sunday, opened the bridge."),
            [None, some("won on Sunday"), some("opened the bridge")]
        );
        // Nothing that tells anything, and a number that does.
        assert_eq!(deeds("They have it."), [None]);
        assert_eq!(deeds("They have 12."), [some("have 12")]);
        assert_eq!(deeds("They do."), [None]);
    }

    /// Where a label would have to guess there is none.
    #[test]
    fn labels_that_are_not_sure() {
        check_labels("The army lost 12 aircraft near Averby.", &["Claim army: lost 12 aircraft near Averby"]);
        check_labels("The index lost 0.5 points in Averby.", &["Claim index: lost 0.5 points in Averby"]);
        check_labels("The old mill on Monday, officials said, burned down.", &["When"]);
        // No more than seven words, in brackets or not.
        check_labels(
            "The town lost 90 metres (295 feet as the crow flies over the town) of wall.",
            &["Claim town: lost 90 metres", "Claim metres: town lost"],
        );
        check_labels(
            "The firm won a $40 million old stone Averby river mill tower repair contract.",
            &["AmountOf old stone Averby river mill tower repair"],
        );
        check_labels("The water became unsafe to drink.", &[]);
        // FIXME: it was the town that the mayor saw.
        check_labels("The mayor saw the flood- and fire-hit town.", &["Claim mayor: saw the flood"]);
        check_labels(
            "The tower's 90-metre (295-foot) wall fell.",
            &["Claim wall: fell", "Plain …-metre (295-foot) wall"],
        );
    }

    /// Who did what, or what a figure is of; where neither tells enough, the phrase around the weightiest words.
    #[test]
    fn labels_of_what_one_alone_says() {
        check_single("The old stone mill by the Orm river burned down in the night.", "Plain old stone mill");
        check_single("Monday brought heavy rain to Averby.", "Plain brought heavy rain to Averby");
        check_single("The flood-hit town waited for help.", "Claim flood-hit town: waited for help");
        check_single("They quickly decided to appeal against it.", "Plain decided to appeal");
        check_single("The owner's three half-sisters inherited everything.", "Plain half-sisters");
        check_single("Twelve-year-old children sang loudly.", "AgeOf");
        check_single("Some 300 workers lost their jobs at the mill.", "Claim workers: lost their jobs at the mill");
    }

    #[test]
    fn phrases_around_the_weightiest_words() {
        check_phrase("The old stone mill by the Orm river burned down in the night.", Some("old stone mill"));
        check_phrase("Monday brought heavy rain to Averby.", Some("Monday brought heavy rain"));
        check_phrase("The flood-hit town waited for help.", Some("flood-hit town waited"));
        check_phrase("She was praised and thanked warmly.", Some("praised"));
        check_phrase("Rescue teams from Ruthenia's capital searched the ruins.", Some("Rescue teams"));
        check_phrase(
            "The very old big tall white stone Averby river mill tower burned.",
            Some("old big tall white stone Averby river"),
        );
        check_phrase(
            "The good old big new small long high great town chandelier burned.",
            Some("new small long high great town chandelier"),
        );
        check_phrase(
            "The good old big new-built long high great town chandelier burned.",
            Some("built long high great town chandelier"),
        );
        check_phrase("Mill workers marched.", Some("Mill workers marched"));
        check_phrase("They quickly decided to appeal against it.", Some("appeal"));
        check_phrase("On Tuesday Ana Ruiz resigned angrily.", Some("Tuesday Ana Ruiz resigned angrily"));
        check_phrase("In March it snowed heavily and often.", Some("snowed heavily"));
        check_phrase("Twelve-year-old children sang loudly.", Some("Twelve-year-old children sang"));
        check_phrase(
            "The owner's three half-sisters inherited everything.",
            Some("owner's three half-sisters inherited"),
        );
        check_phrase("It was very good.", Some("good"));
        check_phrase("Some 300 workers lost their jobs at the Orm mill.", Some("workers lost"));
        check_phrase("They left it.", Some("left"));
        check_phrase("Because of the storm's strength, schools closed early.", Some("storm's strength"));
    }
}
