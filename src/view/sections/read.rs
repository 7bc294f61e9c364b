//! Read: one article at a time, each sentence marked with how the others stand to it.

use crate::{
    analysis::Report,
    document::{FurnitureKind, Sentence},
    order::Order,
    span::Passage,
    view::{
        evidence,
        node::{Element, Node, element, text},
        page::{Page, sign},
        state::{READ, sentence_id},
    },
};

/// Up to this many articles are chosen by tabs, more from a list.
const TABS: usize = 8;

/// The section.
pub fn section(page: &Page<'_>) -> Option<Element> {
    let article = page.in_analysis(page.state.read).unwrap_or(0);
    let report = page.analysis.articles.get(article)?;
    let about = if page.articles() > 1 { page.messages.get("read.about") } else { "" };
    let body = [
        (page.articles() > 1).then(|| choice(page, article).into()),
        (page.articles() > 1).then(|| legend(page).into()),
        Some(read(page, article, report).into()),
    ];
    Some(page.section(READ, page.messages.get("read.title"), about, body.into_iter().flatten()))
}

/// Which article is read.
fn choice(page: &Page<'_>, chosen: usize) -> Element {
    let label = page.messages.get("read.choose");
    if page.articles() > TABS {
        let options = (0..page.articles()).map(|article| {
            element("option")
                .attribute("value", page.in_story(article).to_string())
                .flag("selected", article == chosen)
                .text(page.name(article))
        });
        let select = element("select").part("select").act("read").children(options);
        return element("label").class("select").key("choice").child(element("span").text(label)).child(select);
    }
    let tab = |article: usize| {
        let story = page.in_story(article).to_string();
        element("label")
            .key(story.clone())
            .child(
                element("input")
                    .attribute("type", "radio")
                    .attribute("name", "read")
                    .attribute("value", story.clone())
                    .act(["read:", &story].concat())
                    .flag("checked", article == chosen),
            )
            .child(page.outlet(article))
    };
    element("fieldset")
        .class("tabs")
        .part("tabs")
        .key("choice")
        .child(element("legend").class("hidden").text(label))
        .children((0..page.articles()).map(tab))
}

/// What the marks mean.
fn legend(page: &Page<'_>) -> Element {
    let term = |class: &'static str, icon: &str, key: &str| {
        element("li").class(class).child(sign(icon)).text(page.messages.get(key))
    };
    element("ul").class("key").key("key").attribute("aria-label", page.messages.get("read.key")).children([
        term("same", "=", "read.key-same"),
        term("differs", "≠", "read.key-differs"),
        term("alone", "·", "read.key-alone"),
    ])
}

fn read(page: &Page<'_>, article: usize, report: &Report) -> Element {
    let document = &report.document;
    let source = page.source(article);
    let title = document.title.as_deref().unwrap_or_else(|| page.name(article));
    let out = source
        .and_then(|source| source.url.as_deref())
        .map(|url| element("a").part("link").link(url).text(page.messages.get("evidence.at-source")));
    let date = document.published.map(|moment| {
        element("time").attribute("datetime", moment.date.to_string()).text(page.messages.moment(moment))
    });
    let head = element("header")
        .child(page.own_words("h4", article, [text(title)]))
        .child(element("p").class("from").child(page.outlet(article)).maybe(date).maybe(out));
    let sentences: Vec<(usize, &Sentence)> = document.sentences.iter().enumerate().collect();
    let paragraphs = sentences
        .chunk_by(|(_, a), (_, b)| a.paragraph == b.paragraph && a.furniture == b.furniture)
        .map(|paragraph| self::paragraph(page, article, report, paragraph));
    element("article")
        .class("reading")
        .part("article")
        .key(page.in_story(article).to_string())
        .child(head)
        .children(paragraphs)
}

fn paragraph(page: &Page<'_>, article: usize, report: &Report, sentences: &[(usize, &Sentence)]) -> Element {
    let first = sentences.first();
    let row = element("div").key(first.map_or(0, |(index, _)| *index).to_string());
    if let Some(kind) = first.and_then(|(_, sentence)| sentence.furniture) {
        let words = sentences
            .iter()
            .flat_map(|(_, sentence)| [text(page.words(Passage::new(article, sentence.span))), text(" ")]);
        return row
            .class("row furniture")
            .child(element("span").class("label").text(furniture(page, kind)))
            .child(page.own_words("p", article, words));
    }
    let open = page.state.beside.and_then(|(story, start)| {
        let open = sentences.iter().find(|(_, sentence)| sentence.span.start == start)?;
        (page.in_analysis(story) == Some(article)).then_some(open.0)
    });
    let spans = sentences.iter().flat_map(|&(index, sentence)| {
        [sentence_of(page, article, report, index, sentence, open == Some(index)).into(), text(" ")]
    });
    row.class("row")
        .child(page.own_words("p", article, spans))
        .maybe(open.and_then(|index| evidence::beside(page, article, index)))
}

/// A sentence and, where several articles are compared, how the others stand to it.
fn sentence_of(
    page: &Page<'_>,
    article: usize,
    report: &Report,
    index: usize,
    sentence: &Sentence,
    open: bool,
) -> Element {
    let standing = report.standing.get(index);
    let mut others: Vec<usize> =
        standing.map_or(&[][..], |standing| &standing.same).iter().map(|passage| passage.article).collect();
    others.order();
    others.dedup();
    let conflicts = standing.is_some_and(|standing| !standing.conflicts.is_empty());
    let class = match (conflicts, others.is_empty()) {
        (true, _) => "differs",
        (false, false) => "same",
        (false, true) => "alone",
    };
    let story = page.in_story(article);
    let words = page.with_disputes(Passage::new(article, sentence.span));
    let span = element("span")
        .class(["sentence ", class].concat())
        .part(["sentence ", class].concat())
        .attribute("id", sentence_id(story, sentence.span.start))
        .attribute("tabindex", "-1")
        .children(words);
    if page.articles() < 2 {
        return span;
    }
    let mark: [Node; 2] = match class {
        "differs" => [sign("≠").into(), text(page.messages.get("read.differs"))],
        "same" => [sign("=").into(), text(page.messages.count("read.same", others.len()))],
        _ => [sign("·").into(), text(page.messages.get("read.alone"))],
    };
    let tag = if class == "alone" { "span" } else { "button" };
    let tag =
        element(tag).class(["stance ", class].concat()).part("stance").attribute("lang", page.messages.get("lang"));
    let tag = if class == "alone" {
        tag
    } else {
        tag.attribute("type", "button")
            .attribute("aria-expanded", if open { "true" } else { "false" })
            .act(["beside", &story.to_string(), &sentence.span.start.to_string()].join(":"))
    };
    span.child(text(" ")).child(tag.children(mark))
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
