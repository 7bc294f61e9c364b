//! The same words of the same speaker in two or more articles: translations, trims, other orders, indirect against direct.
//!
//! Candidates come from an index of the words that quotes share, rarest first. A pair counts by containment: how much of the
//! shorter quote, its words weighted by rarity, stands in the longer one; so a fragment meets the sentence it was cut from.

use crate::{
    document::TokenKind,
    entity::Cast,
    lexicon::meaning,
    order::{Map, Order},
    quote::{Quote, QuoteKind},
    reading::Reading,
};

/// The most quotes that may share a word for it to propose pairs; a commoner word tells nothing.
const COMMONEST: usize = 200;

/// How much of the lesser of two groups' fullest quotes must stand in the other's for the groups to be one: enough that a
/// fragment that two utterances have in common does not join them.
const SAME_UTTERANCE: f64 = 0.35;

/// How much a word of a name tells beside another word.
const NAME: f64 = 0.4;

/// A quote as it is compared.
struct Words<'a> {
    article: usize,
    index: usize,
    direct: bool,
    speaker: Option<usize>,
    /// Classes of its content words, in order, with how much each tells.
    content: Vec<(&'a str, f64)>,
    /// The same as a sorted set of numbers.
    terms: Vec<usize>,
    /// What they weigh together.
    weight: f64,
}

/// Groups of an article and a position in its quotes; each group by article and position, the groups by their first.
#[must_use]
pub fn quote_variants(readings: &[Reading], cast: &Cast) -> Vec<Vec<(usize, usize)>> {
    let mut quotes = collect(readings, cast);
    let weights = weigh(&mut quotes);
    for quote in &mut quotes {
        quote.weight = quote.terms.iter().filter_map(|&term| weights.get(term)).sum();
    }
    let mut postings: Vec<(usize, Vec<usize>)> = (0..weights.len()).map(|term| (term, Vec::new())).collect();
    for (position, quote) in quotes.iter().enumerate() {
        for &term in &quote.terms {
            if let Some((_, posting)) = postings.get_mut(term) {
                posting.push(position);
            }
        }
    }
    postings.retain(|(_, posting)| (2..=COMMONEST).contains(&posting.len()));
    postings.order_by_key(|(_, posting)| posting.len());
    let mut ranks = vec![usize::MAX; weights.len()];
    for (rank, &(term, _)) in postings.iter().enumerate() {
        if let Some(own) = ranks.get_mut(term) {
            *own = rank;
        }
    }
    let mut groups = Groups { quotes: &quotes, weights: &weights, ranks, parents: (0..quotes.len()).collect() };
    for (rank, (_, posting)) in postings.iter().enumerate() {
        for (at, &a) in posting.iter().enumerate() {
            for &b in posting.iter().skip(at + 1) {
                groups.join(a, b, rank);
            }
        }
    }
    groups.finish()
}

/// The quotes of all articles with their content words. Indirect speech around quoted words is left out: those words are there.
fn collect<'a>(readings: &'a [Reading], cast: &Cast) -> Vec<Words<'a>> {
    let mut all = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        let quotes = &reading.extraction.quotes;
        for (index, quote) in quotes.iter().enumerate() {
            let direct = quote.kind == QuoteKind::Direct;
            if !direct && holds_direct(quotes, index, quote) {
                continue;
            }
            let content = content(reading, quote);
            if content.is_empty() {
                continue;
            }
            let speaker = cast.speakers.get(article).and_then(|speakers| *speakers.get(index)?);
            all.push(Words { article, index, direct, speaker, content, terms: Vec::new(), weight: 0.0 });
        }
    }
    all
}

/// Whether direct speech stands inside the quote. Quotes are in order of their starts.
fn holds_direct(quotes: &[Quote], index: usize, quote: &Quote) -> bool {
    let after = quotes.iter().skip(index + 1).take_while(|other| other.span.start < quote.span.end);
    let before = quotes.iter().take(index).rev().take_while(|other| other.span.start == quote.span.start);
    after.chain(before).any(|other| other.kind == QuoteKind::Direct)
}

fn content<'a>(reading: &'a Reading, quote: &Quote) -> Vec<(&'a str, f64)> {
    let document = &reading.document;
    document
        .tokens_in(quote.span)
        .filter(|&token| matches!(document.kind(token), Some(TokenKind::Word | TokenKind::Number)))
        .filter_map(|token| {
            let information = meaning::information(document.word(token));
            // Names stand in much of what is said about them.
            let weight = if document.tag(token).is_proper() { NAME * information } else { information };
            (information > 0.0 && document.word(token).len() > 1)
                .then(|| (meaning::class(document.lemma(token)), weight))
        })
        .collect()
}

