//! Builds a tree of elements and text from HTML, whatever state it is in.
//!
//! The tree is a list in document order; each element knows where its content ends. Elements that lie deeper than
//! [`MAX_DEPTH`] are left out and their text belongs to the element around them, so that no input costs more than its
//! length times that depth.

use super::tokenizer::{Tag, Token, Tokenizer};

/// How deep elements are told apart.
pub(super) const MAX_DEPTH: usize = 256;

/// What a node is.
#[derive(Debug)]
pub(super) enum Content<'a> {
    /// An element.
    Element(Tag<'a>),
    /// Text with its character references as written.
    Text(&'a str),
    /// The content of a raw text element, such as a script.
    Raw(&'a str),
}

/// An element or text.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// What it is.
    pub content: Content<'a>,
    /// The position after its last descendant.
    pub end: usize,
}

/// The nodes in document order.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub nodes: Vec<Node<'a>>,
}

impl<'a> Tree<'a> {
    pub(super) fn parse(html: &'a str) -> Self {
        let mut builder = Builder { nodes: Vec::new(), open: Vec::new(), buried: 0 };
        for token in Tokenizer::new(html) {
            match token {
                Token::Start(tag) => builder.start(tag),
                Token::End(name) => builder.end(name),
                Token::Text(text) => builder.leaf(Content::Text(text)),
                Token::Raw(text) => builder.leaf(Content::Raw(text)),
            }
        }
        builder.close_to(0);
        Self { nodes: builder.nodes }
    }

    /// The element at `index`; nothing where text stands there.
    pub(super) fn element(&self, index: usize) -> Option<&Tag<'a>> {
        match &self.nodes.get(index)?.content {
            Content::Element(tag) => Some(tag),
            Content::Text(_) | Content::Raw(_) => None,
        }
    }

    /// Whether the element at `index` has one of these names, which stand with spaces between them.
    pub(super) fn is(&self, index: usize, names: &str) -> bool {
        self.element(index).is_some_and(|tag| names.split(' ').any(|name| tag.name.eq_ignore_ascii_case(name)))
    }

    /// The position after the last descendant of the node at `index`.
    pub(super) fn end(&self, index: usize) -> usize {
        self.nodes.get(index).map_or(index + 1, |node| node.end)
    }

    /// The children of the node at `index`.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let end = self.end(index);
        std::iter::successors((index + 1 < end).then_some(index + 1), move |&child| {
            Some(self.end(child)).filter(|&next| next < end)
        })
    }
}

struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    /// The elements that are open, as positions.
    open: Vec<usize>,
    /// How many elements lie open beyond [`MAX_DEPTH`].
    buried: usize,
}

impl<'a> Builder<'a> {
    fn name(&self, depth: usize) -> &'a str {
        match self.open.get(depth).and_then(|&node| self.nodes.get(node)) {
            Some(Node { content: Content::Element(tag), .. }) => tag.name,
            _ => "",
        }
    }

    fn leaf(&mut self, content: Content<'a>) {
        let end = self.nodes.len() + 1;
        self.nodes.push(Node { content, end });
    }

    fn start(&mut self, tag: Tag<'a>) {
        for closing in implied_ends(tag.name) {
            // "<p>" ends an open "<p>", "<li>" an open "<li>", but only within the same list or block.
            let found = (0..self.open.len())
                .rev()
                .take(8)
                .find(|&depth| closing.ends(self.name(depth)) || closing.stops(self.name(depth)));
            if let Some(depth) = found.filter(|&depth| closing.ends(self.name(depth))) {
                self.close_to(depth);
            }
        }
        let empty = tag.closed && !is_container(tag.name) || is_void(tag.name);
        if !empty && self.open.len() >= MAX_DEPTH {
            self.buried += 1;
            return;
        }
        let node = self.nodes.len();
        self.leaf(Content::Element(tag));
        if !empty {
            self.open.push(node);
        }
    }

    fn end(&mut self, name: &str) {
        if self.buried > 0 {
            self.buried -= 1;
            return;
        }
        let block = is_block(name);
        for depth in (0..self.open.len()).rev() {
            let open = self.name(depth);
            if open.eq_ignore_ascii_case(name) {
                self.close_to(depth);
                return;
            }
            // A stray inline end tag does not close the blocks around it.
            if !block && is_block(open) {
                return;
            }
        }
    }

    /// Closes all open elements from `depth` on.
    fn close_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        for index in self.open.drain(depth.min(self.open.len())..) {
            if let Some(node) = self.nodes.get_mut(index) {
                node.end = end;
            }
        }
    }
}

/// Which open elements a start tag closes, and within which it looks for them.
struct ImpliedEnd {
    closed: &'static [&'static str],
    within: &'static [&'static str],
}

impl ImpliedEnd {
    fn ends(&self, name: &str) -> bool {
        self.closed.iter().any(|closed| closed.eq_ignore_ascii_case(name))
    }

    fn stops(&self, name: &str) -> bool {
        self.within.iter().any(|within| within.eq_ignore_ascii_case(name))
    }
}

fn implied_ends(name: &str) -> &'static [ImpliedEnd] {
    const PARAGRAPH: ImpliedEnd = ImpliedEnd {
        closed: &["p"],
        within: &[
            "div",
            "td",
            "li",
            "blockquote",
            "section",
            "article",
            "button",
            "figure",
            "table",
            "body",
            "main",
            "aside",
        ],
    };
    const ITEM: [ImpliedEnd; 2] =
        [PARAGRAPH, ImpliedEnd { closed: &["li"], within: &["ul", "ol", "menu", "div", "section"] }];
    const TERM: [ImpliedEnd; 2] = [PARAGRAPH, ImpliedEnd { closed: &["dt", "dd"], within: &["dl", "div"] }];
    const CELL: [ImpliedEnd; 1] = [ImpliedEnd { closed: &["td", "th"], within: &["tr", "table"] }];
    const ROW: [ImpliedEnd; 1] = [ImpliedEnd { closed: &["tr"], within: &["table", "tbody"] }];
    const OPTION: [ImpliedEnd; 1] = [ImpliedEnd { closed: &["option"], within: &["select"] }];
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    if is("li") {
        &ITEM
    } else if is("dt") || is("dd") {
        &TERM
    } else if is("td") || is("th") {
        &CELL
    } else if is("tr") {
        &ROW
    } else if is("option") {
        &OPTION
    } else if is_block(name) {
        const BLOCK: [ImpliedEnd; 1] = [PARAGRAPH];
        &BLOCK
    } else {
        &[]
    }
}

/// Elements without content.
fn is_void(name: &str) -> bool {
    ["br", "img", "input", "meta", "link", "hr", "source", "wbr", "area", "base", "col", "embed", "param", "track"]
        .iter()
        .any(|void| name.eq_ignore_ascii_case(void))
}

/// Elements for which a slash at the end of the start tag means nothing.
fn is_container(name: &str) -> bool {
    is_block(name) || ["a", "span", "b", "i", "em", "strong"].iter().any(|inline| name.eq_ignore_ascii_case(inline))
}

/// Elements that begin and end lines.
pub(super) fn is_block(name: &str) -> bool {
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "select",
        "option",
        "button",
        "video",
        "audio",
        "object",
        "head",
    ]
    .iter()
    .any(|block| name.eq_ignore_ascii_case(block))
}
