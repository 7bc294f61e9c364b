//! Quotes: who is quoted by whom, and the variants of the same words with their differences.

use super::changes::changed;
use crate::{
    analysis::SpokenQuote,
    letter,
    lexicon::phrases::POINTING_PRONOUNS,
    order::{Map, Order, Set},
    quote::QuoteKind,
    view::{difference::same_words, page::Page, tree::Tree},
};

/// How many quotes of a speaker are shown at first.
const FIRST: usize = 4;
/// How many speakers are shown at first.
const SPEAKERS: usize = 6;

/// One wording and the quotes that have it, in the articles' order.
struct Wording<'a> {
    quotes: Vec<&'a SpokenQuote>,
}

/// The same words of one speaker, in one or more wordings, the most frequent first.
struct Saying<'a> {
    wordings: Vec<Wording<'a>>,
}

/// Draws the section; nothing where nobody is quoted.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    let speakers = speakers(page);
    for (index, (name, sayings)) in speakers.iter().take(page.shown("quotes", SPEAKERS)).enumerate() {
        speaker(page, out, index, name, sayings);
    }
    page.unfolder(out, "quotes", speakers.len(), SPEAKERS);
}

/// Sayings by speaker: those whose words stand in most articles first.
fn speakers<'a>(page: &Page<'a>) -> Vec<(String, Vec<Saying<'a>>)> {
    let mut speakers: Map<(bool, usize, String), Vec<Saying<'a>>> = Map::new();
    for saying in sayings(page) {
        let Some(first) = saying.wordings.first().and_then(|wording| wording.quotes.first()) else { continue };
        let entity = first.speaker.and_then(|speaker| page.analysis.entities.get(speaker));
        let key = match (entity, &first.speaker_text) {
            (Some(entity), _) => (false, first.speaker.unwrap_or(0), entity.name.clone()),
            (None, Some(name)) if !POINTING_PRONOUNS.contains(&letter::to_small(name)) => {
                (false, usize::MAX, name.clone())
            }
            (None, _) => (true, usize::MAX, page.messages.get("quotes.unknown").to_owned()),
        };
        speakers.entry(key).or_default().push(saying);
    }
    let mut speakers: Vec<(bool, String, Vec<Saying<'_>>)> =
        speakers.into_iter().map(|((unknown, _, name), sayings)| (unknown, name, sayings)).collect();
    for (_, _, sayings) in &mut speakers {
        sayings.order_by_key(|saying| std::cmp::Reverse((saying.wordings.len() > 1, saying.articles())));
    }
    speakers.order_by_key(|(unknown, _, sayings)| {
        (*unknown, std::cmp::Reverse(sayings.iter().map(Saying::articles).sum::<usize>()))
    });
    speakers.into_iter().map(|(_, name, sayings)| (name, sayings)).collect()
}

/// Groups of variants, then the direct quotes that have none.
fn sayings<'a>(page: &Page<'a>) -> Vec<Saying<'a>> {
    let quotes = &page.analysis.quotes;
    let grouped: Set<usize> = page.analysis.quote_variants.iter().flatten().copied().collect();
    let variants = page.analysis.quote_variants.iter().map(Vec::as_slice);
    let all: Vec<usize> = (0..quotes.len()).collect();
    let alone = all.iter().filter(|index| {
        !grouped.contains(*index) && quotes.get(**index).is_some_and(|quote| quote.kind == QuoteKind::Direct)
    });
    let groups = variants.map(<[usize]>::to_vec).chain(alone.map(|index| vec![*index]));
    groups.map(|group| saying(page, group.iter().filter_map(|index| quotes.get(*index)))).collect()
}

fn saying<'a>(page: &Page<'a>, quotes: impl Iterator<Item = &'a SpokenQuote>) -> Saying<'a> {
    let mut wordings: Vec<Wording<'a>> = Vec::new();
    for quote in quotes {
        let words = page.words(quote.passage);
        let known = wordings
            .iter_mut()
            .find(|wording| wording.quotes.first().is_some_and(|first| same_words(page.words(first.passage), words)));
        match known {
            Some(wording) => wording.quotes.push(quote),
            None => wordings.push(Wording { quotes: vec![quote] }),
        }
    }
    wordings.order_by_key(|wording| std::cmp::Reverse(wording.quotes.len()));
    Saying { wordings }
}

impl Saying<'_> {
    fn articles(&self) -> usize {
        self.wordings.iter().map(|wording| wording.quotes.len()).sum()
    }
}

fn speaker(page: &Page<'_>, out: &mut Tree, index: usize, name: &str, sayings: &[Saying<'_>]) {
    let list = ["quotes-", &index.to_string()].concat();
    let quotes = sayings.iter().flat_map(|saying| &saying.wordings).flat_map(|wording| &wording.quotes);
    let articles = Page::articles_of(quotes.map(|quote| quote.passage));
    out.open("div +group");
    out.key(name);
    out.open("h4");
    out.leaf("span dir=auto", name);
    if page.articles() > 1 {
        out.leaf("span .by", &page.messages.count("quotes.by", articles.len()));
    }
    out.close();
    out.open("ul .sayings");
    for saying in sayings.iter().take(page.shown(&list, FIRST)) {
        said(page, out, saying);
    }
    out.close();
    page.unfolder(out, &list, sayings.len(), FIRST);
    out.close();
}

fn said(page: &Page<'_>, out: &mut Tree, saying: &Saying<'_>) {
    out.open("li .saying");
    if saying.wordings.len() > 1 {
        out.set("class", "variants");
        out.leaf("p .label", &page.messages.count("quotes.wordings", saying.wordings.len()));
    }
    let mut base = "";
    for wording in &saying.wordings {
        wording_of(page, out, base, wording);
        if let (true, Some(first)) = (base.is_empty(), wording.quotes.first()) {
            base = page.words(first.passage);
        }
    }
    out.close();
}

/// One wording: its words, with what differs from `base` marked where there is one, and who has it.
fn wording_of(page: &Page<'_>, out: &mut Tree, base: &str, wording: &Wording<'_>) {
    let Some(first) = wording.quotes.first() else { return };
    let own = first.passage;
    let anchor = ["quote", &page.in_story(own.article).to_string(), &own.span.start.to_string()].join("-");
    out.open("div +variant");
    out.key(&anchor);
    page.own(out, if first.kind == QuoteKind::Direct { "q .words-said" } else { "span .words-said" }, own.article);
    page.open(out, &anchor, own);
    changed(page, out, base, page.words(own));
    out.close();
    out.open("p .support");
    for quote in &wording.quotes {
        page.outlet_opener(out, &anchor, quote.passage);
    }
    out.close();
    page.evidence(out, &anchor);
    out.close();
}
