//! Capital and small letters of the scripts in which news writes names: Latin, Greek and Cyrillic.
//!
//! The standard library knows every script; its tables alone are a tenth of what the lists of English cost. Here the
//! regularities of Unicode's blocks are written down instead.

/// The small letter of a capital; every other character stays what it is.
#[must_use]
pub fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        // The dotted capital I of Turkish.
        0x130 => 0x69,
        0x178 => 0xff,
        0x386 => code + 38,
        0x388..=0x38a => code + 37,
        0x38c => code + 64,
        0x38e..=0x38f => code + 63,
        0x400..=0x40f => code + 80,
        // Pairs of which the first, the capital, is odd.
        0x139..=0x148 | 0x179..=0x17e | 0x1af..=0x1b0 | 0x1cd..=0x1dc => code + code % 2,
        // Pairs of which the first, the capital, is even.
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The capital of a small letter; every other character stays what it is.
#[must_use]
pub fn capital(letter: char) -> char {
    let code = u32::from(letter);
    let of = |distance: u32| char::from_u32(code.wrapping_sub(distance)).filter(|&capital| small(capital) == letter);
    match letter {
        'ÿ' => 'Ÿ',
        'a'..='z' => letter.to_ascii_uppercase(),
        _ if letter.is_ascii() || is_capital(letter) => letter,
        _ => [1, 32, 37, 38, 63, 64, 80].into_iter().find_map(of).unwrap_or(letter),
    }
}

/// Whether it is a capital letter.
#[must_use]
pub fn is_capital(letter: char) -> bool {
    small(letter) != letter
}

/// Whether it is a small letter.
#[must_use]
pub fn is_small(letter: char) -> bool {
    capital(letter) != letter || matches!(letter, 'ß' | 'ı' | 'ĸ' | 'ŉ' | 'ΐ' | 'ΰ' | 'ς')
}

/// The text in small letters.
#[must_use]
pub fn to_small(text: &str) -> String {
    text.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_unicode_on_the_letters_of_news() {
        let blocks = [0..=0x17f, 0x1cd..=0x1dc, 0x1f8..=0x21f, 0x386..=0x3ce, 0x400..=0x481, 0x48a..=0x4bf];
        let blocks = blocks.into_iter().chain([0x4d0..=0x52f, 0x1e00..=0x1e95, 0x1ea0..=0x1eff]);
        for letter in blocks.flatten().filter_map(char::from_u32) {
            // Signs that Unicode counts among the letters; the old long s; a sharp s in capitals.
            if matches!(letter, 'ª' | 'º' | 'µ' | 'ŉ' | 'ſ' | 'ẞ' | '\u{220}' | '\u{1e9a}'..='\u{1e9f}' | '\u{221}')
            {
                continue;
            }
            assert_eq!(is_capital(letter), letter.is_uppercase(), "{letter}");
            assert_eq!(is_small(letter), letter.is_lowercase(), "{letter}");
            assert_eq!(letter.to_lowercase().next(), Some(small(letter)), "{letter}");
            if letter.to_uppercase().count() == 1 && !matches!(letter, 'ı' | 'ς') {
                assert_eq!(letter.to_uppercase().next(), Some(capital(letter)), "{letter}");
            }
        }
    }

    #[test]
    fn what_has_no_case_stays() {
        for character in ['0', '-', ' ', '’', '×', '÷', '中', 'あ', '😀', '\u{10ffff}', '\0'] {
            assert_eq!((small(character), capital(character)), (character, character));
        }
        assert_eq!(to_small("ÇA VA, Łódź"), "ça va, łódź");
    }
}
