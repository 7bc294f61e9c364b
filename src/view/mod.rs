//! What the reader sees: a plain tree of elements and texts, made from an analysis.
//!
//! May use: nouns and the lexicon. All words that the reader sees stand in one message file a language.

mod label;

pub use label::label;
