//! The tree that both backends draw: elements with attributes and children, and texts.
//!
//! Names of tags and attributes are fixed when the program is compiled; only texts and attributes' values come from
//! articles, and both backends treat them as plain text.

/// An element or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text, as it is to be read: the backends escape it.
    Text(String),
}

/// An element with its attributes and children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The tag, in lower case; one of [`TAGS`].
    pub tag: &'static str,
    /// What tells it from its siblings when the page is drawn anew, so that it keeps focus, scroll and selection.
    pub key: Option<String>,
    /// The attributes, in the order in which they were given; names are among [`ATTRIBUTES`].
    pub attributes: Vec<(&'static str, String)>,
    /// What stands in it.
    pub children: Vec<Node>,
}

/// Every tag that the view may use. What can hold script or load anything, in HTML and in SVG, is not among them.
pub const TAGS: [&str; 53] = [
    "a",
    "article",
    "aside",
    "b",
    "blockquote",
    "button",
    "caption",
    "circle",
    "cite",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figure",
    "footer",
    "g",
    "h2",
    "h3",
    "h4",
    "header",
    "i",
    "input",
    "ins",
    "label",
    "legend",
    "li",
    "line",
    "mark",
    "nav",
    "ol",
    "option",
    "p",
    "path",
    "q",
    "rect",
    "s",
    "section",
    "select",
    "small",
    "span",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
];

/// The tags among them that are SVG's: the drawings are made of these.
pub const SVG: [&str; 7] = ["circle", "g", "line", "path", "rect", "svg", "text"];

/// Every attribute that the view may use. None of them runs script, and `href` is written by [`Tree::link`](super::tree::Tree::link)
/// alone.
pub const ATTRIBUTES: [&str; 46] = [
    "aria-controls",
    "aria-current",
    "aria-describedby",
    "aria-expanded",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-live",
    "aria-pressed",
    "checked",
    "class",
    "colspan",
    "cx",
    "cy",
    "d",
    "data-act",
    "datetime",
    "dir",
    "disabled",
    "for",
    "height",
    "href",
    "id",
    "lang",
    "name",
    "part",
    "preserveAspectRatio",
    "r",
    "rel",
    "role",
    "rowspan",
    "scope",
    "selected",
    "tabindex",
    "target",
    "title",
    "type",
    "value",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// An element without attributes and children.
#[must_use]
pub fn element(tag: &'static str) -> Element {
    Element { tag, key: None, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// The attribute's value, where it has the attribute.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str())
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Whether it is an address that a link may lead to: `http` or `https`, without white space or control characters,
/// which some browsers drop before they look at the scheme.
#[must_use]
pub fn is_web_address(url: &str) -> bool {
    let host = ["http://", "https://"].iter().find_map(|scheme| {
        let (head, host) = url.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(host)
    });
    host.is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '\\', '?', '#', '@']))
        && !url.chars().any(|character| character.is_whitespace() || character.is_control())
}

#[cfg(test)]
mod tests {
    use super::{super::tree::Tree, *};

    fn check(url: &str, expected: bool) {
        assert_eq!(is_web_address(url), expected, "{url:?}");
        let mut tree = Tree::new("a");
        tree.link(url);
        let Node::Element(link) = tree.finish() else { panic!("an element") };
        assert_eq!(link.get("href").is_some(), expected, "{url:?}");
    }

    #[test]
    fn links_lead_to_the_web_and_nowhere_else() {
        check("https://example.org/a?b#c", true);
        check("HTTP://example.org", true);
        check("javascript:alert(1)", false);
        check("JaVaScRiPt:alert(1)", false);
        check(" https://example.org", false);
        check("java\nscript:alert(1)", false);
        check("https://example.org/\u{1}", false);
        check("data:text/html,x", false);
        check("vbscript:x", false);
        check("//example.org", false);
        check("/path", false);
        check("https://", false);
        check("https:///etc", false);
        check("", false);
    }

    #[test]
    fn lists_are_sorted_and_hold_no_active_content() {
        assert!(TAGS.is_sorted() && ATTRIBUTES.is_sorted());
        for tag in [
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "img",
            "form",
            "base",
            "meta",
            "link",
            "animate",
            "foreignObject",
            "set",
            "use",
        ] {
            assert!(!TAGS.contains(&tag), "{tag}");
        }
        for name in ["src", "srcdoc", "style", "srcset", "action", "formaction", "xlink:href"] {
            assert!(!ATTRIBUTES.contains(&name), "{name}");
        }
        assert!(!ATTRIBUTES.iter().any(|name| name.starts_with("on")));
    }
}
