//! Read: one article at a time, each sentence marked with how the others stand to it; or two side by side.

use super::{header::LONG, paired};
use crate::{
    analysis::Report,
    document::{FurnitureKind, Sentence},
    span::Passage,
    view::{evidence, page::Page, state::sentence_id, tree::Tree},
};

/// Up to this many articles are chosen by tabs, more from a list.
const TABS: usize = 8;

/// Draws the section.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    let article = page.in_analysis(page.state.read).unwrap_or(0);
    let Some(report) = page.analysis.articles.get(article) else { return };
    let second = page.state.second.and_then(|second| page.in_analysis(second)).filter(|&second| second != article);
    if page.articles() > 1 {
        choice(page, out, article, second);
        legend(page, out);
    }
    match second {
        Some(second) => paired::draw(page, out, article, second),
        None => read(page, out, article, report),
    }
}

/// Which article is read, and which beside it.
fn choice(page: &Page<'_>, out: &mut Tree, chosen: usize, second: Option<usize>) {
    let label = page.messages.get("read.choose");
    let all = 0..page.articles();
    if page.articles() > TABS {
        out.open("div .tools");
        out.key("choice");
        let choices: Vec<_> =
            all.clone().map(|own| (page.in_story(own).to_string(), page.name(own), own == chosen)).collect();
        page.select(out, "read", label, &choices);
    } else {
        out.open("div .tabs-line");
        out.key("choice");
        out.open("fieldset +tabs");
        out.leaf("legend .hidden", label);
        for article in all.clone() {
            let story = page.in_story(article).to_string();
            out.open("label");
            out.key(&story);
            out.open("input type=radio name=read");
            out.set("value", &story);
            out.act(&["read", &story]);
            out.flag("checked", article == chosen);
            out.close();
            page.outlet(out, article);
            out.close();
        }
        out.close();
    }
    let mut others = vec![("none".to_owned(), page.messages.get("read.alone-shown"), second.is_none())];
    others.extend(
        all.filter(|&own| own != chosen)
            .map(|own| (page.in_story(own).to_string(), page.name(own), second == Some(own))),
    );
    page.select(out, "with", page.messages.get("read.with"), &others);
    if let Some(second) = second {
        let act = ["swap", &page.in_story(second).to_string()];
        page.button(out, "button .way !button", &act, "swap", page.messages.get("read.swap"));
    }
    out.close();
}

/// What the marks mean.
fn legend(page: &Page<'_>, out: &mut Tree) {
    out.open("ul .key");
    out.key("key");
    out.set("aria-label", page.messages.get("read.key"));
    for (class, key) in [("same", "read.key-same"), ("differs", "read.key-differs"), ("alone", "read.key-alone")] {
        out.open("li");
        out.set("class", class);
        out.icon(class);
        out.text(page.messages.get(key));
        out.close();
    }
    out.close();
}

/// The headline, the outlet with the date, and the way to the source.
pub fn head(page: &Page<'_>, out: &mut Tree, article: usize) {
    let Some(document) = page.document(article) else { return };
    out.open("header");
    let title = document.title.as_deref().unwrap_or_else(|| page.name(article));
    page.own(out, "h4", article);
    if title.len() > LONG {
        out.set("class", "long");
    }
    out.text(title);
    out.close();
    out.open("p .from");
    page.outlet_and_time(out, article);
    if let Some(url) = page.source(article).and_then(|source| source.url.as_deref()) {
        out.open("a .way !link");
        out.link(url);
        out.icon("out");
        out.text(page.messages.get("evidence.at-source"));
        out.close();
    }
    out.close_all(2);
}

fn read(page: &Page<'_>, out: &mut Tree, article: usize, report: &Report) {
    out.open("div +reading");
    out.key(&page.in_story(article).to_string());
    head(page, out, article);
    let sentences = &report.document.sentences;
    let mut index = 0;
    for paragraph in sentences.chunk_by(|a, b| a.paragraph == b.paragraph && a.furniture == b.furniture) {
        row(page, out, article, index, paragraph);
        index += paragraph.len();
    }
    out.close();
}

