//! What stands behind a value or a mark: the sentence in its article, and the ways there.

use super::{page::Page, source::text_fragment, state::EVIDENCE, tree::Tree};
use crate::{
    order::Order,
    span::{Passage, Span},
};

/// For each passage the sentence around it with its words marked, what stands before and after, and the ways to the
/// article. Nothing where the first is in no sentence any more.
pub fn panel(page: &Page<'_>, out: &mut Tree, passages: &[Passage]) {
    let Some(first) = passages.first() else { return };
    let known = page.document(first.article).and_then(|document| document.sentence_at(first.span.start));
    if known.is_none() {
        return;
    }
    let label = page.messages.fill("evidence.label", &[("outlet", page.name(first.article))]);
    frame(page, out, &label, "div .evidence !evidence role=group tabindex=-1");
    out.key(&[EVIDENCE, &page.in_story(first.article).to_string(), &first.span.start.to_string()].join("-"));
    for passage in passages {
        out.open("div .other");
        sentence(page, out, *passage);
        out.close();
    }
    out.close();
}

/// The sentence in its surroundings.
fn sentence(page: &Page<'_>, out: &mut Tree, passage: Passage) {
    let Some(document) = page.document(passage.article) else { return };
    let Some(index) = document.sentence_at(passage.span.start) else { return };
    let Some(sentence) = document.sentences.get(index) else { return };
    let whole = sentence.span.cover(passage.span);
    head(page, out, passage.article);
    page.own(out, "blockquote", passage.article);
    // The neighbouring sentences, where they belong to the story.
    let around = |out: &mut Tree, index: Option<usize>| {
        let neighbour = index.and_then(|index| document.sentences.get(index));
        if let Some(neighbour) = neighbour.filter(|neighbour| neighbour.furniture.is_none()) {
            out.leaf("span .around", document.slice(neighbour.span));
        }
    };
    around(out, index.checked_sub(1));
    out.text(" ");
    out.open("span .said");
    page.marked(out, Passage::new(passage.article, whole), &[(passage.span, None)]);
    out.close();
    out.text(" ");
    around(out, document.sentence_at(whole.end));
    out.close();
    ways(page, out, passage.article, sentence.span);
}

/// The sentences of the others that say the same as a sentence or differ from it.
fn others(page: &Page<'_>, article: usize, sentence: usize) -> Vec<Passage> {
    let standing = page.analysis.articles.get(article).and_then(|report| report.standing.get(sentence));
    let Some(standing) = standing else { return Vec::new() };
    let mut others: Vec<Passage> = standing.same.clone();
    for fact in page.analysis.facts.iter().filter(|fact| standing.conflicts.contains(&fact.id)) {
        for claim in fact.positions.iter().flat_map(|position| &position.claims) {
            let whole = Passage::new(claim.passage.article, claim.sentence);
            if whole.article != article && !others.iter().any(|other| other.overlaps(whole)) {
                others.push(whole);
            }
        }
    }
    others.order();
    others
}

/// What the others say beside the sentence of `article` that begins at `start`: as evidence that is open, or, where
/// `passing`, as a card that comes and goes with the pointer.
pub fn beside(page: &Page<'_>, out: &mut Tree, article: usize, start: usize, passing: bool) {
    let sentence = page.document(article).and_then(|document| document.sentence_at(start));
    let others = sentence.map_or_else(Vec::new, |sentence| others(page, article, sentence));
    if others.is_empty() {
        return;
    }
    if passing {
        out.open("div .evidence .beside !evidence");
    } else {
        frame(page, out, page.messages.get("read.beside"), "div .evidence .beside !evidence role=group tabindex=-1");
        out.key("beside");
    }
    for passage in others {
        out.open("div .other");
        head(page, out, passage.article);
        page.own(out, "blockquote", passage.article);
        if passing {
            // Nothing in it can be reached, so what is disputed is marked and leads nowhere.
            let marks: Vec<_> = page.disputed(passage).into_iter().map(|(span, _)| (span, None)).collect();
            page.marked(out, passage, &marks);
        } else {
            page.with_disputes(out, passage);
        }
        out.close();
        if !passing {
            ways(page, out, passage.article, passage.span);
        }
        out.close();
    }
    out.close();
}

/// What is open has a name, can have the focus, and is closed by a button.
fn frame(page: &Page<'_>, out: &mut Tree, label: &str, what: &'static str) {
    out.open(what);
    out.set("id", EVIDENCE);
    out.set("aria-label", label);
    out.open("button .close !close-button data-act=close");
    out.set("aria-label", page.messages.get("evidence.close"));
    out.icon("close");
    out.close();
}

/// Who and when.
fn head(page: &Page<'_>, out: &mut Tree, article: usize) {
    out.open("p .from");
    page.outlet_and_time(out, article);
    out.close();
}

/// To the sentence in Read, and to the source itself.
fn ways(page: &Page<'_>, out: &mut Tree, article: usize, sentence: Span) {
    out.open("p .ways");
    let visit = ["visit", &page.in_story(article).to_string(), &sentence.start.to_string()];
    page.button(out, "button .way !button", &visit, "article", page.messages.get("evidence.in-article"));
    if let Some(url) = page.source(article).and_then(|source| source.url.as_deref()) {
        out.open("a .way !link");
        out.link(&text_fragment(url, page.words(Passage::new(article, sentence))));
        out.icon("out");
        out.text(page.messages.get("evidence.at-source"));
        out.close();
    }
    let copy = ["copy", fact_of(page).unwrap_or_default()];
    page.button(out, "button .way .copy !button", &copy, "copy", page.messages.get("copy.fact"));
    out.close();
}

/// The fact under which the evidence stands, where it stands under one.
fn fact_of<'a>(page: &Page<'a>) -> Option<&'a str> {
    let mut parts = page.state.open.as_ref()?.anchor.split('-');
    matches!(parts.next(), Some("grid" | "differ")).then(|| parts.next()).flatten()
}
