//! The header: the title, the outlets with their dates, and four counts that explain themselves.

use crate::{
    fact::Verdict,
    view::{
        page::Page,
        source::Source,
        state::{Count, OUTLETS, UNDO},
        tree::Tree,
    },
};

/// A title with more bytes than this is set smaller.
pub const LONG: usize = 110;

/// How many outlets are shown at first.
const FIRST: usize = 12;

/// Draws the header.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    header(page, out, true);
}

/// Draws the header before anything is found: it has the same size.
pub fn outline(page: &Page<'_>, out: &mut Tree) {
    header(page, out, false);
}

fn header(page: &Page<'_>, out: &mut Tree, found: bool) {
    // A single article is a story of its own.
    let only = page.sources.first().filter(|_| page.sources.len() == 1);
    let title = page.analysis.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let title = title.or(only.map(|source| source.title.as_ref().unwrap_or(&source.name).as_str()));
    out.open("header .masthead !header");
    out.key("masthead");
    out.open("h2 .story-title !title id=title dir=auto");
    if title.is_some_and(|title| title.len() > LONG) {
        out.set("class", "long");
    }
    out.text(title.unwrap_or(page.messages.get("header.untitled")));
    out.close();
    out.leaf("p .standfirst", &standfirst(page));
    counts(page, out, found);
    explanation(page, out);
    shelf(page, out);
    warnings(page, out);
    out.close();
}

/// What was compared, in one sentence.
fn standfirst(page: &Page<'_>) -> String {
    let count = page.articles();
    let dates =
        || page.analysis.articles.iter().filter_map(|report| report.document.published.map(|moment| moment.date));
    match (count, dates().min(), dates().max()) {
        (1, ..) => page.messages.fill("header.single", &[("outlet", page.name(0))]),
        (_, Some(first), Some(last)) if first != last => page.messages.count_with(
            "header.published-between",
            count,
            &[("first", &page.messages.day(first)), ("last", &page.messages.day(last))],
        ),
        (_, Some(day), _) => {
            page.messages.count_with("header.published-on", count, &[("day", &page.messages.day(day))])
        }
        _ => page.messages.count("header.compared", count),
    }
}

fn number(page: &Page<'_>, count: Count) -> usize {
    match count {
        Count::Articles => page.articles(),
        Count::Texts => page.texts(),
        Count::Facts => page.facts(Verdict::Agreed).count(),
        Count::Differences => page.facts(Verdict::Conflict).count(),
    }
}

/// The four counts. Each is a button that explains what it counts.
fn counts(page: &Page<'_>, out: &mut Tree, found: bool) {
    out.open("div +counts role=group");
    out.set("aria-label", page.messages.get("header.counts"));
    let counts = if page.articles() > 1 { Count::ALL.as_slice() } else { Count::ALL.split_at(1).0 };
    for &(count, name) in counts {
        let number = number(page, count);
        let figure = page.messages.number(number);
        let key = match count {
            Count::Articles => "count.articles",
            Count::Texts => "count.texts",
            Count::Facts => "count.facts",
            Count::Differences => "count.differences",
        };
        out.open("button +count aria-controls=explanation");
        out.set("class", name);
        out.set("class", if number > 0 { "some" } else { "" });
        out.set("id", &["count-", name].concat());
        out.expanded(page.state.explained == Some(count));
        out.act(&["explain", name]);
        out.open("span .figure");
        out.text(if found || count == Count::Articles { &figure } else { "–" });
        let all = page.sources.len();
        if count == Count::Articles && all > number {
            out.open("small .of");
            out.text(" ");
            out.text(&page.messages.fill("count.of", &[("all", &page.messages.number(all))]));
            out.close();
        }
        out.close();
        out.text(" ");
        out.leaf("span .of-what", &page.messages.count(key, number));
        out.close();
    }
    out.close();
}

/// What the count that was asked about counts.
fn explanation(page: &Page<'_>, out: &mut Tree) {
    let Some(count) = page.state.explained else { return };
    let key = match count {
        Count::Articles => "explain.articles",
        Count::Texts => "explain.texts",
        Count::Facts => "explain.facts",
        Count::Differences => "explain.differences",
    };
    out.open("div +explanation id=explanation");
    out.leaf("p", page.messages.get(key));
    if count == Count::Texts {
        same_texts(page, out);
    }
    out.close();
}

