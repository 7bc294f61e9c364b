//! Tells in which language an article is written: by its letters, and in Latin letters by its function words.

use crate::{
    document::{Document, TokenKind},
    letter,
    lexicon::text::LANGUAGE_WORDS,
};

/// How many words are looked at: the first ones, in which a short article lies whole.
const MAX_WORDS: usize = 600;
/// The fewest function words of a language, in percent of all words, that tell it.
const MIN_SHARE: usize = 8;
/// A text of fewer words that shows no other language is taken for English.
const SHORT: usize = 20;

/// The languages of the list of function words, in the order of their counts.
const LANGUAGES: [&str; 19] =
    ["en", "es", "fr", "de", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "ro", "hu", "tr", "id", "vi", "hr"];

/// The document's language as a BCP 47 tag without a region; `und` where it cannot be told.
pub(super) fn detect(document: &Document) -> &'static str {
    let words =
        || (0..document.tokens.len()).filter(|&token| document.kind(token) == Some(TokenKind::Word)).take(MAX_WORDS);
    let mut scripts = Scripts::default();
    let mut counts = [0_usize; LANGUAGES.len()];
    let mut total = 0;
    for token in words() {
        let word = document.word(token);
        total += 1;
        scripts.count(word);
        for language in LANGUAGE_WORDS.get(word).unwrap_or("").split(' ') {
            if let Some(count) = LANGUAGES.iter().position(|known| *known == language).and_then(|at| counts.get_mut(at))
            {
                *count += 1;
            }
        }
    }
    if total == 0 {
        return "und";
    }
    if let Some(language) = scripts.language() {
        return language;
    }
    // The first of equals wins: English is first.
    let best = counts.iter().zip(LANGUAGES).rev().max_by_key(|&(count, _)| *count);
    match best {
        Some((&count, language)) if tells(count, total, language) => language,
        _ if total < SHORT => "en",
        _ => "und",
    }
}

/// Whether so many function words among so many words tell the language; a few words need more to be another than English.
fn tells(count: usize, total: usize, language: &str) -> bool {
    match language {
        "en" => count > 0 && (count * 100 >= total * MIN_SHARE || total < SHORT),
        _ if total < SHORT => count >= 3 && count * 5 >= total,
        _ => count * 100 >= total * MIN_SHARE,
    }
}

/// How many letters of which script there are.
#[derive(Default)]
struct Scripts {
    latin: usize,
    cyrillic: usize,
    ukrainian: usize,
    greek: usize,
    hebrew: usize,
    arabic: usize,
    persian: usize,
    devanagari: usize,
    thai: usize,
    han: usize,
    kana: usize,
    hangul: usize,
    other: usize,
}

impl Scripts {
    fn count(&mut self, word: &str) {
        for character in word.chars().filter(|&character| letter::is_letter(character)) {
            let place = match character {
                'a'..='z' | 'à'..='ɏ' | '\u{1e00}'..='\u{1eff}' => &mut self.latin,
                'і' | 'ї' | 'є' | 'ґ' => &mut self.ukrainian,
                '\u{400}'..='\u{52f}' => &mut self.cyrillic,
                '\u{370}'..='\u{3ff}' => &mut self.greek,
                '\u{590}'..='\u{5ff}' => &mut self.hebrew,
                'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => &mut self.persian,
                '\u{600}'..='\u{6ff}' => &mut self.arabic,
                '\u{900}'..='\u{97f}' => &mut self.devanagari,
                '\u{e00}'..='\u{e7f}' => &mut self.thai,
                '\u{3040}'..='\u{30ff}' => &mut self.kana,
                '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => &mut self.han,
                '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' => &mut self.hangul,
                _ => &mut self.other,
            };
            // One letter of a script without spaces says as much as several of one with them.
            *place += 1;
        }
    }

    /// The language that the script tells; nothing for Latin letters.
    fn language(&self) -> Option<&'static str> {
        let cyrillic = (self.cyrillic + self.ukrainian, if self.ukrainian * 50 > self.cyrillic { "uk" } else { "ru" });
        let arabic = (self.arabic + self.persian, if self.persian * 20 > self.arabic { "fa" } else { "ar" });
        let east = (2 * (self.han + self.kana), if self.kana * 10 > self.han { "ja" } else { "zh" });
        let scripts = [
            cyrillic,
            arabic,
            east,
            (self.greek, "el"),
            (self.hebrew, "he"),
            (self.devanagari, "hi"),
            (self.thai, "th"),
            (2 * self.hangul, "ko"),
            (self.other, "und"),
        ];
        let (letters, language) = scripts.into_iter().max_by_key(|&(letters, _)| letters)?;
        (letters > self.latin).then_some(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::tokens::tokenize;

    fn check(text: &str, expected: &str) {
        let mut document = Document { text: text.to_owned(), ..Document::default() };
        tokenize(&mut document);
        assert_eq!(detect(&document), expected, "{text}");
    }

    #[test]
    fn languages() {
        check("The harbour was closed after the storm, and the ferries stayed in port.", "en");
        check("Harbour closed", "en");
        check("El puerto fue cerrado tras la tormenta y los barcos se quedaron en el muelle.", "es");
        check("Der Hafen wurde nach dem Sturm geschlossen und die Fähren sind im Hafen geblieben.", "de");
        check("Le port est fermé après la tempête et les bateaux sont dans le port.", "fr");
        check("Порт закрыли после шторма, и паромы остались у причала.", "ru");
        check("Порт закрили після шторму, і пороми залишилися біля причалу.", "uk");
        check("台风过后港口关闭。", "zh");
        check("台風の後、港は閉鎖された。", "ja");
        check("폭풍 후 항구가 폐쇄되었다.", "ko");
        check("U", "en");
        check("La Plata, Argentina", "en");
        check("12 345", "und");
        check("", "und");
    }
}
