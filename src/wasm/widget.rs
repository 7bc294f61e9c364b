//! What the custom element drives: a story with its state, and what is to be drawn of it.
//!
//! A story is read one article at a time, so that the page can show how far it is and go on with other work in between:
//! [`Widget::new`], [`Widget::read`] until nothing is waiting, then [`Widget::draw`]. Nothing here touches a page: what is
//! drawn goes out as [steps](crate::view::patch), since the page may be in another thread.

use js_sys::{Function, Object, Reflect, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{
    analysis::{Analysis, Report},
    date::Moment,
    document::Document,
    options::Options,
    pipeline::Readings,
    reading::Reading,
    story::{Article, Story},
    view::{
        beside, heading,
        messages::Messages,
        node::{ATTRIBUTES, Node, TAGS},
        outline,
        patch::{Patch, patch},
        source::{Source, sources},
        state::{Action, Effect, State},
        status, view, whole_grid,
    },
    wasm::{exports::thrown, input, transfer},
};

/// A story that is shown and operated.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    /// Articles that are still to be read, the next one last.
    waiting: Vec<Article>,
    readings: Readings,
    analysis: Analysis,
    /// Whether the articles that are ticked are others than those of `analysis`.
    stale: bool,
    sources: Vec<Source>,
    state: State,
    /// What was removed last, with its position.
    removed: Option<(String, Reading)>,
    messages: Messages,
    /// What stands on the page.
    drawn: Option<Node>,
}

