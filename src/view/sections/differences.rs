//! Where they differ: a card a conflict, with the question, the values, who says which, and the innocent readings.

use crate::{
    fact::{Fact, Position, Verdict},
    view::{page::Page, tree::Tree, values},
};

/// How many are shown at first.
const FIRST: usize = 12;

/// Draws the section. Where nothing differs it says so, and what it does not compare.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    // What later reports brought up to date stands behind what cannot both hold.
    let facts: Vec<&Fact> = page.facts(Verdict::Conflict).chain(page.facts(Verdict::Update)).collect();
    for fact in facts.iter().take(page.shown("differences", FIRST)) {
        card(page, out, fact);
    }
    if out.is_empty() {
        out.leaf("p .none", &page.messages.count("differ.none", page.articles()));
    }
    page.unfolder(out, "differences", facts.len(), FIRST);
}

fn card(page: &Page<'_>, out: &mut Tree, fact: &Fact) {
    let id = ["fact-", &fact.id].concat();
    let heading = [&id, "-title"].concat();
    out.open("article +card tabindex=-1");
    out.key(&id);
    out.set("id", &id);
    out.set("aria-labelledby", &heading);
    out.open("header");
    let kind = match fact.verdict {
        Verdict::Update => page.messages.get("differ.update"),
        _ => values::kind(page, fact.kind),
    };
    out.leaf("span .kind", kind);
    out.open("h4");
    out.set("id", &heading);
    out.text(&values::heading(&fact.label, page.messages));
    out.close_all(2);
    out.open("div .positions");
    for (index, own) in fact.positions.iter().enumerate() {
        position(page, out, fact, index, own);
    }
    out.close();
    if !fact.notes.is_empty() {
        out.open("div +notes");
        out.leaf("p .label", page.messages.get("differ.reading"));
        for &note in &fact.notes {
            out.leaf("p", values::note(page, note));
        }
        out.close();
    }
    page.button(out, "button .way .copy !button", &["copy", &fact.id], "copy", page.messages.get("copy.fact"));
    out.close();
}

fn position(page: &Page<'_>, out: &mut Tree, fact: &Fact, index: usize, position: &Position) {
    let anchor = ["differ-", &fact.id, "-", &index.to_string()].concat();
    let articles = Page::articles_of(position.claims.iter().map(|claim| claim.passage));
    out.open("div +position");
    out.key(&index.to_string());
    if let Some((value, claim)) = values::value(page, fact, position).zip(position.claims.first()) {
        page.opener(out, "button +value dir=auto", &anchor, claim.passage);
        out.text(&value);
        out.close();
    }
    out.open("p .support");
    out.text(&page.messages.count("differ.articles", articles.len()));
    if position.support < articles.len() && position.support > 0 {
        out.text(", ");
        out.text(&page.messages.count("differ.texts", position.support));
    }
    out.close();
    out.open("ul .claims");
    let mut before = None;
    for claim in &position.claims {
        // One sentence an article: a second one of the same article says nothing new.
        let article = claim.passage.article;
        if before.replace(article) == Some(article) {
            continue;
        }
        out.open("li");
        out.key(&page.in_story(article).to_string());
        page.outlet_opener(out, &anchor, claim.passage);
        page.said(out, &anchor, claim);
        out.close();
    }
    out.close();
    page.evidence(out, &anchor);
    out.close();
}