/// A paragraph, or a piece of what is not the story; `first` is the number of its first sentence.
fn row(page: &Page<'_>, out: &mut Tree, article: usize, first: usize, paragraph: &[Sentence]) {
    out.open("div .row");
    out.key(&first.to_string());
    let furniture = paragraph.first().and_then(|sentence| sentence.furniture);
    if let Some(kind) = furniture {
        out.set("class", "furniture");
        out.leaf("span .label", self::furniture(page, kind));
    }
    page.own(out, "p", article);
    for (index, sentence) in paragraph.iter().enumerate() {
        if furniture.is_some() {
            out.text(page.words(Passage::new(article, sentence.span)));
        } else {
            sentence_of(page, out, article, first + index);
        }
        out.text(" ");
    }
    out.close();
    let numbers: Vec<usize> = (first..first + paragraph.len()).collect();
    besides(page, out, article, &numbers);
    out.close();
}

/// What the others say beside one of the sentences, where it is open.
pub fn besides(page: &Page<'_>, out: &mut Tree, article: usize, sentences: &[usize]) {
    let Some((story, start)) = page.state.beside else { return };
    let Some(document) = page.document(article).filter(|_| page.in_analysis(story) == Some(article)) else { return };
    let starts = |&index: &usize| document.sentences.get(index).is_some_and(|sentence| sentence.span.start == start);
    if sentences.iter().any(starts) {
        evidence::beside(page, out, article, start, false);
    }
}

/// The number of articles that say the same as a sentence, and whether others differ.
pub fn standing(page: &Page<'_>, article: usize, sentence: usize) -> (usize, bool) {
    let report = page.analysis.articles.get(article);
    report.and_then(|report| report.standing.get(sentence)).map_or((0, false), |standing| {
        (Page::articles_of(standing.same.iter().copied()).len(), !standing.conflicts.is_empty())
    })
}

/// A sentence and, where several articles are compared, how the others stand to it.
pub fn sentence_of(page: &Page<'_>, out: &mut Tree, article: usize, index: usize) {
    let Some(sentence) = page.document(article).and_then(|document| document.sentences.get(index)) else { return };
    let (same, differs) = standing(page, article, index);
    let class = match (differs, same) {
        (true, _) => "differs",
        (false, 0) => "alone",
        _ => "same",
    };
    let story = page.in_story(article);
    out.open("span +sentence tabindex=-1");
    out.set("class", class);
    out.set("part", class);
    out.set("id", &sentence_id(story, sentence.span.start));
    page.with_disputes(out, Passage::new(article, sentence.span));
    if page.articles() > 1 {
        out.text(" ");
        let label = match class {
            "differs" => page.messages.get("read.differs").to_owned(),
            "same" => page.messages.count("read.same", same),
            _ => page.messages.get("read.alone").to_owned(),
        };
        if class == "alone" {
            out.open("span +stance");
        } else {
            out.open("button +stance");
            out.expanded(page.state.beside == Some((story, sentence.span.start)));
            out.act(&["beside", &story.to_string(), &sentence.span.start.to_string()]);
        }
        out.set("class", class);
        out.set("lang", page.messages.get("lang"));
        out.icon(class);
        out.text(&label);
        out.close();
    }
    out.close();
}

fn furniture<'a>(page: &Page<'a>, kind: FurnitureKind) -> &'a str {
    page.messages.get(match kind {
        FurnitureKind::Byline => "furniture.byline",
        FurnitureKind::Dateline => "furniture.dateline",
        FurnitureKind::Credit => "furniture.credit",
        FurnitureKind::Heading => "furniture.heading",
        FurnitureKind::Caption => "furniture.caption",
        FurnitureKind::Promo => "furniture.promo",
        FurnitureKind::Other => "furniture.notice",
    })
}
