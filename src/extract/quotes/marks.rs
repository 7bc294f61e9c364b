//! Pairs of quotation marks: which words stand between them, whoever says them.

use crate::{document::Document, letter, span::Span, word::is_one_of};

/// How many marks may stand open within each other; more are no quotations.
const DEEPEST: usize = 8;

/// How far the mark that closes a quotation after a possessive is looked for, in characters.
const FARTHEST: usize = 600;

/// Words between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The words without the marks and white space at either end.
    pub inner: Span,
    /// The same with the marks.
    pub outer: Span,
    /// Whether a closing mark was found before the paragraph ended.
    pub closed: bool,
    /// Whether the paragraph starts with it.
    pub opens_paragraph: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `“ ”`
    Curly,
    /// `„ “`
    Low,
    /// `« »`, `‹ ›`, and the other way about
    Guillemet,
    /// `" "`, and `'' ''` or ` `` '' ` of old wire copy.
    Straight,
    /// `‘ ’`
    SingleCurly,
    /// `' '`
    SingleStraight,
}

impl Style {
    const fn is_single(self) -> bool {
        matches!(self, Self::SingleCurly | Self::SingleStraight)
    }
}

#[derive(Clone, Copy)]
struct Open {
    start: usize,
    content: usize,
    style: Style,
    /// An attribute of markup that was left in the text, not a quotation.
    markup: bool,
}

/// The outermost stretches between quotation marks, in order. No stretch goes beyond its paragraph: of a quotation over
/// several paragraphs each opens anew.
#[must_use]
pub fn stretches(document: &Document) -> Vec<Stretch> {
    let mut found = Vec::new();
    let paragraphs = paragraphs(document);
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let follows = paragraphs.get(index + 1).map_or("", |&next| document.slice(next));
        let goes_on = follows.starts_with(['\'', '‘']);
        let mut scan = Scan { text: document.slice(paragraph), open: Vec::new(), found: Vec::new() };
        scan.run();
        found.extend(scan.finish(goes_on).into_iter().map(|stretch| Stretch {
            inner: shift(stretch.inner, paragraph.start),
            outer: shift(stretch.outer, paragraph.start),
            ..stretch
        }));
    }
    found
}

const fn shift(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

/// Where each paragraph's story stands.
fn paragraphs(document: &Document) -> Vec<Span> {
    let mut paragraphs: Vec<(usize, Span)> = Vec::new();
    for sentence in &document.sentences {
        match paragraphs.last_mut() {
            Some((paragraph, span)) if *paragraph == sentence.paragraph => *span = span.cover(sentence.span),
            _ => paragraphs.push((sentence.paragraph, sentence.span)),
        }
    }
    paragraphs.into_iter().map(|(_, span)| span).collect()
}

struct Scan<'a> {
    text: &'a str,
    open: Vec<Open>,
    found: Vec<Stretch>,
}

