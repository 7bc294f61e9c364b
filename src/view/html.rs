//! The tree as a string of HTML: as it is, or for rendering ahead.
//!
//! What is rendered ahead is read before the page's script runs, or without it. So what opens a sentence there leads to
//! the article instead, what goes to a part of the page is a link, and any other control is disabled. Ids stand in the
//! host's page and begin with [`PREFIX`]. Tags keep their classes, so that nothing moves when the page is drawn anew.

use super::{
    node::{ATTRIBUTES, Element, Node, SVG, TAGS},
    state::Action,
};

/// What ids begin with in what is rendered ahead.
const PREFIX: &str = "crossread-";

/// Tags that have no content and no end.
const VOID: [&str; 1] = ["input"];

/// The address of the sentence of the story's article that begins at the byte, or of the article.
type Address<'a> = &'a dyn Fn(usize, Option<usize>) -> Option<String>;

/// The node as HTML. Texts and values are escaped; a tag or an attribute that is not on the lists is left out, the text
/// in it is kept.
#[must_use]
pub fn html(node: &Node) -> String {
    let mut writer = Writer { out: String::new(), address: None };
    writer.write(node);
    writer.out
}

/// The same for rendering ahead; `address` says where what is said stands.
#[must_use]
pub fn ahead(node: &Node, address: Address<'_>) -> String {
    let mut writer = Writer { out: String::new(), address: Some(address) };
    writer.write(node);
    writer.out
}

struct Writer<'a> {
    out: String,
    /// Where it is rendered ahead.
    address: Option<Address<'a>>,
}

impl Writer<'_> {
    fn write(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.escape(text),
            Node::Element(element) if TAGS.contains(&element.tag) => self.write_element(element),
            Node::Element(element) => element.children.iter().for_each(|child| self.write(child)),
        }
    }

    fn write_element(&mut self, element: &Element) {
        let (tag, address) = match self.address {
            Some(address) => instead(element, address),
            None => (element.tag, None),
        };
        let other = tag != element.tag;
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in element.attributes.iter().filter(|(name, _)| ATTRIBUTES.contains(name)) {
            if self.address.is_none() {
                self.attribute(name, "", value);
                continue;
            }
            match *name {
                "data-act" | "aria-controls" | "aria-expanded" | "aria-pressed" | "disabled" => {}
                // A drawn mark keeps its name, and no longer does anything.
                "role" if element.get("data-act").is_some() && SVG.contains(&tag) => self.attribute(name, "", "img"),
                "role" | "tabindex" if element.get("data-act").is_some() => {}
                "type" if other => {}
                "class" if other => self.attribute(name, "link ", value),
                "id" | "for" | "aria-labelledby" => self.attribute(name, PREFIX, value),
                _ => self.attribute(name, "", value),
            }
        }
        if let Some(address) = address {
            self.attribute("href", "", &address);
        } else if self.address.is_some() && matches!(tag, "button" | "input" | "select") {
            self.attribute("disabled", "", "");
        }
        self.out.push('>');
        if VOID.contains(&tag) {
            return;
        }
        element.children.iter().for_each(|child| self.write(child));
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    fn attribute(&mut self, name: &str, before: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        if !value.is_empty() {
            self.out.push_str("=\"");
            self.out.push_str(before);
            self.escape(value);
            self.out.push('"');
        }
    }

    /// Writes `text` so that it is text wherever it stands: in content or between quotation marks in a tag. What HTML
    /// cannot hold, such as NUL, becomes U+FFFD, as the DOM would show it.
    fn escape(&mut self, text: &str) {
        for character in text.chars() {
            self.out.push_str(match character {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\0' => "\u{fffd}",
                '\r' => "&#13;",
                _ => {
                    self.out.push(character);
                    continue;
                }
            });
        }
    }
}

