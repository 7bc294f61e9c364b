//! Sorts of characters.

use crate::letter;

/// Soft hyphens, joiners and marks of direction, which stand inside words and are not seen.
pub(super) const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{fe0f}')
}

/// White space, the zero-width sorts included.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}' | '\0'..='\u{1f}')
}

/// Letters, digits and what is written on or between them.
pub(super) fn is_wordlike(character: char) -> bool {
    letter::is_letter_or_figure(character) || matches!(character, '\u{300}'..='\u{36f}') || is_invisible(character)
}

/// Any form of apostrophe.
pub(super) const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

pub(super) fn is_letter(character: char) -> bool {
    letter::is_letter(character)
}

/// Digits and vulgar fractions.
pub(super) const fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || is_fraction(character) || matches!(character, '０'..='９' | '٠'..='٩' | '०'..='९')
}

pub(super) const fn is_fraction(character: char) -> bool {
    matches!(character, '¼'..='¾' | '⅐'..='⅞')
}

pub(super) const fn is_currency(character: char) -> bool {
    matches!(character, '$' | '£' | '€' | '¥' | '₩' | '₹' | '₽')
}

/// Punctuation beyond ASCII.
pub(super) const fn is_punctuation(character: char) -> bool {
    matches!(
        character,
        '¡' | '§' | '¶' | '·' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
    )
}
