//! What stands behind a value or a mark: the sentence in its article, and the ways there.

use super::{
    node::{Element, Node, element, text},
    page::{Page, sign},
    source::text_fragment,
    state::EVIDENCE,
};
use crate::{
    document::Sentence,
    order::Order,
    span::{Passage, Span},
};

/// The sentence around `passage` with the words marked, what stands before and after, and the ways to the article.
/// `None` where there is no such sentence any more.
pub fn panel(page: &Page<'_>, passage: Passage) -> Option<Element> {
    let document = page.document(passage.article)?;
    let index = document.sentence_at(passage.span.start)?;
    let sentence = document.sentences.get(index)?;
    let whole = Passage::new(passage.article, sentence.span.cover(passage.span));
    let neighbour = |index: Option<usize>| index.and_then(|index| document.sentences.get(index));
    let before = neighbour(index.checked_sub(1));
    let after = neighbour(document.sentence_at(whole.span.end));
    let mark = |words: &str| element("mark").class("words").part("words").text(words).into();
    let marks = (passage.span != whole.span).then_some((passage.span, mark));
    let quoted = page.own_words(
        "blockquote",
        passage.article,
        [
            around(page, passage.article, before).map(|node| vec![node, text(" ")]),
            Some(vec![element("span").class("said").children(page.marked(whole, marks)).into()]),
            around(page, passage.article, after).map(|node| vec![text(" "), node]),
        ]
        .into_iter()
        .flatten()
        .flatten(),
    );
    let label = page.messages.fill("evidence.label", &[("outlet", page.name(passage.article))]);
    Some(
        frame(page, &label, "evidence")
            .key(format!("{EVIDENCE}-{}-{}", passage.article, passage.span.start))
            .child(head(page, passage.article))
            .child(quoted)
            .child(ways(page, passage.article, sentence.span)),
    )
}

/// What the others say beside a sentence of the article that is read.
pub fn beside(page: &Page<'_>, article: usize, sentence: usize) -> Option<Element> {
    let standing = page.analysis.articles.get(article)?.standing.get(sentence)?;
    let of_conflicts = page
        .analysis
        .facts
        .iter()
        .filter(|fact| standing.conflicts.contains(&fact.id))
        .flat_map(|fact| fact.positions.iter().flat_map(|position| &position.claims));
    let mut others: Vec<Passage> = standing.same.clone();
    for claim in of_conflicts.filter(|claim| claim.passage.article != article) {
        let whole = Passage::new(claim.passage.article, claim.sentence);
        if !others.iter().any(|other| other.overlaps(whole)) {
            others.push(whole);
        }
    }
    others.order();
    let said = others.iter().map(|&passage| {
        element("div")
            .class("other")
            .child(head(page, passage.article))
            .child(page.own_words("blockquote", passage.article, page.with_disputes(passage)))
            .child(ways(page, passage.article, passage.span))
    });
    let label = page.messages.get("read.beside");
    (!others.is_empty()).then(|| frame(page, label, "evidence beside").key("beside").children(said))
}

fn frame(page: &Page<'_>, label: &str, class: &str) -> Element {
    element("div")
        .class(class)
        .part("evidence")
        .attribute("id", EVIDENCE)
        .attribute("role", "group")
        .attribute("aria-label", label)
        .attribute("tabindex", "-1")
        .child(
            element("button")
                .class("close")
                .part("close-button")
                .attribute("type", "button")
                .attribute("aria-label", page.messages.get("evidence.close"))
                .act("close")
                .child(sign("×")),
        )
}

/// Who and when.
fn head(page: &Page<'_>, article: usize) -> Element {
    let published = page.source(article).and_then(|source| source.published);
    let date = published.map(|moment| {
        element("time").attribute("datetime", moment.date.to_string()).text(page.messages.moment(moment))
    });
    element("p").class("from").child(page.outlet(article)).maybe(date)
}

/// To the sentence in Read, and to the source itself.
fn ways(page: &Page<'_>, article: usize, sentence: Span) -> Element {
    let source = page.source(article).and_then(|source| source.url.as_deref());
    let words = page.words(Passage::new(article, sentence));
    let out = source.map(|url| {
        element("a").part("link").link(&text_fragment(url, words)).text(page.messages.get("evidence.at-source"))
    });
    element("p")
        .class("ways")
        .child(
            element("button")
                .class("way")
                .part("button")
                .attribute("type", "button")
                .act(["visit", &page.in_story(article).to_string(), &sentence.start.to_string()].join(":"))
                .text(page.messages.get("evidence.in-article")),
        )
        .maybe(out)
        .child(
            element("button")
                .class("copy")
                .part("button")
                .attribute("type", "button")
                .act(["copy:", fact_of(page).unwrap_or_default()].concat())
                .text(page.messages.get("copy.fact")),
        )
}

/// The neighbouring sentence, if it belongs to the story.
fn around(page: &Page<'_>, article: usize, sentence: Option<&Sentence>) -> Option<Node> {
    let sentence = sentence.filter(|sentence| sentence.furniture.is_none())?;
    Some(element("span").class("around").text(page.words(Passage::new(article, sentence.span))).into())
}

/// The fact under which the evidence stands, where it stands under one.
fn fact_of<'a>(page: &Page<'a>) -> Option<&'a str> {
    let mut parts = page.state.open.as_ref()?.anchor.split('-');
    matches!(parts.next(), Some("grid" | "differ")).then(|| parts.next()).flatten()
}