#[wasm_bindgen]
impl Widget {
    /// Checks the story, to be read and compared. `words` is the message file of a language other than English, and
    /// `format` writes its numbers, dates and lists.
    ///
    /// @throws {CrossreadError} with a `code` where the story cannot be read at all.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Story")] story: &JsValue,
        words: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "(what: string, value: string) => string")] format: Option<
            Function,
        >,
    ) -> Result<Self, JsValue> {
        let mut story =
            input::story(story).and_then(|story| story.check().map(|()| story)).map_err(|error| thrown(&error))?;
        story.articles.reverse();
        Ok(Self {
            state: State::new(story.articles.len()),
            readings: Readings::titled(story.title.clone()),
            analysis: Analysis { title: story.title, ..Analysis::default() },
            waiting: story.articles,
            messages: messages(words, format),
            stale: true,
            sources: Vec::new(),
            removed: None,
            drawn: None,
        })
    }

    /// The names that a drawing's numbers stand for: the tags on one line, the attributes on the next.
    #[must_use]
    pub fn names() -> String {
        [TAGS.join(" "), ATTRIBUTES.join(" ")].join("\n")
    }

    /// How many articles are still to be read.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn waiting(&self) -> u32 {
        self.waiting.len() as u32
    }

    /// Reads the next article.
    pub fn read(&mut self) {
        if let Some(article) = self.waiting.pop() {
            self.readings.read(&article);
        }
    }

    /// Makes the choices that [`Widget::state`] gave, for the same story.
    pub fn restore(&mut self, state: &str) {
        self.state.restore(state);
        self.stale = true;
    }

    /// What is to be done to what was drawn last so that it shows what there is now; where nothing was, or `anew`, to an
    /// empty page. While articles are waiting, only what was given of them is shown.
    #[wasm_bindgen(unchecked_return_type = "Drawing")]
    pub fn draw(&mut self, anew: bool) -> Result<JsValue, JsValue> {
        let tree = if self.waiting.is_empty() {
            self.compare();
            view(&self.analysis, &self.sources, &self.state, &self.messages)
        } else {
            let given = self.waiting.iter().rev().map(given).collect();
            let story = Analysis { articles: given, title: self.analysis.title.clone(), ..Analysis::default() };
            let sources = sources(story.articles.iter().map(|report| &report.document), &self.messages);
            outline(&story, &sources, &self.state, &self.messages)
        };
        let patch = patch(self.drawn.as_ref().filter(|_| !anew), &tree);
        self.drawn = Some(tree);
        drawing(&patch)
    }

    /// Says everything in another language; see the constructor.
    pub fn speak(
        &mut self,
        words: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "(what: string, value: string) => string")] format: Option<
            Function,
        >,
    ) {
        self.messages = messages(words, format);
        self.name_sources();
    }

    /// Reads one more article, which the reader has added.
    ///
    /// @throws {CrossreadError} with a `code` where it cannot be read.
    pub fn add(&mut self, #[wasm_bindgen(unchecked_param_type = "Article")] article: &JsValue) -> Result<(), JsValue> {
        let article = input::article(article, "article").map_err(|error| thrown(&error))?;
        self.readings.add(&article).map_err(|error| thrown(&error))?;
        self.removed = None;
        self.state.add();
        self.name_sources();
        self.stale = true;
        Ok(())
    }

    /// What is found out about an article before it is added: its outlet, headline, address, date and language where its
    /// page says them, and its text.
    ///
    /// @throws {CrossreadError} with a `code` where it cannot be read.
    #[wasm_bindgen(unchecked_return_type = "Article")]
    pub fn inspect(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Article")] article: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let story =
            Story { title: None, articles: vec![input::article(article, "article").map_err(|error| thrown(&error))?] };
        let readings = Readings::of(&story).map_err(|error| thrown(&error))?;
        let found = Object::new();
        if let Some(reading) = readings.get(0) {
            let document = &reading.document;
            let published = document.published.map(|moment| moment.date.to_string());
            let text = Some(document.text.clone()).filter(|text| !text.is_empty());
            for (name, value) in [
                ("source", &document.source),
                ("title", &document.title),
                ("url", &document.url),
                ("published", &published),
                ("text", &text),
            ] {
                if let Some(value) = value {
                    Reflect::set(&found, &name.into(), &JsValue::from_str(value))?;
                }
            }
        }
        Ok(found.into())
    }

    /// Does what a control asks for, as its `data-act` says it. What is no action, or no longer possible, is ignored.
    /// Returns the id of the part of the page that is to have the focus, once it is drawn, where it is to move.
    pub fn act(&mut self, action: &str) -> Option<String> {
        let Effect { compare, focus, remove, put_back } = self.state.apply(Action::parse(action)?);
        if let Some(article) = remove {
            if let (Some(removed), Some(source)) = (&mut self.state.removed, self.sources.get(article)) {
                removed.name.clone_from(&source.name);
            }
            self.removed = self.readings.take(article);
        }
        if let Some((article, taken)) = put_back.zip(self.removed.take_if(|_| put_back.is_some())) {
            self.readings.put(article, taken);
        }
        if compare {
            self.name_sources();
            self.stale = true;
        }
        focus
    }

    /// What the others say beside a sentence, as its control's `data-act` names it, to be drawn on an empty card.
    #[wasm_bindgen(unchecked_return_type = "Drawing | null")]
    pub fn beside(&self, action: &str) -> Result<JsValue, JsValue> {
        let Some(Action::Beside(article, start)) = Action::parse(action) else { return Ok(JsValue::NULL) };
        let card = beside(&self.analysis, &self.sources, &self.state, &self.messages, (article, start));
        drawing(&patch(None, &card))
    }

    /// The grid with all rows, to be drawn on an empty node.
    #[wasm_bindgen(unchecked_return_type = "Drawing")]
    pub fn grid(&self) -> Result<JsValue, JsValue> {
        drawing(&patch(None, &whole_grid(&self.analysis, &self.sources, &self.state, &self.messages)))
    }

    /// What the facts of the analysis are about, as headings in the reader’s language, in their order.
    #[must_use]
    pub fn labels(&self) -> Vec<String> {
        self.analysis.facts.iter().map(|fact| heading(&fact.label, &self.messages)).collect()
    }

    /// What was found in the articles that are ticked.
    #[wasm_bindgen(getter, unchecked_return_type = "Analysis")]
    pub fn analysis(&self) -> Result<JsValue, JsValue> {
        transfer::Analysis::from(&self.analysis).serialize(&Serializer::json_compatible()).map_err(JsValue::from)
    }

    /// The evidence that is open: the outlet, its address and the words; `null` where none is.
    #[wasm_bindgen(getter, unchecked_return_type = "{ source: string; url: string | null; words: string } | null")]
    pub fn opened(&self) -> Result<JsValue, JsValue> {
        let open = self.state.open.as_ref();
        let Some((open, source)) = open.and_then(|open| Some((open, self.sources.get(open.article)?))) else {
            return Ok(JsValue::NULL);
        };
        let words = self.readings.get(open.article).map_or("", |reading| reading.document.slice(open.span));
        let url = source.url.as_deref().map_or(JsValue::NULL, JsValue::from_str);
        let opened = Object::new();
        Reflect::set(&opened, &"source".into(), &JsValue::from_str(&source.name))?;
        Reflect::set(&opened, &"url".into(), &url)?;
        Reflect::set(&opened, &"words".into(), &JsValue::from_str(words))?;
        Ok(opened.into())
    }

    /// The outlets of the articles that are ticked, as the page names them.
    #[wasm_bindgen(getter)]
    pub fn sources(&self) -> Vec<String> {
        let named = |article: usize| self.sources.get(article).map(|source| source.name.clone());
        self.state.selection().into_iter().filter_map(named).collect()
    }

    /// What the reader has chosen, as a short text; empty where nothing is.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        self.state.written()
    }

    /// What was compared and found, in one sentence.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> String {
        status(&self.analysis, &self.sources, &self.state, &self.messages)
    }

    /// The message of that key, in the form that goes with `count` where one is given.
    pub fn message(&self, key: &str, count: Option<u32>) -> String {
        match count {
            Some(count) => self.messages.count(key, count as usize),
            None => self.messages.get(key).to_owned(),
        }
    }

    /// Compares the ticked articles, unless that is done.
    fn compare(&mut self) {
        if self.stale {
            self.stale = false;
            self.name_sources();
            self.analysis = self.readings.compare(&self.state.selection(), &Options::default());
        }
    }

    fn name_sources(&mut self) {
        let documents = (0..self.readings.len()).filter_map(|index| Some(&self.readings.get(index)?.document));
        self.sources = sources(documents, &self.messages);
    }
}

/// A drawing for whoever has the page's nodes: `{ steps, texts }`.
fn drawing(patch: &Patch) -> Result<JsValue, JsValue> {
    let drawing = Object::new();
    Reflect::set(&drawing, &"steps".into(), &Uint32Array::from(patch.steps.as_slice()))?;
    Reflect::set(&drawing, &"texts".into(), &JsValue::from_str(&patch.texts))?;
    Ok(drawing.into())
}

/// What was given of an article, before it is read.
fn given(article: &Article) -> Report {
    let document = Document {
        source: article.source.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        published: article.published.as_deref().and_then(Moment::parse),
        ..Document::default()
    };
    Report { document, ..Report::default() }
}

/// The words of another language, or of English where there are none.
pub fn messages(words: Option<String>, format: Option<Function>) -> Messages {
    let Some((words, format)) = words.zip(format) else { return Messages::default() };
    let format = move |what: &str, value: &str| {
        let written = format.call2(&JsValue::NULL, &JsValue::from_str(what), &JsValue::from_str(value));
        written.ok().and_then(|written| written.as_string()).unwrap_or_else(|| value.to_owned())
    };
    Messages::new(&words, Box::new(format))
}
