//! In short: the sentences that say it best, verbatim, each with the outlets that say the same.

use crate::{
    analysis::SummarySentence,
    options::SummaryLength,
    view::{
        node::{Element, Node, element, text},
        page::{Page, sign},
        values,
    },
};

/// The section; none where there is no sentence to show.
pub fn section(page: &Page<'_>) -> Option<Element> {
    // Weightiest first, so that a shorter summary is the beginning of a longer one.
    let all = &page.analysis.summary;
    let summary = all.get(..page.state.length.sentences().min(all.len())).unwrap_or(all);
    if summary.is_empty() {
        return None;
    }
    let list = element("ol")
        .class("sentences")
        .children(summary.iter().enumerate().map(|(index, sentence)| item(page, index, sentence)));
    let title = page.messages.get("short.title");
    Some(page.section("in-short", title, page.messages.get("short.about"), [length(page).into(), list.into()]))
}

fn item(page: &Page<'_>, index: usize, sentence: &SummarySentence) -> Element {
    let anchor = ["short-", &index.to_string()].concat();
    let quoted = page
        .own_words("p", sentence.passage.article, page.with_disputes(sentence.passage))
        .class("quoted")
        .part("sentence")
        .act(page.open(&anchor, sentence.passage));
    element("li")
        .key(format!("{}-{}", page.in_story(sentence.passage.article), sentence.passage.span.start))
        .child(quoted)
        .child(element("p").class("support").part("support").children(support(page, &anchor, sentence)))
        .maybe(page.evidence(&anchor))
}

/// Who says it, who says the same, and where they differ inside it.
fn support(page: &Page<'_>, anchor: &str, sentence: &SummarySentence) -> Vec<Node> {
    let own = sentence.passage;
    let mut line: Vec<Node> = vec![page.opener(anchor, own).into()];
    let others: Vec<Node> = sentence
        .articles
        .iter()
        .filter(|&&article| article != own.article)
        .map(|&article| match counterpart(page, sentence, article) {
            Some(passage) => page.opener(anchor, passage).into(),
            None => page.outlet(article).into(),
        })
        .collect();
    if !others.is_empty() {
        line.push(element("span").class("alike").text(page.messages.count("short.same", others.len())).into());
        line.extend(others);
    }
    for fact in page.analysis.facts.iter().filter(|fact| sentence.facts.contains(&fact.id)) {
        if fact.verdict == crate::Verdict::Conflict {
            let label = page.messages.fill("short.differ", &[("what", &values::label(&fact.label, page.messages))]);
            line.push(
                element("button")
                    .class("differs")
                    .part("differs-button")
                    .attribute("type", "button")
                    .act(["go:fact-", &fact.id].concat())
                    .child(sign("≠"))
                    .child(text(label))
                    .into(),
            );
        }
    }
    line
}

/// The sentence by which `article` says the same.
fn counterpart(page: &Page<'_>, sentence: &SummarySentence, article: usize) -> Option<crate::span::Passage> {
    let report = page.analysis.articles.get(sentence.passage.article)?;
    let index = report.document.sentence_at(sentence.passage.span.start)?;
    report.standing.get(index)?.same.iter().find(|passage| passage.article == article).copied()
}

/// How long it is to be.
fn length(page: &Page<'_>) -> Element {
    let choice = |length: SummaryLength| {
        let label = page.messages.get(match length {
            SummaryLength::Short => "short.short",
            SummaryLength::Medium => "short.medium",
            SummaryLength::Long => "short.long",
        });
        element("label")
            .child(
                element("input")
                    .attribute("type", "radio")
                    .attribute("name", "length")
                    .attribute("value", length.name())
                    .act(["length:", length.name()].concat())
                    .flag("checked", page.state.length == length),
            )
            .child(element("span").text(label))
    };
    element("fieldset")
        .class("choice")
        .part("choice")
        .key("length")
        .child(element("legend").class("hidden").text(page.messages.get("short.length")))
        .children([SummaryLength::Short, SummaryLength::Medium, SummaryLength::Long].map(choice))
}
