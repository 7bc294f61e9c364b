//! Labels of facts, in words.

use crate::fact::{Label, LabelTemplate};

/// The label in English.
#[must_use]
pub fn label(label: &Label) -> String {
    let words = label.words.join(" ");
    match label.template {
        LabelTemplate::Plain => words,
        LabelTemplate::DayOf => format!("day of the {words}"),
        LabelTemplate::TimeOf => format!("time of the {words}"),
        LabelTemplate::LengthOf => format!("length of the {words}"),
        LabelTemplate::When => format!("when: {words}"),
        LabelTemplate::FigureOf => format!("figure: {words}"),
        LabelTemplate::AmountOf => format!("amount: {words}"),
        LabelTemplate::PlaceOf => format!("place of the {words}"),
        LabelTemplate::Who => format!("who {words}"),
        LabelTemplate::Whether => format!("whether {words}"),
    }
}
