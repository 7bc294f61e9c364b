//! Lists that are asked for one word or phrase at a time.

use std::{cell::Cell, sync::OnceLock};

use super::retrieval::{PREFIX_BITS, answer, extend, hash, question};

/// Whether a question about a key is answered with yes: those that tell what is listed, but for the last.
static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first.bin"));
/// The same for the last of those and the ones about the value.
static SECOND: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/second.bin"));

/// How many answers are remembered: those about the words of some articles.
const REMEMBERED: usize = 32_768;

/// Of an answer that is remembered, the lowest bits tell the value, and the others are those of its key.
const VALUE: u32 = 16;

thread_local! {
    /// What was found for hashed keys, each at the place that its lowest bits give it: rules ask the same of a word again and
    /// again, and remembering the answer costs less than finding it. Zero is nothing yet, and a value of one nothing found.
    /// One word for an answer, so that many stay in the processor's cache.
    static ANSWERS: [Cell<u64>; REMEMBERED] = const { [const { Cell::new(0) }; REMEMBERED] };
}

/// Which value `find` finds for a hashed key, or found before.
fn remembered(key: u64, find: impl FnOnce(u64) -> Option<u16>) -> Option<u16> {
    ANSWERS.with(|answers| {
        #[expect(clippy::cast_possible_truncation, reason = "any bits of the hash will do")]
        let place = answers.get(key as usize % REMEMBERED)?;
        let (known, told) = (place.get(), (1 << VALUE) - 1);
        if known >> VALUE == key >> VALUE && known & told > 0 {
            return u16::try_from((known & told) - 1).ok()?.checked_sub(1);
        }
        let value = find(key);
        place.set(key >> VALUE << VALUE | value.map_or(1, |value| u64::from(value) + 2));
        value
    })
}

/// A list as `build.rs` writes it; the keys are in the tables of answers.
#[derive(Debug)]
pub struct List {
    /// Tells its keys from those of other lists.
    pub(crate) number: u8,
    /// How many questions tell what is listed.
    pub(crate) bits: u32,
    /// Whether a value says what becomes of the key's end.
    pub(crate) endings: bool,
    /// Whether any of its keys has a space in it.
    pub(crate) phrases: bool,
    /// How many values have a code of one bit, of two, and so on.
    pub(crate) codes: &'static [u16],
    /// The values in the order of their codes, one a line.
    pub(crate) values: &'static str,
    /// What stands in its file.
    #[cfg(test)]
    pub(crate) entries: &'static [(&'static str, &'static str)],
}

/// A set of words or phrases.
///
/// It takes a word that is not listed for one that is about one time in 262,000, or in 8,000 where the list is long (its
/// file says how surely: `bits`), but no word of the build's vocabulary and no entry of another list.
#[derive(Debug)]
pub struct WordSet {
    map: WordMap,
}

impl WordSet {
    /// A set of the keys of `list`.
    #[must_use]
    pub const fn new(list: List) -> Self {
        Self { map: WordMap::new(list) }
    }

    /// Whether `word` is an entry. Case matters: entries are usually lower case.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.map.get(word).is_some()
    }

    /// Whether some entry may be `prefix` followed by a space and more: whether to look for a longer phrase.
    #[must_use]
    pub fn extends(&self, prefix: &str) -> bool {
        self.map.extends(prefix)
    }

    /// All entries, in byte order.
    #[cfg(test)]
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.map.iter().map(|(key, _)| key)
    }
}

/// A map from words or phrases to short values. As of a [`WordSet`], an answer is now and then given that should not be.
#[derive(Debug)]
pub struct WordMap {
    list: List,
    /// The values of the list, cut apart when first asked for.
    values: OnceLock<Vec<&'static str>>,
}

impl WordMap {
    /// A map over `list`.
    #[must_use]
    pub const fn new(list: List) -> Self {
        Self { list, values: OnceLock::new() }
    }

