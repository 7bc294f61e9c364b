//! Which articles share text beyond names, quotations and stock phrases, and which count as one text.
//!
//! Every article becomes a strip of words: its story without furniture and without what it quotes. Runs of words that two
//! strips have in common are found by an index of shingles (hashes of a few neighbouring words; Broder 1997, "On the
//! resemblance and containment of documents") and grown over small edits into passages. What counts is containment:
//! the part of the shorter strip's own words that lies in passages. Own are the words that no name, date or figure and no
//! stock phrase explains.

use std::ops::Range;

use crate::{
    analysis::{Lineage, SharedText},
    document::{Document, TokenKind},
    lexicon::{
        STOP_WORDS,
        phrases::{STOCK_PHRASES, longest_match},
    },
    order::Order,
    quote::QuoteKind,
    reading::Reading,
    span::{Passage, Span},
};

/// How many neighbouring words make a shingle.
const SHINGLE: usize = 4;
/// How many words may stand between two shingles of one passage, in either article: the size of an edit.
const EDIT: usize = 6;
/// The fewest own words of a passage: shorter ones come about by chance.
const PASSAGE: usize = 5;
/// How many of them say something by themselves, as articles, pronouns and prepositions do not.
const TELLING: usize = 4;
/// The fewest own words of a passage without a shingle that stands once only in each article: a refrain, such as the name
/// of an office that speaks again and again, is no sign of copying.
const REPEATED_PASSAGE: usize = 12;
/// Shingles that stand more often than this in one article are passed over.
const REFRAIN: usize = 3;
/// Passages that are a smaller part of the shorter article are none.
const LISTED: f64 = 0.01;
/// The fewest words, own or not, of a stretch in common that is no passage and still a faint sign of one source.
const FAINT: usize = 5;
/// How much such words count beside words of passages.
const FAINT_WORD: f64 = 0.1;
/// From this share on, the shorter article is the same text as the longer.
const SAME_TEXT: f64 = 0.5;
/// The same for articles that credit the same agency: reprints share less than one expects once both were edited.
const SAME_CREDITED_TEXT: f64 = 0.2;
/// From this part of the longer article on, the two are the same text throughout, not one a part of the other.
const MUTUAL: f64 = 0.3;

/// Which articles share text beyond names, quotations and stock phrases, and which count as one text.
#[must_use]
pub fn lineage(readings: &[Reading]) -> Lineage {
    let mut strips: Vec<Strip> =
        readings.iter().enumerate().map(|(article, reading)| Strip::of(article, reading)).collect();
    // From the shortest to the longest, so that each pair is looked at from its shorter side, whatever the order of
    // the articles.
    strips.order_by(|a, b| (a.own, a.text, a.article).cmp(&(b.own, b.text, b.article)));
    let index = Index::of(&strips);
    let mut pairs: Vec<Pair> = (0..strips.len()).flat_map(|shorter| index.passages(&strips, shorter)).collect();
    pairs.retain(|pair| pair.share > 0.0);
    let texts = texts(readings, &strips, &pairs);
    let mut pairs: Vec<SharedText> = pairs.into_iter().filter_map(|pair| pair.shared(readings, &strips)).collect();
    pairs.order_by_key(|pair| (pair.a, pair.b));
    Lineage { pairs, texts }
}

/// One article's story words, in order, without what it quotes.
struct Strip<'a> {
    article: usize,
    text: &'a str,
    words: Vec<Word>,
    /// The hash of the shingle that begins at each word; the last few words begin none.
    shingles: Vec<u64>,
    /// How many words are own.
    own: usize,
}

#[derive(Clone, Copy)]
struct Word {
    token: usize,
    /// Whether no name, date or figure and no stock phrase explains it.
    own: bool,
    /// Whether it is own and no stop word.
    telling: bool,
}

