//! Cuts paragraphs into sentences.
//!
//! Every mark that may end a sentence is looked at once, with the words before and after it. What decides is the next
//! word's capital, whether the stop is an abbreviation's, and whether the next word often begins a sentence.

use std::ops::Range;

use crate::{
    document::{Document, Sentence, TokenKind},
    letter,
    lexicon::{
        STOP_WORDS,
        text::{Abbreviation, CREDIT_WORDS, abbreviation},
    },
    word::is_one_of,
};

use super::{
    lists::{Marker, marker_at},
    paragraphs::paragraphs,
    posts,
};

/// The most tokens that square brackets may hold for their content to be left whole.
const MAX_BRACKETED: usize = 40;

/// The most tokens of a quotation whose sentences are left together with the words that introduce it.
const MAX_QUOTED: usize = 100;

/// The most tokens of a sentence: what has no end is cut, so that whoever looks at each word of a sentence for each of its
/// words looks at so many at most.
const MAX_TOKENS: usize = 300;

/// Fills the document's sentences. Together they hold every token.
pub(super) fn split(document: &mut Document) {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (number, paragraph) in paragraphs(&document.text).into_iter().enumerate() {
        let to =
            from + document.tokens.get(from..).unwrap_or(&[]).partition_point(|token| token.span.start < paragraph.end);
        Splitter { document, paragraph: from..to }.split(|tokens| {
            let span = document.span_of(&tokens);
            sentences.push(Sentence { span, tokens, paragraph: number, furniture: None });
        });
        from = to;
    }
    document.sentences = sentences;
}

struct Splitter<'a> {
    document: &'a Document,
    paragraph: Range<usize>,
}