/// Which articles count as one text.
fn same_texts(page: &Page<'_>, out: &mut Tree) {
    let texts = &page.analysis.texts;
    out.open("ul");
    for first in 0..texts.len() {
        let articles: Vec<usize> =
            texts.iter().enumerate().filter(|(_, own)| **own == first).map(|(article, _)| article).collect();
        if articles.len() > 1 {
            out.leaf("li", &page.messages.fill("explain.one-text", &[("outlets", &page.names(&articles))]));
        }
    }
    if out.is_empty() {
        out.drop_all(1);
    } else {
        out.close();
    }
}

/// The outlets: ticked or not, with headline and date.
fn shelf(page: &Page<'_>, out: &mut Tree) {
    out.open("div .shelf !outlets role=group");
    out.set("aria-label", page.messages.get("header.outlets"));
    out.open("ul");
    for (article, source) in page.sources.iter().enumerate().take(page.shown(OUTLETS, FIRST)) {
        item(page, out, article, source);
    }
    out.close();
    page.unfolder(out, OUTLETS, page.sources.len(), FIRST);
    add(page, out);
    out.close();
}

fn item(page: &Page<'_>, out: &mut Tree, article: usize, source: &Source) {
    let number = article.to_string();
    let id = ["tick-", &number].concat();
    out.open("li .article");
    out.key(&number);
    if !page.state.is_ticked(article) {
        out.set("class", "off");
    }
    out.open("span .who");
    out.open("input type=checkbox !checkbox");
    out.set("id", &id);
    out.act(&["tick", &number]);
    out.flag("checked", page.state.is_ticked(article));
    out.close();
    out.open("label");
    out.set("for", &id);
    out.leaf("span .initials aria-hidden=true", &source.mark);
    out.leaf("span .name dir=auto", &source.outlet);
    if let Some(moment) = source.published.filter(|_| source.name != source.outlet) {
        // To be seen, it stands at the end of the line.
        out.text(" ");
        out.leaf("span .hidden", &page.messages.moment(moment));
    }
    out.close_all(2);
    if let Some(title) = &source.title {
        out.open("span .headline dir=auto");
        match &source.url {
            Some(url) => {
                out.open("a !link");
                out.link(url);
                out.text(title);
                out.close();
            }
            None => out.text(title),
        }
        out.close();
    }
    if let Some(moment) = source.published {
        page.time(out, moment);
    }
    if article >= page.state.given {
        // The reader has added it, and can take it out again.
        out.open("button .remove !remove-button");
        out.set("aria-label", &page.messages.fill("add.remove", &[("outlet", &source.name)]));
        out.act(&["remove", &number]);
        out.icon("close");
        out.close();
    }
    out.close();
}

/// The button by which the reader adds an article, and what undoes the removal of one.
fn add(page: &Page<'_>, out: &mut Tree) {
    out.open("p .add");
    out.leaf("button .tool !add-button id=add data-act=add", page.messages.get("add.open"));
    if let Some(removed) = &page.state.removed {
        out.open("span .removed");
        out.leaf("span", &page.messages.fill("add.removed", &[("outlet", &removed.name)]));
        out.text(" ");
        out.open("button .tool !button data-act=undo");
        out.set("id", UNDO);
        out.text(page.messages.get("add.undo"));
        out.close_all(2);
    }
    out.close();
}

/// What was odd about the articles.
fn warnings(page: &Page<'_>, out: &mut Tree) {
    if page.analysis.warnings.is_empty() {
        return;
    }
    out.open("ul +warnings");
    out.key("warnings");
    for warning in &page.analysis.warnings {
        let name = warning.article.map(|article| page.name(article)).filter(|name| !name.is_empty());
        let what = match warning.code {
            "language-not-english" => page.messages.get("warning.language"),
            _ => &warning.message,
        };
        out.open("li");
        out.icon("warn");
        match name {
            Some(name) => out.text(&page.messages.fill("warning.of", &[("outlet", name), ("what", what)])),
            None => out.text(what),
        }
        out.close();
    }
    out.close();
}

/// What was compared and found, in one sentence.
pub fn status(page: &Page<'_>) -> String {
    let [compared, all] = [page.articles(), page.sources.len()].map(|count| page.messages.number(count));
    let part = |key, count: Count| {
        let count = number(page, count);
        [&page.messages.number(count), " ", &page.messages.count(key, count)].concat()
    };
    page.messages.fill(
        "live.compared",
        &[
            ("count", &compared),
            ("all", &all),
            ("facts", &part("count.facts", Count::Facts)),
            ("differences", &part("count.differences", Count::Differences)),
        ],
    )
}
