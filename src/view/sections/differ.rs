//! Where they differ: a card a conflict, with the question, the values, who says which, and the innocent readings.

use crate::{
    fact::{Evidence, Fact, Position, Verdict},
    span::{Passage, Span},
    view::{
        node::{Element, Node, element, text},
        page::Page,
        values,
    },
};

/// The section. Where nothing differs it says so, and what it does not compare.
pub fn section(page: &Page<'_>) -> Option<Element> {
    // What later reports brought up to date stands behind what cannot both hold.
    let facts = page.facts(Verdict::Conflict).chain(page.facts(Verdict::Update));
    let cards: Vec<Node> = facts.map(|fact| card(page, fact).into()).collect();
    let body = if cards.is_empty() {
        vec![element("p").class("none").text(page.messages.count("differ.none", page.articles())).into()]
    } else {
        cards
    };
    Some(page.section("differ", page.messages.get("differ.title"), page.messages.get("differ.about"), body))
}

fn card(page: &Page<'_>, fact: &Fact) -> Element {
    let id = ["fact-", &fact.id].concat();
    let heading = [&id, "-title"].concat();
    let notes = (!fact.notes.is_empty()).then(|| {
        let notes = fact.notes.iter().map(|&note| element("p").text(values::note(page, note)));
        element("div")
            .class("notes")
            .part("notes")
            .child(element("p").class("label").text(page.messages.get("differ.reading")))
            .children(notes)
    });
    let kind = match fact.verdict {
        Verdict::Update => page.messages.get("differ.update"),
        _ => values::kind(page, fact.kind),
    };
    element("article")
        .class("card")
        .part("card")
        .key(id.clone())
        .attribute("id", id.clone())
        .attribute("tabindex", "-1")
        .attribute("aria-labelledby", heading.clone())
        .child(
            element("header")
                .child(element("span").class("kind").text(kind))
                .child(element("h4").attribute("id", heading).text(values::heading(page, fact))),
        )
        .child(
            element("div")
                .class("positions")
                .children(fact.positions.iter().enumerate().map(|(index, own)| position(page, fact, index, own))),
        )
        .maybe(notes)
}

fn position(page: &Page<'_>, fact: &Fact, index: usize, position: &Position) -> Element {
    let anchor = ["differ-", &fact.id, "-", &index.to_string()].concat();
    let mut articles: Vec<usize> = position.claims.iter().map(|claim| claim.passage.article).collect();
    articles.dedup();
    let value = values::value(page, fact, position).map(|value| {
        let first = position.claims.first();
        let value = element("p").class("value").part("value").text(value);
        match first {
            Some(claim) => value.act(page.open(&anchor, claim.passage)),
            None => value,
        }
    });
    let texts = (position.support < articles.len() && position.support > 0)
        .then(|| [", ", &page.messages.count("differ.texts", position.support)].concat());
    let support = element("p")
        .class("support")
        .text(page.messages.count("differ.articles", articles.len()))
        .maybe(texts.map(text));
    // One sentence an article: a second one of the same article says nothing new.
    let mut claims: Vec<&Evidence> = position.claims.iter().collect();
    claims.dedup_by_key(|claim| claim.passage.article);
    element("div")
        .class("position")
        .part("position")
        .key(index.to_string())
        .maybe(value)
        .child(support)
        .child(element("ul").class("claims").children(claims.iter().map(|claim| said(page, &anchor, claim))))
        .maybe(page.evidence(&anchor))
}

/// An outlet's sentence with the words marked.
fn said(page: &Page<'_>, anchor: &str, claim: &Evidence) -> Element {
    let article = claim.passage.article;
    let whole = Passage::new(article, claim.sentence.cover(claim.passage.span));
    let mark = |words: &str| element("mark").class("words").part("words").text(words).into();
    let marks: Option<(Span, _)> = (claim.passage.span != whole.span).then_some((claim.passage.span, mark));
    element("li")
        .key(page.in_story(article).to_string())
        .child(page.opener(anchor, claim.passage))
        .child(page.own_words("q", article, page.marked(whole, marks)).act(page.open(anchor, claim.passage)))
}
