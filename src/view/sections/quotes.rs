//! Quotes: who is quoted by whom, and the variants of the same words with their differences.

use crate::order::{Map, Order, Set};
use crate::{
    analysis::SpokenQuote,
    letter,
    lexicon::phrases::POINTING_PRONOUNS,
    quote::QuoteKind,
    view::{
        difference::{Change, difference, same_words},
        node::{Element, Node, element, text},
        page::{Page, hidden},
    },
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

/// The section; none where nobody is quoted.
pub fn section(page: &Page<'_>) -> Option<Element> {
    let speakers = speakers(page);
    if speakers.is_empty() {
        return None;
    }
    let groups = speakers.iter().take(page.shown("quotes", SPEAKERS)).enumerate();
    let groups = groups.map(|(index, (name, sayings))| speaker(page, index, name, sayings).into());
    let body: Vec<Node> = groups.chain(page.unfolder("quotes", speakers.len(), SPEAKERS).map(Node::from)).collect();
    Some(page.section("quotes", page.messages.get("quotes.title"), page.messages.get("quotes.about"), body))
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

fn speaker(page: &Page<'_>, index: usize, name: &str, sayings: &[Saying<'_>]) -> Element {
    let list = ["quotes-", &index.to_string()].concat();
    let mut articles: Vec<usize> = sayings
        .iter()
        .flat_map(|saying| &saying.wordings)
        .flat_map(|wording| &wording.quotes)
        .map(|quote| quote.passage.article)
        .collect();
    articles.order();
    articles.dedup();
    let by = (page.articles() > 1)
        .then(|| element("span").class("by").text(page.messages.count("quotes.by", articles.len())));
    element("div")
        .class("group")
        .part("group")
        .key(name)
        .child(element("h4").child(element("span").attribute("dir", "auto").text(name)).maybe(by))
        .child(
            element("ul")
                .class("sayings")
                .children(sayings.iter().take(page.shown(&list, FIRST)).map(|saying| said(page, saying))),
        )
        .maybe(page.unfolder(&list, sayings.len(), FIRST))
}

fn said(page: &Page<'_>, saying: &Saying<'_>) -> Element {
    let base = saying.wordings.first().and_then(|wording| wording.quotes.first());
    let several = (saying.wordings.len() > 1)
        .then(|| element("p").class("label").text(page.messages.count("quotes.wordings", saying.wordings.len())));
    let wordings = saying.wordings.iter().enumerate().map(|(index, wording)| {
        wording_of(page, base.filter(|_| index > 0).map_or("", |base| page.words(base.passage)), wording)
    });
    element("li").class(if several.is_some() { "saying variants" } else { "saying" }).maybe(several).children(wordings)
}

/// One wording: its words, with what differs from `base` marked where there is one, and who has it.
fn wording_of(page: &Page<'_>, base: &str, wording: &Wording<'_>) -> Element {
    let Some(first) = wording.quotes.first() else { return element("div") };
    let anchor = format!("quote-{}-{}", page.in_story(first.passage.article), first.passage.span.start);
    let words = page.words(first.passage);
    let changes = Some(base).filter(|base| !base.is_empty()).and_then(|base| difference(base, words));
    let nodes = changes.map_or_else(|| vec![text(words)], |changes| changed(page, &changes));
    let tag = if first.kind == QuoteKind::Direct { "q" } else { "span" };
    element("div")
        .class("wording")
        .part("wording")
        .key(anchor.clone())
        .child(
            page.own_words(tag, first.passage.article, nodes)
                .class("words-said")
                .act(page.open(&anchor, first.passage)),
        )
        .child(
            element("p")
                .class("support")
                .children(wording.quotes.iter().map(|quote| page.opener(&anchor, quote.passage))),
        )
        .maybe(page.evidence(&anchor))
}

/// The changes, neighbours of one sort in one element.
fn changed(page: &Page<'_>, changes: &[Change<'_>]) -> Vec<Node> {
    let runs = changes.chunk_by(|a, b| std::mem::discriminant(a) == std::mem::discriminant(b));
    let nodes = runs.map(|run| {
        let words: Vec<&str> = run
            .iter()
            .map(|change| match change {
                Change::Same(word) | Change::Added(word) | Change::Missing(word) => *word,
            })
            .collect();
        let words = words.join(" ");
        match run.first() {
            Some(Change::Added(_)) => {
                element("ins").child(hidden(page.messages.get("quotes.added"))).text(words).into()
            }
            Some(Change::Missing(_)) => {
                element("del").child(hidden(page.messages.get("quotes.missing"))).text(words).into()
            }
            _ => text(words),
        }
    });
    nodes.enumerate().flat_map(|(index, node)| (index > 0).then(|| text(" ")).into_iter().chain([node])).collect()
}
