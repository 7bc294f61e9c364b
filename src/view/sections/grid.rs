//! The grid: facts by outlets, as a table.

use crate::{
    fact::{Evidence, Fact, FactKind, Verdict},
    order::Order,
    view::{
        page::Page,
        state::{KINDS, Show, Sort},
        tree::Tree,
        values,
    },
};

/// Its name as a list that can be shown to its end.
pub const GRID: &str = "grid";
/// How many rows are shown at first.
const FIRST: usize = 15;
/// A cell's own words are shown up to this many characters.
const SHORT: usize = 48;
/// Up to this many outlets head their columns with their names, more with their initials alone.
const NAMED: usize = 10;

/// Draws the section. Where the articles have nothing in common it says so.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    let common: Vec<&Fact> = page.analysis.facts.iter().filter(|fact| fact.verdict < Verdict::Related).collect();
    if common.is_empty() {
        out.leaf("p .none", &page.messages.count("grid.none", page.articles()));
        return;
    }
    tools(page, out);
    let mut facts = common;
    let outlet = page.state.outlet.and_then(|story| page.in_analysis(story));
    facts.retain(|fact| {
        let wanted = match page.state.show {
            Show::All => true,
            Show::Agreed => fact.verdict == Verdict::Agreed,
            Show::Conflicts => fact.verdict == Verdict::Conflict,
        };
        wanted
            && page.state.kind.is_none_or(|kind| fact.kind == kind)
            && outlet.is_none_or(|article| spoken_by(fact).contains(&article))
    });
    sort(&mut facts, page.state.sort);
    let label = page.messages.get("grid.caption");
    out.open("div .scroll !grid-scroll role=region tabindex=0");
    out.key("scroll");
    out.set("aria-label", label);
    out.open("table !table");
    out.leaf("caption .hidden", label);
    heads(page, out);
    out.open("tbody");
    for fact in facts.iter().take(page.shown(GRID, FIRST)) {
        row(page, out, fact);
    }
    out.close_all(3);
    if facts.is_empty() {
        out.leaf("p .none", page.messages.get("grid.no-rows"));
    }
    out.open("p .below");
    page.unfolder(out, GRID, facts.len(), FIRST);
    for (act, key) in [("text", "grid.copy-text"), ("csv", "grid.copy-csv")] {
        page.button(out, "button .way !button", &["copy", act], "copy", page.messages.get(key));
    }
    out.close();
}

/// The articles that speak of it.
fn spoken_by(fact: &Fact) -> Vec<usize> {
    Page::articles_of(fact.positions.iter().flat_map(|position| &position.claims).map(|claim| claim.passage))
}

/// Facts come sorted by weight, so that ties stay in that order.
fn sort(facts: &mut [&Fact], sort: Sort) {
    facts.order_by_key(|fact| match sort {
        Sort::Support => (usize::MAX - spoken_by(fact).len(), None),
        Sort::Kind => (fact.kind as usize, None),
        Sort::Story => {
            (0, fact.positions.iter().flat_map(|position| &position.claims).map(|claim| claim.passage).min())
        }
    });
}

fn tools(page: &Page<'_>, out: &mut Tree) {
    let (messages, state) = (page.messages, page.state);
    out.open("div .tools");
    out.key("tools");
    let sorts = Sort::ALL.map(|(sort, name)| {
        let key = match sort {
            Sort::Support => "grid.by-support",
            Sort::Kind => "grid.by-kind",
            Sort::Story => "grid.by-story",
        };
        (name.to_owned(), messages.get(key), state.sort == sort)
    });
    page.select(out, "sort", messages.get("grid.sort"), &sorts);
    let shows = Show::ALL.map(|(show, name)| {
        let key = match show {
            Show::All => "grid.show-all",
            Show::Agreed => "grid.show-agreed",
            Show::Conflicts => "grid.show-conflicts",
        };
        (name.to_owned(), messages.get(key), state.show == show)
    });
    page.select(out, "show", messages.get("grid.show"), &shows);
    let mut kinds = vec![("all".to_owned(), messages.get("grid.kind-all"), state.kind.is_none())];
    kinds.extend(KINDS.map(|(kind, name)| (name.to_owned(), values::kind(page, kind), state.kind == Some(kind))));
    page.select(out, "kind", messages.get("grid.kind"), &kinds);
    let mut outlets = vec![("all".to_owned(), messages.get("grid.outlet-all"), state.outlet.is_none())];
    outlets.extend((0..page.articles()).map(|article| {
        let story = page.in_story(article);
        (story.to_string(), page.name(article), state.outlet == Some(story))
    }));
    page.select(out, "outlet", messages.get("grid.outlet"), &outlets);
    out.close();
}

