//! Cuts HTML into tags and text, whatever state it is in.
//!
//! Follows the standard's tokenizer where pages depend on it: comments, raw text elements, attributes with or without
//! quotation marks. Nothing is an error, every byte is looked at a bounded number of times.

use crate::word;

/// The most attributes of a tag that are kept.
const MAX_ATTRIBUTES: usize = 64;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag's name as written.
    End(&'a str),
    /// Text with its character references as written.
    Text(&'a str),
    /// The content of an element that holds no markup, such as a script; it follows the start tag.
    Raw(&'a str),
}

/// A start tag as written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its attributes, names and values as written.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// Whether it ends with a slash.
    pub closed: bool,
}

impl<'a> Tag<'a> {
    /// The value of an attribute as written; empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|&(_, value)| value)
    }
}

/// The tokens of `html`, in order.
pub(super) struct Tokenizer<'a> {
    html: &'a str,
    at: usize,
    /// The raw text element that was just opened.
    raw: Option<&'a str>,
    /// Whether it is known that no comment ends after `at`.
    comments_open: bool,
    /// Whether it is known that no tag ends after `at`.
    tags_open: bool,
}

impl<'a> Tokenizer<'a> {
    pub(super) const fn new(html: &'a str) -> Self {
        Self { html, at: 0, raw: None, comments_open: false, tags_open: false }
    }

    fn rest(&self, at: usize) -> &'a str {
        self.html.get(at..).unwrap_or("")
    }

    /// Moves to `end` and returns what lies before it.
    fn take(&mut self, end: usize) -> &'a str {
        let taken = self.html.get(self.at..end).unwrap_or("");
        self.at = end;
        taken
    }

    /// What stands up to the raw text element's end tag.
    fn raw_text(&mut self, name: &str) -> &'a str {
        let bytes = self.html.as_bytes();
        let mut from = self.at;
        while let Some(offset) = word::find(self.rest(from), "</") {
            let start = from + offset + 2;
            if bytes.get(start..start + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
                return self.take(start - 2);
            }
            from = start;
        }
        self.take(self.html.len())
    }

    /// A comment, a declaration or an instruction, passed over.
    fn skip_declaration(&mut self) {
        let rest = self.rest(self.at);
        if let (Some(inner), false) = (rest.strip_prefix("<!--"), self.comments_open) {
            match word::find(inner, "-->") {
                Some(end) => {
                    self.at += end + 7;
                    return;
                }
                None => self.comments_open = true,
            }
        }
        self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
    }

    /// A start tag at `at`, if it is one, and where it ends.
    fn tag(&self) -> Option<(Tag<'a>, usize)> {
        let bytes = self.html.as_bytes();
        let byte = |at: usize| bytes.get(at).copied();
        let run = |mut at: usize, stops: &dyn Fn(u8) -> bool| {
            while byte(at).is_some_and(|next| !stops(next)) {
                at += 1;
            }
            at
        };
        let is_end = |next: u8| next.is_ascii_whitespace() || matches!(next, b'/' | b'>' | b'<');
        let mut at = run(self.at + 1, &is_end);
        let name = self.html.get(self.at + 1..at)?;
        let mut attributes = Vec::new();
        let mut closed = false;
        loop {
            at = run(at, &|next| !next.is_ascii_whitespace() && next != b'/');
            match byte(at)? {
                b'>' => return Some((Tag { name, attributes, closed }, at + 1)),
                // The tag was never closed: the next one closes it.
                b'<' => return Some((Tag { name, attributes, closed }, at)),
                _ => {}
            }
            let start = at;
            at = run(at + 1, &|next| is_end(next) || next == b'=');
            let key = self.html.get(start..at).unwrap_or("");
            let equals = run(at, &|next| !next.is_ascii_whitespace());
            let mut value = "";
            if byte(equals) == Some(b'=') {
                let start = run(equals + 1, &|next| !next.is_ascii_whitespace());
                match byte(start)? {
                    quote @ (b'"' | b'\'') => {
                        // A value without its second quotation mark ends with the tag.
                        let rest = self.rest(start + 1);
                        let (end, mark) = match rest.find(char::from(quote)) {
                            Some(end) => (end, 1),
                            None => (rest.find('>')?, 0),
                        };
                        value = rest.get(..end)?;
                        at = start + 1 + end + mark;
                    }
                    _ => {
                        at = run(start, &|next| next.is_ascii_whitespace() || next == b'>');
                        value = self.html.get(start..at)?;
                    }
                }
            }
            closed = byte(at) == Some(b'/') && byte(at + 1) == Some(b'>');
            if attributes.len() < MAX_ATTRIBUTES {
                attributes.push((key, value));
            }
        }
    }
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            return Some(Token::Raw(self.raw_text(name)));
        }
        loop {
            let rest = self.rest(self.at);
            let second = rest.as_bytes().get(1).copied();
            match rest.bytes().next()? {
                b'<' if matches!(second, Some(b'!' | b'?')) => self.skip_declaration(),
                b'<' if second == Some(b'/') => {
                    let end = self.at + rest.find('>').map_or(rest.len(), |end| end + 1);
                    let mut inner = self.take(end).trim_end_matches('>');
                    while let Some(rest) = inner.strip_prefix("</") {
                        inner = rest;
                    }
                    let name = inner.split(|next: char| next.is_ascii_whitespace() || next == '/').next().unwrap_or("");
                    return Some(Token::End(name));
                }
                b'<' if second.is_some_and(|next| next.is_ascii_alphabetic()) && !self.tags_open => {
                    if let Some((tag, end)) = self.tag() {
                        self.at = end;
                        if is_raw(tag.name) && !tag.closed {
                            self.raw = Some(tag.name);
                        }
                        return Some(Token::Start(tag));
                    }
                    self.tags_open = true;
                }
                b'<' => {
                    let end = rest.get(1..).and_then(|rest| rest.find('<')).map_or(rest.len(), |end| end + 1);
                    return Some(Token::Text(self.take(self.at + end)));
                }
                _ => {
                    let end = rest.find('<').unwrap_or(rest.len());
                    return Some(Token::Text(self.take(self.at + end)));
                }
            }
        }
    }
}

