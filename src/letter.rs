//! Letters: which characters are, and capital and small ones of the scripts that have them and that news writes names in,
//! Latin, Greek and Cyrillic.
//!
//! The standard library knows every character; its tables alone are a tenth of what the lists of English cost. Here the
//! regularities of Unicode's blocks are written down instead: exact for the scripts above, by the block for all others.

/// The small letter of a capital; every other character stays what it is.
#[must_use]
#[inline]
pub fn small(letter: char) -> char {
    if letter.is_ascii() { letter.to_ascii_lowercase() } else { small_beyond_ascii(letter) }
}

fn small_beyond_ascii(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
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
#[inline]
pub fn is_capital(letter: char) -> bool {
    small(letter) != letter
}

/// Whether it is a small letter.
#[must_use]
pub fn is_small(letter: char) -> bool {
    capital(letter) != letter || matches!(letter, 'ß' | 'ı' | 'ĸ' | 'ŉ' | 'ΐ' | 'ΰ' | 'ς')
}

/// Whether it is a letter of any script.
#[must_use]
#[rustfmt::skip]
pub const fn is_letter(character: char) -> bool {
    matches!(
        character,
        'a'..='z' | 'A'..='Z'
            | 'ª' | 'µ' | 'º' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{2c1}'
            | '\u{370}'..='\u{373}' | '\u{376}'..='\u{377}' | '\u{37a}'..='\u{37d}' | '\u{37f}' | 'Ά' | 'Έ'..='\u{3f5}'
            | '\u{3f7}'..='\u{481}' | '\u{48a}'..='\u{556}' | '\u{560}'..='\u{588}'
            // Hebrew and Arabic, without their marks and figures.
            | '\u{5d0}'..='\u{5f2}' | '\u{620}'..='\u{657}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6dc}'
            | '\u{6ee}'..='\u{6ef}' | '\u{6fa}'..='\u{6ff}' | '\u{710}'..='\u{963}'
            // The scripts of Asia, Africa and America.
            | '\u{971}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{3005}'..='\u{3006}' | 'ぁ'..='\u{3096}'
            | '\u{309d}'..='\u{309f}' | 'ァ'..='\u{30fa}' | '\u{30fc}'..='\u{318e}' | '\u{3400}'..='\u{4dbf}'
            | '一'..='\u{a48c}' | '\u{a4d0}'..='\u{abff}' | '가'..='\u{d7ff}' | '\u{f900}'..='\u{fd3d}'
            | '\u{fe70}'..='\u{fefc}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{ff66}'..='\u{ffdc}'
            | '\u{10000}'..='\u{1cfff}' | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether it is a letter of any script or a figure, also a raised one or a part: `7`, `²`, `½`.
#[must_use]
#[rustfmt::skip]
pub const fn is_letter_or_figure(character: char) -> bool {
    is_letter(character)
        || matches!(
            character,
            '0'..='9' | '²' | '³' | '¹' | '¼'..='¾' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}'
                | '\u{966}'..='\u{96f}' | '⁰'..='⁹' | '₀'..='₉' | '⅐'..='\u{2189}' | '①'..='\u{249b}' | '０'..='９' | '〇'
        )
}

/// The text in small letters.
#[must_use]
pub fn to_small(text: &str) -> String {
    text.chars().map(small).collect()
}

/// Whether UTF-8 was read as another encoding somewhere, Windows-1252 for Windows-1251 and so on, or characters were
/// replaced: `â€™`, `Ã©`, `‚Äô`, control characters.
#[must_use]
pub fn is_garbled(text: &str) -> bool {
    let mut before = ' ';
    for letter in text.chars() {
        let doubled = match before {
            'Ã' | 'Ð' | 'Ñ' => {
                matches!(
                    letter,
                    '\u{80}'
                        ..='\u{bf}' | '‚' | '„' | '…' | '†' | '‡' | '‰' | 'š' | '›' | 'œ' | '™' | '€' | 'Ÿ'
                )
            }
            'Â' => matches!(letter, '\u{a0}'..='\u{bf}'),
            'â' => matches!(letter, '€' | '\u{80}'),
            'Ä' => matches!(letter, 'ô' | 'ú' | 'ù' | 'î' | 'ì' | 'ò'),
            'ï' => letter == '¿',
            _ => false,
        };
        if doubled || matches!(letter, '\u{fffd}' | '\0' | '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}') {
            return true;
        }
        before = letter;
    }
    false
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
    fn letters_and_figures_are_those_of_unicode() {
        // Latin, Greek, Cyrillic; punctuation and signs; Chinese, Japanese and Korean.
        let blocks = [0..=0x2c1, 0x386..=0x556, 0x2010..=0x206f, 0x20a0..=0x20c0, 0x2200..=0x245f, 0x2500..=0x2bff];
        let blocks = blocks.into_iter().chain([0x3008..=0x3020, 0x3041..=0x3096, 0x4e00..=0x9fff, 0xac00..=0xd7a3]);
        let blocks = blocks.chain([0xff00..=0xff5f, 0xe000..=0xf8ff, 0x1f000..=0x1faff]);
        // Places of the blocks that no character stands at, and a mark that counts as a letter.
        let none = [0x38b, 0x38d, 0x3a2, 0x530];
        let regional = 0x1f130..=0x1f189;
        for character in blocks.flatten().filter(|code| !none.contains(code) && !regional.contains(code)) {
            let Some(character) = char::from_u32(character) else { continue };
            assert_eq!(is_letter(character), character.is_alphabetic(), "{character:?}");
            if !('\u{1f100}'..='\u{1f10c}').contains(&character) && !('\u{2776}'..='\u{2793}').contains(&character) {
                assert_eq!(is_letter_or_figure(character), character.is_alphanumeric(), "{character:?}");
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
