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
    /// Hash, strip and position of every shingle, sorted.
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
        Self { entries }
    }

    /// How often the shingle stands in the strip.
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
            for places in same.chunk_by(|a, b| a.1 == b.1).filter(|places| places.len() <= REFRAIN) {
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
                && run.there.start < there
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
