//! One article, read and searched: what every stage that compares works on.

use crate::{claim::Extraction, document::Document};

/// An article as it was read, and everything that was found in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The text, cut up.
    pub document: Document,
    /// What was found in it.
    pub extraction: Extraction,
}
