//! Cuts text into words, numbers, marks and symbols, in one pass.
//!
//! The rules are those of the Penn Treebank as Universal Dependencies apply them, so that what was learnt from such
//! treebanks fits: `'s` and `n't` are tokens of their own, abbreviations keep their full stop, hyphens stand alone.
//! Figures are cut further: `20th` is `20` and `th`, `2.5m` is `2.5` and `m`.

use crate::{
    document::{Document, Tag, Token, TokenKind},
    letter,
    lexicon::text::{Abbreviation, abbreviation},
    span::Span,
};

use super::{
    addresses::{self, Addresses},
    characters::{
        is_apostrophe, is_currency, is_fraction, is_invisible, is_letter, is_numeral, is_punctuation, is_space,
        is_wordlike,
    },
};

/// Fills the document's tokens and their folded forms; lemmas are the folded forms until they are known.
pub(super) fn tokenize(document: &mut Document) {
    let mut folded = String::with_capacity(document.text.len());
    let mut tokens = Vec::with_capacity(document.text.len() / 5);
    let mut lexer = Lexer { text: &document.text, at: 0, addresses: addresses::find(&document.text), quoted: false };
    while let Some((span, kind)) = lexer.next() {
        let start = folded.len();
        fold(document.text.get(span.range()).unwrap_or(""), &mut folded);
        let form = Span::new(start, folded.len());
        tokens.push(Token { span, kind, tag: Tag::Other, folded: form, lemma: form });
    }
    document.folded = folded;
    document.tokens = tokens;
}

