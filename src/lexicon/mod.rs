//! All knowledge of English, as data: lists, and what they mean.
//!
//! The lists are the files of `src/lexicon/data`, one entry a line; `build.rs` packs them. Nothing here knows of
//! articles or stages: a word goes in, what is known of it comes out.

pub mod forms;
pub mod lemmas;
pub mod meaning;
pub mod measure;
pub mod names;
pub mod phrases;
pub mod sequence;
pub mod speech;
pub mod text;
pub mod time;

mod retrieval;
mod table;

pub(crate) use table::List;
pub use table::{WordMap, WordSet};

/// The list that `build.rs` makes of `src/lexicon/data/NAME.txt`.
macro_rules! list {
    ($name:literal) => {
        include!(concat!(env!("OUT_DIR"), "/lexicon/", $name, ".rs"))
    };
}
pub(crate) use list;

/// Words too common to tell one sentence from another: articles, pronouns, auxiliaries, prepositions, conjunctions.
pub static STOP_WORDS: WordSet = WordSet::new(list!("stop_words"));
