//! What every section needs: the analysis with the outlets, the choices and the words, and the pieces that recur.

use super::{evidence, messages::Messages, source::Source, state::State, tree::Tree};
use crate::{
    analysis::Analysis,
    date::Moment,
    document::Document,
    fact::{Evidence, Fact, Verdict},
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
    pub fn facts(&self, verdict: Verdict) -> impl Iterator<Item = &'a Fact> + use<'a> {
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

    /// Day and time of day.
    pub fn time(&self, out: &mut Tree, moment: Moment) {
        out.open("time");
        out.set("datetime", &moment.date.to_string());
        out.text(&self.messages.moment(moment));
        out.close();
    }

    /// The articles in which the passages stand, each once, in order.
    pub fn articles_of(passages: impl IntoIterator<Item = Passage>) -> Vec<usize> {
        let mut articles: Vec<usize> = passages.into_iter().map(|passage| passage.article).collect();
        articles.order();
        articles.dedup();
        articles
    }

    /// The outlet's initials, which stand beside its name or, where `alone`, for it.
    pub fn mark(&self, out: &mut Tree, article: usize, alone: bool) {
        let Some(source) = self.source(article) else { return };
        if alone {
            out.open("span");
            out.set("title", &source.name);
            out.leaf("span .initials !mark aria-hidden=true", &source.mark);
            out.leaf("span .hidden", &source.name);
            out.close();
        } else {
            out.leaf("span .initials !mark aria-hidden=true", &source.mark);
        }
    }

    /// The outlet's initials and name.
    pub fn outlet(&self, out: &mut Tree, article: usize) {
        out.open("span +outlet");
        self.mark(out, article, false);
        out.leaf("span .name dir=auto", self.name(article));
        out.close();
    }

    /// The outlet, which is named without its date, and the date.
    pub fn outlet_and_time(&self, out: &mut Tree, article: usize) {
        let Some(source) = self.source(article) else { return };
        out.open("span +outlet");
        self.mark(out, article, false);
        out.leaf("span .name dir=auto", if source.published.is_some() { &source.outlet } else { &source.name });
        out.close();
        if let Some(published) = source.published {
            self.time(out, published);
        }
    }

    /// The action that opens these words as evidence under `anchor`.
    pub fn open(&self, out: &mut Tree, anchor: &str, passage: Passage) {
        let [article, start, end] =
            [self.in_story(passage.article), passage.span.start, passage.span.end].map(|number| number.to_string());
        out.act(&["open", anchor, &article, &start, &end]);
    }

    /// Whether these words are open under `anchor`.
    pub fn is_open(&self, anchor: &str, passage: Passage) -> bool {
        self.state.open.as_ref().is_some_and(|open| {
            open.anchor == anchor && open.article == self.in_story(passage.article) && open.span == passage.span
        })
    }

    /// A button that opens words as evidence under `anchor`; what stands in it is added, and it is closed, by the caller.
    pub fn opener(&self, out: &mut Tree, what: &'static str, anchor: &str, passage: Passage) {
        out.open(what);
        out.expanded(self.is_open(anchor, passage));
        self.open(out, anchor, passage);
    }

    /// A button with the outlet's name that opens its words as evidence under `anchor`.
    pub fn outlet_opener(&self, out: &mut Tree, anchor: &str, passage: Passage) {
        self.opener(out, "button .opener !evidence-button", anchor, passage);
        self.outlet(out, passage.article);
        out.leaf("span .hidden", self.messages.get("evidence.show"));
        out.close();
    }

    /// The same with nothing but the outlet's initials to be seen.
    pub fn mark_opener(&self, out: &mut Tree, anchor: &str, passage: Passage) {
        self.opener(out, "button .opener !evidence-button", anchor, passage);
        self.mark(out, passage.article, true);
        out.leaf("span .hidden", self.messages.get("evidence.show"));
        out.close();
    }

    /// The evidence that is open under `anchor`, if any is.
    pub fn evidence(&self, out: &mut Tree, anchor: &str) {
        let open = self.state.open.as_ref().filter(|open| open.anchor == anchor);
        if let Some((article, open)) = open.and_then(|open| Some((self.in_analysis(open.article)?, open))) {
            evidence::panel(self, out, &[Passage::new(article, open.span)]);
        }
    }

    /// An element for an article's own words, in its language and direction. The caller closes it.
    pub fn own(&self, out: &mut Tree, what: &'static str, article: usize) {
        let lang = self.document(article).map_or("", |document| document.lang.as_str());
        out.open(what);
        out.set("dir", "auto");
        if !lang.is_empty() && lang != "und" {
            out.set("lang", lang);
        }
    }

    /// The words at `passage`, which can be opened as evidence under `anchor`, with what is disputed in them marked.
    pub fn quoted(&self, out: &mut Tree, what: &'static str, anchor: &str, passage: Passage) {
        self.own(out, what, passage.article);
        self.open(out, anchor, passage);
        self.with_disputes(out, passage);
        out.close();
    }

    /// The sentence of some words, which are marked in it, to be opened as evidence under `anchor`.
    pub fn said(&self, out: &mut Tree, anchor: &str, evidence: &Evidence) {
        let own = evidence.passage;
        let whole = Passage::new(own.article, evidence.sentence.cover(own.span));
        self.own(out, "q", own.article);
        self.open(out, anchor, own);
        self.marked(out, whole, &[(own.span, None)]);
        out.close();
    }

    /// The words at `passage` with what is disputed in them marked; activating a mark goes to where it is explained.
    pub fn with_disputes(&self, out: &mut Tree, passage: Passage) {
        let disputed = self.disputed(passage);
        let marks: Vec<_> = disputed.into_iter().map(|(span, fact)| (span, Some(fact))).collect();
        self.marked(out, passage, &marks);
    }

    /// The words at `passage` with `marks` in them, which are in order and do not overlap: with a fact, what is disputed;
    /// without, what it is about. A mark over all of it is none.
    pub fn marked(&self, out: &mut Tree, passage: Passage, marks: &[(Span, Option<&Fact>)]) {
        let Some(document) = self.document(passage.article) else { return };
        let mut at = passage.span.start;
        for (span, fact) in marks {
            let whole = fact.is_none() && *span == passage.span;
            if whole || span.start < at || span.end > passage.span.end || span.is_empty() {
                continue;
            }
            if span.start > at {
                out.text(document.slice(Span::new(at, span.start)));
            }
            at = span.end;
            if let Some(fact) = fact {
                out.open("mark +disputed role=button tabindex=0");
                out.set("title", self.messages.get("mark.differs"));
                out.act(&["go", &["fact-", &fact.id].concat()]);
            } else {
                out.open("mark .words !words");
            }
            out.text(document.slice(*span));
            out.close();
        }
        if at < passage.span.end {
            out.text(document.slice(Span::new(at, passage.span.end)));
        }
    }

    /// The outlets' names as a list.
    pub fn names(&self, articles: &[usize]) -> String {
        let names: Vec<&str> = articles.iter().map(|&article| self.name(article)).collect();
        self.messages.list(&names)
    }

    /// A button with a text, and a sign where `icon` is not empty.
    pub fn button(&self, out: &mut Tree, what: &'static str, act: &[&str], icon: &'static str, label: &str) {
        out.open(what);
        out.act(act);
        if !icon.is_empty() {
            out.icon(icon);
        }
        out.text(label);
        out.close();
    }

    /// A button that leads to the card of a difference.
    pub fn to_difference(&self, out: &mut Tree, fact: &Fact, label: &str) {
        self.button(out, "button .differs !differs-button", &["go", &["fact-", &fact.id].concat()], "differs", label);
    }

    /// A button that shows a list to its end, where it has more than is shown at first.
    pub fn unfolder(&self, out: &mut Tree, list: &str, total: usize, first: usize) {
        if total <= first {
            return;
        }
        let open = self.state.unfolded.contains(list);
        out.open("button .more !button");
        out.expanded(open);
        out.act(&["unfold", list]);
        if open {
            out.text(self.messages.get("list.fewer"));
        } else {
            out.text(&self.messages.fill("list.all", &[("count", &self.messages.number(total))]));
        }
        out.close();
    }

    /// How many of a list are shown.
    pub fn shown(&self, list: &str, first: usize) -> usize {
        if self.state.unfolded.contains(list) { usize::MAX } else { first }
    }

    /// Choices in a line, of which one is taken: each a value, its name and whether it is taken.
    pub fn radios(&self, out: &mut Tree, name: &'static str, label: &str, choices: &[(&str, &str, bool)]) {
        out.open("fieldset +choice");
        out.key(name);
        out.leaf("legend .hidden", label);
        for (value, label, taken) in choices {
            out.open("label");
            out.open("input type=radio");
            out.set("name", name);
            out.set("value", value);
            out.act(&[name, value]);
            out.flag("checked", *taken);
            out.close();
            out.leaf("span", label);
            out.close();
        }
        out.close();
    }

    /// A list of choices of which one is taken.
    pub fn select(&self, out: &mut Tree, name: &'static str, label: &str, choices: &[(String, &str, bool)]) {
        out.open("label .select");
        out.leaf("span", label);
        out.open("select !select");
        out.act(&[name]);
        for (value, label, taken) in choices {
            out.open("option");
            out.set("value", value);
            out.flag("selected", *taken);
            out.text(label);
            out.close();
        }
        out.close_all(2);
    }
}
