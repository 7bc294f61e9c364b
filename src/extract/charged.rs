//! Finds loaded and hedging words in the article's own voice; within quotation marks the words are the speaker's.

use crate::{
    claim::{Charged, WordingKind},
    document::{Document, Tag, TokenKind},
    entity::Name,
    lexicon::speech,
    span::Span,
};

/// The most words that a listed phrase has.
const LONGEST: usize = 6;

/// The loaded and hedging words of a document outside `quoted` stretches and names, in order, without overlap.
#[must_use]
pub fn find(document: &Document, names: &[Name], quoted: &[Span]) -> Vec<Charged> {
    let mut charged = Vec::new();
    for (_, sentence) in document.story_sentences() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let found = longest(document, at, sentence.tokens.end);
            let Some((kind, end)) = found else {
                at += 1;
                continue;
            };
            if let Some(kind) = kind
                && !is_name(names, at)
                && !is_quoted(document, quoted, at)
            {
                charged.push(Charged { span: document.span_of(&(at..end)), kind });
            }
            at = end;
        }
    }
    charged
}

/// The longest listed phrase that starts at the token, with its end; no kind where it is listed as one without a judgement,
/// though a word of it may have one elsewhere.
fn longest(document: &Document, start: usize, end: usize) -> Option<(Option<WordingKind>, usize)> {
    if document.kind(start) != Some(TokenKind::Word) {
        return None;
    }
    let mut found = single(document, start).map(|kind| (Some(kind), start + 1));
    // A phrase is listed with its first word as a lemma, or as it stands.
    let mut phrases = vec![document.word(start).to_owned()];
    if document.lemma(start) != document.word(start) {
        phrases.push(document.lemma(start).to_owned());
    }
    let mut words = 1;
    let mut at = start + 1;
    while at < end && words < LONGEST {
        phrases.retain(|phrase| speech::may_go_on(phrase));
        if phrases.is_empty() {
            break;
        }
        // A hyphen counts as a space.
        if document.is_word(at, "-") && document.is_glued(at) {
            at += 1;
            continue;
        }
        if document.kind(at) != Some(TokenKind::Word) {
            break;
        }
        words += 1;
        for phrase in &mut phrases {
            phrase.push(' ');
            phrase.push_str(document.word(at));
        }
        at += 1;
        for phrase in &phrases {
            if speech::is_hedge(phrase) {
                found = Some((Some(WordingKind::Hedge), at));
            } else if let Some(parts) = speech::loaded(phrase) {
                found = Some(((parts != speech::NEUTRAL).then_some(WordingKind::Loaded), at));
            }
        }
    }
    found
}

/// What the word by itself is, as the part of speech that it has here.
fn single(document: &Document, token: usize) -> Option<WordingKind> {
    let word = document.word(token);
    let tag = document.tag(token);
    if speech::is_hedge(word) {
        // The month, the might of an army.
        let noun = tag.is_noun() || tag.is_proper();
        return (!noun).then_some(WordingKind::Hedge);
    }
    let parts = speech::loaded(word)?;
    let fits = match tag {
        Tag::Other => true,
        _ if parts.is_empty() => true,
        Tag::NN | Tag::NNS => parts.as_bytes().contains(&b'n'),
        Tag::VBN => parts.as_bytes().contains(&b'v') || parts.as_bytes().contains(&b'j'),
        // `a punishing tax`, but not `punishing the guilty`.
        Tag::VBG => {
            parts.as_bytes().contains(&b'v')
                || parts.as_bytes().contains(&b'j')
                    && document.tag(token + 1).is_noun()
                    && token.checked_sub(1).is_some_and(|before| document.tag(before) == Tag::DT)
        }
        _ if tag.is_verb() => parts.as_bytes().contains(&b'v'),
        _ if tag.is_adjective() => parts.as_bytes().contains(&b'j') || parts.as_bytes().contains(&b'n'),
        _ if tag.is_adverb() => parts.as_bytes().contains(&b'r'),
        _ => false,
    };
    fits.then_some(WordingKind::Loaded)
}

fn is_name(names: &[Name], token: usize) -> bool {
    let index = names.partition_point(|name| name.tokens.end <= token);
    names.get(index).is_some_and(|name| name.tokens.contains(&token))
}

fn is_quoted(document: &Document, quoted: &[Span], token: usize) -> bool {
    let Some(token) = document.tokens.get(token) else { return false };
    let index = quoted.partition_point(|stretch| stretch.end <= token.span.start);
    quoted.get(index).is_some_and(|stretch| stretch.overlaps(token.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extract::quotes, read, story::Article};

    fn check(text: &str, expected: &[(&str, WordingKind)]) {
        let document =
            read::read(&Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() });
        let charged = find(&document, &[], &quotes::quoted(&document));
        let found: Vec<(&str, WordingKind)> =
            charged.iter().map(|charged| (document.slice(charged.span), charged.kind)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_loaded_words() {
        use WordingKind::Loaded;
        check("The mayor slammed the regime.", &[("slammed", Loaded), ("regime", Loaded)]);
        check("It was a witch hunt against the far-left council.", &[("witch hunt", Loaded), ("far-left", Loaded)]);
        check("The council approved the budget.", &[]);
        check("The port ships crude oil; it was supposed to close.", &[]);
        check("She doubled down on a shameful joke.", &[("doubled down", Loaded), ("shameful", Loaded)]);
        check("The court is punishing drivers.", &[]);
        check("She called it “a brutal regime”.", &[]);
    }

    #[test]
    fn finds_hedges() {
        use WordingKind::Hedge;
        check("The bridge may have been closed.", &[("may", Hedge)]);
        check("It reportedly fell.", &[("reportedly", Hedge)]);
        check("It happened in May.", &[]);
    }
}
