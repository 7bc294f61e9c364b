//! Crossread reads several articles about one event and shows what they agree on, where they differ, and what only one
//! of them says. Every finding is a quotation with its place in an article; nothing is paraphrased or invented.
//!
//! ```
//! use crossread::{Article, Options, Story, Verdict, analyze};
//!
//! let article = |text: &str| Article { text: Some(text.into()), published: Some("2026-03-02".into()), ..Article::default() };
//! let story = Story {
//!     title: None,
//!     articles: vec![
//!         article("The ministers signed 12 trade agreements in Lisbon on Monday."),
//!         article("In Lisbon, ministers signed 14 trade agreements on Monday."),
//!     ],
//! };
//! let analysis = analyze(&story, &Options::default())?;
//! assert_eq!(analysis.facts.first().map(|fact| fact.verdict), Some(Verdict::Conflict)); // 12 or 14 agreements?
//! # Ok::<(), crossread::Error>(())
//! ```
//!
//! # Nouns
//! A [`Story`] holds [`Article`]s. Reading one leaves a [`document::Document`] of sentences and tokens; searching it
//! finds [names](entity::Name), [times](time::TimeExpression), [quantities](quantity::Quantity), [quotes](quote::Quote)
//! and [claims](claim::Claim). Over all articles there is one [cast](entity::Cast), and [facts](Fact) that
//! say who agrees with whom. [`Analysis`] is all of it.
//!
//! # What is not supported
//! Languages other than English are read only for what needs no English. Nothing is said about which article is right,
//! nothing is fetched, and no world knowledge beyond the lists in `src/lexicon/data` is used.
//!
//! The modules below stand in the order in which data flows through them.

// Nouns: what things are.
pub mod date;
pub mod decimal;
pub mod error;
pub mod letter;
pub mod options;
pub mod order;
pub mod span;
pub mod story;
pub mod word;

pub mod document;

pub mod entity;
pub mod quantity;
pub mod quote;
pub mod time;

pub mod claim;

pub mod relation;

pub mod alignment;
pub mod fact;
pub mod reading;

pub mod analysis;

// Knowledge of English.
pub mod lexicon;

// Stages, in the order in which they run.
mod read;

mod extract;

mod resolve;

mod align;

mod compare;

mod summarize;

pub mod view;

mod pipeline;

// The border to JavaScript.
pub mod wasm;

#[cfg(feature = "bench")]
#[doc(hidden)]
pub mod bench;

#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use crate::{
    analysis::Analysis,
    error::{Error, ErrorKind, Warning},
    fact::{Fact, Verdict},
    options::{Options, SummaryLength},
    pipeline::{Readings, analyze, similarity},
    story::{Article, MAX_ARTICLE_BYTES, MAX_ARTICLES, MAX_FIELD_BYTES, MAX_PAGE_BYTES, MAX_STORY_BYTES, Story},
};
