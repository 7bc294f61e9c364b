//! Only in one: what a single outlet reports, by outlet.

use crate::{
    fact::Verdict,
    order::Set,
    span::Passage,
    view::{
        node::{Element, Node, element},
        page::Page,
    },
};

/// How many sentences of an outlet are shown at first.
const FIRST: usize = 3;

/// The section; none where no outlet has anything of its own.
pub fn section(page: &Page<'_>) -> Option<Element> {
    let mut alone: Vec<Passage> = page
        .facts(Verdict::Single)
        .filter_map(|fact| fact.positions.first()?.claims.first())
        .map(|claim| Passage::new(claim.passage.article, claim.sentence))
        .filter(|passage| is_alone(page, *passage))
        .collect();
    // Facts come by weight; a sentence stays where its weightiest fact is.
    let mut seen = Set::new();
    alone.retain(|passage| seen.insert(*passage));
    let groups: Vec<Node> = (0..page.articles()).filter_map(|article| group(page, article, &alone)).collect();
    (!groups.is_empty())
        .then(|| page.section("only", page.messages.get("only.title"), page.messages.get("only.about"), groups))
}

/// Whether no other article reports what the sentence does: another fact in it may be in common.
fn is_alone(page: &Page<'_>, passage: Passage) -> bool {
    let Some(report) = page.analysis.articles.get(passage.article) else { return false };
    let standing = report.document.sentence_at(passage.span.start).and_then(|index| report.standing.get(index));
    standing.is_none_or(|standing| standing.same.is_empty() && standing.conflicts.is_empty())
}

fn group(page: &Page<'_>, article: usize, alone: &[Passage]) -> Option<Node> {
    let own: Vec<Passage> = alone.iter().filter(|passage| passage.article == article).copied().collect();
    let story = page.in_story(article).to_string();
    let list = ["only-", &story].concat();
    let item = |passage: &Passage| {
        let anchor = [&list, "-", &passage.span.start.to_string()].concat();
        element("li")
            .key(passage.span.start.to_string())
            .child(page.own_words("q", article, page.with_disputes(*passage)).act(page.open(&anchor, *passage)))
            .child(
                element("button")
                    .class("where")
                    .part("evidence-button")
                    .attribute("type", "button")
                    .attribute("aria-expanded", if page.is_open(&anchor, *passage) { "true" } else { "false" })
                    .act(page.open(&anchor, *passage))
                    .text(page.messages.get("evidence.context")),
            )
            .maybe(page.evidence(&anchor))
    };
    (!own.is_empty()).then(|| {
        element("div")
            .class("group")
            .part("group")
            .key(story)
            .child(element("h4").child(page.outlet(article)))
            .child(element("ul").class("claims").children(own.iter().take(page.shown(&list, FIRST)).map(item)))
            .maybe(page.unfolder(&list, own.len(), FIRST))
            .into()
    })
}
