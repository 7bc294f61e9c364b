//! Answers to yes-or-no questions, kept without the questions: a table of little more than one bit for each answer.
//!
//! A question is a 64-bit hash. It picks some consecutive bytes of the table and a mask for them, and the answer is whether
//! an odd number of the masked bits is set, or the contrary if the question itself is odd. `build.rs` solves the system of
//! linear equations that all questions with known answers make together; any other question gets an answer like the throw of
//! a coin. This file is part of both programs.
//!
//! Source: P. C. Dillinger, S. Walzer, Ribbon filter: practically smaller than Bloom and Xor, 2021.

/// How many words of 64 bits the answer to a question depends on: the more, the less room is lost.
pub const WORDS: usize = 4;

/// How many questions tell the beginnings of listed phrases, where a mistake only means that a longer phrase is looked up.
pub const PREFIX_BITS: u32 = 3;

/// The hash of a key of the list with that number (FNV-1a).
#[must_use]
pub fn hash(list: u8, key: &str) -> u64 {
    let mut hash = extend(0xcbf2_9ce4_8422_2325, list);
    for byte in key.bytes() {
        hash = extend(hash, byte);
    }
    hash
}

/// The hash of a key that is one byte longer.
#[must_use]
pub const fn extend(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// The question with that number about a hashed key.
#[must_use]
pub const fn question(key: u64, number: u32) -> u64 {
    mix(key ^ mix(number as u64 + 1))
}

/// Where in a table of `bytes` bytes a question's bytes begin.
#[must_use]
pub const fn start(question: u64, bytes: usize) -> usize {
    let starts = bytes.saturating_sub(8 * WORDS) as u64 + 1;
    (((question >> 32) * starts) >> 32) as usize
}

/// A word of a question's mask: the first is made of the question itself, each further one of the word before it.
#[must_use]
pub const fn mask(word: u64) -> u64 {
    mix(word.wrapping_add(0x632b_e59b_d9b4_e019))
}

/// The answer that a table gives.
#[must_use]
pub fn answer(table: &[u8], question: u64) -> bool {
    let bytes = table.get(start(question, table.len())..).unwrap_or_default();
    let (eights, _) = bytes.as_chunks();
    let mut word = question;
    let mut sum = 0;
    // A loop that knows nothing of iterators: this runs for each word and list, and is compiled for few bytes.
    let mut place = 0;
    while place < WORDS
        && let Some(eight) = eights.get(place)
    {
        word = mask(word);
        sum ^= word & u64::from_le_bytes(*eight);
        place += 1;
    }
    (sum.count_ones() % 2 == 1) ^ (question % 2 == 1)
}

const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gives_any_answer() {
        let table: Vec<u8> = (0..=255).collect();
        let yes = (0..4000).filter(|&number| answer(&table, question(hash(1, "word"), number))).count();
        assert!((1800..2200).contains(&yes), "{yes}");
    }

    #[test]
    fn keys_of_two_lists_are_two_questions() {
        assert_ne!(hash(1, "word"), hash(2, "word"));
        assert_ne!(question(hash(1, "word"), 0), question(hash(1, "word"), 1));
    }

    #[test]
    fn every_question_begins_within_the_table() {
        for bytes in [32, 33, 1000] {
            assert!((0..1000).all(|number| start(question(7, number), bytes) + 8 * WORDS <= bytes));
        }
        assert_eq!(start(u64::MAX, 0), 0);
        assert!(!answer(&[], 0));
    }
}
