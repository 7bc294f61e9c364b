//! Only in one: what a single outlet reports, by outlet.

use crate::{
    fact::Verdict,
    order::Set,
    span::Passage,
    view::{page::Page, tree::Tree},
};

/// How many sentences of an outlet are shown at first.
const FIRST: usize = 3;

/// Draws the section; nothing where no outlet has anything of its own.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    let mut alone: Vec<Passage> = page
        .facts(Verdict::Single)
        .filter_map(|fact| fact.positions.first()?.claims.first())
        .map(|claim| Passage::new(claim.passage.article, claim.sentence))
        .filter(|passage| is_alone(page, *passage))
        .collect();
    // Facts come by weight; a sentence stays where its weightiest fact is.
    let mut seen = Set::new();
    alone.retain(|passage| seen.insert(*passage));
    for article in 0..page.articles() {
        let own: Vec<Passage> = alone.iter().filter(|passage| passage.article == article).copied().collect();
        if !own.is_empty() {
            group(page, out, article, &own);
        }
    }
}

/// Whether no other article reports what the sentence does: another fact in it may be in common.
fn is_alone(page: &Page<'_>, passage: Passage) -> bool {
    let Some(report) = page.analysis.articles.get(passage.article) else { return false };
    let standing = report.document.sentence_at(passage.span.start).and_then(|index| report.standing.get(index));
    standing.is_none_or(|standing| standing.same.is_empty() && standing.conflicts.is_empty())
}

fn group(page: &Page<'_>, out: &mut Tree, article: usize, own: &[Passage]) {
    let story = page.in_story(article).to_string();
    let list = ["only-", &story].concat();
    out.open("div +group");
    out.key(&story);
    out.open("h4");
    page.outlet(out, article);
    out.close();
    out.open("ul .claims");
    for passage in own.iter().take(page.shown(&list, FIRST)) {
        let start = passage.span.start.to_string();
        let anchor = [&list, "-", &start].concat();
        out.open("li");
        out.key(&start);
        page.quoted(out, "q", &anchor, *passage);
        page.opener(out, "button .where !evidence-button", &anchor, *passage);
        out.text(page.messages.get("evidence.context"));
        out.close();
        page.evidence(out, &anchor);
        out.close();
    }
    out.close();
    page.unfolder(out, &list, own.len(), FIRST);
    out.close();
}
