//! The grid: facts by outlets, as a table.

use crate::{
    fact::{Evidence, Fact, Verdict},
    order::Order,
    view::{
        node::{Element, Node, element, text},
        page::{Page, hidden, sign},
        state::{Show, Sort},
        values,
    },
};

/// How many rows are shown at first.
const FIRST: usize = 15;
/// A cell's own words are shown up to this many characters.
const SHORT: usize = 48;

/// The section. Where the articles have nothing in common it says so.
pub fn section(page: &Page<'_>) -> Option<Element> {
    let (title, about) = (page.messages.get("grid.title"), page.messages.get("grid.about"));
    let common = || page.analysis.facts.iter().filter(|fact| fact.verdict != Verdict::Single);
    if common().next().is_none() {
        let none = element("p").class("none").text(page.messages.count("grid.none", page.articles()));
        return Some(page.section("grid", title, about, [none.into()]));
    }
    let mut facts: Vec<&Fact> = common()
        .filter(|fact| match page.state.show {
            Show::All => true,
            Show::Agreed => fact.verdict == Verdict::Agreed,
            Show::Conflicts => fact.verdict == Verdict::Conflict,
        })
        .collect();
    sort(&mut facts, page.state.sort);
    let shown = page.shown("grid", FIRST);
    let rows = facts.iter().take(shown).flat_map(|fact| rows(page, fact));
    let table = element("table")
        .part("table")
        .child(element("caption").class("hidden").text(page.messages.get("grid.caption")))
        .child(element("thead").child(heads(page)))
        .child(element("tbody").children(rows));
    let empty = facts.is_empty().then(|| element("p").class("none").text(page.messages.get("grid.no-rows")));
    let frame = element("div")
        .class("scroll")
        .part("grid-scroll")
        .key("scroll")
        .attribute("role", "region")
        .attribute("tabindex", "0")
        .attribute("aria-label", page.messages.get("grid.caption"))
        .child(table);
    let body = [Some(tools(page).into()), Some(frame.into()), empty.map(Node::from)]
        .into_iter()
        .chain([page.unfolder("grid", facts.len(), FIRST).map(Node::from)])
        .flatten();
    Some(page.section("grid", title, about, body))
}

/// How many articles speak of it.
fn spoken_by(fact: &Fact) -> usize {
    let mut articles: Vec<usize> =
        fact.positions.iter().flat_map(|position| &position.claims).map(|claim| claim.passage.article).collect();
    articles.order();
    articles.dedup();
    articles.len()
}

/// Facts come sorted by weight, so that ties stay in that order.
fn sort(facts: &mut [&Fact], sort: Sort) {
    match sort {
        Sort::Support => facts.order_by_key(|fact| std::cmp::Reverse(spoken_by(fact))),
        Sort::Kind => facts.order_by_key(|fact| fact.kind),
        Sort::Story => facts.order_by_key(|fact| {
            fact.positions.iter().flat_map(|position| &position.claims).map(|claim| claim.passage).min()
        }),
    }
}

fn tools(page: &Page<'_>) -> Element {
    let select = |name: &'static str, label: &str, options: Vec<Element>| {
        element("label")
            .class("select")
            .child(element("span").text(label))
            .child(element("select").part("select").act(name).children(options))
    };
    let option = |value: &str, label: &str, selected: bool| {
        element("option").attribute("value", value).flag("selected", selected).text(label)
    };
    let sorts = Sort::ALL.iter().map(|&(sort, name)| {
        let label = match sort {
            Sort::Support => "grid.by-support",
            Sort::Kind => "grid.by-kind",
            Sort::Story => "grid.by-story",
        };
        option(name, page.messages.get(label), page.state.sort == sort)
    });
    let shows = Show::ALL.iter().map(|&(show, name)| {
        let label = match show {
            Show::All => "grid.show-all",
            Show::Agreed => "grid.show-agreed",
            Show::Conflicts => "grid.show-conflicts",
        };
        option(name, page.messages.get(label), page.state.show == show)
    });
    element("div")
        .class("tools")
        .key("tools")
        .child(select("sort", page.messages.get("grid.sort"), sorts.collect()))
        .child(select("show", page.messages.get("grid.show"), shows.collect()))
}

