//! What is odd about an article as it came: no text or no report, another language, cut off, wrongly decoded, a day that
//! cannot be.

use crate::{
    date::Date,
    document::{Document, TokenKind},
    error::Warning,
    letter,
    lexicon::{STOP_WORDS, text::CUT_NOTICES, time::month},
    word::is_one_of,
};

use super::paragraphs::ends_sentence;

/// An article of fewer bytes may be a note that simply has no stop.
const MIN_CUT: usize = 400;
/// How many paragraphs of a hundred must end as sentences do for one that does not to look cut off.
const STOPPED: usize = 70;
/// How many sentences at the end are searched for a notice.
const NOTICE_REACH: usize = 4;

/// Fills the document's warnings and says whether it looks cut off, which text that was `cut` here does.
pub(super) fn find(document: &mut Document, cut: bool, from_html: bool) {
    let mut warn = |code, message: &str| {
        document.warnings.push(Warning { code, message: message.to_owned(), article: None });
    };
    if !document.tokens.iter().any(|token| token.kind == TokenKind::Word) {
        warn("no-text", "There is no word in it, so that nothing could be read.");
        return;
    }
    if letter::is_garbled(&document.text) {
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
    if let Some(date) = impossible_date(document) {
        let message = ["It names a day that is on no calendar: ", date, "."].concat();
        document.warnings.push(Warning { code: "impossible-date", message, article: None });
    }
    if is_empty(document, from_html) {
        let message = "It is no report, only a few words.".to_owned();
        document.warnings.push(Warning { code: "no-article", message, article: None });
    }
    if cut || is_cut_off(document) {
        document.truncated = true;
        let message = "It looks cut off, so that what it does not mention may stand in the missing part.".to_owned();
        document.warnings.push(Warning { code: "looks-cut-off", message, article: None });
    }
}

/// Warns that the page gives its date of publication as `date`, which cannot be read.
pub(super) fn undated(document: &mut Document, date: &str) {
    let message = ["Its page gives a date of publication that cannot be read: ", date, "."].concat();
    document.warnings.push(Warning { code: "impossible-date", message, article: None });
}

/// How many words of story the least report has, as text and as what is left of a page.
const LEAST: (usize, usize) = (3, 12);

/// Whether there are words, but too few of them to be a report.
fn is_empty(document: &Document, from_html: bool) -> bool {
    let tokens = document.story_sentences().flat_map(|(_, sentence)| sentence.tokens.clone());
    let words = tokens.filter(|&token| document.kind(token) == Some(TokenKind::Word)).count();
    words < if from_html { LEAST.1 } else { LEAST.0 }
}

/// The first date that is on no calendar: `February 30, 2026`, `30 February 2026`, `2026-13-45`, `31/31/2026`.
fn impossible_date(document: &Document) -> Option<&str> {
    let number = |token: usize| document.raw(token).parse::<u32>().ok();
    let year =
        |token: usize| number(token).filter(|year| (1900..2100).contains(year)).and_then(|year| year.try_into().ok());
    (0..document.tokens.len()).find_map(|at| {
        let text = |tokens| Some(document.slice(document.span_of(&tokens)));
        if let Some(month) = month(document.word(at)).filter(|_| document.is_capitalized(at)) {
            let comma = usize::from(document.raw(at + 2) == ",");
            if let (Some(day), Some(year)) = (number(at + 1), year(at + 2 + comma)) {
                return Date::new(year, month, day).is_none().then(|| text(at..at + 3 + comma))?;
            }
            let before = at.checked_sub(1)?;
            let (day, year) = (number(before)?, year(at + 1)?);
            return Date::new(year, month, day).is_none().then(|| text(before..at + 2))?;
        }
        let mark = document.raw(at + 1);
        let chain = (at + 1..at + 5).all(|token| document.is_glued(token)) && !document.is_glued(at);
        if !chain
            || !is_one_of(mark, "- /")
            || document.raw(at + 3) != mark
            || document.is_glued(at + 5) && document.raw(at + 5) == mark
        {
            return None;
        }
        let (first, second, third) = (number(at)?, number(at + 2)?, number(at + 4)?);
        let possible = match (year(at), year(at + 4)) {
            (Some(year), _) => Date::new(year, second, third),
            (_, Some(year)) => Date::new(year, first, second).or(Date::new(year, second, first)),
            _ => return None,
        };
        possible.is_none().then(|| text(at..at + 5))?
    })
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
        check("Harbour", "no-article");
        check("Harbour closed after storm", "");
        check(
            "asdf qwer zxcv uiop hjkl bnm wert sdfg xcvb yuio ghjk tyui fghj vbnm rtyu dfgh cvbn erty xyz wq",
            "language-not-english",
        );
        check("El puerto fue cerrado tras la tormenta y los barcos se quedaron en el muelle.", "language-not-english");
        check("The townâ€™s harbour was closed on Monday.", "looks-mis-encoded");
        check("CafÃ© owners said that the harbour was closed.", "looks-mis-encoded");
        check("Café owners said that the harbour was closed.", "");
        check("ÐŸÐ¾Ñ€Ñ‚ was closed on Monday.", "looks-mis-encoded");
        check("The town‚Äôs harbour was closed on Monday.", "looks-mis-encoded");
        check("The town\u{92}s harbour was closed on Monday.", "looks-mis-encoded");
        check("The town\u{fffd}s harbour was closed on Monday.", "looks-mis-encoded");
        check("The harbour was closed\0 on Monday.", "looks-mis-encoded");
        check("Ángel Ñandú of São Tomé opened the “Âge d’or” on Monday.", "");
    }

    #[test]
    fn days_that_cannot_be() {
        let check =
            |date: &str, expected| check(&format!("The harbour was closed on {date}, the mayor said."), expected);
        check("February 30, 2026", "impossible-date");
        check("31 June 2026", "impossible-date");
        check("2026-13-45", "impossible-date");
        check("31/31/2026", "impossible-date");
        check("February 29, 2024", "");
        check("2026-01-05", "");
        check("31/01/2026", "");
        check("2024-25", "");
    }

    #[test]
    fn pages_without_an_article() {
        let check = |html: &str, expected: &str| {
            let document = read(&Article { html: Some(html.to_owned()), ..Article::default() });
            let codes: Vec<_> = document.warnings.iter().map(|warning| warning.code).collect();
            assert_eq!(codes.join(" "), expected, "{html}");
        };
        check("<nav><a href=/a>News</a></nav><footer>© 2026 Harbour Press</footer>", "no-text");
        check("<script>var line = 'The harbour was closed on Monday.';</script>", "no-text");
        check("<h1>Not found</h1><p>There is no such page on this server.</p>", "no-article");
        check(&format!("<p>{STORY}</p>"), "");
        let dated = |date: &str| format!("<meta property=article:published_time content='{date}'><p>{STORY}</p>");
        check(&dated("31/31/2026"), "impossible-date");
        check(&dated("2026-01-05"), "");
    }

    #[test]
    fn another_language_than_was_said() {
        let text = "El puerto fue cerrado tras la tormenta y los barcos se quedaron en el muelle, dijo la alcaldesa a los vecinos.";
        let document =
            read(&Article { text: Some(text.to_owned()), lang: Some("en".to_owned()), ..Article::default() });
        assert_eq!(document.lang, "es");
        assert_eq!(document.warnings.first().map(|warning| warning.code), Some("language-not-english"));
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
