//! Finds web addresses, e-mail addresses and users' handles, in one pass over the text.

use crate::{letter, span::Span};

/// Endings of host names that are taken for an address without `http://` or `www.` before them.
const ENDINGS: [&str; 22] = [
    "com", "org", "net", "gov", "edu", "int", "info", "co", "uk", "io", "tv", "eu", "de", "fr", "ru", "cn", "jp", "kr",
    "in", "au", "ca", "us",
];

/// The longest part of an address that stands before its `@` or `://`, in bytes; what is longer is no address.
const MAX_LEAD: usize = 64;

/// The addresses of a text, in order, taken one by one.
pub(super) struct Addresses {
    spans: Vec<Span>,
    next: usize,
}

impl Addresses {
    /// The end of the address that starts at `at`, if one does. Positions must be asked for in ascending order.
    pub(super) fn starting_at(&mut self, at: usize) -> Option<usize> {
        while self.spans.get(self.next).is_some_and(|span| span.start < at) {
            self.next += 1;
        }
        self.spans.get(self.next).filter(|span| span.start == at).map(|span| span.end)
    }

    /// `end`, or where an address starts between `start` and `end`.
    pub(super) fn cut(&self, start: usize, end: usize) -> usize {
        self.spans.get(self.next).map_or(end, |span| if span.start > start { end.min(span.start) } else { end })
    }
}

/// All addresses of `text`.
pub(super) fn find(text: &str) -> Addresses {
    let bytes = text.as_bytes();
    let mut spans: Vec<Span> = Vec::new();
    let mut free = 0; // the end of the last address
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let found = match byte {
            b'@' => mail_or_handle(text, free, at),
            b':' if text.get(at..).is_some_and(|rest| rest.starts_with("://")) => web(text, free, at),
            b'w' | b'W' if starts_with_www(bytes, at) => tail(text, at, at),
            b'.' => host(text, free, at),
            _ => None,
        };
        match found {
            Some(span) => {
                free = span.end;
                at = span.end.max(at + 1);
                spans.push(span);
            }
            None => at += 1,
        }
    }
    Addresses { spans, next: 0 }
}

fn starts_with_www(bytes: &[u8], at: usize) -> bool {
    let follows = bytes.get(at..at + 4).is_some_and(|start| start.eq_ignore_ascii_case(b"www."));
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    follows && !before.is_some_and(u8::is_ascii_alphanumeric)
}

/// The start of the run of bytes that ends at `at` and that `holds` accepts.
fn back(bytes: &[u8], free: usize, at: usize, holds: impl Fn(u8) -> bool) -> usize {
    let lead = bytes.get(free..at).unwrap_or(&[]);
    let length = lead.iter().rev().take(MAX_LEAD).take_while(|&&byte| holds(byte)).count();
    at - length
}

fn web(text: &str, free: usize, at: usize) -> Option<Span> {
    let start = back(text.as_bytes(), free, at, |byte| byte.is_ascii_alphabetic());
    (start < at).then(|| tail(text, start, at + 3)).flatten()
}

/// An address from `start` that goes on from `at` up to white space, without the punctuation that follows it.
fn tail(text: &str, start: usize, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let length = rest
        .find(|character: char| {
            character.is_whitespace()
                || character.is_control()
                || matches!(character, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '{' | '}' | '|' | '\\' | '^' | '`')
        })
        .unwrap_or(rest.len());
    let mut address = rest.get(..length)?;
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '…', ']', '*', '_']);
        // A closing parenthesis belongs to the address where it was opened in it.
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if !inner.as_bytes().contains(&b'(') => inner,
            _ => shorter,
        };
        if shorter.len() == address.len() {
            break;
        }
        address = shorter;
    }
    (!address.is_empty()).then(|| Span::new(start, at + address.len()))
}

fn mail_or_handle(text: &str, free: usize, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let start = back(bytes, free, at, |byte| is_name(byte) || matches!(byte, b'.' | b'+' | b'-' | b'%'));
    let rest = bytes.get(at + 1..)?;
    let name = rest.iter().take_while(|&&byte| is_name(byte)).count();
    if name == 0 {
        return None;
    }
    if start == at {
        let glued = text.get(..at)?.chars().next_back().is_some_and(letter::is_letter_or_figure);
        return (!glued && rest.first()?.is_ascii_alphabetic() || rest.first() == Some(&b'_'))
            .then(|| Span::new(at, at + 1 + name));
    }
    let domain = rest.iter().take_while(|&&byte| is_name(byte) || matches!(byte, b'.' | b'-')).count();
    let domain = text.get(at + 1..at + 1 + domain)?.trim_end_matches(['.', '-']);
    let first = text.get(start..at)?;
    let start = at - first.trim_start_matches(['.', '-', '%', '+']).len();
    (start < at && domain.as_bytes().contains(&b'.')).then(|| Span::new(start, at + 1 + domain.len()))
}

/// `example.org/path` and `example.org`; a capitalised `Example.com` is a name and is left to the words.
fn host(text: &str, free: usize, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let rest = bytes.get(at + 1..)?;
    let length = rest.iter().take(8).take_while(|byte| byte.is_ascii_lowercase()).count();
    let ending = text.get(at + 1..at + 1 + length)?;
    if !ENDINGS.contains(&ending) {
        return None;
    }
    let start = back(bytes, free, at, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let before = text.get(..start)?.chars().next_back();
    if start == at || before.is_some_and(letter::is_letter_or_figure) || !bytes.get(start)?.is_ascii_alphanumeric() {
        return None;
    }
    let end = at + 1 + length;
    let plain = text.get(start..at)?.bytes().all(|byte| !byte.is_ascii_uppercase())
        && text.get(start..at)?.bytes().any(|byte| byte.is_ascii_lowercase());
    match bytes.get(end) {
        Some(b'/') => tail(text, start, end),
        Some(b'.') if bytes.get(end + 1).is_some_and(u8::is_ascii_lowercase) => None, // a longer host: its last stop decides
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'-' => None,
        // "He came in.in" is no address: what is not plainly a host needs a common ending.
        _ => (plain && ["com", "org", "net", "gov", "edu", "info", "uk"].contains(&ending))
            .then(|| Span::new(start, end)),
    }
}
