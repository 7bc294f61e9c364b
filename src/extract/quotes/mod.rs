//! Finds who says what: words in quotation marks, after a dash, or in the article's own words.

pub mod attribution;
mod dash;
mod direct;
mod indirect;
mod marks;

use crate::{document::Document, entity::Name, extract::phrases::Phrases, order::Order, quote::Quote, span::Span};

/// Whatever stands between quotation marks, speech or not, in order: the words are not the article's own.
#[must_use]
pub fn quoted(document: &Document) -> Vec<Span> {
    marks::stretches(document).into_iter().map(|stretch| stretch.outer).collect()
}

/// The quotes of a document, in order of their starts.
#[must_use]
pub fn find(document: &Document, names: &[Name]) -> Vec<Quote> {
    let stretches = marks::stretches(document);
    let phrases = Phrases { document, names };
    let mut quotes = direct::find(&phrases, &stretches);
    quotes.extend(dash::find(&phrases));
    quotes.order_by_key(|quote| (quote.span.start, quote.span.end));
    let direct: Vec<Span> = quotes.iter().map(|quote| quote.span).collect();
    quotes.extend(indirect::find(&phrases, &direct));
    quotes.order_by_key(|quote| (quote.span.start, quote.kind, quote.span.end));
    quotes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{quote::QuoteKind, read, story::Article};

    /// Reads `text`; `expected` has the words, the speaker and the cue of each quote of the kind.
    fn check_kind(kind: QuoteKind, text: &str, expected: &[(&str, &str, &str)]) {
        let article = Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let document = read::read(&article);
        let quotes = find(&document, &[]);
        let found: Vec<(&str, &str, &str)> = quotes
            .iter()
            .filter(|quote| quote.kind == kind)
            .map(|quote| {
                (
                    document.slice(quote.span),
                    quote.speaker.as_ref().map_or("", |speaker| document.slice(speaker.span)),
                    quote.cue.map_or("", |cue| document.slice(cue)),
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    fn check(text: &str, expected: &[(&str, &str, &str)]) {
        check_kind(QuoteKind::Direct, text, expected);
    }

    fn check_indirect(text: &str, expected: &[(&str, &str, &str)]) {
        check_kind(QuoteKind::Indirect, text, expected);
    }

    #[test]
    fn finds_speakers_after_the_words() {
        check("“We will go,” she said.", &[("We will go,", "she", "said")]);
        check("“We will go,” said Mara Holt, the mayor.", &[("We will go,", "Mara Holt", "said")]);
        check("\"We will go,\" the mayor of Arden said.", &[("We will go,", "the mayor of Arden", "said")]);
        check("It was late.\"We will go,\" the mayor said.", &[("We will go,", "the mayor", "said")]);
        check("“Who pays?” Holt, who leads the council, asked.", &[("Who pays?", "Holt", "asked")]);
        check("“No,” US officials told reporters.", &[("No,", "US officials", "told")]);
        check("“It is over.” — Mara Holt", &[("It is over.", "Mara Holt", "—")]);
        check("“It is over,” according to the ministry.", &[("It is over,", "the ministry", "according to")]);
        check(
            "“It is over,” a spokeswoman for the port said.",
            &[("It is over,", "a spokeswoman for the port", "said")],
        );
    }

    #[test]
    fn finds_speakers_before_the_words() {
        check("Holt said: “We will go.”", &[("We will go.", "Holt", "said")]);
        check(
            "On Monday, Mara Holt told reporters that the plan was “bad for us all.”",
            &[("bad for us all.", "Mara Holt", "told")],
        );
        check("Holt raised taxes, calling it “a hard choice.”", &[("a hard choice.", "Holt", "calling")]);
        check("Holt, 51, the mayor, has since said \"never.\"", &[("never.", "Holt", "said")]);
        check("Holt left during what she called “a storm of nonsense.”", &[("a storm of nonsense.", "she", "called")]);
        check(
            "The two sides confirmed a plan to play \"a useful role\" in talks.",
            &[("a useful role", "The two sides", "confirmed")],
        );
        check(
            "Holt urged Arden to make the 'right hard choices,' noting that 'the sea is rising.'",
            &[("right hard choices,", "Holt", "urged"), ("the sea is rising.", "Holt", "noting")],
        );
    }

    #[test]
    fn finds_speakers_without_a_verb_beside_the_words() {
        check("She was blunt: 'It will not stand.'", &[("It will not stand.", "She", ":")]);
        check(
            "She put the cost at “hundreds of millions, or more.”",
            &[("hundreds of millions, or more.", "She", "put")],
        );
        check("The plan was called “a joke” by Mara Holt.", &[("a joke", "Mara Holt", "called")]);
        check(
            "He told Lee: 'The two towns should work on this.'",
            &[("The two towns should work on this.", "He", "told")],
        );
        check("«We will go», said Mara Holt.", &[("We will go", "Mara Holt", "said")]);
    }

    #[test]
    fn finds_judgements() {
        check("Holt dismissed the plan as “dead.” Nobody objected.", &[("dead.", "Holt", "dismissed")]);
        check(
            "Holt called his critics “losers” and “sad.”",
            &[("losers", "Holt", "called"), ("sad.", "Holt", "called")],
        );
        check("The bridge was “rotten” by then.", &[("rotten", "", "")]);
        // Among double marks, single ones are a headline's.
        check(
            "Council ‘will not pay’ for bridge\n“No,” said Holt. “We told them so,” Lee said. “Never,” said Holt.",
            &[("No,", "Holt", "said"), ("We told them so,", "Lee", "said"), ("Never,", "Holt", "said")],
        );
    }

    #[test]
    fn splits_and_goes_on() {
        check("“We will go,” she said, “and stay.”", &[("We will go,", "she", "said"), ("and stay.", "she", "said")]);
        check("“We go,” said Holt. “We stay there.”", &[("We go,", "Holt", "said"), ("We stay there.", "Holt", "")]);
        check(
            "“We will go, Holt said.\n“And we will stay there.”",
            &[("We will go, Holt said.", "", ""), ("And we will stay there.", "", "")],
        );
        check(
            "“We will go.\n“And we will stay there,” she said.",
            &[("We will go.", "she", ""), ("And we will stay there,", "she", "said")],
        );
    }

    #[test]
    fn single_marks_go_on_over_paragraphs() {
        check(
            "Holt said: 'I saw the sea.\n'It took the bridge and didn't stop.'",
            &[("I saw the sea.", "Holt", "said"), ("It took the bridge and didn't stop.", "Holt", "")],
        );
        check("The ministers' plan failed.\n'It is over,' Holt said.", &[("It is over,", "Holt", "said")]);
    }

    #[test]
    fn finds_indirect_speech() {
        check_indirect(
            "The mayor said that the bridge would close on Monday.",
            &[("that the bridge would close on Monday", "The mayor", "said")],
        );
        check_indirect("The bridge will close, the mayor said.", &[("The bridge will close", "the mayor", "said")]);
        check_indirect(
            "According to the ministry, the bridge is old.",
            &[("the bridge is old", "the ministry", "According to")],
        );
        check_indirect(
            "The bridge is old, according to the ministry.",
            &[("The bridge is old", "the ministry", "according to")],
        );
        check_indirect("The mayor denied the charges on Friday.", &[("the charges on Friday", "The mayor", "denied")]);
        check_indirect(
            "The mayor asked whether the bridge was safe.",
            &[("whether the bridge was safe", "The mayor", "asked")],
        );
        check_indirect(
            "The bridge, the mayor said, will close on Monday.",
            &[("The bridge, the mayor said, will close on Monday", "the mayor", "said")],
        );
        check_indirect(
            "The bridge will close on Monday, said Mara Holt, the mayor.",
            &[("The bridge will close on Monday", "Mara Holt", "said")],
        );
        check_indirect("The mayor vowed to rebuild the bridge.", &[("to rebuild the bridge", "The mayor", "vowed")]);
        check_indirect("The mayor closed the bridge on Monday.", &[]);
        check_indirect("An adult found guilty of fraud could be jailed.", &[]);
        check_indirect("Holt added a 10-yard run late in the third quarter, and the rookie Jo Hale scored.", &[]);
        check_indirect(
            "The bridge will close on Monday, port spokesman Sean Hale said.",
            &[("The bridge will close on Monday", "port spokesman Sean Hale", "said")],
        );
        check_indirect(
            "Holt told the council the old bridge would be closed in May.",
            &[("the old bridge would be closed in May", "Holt", "told")],
        );
        check_indirect("The mayor called for a new bridge.", &[("a new bridge", "The mayor", "called")]);
        check_indirect(
            "The mayor said the bridge would close, which surprised the council.",
            &[("the bridge would close", "The mayor", "said")],
        );
        check_indirect(
            "The wreck contradicted the mayor's claim that the bridge was safe.",
            &[("that the bridge was safe", "the mayor", "claim")],
        );
        check_indirect("Holt tweeted photos, plans and songs as crowds waited.", &[]);
        check_indirect("Holt added a run and won the match.", &[]);
        check_indirect("Some 3 per cent of the ships stayed in the port.", &[]);
        check_indirect("Years of alleged waste had emptied the fund.", &[]);
        check_indirect(
            "The mayor said a man who was there was safe.",
            &[("a man who was there was safe", "The mayor", "said")],
        );
        check_indirect(
            "The mayor said the bridge was shut and called for help.",
            &[("the bridge was shut", "The mayor", "said")],
        );
        check_indirect(
            "The board has on several occasions said that the bridge is old.",
            &[("that the bridge is old", "The board", "said")],
        );
        check_indirect(
            "An official who spoke on condition of anonymity said the bridge was old.",
            &[("the bridge was old", "An official", "said")],
        );
        check_indirect("“The bridge is old,” the mayor said.", &[]);
        check_indirect("“The bridge is old,” Mara Holt said in a statement after the council had met.", &[]);
        check_indirect("Citing the treaty of the two towns, Mara Holt said, “The bridge is old.”", &[]);
        check_indirect(
            "Working with the other town, he said, “will not make the bridge cheaper.”",
            &[("Working with the other town, he said, “will not make the bridge cheaper", "he", "said")],
        );
        check_indirect("The law keeps the police from recommending criminal charges.", &[]);
        check_indirect(
            "While some councillors welcomed the new bridge, others warned of its costs.",
            &[("the new bridge", "some councillors", "welcomed")],
        );
        check_indirect(
            "An official familiar with the plan said the bridge was old.",
            &[("the bridge was old", "An official", "said")],
        );
    }

    #[test]
    fn finds_speech_set_off_by_a_dash() {
        check(
            "The bridge must be rebuilt before winter – said Mara Holt.",
            &[("The bridge must be rebuilt before winter", "Mara Holt", "said")],
        );
        check("The bridge – built in 1990 – is old.", &[]);
        check("— We will not leave, said Mara Holt.", &[("We will not leave", "Mara Holt", "said")]);
        check(
            "The towns have to rebuild the bridge together – Mara Holt said.",
            &[("The towns have to rebuild the bridge together", "Mara Holt", "said")],
        );
        check("The bridge was shut – the mayor said it was old – for a week.", &[]);
        check("– Why did the bridge fall? she asked.", &[("Why did the bridge fall?", "she", "asked")]);
        check("— Two people were hurt, the police said.", &[]);
        check("Behind the plan – called the New Start by some – are two mayors.", &[]);
    }

    proptest::proptest! {
        /// Whatever the text, quotes are in order, not empty, and on character boundaries, and claims hold each token once.
        #[test]
        fn holds_for_any_text(words in proptest::collection::vec(
            proptest::sample::select(vec![
                "“", "”", "\"", "'", "‘", "’", "''", ",", ".", "—", "–", ":", "(", ")", "said", "Lee", "the", "that", "which",
                "mayor", "according", "to", "was", "closed", "and", "é", "n’t", "\n", "\n\n", "who", "has", "never", "“No,”",
            ]), 0..60), glued in proptest::bool::ANY)
        {
            let text = words.join(if glued { "" } else { " " });
            let article = Article { text: Some(text), lang: Some("en".to_owned()), ..Article::default() };
            let document = read::read(&article);
            let quotes = find(&document, &[]);
            let mut last = 0;
            for quote in &quotes {
                proptest::prop_assert!(quote.span.start >= last && !document.slice(quote.span).trim().is_empty());
                last = quote.span.start;
            }
            let claims = crate::extract::claims::find(&document, &[], &quotes);
            for (index, sentence) in document.story_sentences() {
                let mut at = sentence.tokens.start;
                for claim in claims.iter().filter(|claim| claim.sentence == index) {
                    proptest::prop_assert_eq!(claim.tokens.start, at);
                    at = claim.tokens.end;
                }
                proptest::prop_assert_eq!(at, sentence.tokens.end);
            }
        }
    }

    #[test]
    fn leaves_terms_alone() {
        check("The council kept its “one island” policy.", &[]);
        check("The so-called “golden visa” scheme ended.", &[]);
        check("She wrote a book titled “Salt and Rain” last year.", &[]);
        check("Mary “Bunny” Hale won the race.", &[]);
        check("The host of “Meet the Neighbours,” Ann Poe, was there.", &[]);
    }
}
