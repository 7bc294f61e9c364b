//! Draws the view's tree as a document's nodes, and when it is drawn anew changes only what differs.
//!
//! Elements and texts are made one by one, attributes are set by name: no text ever passes through a parser of markup.
//! Nodes that stay keep their focus, their scroll position and what the reader has selected in them.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node, Text};

use crate::view::node;

/// A tree that was drawn below a root, with the document's nodes that stand for it.
#[derive(Debug)]
pub struct Painter {
    document: Document,
    root: Element,
    children: Vec<Painted>,
}

/// A drawn node.
#[derive(Debug)]
enum Painted {
    Element { dom: Element, tag: &'static str, key: Option<String>, attributes: Attributes, children: Vec<Painted> },
    Text { dom: Text, text: String },
}

type Attributes = Vec<(&'static str, String)>;

impl Painter {
    /// A painter that draws below `root`, which it takes to be empty; `None` where that belongs to no document.
    pub fn new(root: Element) -> Option<Self> {
        Some(Self { document: root.owner_document()?, root, children: Vec::new() })
    }

    /// Draws `node`, in place of what was drawn before.
    pub fn paint(&mut self, node: node::Node) -> Result<(), JsValue> {
        let old = std::mem::take(&mut self.children);
        self.children = self.patch(&self.root, old, vec![node])?;
        Ok(())
    }

    /// Makes `parent`'s children, so far `old`, into `new`.
    fn patch(&self, parent: &Element, old: Vec<Painted>, new: Vec<node::Node>) -> Result<Vec<Painted>, JsValue> {
        let mut old: Vec<Option<Painted>> = old.into_iter().map(Some).collect();
        let mut first = 0;
        let pairs: Vec<(Option<Painted>, node::Node)> = new
            .into_iter()
            .map(|node| {
                while old.get(first).is_some_and(Option::is_none) {
                    first += 1;
                }
                // What stays usually stands in the old order, so the search ends at once.
                let found = old.iter_mut().skip(first).find(|slot| slot.as_ref().is_some_and(|own| own.is_for(&node)));
                (found.and_then(Option::take), node)
            })
            .collect();
        for gone in old.into_iter().flatten() {
            parent.remove_child(gone.dom())?;
        }
        let mut next = parent.first_child();
        let mut painted = Vec::with_capacity(pairs.len());
        for (old, node) in pairs {
            let child = self.draw(old, node)?;
            if next.as_ref() == Some(child.dom()) {
                next = child.dom().next_sibling();
            } else {
                parent.insert_before(child.dom(), next.as_ref())?;
            }
            painted.push(child);
        }
        Ok(painted)
    }

    fn draw(&self, old: Option<Painted>, node: node::Node) -> Result<Painted, JsValue> {
        match (old, node) {
            (Some(Painted::Text { dom, text }), node::Node::Text(new)) => {
                if text != new {
                    dom.set_data(&new);
                }
                Ok(Painted::Text { dom, text: new })
            }
            (Some(Painted::Element { dom, attributes, children, .. }), node::Node::Element(new)) => {
                set_attributes(&dom, &attributes, &new)?;
                self.fill(dom, children, new)
            }
            (_, node::Node::Text(new)) => Ok(Painted::Text { dom: self.document.create_text_node(&new), text: new }),
            (_, node::Node::Element(new)) => {
                let dom = if node::SVG.contains(&new.tag) {
                    self.document.create_element_ns(Some("http://www.w3.org/2000/svg"), new.tag)?
                } else {
                    self.document.create_element(new.tag)?
                };
                set_attributes(&dom, &Vec::new(), &new)?;
                self.fill(dom, Vec::new(), new)
            }
        }
    }

    fn fill(&self, dom: Element, old: Vec<Painted>, new: node::Element) -> Result<Painted, JsValue> {
        let children = self.patch(&dom, old, new.children)?;
        Ok(Painted::Element { dom, tag: new.tag, key: new.key, attributes: new.attributes, children })
    }
}

impl Painted {
    fn dom(&self) -> &Node {
        match self {
            Self::Element { dom, .. } => dom.unchecked_ref(),
            Self::Text { dom, .. } => dom.unchecked_ref(),
        }
    }

    /// Whether it can become `node`: a text any text, an element one of the same tag and key.
    fn is_for(&self, node: &node::Node) -> bool {
        match (self, node) {
            (Self::Text { .. }, node::Node::Text(_)) => true,
            (Self::Element { tag, key, .. }, node::Node::Element(new)) => *tag == new.tag && *key == new.key,
            _ => false,
        }
    }
}

fn set_attributes(dom: &Element, old: &Attributes, new: &node::Element) -> Result<(), JsValue> {
    for (name, _) in old {
        if new.get(name).is_none() {
            dom.remove_attribute(name)?;
        }
    }
    for (name, value) in &new.attributes {
        if !old.iter().any(|(own, was)| own == name && was == value) {
            dom.set_attribute(name, value)?;
        }
    }
    // What the reader has ticked or chosen is a property; the attribute only says how it began.
    let property = match new.tag {
        "input" => "checked",
        "option" => "selected",
        _ => return Ok(()),
    };
    Reflect::set(dom, &JsValue::from_str(property), &JsValue::from_bool(new.get(property).is_some()))?;
    Ok(())
}
