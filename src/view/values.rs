//! Facts and their values in the reader's language.

use super::{messages::Messages, page::Page};
use crate::{
    date::Date,
    decimal,
    fact::{Fact, FactKind, Label, LabelTemplate, Note, Position, Value},
    letter,
};

/// A value's own words are shown up to this many characters; a longer passage is shown in its sentence only.
const SHORT: usize = 60;

/// What a fact is about, in words: `day of the meeting`.
#[must_use]
pub fn label(label: &Label, messages: &Messages) -> String {
    let key = match label.template {
        template if label.words.is_empty() => match template {
            LabelTemplate::When | LabelTemplate::DayOf | LabelTemplate::TimeOf => "kind.time",
            LabelTemplate::PlaceOf => "kind.place",
            LabelTemplate::LengthOf => "label.how-long",
            LabelTemplate::AgeOf => "label.an-age",
            LabelTemplate::AmountOf => "label.how-much",
            LabelTemplate::Claim | LabelTemplate::Whether | LabelTemplate::Who | LabelTemplate::WhoSaid => {
                "kind.statement"
            }
            _ => "kind.quantity",
        },
        LabelTemplate::Plain => "label.plain",
        LabelTemplate::DayOf => "label.day",
        LabelTemplate::TimeOf => "label.time",
        LabelTemplate::LengthOf => "label.length",
        LabelTemplate::When => "label.when",
        LabelTemplate::AgeOf => "label.age",
        LabelTemplate::AmountOf => "label.amount",
        LabelTemplate::FigureOf => "label.figure",
        LabelTemplate::PlaceOf => "label.place",
        LabelTemplate::Who => "label.who",
        LabelTemplate::WhoSaid => "label.said",
        LabelTemplate::Claim => "label.claim",
        LabelTemplate::Whether => "label.whether",
    };
    // The first words stand apart in the template that tells who did it.
    let (who, words) = match label.words.split_first() {
        Some((who, words)) if label.template == LabelTemplate::Claim => (who.as_str(), words),
        _ => ("", label.words.as_slice()),
    };
    messages.fill(key, &[("who", who), ("words", &words.join(" "))])
}

/// The same as a heading.
#[must_use]
pub fn heading(label: &Label, messages: &Messages) -> String {
    let label = self::label(label, messages);
    let mut characters = label.chars();
    characters
        .next()
        .map_or_else(String::new, |first| std::iter::once(letter::capital(first)).chain(characters).collect())
}

/// What sort of fact it is.
pub fn kind<'a>(page: &Page<'a>, kind: FactKind) -> &'a str {
    page.messages.get(match kind {
        FactKind::Statement => "kind.statement",
        FactKind::Quantity => "kind.quantity",
        FactKind::Time => "kind.time",
        FactKind::Place => "kind.place",
    })
}

/// How a difference may be read otherwise.
pub fn note<'a>(page: &Page<'a>, note: Note) -> &'a str {
    page.messages.get(match note {
        Note::OtherThingCounted => "note.other-thing-counted",
        Note::Update => "note.update",
        Note::TimeZone => "note.time-zone",
        Note::Rounded => "note.rounded",
        Note::MoreExact => "note.more-exact",
        Note::NearBoth => "note.near-both",
        Note::ClaimedBySome => "note.claimed",
        Note::HedgedBySome => "note.hedged",
        Note::DeniedBySome => "note.denied",
    })
}

/// A position's value: a date in full, yes or no, or the words of the first that says so where they are short.
pub fn value(page: &Page<'_>, fact: &Fact, position: &Position) -> Option<String> {
    let words = position.claims.first().map_or("", |claim| page.words(claim.passage)).trim();
    let short = (!words.is_empty() && words.chars().count() <= SHORT).then(|| words.to_owned());
    match &position.value {
        Some(Value::Text(text)) if fact.kind == FactKind::Time => date(page, text).or(short),
        Some(Value::Text(text)) if fact.kind == FactKind::Statement => Some(answer(page, text)),
        Some(Value::Text(text)) => short.or_else(|| Some(text.clone())),
        Some(Value::Number(number)) => short.or_else(|| Some(decimal::written(*number))),
        None => short,
    }
}

/// Yes and no in the reader's words.
fn answer(page: &Page<'_>, text: &str) -> String {
    match text {
        "yes" | "true" => page.messages.get("value.yes").to_owned(),
        "no" | "false" => page.messages.get("value.no").to_owned(),
        other => other.to_owned(),
    }
}

/// A TIMEX3 date, month or year in full.
fn date(page: &Page<'_>, value: &str) -> Option<String> {
    let mut parts = value.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month = parts.next().map(str::parse::<u32>).transpose().ok()?;
    let day = parts.next().map(str::parse::<u32>).transpose().ok()?;
    match (month, day) {
        (Some(month), Some(day)) => Some(page.messages.weekday(Date::new(year, month, day)?)),
        (Some(month), None) => Some(page.messages.month(Date::new(year, month, 1)?)),
        _ => None,
    }
}