/// The tag that stands for the element where it is rendered ahead, and where that leads: a link for a button that shows or
/// goes to something, a plain text where there is nowhere to lead to.
fn instead(element: &Element, address: Address<'_>) -> (&'static str, Option<String>) {
    if element.tag != "button" {
        return (element.tag, None);
    }
    let address = match element.get("data-act").and_then(Action::parse) {
        Some(Action::Open(open)) => address(open.article, Some(open.span.start)),
        Some(Action::Visit(article, start)) => address(article, start),
        Some(Action::Go(id)) => Some(["#", PREFIX, &id].concat()),
        Some(Action::Beside(..)) => None,
        _ => return (element.tag, None),
    };
    (if address.is_some() { "a" } else { "span" }, address)
}

#[cfg(test)]
mod tests {
    use super::super::{node::element, tree::Tree};
    use super::*;

    fn check(what: &'static str, fill: impl FnOnce(&mut Tree), expected: &str) {
        let mut tree = Tree::new(what);
        fill(&mut tree);
        assert_eq!(html(&tree.finish()), expected);
    }

    #[test]
    fn escapes_everything() {
        check("p", |out| out.text("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        check(
            "p",
            |out| {
                out.set("title", "\" onclick='x'");
                out.text("a & b");
            },
            "<p title=\"&quot; onclick=&#39;x&#39;\">a &amp; b</p>",
        );
        check("p", |out| out.text("a\0b"), "<p>a\u{fffd}b</p>");
        check("input", |out| out.flag("checked", true), "<input checked>");
        check("a", |out| out.link("javascript:alert(1)"), "<a></a>");
    }

    /// As rendered ahead, with addresses of the articles 0 and 1.
    fn check_ahead(what: &'static str, act: &[&str], expected: &str) {
        let mut tree = Tree::new(what);
        tree.act(act);
        tree.text("a<b");
        let address = |article: usize, start: Option<usize>| {
            (article < 2).then(|| format!("https://{article}.example/{}", start.map_or(-1, |start| start as i64)))
        };
        assert_eq!(ahead(&tree.finish(), &address), expected);
    }

    #[test]
    fn rendered_ahead_controls_are_links_or_disabled() {
        let open = ["open", "grid-f1", "1", "5", "9"];
        check_ahead("button .cell", &open, "<a class=\"link cell\" href=\"https://1.example/5\">a&lt;b</a>");
        check_ahead("button .cell", &["open", "x", "2", "5", "9"], "<span class=\"link cell\">a&lt;b</span>");
        check_ahead(
            "button .source",
            &["visit", "0"],
            "<a class=\"link source\" href=\"https://0.example/-1\">a&lt;b</a>",
        );
        check_ahead("button .to", &["go", "grid"], "<a class=\"link to\" href=\"#crossread-grid\">a&lt;b</a>");
        check_ahead("button .stance", &["beside", "0", "3"], "<span class=\"link stance\">a&lt;b</span>");
        check_ahead(
            "button .more",
            &["unfold", "grid"],
            "<button type=\"button\" class=\"more\" disabled>a&lt;b</button>",
        );
        check_ahead(
            "input type=checkbox id=x",
            &["tick", "1"],
            "<input type=\"checkbox\" id=\"crossread-x\" disabled>",
        );
        check_ahead("q", &open, "<q>a&lt;b</q>");
        check_ahead("mark role=button tabindex=0", &["go", "fact-f1"], "<mark>a&lt;b</mark>");
        check_ahead("g role=button tabindex=0 aria-label=x", &open, "<g role=\"img\" aria-label=\"x\">a&lt;b</g>");
        check_ahead("label for=x", &[], "<label for=\"crossread-x\">a&lt;b</label>");
    }

    #[test]
    fn drops_what_is_not_on_the_lists() {
        let text = Node::Text("alert(1)".to_owned());
        let script = Element { tag: "script", key: None, attributes: Vec::new(), children: vec![text] };
        assert_eq!(html(&script.into()), "alert(1)");
        let handler = Element { attributes: vec![("onclick", "x".to_owned())], ..element("p") };
        assert_eq!(html(&handler.into()), "<p></p>");
    }
}
