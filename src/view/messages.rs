//! The words that the reader sees: one file a language in `src/view/messages`, made searchable by the build.
//!
//! A message is a key, a tab and a text with `{places}`. Where the form depends on a number there are two, the key with
//! `.one` and with `.other`; a language that has more forms adds them.

use super::node::{Node, text};
use crate::{
    date::{Date, Moment},
    lexicon::{List, WordMap},
};

static ENGLISH: WordMap = WordMap::new(include!(concat!(env!("OUT_DIR"), "/messages/en.rs")));

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    words: &'static WordMap,
}

impl Default for Messages {
    fn default() -> Self {
        Self { words: &ENGLISH }
    }
}

impl Messages {
    /// The words of the language with that BCP 47 tag; English where there are none of it.
    #[must_use]
    pub fn of(_lang: &str) -> Self {
        Self::default()
    }

    /// The message, as it stands; empty where there is none, which a test rules out.
    #[must_use]
    pub fn get(&self, key: &str) -> &'static str {
        self.words.get(key).or_else(|| ENGLISH.get(key)).unwrap_or("")
    }

    /// The message with its places filled.
    #[must_use]
    pub fn fill(&self, key: &str, places: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        for piece in pieces(self.get(key)) {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Place(name) => {
                    filled.push_str(places.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value));
                }
            }
        }
        filled
    }

    /// The message with nodes in its places.
    #[must_use]
    pub fn nodes(&self, key: &str, places: &mut [(&str, Vec<Node>)]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for piece in pieces(self.get(key)) {
            match piece {
                Piece::Words(words) => nodes.push(text(words)),
                Piece::Place(name) => {
                    if let Some((_, given)) = places.iter_mut().find(|(own, _)| *own == name) {
                        nodes.append(given);
                    }
                }
            }
        }
        nodes
    }

    /// The message in the form that goes with `count`, which also fills `{count}`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.count_with(key, count, &[])
    }

    /// The same with further places.
    #[must_use]
    pub fn count_with(&self, key: &str, count: usize, places: &[(&str, &str)]) -> String {
        let number = self.number(count);
        let places: Vec<(&str, &str)> =
            [("count", number.as_str())].into_iter().chain(places.iter().copied()).collect();
        self.fill(&[key, plural(count)].concat(), &places)
    }

    /// A whole number as this language writes it.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        let digits = number.to_string();
        let mut written = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                written.push_str(self.get("number.group"));
            }
            written.push(digit);
        }
        written
    }

    /// The names as a list: `A, B and C`.
    #[must_use]
    pub fn list(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first, middle @ .., last] => {
                let longer = |list: String, next: &&str| self.fill("list.comma", &[("list", &list), ("next", next)]);
                let list = middle.iter().fold((*first).to_owned(), longer);
                self.fill("list.and", &[("list", &list), ("last", last)])
            }
        }
    }

    /// The day with its month and year: `5 January 2026`.
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        self.fill(
            "date.day",
            &[("day", &date.day.to_string()), ("month", self.month(date.month)), ("year", &date.year.to_string())],
        )
    }

    /// The same with the day of the week in front.
    #[must_use]
    pub fn weekday(&self, date: Date) -> String {
        let weekday = match date.weekday() as usize {
            0 => "weekday.1",
            1 => "weekday.2",
            2 => "weekday.3",
            3 => "weekday.4",
            4 => "weekday.5",
            5 => "weekday.6",
            _ => "weekday.7",
        };
        self.fill("date.weekday", &[("weekday", self.get(weekday)), ("date", &self.day(date))])
    }

    /// The month's name.
    #[must_use]
    pub fn month(&self, month: u32) -> &'static str {
        self.get(match month {
            1 => "month.1",
            2 => "month.2",
            3 => "month.3",
            4 => "month.4",
            5 => "month.5",
            6 => "month.6",
            7 => "month.7",
            8 => "month.8",
            9 => "month.9",
            10 => "month.10",
            11 => "month.11",
            _ => "month.12",
        })
    }

    /// Day and time of day, where there is one: `5 January 2026, 14:30`.
    #[must_use]
    pub fn moment(&self, moment: Moment) -> String {
        let day = self.day(moment.date);
        match moment.minute {
            Some(minute) => self.fill("date.moment", &[("date", &day), ("time", &clock(minute))]),
            None => day,
        }
    }
}

/// The ending of the key that goes with `count`, by CLDR's rule for English.
const fn plural(count: usize) -> &'static str {
    if count == 1 { ".one" } else { ".other" }
}

/// Minutes since midnight as hours and minutes.
fn clock(minute: u32) -> String {
    let two = |number: u32| if number < 10 { format!("0{number}") } else { number.to_string() };
    [two(minute / 60), two(minute % 60)].join(":")
}

enum Piece<'a> {
    Words(&'a str),
    Place(&'a str),
}

/// A message cut at its places.
fn pieces(message: &str) -> impl Iterator<Item = Piece<'_>> {
    message.split_inclusive(['{', '}']).filter_map(|piece| {
        if let Some(name) = piece.strip_suffix('}') {
            return Some(Piece::Place(name));
        }
        let words = piece.strip_suffix('{').unwrap_or(piece);
        (!words.is_empty()).then_some(Piece::Words(words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_places_and_chooses_forms() {
        let messages = Messages::default();
        assert_eq!(messages.count("count.articles", 1), "article");
        assert_eq!(messages.count("count.articles", 3), "articles");
        assert_eq!(messages.number(1_234_567), "1,234,567");
        assert_eq!(messages.number(999), "999");
        assert_eq!(messages.list(&["A", "B", "C"]), "A, B and C");
        assert_eq!(messages.list(&["A"]), "A");
        let moment = |text| Moment::parse(text).unwrap();
        assert_eq!(messages.moment(moment("2026-01-05T08:05")), "5 January 2026, 08:05");
        assert_eq!(messages.weekday(moment("2026-01-05").date), "Monday, 5 January 2026");
    }

    #[test]
    fn plural_forms_stand_together() {
        let all: Vec<&str> = ENGLISH.iter().map(|(key, _)| key).collect();
        for key in &all {
            if let Some(bare) = key.strip_suffix(".one") {
                assert!(all.contains(&[bare, ".other"].concat().as_str()), "{key}");
            }
        }
    }
}
