//! UTF-8 bytes to UTF-16 code units.

use crate::span::Span;

/// Converts byte offsets of one text into UTF-16 code units, which are JavaScript's string indices.
#[derive(Clone, Debug)]
pub struct Utf16Offsets {
    /// For each character that is not ASCII: the byte after it, and how many units fewer than bytes stand before that.
    steps: Vec<(usize, usize)>,
}

impl Utf16Offsets {
    /// The offsets of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut saved = 0;
        let steps = text
            .char_indices()
            .filter(|(_, character)| !character.is_ascii())
            .map(|(at, character)| {
                saved += character.len_utf8() - character.len_utf16();
                (at + character.len_utf8(), saved)
            })
            .collect();
        Self { steps }
    }

    /// The code unit that the byte at `offset` begins; `offset` must lie on a character boundary.
    #[must_use]
    pub fn unit(&self, offset: usize) -> usize {
        let before = self.steps.partition_point(|&(end, _)| end <= offset);
        let saved = before.checked_sub(1).and_then(|last| self.steps.get(last)).map_or(0, |&(_, saved)| saved);
        offset - saved
    }

    /// Both ends of `span` in code units.
    #[must_use]
    pub fn units(&self, span: Span) -> (usize, usize) {
        (self.unit(span.start), self.unit(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_as_javascript_does() {
        let text = "a’b 😀 é";
        let offsets = Utf16Offsets::of(text);
        let units: Vec<usize> = text.char_indices().map(|(at, _)| offsets.unit(at)).collect();
        assert_eq!(units, [0, 1, 2, 3, 4, 6, 7]);
        assert_eq!(offsets.unit(text.len()), 8);
    }

    proptest! {
        #[test]
        fn agrees_with_encoding_to_utf16(text in "\\PC*") {
            let offsets = Utf16Offsets::of(&text);
            for (at, _) in text.char_indices() {
                prop_assert_eq!(offsets.unit(at), text.get(..at).unwrap().encode_utf16().count());
            }
            prop_assert_eq!(offsets.unit(text.len()), text.encode_utf16().count());
        }
    }
}
