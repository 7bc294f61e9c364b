//! Two wordings of the same words, compared word by word.

use crate::letter;

/// A stretch of words and whether both wordings have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// In both, as the second has it.
    Same(&'a str),
    /// In the second only.
    Added(&'a str),
    /// In the first only.
    Missing(&'a str),
}

/// Wordings longer than this many words are not compared: the table would be too large.
const MOST_WORDS: usize = 400;

/// What `second` has other than `first`, in order; `None` where they are too long to compare.
/// Method: longest common subsequence of words, case, marks and kinds of apostrophe aside.
#[must_use]
pub fn difference<'a>(first: &'a str, second: &'a str) -> Option<Vec<Change<'a>>> {
    let [a, b] = [first, second].map(|text| text.split_whitespace().collect::<Vec<_>>());
    if a.len() > MOST_WORDS || b.len() > MOST_WORDS {
        return None;
    }
    let [folded_a, folded_b] = [&a, &b].map(|words| words.iter().map(|word| fold(word)).collect::<Vec<_>>());
    // lengths[i][j] is the length of the longest common subsequence of a[i..] and b[j..].
    let width = b.len() + 1;
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    let at = |lengths: &[u16], i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
    for (i, word_a) in folded_a.iter().enumerate().rev() {
        for (j, word_b) in folded_b.iter().enumerate().rev() {
            let length = if word_a == word_b {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i * width + j) {
                *cell = length;
            }
        }
    }
    let mut changes = Vec::new();
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (Some(_), Some(word)) if folded_a.get(i) == folded_b.get(j) => {
                changes.push(Change::Same(word));
                (i, j) = (i + 1, j + 1);
            }
            (Some(word), second) if second.is_none() || at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) => {
                changes.push(Change::Missing(word));
                i += 1;
            }
            (_, Some(word)) => {
                changes.push(Change::Added(word));
                j += 1;
            }
            _ => break,
        }
    }
    Some(changes)
}

/// Whether two wordings are the same but for case, marks and kinds of apostrophe.
#[must_use]
pub fn same_words(first: &str, second: &str) -> bool {
    first.split_whitespace().map(fold).eq(second.split_whitespace().map(fold))
}

/// The word without what differs from one house style to another.
fn fold(word: &str) -> String {
    word.chars().filter(|&character| letter::is_letter_or_figure(character)).map(letter::small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(first: &str, second: &str, expected: &str) {
        let written: Vec<String> = difference(first, second)
            .unwrap()
            .into_iter()
            .map(|change| match change {
                Change::Same(word) => word.to_owned(),
                Change::Added(word) => format!("+{word}"),
                Change::Missing(word) => format!("-{word}"),
            })
            .collect();
        assert_eq!(written.join(" "), expected);
    }

    #[test]
    fn finds_added_and_missing_words() {
        check("peace is the goal", "peace is our goal", "peace is -the +our goal");
        check("a b c", "a b c", "a b c");
        check("Don't stop.", "don’t stop", "don’t stop");
        check("", "new words", "+new +words");
        check("old words", "", "-old -words");
        check("a b c d", "b d e", "-a b -c d +e");
        assert_eq!(difference(&"a ".repeat(500), "a"), None);
        assert!(same_words("“Don't stop.”", "don’t stop"));
        assert!(!same_words("go", "stop"));
    }
}