impl Splitter<'_> {
    fn split(&self, mut emit: impl FnMut(Range<usize>)) {
        let mut start = self.paragraph.start;
        let mut bracket_end = start;
        let mut marker = marker_at(self.document, start, self.paragraph.end);
        let mut at = start;
        if let Some(marker) = &marker {
            at = marker.tokens.end;
        }
        while at < self.paragraph.end {
            if self.raw(at) == "[" && bracket_end <= at {
                let end = self.paragraph.end.min(at + MAX_BRACKETED);
                bracket_end = (at..end).find(|&token| self.raw(token) == "]").unwrap_or(at);
            }
            if let Some(next) = self.next_item(at, start, marker.as_ref()) {
                emit(start..at);
                start = at;
                at = next.tokens.end;
                marker = Some(next);
                continue;
            }
            at = match self.boundary(start, at).filter(|&end| end > bracket_end + 1 || bracket_end <= start) {
                Some(end) => {
                    emit(start..end);
                    start = end;
                    match marker_at(self.document, end, self.paragraph.end) {
                        Some(next) => marker.insert(next).tokens.end,
                        None => end,
                    }
                }
                None => at + 1,
            };
            if at >= start + MAX_TOKENS {
                emit(start..at);
                start = at;
            }
        }
        if start < self.paragraph.end {
            emit(start..self.paragraph.end);
        }
    }

    /// The marker of the next list item, where one starts at `at` inside a line.
    fn next_item(&self, at: usize, start: usize, marker: Option<&Marker>) -> Option<Marker> {
        if at <= start {
            return None;
        }
        let next = marker_at(self.document, at, self.paragraph.end)?;
        let spaced = !self.document.is_glued(at);
        let follows = match marker {
            Some(marker) => marker.precedes(&next) && marker.tokens.end < at,
            // "The steps: 1. Close the bridge 2. Repair it"
            None => next.begins() && self.raw(at - 1) == ":",
        };
        (spaced && follows).then_some(next)
    }

    fn raw(&self, token: usize) -> &str {
        if self.paragraph.contains(&token) { self.document.raw(token) } else { "" }
    }

    fn kind(&self, token: usize) -> Option<TokenKind> {
        self.document.kind(token).filter(|_| self.paragraph.contains(&token))
    }

    fn first(&self, token: usize) -> char {
        self.raw(token).chars().next().unwrap_or(' ')
    }

    /// Where the sentence that began at `start` ends, if the token at `at` ends it: after the token and closing marks.
    fn boundary(&self, start: usize, at: usize) -> Option<usize> {
        let raw = self.raw(at);
        let last = raw.chars().next_back()?;
        let sort = match (self.kind(at)?, last) {
            (TokenKind::Punctuation, '.' | '…') if raw.len() > 1 => Mark::Ellipsis,
            (TokenKind::Punctuation, '.') => Mark::Stop,
            (TokenKind::Punctuation, '!' | '?') => Mark::Call,
            (TokenKind::Punctuation, '。' | '！' | '？' | '｡') => return Some(self.closed(at + 1)),
            (TokenKind::Word, '.') => Mark::Abbreviation,
            _ => return self.unmarked(start, at),
        };
        if is_one_of(self.raw(at.wrapping_sub(1)), "[ (") && is_one_of(self.raw(at + 1), "] )") {
            return None; // "[...]", "(!)"
        }
        let end = self.closed(at + 1);
        if end >= self.paragraph.end {
            return Some(self.paragraph.end);
        }
        if self.is_within_quotation(start, end) {
            return None;
        }
        let quoted = (at + 1..end).any(|token| self.kind(token) == Some(TokenKind::QuoteMark));
        let end = self.referenced(end);
        (end >= self.paragraph.end || self.divides(start, at, end, sort, quoted)).then_some(end)
    }

    /// Whether what ends before `end` stands in a quotation that the sentence introduces, `She said, “It fell. It was loud.”`,
    /// and that closes further on: the sentence goes on until then.
    fn is_within_quotation(&self, start: usize, end: usize) -> bool {
        let mark = |token: usize| if self.kind(token) == Some(TokenKind::QuoteMark) { self.first(token) } else { ' ' };
        let opens = |token: usize| match mark(token) {
            '“' | '«' | '‘' => true,
            '"' | '\'' => !self.document.is_glued(token) && self.document.is_glued(token + 1),
            _ => false,
        };
        let closes = |token: usize| match mark(token) {
            '”' | '»' => true,
            '"' | '\'' | '’' => self.document.is_glued(token),
            _ => false,
        };
        let last = (start..end).rev().find(|&token| opens(token) || closes(token));
        let Some(open) = last.filter(|&token| opens(token) && token > start) else { return false };
        let furthest = self.paragraph.end.min(open + MAX_QUOTED);
        (end..furthest).find(|&token| opens(token) || closes(token)).is_some_and(closes)
    }

    /// Where a sentence ends after the token at `at` without any mark: between two addresses, after a smiley, before a
    /// picture's credit.
    fn unmarked(&self, start: usize, at: usize) -> Option<usize> {
        let next = at + 1;
        if next >= self.paragraph.end || self.document.is_glued(next) {
            return None;
        }
        let listed = self.kind(at) == Some(TokenKind::Address) && self.kind(next) == Some(TokenKind::Address);
        let smiley = matches!(self.first(at), ')' | '(')
            && self.document.is_glued(at)
            && (at > start && self.raw(at - 1) == ":"
                || at > start + 1 && self.raw(at - 1) == "-" && self.raw(at - 2) == ":")
            && letter::is_capital(self.first(next));
        let credited = self.document.is_capitalized(next)
            && self.raw(next + 1) == ":"
            && CREDIT_WORDS.contains(self.document.word(next))
            && !matches!(self.kind(at), Some(TokenKind::Punctuation | TokenKind::QuoteMark));
        // "<jo@example.org> Hello": an address in brackets, at the head of a message.
        let addressed = matches!(self.first(at), '>' | ']')
            && at > start
            && self.kind(at - 1) == Some(TokenKind::Address)
            && (letter::is_capital(self.first(next)) || matches!(self.first(next), '*' | '<'));
        // "** Heading ** Text"
        let starred =
            self.raw(at) == "**" && self.raw(start) == "**" && at > start + 1 && letter::is_capital(self.first(next));
        // A post goes before its signature, and the text goes on behind it.
        let signed = posts::signature(self.document, next, self.paragraph.end).is_some()
            || posts::ends(self.document, start, at);
        (listed || smiley || credited || addressed || starred || signed).then_some(next)
    }

    /// `end` moved on over closing quotation marks and brackets.
    fn closed(&self, mut end: usize) -> usize {
        while end < self.paragraph.end {
            let closes = match self.kind(end) {
                Some(TokenKind::QuoteMark) => match self.first(end) {
                    '”' | '»' | '’' | '›' | '」' | '』' => true,
                    // “ at the end of a quotation, as some typists put it.
                    '“' => self.document.is_glued(end) && !self.document.is_glued(end + 1),
                    '"' | '\'' | '＂' => {
                        self.document.is_glued(end) && !self.opens_glued(end) || end + 1 == self.paragraph.end
                    }
                    _ => false,
                },
                Some(TokenKind::Punctuation) => {
                    matches!(self.first(end), ')' | ']' | '}') && self.document.is_glued(end)
                }
                _ => false,
            };
            if !closes {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether a straight mark that is glued to what is before it is glued to a word after it, too: `end."Next`.
    fn opens_glued(&self, mark: usize) -> bool {
        self.document.is_glued(mark + 1)
            && matches!(self.kind(mark + 1), Some(TokenKind::Word | TokenKind::Number))
            && (self.paragraph.start..mark).rev().take(200).filter(|&token| self.raw(token) == self.raw(mark)).count()
                % 2
                == 0
    }

    /// `end` moved on over references to notes: `large.[7][8] This`, `end.10 This`.
    fn referenced(&self, mut end: usize) -> usize {
        while self.raw(end) == "[" && self.document.is_glued(end) {
            let Some(close) = (end + 1..end + 6).find(|&token| self.raw(token) == "]") else { break };
            end = close + 1;
        }
        if self.kind(end) == Some(TokenKind::Number)
            && self.document.is_glued(end)
            && !self.document.is_glued(end + 1)
            && letter::is_capital(self.first(end + 1))
        {
            end += 1;
        }
        end
    }

    /// Whether a mark at `at` divides what is before `next` from what begins there.
    fn divides(&self, start: usize, at: usize, next: usize, mark: Mark, quoted: bool) -> bool {
        let Some(head) = self.head(next) else { return mark != Mark::Abbreviation };
        let glued = self.document.is_glued(next);
        let capital = self.starts_large(head);
        if glued {
            // "end.Next": a missing space, unless it is a name such as "Node.js".
            let plain = at > start && (quoted || self.raw(at - 1).chars().count() > 1);
            return capital
                && plain
                && matches!(mark, Mark::Stop | Mark::Call)
                && self.kind(next) != Some(TokenKind::Punctuation)
                && self.raw(head).chars().count() > 1;
        }
        if quoted && (self.is_speech_tag(next) || matches!(self.first(next), '-' | '–' | '—')) {
            return false;
        }
        // `"It is shut." she said`, "(It closed in May.) at last"
        let bracketed = matches!(self.first(next - 1), ')' | ']');
        if (quoted || bracketed) && self.kind(head) == Some(TokenKind::Word) && !capital {
            return false;
        }
        match mark {
            Mark::Abbreviation => capital && at > start && self.abbreviation_ends(start, at, next, head),
            Mark::Stop => capital || self.kind(head) == Some(TokenKind::Number) || self.ends_before_small(at, head),
            Mark::Call => {
                capital
                    || self.kind(head) == Some(TokenKind::Number)
                    || !quoted && self.raw(at) == "!" && self.ends_before_small(at, head)
            }
            Mark::Ellipsis => capital && self.raw(next) != "(",
        }
    }

    /// The word or number with which the text goes on at `next`, after opening marks; nothing where it goes on with
    /// punctuation that cannot begin a sentence.
    fn head(&self, next: usize) -> Option<usize> {
        let mut head = next;
        while head < self.paragraph.end && head < next + 4 {
            match self.kind(head)? {
                TokenKind::Word | TokenKind::Number | TokenKind::Address => return Some(head),
                TokenKind::QuoteMark | TokenKind::Symbol => {}
                TokenKind::Punctuation
                    if matches!(self.first(head), '(' | '[' | '…' | '¿' | '¡' | '-' | '–' | '—' | '_') => {}
                TokenKind::Punctuation => return Some(head),
            }
            head += 1;
        }
        None
    }

    /// Whether the token starts with a capital, or has one soon after its start, as "iPhone" has.
    fn starts_large(&self, token: usize) -> bool {
        let mut letters = self.raw(token).chars();
        let first = letters.next().unwrap_or(' ');
        letter::is_capital(first)
            || letter::is_small(first) && letters.next().is_some_and(letter::is_capital)
            || letter::is_letter(first) && !letter::is_small(first)
            || self.kind(token) == Some(TokenKind::Address)
    }

    /// Whether a full stop before a word in lower case ends a sentence all the same: careless writing.
    fn ends_before_small(&self, at: usize, head: usize) -> bool {
        let quoted = at >= 2 && self.kind(at - 1) == Some(TokenKind::QuoteMark) && self.document.is_glued(at);
        let before = at.checked_sub(1 + usize::from(quoted)).map_or("", |before| self.raw(before));
        self.kind(head) == Some(TokenKind::Word)
            && before.chars().all(letter::is_small)
            && (before.chars().count() >= 3 || before.len() == 2 && STOP_WORDS.contains(before))
            && abbreviation(before).is_none()
    }

    /// Whether speech is attributed at `next`: `"Stop!" Mary Smith said`.
    fn is_speech_tag(&self, next: usize) -> bool {
        let verb =
            (next..next + 4).find(|&token| !self.document.is_capitalized(token) && !self.raw(token).ends_with('.'));
        verb.is_some_and(|verb| {
            verb > next
                && !STOP_WORDS.contains(self.document.word(next)) | is_one_of(self.document.word(next), "he she they i")
                && is_one_of(self.document.word(verb), "said says asked added told replied wrote shouted")
        })
    }

    /// Whether an abbreviation's stop at `at` ends the sentence as well, before a capital at `head`.
    fn abbreviation_ends(&self, start: usize, at: usize, next: usize, head: usize) -> bool {
        let word = self.document.word(at);
        let bare = word.trim_end_matches('.');
        let follower = self.document.word(head);
        // "I" goes with "the U.S. I know"; "Will" and "May" are names more often than not.
        let starter = STOP_WORDS.contains(follower) && !is_one_of(follower, "will may us said says");
        let mark = head > next && matches!(self.kind(next), Some(TokenKind::QuoteMark)) || self.raw(head + 1) == ":";
        match abbreviation(bare) {
            Some(Abbreviation::Title | Abbreviation::Inner | Abbreviation::Number) => false,
            _ if is_one_of(bare, "a.m p.m") => at >= start + 4 && !is_time_word(follower),
            Some(Abbreviation::Any) if bare == "etc" => true,
            // "1,200 ft. Rescuers": a unit after its number, and no name that goes on.
            Some(Abbreviation::Any) => starter || mark || self.kind(at - 1) == Some(TokenKind::Number),
            Some(Abbreviation::Capital) => starter || mark,
            // One letter: an initial, or the end of "Plan B."
            None if bare.chars().count() == 1 => starter && !self.document.is_capitalized(at.saturating_sub(1)),
            None => starter || mark,
        }
    }
}

/// The sorts of marks that may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Stop,
    /// An exclamation or question mark.
    Call,
    Ellipsis,
    /// A word whose own full stop may end the sentence as well.
    Abbreviation,
}

/// What follows a time of day and still belongs to it: "9 a.m. Eastern", "9 a.m. Monday".
fn is_time_word(word: &str) -> bool {
    is_one_of(
        word,
        "monday tuesday wednesday thursday friday saturday sunday eastern central mountain pacific et est edt pt pst pdt ct cst cdt gmt bst utc local",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::tokens::tokenize;

    /// `text` holds `|` where a sentence ends and another begins.
    fn check(text: &str) {
        let mut document = Document { text: text.replace('|', ""), ..Document::default() };
        tokenize(&mut document);
        split(&mut document);
        let got: Vec<_> = document.sentences.iter().map(|sentence| document.slice(sentence.span)).collect();
        let expected: Vec<_> = text.split('|').map(str::trim).filter(|sentence| !sentence.is_empty()).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn stops() {
        check("The ferry left. |It was late! |Was it full? |No.");
        check("The ferry left.|It was late.");
        check("It carries 2.5 tonnes. |5 crew were aboard.");
        check("Fares rose to $3.50. |Few complained.");
    }

    #[test]
    fn abbreviations() {
        check("The U.S. President spoke in the U.S. |The talks went on.");
        check("Gen. Orme and Mr. Vale met on Jan. 5 at 9 a.m. Monday.");
        check("J. K. Marsh of Harbour Lines Inc. spoke. |He lives at No. 5 Quay St. in Port Vale.");
        check("It opens at 9 a.m. |Visitors queue early.");
        check("Ropes, sails, etc. |They were sold.");
        check("You and I. |They too.");
    }

    #[test]
    fn quotations() {
        check("“The pier is shut. |It will stay shut.” |She left.");
        check("“Is it shut?” he asked. |“Yes!” Jo Marsh said.");
        check("He said: “It is shut.” |The crowd left.");
        check("(The pier is shut.) |It rained.");
        check("She said, “It is shut. It will stay shut.” |The crowd left.");
        check("\"It is shut. |It will stay shut,\" she said. |He called: \"Go. Go now!\" |They went.");
        check("He told her, \"It is shut.\" she said. |It was (They shut it in May.) shut.");
        check("The sign says 'Shut. No entry.' |They went.");
    }

    #[test]
    fn lines() {
        check("Storm shuts the pier\n\n|The pier is shut.\n|It rained");
        check("Safety\n|The rail is new. |It shines.\n|Costs\n|They rose.");
        check(
            "The council of the town has met on Monday and it said that the\npier will stay closed until the storm that came in from the west has\npassed and the Harbour Office has looked at it.",
        );
        check("rope\n|sails, masts\n|oars");
        check("1. Check the rope\n|2. Check the sail");
        check("1.) Check the rope |2.) Check the sail");
    }

    #[test]
    fn posts_of_networks() {
        check("The pier is shut |— Harbour Office (@harbouroffice) December 27, 2017 |It rained.");
        check("The pier is shut! |— Jo (@jo) 27 December 2017");
        check("The pier is shut — Jo (@jo) says so on December 27, 2017 in a post.");
        check("The pier is shut — Jo (the mayor) December 27, 2017 was the day.");
        check("It was sold on December 27, 2017 to Ana Ruiz.");
    }

    #[test]
    fn without_an_end() {
        let text = format!("{}|{}|rope", "rope, ".repeat(MAX_TOKENS / 2), "rope, ".repeat(MAX_TOKENS / 2));
        check(&text.replace(", |", ",| "));
    }

    #[test]
    fn ellipses() {
        check("It was … well, odd. |It was odd... |Then it sank.");
    }
}
