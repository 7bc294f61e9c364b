//! Sorted lists that are searched in place.

use std::cmp::Ordering;

/// A set of words or phrases: a text with one entry a line, sorted by bytes.
///
/// Nothing is parsed or allocated; a look-up is a binary search in the text itself.
#[derive(Clone, Copy, Debug)]
pub struct WordSet {
    map: WordMap,
}

impl WordSet {
    /// A set over `text`, which must be sorted by bytes and end each entry with a line feed.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { map: WordMap::new(text) }
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

/// A map from words or phrases to short values: a text with `key`, tab, `value` a line, sorted by key.
#[derive(Clone, Copy, Debug)]
pub struct WordMap {
    text: &'static str,
}

impl WordMap {
    /// A map over `text`, which must be sorted by the bytes of its keys and end each entry with a line feed.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text }
    }

    /// The value of `word`; empty where the entry has none.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&'static str> {
        let (key, value) = split(self.from(word)?);
        (key == word).then_some(value)
    }

    /// Whether some key is `prefix` followed by a space and more.
    #[must_use]
    pub fn extends(&self, prefix: &str) -> bool {
        let mut sought = String::with_capacity(prefix.len() + 1);
        sought.push_str(prefix);
        sought.push(' ');
        self.from(&sought).is_some_and(|line| line.starts_with(&sought))
    }

    /// All entries, in byte order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.text.lines().map(split)
    }

    /// The first line whose key is not below `word`.
    fn from(&self, word: &str) -> Option<&'static str> {
        let bytes = self.text.as_bytes();
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
        line_at(self.text, low)
    }
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

fn line_at(text: &'static str, start: usize) -> Option<&'static str> {
    text.get(start..)?.lines().next()
}

fn split(line: &'static str) -> (&'static str, &'static str) {
    line.split_once('\t').unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    static MAP: WordMap = WordMap::new("a\tletter\nab\nab c\tphrase\nz\tlast\n");

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