impl<'a> Strip<'a> {
    fn of(article: usize, reading: &'a Reading) -> Self {
        let (document, extraction) = (&reading.document, &reading.extraction);
        let mut quoted = Cursor::over(
            extraction.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct).map(|quote| quote.span),
        );
        let names = extraction.names.iter().map(|name| name.span);
        let values = extraction.times.iter().map(|time| time.span);
        let values = values.chain(extraction.quantities.iter().map(|quantity| quantity.number));
        let (mut names, mut values) = (Cursor::over(names), Cursor::over(values));
        let mut words = Vec::new();
        for (_, sentence) in document.story_sentences() {
            let mut stock = 0..0;
            for token in sentence.tokens.clone() {
                let Some(found) = document.tokens.get(token) else { continue };
                if quoted.holds(found.span) || !matches!(found.kind, TokenKind::Word | TokenKind::Number) {
                    continue;
                }
                if token >= stock.end {
                    stock = stock_phrase(document, token..sentence.tokens.end);
                }
                let explained = names.holds(found.span) | values.holds(found.span) | stock.contains(&token);
                let telling = !explained && !STOP_WORDS.contains(document.word(token));
                words.push(Word { token, own: !explained, telling });
            }
        }
        let shingles = words
            .windows(SHINGLE)
            .map(|words| words.iter().fold(FNV_OFFSET, |hash, word| fnv(hash, document.word(word.token))))
            .collect();
        let own = words.iter().filter(|word| word.own).count();
        Self { article, text: &document.text, words, shingles, own }
    }

    /// How many of these words are own.
    fn own_in(&self, words: &Range<usize>) -> usize {
        self.words.get(words.clone()).map_or(0, |words| words.iter().filter(|word| word.own).count())
    }

    /// Whether enough of these words say something.
    fn tells(&self, words: &Range<usize>) -> bool {
        self.words.get(words.clone()).is_some_and(|words| words.iter().filter(|word| word.telling).count() >= TELLING)
    }

    fn span(&self, document: &Document, words: &Range<usize>) -> Option<Span> {
        let (first, last) = (self.words.get(words.start)?, self.words.get(words.end.checked_sub(1)?)?);
        Some(document.span_of(&(first.token..last.token + 1)))
    }
}

/// The stock phrase that begins with the first of `tokens`; empty where there is none.
fn stock_phrase(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let length = longest_match(&STOCK_PHRASES, tokens.clone().map(|token| document.word(token))).unwrap_or(0);
    tokens.start..tokens.start + length
}

/// Tells of spans that come in order whether they lie in one of the given spans.
struct Cursor {
    spans: Vec<Span>,
    at: usize,
}

impl Cursor {
    fn over(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        spans.order();
        Self { spans, at: 0 }
    }