fn heads(page: &Page<'_>, out: &mut Tree) {
    out.open("thead");
    out.open("tr");
    out.leaf("th .corner scope=col", page.messages.get("grid.fact"));
    for article in 0..page.articles() {
        out.open("th scope=col");
        out.key(&page.in_story(article).to_string());
        if page.articles() > NAMED {
            page.mark(out, article, true);
        } else {
            page.outlet(out, article);
        }
        out.close();
    }
    out.close_all(2);
}

/// The fact's row, and below it the evidence that is open.
fn row(page: &Page<'_>, out: &mut Tree, fact: &Fact) {
    let anchor = ["grid-", &fact.id].concat();
    let conflict = fact.verdict == Verdict::Conflict;
    let heading = values::heading(&fact.label, page.messages);
    out.open("tr");
    out.set("class", if conflict { "conflict" } else { "agreed" });
    out.key(&fact.id);
    out.open("th scope=row");
    if conflict {
        page.to_difference(out, fact, &heading);
        out.leaf("span .hidden", page.messages.get("grid.differs"));
    } else {
        out.text(&heading);
    }
    out.close();
    for article in 0..page.articles() {
        out.open("td");
        out.key(&page.in_story(article).to_string());
        cell(page, out, &anchor, fact, article);
        out.close();
    }
    out.close();
    if page.state.open.as_ref().is_some_and(|open| open.anchor == anchor) {
        out.open("tr .open");
        out.key(&anchor);
        out.open("td");
        out.set("colspan", &(page.articles() + 1).to_string());
        page.evidence(out, &anchor);
        out.close_all(2);
    }
}

/// What the article says of the fact; where it says nothing, whether that may be our omission.
fn cell(page: &Page<'_>, out: &mut Tree, anchor: &str, fact: &Fact, article: usize) {
    for (index, position) in fact.positions.iter().enumerate() {
        if let Some(claim) = position.claims.iter().find(|claim| claim.passage.article == article) {
            value(page, out, anchor, fact, index, claim);
        }
    }
    if !out.is_empty() {
        return;
    }
    out.set("class", "absent");
    if page.document(article).is_some_and(|document| document.truncated) {
        out.set("class", "cut");
        out.text(page.messages.get("grid.cut-off"));
    } else {
        out.leaf("span .sign aria-hidden=true", "–");
        out.leaf("span .hidden", page.messages.get("grid.absent"));
    }
}

/// What the article says: a value in its own words where they are short. A statement that all make has no values to
/// compare; that it is made is all that a cell can tell.
fn value(page: &Page<'_>, out: &mut Tree, anchor: &str, fact: &Fact, position: usize, claim: &Evidence) {
    let words = page.words(claim.passage).trim();
    let has_value = fact.kind != FactKind::Statement || fact.verdict == Verdict::Conflict;
    let short = has_value && !words.is_empty() && words.chars().count() <= SHORT;
    page.opener(out, "button +cell", anchor, claim.passage);
    if position > 0 {
        out.set("class", "other");
    }
    out.set("title", &page.messages.fill("evidence.open", &[("outlet", page.name(claim.passage.article))]));
    if short {
        page.own(out, "span", claim.passage.article);
        out.text(words);
        out.close();
    } else {
        out.icon("check");
        let key = if fact.verdict == Verdict::Conflict { "grid.says-so" } else { "grid.says-same" };
        out.text(page.messages.get(key));
    }
    out.close();
}