/// Numbers the words and gives each its weight: what it tells by itself, and how few quotes have it.
fn weigh(quotes: &mut [Words]) -> Vec<f64> {
    let mut numbers: Map<&str, usize> = Map::new();
    let mut seen: Vec<(usize, f64)> = Vec::new();
    for quote in quotes.iter_mut() {
        for (class, information) in &quote.content {
            let next = numbers.len();
            let number = *numbers.entry(class).or_insert(next);
            if number == seen.len() {
                seen.push((0, *information));
            }
            quote.terms.push(number);
        }
        quote.terms.order();
        quote.terms.dedup();
        for &term in &quote.terms {
            if let Some((count, _)) = seen.get_mut(term) {
                *count += 1;
            }
        }
    }
    let all = libm::log(count(quotes.len()) + 1.0);
    seen.into_iter()
        .map(|(quotes_with, information)| {
            // Half of the weight is the word's own, so that what everybody quotes still counts.
            let rarity = 1.0 - libm::log(count(quotes_with)) / all.max(1.0);
            information * (0.5 + 0.5 * rarity)
        })
        .collect()
}

/// A count as a number to reckon with; stories are far too small to lose any digit.
#[expect(clippy::cast_precision_loss, reason = "counts of quotes are far below 2^52")]
const fn count(number: usize) -> f64 {
    number as f64
}

struct Groups<'a> {
    quotes: &'a [Words<'a>],
    weights: &'a [f64],
    /// The place of each term among those that propose pairs, the rarest first.
    ranks: Vec<usize>,
    /// Each quote's parent; a root is its own, and is the fullest quote of its group.
    parents: Vec<usize>,
}

impl Groups<'_> {
    fn root(&self, quote: usize) -> usize {
        let mut at = quote;
        while let Some(&parent) = self.parents.get(at)
            && parent != at
        {
            at = parent;
        }
        at
    }

    /// Joins the groups of two quotes if these are the same words. `rank` is the term's that proposes them: only the
    /// first that they share does.
    fn join(&mut self, a: usize, b: usize, rank: usize) {
        let (Some(first), Some(second)) = (self.quotes.get(a), self.quotes.get(b)) else { return };
        let (root_a, root_b) = (self.root(a), self.root(b));
        if first.article == second.article || !(first.direct || second.direct) || root_a == root_b {
            return;
        }
        let (contained, proposed) = self.containment(first, second);
        if proposed != rank || !are_variants(first, second, contained) {
            return;
        }
        let (Some(fullest_a), Some(fullest_b)) = (self.quotes.get(root_a), self.quotes.get(root_b)) else { return };
        if self.containment(fullest_a, fullest_b).0 < SAME_UTTERANCE {
            return;
        }
        let (root, child) = if fullest_a.weight >= fullest_b.weight { (root_a, root_b) } else { (root_b, root_a) };
        if let Some(parent) = self.parents.get_mut(child) {
            *parent = root;
        }
    }

    /// How much of the lesser quote stands in the other, from 0 to 1, and the place of the first term that proposes both.
    fn containment(&self, a: &Words, b: &Words) -> (f64, usize) {
        let (mut shared, mut first) = (0.0, usize::MAX);
        let mut others = b.terms.iter().peekable();
        for &term in &a.terms {
            while others.next_if(|&&other| other < term).is_some() {}
            if others.next_if(|&&other| other == term).is_some() {
                shared += self.weights.get(term).copied().unwrap_or(0.0);
                first = first.min(self.ranks.get(term).copied().unwrap_or(usize::MAX));
            }
        }
        let lesser = a.weight.min(b.weight);
        (if lesser > 0.0 { shared / lesser } else { 0.0 }, first)
    }

    /// The groups. Of an article's quotes in one group the fullest stands for all: others are pieces of the same words.
    fn finish(self) -> Vec<Vec<(usize, usize)>> {
        let mut groups: Map<usize, Map<usize, &Words>> = Map::new();
        for (position, quote) in self.quotes.iter().enumerate() {
            let group = groups.entry(self.root(position)).or_default();
            let rank = |quote: &Words| (quote.direct, quote.weight);
            match group.get(&quote.article) {
                Some(kept) if rank(kept) >= rank(quote) => {}
                _ => _ = group.insert(quote.article, quote),
            }
        }
        let mut groups: Vec<Vec<(usize, usize)>> = groups
            .into_values()
            .filter(|group| group.len() > 1)
            .map(|group| group.values().map(|quote| (quote.article, quote.index)).collect())
            .collect();
        groups.order();
        groups
    }
}

