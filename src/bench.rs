//! The stages one by one, for measuring: `cargo bench --features bench` and `npm run bench`.

use crate::{
    align, alignment::Alignment, analysis::Lineage, claim::Extraction, compare, document::Document, entity::Cast,
    extract, fact::Fact, read, reading::Reading, resolve, story::Article, summarize,
};

pub use crate::read::split;

/// `read`: one article.
#[must_use]
pub fn document(article: &Article) -> Document {
    read::read(article)
}

/// `extract`: what one article says.
#[must_use]
pub fn extraction(document: &Document) -> Extraction {
    extract::extract(document)
}

/// What has been found out about a story, up to where the stages part.
#[derive(Debug)]
pub struct Found {
    readings: Vec<Reading>,
    cast: Cast,
    lineage: Lineage,
    alignment: Alignment,
    variants: Vec<Vec<(usize, usize)>>,
    facts: Vec<Fact>,
}

impl Found {
    /// Runs the stages on articles that are read.
    #[must_use]
    pub fn of(readings: Vec<Reading>) -> Self {
        let cast = resolve::resolve(&readings);
        let lineage = compare::lineage(&readings);
        let alignment = align::align(&readings, &cast);
        let variants = compare::quote_variants(&readings, &cast);
        let facts = compare::facts(&readings, &cast, &alignment, &variants, &lineage.texts);
        Self { readings, cast, lineage, alignment, variants, facts }
    }

    /// `resolve`.
    #[must_use]
    pub fn cast(&self) -> Cast {
        resolve::resolve(&self.readings)
    }

    /// `align`.
    #[must_use]
    pub fn alignment(&self) -> Alignment {
        align::align(&self.readings, &self.cast)
    }

    /// `compare`: shared text.
    #[must_use]
    pub fn lineage(&self) -> Lineage {
        compare::lineage(&self.readings)
    }

    /// `compare`: facts.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        compare::facts(&self.readings, &self.cast, &self.alignment, &self.variants, &self.lineage.texts)
    }

    /// `compare`: the rest. How many findings there are.
    #[must_use]
    pub fn rest(&self) -> usize {
        compare::timeline(&self.readings, &self.alignment, &self.facts).len()
            + compare::standing(&self.readings, &self.alignment, &self.facts).len()
            + compare::wording(&self.readings, &self.cast).len()
            + compare::quote_variants(&self.readings, &self.cast).len()
    }

    /// `summarize`. How many sentences there are.
    #[must_use]
    pub fn summary(&self) -> usize {
        summarize::summarize(&self.readings, &self.alignment, &self.facts, &self.lineage.texts, 10).len()
    }
}