impl Scan<'_> {
    fn run(&mut self) {
        let mut skip = 0;
        for (at, mark) in self.text.char_indices() {
            if at < skip {
                continue;
            }
            let double = self.text.get(at..).is_some_and(|rest| rest.starts_with("''") || rest.starts_with("``"));
            let end = at + if double { 2 } else { mark.len_utf8() };
            let before = self.text.get(..at).and_then(|text| text.chars().next_back());
            let after = self.text.get(end..).and_then(|text| text.chars().next());
            skip = end;
            match mark {
                '`' if double => self.push(at, end, Style::Straight),
                '"' => self.straight(at, end, Style::Straight, before, after),
                '\'' if double => self.straight(at, end, Style::Straight, before, after),
                '“' if self.top() == Some(Style::Low) => self.close(at, end, |style| style == Style::Low),
                // Typed for a closing mark.
                '“' if self.top() == Some(Style::Curly) && !is_text(after) && !is_space(before) => {
                    self.close(at, end, |style| style == Style::Curly);
                }
                '“' => self.push(at, end, Style::Curly),
                '”' if self.open.iter().any(|open| !open.style.is_single()) => {
                    self.close(at, end, |style| matches!(style, Style::Curly | Style::Straight | Style::Low));
                }
                // Typed for an opening mark.
                '”' if (is_space(before) || before.is_none()) && is_text(after) => self.push(at, end, Style::Curly),
                '„' => self.push(at, end, Style::Low),
                // `»We will go«`
                '»' | '›' if self.top() != Some(Style::Guillemet) && !is_letter(before) && is_text(after) => {
                    self.push(at, end, Style::Guillemet);
                }
                '«' | '‹' if self.top() == Some(Style::Guillemet) && !is_space(before) && !is_text(after) => {
                    self.close(at, end, |style| style == Style::Guillemet);
                }
                '«' | '‹' => self.push(at, end, Style::Guillemet),
                '»' | '›' => self.close(at, end, |style| style == Style::Guillemet),
                '‘' if !is_letter(before) && is_text(after) && !self.elides(end) => {
                    self.push(at, end, Style::SingleCurly);
                }
                '’' | '\'' => self.single(at, end, mark, before, after),
                _ => skip = 0,
            }
        }
    }

    fn top(&self) -> Option<Style> {
        self.open.last().map(|open| open.style)
    }

    fn push(&mut self, start: usize, content: usize, style: Style) {
        let markup = self.text.get(..start).is_some_and(|before| before.ends_with('='));
        if self.open.len() >= DEEPEST {
            self.open.remove(0);
        }
        self.open.push(Open { start, content, style, markup });
    }

    /// Ends the innermost open stretch whose style is `fits`; what was opened inside it and not closed is forgotten.
    fn close(&mut self, at: usize, end: usize, fits: impl Fn(Style) -> bool) {
        let Some(position) = self.open.iter().rposition(|open| fits(open.style)) else { return };
        let Some(open) = self.open.get(position).copied() else { return };
        self.open.truncate(position);
        if !open.markup {
            self.add(open.start, end, Span::new(open.content, at), true);
        }
    }

    fn add(&mut self, start: usize, end: usize, content: Span, closed: bool) {
        let text = self.text.get(content.range()).unwrap_or("");
        let from = content.start + (text.len() - text.trim_start().len());
        let inner = Span::new(from, from + text.trim().len());
        if !text.contains(letter::is_letter_or_figure) {
            return;
        }
        let opens_paragraph = self.text.get(..start).is_some_and(|before| before.trim().is_empty());
        while self.found.last().is_some_and(|stretch| stretch.outer.start >= start) {
            self.found.pop();
        }
        self.found.push(Stretch { inner, outer: Span::new(start, end), closed, opens_paragraph });
    }

    /// A mark that opens and closes alike.
    fn straight(&mut self, at: usize, end: usize, style: Style, before: Option<char>, after: Option<char>) {
        let is_open = self.open.iter().any(|open| matches!(open.style, Style::Straight | Style::Curly));
        let opens = (is_space(before)
            || before.is_none()
            || before.is_some_and(|before| "([-–—=:>".chars().any(|own| own == before)))
            && after.is_some_and(|after| !after.is_whitespace());
        if !is_open {
            // Inches and stray closing marks open nothing.
            let closes = before
                .is_some_and(|before| letter::is_letter_or_figure(before) || ".,!?".chars().any(|own| own == before));
            // `the ocean."We found`: a missing space.
            let begins = matches!(before, Some('.' | '!' | '?')) && after.is_some_and(letter::is_capital);
            if opens || begins || !closes {
                self.push(at, end, style);
            }
        } else if opens && !is_space(after) && is_text(after) && self.open.iter().all(|open| open.start + 2 < at) {
            // The one before was left open.
            self.open.retain(|open| !matches!(open.style, Style::Straight | Style::Curly));
            self.push(at, end, style);
        } else {
            self.close(at, end, |style| matches!(style, Style::Straight | Style::Curly));
        }
    }

    /// An apostrophe or a single mark.
    fn single(&mut self, at: usize, end: usize, mark: char, before: Option<char>, after: Option<char>) {
        if is_letter(before) && is_letter(after) {
            return;
        }
        let is_open = self.top().is_some_and(Style::is_single);
        if is_open && before.is_some() && !is_space(before) && !is_letter(after) {
            if !(matches!(before, Some('s' | 'S')) && self.possessive(end)) {
                self.close(at, end, Style::is_single);
            }
        } else if mark == '\'' && !is_letter(before) && is_text(after) && !self.elides(end) && !is_open {
            self.push(at, end, Style::SingleStraight);
        }
    }

    /// Whether the mark that ends at `end`, after an `s`, is a possessive: another one closes later.
    fn possessive(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or("");
        if !rest.starts_with(' ') {
            return false;
        }
        for (at, mark) in rest.char_indices().take(FARTHEST) {
            let before = rest.get(..at).and_then(|text| text.chars().next_back());
            let after = rest.get(at + mark.len_utf8()..).and_then(|text| text.chars().next());
            match mark {
                '‘' => return false,
                '’' | '\'' if is_letter(before) && is_letter(after) => {}
                '’' | '\'' => return !is_space(before),
                _ => {}
            }
        }
        false
    }

    /// Whether the word at `at` is one that drops its beginning: `'em`, `'90s`.
    fn elides(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or("");
        let word = rest.split(|letter: char| !letter::is_letter_or_figure(letter)).next().unwrap_or("");
        is_one_of(word.to_ascii_lowercase().as_str(), "em til till tis twas cause cuz n bout round nother")
            || (word.starts_with(|first: char| first.is_ascii_digit()) && word.ends_with('s') && word.len() <= 5)
    }

    /// `goes_on` says whether the next paragraph begins with a single mark, so that one left open here is meant.
    fn finish(mut self, goes_on: bool) -> Vec<Stretch> {
        let single = self.open.iter().find(|open| {
            let before = self.text.get(..open.start).unwrap_or("").trim_end();
            open.style.is_single() && goes_on && (before.is_empty() || before.ends_with([':', ',']))
        });
        if let Some(open) = single.copied() {
            self.add(open.start, self.text.len(), Span::new(open.content, self.text.len()), false);
            return self.found;
        }
        // A double mark left open runs to the paragraph's end, unless more was quoted after it between its own marks.
        if let Some(open) = self.open.iter().find(|open| !open.style.is_single() && !open.markup).copied()
            && self.found.iter().all(|stretch| {
                let mark = |at: usize| self.text.get(at..).and_then(|text| text.chars().next());
                stretch.outer.end <= open.start || mark(stretch.outer.start) != mark(open.start)
            })
        {
            self.add(open.start, self.text.len(), Span::new(open.content, self.text.len()), false);
        }
        self.found
    }
}