/// Whether two quotes of which so much is the same, and one of which is direct, are the same words.
fn are_variants(a: &Words, b: &Words, contained: f64) -> bool {
    let terms = a.terms.len().min(b.terms.len());
    let same_speaker = a.speaker.is_some() && a.speaker == b.speaker;
    let other_speaker = a.speaker.is_some() && b.speaker.is_some() && a.speaker != b.speaker;
    let least = match terms {
        1 if same_speaker && a.terms.len() == b.terms.len() => 0.99,
        0 | 1 => return false,
        2 => 0.99,
        3 | 4 => 0.8,
        5..=8 => 0.72,
        _ => 0.55,
    };
    let both_direct = a.direct && b.direct;
    if !both_direct && (terms < 3 || contained < least + 0.2) {
        return false;
    }
    if other_speaker {
        // Who said it may be told differently, but then the words must be the same.
        return both_direct && terms >= 3 && contained >= 0.9 && common_run(a, b) >= 1.6;
    }
    // Words that stand scattered in another speech are not of it.
    if !same_speaker && common_run(a, b) < 1.6 {
        return false;
    }
    contained >= least
}

/// How much the longest run of content words tells that both quotes have.
fn common_run(a: &Words, b: &Words) -> f64 {
    let mut best = 0.0_f64;
    let mut runs: Vec<f64> = vec![0.0; b.content.len() + 1];
    for (class, information) in a.content.iter().take(80) {
        // From the right, so that each entry still holds the run that ended one word earlier.
        for at in (0..b.content.len()).rev() {
            let same = b.content.get(at).is_some_and(|(other, _)| other == class);
            let run = if same { runs.get(at).copied().unwrap_or(0.0) + information } else { 0.0 };
            if let Some(entry) = runs.get_mut(at + 1) {
                *entry = run;
            }
            best = best.max(run);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        pipeline::Readings,
        story::{Article, Story},
    };

    /// `texts` are articles; `expected` the groups as article numbers with the words.
    fn check(texts: &[&str], expected: &[&[(usize, &str)]]) {
        let article =
            |text: &&str| Article { text: Some((*text).to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let story = Story { title: None, articles: texts.iter().map(article).collect() };
        let read = Readings::of(&story).unwrap();
        let readings: Vec<Reading> = (0..texts.len()).map(|index| read.get(index).unwrap().clone()).collect();
        let groups = quote_variants(&readings, &Cast::default());
        let found: Vec<Vec<(usize, &str)>> = groups
            .iter()
            .map(|group| {
                let words = |&(article, quote): &(usize, usize)| {
                    let reading = &readings[article];
                    (article, reading.document.slice(reading.extraction.quotes[quote].span))
                };
                group.iter().map(words).collect()
            })
            .collect();
        assert_eq!(found, expected, "{texts:?}");
    }

    #[test]
    fn groups_the_same_words() {
        check(
            &[
                "“The harbour must reopen before winter,” Holt said.",
                "Holt said: \"The harbour must reopen before winter.\"",
            ],
            &[&[(0, "The harbour must reopen before winter,"), (1, "The harbour must reopen before winter.")]],
        );
    }

    #[test]
    fn groups_translations_and_trims() {
        check(
            &[
                "“We shall jointly protect the coast and its fishing villages from floods,” Holt said.",
                "Holt said they would “together protect the coast with its fishing villages from flooding.”",
                "Holt said the “fishing villages” must be helped.",
            ],
            &[&[
                (0, "We shall jointly protect the coast and its fishing villages from floods,"),
                (1, "together protect the coast with its fishing villages from flooding."),
                (2, "fishing villages"),
            ]],
        );
    }

    #[test]
    fn keeps_other_words_apart() {
        check(&["“The harbour must reopen,” Holt said.", "“The tunnel will stay shut for years,” Holt said."], &[]);
        check(&["“The harbour must reopen,” Holt said. “The harbour must reopen,” she said.", "Nobody spoke."], &[]);
    }

    /// A quote of so many different words, said by a person or nobody.
    fn quote(direct: bool, speaker: Option<usize>, words: &'static [&'static str]) -> Words<'static> {
        let content: Vec<(&str, f64)> = words.iter().map(|&word| (word, 0.4)).collect();
        Words { article: 0, index: 0, direct, speaker, terms: (0..words.len()).collect(), content, weight: 1.0 }
    }

    const SAID: [&str; 9] = ["harbour", "reopen", "winter", "storm", "ferry", "island", "school", "market", "road"];

    /// Whether a quote of so many words, and one more, are variants if so much is the same.
    fn are(words: usize, (directs, speakers): ((bool, bool), [Option<usize>; 2]), contained: f64) -> bool {
        let a = quote(directs.0, speakers[0], SAID.get(..words).unwrap());
        let b = quote(directs.1, speakers[1], &SAID);
        are_variants(&a, &b, contained) && are_variants(&b, &a, contained)
    }

    #[test]
    fn the_fewer_words_the_more_must_be_the_same() {
        let direct = ((true, true), [Some(1), Some(1)]);
        for (words, least) in [(2, 0.99), (3, 0.8), (4, 0.8), (5, 0.72), (8, 0.72), (9, 0.55)] {
            assert!(are(words, direct, least), "{words}");
            assert!(!are(words, direct, least - 0.01), "{words}");
        }
        assert!(!are(0, direct, 1.0) && !are(1, direct, 1.0));
        // One word alone, of one speaker.
        let one = |speaker: Option<usize>| quote(true, speaker, &["never"]);
        assert!(are_variants(&one(Some(1)), &one(Some(1)), 0.99));
        assert!(!are_variants(&one(Some(1)), &one(Some(1)), 0.98));
        assert!(!are_variants(&one(None), &one(None), 1.0));
        assert!(!are_variants(&one(Some(1)), &one(Some(2)), 1.0));
        assert!(!are(1, ((true, true), [Some(1), Some(1)]), 1.0));
    }

    #[test]
    fn indirect_speech_must_have_more_of_the_words() {
        for directs in [(true, false), (false, true)] {
            let one = [Some(1), Some(1)];
            assert!(are(9, (directs, one), 0.76));
            assert!(!are(9, (directs, one), 0.74));
            assert!(!are(2, (directs, one), 1.2));
            assert!(are(3, (directs, one), 1.0));
        }
    }

    #[test]
    fn words_of_nobody_knows_whom_stand_in_a_row() {
        assert!(are(4, ((true, true), [None, None]), 0.8));
        assert!(!are(3, ((true, true), [None, None]), 0.99));
    }

    #[test]
    fn other_speakers_must_have_said_the_same_words_in_a_row() {
        let others = [Some(1), Some(2)];
        assert!(are(4, ((true, true), others), 0.9));
        assert!(!are(4, ((true, true), others), 0.89));
        assert!(!are(3, ((true, true), others), 0.99)); // which tell too little together
        assert!(!are(9, ((true, false), others), 1.0));
        assert!(are(9, ((true, true), [Some(1), None]), 0.55));
        assert!(are(9, ((true, true), [None, Some(2)]), 0.55));
        assert!(are(9, ((true, true), [Some(1), Some(1)]), 0.55));
    }

    #[test]
    fn the_longest_run_of_common_words() {
        let check = |a: &'static [&'static str], b: &'static [&'static str], expected: f64| {
            assert!((common_run(&quote(true, None, a), &quote(true, None, b)) - expected).abs() < 1e-9, "{a:?} {b:?}");
        };
        check(&["ferry", "island"], &["ferry", "island"], 0.8);
        check(&["ferry", "school", "island"], &["ferry", "island"], 0.4);
        check(&["road", "ferry", "island"], &["ferry", "island", "road"], 0.8);
        check(&["ferry", "ferry"], &["ferry"], 0.4);
        check(&["ferry"], &["island"], 0.0);
    }

    /// What a quote of 2 and 3 has in common with others, where terms 1 to 4 weigh as much as their numbers.
    #[test]
    fn containment_is_of_the_lesser_quote() {
        let of = |terms: &[usize]| {
            let weight = terms.iter().map(|&term| term as f64).sum();
            Words { terms: terms.to_vec(), weight, ..quote(true, None, &[]) }
        };
        let groups = Groups {
            quotes: &[],
            weights: &[0.0, 1.0, 2.0, 3.0, 4.0],
            ranks: vec![9, 8, 7, 6, 5],
            parents: Vec::new(),
        };
        assert_eq!(groups.containment(&of(&[2, 3]), &of(&[1, 2, 3, 4])), (1.0, 6));
        assert_eq!(groups.containment(&of(&[1, 2, 3, 4]), &of(&[2, 3])), (1.0, 6));
        assert_eq!(groups.containment(&of(&[2, 3]), &of(&[3, 4])), (0.6, 6));
        assert_eq!(groups.containment(&of(&[2]), &of(&[3])), (0.0, usize::MAX));
        assert_eq!(groups.containment(&of(&[]), &of(&[])), (0.0, usize::MAX));
    }

    #[test]
    fn what_everybody_quotes_tells_less() {
        let said = |words: &'static [&'static str]| Words { terms: Vec::new(), ..quote(true, None, words) };
        let mut quotes = [said(&["ferry", "island", "ferry"]), said(&["ferry"]), said(&["road"])];
        let weights = weigh(&mut quotes);
        assert_eq!(quotes.map(|quote| quote.terms), [vec![0, 1], vec![0], vec![2]]);
        assert_eq!(weights.len(), 3);
        // Of three quotes two have "ferry".
        let ferry = 0.4 * (1.0 - 0.5 * libm::log(2.0) / libm::log(4.0));
        for (weight, expected) in weights.iter().zip([ferry, 0.4, 0.4]) {
            assert!((weight - expected).abs() < 1e-9, "{weights:?}");
        }
    }

    #[test]
    fn one_quote_an_article_and_two_articles_a_group() {
        let harbour = "“The harbour must reopen before the winter storms,” Holt said.";
        let both = "“The harbour must reopen before winter,” Holt said. “The harbour must reopen before the winter storms,” he said.";
        check(
            &[harbour, both],
            &[&[
                (0, "The harbour must reopen before the winter storms,"),
                (1, "The harbour must reopen before the winter storms,"),
            ]],
        );
        // Indirect speech finds direct speech, but two reports of it are no quotation.
        let told = "Holt said that the harbour must reopen before the winter storms.";
        check(
            &[harbour, told],
            &[&[
                (0, "The harbour must reopen before the winter storms,"),
                (1, "that the harbour must reopen before the winter storms"),
            ]],
        );
        check(&[told, told], &[]);
    }

    #[test]
    fn indirect_speech_around_quoted_words_is_no_quote_of_its_own() {
        let quote = |start: usize, end: usize, kind: QuoteKind| Quote {
            span: crate::span::Span::new(start, end),
            kind,
            speaker: None,
            cue: None,
        };
        use QuoteKind::{Direct, Indirect};
        let check = |quotes: &[(usize, usize, QuoteKind)], index: usize, expected: bool| {
            let quotes: Vec<Quote> = quotes.iter().map(|&(start, end, kind)| quote(start, end, kind)).collect();
            assert_eq!(holds_direct(&quotes, index, &quotes[index]), expected, "{quotes:?}");
        };
        check(&[(0, 50, Indirect), (20, 40, Direct)], 0, true);
        check(&[(0, 50, Indirect), (50, 60, Direct)], 0, false);
        check(&[(0, 50, Indirect), (20, 40, Indirect)], 0, false);
        check(&[(0, 20, Direct), (0, 50, Indirect)], 1, true);
        check(&[(0, 20, Direct), (21, 50, Indirect)], 1, false);
        check(&[(0, 20, Direct), (21, 50, Direct)], 1, false);
        check(&[(0, 9, Indirect), (10, 50, Indirect), (20, 40, Direct)], 0, false);
        check(&[(0, 50, Indirect), (5, 9, Indirect), (20, 40, Direct)], 0, true);
        let text = "Holt said the town needed “a harbour that reopens before the winter storms”.";
        let article = Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let read = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let readings = [read.get(0).unwrap().clone()];
        assert_eq!(readings[0].extraction.quotes.len(), 2);
        assert!(collect(&readings, &Cast::default()).iter().all(|words| words.direct));
    }

    #[test]
    fn names_tell_less_and_letters_nothing() {
        let text = "“Plan B saves Holt,” said Ana Ruiz.";
        let article = Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let read = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let reading = read.get(0).unwrap();
        let told = content(reading, &reading.extraction.quotes[0]);
        assert_eq!((told.len(), told[0].0, told[2].0), (3, "plan", "holt"));
        assert!((told[2].1 - NAME).abs() < 1e-9 && told[0].1 > 0.0, "{told:?}");
        // A common word in a name tells even less.
        let text = "“We saw it in the old City Hall,” said Ana Ruiz.";
        let article = Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() };
        let read = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let reading = read.get(0).unwrap();
        let told = content(reading, &reading.extraction.quotes[0]);
        let city = told.iter().find(|word| word.0 == "city").unwrap();
        assert!((city.1 - NAME * meaning::information("city")).abs() < 1e-9 && city.1 < NAME, "{told:?}");
    }

    /// Two utterances that have a fragment in common stay two.
    #[test]
    fn a_fragment_joins_no_utterances() {
        check(
            &[
                "“The fishing villages need a new harbour and a deeper channel this year,” Holt said.",
                "Holt said the “fishing villages” must be helped.",
                "“Tourists love our fishing villages, beaches, cliffs, castles and quiet mountain roads,” Holt said.",
            ],
            &[&[
                (0, "The fishing villages need a new harbour and a deeper channel this year,"),
                (1, "fishing villages"),
            ]],
        );
    }
}