fn heads(page: &Page<'_>) -> Element {
    let outlet = |article: usize| {
        element("th").attribute("scope", "col").key(page.in_story(article).to_string()).child(page.outlet(article))
    };
    element("tr")
        .child(element("th").attribute("scope", "col").class("corner").text(page.messages.get("grid.fact")))
        .children((0..page.articles()).map(outlet))
}

/// The fact's row, and below it the evidence that is open.
fn rows(page: &Page<'_>, fact: &Fact) -> Vec<Element> {
    let anchor = ["grid-", &fact.id].concat();
    let conflict = fact.verdict == Verdict::Conflict;
    let head = element("th").attribute("scope", "row");
    let head = if conflict {
        head.child(
            element("button")
                .class("differs")
                .part("differs-button")
                .attribute("type", "button")
                .act(["go:fact-", &fact.id].concat())
                .child(sign("≠"))
                .child(text(values::heading(page, fact)))
                .child(hidden(page.messages.get("grid.differs"))),
        )
    } else {
        head.text(values::heading(page, fact))
    };
    let row = element("tr")
        .class(if conflict { "conflict" } else { "agreed" })
        .key(fact.id.clone())
        .child(head)
        .children((0..page.articles()).map(|article| cell(page, &anchor, fact, article)));
    let evidence = page.evidence(&anchor).map(|panel| {
        let cell = element("td").attribute("colspan", (page.articles() + 1).to_string()).child(panel);
        element("tr").class("open").key(anchor.clone()).child(cell)
    });
    [Some(row), evidence].into_iter().flatten().collect()
}

fn cell(page: &Page<'_>, anchor: &str, fact: &Fact, article: usize) -> Element {
    let of = |position: &usize| {
        let claims = fact.positions.get(*position).map_or(&[][..], |position| &position.claims);
        claims.iter().find(|claim| claim.passage.article == article)
    };
    let said: Vec<(usize, &Evidence)> =
        (0..fact.positions.len()).filter_map(|position| Some((position, of(&position)?))).collect();
    let cell = element("td").key(page.in_story(article).to_string());
    if said.is_empty() {
        let cut_off = page.document(article).is_some_and(|document| document.truncated);
        return if cut_off {
            cell.class("absent cut").text(page.messages.get("grid.cut-off"))
        } else {
            cell.class("absent").child(sign("–")).child(hidden(page.messages.get("grid.absent")))
        };
    }
    cell.children(said.into_iter().map(|(position, claim)| value(page, anchor, fact, position, claim)))
}

/// What the article says, in its own words where they are short.
fn value(page: &Page<'_>, anchor: &str, fact: &Fact, position: usize, claim: &Evidence) -> Element {
    let words = page.words(claim.passage).trim();
    let short = !words.is_empty() && words.chars().count() <= SHORT && claim.passage.span != claim.sentence;
    let label = page.messages.fill("evidence.open", &[("outlet", page.name(claim.passage.article))]);
    let button = element("button")
        .class(if position == 0 { "cell" } else { "cell other" })
        .part("cell")
        .attribute("type", "button")
        .attribute("title", label)
        .attribute("aria-expanded", if page.is_open(anchor, claim.passage) { "true" } else { "false" })
        .act(page.open(anchor, claim.passage));
    if short {
        button.child(page.own_words("span", claim.passage.article, [text(words)]))
    } else {
        let key = if fact.verdict == Verdict::Conflict { "grid.says-so" } else { "grid.says-same" };
        button.child(sign("✓")).text(page.messages.get(key))
    }
}
