//! Words compared with a few others, and looked for in a text.

use std::cell::Cell;

/// How many lists' signatures are remembered.
const REMEMBERED: usize = 2048;

thread_local! {
    /// Where a list stands and how long it is, with its signature. Lists live as long as the program, so that what was
    /// found for a place holds for good.
    static SIGNATURES: [Cell<(usize, usize, u64)>; REMEMBERED] =
        const { [const { Cell::new((0, 0, 0)) }; REMEMBERED] };
}

/// Whether `word` is one of `words`, which stand with single spaces between them.
///
/// What `matches!(word, "a" | "b")` tells, but told by data: a match on texts becomes code, six times as large. Most words
/// that rules ask about are not listed, and most of those are told by one bit: a list's signature has a bit for each of its
/// words, chosen by length and ends (a Bloom filter of one hash).
#[must_use]
pub fn is_one_of(word: &str, words: &'static str) -> bool {
    let word = word.as_bytes();
    let sign = sign(word);
    sign != 0 && signature(words) & sign != 0 && words.as_bytes().split(|byte| *byte == b' ').any(|own| own == word)
}

/// The bit of a word: none for no word.
fn sign(word: &[u8]) -> u64 {
    let (Some(&first), Some(&last)) = (word.first(), word.last()) else { return 0 };
    1 << ((usize::from(first) + 11 * usize::from(last) + 23 * word.len()) % 64)
}

/// The bits of the words of a list.
fn signature(words: &'static str) -> u64 {
    let address = words.as_ptr() as usize;
    SIGNATURES.with(|signatures| {
        let Some(place) = signatures.get((address + 61 * words.len()) % REMEMBERED) else { return u64::MAX };
        let (known, length, signature) = place.get();
        if (known, length) == (address, words.len()) {
            return signature;
        }
        let signature = words.as_bytes().split(|byte| *byte == b' ').fold(0, |all, own| all | sign(own));
        place.set((address, words.len(), signature));
        signature
    })
}

/// Where `part` first stands in `text`, as a byte.
///
/// What [`str::find`] tells of a text, without its search in linear time and without the message of its panic, which brings
/// along the tables of what can be printed: what is searched here is short, or what is looked for begins rarely.
#[must_use]
pub fn find(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len().max(1)).position(|window| window == part.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_part() {
        let check = |text: &str, part: &str| assert_eq!(find(text, part), text.find(part), "{part:?} in {text:?}");
        for part in ["ab", "b", "bc", "abc", "–", "c–", "x", "abcd"] {
            check("aabc–abc", part);
        }
        check("", "a");
    }

    #[test]
    fn finds_whole_words_only() {
        let check = |word: &str, expected: bool| {
            // Asked twice: the second time the list is known.
            for _ in 0..2 {
                assert_eq!(is_one_of(word, "storm a.m. ’s wind"), expected, "{word}");
            }
        };
        for word in ["storm", "a.m.", "’s", "wind"] {
            check(word, true);
        }
        for word in ["", " ", "stor", "storms", "torm", "a", "s", "storm a.m."] {
            check(word, false);
        }
    }
}