/// Appends `raw` in lower case, with straight apostrophes and ordinary hyphens, without invisible characters.
pub(super) fn fold(raw: &str, folded: &mut String) {
    for character in raw.chars() {
        match character {
            '’' | '‘' | 'ʼ' | '＇' => folded.push('\''),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            _ if is_invisible(character) => {}
            _ if character.is_ascii() => folded.push(character.to_ascii_lowercase()),
            _ => folded.push(letter::small(character)),
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    addresses: Addresses,
    /// Whether a single quotation mark was opened in this line and not closed yet.
    quoted: bool,
}

impl Lexer<'_> {
    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    fn peek(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
            _ => self.rest(at).chars().next(),
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at).unwrap_or("").chars().next_back()
    }

    /// The end of the run of characters from `at` that `holds` accepts.
    fn run(&self, mut at: usize, holds: impl Fn(char) -> bool) -> usize {
        while let Some(character) = self.peek(at).filter(|&character| holds(character)) {
            at += character.len_utf8();
        }
        at
    }

    /// The next token's place and kind.
    fn next(&mut self) -> Option<(Span, TokenKind)> {
        while let Some(character) =
            self.peek(self.at).filter(|&character| is_space(character) || is_invisible(character))
        {
            if character == '\n' {
                self.quoted = false;
            }
            self.at += character.len_utf8();
        }
        let start = self.at;
        let first = self.peek(start)?;
        if let Some(end) = self.addresses.starting_at(start) {
            self.at = end;
            return Some((Span::new(start, end), TokenKind::Address));
        }
        let (end, kind) = self.lex(start, first);
        // Whatever the rules say, a token holds at least one character and does not run into an address.
        let end = self.addresses.cut(start, end).max(start + first.len_utf8());
        self.at = end;
        Some((Span::new(start, end), kind))
    }

    fn lex(&mut self, start: usize, first: char) -> (usize, TokenKind) {
        let after = start + first.len_utf8();
        let next = self.peek(after);
        let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
        match first {
            _ if is_numeral(first) => (self.number(start), TokenKind::Number),
            '.' if is_digit(next)
                && self.before(start).is_none_or(|before| is_space(before) || is_currency(before)) =>
            {
                (self.number(after), TokenKind::Number)
            }
            _ if is_wordlike(first) => (self.word(start), TokenKind::Word),
            _ if is_apostrophe(first) || first == '`' => self.apostrophe(start, first),
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‚' | '「' | '」' | '『' | '』' | '＂' => {
                (after, TokenKind::QuoteMark)
            }
            '.' => (self.stops(start), TokenKind::Punctuation),
            '!' | '?' => (self.run(after, |next| matches!(next, '!' | '?')), TokenKind::Punctuation),
            '-' | '–' | '—' | '_' | '/' | '…' => (self.run(after, |next| next == first), TokenKind::Punctuation),
            '*' | '=' | '~' | '#' | '+' | '|' | '\\' | '<' | '>' | '^' => {
                (self.run(after, |next| next == first), TokenKind::Symbol)
            }
            '$' | '%' | '@' | '&' => (after, TokenKind::Symbol),
            _ if first.is_ascii_punctuation() || is_punctuation(first) => (after, TokenKind::Punctuation),
            _ => (after, TokenKind::Symbol),
        }
    }

    /// A run of full stops; three or more with single spaces between them are one ellipsis, too.
    fn stops(&self, start: usize) -> usize {
        let end = self.run(start, |next| next == '.');
        let mut spaced = end;
        let mut count = end - start;
        while self.rest(spaced).starts_with(" .") && !self.peek(spaced + 2).is_some_and(|next| next.is_ascii_digit()) {
            spaced += 2;
            count += 1;
        }
        if count >= 3 { spaced } else { end }
    }

    /// Digits with separators between them: `1,000`, `2.5`, `1,00,000`; a vulgar fraction may follow.
    fn number(&self, start: usize) -> usize {
        let mut end = self.run(start, |next| next.is_ascii_digit());
        if end == start {
            return self.run(start, is_numeral);
        }
        while let Some(separator @ ('.' | ',')) = self.peek(end) {
            let digits = self.run(end + 1, |next| next.is_ascii_digit());
            let joins = match digits - end - 1 {
                0 => false,
                3 => true,
                2 if separator == ',' => self.ends_in_thousands(digits),
                _ => separator == '.',
            };
            if !joins {
                break;
            }
            end = digits;
        }
        if self.peek(end).is_some_and(is_fraction) { end + self.peek(end).map_or(0, char::len_utf8) } else { end }
    }

    /// Whether groups of two figures lead to one of three, as in India, `12,34,567`, and are not a list: `22,24,26`.
    fn ends_in_thousands(&self, mut end: usize) -> bool {
        while self.peek(end) == Some(',') {
            let digits = self.run(end + 1, |next| next.is_ascii_digit());
            match digits - end - 1 {
                2 => end = digits,
                length => return length == 3,
            }
        }
        false
    }

    fn word(&self, start: usize) -> usize {
        if let Some(end) = self.acronym(start) {
            return end;
        }
        let mut end = self.letters(start);
        if let Some(split) = self.contraction(start, end) {
            return split;
        }
        if let Some(stop) = self.abbreviated(start, end) {
            return stop;
        }
        // "Example.com" as a name
        if self.peek(end) == Some('.')
            && self
                .text
                .get(end + 1..end + 4)
                .is_some_and(|ending| ["com", "net", "org"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
            && !self.peek(end + 4).is_some_and(is_wordlike)
        {
            return end + 4;
        }
        // "AT&T", "R&D"
        while self.peek(end) == Some('&')
            && self.before(end).is_some_and(letter::is_capital)
            && self.peek(end + 1).is_some_and(letter::is_capital)
        {
            end = self.letters(end + 1);
        }
        end
    }

    /// The end of a word's letters, digits and inner apostrophes and underscores.
    fn letters(&self, start: usize) -> usize {
        let mut end = start;
        loop {
            end = self.run(end, is_wordlike);
            let Some(mark) = self.peek(end).filter(|&mark| is_apostrophe(mark) || mark == '_') else { return end };
            let after = end + mark.len_utf8();
            if !self.peek(after).is_some_and(letter::is_letter_or_figure) || end == start {
                return end;
            }
            if is_apostrophe(mark) && self.clitic(end).is_some() {
                return end;
            }
            end = after;
        }
    }

    /// The end of `'s`, `'ll`, `'re`, `'ve`, `'d` or `'m`, whose apostrophe stands at `at`, where a word ends with it.
    fn clitic(&self, at: usize) -> Option<usize> {
        let after = at + self.peek(at).filter(|&mark| is_apostrophe(mark))?.len_utf8();
        let end = self.run(after, |next| next.is_ascii_alphabetic());
        let letters = self.text.get(after..end)?;
        let known = ["s", "ll", "re", "ve", "d", "m"].iter().any(|clitic| letters.eq_ignore_ascii_case(clitic));
        (known && !self.peek(end).is_some_and(is_wordlike)).then_some(end)
    }

    /// Where `n't` begins in a word that ends with it.
    fn contraction(&self, start: usize, end: usize) -> Option<usize> {
        let mut back = self.text.get(start..end)?.char_indices().rev();
        let (_, t) = back.next()?;
        let (_, mark) = back.next()?;
        let (at, n) = back.next()?;
        (t.eq_ignore_ascii_case(&'t') && is_apostrophe(mark) && n.eq_ignore_ascii_case(&'n') && at > 0)
            .then_some(start + at)
    }

    /// The end of single letters with full stops: `U.S.`, `a.m.`, `J.`.
    fn acronym(&self, start: usize) -> Option<usize> {
        let mut end = start;
        let mut letters = 0;
        while let Some(letter) = self.peek(end).filter(|&next| is_letter(next)) {
            let after = end + letter.len_utf8();
            match self.peek(after) {
                Some('.') => {
                    letters += 1;
                    end = after + 1;
                }
                // "U.S": the last stop is missing.
                Some(next) if is_wordlike(next) => break,
                _ => {
                    if letters > 0 {
                        return Some(after);
                    }
                    break;
                }
            }
        }
        match letters {
            0 => None,
            1 => self.initial(start, end),
            // "U.S..." is "U.S." and an ellipsis' rest; "the U.S.The" is cut after the stop.
            _ => Some(end),
        }
    }

    /// `J.` before a name, and not the last word of a sentence. `end` is after the stop.
    fn initial(&self, start: usize, end: usize) -> Option<usize> {
        let first = self.peek(start)?;
        let next = self.run(end, |next| next == ' ' || next == '\u{a0}');
        let follows = self.peek(next)?;
        if letter::is_small(first) {
            // "p. 55", "v. Smith": known ones only.
            return self.abbreviated(start, end - 1);
        }
        // "said I. Then": the pronoun, unless a name stands before it, as in "Albert I. Jones".
        if first == 'I' {
            let word = self.text.get(..start).unwrap_or("").trim_end_matches(' ');
            let last = word.rsplit(|character: char| !letter::is_letter_or_figure(character)).next().unwrap_or("");
            if !last.chars().next().is_some_and(letter::is_capital) {
                return None;
            }
        }
        (letter::is_capital(follows) || follows == '-' || follows == ',' || follows == '&').then_some(end)
    }

    /// The end, after the full stop, of a word that is a known abbreviation.
    fn abbreviated(&self, start: usize, end: usize) -> Option<usize> {
        if self.peek(end) != Some('.') || self.peek(end + 1) == Some('.') {
            return None;
        }
        let mut stop = end + 1;
        let mut word = String::with_capacity(8);
        fold(self.text.get(start..end).filter(|word| word.len() <= 8)?, &mut word);
        // "Ph.D."
        if self.peek(stop).is_some_and(is_letter) {
            let further = self.run(stop, is_letter);
            if self.peek(further) == Some('.') && further - stop <= 4 {
                let length = word.len();
                word.push('.');
                fold(self.text.get(stop..further)?, &mut word);
                if abbreviation(&word).is_some() {
                    return Some(further + 1);
                }
                word.truncate(length);
            }
        }
        let next = self.run(stop, |next| next == ' ' || next == '\u{a0}');
        let follows = self.peek(next);
        let capital = self.peek(start).is_some_and(letter::is_capital);
        let holds = match abbreviation(&word)? {
            Abbreviation::Number => follows.is_some_and(|next| next.is_ascii_digit()),
            Abbreviation::Title => {
                capital
                    && follows.is_some_and(|next| {
                        letter::is_capital(next) || is_apostrophe(next) || next == '"' || next == '“' || next == '-'
                    })
                    || (word == "st" && follows.is_some_and(letter::is_small))
            }
            Abbreviation::Capital => capital,
            Abbreviation::Inner | Abbreviation::Any => true,
        };
        if self.peek(stop).is_some_and(is_wordlike)
            && next == stop
            && !self.peek(stop).is_some_and(|next| next.is_ascii_digit())
        {
            // "Inc.The": the stop is the abbreviation's all the same.
            stop = end + 1;
        }
        holds.then_some(stop)
    }

    /// An apostrophe or quotation mark that does not stand inside a word.
    fn apostrophe(&mut self, start: usize, first: char) -> (usize, TokenKind) {
        let after = start + first.len_utf8();
        let before = self.before(start);
        let next = self.peek(after);
        if next == Some(first) && matches!(first, '\'' | '`') {
            return (after + 1, TokenKind::QuoteMark);
        }
        let glued = before.is_some_and(|before| letter::is_letter_or_figure(before) || before == '.');
        if glued && first != '`' {
            if let Some(end) = self.clitic(start) {
                return (end, TokenKind::Word);
            }
            // "n't" whose "n" was left behind by the word before it is lexed as a word, never here.
            let lower = self
                .rest(after)
                .strip_prefix(' ')
                .and_then(|rest| rest.chars().next())
                .is_some_and(letter::is_letter_or_figure);
            if first != '‘' && !self.quoted && lower && matches!(before, Some('s' | 'S' | 'z' | 'x')) {
                return (after, TokenKind::Word);
            }
            self.quoted = false;
            return (after, TokenKind::QuoteMark);
        }
        if first != '`' && next.is_some_and(|next| next.is_ascii_digit()) {
            let digits = self.run(after, |next| next.is_ascii_digit());
            if digits - after == 2 && self.peek(digits).is_some_and(|next| next == 's' || next == ' ') {
                return (after, TokenKind::Punctuation); // "’90s"
            }
        }
        if first != '`' {
            let end = self.run(after, is_letter);
            let letters = self.text.get(after..end).unwrap_or("");
            if ["em", "tis", "twas", "til", "cause"].iter().any(|elided| letters.eq_ignore_ascii_case(elided)) {
                return (end, TokenKind::Word);
            }
        }
        if next.is_some_and(|next| !is_space(next)) && before.is_none_or(|before| !letter::is_letter_or_figure(before))
        {
            self.quoted = matches!(first, '\'' | '‘');
        } else {
            self.quoted = false;
        }
        (after, TokenKind::QuoteMark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected`: the tokens, parted by `|`.
    fn check(text: &str, expected: &str) {
        let mut document = Document { text: text.to_owned(), ..Document::default() };
        tokenize(&mut document);
        let got: Vec<_> = (0..document.tokens.len()).map(|token| document.raw(token)).collect();
        assert_eq!(got.join("|"), expected, "{text:?}");
    }

    fn check_folded(text: &str, expected: &str) {
        let mut document = Document { text: text.to_owned(), ..Document::default() };
        tokenize(&mut document);
        let got: Vec<_> = (0..document.tokens.len()).map(|token| document.word(token)).collect();
        assert_eq!(got.join("|"), expected, "{text:?}");
    }

    fn check_kinds(text: &str, expected: &[TokenKind]) {
        let mut document = Document { text: text.to_owned(), ..Document::default() };
        tokenize(&mut document);
        let got: Vec<_> = document.tokens.iter().map(|token| token.kind).collect();
        assert_eq!(got, expected, "{text:?}");
    }

    #[test]
    fn words_and_clitics() {
        check("The harbour's gates can't open.", "The|harbour|'s|gates|ca|n't|open|.");
        check("They’ll say it isn’t so, won’t they?", "They|’ll|say|it|is|n’t|so|,|wo|n’t|they|?");
        check("We cannot.", "We|cannot|.");
        check("O'Hara and d’Arcy met at six o'clock", "O'Hara|and|d’Arcy|met|at|six|o'clock");
        check("the dockers' union", "the|dockers|'|union");
        check("a well-known ex-mayor", "a|well|-|known|ex|-|mayor");
        check("AT&T and R&D at B & Q", "AT&T|and|R&D|at|B|&|Q");
        check("Wi Sung‑lac", "Wi|Sung|‑|lac");
        check("either/or", "either|/|or");
    }

    #[test]
    fn abbreviations() {
        check("The U.S. and U.N. met at 9 a.m. today.", "The|U.S.|and|U.N.|met|at|9|a.m.|today|.");
        check("Mr. Vale saw Gen. Orme on Jan. 5.", "Mr.|Vale|saw|Gen.|Orme|on|Jan.|5|.");
        check("J. K. Marsh of Acme Inc. said no.", "J.|K.|Marsh|of|Acme|Inc.|said|no|.");
        check("No. 5, pp. 3-4", "No.|5|,|pp.|3|-|4");
        check("The answer was no.", "The|answer|was|no|.");
        check("You and I. Then", "You|and|I|.|Then");
        check("She holds a Ph.D. in law", "She|holds|a|Ph.D.|in|law");
    }

    #[test]
    fn numbers() {
        check("1,000 and 2.5 and 1,2", "1,000|and|2.5|and|1|,|2");
        check("12,34,567 and 22,24,26.", "12,34,567|and|22|,|24|,|26|.");
        check("the 20th, 5km, $2.5m, 1960s", "the|20|th|,|5|km|,|$|2.5|m|,|1960|s");
        check("A320 Q3 G20 4x4 3½", "A320|Q3|G20|4|x4|3½");
        check("2026-01-05 10:30 9/11 .5", "2026|-|01|-|05|10|:|30|9|/|11|.5");
        check("US$5 €7 8% ‘90s", "US|$|5|€|7|8|%|‘|90|s");
        check("It cost 5.", "It|cost|5|.");
    }

    #[test]
    fn marks() {
        check("“Go,” she said. 'No.'", "“|Go|,|”|she|said|.|'|No|.|'");
        check("Wait... what?! Yes . . . no…", "Wait|...|what|?!|Yes|. . .|no|…");
        check("a -- b — c–d", "a|--|b|—|c|–|d");
        check("``so''", "``|so|''");
        check("he said ‘the dockers’ yesterday", "he|said|‘|the|dockers|’|yesterday");
    }

    #[test]
    fn addresses() {
        check("See https://example.org/a?b=(c). Then", "See|https://example.org/a?b=(c)|.|Then");
        check("(www.example.org)", "(|www.example.org|)");
        check("Write to jo.vale@example.org, or @jovale.", "Write|to|jo.vale@example.org|,|or|@jovale|.");
        check("at news.example.co.uk today", "at|news.example.co.uk|today");
        check("It ended.Then it began", "It|ended|.|Then|it|began");
        check_kinds("@a b@c.org", &[TokenKind::Address, TokenKind::Address]);
    }

    #[test]
    fn folding() {
        check_folded("Lee Jae‑Myung’s É\u{ad}A", "lee|jae|-|myung|'s|éa");
    }

    #[test]
    fn kinds() {
        use TokenKind::{Number, Punctuation, QuoteMark, Symbol, Word};
        check_kinds(
            "“It's 5%,” - £",
            &[QuoteMark, Word, Word, Number, Symbol, Punctuation, QuoteMark, Punctuation, Symbol],
        );
    }
}