/// Elements whose content is not markup, or is never shown.
fn is_raw(name: &str) -> bool {
    [
        "script", "style", "title", "textarea", "noscript", "template", "iframe", "xmp", "noembed", "noframes", "svg",
        "math",
    ]
    .iter()
    .any(|raw| name.eq_ignore_ascii_case(raw))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str) {
        let got: Vec<_> = Tokenizer::new(html)
            .map(|token| match token {
                Token::Start(tag) => {
                    let attributes: String =
                        tag.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
                    format!("<{}{attributes}{}>", tag.name, if tag.closed { "/" } else { "" })
                }
                Token::End(name) => format!("</{name}>"),
                Token::Text(text) => text.to_owned(),
                Token::Raw(text) => format!("[{text}]"),
            })
            .collect();
        assert_eq!(got.join("|"), expected, "{html:?}");
    }

    #[test]
    fn cuts() {
        check("<p class=a id='b c'>One<br/>two</p >", "<p class=a id=b c>|One|<br>|two|</p>");
        check("a < b <!-- <p> -->c", "a |< b |c");
        check("<script>if (a < b) '<p>'</script>x", "<script>|[if (a < b) '<p>']|</script>|x");
        check("<!doctype html><?xml?><b hidden>x", "<b hidden=>|x");
        check("<a href=\"x", "<a href=\"x");
        check("<p <b>x", "<p>|<b>|x");
        check("<!-- never closed <p>x", "x");
        check("<img src=a/b.png/>x", "<img src=a/b.png/>|x");
    }
}
