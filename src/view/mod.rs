//! What the reader sees: a plain tree of elements and texts, made from an analysis.
//!
//! May use: nouns and the lexicon. All words that the reader sees stand in one message file a language.
//! Two backends draw the tree: [`html`](fn@html) as a string, and [`patch`](fn@patch::patch) as steps that a page follows.

pub mod messages;
pub mod node;
pub mod patch;
pub mod source;
pub mod state;
pub mod tree;

mod difference;
mod evidence;
mod html;
mod page;
mod sections;
mod values;

pub use html::{ahead, html};
pub use values::{heading, label};

use self::{
    messages::Messages,
    node::Node,
    page::Page,
    source::{Source, sources_of, text_fragment},
    state::{Action, State},
    tree::Tree,
};
use crate::{analysis::Analysis, options::SummaryLength};

/// The page of `analysis`, which compares the ticked ones of the story's articles. `sources` are all of the story's.
#[must_use]
pub fn view(analysis: &Analysis, sources: &[Source], state: &State, messages: &Messages) -> Node {
    let page = Page::new(analysis, sources, state, messages);
    let mut out = Tree::new("div +page");
    out.set("lang", messages.get("lang"));
    out.set("dir", messages.get("dir"));
    sections::all(&page, &mut out);
    out.finish()
}

/// The page while the articles are read: its header, in which the counts are still open. `analysis` has the articles with
/// what was given of them, and nothing that was found.
#[must_use]
pub fn outline(analysis: &Analysis, sources: &[Source], state: &State, messages: &Messages) -> Node {
    let mut out = Tree::new("div +page");
    out.set("lang", messages.get("lang"));
    out.set("dir", messages.get("dir"));
    sections::outline(&Page::new(analysis, sources, state, messages), &mut out);
    out.finish()
}

/// What the others say beside the sentence of the story's article `article` that begins at the byte `start`: the card that
/// comes and goes with the pointer. Empty where they say nothing of it.
#[must_use]
pub fn beside(
    analysis: &Analysis,
    sources: &[Source],
    state: &State,
    messages: &Messages,
    (article, start): (usize, usize),
) -> Node {
    let page = Page::new(analysis, sources, state, messages);
    let mut out = Tree::new("div .card-inside");
    if let Some(article) = page.in_analysis(article) {
        evidence::beside(&page, &mut out, article, start, true);
    }
    out.finish()
}

/// The grid with all of its rows that the reader's choices leave, to be taken along.
#[must_use]
pub fn whole_grid(analysis: &Analysis, sources: &[Source], state: &State, messages: &Messages) -> Node {
    let mut state = state.clone();
    state.open = None;
    state.unfolded.insert(sections::GRID.to_owned());
    let mut out = Tree::new("div");
    sections::grid(&Page::new(analysis, sources, &state, messages), &mut out);
    out.finish()
}

/// What was compared and found, in one sentence for those who listen.
#[must_use]
pub fn status(analysis: &Analysis, sources: &[Source], state: &State, messages: &Messages) -> String {
    sections::status(&Page::new(analysis, sources, state, messages))
}

/// The page of `analysis`, for rendering ahead: HTML that is read before the page's script runs or without it, with links to
/// the articles' sentences. `length` is that of its summary, and `sections` the names of those that are shown, with spaces
/// between them; all where it names none.
#[must_use]
pub fn render(analysis: &Analysis, length: SummaryLength, sections: &str, messages: &Messages) -> String {
    let mut state = State::new(analysis.articles.len());
    state.apply(Action::Sections(sections.to_owned()));
    state.length = length;
    let sources = sources_of(analysis, messages);
    let address = |article: usize, start: Option<usize>| {
        let url = sources.get(article)?.url.as_deref()?;
        let document = &analysis.articles.get(article)?.document;
        let sentence = start.and_then(|start| document.sentences.get(document.sentence_at(start)?));
        Some(sentence.map_or_else(|| url.to_owned(), |sentence| text_fragment(url, document.slice(sentence.span))))
    };
    ahead(&view(analysis, &sources, &state, messages), &address)
}
