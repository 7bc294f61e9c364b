//! Judges what was aligned: who agrees, who differs, who alone says it. It does not search.
//!
//! May use: nouns and the lexicon.

mod facts;
mod lineage;
mod quote_variants;
mod standing;
mod timeline;
mod wording;

pub use facts::facts;
pub use lineage::lineage;
pub use quote_variants::quote_variants;
pub use standing::standing;
pub use timeline::timeline;
pub use wording::wording;
