//! What every section needs: the analysis with the outlets, the choices and the words, and the pieces that recur.

use super::{
    evidence,
    messages::Messages,
    node::{Element, Node, element, text},
    source::Source,
    state::State,
};
use crate::{
    analysis::Analysis,
    document::Document,
    fact::{Fact, Verdict},
    order::Order,
    span::{Passage, Span},
};

/// The analysis with everything that is needed to show it.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// What was found.
    pub analysis: &'a Analysis,
    /// All of the story's articles, ticked or not.
    pub sources: &'a [Source],
    /// What the reader has chosen.
    pub state: &'a State,
    /// The words.
    pub messages: &'a Messages,
    /// For each article of the analysis, its position in the story.
    selection: Vec<usize>,
}

impl<'a> Page<'a> {
    pub fn new(analysis: &'a Analysis, sources: &'a [Source], state: &'a State, messages: &'a Messages) -> Self {
        Self { analysis, sources, state, messages, selection: state.selection() }
    }

    /// The position in the story of the analysis' article.
    pub fn in_story(&self, article: usize) -> usize {
        self.selection.get(article).copied().unwrap_or(article)
    }

    /// The position in the analysis of the story's article.
    pub fn in_analysis(&self, story: usize) -> Option<usize> {
        self.selection.iter().position(|&own| own == story)
    }

