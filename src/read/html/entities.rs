//! Decodes character references: `&amp;`, `&#8217;`, `&#x2019;`.

use crate::lexicon::text::ENTITIES;

/// The longest name or number of a reference, in bytes.
const MAX_NAME: usize = 10;

/// Appends `raw` to `text` with its character references decoded; what is no reference stays as it is.
pub(super) fn decode(raw: &str, text: &mut String) {
    let mut rest = raw;
    while let Some((before, reference)) = rest.find('&').and_then(|at| rest.split_at_checked(at)) {
        text.push_str(before);
        let inner = reference.get(1..).unwrap_or("");
        let length =
            inner.bytes().take(MAX_NAME).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        let name = inner.get(..length).unwrap_or("");
        match character(name) {
            Some(character) => {
                text.push(character);
                let after = inner.get(length..).unwrap_or("");
                rest = after.strip_prefix(';').unwrap_or(after);
            }
            None => {
                text.push('&');
                rest = inner;
            }
        }
    }
    text.push_str(rest);
}

/// `raw` decoded, white space collapsed.
pub(super) fn decoded(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    decode(raw, &mut text);
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or("").to_owned();
    for word in words {
        line.push(' ');
        line.push_str(word);
    }
    line
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return windows_1252(code)
            .or_else(|| char::from_u32(code).filter(|character| !character.is_control() || *character == '\n'));
    }
    match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" | "hairsp" | "numsp" | "puncsp" | "Tab" | "NewLine" => Some(' '),
        _ => ENTITIES.get(name)?.chars().next(),
    }
}

/// References to the C1 controls mean Windows-1252, as the HTML standard says.
fn windows_1252(code: u32) -> Option<char> {
    let index = code.checked_sub(0x80)?;
    const TABLE: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    TABLE.get(usize::try_from(index).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(decoded(raw), expected);
    }

    #[test]
    fn decodes() {
        check("B&amp;Q &lt;b&gt; &quot;x&quot;", "B&Q <b> \"x\"");
        check("it&rsquo;s &#8220;so&#x201D; &#151; caf&eacute;", "it’s “so” — café");
        check("a&nbsp;b &unknown; & c &", "a b &unknown; & c &");
        check("&#0; &#xFFFFFFF; &#55296;", "&#0; &#xFFFFFFF; &#55296;");
        check("&amp;lt;", "&lt;");
    }
}
