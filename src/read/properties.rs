//! What holds of reading whatever comes in.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::read;
use crate::{document::Document, span::Span, story::Article};

/// Pieces of text and HTML of which trouble is made.
const PIECES: [&str; 60] = [
    "The",
    " harbour",
    " closed",
    ".",
    "!",
    "?",
    "...",
    "…",
    ". . .",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{ad}",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    "-",
    "—",
    "‑",
    "@",
    "http://",
    "www.",
    "a.b",
    "U.S.",
    "Mr.",
    "J.",
    "n't",
    "'s",
    "1",
    ",000",
    ".5",
    "$",
    "%",
    "1.",
    "(a)",
    "•",
    "é",
    "\u{301}",
    "字",
    "😀",
    "<p>",
    "</p>",
    "<div class=\"comments\">",
    "<a href=\"",
    "<!--",
    "-->",
    "<script>",
    "&amp;",
    "&#",
    "BEIJING —",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

fn check(document: &Document) {
    let text = &document.text;
    let sound = |span: Span| span.start <= span.end && text.get(span.range()).is_some();
    let mut end = 0;
    for (index, token) in document.tokens.iter().enumerate() {
        assert!(sound(token.span) && !token.span.is_empty(), "{index} {:?}", token.span);
        assert!(token.span.start >= end, "tokens overlap at {index}");
        assert!(document.raw(index).chars().all(|character| character != '\n'), "a token over a line's end");
        end = token.span.end;
    }
    let mut next = 0;
    let mut end = 0;
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next, "sentences hold all tokens in order");
        assert!(sentence.tokens.end > next, "a sentence without a token");
        assert!(sound(sentence.span) && sentence.span.start >= end);
        assert_eq!(sentence.span, document.span_of(&sentence.tokens));
        next = sentence.tokens.end;
        end = sentence.span.end;
    }
    assert_eq!(next, document.tokens.len(), "sentences hold all tokens");
    let mut end = 0;
    for furniture in &document.furniture {
        assert!(sound(furniture.span) && furniture.span.start >= end);
        end = furniture.span.end;
    }
    assert!(document.origins.iter().all(|origin| sound(origin.span) && !origin.name.is_empty()));
}

fn read_text(text: &str) -> Document {
    read(&Article { text: Some(text.to_owned()), ..Article::default() })
}

fn read_html(html: &str) -> Document {
    read(&Article { html: Some(html.to_owned()), ..Article::default() })
}

proptest! {
    #[test]
    fn any_text_is_read(text: String) {
        check(&read_text(&text));
        check(&read_html(&text));
    }

    #[test]
    fn any_pieces_are_read(text in pieces()) {
        check(&read_text(&text));
        check(&read_html(&text));
    }

    #[test]
    fn the_same_text_gives_the_same_document(text in pieces()) {
        prop_assert_eq!(read_html(&text), read_html(&text));
    }
}

/// Reading takes a time that grows as the text does, whatever the text is made of.
#[test]
fn hostile_input_is_read_fast() {
    const SIZE: usize = 200_000;
    let repeated = |piece: &str| piece.repeat(SIZE / piece.len());
    let texts = [
        "a", "a.", "a. ", "'", "\"", "’s", "(", "[", "@", "a@", "http://", "www.", "a-", "1,", "1.", ". ", "\n", "a\n",
        "A\n", "U.S. ", "n't", "a'", "•", "(a) ", "[1", "\u{ad}", "é", "By A ", "A, ", "— ", "“a. ", "1 a", "a.com/",
    ];
    let pages = [
        "<",
        "<a",
        "<a ",
        "<a b",
        "<a b=",
        "<a b=\"",
        "<a b='",
        "<p>",
        "<div>",
        "<div>a",
        "</div>",
        "<b>",
        "<b></i>",
        "<!--",
        "<!",
        "<script>",
        "</",
        "<li>",
        "<table><tr><td>",
        "<ul><li>a",
        "<p>The harbour, closed.</p>",
        "<div class=\"comment\"><p>The harbour, closed.</p>",
        "<h1>a</h1>",
        "&",
        "&#",
        "<br>",
        "<script type=\"application/ld+json\">{\"a\":",
        "<a href=x>a</a>",
        "<article>",
        "<p><span>",
        "<form><p>",
    ];
    let timed = |name: &str, read: &dyn Fn() -> Document| {
        let start = Instant::now();
        check(&read());
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(5), "{name:?}: {taken:?}");
        if taken > Duration::from_millis(400) {
            eprintln!("{name:?}: {taken:?}");
        }
    };
    for piece in texts {
        let text = repeated(piece);
        timed(piece, &|| read_text(&text));
    }
    for piece in pages {
        let html = repeated(piece);
        timed(piece, &|| read_html(&html));
    }
    let json = format!("<script type=\"application/ld+json\">{}</script>", repeated("{\"a\":[\"b\","));
    timed("json", &|| read_html(&json));
}