    /// The outlet of the analysis' article.
    pub fn source(&self, article: usize) -> Option<&'a Source> {
        self.sources.get(self.in_story(article))
    }

    /// The outlet's name.
    pub fn name(&self, article: usize) -> &'a str {
        self.source(article).map_or("", |source| &source.name)
    }

    /// The analysis' article.
    pub fn document(&self, article: usize) -> Option<&'a Document> {
        self.analysis.articles.get(article).map(|report| &report.document)
    }

    /// The words at the passage.
    pub fn words(&self, passage: Passage) -> &'a str {
        self.document(passage.article).map_or("", |document| document.slice(passage.span))
    }

    /// How many articles are compared.
    pub fn articles(&self) -> usize {
        self.analysis.articles.len()
    }

    /// The facts with that verdict.
    pub fn facts(&self, verdict: Verdict) -> impl Iterator<Item = &'a Fact> {
        self.analysis.facts.iter().filter(move |fact| fact.verdict == verdict)
    }

    /// How many independent texts there are.
    pub fn texts(&self) -> usize {
        let mut texts = self.analysis.texts.clone();
        texts.order();
        texts.dedup();
        texts.len()
    }

    /// Words inside a passage over which the articles differ, with the fact: in order, without overlap.
    pub fn disputed(&self, within: Passage) -> Vec<(Span, &'a Fact)> {
        let mut found: Vec<(Span, &Fact)> = self
            .facts(Verdict::Conflict)
            .flat_map(|fact| {
                fact.positions.iter().flat_map(|position| &position.claims).map(move |claim| (claim, fact))
            })
            .filter(|(claim, _)| claim.passage.article == within.article && within.span.contains(claim.passage.span))
            .map(|(claim, fact)| (claim.passage.span, fact))
            .collect();
        found.order_by_key(|(span, _)| *span);
        let mut end = 0;
        found.retain(|(span, _)| {
            let apart = span.start >= end && !span.is_empty();
            if apart {
                end = span.end;
            }
            apart
        });
        found
    }

    /// A section with its heading, a line that says what it is, and what stands in it. `name` is its id, class and part.
    pub fn section(
        &self,
        name: &'static str,
        title: &str,
        about: &str,
        body: impl IntoIterator<Item = Node>,
    ) -> Element {
        let heading = [name, "-title"].concat();
        let rail = element("header")
            .class("rail")
            .child(element("h3").class("title").part("section-title").attribute("id", heading.clone()).text(title))
            .maybe((!about.is_empty()).then(|| element("p").class("about").text(about)));
        element("section")
            .class(["section ", name].concat())
            .part(["section ", name].concat())
            .attribute("id", name)
            .attribute("tabindex", "-1")
            .attribute("aria-labelledby", heading)
            .key(name)
            .child(rail)
            .child(element("div").class("body").children(body))
    }

    /// The outlet's initials, which stand beside its name or, where `alone`, for it.
    pub fn mark(&self, article: usize, alone: bool) -> Node {
        let Some(source) = self.source(article) else { return text("") };
        let mark = element("span").class("initials").part("mark");
        match alone {
            true => mark
                .attribute("title", source.name.clone())
                .child(element("span").attribute("aria-hidden", "true").text(source.mark.clone()))
                .child(hidden(&source.name)),
            false => mark.attribute("aria-hidden", "true").text(source.mark.clone()),
        }
        .into()
    }

    /// The outlet's initials and name.
    pub fn outlet(&self, article: usize) -> Element {
        element("span")
            .class("outlet")
            .part("outlet")
            .child(self.mark(article, false))
            .child(element("span").class("name").attribute("dir", "auto").text(self.name(article)))
    }

    /// The action that opens these words as evidence under `anchor`.
    pub fn open(&self, anchor: &str, passage: Passage) -> String {
        let [article, start, end] =
            [self.in_story(passage.article), passage.span.start, passage.span.end].map(|number| number.to_string());
        ["open", anchor, &article, &start, &end].join(":")
    }

    /// Whether these words are open under `anchor`.
    pub fn is_open(&self, anchor: &str, passage: Passage) -> bool {
        self.state.open.as_ref().is_some_and(|open| {
            open.anchor == anchor && open.article == self.in_story(passage.article) && open.span == passage.span
        })
    }

    /// A button with the outlet's name that opens its words as evidence under `anchor`.
    pub fn opener(&self, anchor: &str, passage: Passage) -> Element {
        element("button")
            .class("opener")
            .part("evidence-button")
            .attribute("type", "button")
            .attribute("aria-expanded", if self.is_open(anchor, passage) { "true" } else { "false" })
            .act(self.open(anchor, passage))
            .child(self.outlet(passage.article))
            .child(hidden(self.messages.get("evidence.show")))
    }

    /// The evidence that is open under `anchor`, if any is.
    pub fn evidence(&self, anchor: &str) -> Option<Element> {
        let open = self.state.open.as_ref().filter(|open| open.anchor == anchor)?;
        evidence::panel(self, Passage::new(self.in_analysis(open.article)?, open.span))
    }

    /// An article's own words: in its language and direction.
    pub fn own_words(&self, tag: &'static str, article: usize, children: impl IntoIterator<Item = Node>) -> Element {
        let lang = self.document(article).map_or("", |document| document.lang.as_str());
        let own = element(tag).attribute("dir", "auto");
        let own = if lang.is_empty() || lang == "und" { own } else { own.attribute("lang", lang) };
        own.children(children)
    }

    /// The words at `passage` with what is disputed in them marked; activating a mark goes to where it is explained.
    pub fn with_disputes(&self, passage: Passage) -> Vec<Node> {
        let disputed = self.disputed(passage);
        let marks = disputed.iter().map(|(span, fact)| {
            let label = self.messages.get("mark.differs");
            let mark = move |words: &str| {
                element("mark")
                    .class("disputed")
                    .part("disputed")
                    .attribute("role", "button")
                    .attribute("tabindex", "0")
                    .attribute("title", label)
                    .act(["go:fact-", &fact.id].concat())
                    .text(words)
                    .into()
            };
            (*span, mark)
        });
        self.marked(passage, marks)
    }

    /// The words at `passage`, with a node in place of each of `marks`, which are in order and do not overlap.
    pub fn marked(
        &self,
        passage: Passage,
        marks: impl IntoIterator<Item = (Span, impl FnOnce(&str) -> Node)>,
    ) -> Vec<Node> {
        let Some(document) = self.document(passage.article) else { return Vec::new() };
        let (mut nodes, mut at) = (Vec::new(), passage.span.start);
        for (span, mark) in marks {
            if span.start < at || span.end > passage.span.end || span.is_empty() {
                continue;
            }
            if span.start > at {
                nodes.push(text(document.slice(Span::new(at, span.start))));
            }
            nodes.push(mark(document.slice(span)));
            at = span.end;
        }
        if at < passage.span.end {
            nodes.push(text(document.slice(Span::new(at, passage.span.end))));
        }
        nodes
    }

    /// The outlets' names as a list.
    pub fn names(&self, articles: &[usize]) -> String {
        let names: Vec<&str> = articles.iter().map(|&article| self.name(article)).collect();
        self.messages.list(&names)
    }

    /// A button that shows a list to its end, where it has more than is shown at first.
    pub fn unfolder(&self, list: &str, total: usize, first: usize) -> Option<Element> {
        let open = self.state.unfolded.contains(list);
        (total > first).then(|| {
            let label = if open {
                self.messages.get("list.fewer").to_owned()
            } else {
                self.messages.fill("list.all", &[("count", &self.messages.number(total))])
            };
            element("button")
                .class("more")
                .part("button")
                .attribute("type", "button")
                .attribute("aria-expanded", if open { "true" } else { "false" })
                .act(["unfold:", list].concat())
                .text(label)
        })
    }

    /// How many of a list are shown.
    pub fn shown(&self, list: &str, first: usize) -> usize {
        if self.state.unfolded.contains(list) { usize::MAX } else { first }
    }
}

/// Words for those who listen.
pub fn hidden(words: &str) -> Element {
    element("span").class("hidden").text(words)
}

/// A sign that a word beside it explains.
pub fn sign(sign: &str) -> Element {
    element("span").class("sign").attribute("aria-hidden", "true").text(sign)
}