    /// The value of `word`; empty where the entry has none.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&'static str> {
        let index = remembered(hash(self.list.number, word), |key| self.find(key))?;
        self.values.get_or_init(|| self.list.values.split('\n').collect()).get(usize::from(index)).copied()
    }

    /// Which value a hashed key has.
    fn find(&self, key: u64) -> Option<u16> {
        let List { bits, codes, .. } = self.list;
        let last = bits - 1;
        if (0..last).any(|bit| answer(FIRST, question(key, bit))) || answer(SECOND, question(key, last)) {
            return None;
        }
        // Of each length the codes follow upon each other, and upon the shorter ones with a zero added.
        let (mut code, mut first, mut index) = (0, 0, 0);
        for (bit, &count) in (bits..).zip(codes) {
            code = code * 2 + u16::from(answer(SECOND, question(key, bit)));
            first *= 2;
            if code < first + count {
                index += code - first;
                break;
            }
            index += count;
            first += count;
        }
        Some(index)
    }

    /// What becomes of the end of `word`, in a list of endings: how much of the word stays, and what follows that.
    #[must_use]
    pub fn ending<'a>(&self, word: &'a str) -> Option<(&'a str, &'static str)> {
        let value = self.get(word).filter(|_| self.list.endings)?;
        let cut = usize::from(value.bytes().next()?.wrapping_sub(b'a'));
        Some((word.get(..word.len().checked_sub(cut)?)?, value.get(1..)?))
    }

    /// Whether some key may be `prefix` followed by a space and more: whether to look for a longer phrase. One time in
    /// eight the answer is yes where there is none.
    #[must_use]
    pub fn extends(&self, prefix: &str) -> bool {
        if !self.list.phrases {
            return false;
        }
        let key = extend(hash(self.list.number, prefix), b' ');
        let found = |key| (0..PREFIX_BITS).all(|bit| !answer(FIRST, question(key, bit))).then_some(0);
        remembered(key, found).is_some()
    }

    /// All entries as they stand in the list's file, in byte order of their keys.
    #[cfg(test)]
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.list.entries.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{STOP_WORDS, lemmas, names, phrases, text};

    #[test]
    fn what_is_listed_is_found_with_its_value() {
        for map in [&names::COUNTRIES, &names::ORGANIZATIONS, &names::ROLES, &text::AGENCIES, &text::LANGUAGE_WORDS] {
            for (key, value) in map.iter() {
                assert_eq!(map.get(key), Some(value), "{key}");
            }
        }
        for set in [&STOP_WORDS, &names::PLACES, &names::SURNAMES, &phrases::STOCK_PHRASES] {
            assert!(set.iter().all(|key| set.contains(key)));
        }
    }

    #[test]
    fn what_another_list_has_is_not_found() {
        let mut others =
            names::COUNTRIES.iter().chain(names::ROLES.iter()).map(|(key, _)| key).chain(STOP_WORDS.iter());
        assert!(
            others.all(|word| !phrases::LEANING_OPENINGS.contains(word)
                || phrases::LEANING_OPENINGS.iter().any(|key| key == word))
        );
        assert!(!STOP_WORDS.contains("") && !STOP_WORDS.contains("the the") && !STOP_WORDS.contains("The"));
    }

    #[test]
    fn few_words_that_are_not_listed_are_found() {
        let invented = (0..20_000).map(|number| format!("word{number}"));
        let found = invented.filter(|word| names::PLACES.contains(word)).count();
        assert!((0..10).contains(&found), "{found}");
    }

    #[test]
    fn tells_whether_a_longer_phrase_may_follow() {
        let set = &phrases::STOCK_PHRASES;
        for phrase in set.iter() {
            for (end, _) in phrase.match_indices(' ') {
                assert!(set.extends(phrase.split_at(end).0), "{phrase}");
            }
        }
        let wrongly = (0..1000).filter(|number| set.extends(&format!("word{number}"))).count();
        assert!(wrongly < 200, "{wrongly}");
        assert!(!STOP_WORDS.extends("the"));
    }

    #[test]
    fn endings_are_put_together() {
        for (list, word, expected) in
            [(&lemmas::VERBS, "wrung", ("wr", "ing b")), (&lemmas::NOUNS, "aches", ("ache", ""))]
        {
            assert_eq!(list.ending(word), Some(expected));
        }
        assert_eq!(names::ROLES.ending("president"), None);
    }
}
