//! The header: the title, the outlets with their dates, and four counts that explain themselves.

use crate::{
    fact::Verdict,
    view::{
        node::{Element, element, text},
        page::{Page, sign},
        source::Source,
        state::{Count, UNDO},
    },
};

/// A title with more bytes than this is set smaller.
const LONG: usize = 110;

/// The header.
pub fn header(page: &Page<'_>) -> Element {
    let title = page.analysis.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let title = element("h2")
        .class(if title.is_some_and(|title| title.len() > LONG) { "story-title long" } else { "story-title" })
        .part("title")
        .attribute("id", "title")
        .attribute("dir", "auto")
        .text(title.unwrap_or(page.messages.get("header.untitled")));
    element("header")
        .class("masthead")
        .part("header")
        .key("masthead")
        .child(title)
        .child(element("p").class("standfirst").text(standfirst(page)))
        .child(counts(page))
        .maybe(explanation(page))
        .child(shelf(page))
        .maybe(warnings(page))
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
fn counts(page: &Page<'_>) -> Element {
    let count = |&(count, name): &(Count, &'static str)| {
        let number = number(page, count);
        let key = match count {
            Count::Articles => "count.articles",
            Count::Texts => "count.texts",
            Count::Facts => "count.facts",
            Count::Differences => "count.differences",
        };
        let all = page.sources.len();
        let of = (count == Count::Articles && all > number)
            .then(|| page.messages.fill("count.of", &[("all", &page.messages.number(all))]));
        let open = page.state.explained == Some(count);
        let figure = element("span").class("figure").text(page.messages.number(number));
        let figure = figure.maybe(of.map(|of| element("small").class("of").text([" ", &of].concat())));
        element("button")
            .class(["count ", name, if number > 0 { " some" } else { "" }].concat())
            .part("count")
            .attribute("type", "button")
            .attribute("id", ["count-", name].concat())
            .attribute("aria-expanded", if open { "true" } else { "false" })
            .attribute("aria-controls", "explanation")
            .act(["explain:", name].concat())
            .child(figure)
            .child(text(" "))
            .child(element("span").class("of-what").text(page.messages.count(key, number)))
    };
    let counts = if page.articles() > 1 { Count::ALL.as_slice() } else { Count::ALL.split_at(1).0 };
    element("div")
        .class("counts")
        .part("counts")
        .attribute("role", "group")
        .attribute("aria-label", page.messages.get("header.counts"))
        .children(counts.iter().map(count))
}

/// What the count that was asked about counts.
fn explanation(page: &Page<'_>) -> Option<Element> {
    let count = page.state.explained?;
    let key = match count {
        Count::Articles => "explain.articles",
        Count::Texts => "explain.texts",
        Count::Facts => "explain.facts",
        Count::Differences => "explain.differences",
    };
    let together = (count == Count::Texts).then(|| same_texts(page)).flatten();
    Some(
        element("div")
            .class("explanation")
            .part("explanation")
            .attribute("id", "explanation")
            .child(element("p").text(page.messages.get(key)))
            .maybe(together),
    )
}

/// Which articles count as one text.
fn same_texts(page: &Page<'_>) -> Option<Element> {
    let texts = &page.analysis.texts;
    let group = |first: usize| -> Option<Element> {
        let articles: Vec<usize> =
            texts.iter().enumerate().filter(|(_, own)| **own == first).map(|(article, _)| article).collect();
        (articles.len() > 1)
            .then(|| element("li").text(page.messages.fill("explain.one-text", &[("outlets", &page.names(&articles))])))
    };
    let groups: Vec<Element> = (0..texts.len()).filter_map(group).collect();
    (!groups.is_empty()).then(|| element("ul").children(groups))
}

/// The outlets: ticked or not, with headline and date.
fn shelf(page: &Page<'_>) -> Element {
    let item = |(article, source): (usize, &Source)| {
        let id = ["tick-", &article.to_string()].concat();
        let tick = element("input")
            .attribute("type", "checkbox")
            .attribute("id", id.clone())
            .part("checkbox")
            .act(["tick:", &article.to_string()].concat())
            .flag("checked", page.state.is_ticked(article));
        let name = element("label")
            .attribute("for", id)
            .child(element("span").class("initials").attribute("aria-hidden", "true").text(source.mark.clone()))
            .child(element("span").class("name").attribute("dir", "auto").text(source.name.clone()));
        let date = source.published.map(|moment| {
            element("time").attribute("datetime", moment.date.to_string()).text(page.messages.moment(moment))
        });
        let headline = source.title.as_deref().map(|title| {
            let words = element("span").class("headline").attribute("dir", "auto");
            match &source.url {
                Some(url) => words.child(element("a").part("link").link(url).text(title)),
                None => words.text(title),
            }
        });
        element("li")
            .key(article.to_string())
            .class(if page.state.is_ticked(article) { "article" } else { "article off" })
            .child(element("span").class("who").child(tick).child(name))
            .maybe(headline)
            .maybe(date)
            .maybe((article >= page.state.given).then(|| remove(page, article, source)))
    };
    element("div")
        .class("shelf")
        .part("outlets")
        .attribute("role", "group")
        .attribute("aria-label", page.messages.get("header.outlets"))
        .child(element("ul").children(page.sources.iter().enumerate().map(item)))
        .child(add(page))
}

/// The button that takes out an article that the reader added.
fn remove(page: &Page<'_>, article: usize, source: &Source) -> Element {
    element("button")
        .class("remove")
        .part("remove-button")
        .attribute("type", "button")
        .attribute("aria-label", page.messages.fill("add.remove", &[("outlet", &source.name)]))
        .act(["remove:", &article.to_string()].concat())
        .child(sign("×"))
}

/// The button by which the reader adds an article, and what undoes the removal of one.
fn add(page: &Page<'_>) -> Element {
    let undo = page.state.removed.as_ref().map(|removed| {
        element("span")
            .class("removed")
            .child(element("span").text(page.messages.fill("add.removed", &[("outlet", &removed.name)])))
            .child(text(" "))
            .child(
                element("button")
                    .class("tool")
                    .part("button")
                    .attribute("type", "button")
                    .attribute("id", UNDO)
                    .act("undo")
                    .text(page.messages.get("add.undo")),
            )
    });
    element("p")
        .class("add")
        .child(
            element("button")
                .class("tool")
                .part("add-button")
                .attribute("type", "button")
                .attribute("id", "add")
                .act("add")
                .text(page.messages.get("add.open")),
        )
        .maybe(undo)
}

/// What was odd about the articles.
fn warnings(page: &Page<'_>) -> Option<Element> {
    let line = |warning: &crate::error::Warning| {
        let name = warning.article.map(|article| page.name(article)).filter(|name| !name.is_empty());
        let what = match warning.code {
            "language-not-english" => page.messages.get("warning.language"),
            _ => &warning.message,
        };
        let line = element("li").child(sign("!"));
        match name {
            Some(name) => line.text(page.messages.fill("warning.of", &[("outlet", name), ("what", what)])),
            None => line.text(what),
        }
    };
    let warnings = &page.analysis.warnings;
    (!warnings.is_empty())
        .then(|| element("ul").class("warnings").part("warnings").key("warnings").children(warnings.iter().map(line)))
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
