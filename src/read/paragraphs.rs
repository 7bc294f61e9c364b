//! Tells the ends of lines that end something from those that only fill a page.

use crate::{letter, span::Span};

use super::characters::is_space;

/// The longest line that can belong to text broken to a fixed width, in characters.
const MAX_WIDTH: usize = 120;
/// The shortest longest line of a text broken to a fixed width, in characters.
const MIN_WIDTH: usize = 40;

/// A line without the white space around it.
struct Line<'a> {
    span: Span,
    text: &'a str,
    /// The length in characters; the first word's too.
    width: usize,
    first_word: usize,
}

/// The paragraphs of `text`, without white space around them. Headings and list items are paragraphs, too.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs = Vec::new();
    let mut group = Vec::new();
    let mut start = 0;
    for end in line_ends(text) {
        match line(text, start, end) {
            Some(line) => group.push(line),
            None => flush(&mut group, &mut paragraphs),
        }
        start = end;
    }
    flush(&mut group, &mut paragraphs);
    paragraphs
}

/// The positions after each line break, and the end of the text.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices()
        .filter(|&(_, character)| {
            matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
        })
        // "\r\n" is one break: the empty line between its halves would part two paragraphs.
        .filter(move |&(at, character)| {
            !(character == '\r' && text.get(at + 1..).is_some_and(|rest| rest.starts_with('\n')))
        })
        .map(|(at, character)| at + character.len_utf8())
        .chain([text.len()])
}

fn line(text: &str, start: usize, end: usize) -> Option<Line<'_>> {
    let raw = text.get(start..end)?;
    let trimmed = raw.trim_end_matches(is_space);
    let inner = trimmed.trim_start_matches(is_space);
    let from = start + trimmed.len() - inner.len();
    (!inner.is_empty()).then(|| Line {
        span: Span::new(from, from + inner.len()),
        text: inner,
        width: inner.chars().count(),
        first_word: inner.split(is_space).next().unwrap_or("").chars().count(),
    })
}

/// Joins the lines of a group, which no empty line parts, to paragraphs.
fn flush(group: &mut Vec<Line<'_>>, paragraphs: &mut Vec<Span>) {
    let width = wrapped_at(group);
    let stopped = group.iter().any(|line| ends_sentence(line.text));
    let mut before: Option<Line<'_>> = None;
    for line in group.drain(..) {
        let joined = before.as_ref().is_some_and(|before| {
            let unfinished = !ends_sentence(before.text) && !is_item(line.text);
            let filled = width.is_some_and(|width| before.width + line.first_word >= width);
            filled && (unfinished || ends_sentence(before.text)) && !is_item(line.text)
                || unfinished && stopped && starts_lower(line.text) && !is_item(before.text)
        });
        match paragraphs.last_mut().filter(|_| joined) {
            Some(paragraph) => paragraph.end = line.span.end,
            None => paragraphs.push(line.span),
        }
        before = Some(line);
    }
}

/// The width to which the lines were broken, in characters, if they were: nearly every line is as full as it can be.
fn wrapped_at(group: &[Line<'_>]) -> Option<usize> {
    let width = group.iter().map(|line| line.width).max()?;
    if group.len() < 2 || !(MIN_WIDTH..=MAX_WIDTH).contains(&width) {
        return None;
    }
    let pairs = || group.iter().zip(group.iter().skip(1));
    let broken = pairs().filter(|(line, _)| !ends_sentence(line.text)).count();
    let filled =
        pairs().filter(|(line, next)| !ends_sentence(line.text) && line.width + next.first_word >= width).count();
    (broken >= 1 && filled * 10 >= broken * 8 && group.len() >= 3).then_some(width)
}

/// Whether a line ends as a sentence does, closing marks aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let inner = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ']);
    inner.ends_with(['.', '!', '?', '…', '。', '！', '？', ':'])
}

fn starts_lower(line: &str) -> bool {
    line.chars().find(|&character| letter::is_letter_or_figure(character)).is_some_and(letter::is_small)
        && line.chars().next().is_some_and(|first| letter::is_letter_or_figure(first) || first == '(')
}

/// Whether a line starts as an item of a list does: with a bullet, a number or a letter and a stop or parenthesis.
fn is_item(line: &str) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    if matches!(first, '•' | '⁃' | '▪' | '◦' | '‣' | '*' | '·' | '-' | '–' | '■' | '●') {
        return line.chars().nth(1).is_some_and(is_space);
    }
    let inner = line.strip_prefix('(').unwrap_or(line);
    let marker = inner.split([')', '.', ' ']).next().unwrap_or("");
    let after = inner.get(marker.len()..).unwrap_or("");
    let is_marker = !marker.is_empty()
        && marker.len() <= 4
        && (marker.bytes().all(|byte| byte.is_ascii_digit())
            || marker.len() == 1 && marker.bytes().all(|byte| byte.is_ascii_alphabetic())
            || marker.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')));
    is_marker && (after.starts_with(')') || after.starts_with(". ") || after.starts_with(".)"))
}