fn is_space(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_whitespace)
}

fn is_letter(letter: Option<char>) -> bool {
    letter.is_some_and(letter::is_letter_or_figure)
}

/// What quoted words may start with.
fn is_text(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| {
        letter::is_letter_or_figure(letter) || "…[($€£#@“\"‘'".chars().any(|own| own == letter) || letter == '.'
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Sentence, span::Span};

    /// A document of one sentence a paragraph; the marks need no tokens.
    fn document(text: &str) -> Document {
        let mut sentences = Vec::new();
        let mut start = 0;
        for (paragraph, line) in text.split('\n').enumerate() {
            let span = Span::new(start, start + line.len());
            sentences.push(Sentence { span, tokens: 0..0, paragraph, furniture: None });
            start += line.len() + 1;
        }
        Document { text: text.to_owned(), sentences, ..Document::default() }
    }

    fn check(text: &str, expected: &[&str]) {
        let document = document(text);
        let found: Vec<&str> = stretches(&document).into_iter().map(|stretch| document.slice(stretch.inner)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_what_stands_between_marks() {
        check("“We will go,” she said.", &["We will go,"]);
        check("\"We will go,\" she said. \"Today.\"", &["We will go,", "Today."]);
        check("``We will go,'' she said.", &["We will go,"]);
        check("''We will go,'' she said.", &["We will go,"]);
        check("'We can't go,' she said.", &["We can't go,"]);
        check("‘We can’t go,’ she said.", &["We can’t go,"]);
        check("«We will go», she said.", &["We will go"]);
        check("»We will go«, she said. »Today.«", &["We will go", "Today."]);
        check("‹No›, she said. ›No‹, he said.", &["No", "No"]);
        check("«He said ‹no› twice», she said.", &["He said ‹no› twice"]);
        check("„We will go“, she said.", &["We will go"]);
        check("She called it “a joke”.", &["a joke"]);
        check("The word (\"never\") was hers.", &["never"]);
    }

    #[test]
    fn leaves_apostrophes_alone() {
        check("It’s the workers’ union’s hall.", &[]);
        check("The '90s and rock 'n' roll.", &[]);
        check("‘The workers’ hall is ours,’ he said.", &["The workers’ hall is ours,"]);
        check("'The drivers' pay must rise,' he said.", &["The drivers' pay must rise,"]);
        check("\"Take 'em all,\" he said.", &["Take 'em all,"]);
        check("She is 5'4\" tall and he said \"no\".", &["no"]);
    }

    #[test]
    fn keeps_the_outermost() {
        check("“He said ‘no’ twice,” she said.", &["He said ‘no’ twice,"]);
        check("'He said \"no\" twice,' she said.", &["He said \"no\" twice,"]);
        check("“I read “Storms” twice,” she said.", &["I read “Storms” twice,"]);
    }

    #[test]
    fn forgives_marks_that_do_not_match() {
        check("“We will go,\" she said.", &["We will go,"]);
        check("\"We will go,” she said.", &["We will go,"]);
        check("“We will go,“ she said.", &["We will go,"]);
        check("“We will go.\n“And stay.”", &["We will go.", "And stay."]);
        check("He wrote “We will go and never came.", &["We will go and never came."]);
        check("<a href=\"x\">He</a> said \"no\".", &["no"]);
    }

    #[test]
    fn never_panics() {
        for text in ["", "\"", "''", "“”", "’’’", "'\"'\"'\"", "»«", "‘“’”", "“\n”", "'s 's' s'", "é'é\"é“é"]
        {
            let document = document(text);
            for stretch in stretches(&document) {
                assert!(stretch.outer.contains(stretch.inner));
                assert!(!document.slice(stretch.inner).is_empty());
            }
        }
    }
}
