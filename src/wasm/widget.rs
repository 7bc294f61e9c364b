//! What the custom element drives: a story with its state, drawn below a node of the page.
//!
//! A story is read one article at a time, so that the page can show how far it is and go on with other work in between:
//! [`Widget::new`], [`Widget::read`] until nothing is waiting, then [`Widget::show`].

use js_sys::{Function, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{
    analysis::Analysis,
    error::{Error, ErrorKind},
    options::Options,
    pipeline::Readings,
    reading::Reading,
    story::{Article, Story},
    view::{
        beside,
        messages::Messages,
        source::{Source, sources},
        state::{Action, Effect, State},
        status, view,
    },
    wasm::{exports::thrown, input, painter::Painter, transfer},
};

/// A story that is shown and operated below a node of the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    /// Articles that are still to be read, the next one last.
    waiting: Vec<Article>,
    readings: Readings,
    analysis: Analysis,
    sources: Vec<Source>,
    state: State,
    /// What was removed last, with its position.
    removed: Option<(String, Reading)>,
    messages: Messages,
    painter: Painter,
}

#[wasm_bindgen]
impl Widget {
    /// Checks the story, to be read and compared, and shown below `root`, which is empty. `words` is the message file of a
    /// language other than English, and `format` writes its numbers, dates and lists.
    ///
    /// @throws {CrossreadError} with a `code` where the story cannot be read at all.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        #[wasm_bindgen(unchecked_param_type = "Story")] story: &JsValue,
        words: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "(what: string, value: string) => string")] format: Option<
            Function,
        >,
    ) -> Result<Self, JsValue> {
        let mut story =
            input::story(story).and_then(|story| story.check().map(|()| story)).map_err(|error| thrown(&error))?;
        let homeless = || thrown(&Error::new(ErrorKind::Internal, "the node to draw below belongs to no document"));
        story.articles.reverse();
        Ok(Self {
            state: State::new(story.articles.len()),
            painter: Painter::new(root).ok_or_else(homeless)?,
            readings: Readings::titled(story.title),
            waiting: story.articles,
            messages: messages(words, format),
            analysis: Analysis::default(),
            sources: Vec::new(),
            removed: None,
        })
    }

    /// How many articles are still to be read.
    #[wasm_bindgen(getter)]
    pub fn waiting(&self) -> u32 {
        self.waiting.len() as u32
    }

    /// Reads the next article.
    pub fn read(&mut self) {
        if let Some(article) = self.waiting.pop() {
            self.readings.read(&article);
        }
    }

    /// Compares what was read, and draws the comparison. `state` is what [`Widget::state`] gave, for the same story.
    pub fn show(&mut self, state: Option<String>) -> Result<(), JsValue> {
        self.state.restore(state.as_deref().unwrap_or_default());
        self.compare();
        self.paint()
    }

    /// Says everything in another language; see the constructor.
    pub fn speak(
        &mut self,
        words: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "(what: string, value: string) => string")] format: Option<
            Function,
        >,
    ) -> Result<(), JsValue> {
        self.messages = messages(words, format);
        self.name_sources();
        self.paint()
    }

    /// Reads one more article, which the reader has added.
    ///
    /// @throws {CrossreadError} with a `code` where it cannot be read.
    pub fn add(&mut self, #[wasm_bindgen(unchecked_param_type = "Article")] article: &JsValue) -> Result<(), JsValue> {
        let article = input::article(article, "article").map_err(|error| thrown(&error))?;
        self.readings.add(&article).map_err(|error| thrown(&error))?;
        self.removed = None;
        self.state.add();
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
    /// Returns the id of the part of the page that is to have the focus, where it is to move.
    pub fn act(&mut self, action: &str) -> Result<Option<String>, JsValue> {
        let Some(action) = Action::parse(action) else { return Ok(None) };
        let Effect { compare, focus, remove, put_back } = self.state.apply(action);
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
            self.compare();
        }
        self.paint()?;
        Ok(focus)
    }

    /// Draws below `card`, which is empty, what the others say beside a sentence, as its control's `data-act` names it.
    pub fn beside(&self, card: web_sys::Element, action: &str) -> Result<(), JsValue> {
        let (Some(Action::Beside(article, start)), Some(mut painter)) = (Action::parse(action), Painter::new(card))
        else {
            return Ok(());
        };
        painter.paint(beside(&self.analysis, &self.sources, &self.state, &self.messages, (article, start)))
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

    /// Compares the ticked articles.
    fn compare(&mut self) {
        self.name_sources();
        self.analysis = self.readings.compare(&self.state.selection(), &Options::default());
    }

    fn name_sources(&mut self) {
        let documents = (0..self.readings.len()).filter_map(|index| Some(&self.readings.get(index)?.document));
        self.sources = sources(documents, &self.messages);
    }

    fn paint(&mut self) -> Result<(), JsValue> {
        self.painter.paint(view(&self.analysis, &self.sources, &self.state, &self.messages))
    }
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
