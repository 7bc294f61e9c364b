//! Sorted lists.

use std::{cmp::Ordering, sync::OnceLock};

/// A set of words or phrases.
#[derive(Debug)]
pub struct WordSet {
    map: WordMap,
}

impl WordSet {
    /// A set over `packed`, as `build.rs` makes it of a list without values.
    #[must_use]
    pub const fn new(packed: &'static str) -> Self {
        Self { map: WordMap::new(packed) }
    }

    /// Whether `word` is an entry. Case matters: entries are usually lower case.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.map.get(word).is_some()
    }

    /// Whether some entry is `prefix` followed by a space and more: whether a longer phrase may still match.
    #[must_use]
    pub fn extends(&self, prefix: &str) -> bool {
        self.map.extends(prefix)
    }

    /// All entries, in byte order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.map.iter().map(|(key, _)| key)
    }
}

/// A map from words or phrases to short values.
///
/// It is carried in a form that compresses well and unpacked when it is first asked, into a text with `key`, tab, `value` a
/// line, sorted by key. A look-up is a binary search in that text.
#[derive(Debug)]
pub struct WordMap {
    packed: &'static str,
    text: OnceLock<&'static str>,
}

impl WordMap {
    /// A map over `packed`, as `build.rs` makes it.
    #[must_use]
    pub const fn new(packed: &'static str) -> Self {
        Self { packed, text: OnceLock::new() }
    }

    fn text(&self) -> &'static str {
        self.text.get_or_init(|| unpack(self.packed).leak())
    }

    /// The value of `word`; empty where the entry has none.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&'static str> {
        look_up(self.text(), word)
    }

    /// Whether some key is `prefix` followed by a space and more.
    #[must_use]
    pub fn extends(&self, prefix: &str) -> bool {
        let mut sought = String::with_capacity(prefix.len() + 1);
        sought.push_str(prefix);
        sought.push(' ');
        line_from(self.text(), &sought).is_some_and(|line| line.starts_with(&sought))
    }

    /// All entries, in byte order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.text().lines().map(split)
    }
}

/// The value of `word` in a text with `key`, tab, `value` a line, each line ended and sorted by key.
#[must_use]
pub fn look_up<'a>(lines: &'a str, word: &str) -> Option<&'a str> {
    let (key, value) = split(line_from(lines, word)?);
    (key == word).then_some(value)
}

/// The first line whose key is not below `word`.
fn line_from<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let bytes = text.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    // `low` and `high` always stand at the start of a line or at the end of the text.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes.get(low..middle)?.iter().rposition(|&byte| byte == b'\n').map_or(low, |at| low + at + 1);
        let line = bytes.get(start..)?;
        let (order, read) = compare(line, word.as_bytes());
        if order == Ordering::Less {
            let rest = line.get(read..)?.iter().position(|&byte| byte == b'\n')?;
            low = start + read + rest + 1;
        } else {
            high = start;
        }
    }
    text.get(low..)?.lines().next()
}

/// How the key at the start of `line` compares to `word`, and how many bytes had to be read to tell. The key ends with the
/// line or a tab; most comparisons end within the first few bytes, so neither end is looked for beforehand.
fn compare(line: &[u8], word: &[u8]) -> (Ordering, usize) {
    for (at, &byte) in line.iter().enumerate() {
        let ends = byte == b'\n' || byte == b'\t';
        match word.get(at) {
            None if ends => return (Ordering::Equal, at),
            None => return (Ordering::Greater, at),
            Some(_) if ends => return (Ordering::Less, at),
            Some(&letter) if letter != byte => return (byte.cmp(&letter), at),
            Some(_) => {}
        }
    }
    (if word.len() > line.len() { Ordering::Less } else { Ordering::Equal }, line.len())
}

/// The lines `key`, tab, `value` of a packed list.
fn unpack(packed: &str) -> String {
    let (keys, values) = packed.split_once('\0').unwrap_or((packed, ""));
    let mut values = values.lines();
    let mut text = String::with_capacity(packed.len() * 3 / 2);
    let mut before = 0;
    let is_mark = |character: &char| *character < ' ';
    for (mark, rest) in keys.chars().filter(is_mark).zip(keys.split(|character| is_mark(&character)).skip(1)) {
        let shared = (mark as usize).saturating_sub(1);
        let start = text.len();
        text.extend_from_within(before..before + shared);
        text.push_str(rest);
        before = start;
        if let Some(value) = values.next().filter(|value| !value.is_empty()) {
            text.push('\t');
            text.push_str(value);
        }
        text.push('\n');
    }
    text
}

fn split(line: &str) -> (&str, &str) {
    line.split_once('\t').unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    static MAP: WordMap = WordMap::new("\u{1}a\u{2}b\u{3} c\u{1}z\0letter\n\nphrase\nlast\n");

    #[test]
    fn finds_what_is_there_and_nothing_else() {
        assert_eq!(MAP.get("a"), Some("letter"));
        assert_eq!(MAP.get("ab"), Some(""));
        assert_eq!(MAP.get("ab c"), Some("phrase"));
        assert_eq!(MAP.get("z"), Some("last"));
        for word in ["", "A", "aa", "abc", "zz", "ab "] {
            assert_eq!(MAP.get(word), None, "{word:?}");
        }
    }

    #[test]
    fn tells_whether_a_longer_phrase_may_follow() {
        assert!(MAP.extends("ab"));
        assert!(!MAP.extends("a"));
        assert!(!MAP.extends("z"));
    }

    #[test]
    fn every_entry_of_every_list_is_found() {
        for word in crate::lexicon::STOP_WORDS.iter() {
            assert!(crate::lexicon::STOP_WORDS.contains(word), "{word}");
        }
    }
}
