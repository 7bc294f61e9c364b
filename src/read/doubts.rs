//! What is odd about an article as it came: no text, another language, cut off, wrongly decoded.

use crate::{
    document::{Document, TokenKind},
    error::Warning,
    letter,
    lexicon::{STOP_WORDS, text::CUT_NOTICES},
};

use super::paragraphs::ends_sentence;

/// An article of fewer bytes may be a note that simply has no stop.
const MIN_CUT: usize = 400;
/// How many paragraphs of a hundred must end as sentences do for one that does not to look cut off.
const STOPPED: usize = 70;
/// How many sentences at the end are searched for a notice.
const NOTICE_REACH: usize = 4;

/// Fills the document's warnings and says whether it looks cut off, which text that was `cut` here does.
pub(super) fn find(document: &mut Document, cut: bool) {
    let mut warn = |code, message: &str| {
        document.warnings.push(Warning { code, message: message.to_owned(), article: None });
    };
    if !document.tokens.iter().any(|token| token.kind == TokenKind::Word) {
        warn("no-text", "There is no word in it, so that nothing could be read.");
        return;
    }
    if is_mis_encoded(&document.text) {
        warn(
            "looks-mis-encoded",
            "Some characters were decoded wrongly before the text came here; names with them may not be recognised.",
        );
    }
    if !document.is_english() {
        let message = if document.lang == "und" {
            "Its language could not be told; only what needs no English was read."
        } else {
            "It is not in English; only what needs no English was read."
        };
        document.warnings.push(Warning { code: "language-not-english", message: message.to_owned(), article: None });
    }
    if cut || is_cut_off(document) {
        document.truncated = true;
        let message = "It looks cut off, so that what it does not mention may stand in the missing part.".to_owned();
        document.warnings.push(Warning { code: "looks-cut-off", message, article: None });
    }
}

/// Whether UTF-8 was read as Windows-1252 somewhere, or characters were replaced.
fn is_mis_encoded(text: &str) -> bool {
    let mut before = ' ';
    for character in text.chars() {
        let doubled = match before {
            'Ã' => {
                matches!(character, '\u{80}'..='\u{bf}' | '‚' | '„' | '…' | '†' | '‡' | '‰' | 'š' | '›' | 'œ' | '™')
            }
            'Â' => matches!(character, '\u{a0}'..='\u{bf}'),
            'â' => matches!(character, '€' | '\u{80}'),
            _ => false,
        };
        if doubled || character == '\u{fffd}' {
            return true;
        }
        before = character;
    }
    false
}

/// Whether the text stops before its article does.
fn is_cut_off(document: &Document) -> bool {
    let text = document.text.trim_end();
    if is_counted(text) {
        return true;
    }
    let last = document.sentences.iter().rev().take(NOTICE_REACH);
    if last.clone().any(|sentence| is_notice(document, sentence.tokens.clone())) {
        return true;
    }
    let Some(end) = document.story_sentences().last().map(|(_, sentence)| sentence) else { return false };
    let ending = document.slice(end.span);
    // An ellipsis without quotation marks after it, and after a word: the rest is elsewhere.
    if ending.ends_with(['…']) || ending.ends_with("...") || ending.ends_with("[…]") || ending.ends_with("[...]") {
        return document.text.len() >= MIN_CUT / 4;
    }
    let words = end.tokens.clone().filter(|&token| document.kind(token) == Some(TokenKind::Word)).count();
    let last = document.word(end.tokens.end.saturating_sub(1));
    let open = last == "," || last.len() > 1 && STOP_WORDS.contains(last);
    // A line of its own without a stop is a headline of another article more often than half a sentence.
    let continued = document.sentences.iter().any(|sentence| {
        sentence.paragraph == end.paragraph && sentence.span != end.span && sentence.furniture.is_none()
    });
    let half = open && words >= 3 || continued && words >= 4 && last.chars().all(letter::is_letter_or_figure);
    if document.text.len() < MIN_CUT || !half || ends_sentence(ending) {
        return false;
    }
    let (mut paragraphs, mut stopped) = (0, 0);
    for (index, sentence) in document.story_sentences() {
        let closes = document.sentences.get(index + 1).is_none_or(|next| next.paragraph != sentence.paragraph);
        if closes && sentence.span != end.span {
            paragraphs += 1;
            stopped += usize::from(ends_sentence(document.slice(sentence.span)));
        }
    }
    stopped * 100 >= paragraphs * STOPPED && (paragraphs > 0 || document.story_sentences().count() > 1)
}

/// Whether a text ends as interfaces to news do that give its beginning: "[+2104 chars]".
fn is_counted(text: &str) -> bool {
    let Some(inner) = text.strip_suffix("chars]").or_else(|| text.strip_suffix("characters]")) else { return false };
    inner.trim_end().trim_end_matches(|digit: char| digit.is_ascii_digit()).ends_with("[+")
}

fn is_notice(document: &Document, tokens: std::ops::Range<usize>) -> bool {
    let mut phrase = String::new();
    tokens.take(6).any(|token| {
        if !phrase.is_empty() && !document.is_glued(token) {
            phrase.push(' ');
        }
        phrase.push_str(document.word(token));
        CUT_NOTICES.contains(&phrase)
    })
}

#[cfg(test)]
mod tests {
    use crate::{read::read, story::Article};

    /// The codes of the warnings, parted by spaces.
    fn check(text: &str, expected: &str) {
        let document = read(&Article { text: Some(text.to_owned()), ..Article::default() });
        let codes: Vec<_> = document.warnings.iter().map(|warning| warning.code).collect();
        assert_eq!(codes.join(" "), expected, "{text}");
        assert_eq!(document.truncated, expected.contains("looks-cut-off"), "{text}");
    }

    const STORY: &str = "The harbour of Port Vale was closed on Monday after a storm had torn two ferries from their moorings.\n\n\
        The harbour office said that nobody was hurt. Divers will look at the quay on Tuesday, it said.\n\n\
        Fishermen asked the town for help with the repairs, which they put at two million crowns.\n\n\
        The town council meets on Thursday to talk about the quay, the moorings and the old lighthouse.\n\n";

    #[test]
    fn doubts() {
        check("The harbour was closed on Monday.", "");
        check("12 : 30 !", "no-text");
        check("El puerto fue cerrado tras la tormenta y los barcos se quedaron en el muelle.", "language-not-english");
        check("The townâ€™s harbour was closed on Monday.", "looks-mis-encoded");
        check("CafÃ© owners said that the harbour was closed.", "looks-mis-encoded");
        check("Café owners said that the harbour was closed.", "");
    }

    #[test]
    fn cut_off() {
        check(STORY, "");
        check(&format!("{STORY}The mayor said that the"), "looks-cut-off");
        check(&format!("{STORY}The mayor said that the … [+2104 chars]"), "looks-cut-off");
        check(&format!("{STORY}The mayor said that the town would…"), "looks-cut-off");
        check(&format!("{STORY}Continue reading"), "looks-cut-off");
        check(&format!("{STORY}By Ana Orme"), "");
        check(&format!("{STORY}“We will see.”"), "");
    }
}
