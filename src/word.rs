//! Words compared with a few others.

/// Whether `word` is one of `words`, which stand with single spaces between them.
///
/// What `matches!(word, "a" | "b")` tells, but told by data: a match on texts becomes code, six times as large.
#[must_use]
pub fn is_one_of(word: &str, words: &str) -> bool {
    let word = word.as_bytes();
    !word.is_empty() && words.as_bytes().split(|byte| *byte == b' ').any(|own| own == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_only() {
        let check = |word: &str, expected: bool| assert_eq!(is_one_of(word, "storm a.m. ’s wind"), expected, "{word}");
        for word in ["storm", "a.m.", "’s", "wind"] {
            check(word, true);
        }
        for word in ["", " ", "stor", "storms", "torm", "a", "s", "storm a.m."] {
            check(word, false);
        }
    }
}
