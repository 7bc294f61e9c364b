//! Tells who is who over all articles: one list of people, organisations, places and events.
//!
//! Names that are written alike are one *form*. Forms are joined by what their words say (spelling, order, initials,
//! legal forms, acronyms with their expansion); a bare surname is decided mention by mention. Everything is looked up by
//! words, never by comparing all forms with each other, and nothing depends on the order of the articles.
//!
//! May use: nouns and the lexicon.

mod acronyms;
mod entities;
mod forms;
mod groups;
mod organizations;
mod persons;
mod speakers;
mod spelling;

use crate::{entity::Cast, reading::Reading};
use forms::Forms;
use groups::Groups;

/// One mention: its article, and its position among the article's names.
type Mention = (usize, usize);

/// The cast of all articles together.
#[must_use]
pub fn resolve(readings: &[Reading]) -> Cast {
    let forms = Forms::of(readings);
    let mut groups = Groups::new(forms.list.len());
    organizations::join(&forms, &mut groups);
    let apart = acronyms::join(readings, &forms, &mut groups);
    persons::join(&forms, &mut groups);
    let mut chosen = persons::choose(readings, &forms, &mut groups);
    chosen.extend(apart);
    let mut cast = entities::list(readings, &forms, &mut groups, &chosen);
    speakers::fill(readings, &mut cast);
    cast
}

#[cfg(test)]
mod tests;