    fn holds(&mut self, span: Span) -> bool {
        while self.spans.get(self.at).is_some_and(|candidate| candidate.end <= span.start) {
            self.at += 1;
        }
        self.spans.get(self.at).is_some_and(|candidate| candidate.overlaps(span))
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a over a word and the space after it.
fn fnv(hash: u64, word: &str) -> u64 {
    let byte = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    byte(word.bytes().fold(hash, byte), b' ')
}

/// Where each shingle stands.
struct Index {
    /// Hash, strip and position of every shingle that is no refrain of its strip, sorted.
    entries: Vec<(u64, usize, usize)>,
}

impl Index {
    fn of(strips: &[Strip<'_>]) -> Self {
        let mut entries: Vec<(u64, usize, usize)> = strips
            .iter()
            .enumerate()
            .flat_map(|(strip, found)| {
                found.shingles.iter().enumerate().map(move |(position, &hash)| (hash, strip, position))
            })
            .collect();
        entries.order();
        let places = entries.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        let entries = places.filter(|places| places.len() <= REFRAIN).flatten().copied().collect();
        Self { entries }
    }

    /// How often the shingle stands in the strip, if not too often.
    fn count(&self, hash: u64, strip: usize) -> usize {
        let before = |end: (u64, usize, usize)| self.entries.partition_point(|&entry| entry < end);
        before((hash, strip + 1, 0)) - before((hash, strip, 0))
    }

    /// What the strip has in common with every longer one.
    fn passages(&self, strips: &[Strip<'_>], shorter: usize) -> Vec<Pair> {
        let Some(strip) = strips.get(shorter) else { return Vec::new() };
        let mut runs: Vec<Vec<Run>> = vec![Vec::new(); strips.len()];
        for (position, &hash) in strip.shingles.iter().enumerate() {
            let start = self.entries.partition_point(|&entry| entry < (hash, shorter + 1, 0));
            let same = self.entries.get(start..).unwrap_or(&[]);
            let same = same.split(|&(other, _, _)| other != hash).next().unwrap_or(&[]);
            if same.is_empty() {
                continue;
            }
            let once_here = self.count(hash, shorter) == 1;
            for places in same.chunk_by(|a, b| a.1 == b.1) {
                let once = places.len() == 1 && once_here;
                for &(_, longer, there) in places {
                    if let Some(runs) = runs.get_mut(longer) {
                        Run::add(runs, position, there, once);
                    }
                }
            }
        }
        let found = runs.into_iter().enumerate().filter(|(_, runs)| !runs.is_empty());
        found.filter_map(|(longer, runs)| Pair::of(strips, shorter, longer, runs)).collect()
    }
}

/// A stretch that two strips have in common, perhaps with small edits.
#[derive(Clone, Debug)]
struct Run {
    here: Range<usize>,
    there: Range<usize>,
    /// Whether it has a shingle that stands once only in each.
    once: bool,
}

impl Run {
    /// Lets the nearest run reach to the shingle at `here` and `there`, or begins a new one. Shingles come in the order
    /// of `here`, so only the last few runs can be near.
    fn add(runs: &mut Vec<Self>, here: usize, there: usize, once: bool) {
        let near = |run: &&mut Self| {
            here <= run.here.end + EDIT
                && there + SHINGLE > run.there.end
                && there <= run.there.end + EDIT
                && (here + run.there.end).abs_diff(there + run.here.end) <= EDIT
        };
        match runs.iter_mut().rev().take(8).find(near) {
            Some(run) => {
                run.here.end = here + SHINGLE;
                run.there.end = there + SHINGLE;
                run.once |= once;
            }
            None => runs.push(Self { here: here..here + SHINGLE, there: there..there + SHINGLE, once }),
        }
    }
}

/// Two strips with something in common.
struct Pair {
    /// The strips' ranks.
    shorter: usize,
    longer: usize,
    /// How much of the shorter lies in the longer.
    share: f64,
    /// How much of the longer lies in the shorter.
    back: f64,
    runs: Vec<Run>,
}

impl Pair {
    fn of(strips: &[Strip<'_>], shorter: usize, longer: usize, mut runs: Vec<Run>) -> Option<Self> {
        let (here, there) = (strips.get(shorter)?, strips.get(longer)?);
        let faint: usize = runs.iter().map(|run| run.here.len()).filter(|&length| length >= FAINT).sum();
        let faint = (FAINT_WORD * ratio(faint, here.words.len())).min(LISTED / 2.0);
        runs.retain(|run| {
            let own = here.own_in(&run.here).min(there.own_in(&run.there));
            here.tells(&run.here) && own >= if run.once { PASSAGE } else { REPEATED_PASSAGE }
        });
        // The longest first; a stretch that stands twice counts once.
        runs.order_by_key(|run| (usize::MAX - run.here.len(), run.here.start, run.there.start));
        let mut kept: Vec<Run> = Vec::new();
        for run in runs {
            let apart = |kept: &Run| disjoint(&kept.here, &run.here) && disjoint(&kept.there, &run.there);
            if kept.iter().all(apart) {
                kept.push(run);
            }
        }
        let covered: usize = kept.iter().map(|run| here.own_in(&run.here)).sum();
        let back: usize = kept.iter().map(|run| there.own_in(&run.there)).sum();
        let share = ratio(covered, here.own);
        Some(if share >= LISTED {
            Self { shorter, longer, share, back: ratio(back, there.own), runs: kept }
        } else {
            Self { shorter, longer, share: faint, back: 0.0, runs: Vec::new() }
        })
    }

    fn shared(self, readings: &[Reading], strips: &[Strip<'_>]) -> Option<SharedText> {
        let (here, there) = (strips.get(self.shorter)?, strips.get(self.longer)?);
        let (a, b) = (&readings.get(here.article)?.document, &readings.get(there.article)?.document);
        let passages = self.runs.iter().filter_map(|run| {
            let here = Passage::new(here.article, here.span(a, &run.here)?);
            let there = Passage::new(there.article, there.span(b, &run.there)?);
            Some(if here < there { (here, there) } else { (there, here) })
        });
        let mut passages: Vec<(Passage, Passage)> = passages.collect();
        passages.order();
        let (a, b) = (here.article.min(there.article), here.article.max(there.article));
        Some(SharedText { a, b, share: self.share, passages })
    }
}

fn disjoint(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start || b.end <= a.start
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// For each article, the first article of the group that is one text with it.
fn texts(readings: &[Reading], strips: &[Strip<'_>], pairs: &[Pair]) -> Vec<usize> {
    let mut groups = Groups { first: (0..readings.len()).collect() };
    // An article that is a part of several longer ones makes them no relatives: it joins the one that holds most of it.
    let mut part_of: Vec<Option<&Pair>> = vec![None; strips.len()];
    for pair in pairs {
        let (Some(shorter), Some(longer)) = (strips.get(pair.shorter), strips.get(pair.longer)) else { continue };
        let credited = share_credit(readings.get(shorter.article), readings.get(longer.article));
        if pair.share < if credited { SAME_CREDITED_TEXT } else { SAME_TEXT } {
            continue;
        }
        if pair.back >= MUTUAL {
            groups.join(shorter.article, longer.article);
        } else if let Some(best) = part_of.get_mut(pair.shorter)
            && best.is_none_or(|best| best.share < pair.share)
        {
            *best = Some(pair);
        }
    }
    for pair in part_of.into_iter().flatten() {
        if let (Some(shorter), Some(longer)) = (strips.get(pair.shorter), strips.get(pair.longer)) {
            groups.join(shorter.article, longer.article);
        }
    }
    (0..readings.len()).map(|article| groups.find(article)).collect()
}

/// Whether both articles credit the same agency, reporter or outlet.
fn share_credit(a: Option<&Reading>, b: Option<&Reading>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let same = |name: &str| b.document.origins.iter().any(|other| other.name.eq_ignore_ascii_case(name));
    a.document.origins.iter().any(|origin| same(&origin.name))
}

/// Disjoint sets of articles; each set is known by its first article.
struct Groups {
    first: Vec<usize>,
}

impl Groups {
    fn find(&self, article: usize) -> usize {
        let mut article = article;
        while let Some(&first) = self.first.get(article)
            && first != article
        {
            article = first;
        }
        article
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(first) = self.first.get_mut(a.max(b)) {
            *first = a.min(b);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    /// An article of so many words, all of them its own, the first `telling` of which say something.
    fn strip(article: usize, own: usize, telling: usize) -> Strip<'static> {
        let word = |token: usize| Word { token, own: true, telling: token < telling };
        Strip { article, text: "", words: (0..own).map(word).collect(), shingles: Vec::new(), own }
    }

    /// Runs with shingles at these places of two strips, in order, as ranges of both.
    fn runs(shingles: &[(usize, usize)]) -> Vec<(Range<usize>, Range<usize>)> {
        let mut runs = Vec::new();
        for &(here, there) in shingles {
            Run::add(&mut runs, here, there, true);
        }
        runs.into_iter().map(|run| (run.here, run.there)).collect()
    }

    #[test]
    fn passages_reach_over_small_edits() {
        assert_eq!(runs(&[(0, 0), (1, 1)]), [(0..5, 0..5)]);
        // Six words were changed in both, or put into one.
        assert_eq!(runs(&[(0, 0), (10, 10)]), [(0..14, 0..14)]);
        assert_eq!(runs(&[(0, 0), (4, 10)]), [(0..8, 0..14)]);
        assert_eq!(runs(&[(0, 0), (10, 4)]), [(0..14, 0..8)]);
        // Seven are too many, in either, and so is what shifts by more.
        assert_eq!(runs(&[(0, 0), (11, 10)]).len(), 2);
        assert_eq!(runs(&[(0, 0), (10, 11)]).len(), 2);
        assert_eq!(runs(&[(0, 0), (3, 10)]).len(), 2);
        assert_eq!(runs(&[(5, 5), (6, 15), (15, 6)]).len(), 3);
        // A passage goes on forwards in both.
        assert_eq!(runs(&[(0, 9), (1, 9)]).len(), 2);
        assert_eq!(runs(&[(0, 0), (4, 4), (8, 4)]), [(0..8, 0..8), (8..12, 4..8)]);
        assert_eq!(runs(&[(0, 0), (4, 4), (8, 5)]), [(0..12, 0..9)]);
        // The last eight are looked at, the nearest first.
        let apart: Vec<(usize, usize)> = (0..9).map(|run| (0, 100 - 12 * run)).collect();
        assert_eq!(runs(&[&apart[..8], &[(1, 101)]].concat()).len(), 8);
        assert_eq!(runs(&[&apart[..], &[(1, 101)]].concat()).len(), 10);
    }

    #[test]
    fn a_shingle_that_stands_once_makes_its_passage_sure() {
        let mut runs = Vec::new();
        for (at, once) in [(0, false), (1, true), (2, false)] {
            Run::add(&mut runs, at, at, once);
        }
        assert!(runs[0].once);
    }

    /// How much of the shorter of two strips lies in the longer, and of that in the shorter, with their passages.
    fn pair(shorter: &Strip<'static>, longer: &Strip<'static>, runs: &[(Range<usize>, bool)]) -> (f64, f64, usize) {
        let strip = |from: &Strip<'static>| Strip { words: from.words.clone(), shingles: Vec::new(), ..*from };
        let run = |(words, once): &(Range<usize>, bool)| Run { here: words.clone(), there: words.clone(), once: *once };
        let pair = Pair::of(&[strip(shorter), strip(longer)], 0, 1, runs.iter().map(run).collect()).unwrap();
        (pair.share, pair.back, pair.runs.len())
    }

    #[test]
    fn passages_have_words_that_tell() {
        let (here, there) = (strip(0, 100, 100), strip(1, 200, 200));
        assert_eq!(pair(&here, &there, &[(0..5, true)]), (0.05, 0.025, 1));
        assert_eq!(pair(&here, &there, &[(0..12, false)]), (0.12, 0.06, 1));
        // Too short; a refrain that is too short; too few words that tell. What is left is a faint sign.
        assert_eq!(pair(&here, &there, &[(0..4, true)]), (0.0, 0.0, 0));
        assert_eq!(pair(&here, &there, &[(0..11, false)]), (LISTED / 2.0, 0.0, 0));
        assert_eq!(pair(&strip(0, 1000, 3), &there, &[(0..5, true)]), (0.0005, 0.0, 0));
        assert_eq!(pair(&strip(0, 1000, 3), &there, &[(0..10, true)]), (0.001, 0.0, 0));
        assert_eq!(pair(&strip(0, 100, 4), &there, &[(0..5, true)]), (0.05, 0.025, 1));
        // A passage that is too small a part of the article.
        assert_eq!(pair(&strip(0, 500, 500), &there, &[(0..5, true)]), (LISTED, 0.025, 1));
        assert_eq!(pair(&strip(0, 501, 501), &there, &[(0..5, true)]).2, 0);
    }

    #[test]
    fn what_stands_twice_counts_once() {
        let (here, there) = (strip(0, 100, 100), strip(1, 100, 100));
        assert_eq!(pair(&here, &there, &[(0..6, true), (5..15, true), (15..20, true)]), (0.15, 0.15, 2));
        assert!(disjoint(&(0..5), &(5..9)) && disjoint(&(5..9), &(0..5)));
        assert!(!disjoint(&(0..6), &(5..9)) && !disjoint(&(5..9), &(0..6)));
    }

    /// The texts of three articles of which pairs share so much, forth and back; the first two credit `agency`.
    fn texts_of(pairs: &[(usize, usize, f64, f64)], agencies: [&str; 2]) -> Vec<usize> {
        let reading = |agency: &str| {
            let mut reading = Reading::default();
            reading.document.origins.push(Origin { name: agency.to_owned(), span: Span::new(0, 1) });
            reading
        };
        let readings = [reading(agencies[0]), reading(agencies[1]), Reading::default()];
        let strips = [strip(0, 100, 100), strip(1, 100, 100), strip(2, 100, 100)];
        let pair = |&(shorter, longer, share, back)| Pair { shorter, longer, share, back, runs: Vec::new() };
        texts(&readings, &strips, &pairs.iter().map(pair).collect::<Vec<_>>())
    }

    #[test]
    fn which_articles_count_as_one() {
        let others = ["Tarn Agency", "Orm Agency"];
        assert_eq!(texts_of(&[(0, 1, SAME_TEXT, MUTUAL)], others), [0, 0, 2]);
        assert_eq!(texts_of(&[(0, 1, 0.49, MUTUAL)], others), [0, 1, 2]);
        // Reprints of one agency's report, whatever case its name has.
        let one = ["Tarn Agency", "TARN AGENCY"];
        assert_eq!(texts_of(&[(0, 1, SAME_CREDITED_TEXT, MUTUAL)], one), [0, 0, 2]);
        assert_eq!(texts_of(&[(0, 1, 0.19, MUTUAL)], one), [0, 1, 2]);
        // Those who are alike with a third are alike.
        assert_eq!(texts_of(&[(1, 2, 0.9, 0.9), (0, 2, 0.9, 0.9)], others), [0, 0, 0]);
        assert_eq!(texts_of(&[(0, 2, 0.9, 0.9), (1, 2, 0.9, 0.9)], others), [0, 0, 0]);
        // A part of two longer articles joins that which holds most of it, and does not make one of them.
        assert_eq!(texts_of(&[(2, 0, 0.7, 0.2), (2, 1, 0.9, 0.2)], others), [0, 1, 1]);
        assert_eq!(texts_of(&[(2, 0, 0.9, 0.2), (2, 1, 0.7, 0.2)], others), [0, 1, 0]);
        assert_eq!(texts_of(&[(2, 0, 0.9, 0.2), (2, 1, 0.9, 0.2)], others), [0, 1, 0]);
    }

    #[test]
    fn spans_that_come_in_order_are_found_among_others() {
        let mut cursor = Cursor::over([Span::new(20, 25), Span::new(5, 10)].into_iter());
        let found = [(0, 4), (3, 6), (7, 9), (10, 12), (19, 21), (25, 27)].map(|(a, b)| cursor.holds(Span::new(a, b)));
        assert_eq!(found, [false, true, true, false, true, false]);
    }

    #[test]
    fn shingles_are_counted_strip_by_strip() {
        let of = |shingles: &[u64]| Strip { shingles: shingles.to_vec(), ..strip(0, 9, 9) };
        let index = Index::of(&[of(&[7, 8, 7]), of(&[7, 9])]);
        assert_eq!([index.count(7, 0), index.count(7, 1), index.count(8, 0), index.count(8, 1)], [2, 1, 1, 0]);
        assert_eq!((ratio(1, 2), ratio(1, 0)), (0.5, 0.0));
    }

    /// Of "a" alone FNV-1a gives 0xaf63dc4c8601ec8c (its authors' test vectors); a space follows each word.
    #[test]
    fn hashes_words() {
        let letter = 0xaf63_dc4c_8601_ec8c_u64;
        assert_eq!(fnv(FNV_OFFSET, "a"), (letter ^ 0x20).wrapping_mul(0x0100_0000_01b3));
        assert_ne!(fnv(fnv(FNV_OFFSET, "a"), "bc"), fnv(fnv(FNV_OFFSET, "ab"), "c"));
    }

    #[test]
    fn a_run_that_overlaps_another_in_one_article_is_no_passage() {
        let run = |here: Range<usize>, there: Range<usize>| Run { here, there, once: true };
        let runs = vec![run(0..8, 0..8), run(20..26, 4..10), run(4..10, 20..26), run(30..36, 30..36)];
        let pair = Pair::of(&[strip(0, 100, 100), strip(1, 100, 100)], 0, 1, runs).unwrap();
        let kept: Vec<Range<usize>> = pair.runs.into_iter().map(|run| run.here).collect();
        assert_eq!(kept, [0..8, 30..36]);
    }

    #[test]
    fn shingles_of_the_next_strip_are_found_from_its_first_on() {
        let of = |article: usize, own: usize, shingles: &[u64]| Strip {
            shingles: shingles.to_vec(),
            ..strip(article, own, own)
        };
        let found = |strips: &[Strip<'static>]| -> Vec<Range<usize>> {
            let pairs = Index::of(strips).passages(strips, 0);
            pairs.into_iter().flat_map(|pair| pair.runs).map(|run| run.here).collect()
        };
        let (once, other) = ([1, 2, 3, 4, 5, 6], [10, 11, 12, 13, 14, 15, 16, 17, 18]);
        assert_eq!(found(&[of(0, 9, &once), of(1, 9, &once)]), vec![0..9]);
        // A refrain of one of them is no sure sign, however often the other has it.
        let twice = [&once[..], &other, &once].concat();
        assert_eq!(found(&[of(0, 24, &twice), of(1, 9, &once)]), []);
        assert_eq!(found(&[of(0, 9, &once), of(1, 24, &twice)]), []);
    }

    /// The words of a text that neither names nor figures nor stock phrases explain.
    #[test]
    fn own_words() {
        let own = |text: &str| -> Vec<String> {
            let article = crate::Article {
                text: Some(text.to_owned()),
                lang: Some("en".to_owned()),
                ..crate::Article::default()
            };
            let read = crate::Readings::of(&crate::Story { title: None, articles: vec![article] }).unwrap();
            let reading = read.get(0).unwrap();
            let strip = Strip::of(0, reading);
            let own = strip.words.iter().filter(|word| word.own);
            own.map(|word| reading.document.raw(word.token).to_owned()).collect()
        };
        assert_eq!(own("Ana Ruiz sold 40 mills on Monday."), ["sold", "mills", "on"]);
        assert_eq!(own("The mayor declined to comment on the flood."), ["The", "mayor", "flood"]);
        assert_eq!(own("Mills, according to the Associated Press, closed."), ["Mills", "closed"]);
        assert_eq!(own("It flooded for the first time since mills closed."), ["It", "flooded", "mills", "closed"]);
        assert_eq!(own("“We sold it,” she said."), ["she", "said"]);
    }
}
