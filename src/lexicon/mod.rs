//! All knowledge of English, as data: lists, and what they mean.
//!
//! The lists are the files of `src/lexicon/data`, one entry a line; `build.rs` sorts and packs them. Nothing here knows of
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

mod table;

pub use table::{WordMap, WordSet, look_up};

/// A sorted list made by `build.rs` from `src/lexicon/data/NAME.txt`.
macro_rules! list {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $name, ".txt"))
    };
}
pub(crate) use list;

/// Words too common to tell one sentence from another: articles, pronouns, auxiliaries, prepositions, conjunctions.
pub static STOP_WORDS: WordSet = WordSet::new(list!("stop_words"));
