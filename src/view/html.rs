//! The tree as a string of HTML, for rendering ahead.

use super::node::{ATTRIBUTES, Element, Node, TAGS};

/// Tags that have no content and no end.
const VOID: [&str; 1] = ["input"];

/// The node as HTML. Texts and values are escaped; a tag or an attribute that is not on the lists is left out, the text
/// in it is kept.
#[must_use]
pub fn html(node: &Node) -> String {
    let mut out = String::new();
    write(&mut out, node);
    out
}

fn write(out: &mut String, node: &Node) {
    match node {
        Node::Text(text) => escape(out, text),
        Node::Element(element) if TAGS.contains(&element.tag) => write_element(out, element),
        Node::Element(element) => element.children.iter().for_each(|child| write(out, child)),
    }
}

fn write_element(out: &mut String, element: &Element) {
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in element.attributes.iter().filter(|(name, _)| ATTRIBUTES.contains(name)) {
        out.push(' ');
        out.push_str(name);
        if !value.is_empty() {
            out.push_str("=\"");
            escape(out, value);
            out.push('"');
        }
    }
    out.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    element.children.iter().for_each(|child| write(out, child));
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}

/// Writes `text` so that it is text wherever it stands: in content or between quotation marks in a tag. What HTML
/// cannot hold, such as NUL, becomes U+FFFD, as the DOM would show it.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{fffd}'),
            '\r' => out.push_str("&#13;"),
            _ => out.push(character),
        }
    }
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

    #[test]
    fn drops_what_is_not_on_the_lists() {
        let text = Node::Text("alert(1)".to_owned());
        let script = Element { tag: "script", key: None, attributes: Vec::new(), children: vec![text] };
        assert_eq!(html(&script.into()), "alert(1)");
        let handler = Element { attributes: vec![("onclick", "x".to_owned())], ..element("p") };
        assert_eq!(html(&handler.into()), "<p></p>");
    }
}
