//! What the custom element drives: a story with its state, drawn below a node of the page.

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{
    analysis::Analysis,
    error::{Error, ErrorKind},
    options::Options,
    pipeline::Readings,
    view::{
        beside,
        messages::Messages,
        source::{Source, sources},
        state::{Action, State},
        view,
    },
    wasm::{exports::thrown, input, painter::Painter, transfer},
};

/// A story that is shown and operated below a node of the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    readings: Readings,
    analysis: Analysis,
    sources: Vec<Source>,
    state: State,
    messages: Messages,
    painter: Painter,
}

#[wasm_bindgen]
impl Widget {
    /// Reads and compares the story, and draws the comparison below `root`, which is empty.
    ///
    /// @throws {CrossreadError} with a `code` where the story cannot be read at all.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::Element,
        #[wasm_bindgen(unchecked_param_type = "Story")] story: &JsValue,
        lang: Option<String>,
    ) -> Result<Self, JsValue> {
        let readings = input::story(story).and_then(|story| Readings::of(&story)).map_err(|error| thrown(&error))?;
        let homeless = || thrown(&Error::new(ErrorKind::Internal, "the node to draw below belongs to no document"));
        let messages = Messages::of(lang.as_deref().unwrap_or("en"));
        let documents = (0..readings.len()).filter_map(|index| Some(&readings.get(index)?.document));
        let mut widget = Self {
            sources: sources(documents, &messages),
            state: State::new(readings.len()),
            analysis: Analysis::default(),
            painter: Painter::new(root).ok_or_else(homeless)?,
            readings,
            messages,
        };
        widget.compare();
        widget.paint()?;
        Ok(widget)
    }

    /// Does what a control asks for, as its `data-act` says it. What is no action, or no longer possible, is ignored.
    /// Returns the id of the part of the page that is to have the focus, where it is to move.
    pub fn act(&mut self, action: &str) -> Result<Option<String>, JsValue> {
        let Some(action) = Action::parse(action) else { return Ok(None) };
        let effect = self.state.apply(action);
        if effect.compare {
            self.compare();
        }
        self.paint()?;
        Ok(effect.focus)
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

    fn compare(&mut self) {
        self.analysis = self.readings.compare(&self.state.selection(), &Options::default());
    }

    fn paint(&mut self) -> Result<(), JsValue> {
        self.painter.paint(view(&self.analysis, &self.sources, &self.state, &self.messages))
    }
}
