//! Building a tree: elements are opened, filled and closed, in the order in which they stand on the page.
//!
//! What an element is, as far as it is known when the program is compiled, is one short text: the tag, then its classes
//! and attributes, with a space between them. `.name` is a class, `+name` a class and a part of the same name, `!name` a
//! part only, anything else `attribute=value`. None of the functions is inlined: there are hundreds of calls.

use super::node::{ATTRIBUTES, Element, Node, element, is_web_address};

/// A tree that is being built: the elements that are open, the outermost first.
#[derive(Debug)]
pub struct Tree {
    open: Vec<Element>,
}

impl Tree {
    /// A tree whose root is that element.
    #[must_use]
    pub fn new(what: &'static str) -> Self {
        let mut tree = Self { open: Vec::new() };
        tree.open(what);
        tree
    }

    /// The tree, everything closed.
    #[must_use]
    pub fn finish(mut self) -> Node {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map_or_else(|| Node::Text(String::new()), Node::Element)
    }

    /// Opens an element in the one that is open.
    #[inline(never)]
    pub fn open(&mut self, what: &'static str) {
        let mut words = what.split(' ');
        let tag = words.next().unwrap_or("");
        self.open.push(element(tag));
        if tag == "button" {
            self.set("type", "button");
        }
        for word in words {
            let (class, part) = match word.split_at_checked(1) {
                Some((".", name)) => (name, ""),
                Some(("!", name)) => ("", name),
                Some(("+", name)) => (name, name),
                _ => {
                    let (name, value) = word.split_once('=').unwrap_or((word, ""));
                    self.set(name, value);
                    continue;
                }
            };
            self.set("class", class);
            self.set("part", part);
        }
    }

    /// Closes the element that was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.node(element);
        }
    }

    /// Closes the elements that were opened last.
    #[inline(never)]
    pub fn close_all(&mut self, count: usize) {
        for _ in 0..count {
            self.close();
        }
    }

    /// An element with a text in it.
    #[inline(never)]
    pub fn leaf(&mut self, what: &'static str, text: &str) {
        self.open(what);
        self.text(text);
        self.close();
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        self.node(Node::Text(text.to_owned()));
    }

    /// A node that was made elsewhere.
    #[inline(never)]
    pub fn node(&mut self, node: impl Into<Node>) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node.into());
        }
    }

    /// Gives the open element an attribute. A further class or part stands beside those it has; nothing is no class.
    #[inline(never)]
    pub fn set(&mut self, name: &'static str, value: &str) {
        debug_assert!(ATTRIBUTES.contains(&name) && name != "href", "{name}");
        let several = matches!(name, "class" | "part");
        let Some(element) = self.open.last_mut().filter(|_| !(several && value.is_empty())) else { return };
        match element.attributes.iter_mut().find(|(own, _)| *own == name) {
            Some((_, own)) if several => {
                own.push(' ');
                own.push_str(value);
            }
            Some((_, own)) => value.clone_into(own),
            None => element.attributes.push((name, value.to_owned())),
        }
    }

    /// Gives the open element an attribute without a value, where `set`.
    #[inline(never)]
    pub fn flag(&mut self, name: &'static str, set: bool) {
        if set {
            self.set(name, "");
        }
    }

    /// Says of the open control whether what it opens is open.
    #[inline(never)]
    pub fn expanded(&mut self, open: bool) {
        self.set("aria-expanded", if open { "true" } else { "false" });
    }

    /// Gives the open element a key among its siblings.
    #[inline(never)]
    pub fn key(&mut self, key: &str) {
        if let Some(element) = self.open.last_mut() {
            element.key = Some(key.to_owned());
        }
    }

    /// Gives the open element the action that activating it stands for: its parts, with colons between them.
    #[inline(never)]
    pub fn act(&mut self, parts: &[&str]) {
        self.set("data-act", &parts.join(":"));
    }

    /// Makes the open element a link that opens apart from the page. Anything but a web address is left out.
    #[inline(never)]
    pub fn link(&mut self, url: &str) {
        let Some(element) = self.open.last_mut().filter(|_| is_web_address(url)) else { return };
        for (name, value) in [("href", url), ("target", "_blank"), ("rel", "noopener noreferrer")] {
            element.attributes.push((name, value.to_owned()));
        }
    }

    /// Whether nothing stands in the open element yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.open.last().is_none_or(|element| element.children.is_empty())
    }

    /// Drops the elements that were opened last, with all that stands in them.
    pub fn drop_all(&mut self, count: usize) {
        self.open.truncate(self.open.len().saturating_sub(count));
    }

    /// A drawn sign, which the words beside it explain; see [`ICONS`].
    #[inline(never)]
    pub fn icon(&mut self, name: &'static str) {
        self.open("svg .icon viewBox=0,0,16,16 aria-hidden=true");
        self.set("class", &["icon-", name].concat());
        self.open("path");
        self.set("d", ICONS.iter().find(|(own, _)| *own == name).map_or("", |(_, path)| path));
        self.close_all(2);
    }
}

/// The signs, drawn as lines on a square of 16.
pub const ICONS: [(&str, &str); 14] = [
    ("alone", "M8 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6"),
    ("article", "M3 3.5h10M3 8h10M3 12.5h6"),
    ("check", "M3 8.5 6.5 12 13 4.5"),
    ("close", "M4 4l8 8M12 4l-8 8"),
    ("copy", "M6 6h7v7.5H6zM3 10.5v-8h7"),
    ("differs", "M3 6h10M3 10h10M10.5 2.5l-5 11"),
    ("down", "M8 3v10M4 9l4 4 4-4"),
    ("left-out", "M5 8h6"),
    ("out", "M9.5 3H13v3.5M13 3 7.5 8.5M11 9.5V13H3V5h3.5"),
    ("same", "M3 6h10M3 10h10"),
    ("sections", "M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5"),
    ("swap", "M4 5.5h8.5L10 3M12 10.5H3.5L6 13"),
    ("up", "M8 13V3M4 7l4-4 4 4"),
    ("warn", "M8 2.5v7M8 12.6v.4"),
];

#[cfg(test)]
mod tests {
    use super::super::html;
    use super::*;

    fn check(build: impl FnOnce(&mut Tree), expected: &str) {
        let mut tree = Tree::new("div");
        build(&mut tree);
        assert_eq!(html(&tree.finish()), format!("<div>{expected}</div>"));
    }

    #[test]
    fn builds_what_is_said() {
        check(|out| out.leaf("p .a +b !c", "x"), "<p class=\"a b\" part=\"b c\">x</p>");
        check(
            |out| {
                out.open("button +way aria-label=so");
                out.act(&["open", "1"]);
                out.expanded(false);
                out.close();
                out.text("after");
            },
            "<button type=\"button\" class=\"way\" part=\"way\" aria-label=\"so\" data-act=\"open:1\" \
             aria-expanded=\"false\"></button>after",
        );
        check(
            |out| {
                out.open("ul");
                out.open("li");
                assert!(out.is_empty());
                out.drop_all(2);
            },
            "",
        );
    }

    #[test]
    fn icons_are_found_and_drawn() {
        assert!(ICONS.is_sorted());
        check(
            |out| out.icon("same"),
            "<svg class=\"icon icon-same\" viewBox=\"0,0,16,16\" aria-hidden=\"true\"><path d=\"M3 6h10M3 10h10\"></path></svg>",
        );
    }
}
