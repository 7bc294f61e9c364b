//! Words compared with a few others, and looked for in a text.

/// Whether `word` is one of `words`, which stand with single spaces between them.
///
/// What `matches!(word, "a" | "b")` tells, but told by data: a match on texts becomes code, six times as large.
#[must_use]
pub fn is_one_of(word: &str, words: &str) -> bool {
    let word = word.as_bytes();
    !word.is_empty() && words.as_bytes().split(|byte| *byte == b' ').any(|own| own == word)
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
        let check = |word: &str, expected: bool| assert_eq!(is_one_of(word, "storm a.m. ’s wind"), expected, "{word}");
        for word in ["storm", "a.m.", "’s", "wind"] {
            check(word, true);
        }
        for word in ["", " ", "stor", "storms", "torm", "a", "s", "storm a.m."] {
            check(word, false);
        }
    }
}
