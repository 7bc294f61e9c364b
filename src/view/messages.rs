//! The words that the reader sees: one file a language. English is compiled in from `src/view/messages`; the others stand
//! beside the element in `www/element/messages`, where the page fetches the one that it needs.
//!
//! A message is a key, a tab and a text with `{places}`. Where the form depends on a number, the key ends in the name of
//! CLDR's plural category: `.one` and `.other` in English. Numbers, dates and lists of English are written here, so that
//! the same bytes are written natively and in the browser; those of other languages by a [`Format`] that is given.

use std::fmt;

use crate::{
    date::{Date, Moment},
    lexicon::{List, WordMap},
    order::Order,
};

static ENGLISH: WordMap = WordMap::new(include!(concat!(env!("OUT_DIR"), "/messages/en.rs")));

/// What stands around words that may run in another direction: U+2068 and U+2069. Source: UAX #9, "Explicit Directional
/// Isolates".
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// Writes as a language other than English does: the first text says what is to be written, the second is the value.
///
/// `number` and `plural` (the category, such as `few`) take figures; `list` names, one a line; `day`, `weekday`, `month`,
/// `year` and `moment` a date or date-time of ISO 8601 down to what they write; `range` two days, one a line.
pub type Format = Box<dyn Fn(&str, &str) -> String>;

/// The words of one language.
#[derive(Default)]
pub struct Messages {
    /// Keys and their texts, sorted; empty for English.
    own: Vec<(String, String)>,
    format: Option<Format>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.get("lang"))
    }
}

impl Messages {
    /// The words of another language than English, as its file has them. What it lacks is said in English.
    #[must_use]
    pub fn new(list: &str, format: Format) -> Self {
        let mut own = Vec::new();
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, message)) = line.split_once('\t') {
                own.push((key.to_owned(), message.to_owned()));
            }
        }
        own.order();
        Self { own, format: Some(format) }
    }

    /// The message of the other language.
    fn own(&self, key: &str) -> Option<&str> {
        let at = self.own.binary_search_by(|(own, _)| own.as_str().cmp(key)).ok()?;
        self.own.get(at).map(|(_, message)| message.as_str())
    }

    /// The message, as it stands; empty where there is none, which a test rules out.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.own(key).or_else(|| ENGLISH.get(key)).unwrap_or("")
    }

    /// The message with its places filled.
    #[must_use]
    pub fn fill(&self, key: &str, places: &[(&str, &str)]) -> String {
        let message = self.get(key);
        // Latin words keep their order, and the signs around them theirs, in a line that runs the other way.
        let texts = || places.iter().map(|(_, value)| *value).chain([message]);
        let latin = places.iter().any(|(_, value)| value.bytes().any(|byte| byte.is_ascii_alphabetic()));
        let apart = latin && self.get("dir") == "rtl" && texts().any(|text| text.chars().any(runs_left));
        let [before, after] = if apart { ISOLATE } else { ["", ""] };
        let mut filled = String::new();
        for piece in pieces(message) {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Place(name) => {
                    let value = places.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value);
                    filled.extend([before, value, after]);
                }
            }
        }
        filled
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
        if let Some(category) = self.format("plural", count.to_string()) {
            let own = [key, ".", &category].concat();
            let own = if self.own(&own).is_some() { own } else { [key, ".other"].concat() };
            if self.own(&own).is_some() {
                return self.fill(&own, &places);
            }
        }
        self.fill(&[key, plural(count)].concat(), &places)
    }

    /// What another language writes of the value.
    fn format(&self, what: &str, value: String) -> Option<String> {
        self.format.as_ref().map(|format| format(what, &value))
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        self.format("number", number.to_string()).unwrap_or_else(|| {
            let digits = number.to_string();
            let mut written = String::new();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && (digits.len() - index).is_multiple_of(3) {
                    written.push_str(self.get("number.group"));
                }
                written.push(digit);
            }
            written
        })
    }

    /// The names as a list: `A, B and C`.
    #[must_use]
    pub fn list(&self, names: &[&str]) -> String {
        self.format("list", names.join("\n")).unwrap_or_else(|| match names {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first, middle @ .., last] => {
                let longer = |list: String, next: &&str| self.fill("list.comma", &[("list", &list), ("next", next)]);
                let list = middle.iter().fold((*first).to_owned(), longer);
                self.fill("list.and", &[("list", &list), ("last", last)])
            }
        })
    }

    /// The day with its month and year: `5 January 2026`.
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        self.format("day", date.to_string()).unwrap_or_else(|| {
            self.fill(
                "date.day",
                &[
                    ("day", &date.day.to_string()),
                    ("month", self.month_name(date.month)),
                    ("year", &date.year.to_string()),
                ],
            )
        })
    }

    /// The same with the day of the week in front.
    #[must_use]
    pub fn weekday(&self, date: Date) -> String {
        self.format("weekday", date.to_string()).unwrap_or_else(|| {
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
        })
    }

    /// The month with its year: `January 2026`.
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        self.format("month", date.to_string()).unwrap_or_else(|| {
            let year = date.year.to_string();
            self.fill("date.month", &[("month", self.month_name(date.month)), ("year", &year)])
        })
    }

    /// The year: `2026`.
    #[must_use]
    pub fn year(&self, date: Date) -> String {
        self.format("year", date.to_string()).unwrap_or_else(|| date.year.to_string())
    }

    /// From one day to another: `5 January 2026 to 7 January 2026`.
    #[must_use]
    pub fn range(&self, first: Date, last: Date) -> String {
        self.format("range", [first.to_string(), last.to_string()].join("\n"))
            .unwrap_or_else(|| self.fill("date.between", &[("first", &self.day(first)), ("last", &self.day(last))]))
    }

    /// Day and time of day, where there is one: `5 January 2026, 14:30`.
    #[must_use]
    pub fn moment(&self, moment: Moment) -> String {
        let day = moment.date;
        let Some(time) = moment.minute.map(clock) else { return self.day(day) };
        self.format("moment", [&day.to_string(), "T", &time].concat())
            .unwrap_or_else(|| self.fill("date.moment", &[("date", &self.day(day)), ("time", &time)]))
    }

    /// The month's name in English.
    fn month_name(&self, month: u32) -> &str {
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
}

/// The ending of the key that goes with `count`, by CLDR's rule for English.
const fn plural(count: usize) -> &'static str {
    if count == 1 { ".one" } else { ".other" }
}

/// Whether it is a letter of a script that runs from right to left: Hebrew, Arabic and those between.
const fn runs_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}')
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
    fn latin_words_stand_apart_in_a_line_from_right_to_left() {
        let words = "dir\trtl\nsource.dated\t{outlet} ({date})\n";
        let messages = Messages::new(words, Box::new(|_, value| value.to_owned()));
        let dated = |outlet, date| messages.fill("source.dated", &[("outlet", outlet), ("date", date)]);
        assert_eq!(dated("Wire", "٥ يناير"), "\u{2068}Wire\u{2069} (\u{2068}٥ يناير\u{2069})");
        assert_eq!(dated("Wire", "5 Jan"), "Wire (5 Jan)", "all of it runs alike");
        assert_eq!(dated("الجسر", "٥ يناير"), "الجسر (٥ يناير)");
        assert_eq!(
            Messages::default().fill("source.dated", &[("outlet", "Wire"), ("date", "٥ يناير")]),
            "Wire (٥ يناير)"
        );
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
