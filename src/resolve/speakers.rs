//! Who speaks: names, pronouns and descriptions of speakers and sources, each to an entity.

use crate::{entity::Cast, reading::Reading};

/// Fills the cast's speakers and sources.
pub(super) fn fill(_readings: &[Reading], _cast: &mut Cast) {}
