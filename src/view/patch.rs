//! What changes from one tree to the next, as steps for whoever has the page's nodes: a patch.
//!
//! The steps are numbers, and the texts that they speak of stand one after another in a string, so that a patch crosses
//! over to another thread as two plain things, and no text can pass for a step. They are followed with a place on the
//! page: an element that one is in, and the child that one stands before.
//!
//! | step     | what follows                     | what is done                                                       |
//! |----------|----------------------------------|--------------------------------------------------------------------|
//! | `CLEAR`  |                                  | what was drawn first is taken away: a whole tree follows           |
//! | `SKIP`   | how many                         | go past so many children                                           |
//! | `REMOVE` | how many                         | take so many children away                                         |
//! | `FETCH`  | how far                          | the child so far on is put here, and one stands before it          |
//! | `TEXT`   | a length                         | a new text is put here; one stands behind it                       |
//! | `WRITE`  | a length                         | the text that one stands before now says this; one stands behind it |
//! | `OPEN`   | a tag, a number of attributes, for each a name and a length | a new element is put here, and one goes in |
//! | `ENTER`  |                                  | go into the child                                                  |
//! | `SET`    | a name, a length                 | the element that one is in has this attribute                      |
//! | `UNSET`  | a name                           | it no longer has it                                                |
//! | `LEAVE`  |                                  | go out, behind the element                                         |
//!
//! Tags and names are positions in [`TAGS`] and [`ATTRIBUTES`]; lengths are of UTF-16.

use super::node::{ATTRIBUTES, Element, Node, TAGS};

const CLEAR: u32 = 0;
const SKIP: u32 = 1;
const REMOVE: u32 = 2;
const FETCH: u32 = 3;
const TEXT: u32 = 4;
const WRITE: u32 = 5;
const OPEN: u32 = 6;
const ENTER: u32 = 7;
const SET: u32 = 8;
const UNSET: u32 = 9;
const LEAVE: u32 = 10;

/// What is to be done to a tree that was drawn so that it becomes another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// The steps with their numbers.
    pub steps: Vec<u32>,
    /// The texts, in the order in which the steps speak of them.
    pub texts: String,
    /// How many children have not changed since the last step.
    same: u32,
}

/// What makes `old`, or nothing, into `new`.
#[must_use]
pub fn patch(old: Option<&Node>, new: &Node) -> Patch {
    let mut patch = Patch::default();
    if old.is_none() {
        patch.step(CLEAR);
    }
    patch.children(old.map_or(&[], std::slice::from_ref), std::slice::from_ref(new));
    patch
}

impl Patch {
    fn step(&mut self, step: u32) {
        if self.same > 0 {
            self.steps.extend([SKIP, self.same]);
            self.same = 0;
        }
        self.steps.push(step);
    }

    fn text(&mut self, text: &str) {
        self.steps.push(text.encode_utf16().count() as u32);
        self.texts.push_str(text);
    }

    fn children(&mut self, old: &[Node], new: &[Node]) {
        // Which of the old each of the new is made of. What stays usually stands in the old order: the search ends at once.
        let mut taken = vec![false; old.len()];
        let mut first = 0;
        let mut made_of = Vec::with_capacity(new.len());
        for node in new {
            while taken.get(first) == Some(&true) {
                first += 1;
            }
            let fits =
                |at: &usize| taken.get(*at) == Some(&false) && old.get(*at).is_some_and(|own| becomes(own, node));
            let found = (first..old.len()).find(fits);
            if let Some(slot) = found.and_then(|at| taken.get_mut(at)) {
                *slot = true;
            }
            made_of.push(found);
        }
        // The old ones that one has not come past, as they stand on the page.
        let mut left: Vec<usize> = (0..old.len()).collect();
        let mut head = 0;
        for (node, found) in new.iter().zip(made_of) {
            while left.get(head).is_some_and(|at| taken.get(*at) == Some(&false)) {
                self.step(REMOVE);
                self.steps.push(1);
                head += 1;
            }
            let Some((at, before)) = found.and_then(|at| Some((at, old.get(at)?))) else {
                self.make(node);
                continue;
            };
            let far = left.iter().skip(head).position(|own| *own == at).unwrap_or(0);
            if far > 0 {
                self.step(FETCH);
                self.steps.push(far as u32);
                left.remove(head + far);
            } else {
                head += 1;
            }
            self.change(before, node);
        }
        let gone = left.len().saturating_sub(head);
        if gone > 0 {
            self.step(REMOVE);
            self.steps.push(gone as u32);
        }
    }

    /// A new node and all that is in it.
    fn make(&mut self, node: &Node) {
        match node {
            Node::Text(text) => {
                self.step(TEXT);
                self.text(text);
            }
            Node::Element(element) => {
                self.step(OPEN);
                self.steps.extend([place(&TAGS, element.tag), element.attributes.len() as u32]);
                for (name, value) in &element.attributes {
                    self.steps.push(place(&ATTRIBUTES, name));
                    self.text(value);
                }
                element.children.iter().for_each(|child| self.make(child));
                self.step(LEAVE);
            }
        }
    }

    fn change(&mut self, old: &Node, new: &Node) {
        match (old, new) {
            (Node::Text(old), Node::Text(new)) if old != new => {
                self.step(WRITE);
                self.text(new);
            }
            (Node::Element(old), Node::Element(new)) => {
                let (length, same) = (self.steps.len(), self.same);
                self.step(ENTER);
                let inside = self.steps.len();
                self.attributes(old, new);
                self.children(&old.children, &new.children);
                self.same = 0;
                if self.steps.len() == inside {
                    // Nothing was done in there, so one need not have gone.
                    self.steps.truncate(length);
                    self.same = same + 1;
                } else {
                    self.step(LEAVE);
                }
            }
            _ => self.same += 1,
        }
    }

    fn attributes(&mut self, old: &Element, new: &Element) {
        for (name, _) in &old.attributes {
            if new.get(name).is_none() {
                self.steps.extend([UNSET, place(&ATTRIBUTES, name)]);
            }
        }
        for (name, value) in &new.attributes {
            if old.get(name) != Some(value) {
                self.steps.extend([SET, place(&ATTRIBUTES, name)]);
                self.text(value);
            }
        }
    }
}

/// Whether a drawn node can become `new`: a text any text, an element one of the same tag and key.
fn becomes(old: &Node, new: &Node) -> bool {
    match (old, new) {
        (Node::Text(_), Node::Text(_)) => true,
        (Node::Element(old), Node::Element(new)) => old.tag == new.tag && old.key == new.key,
        _ => false,
    }
}

/// Where the name stands in its list.
fn place(names: &[&str], name: &str) -> u32 {
    names.binary_search(&name).unwrap_or(0) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::node::element, *};

    /// Follows the steps of a patch, as the page does.
    struct Follower<'a> {
        steps: std::slice::Iter<'a, u32>,
        texts: Vec<u16>,
        at: usize,
    }

    impl Follower<'_> {
        fn number(&mut self) -> usize {
            *self.steps.next().unwrap() as usize
        }

        fn text(&mut self) -> String {
            let end = self.at + self.number();
            let text = String::from_utf16(&self.texts[self.at..end]).unwrap();
            self.at = end;
            text
        }

        /// Follows the steps for the children of one element up to where it is left.
        fn follow(&mut self, own: &mut Element) {
            let mut here = 0;
            while let Some(&step) = self.steps.next() {
                match step {
                    CLEAR => own.children.clear(),
                    SKIP => here += self.number(),
                    REMOVE => {
                        let count = self.number();
                        own.children.drain(here..here + count);
                    }
                    FETCH => {
                        let far = self.number();
                        assert!(far > 0);
                        let child = own.children.remove(here + far);
                        own.children.insert(here, child);
                    }
                    TEXT => {
                        own.children.insert(here, Node::Text(self.text()));
                        here += 1;
                    }
                    WRITE => {
                        assert!(matches!(own.children[here], Node::Text(_)));
                        own.children[here] = Node::Text(self.text());
                        here += 1;
                    }
                    OPEN => {
                        let mut made = element(TAGS[self.number()]);
                        for _ in 0..self.number() {
                            made.attributes.push((ATTRIBUTES[self.number()], self.text()));
                        }
                        self.follow(&mut made);
                        own.children.insert(here, made.into());
                        here += 1;
                    }
                    ENTER => {
                        let Node::Element(mut child) = own.children.remove(here) else { panic!("an element") };
                        self.follow(&mut child);
                        own.children.insert(here, child.into());
                        here += 1;
                    }
                    SET => {
                        let (name, value) = (ATTRIBUTES[self.number()], self.text());
                        own.attributes.retain(|(own, _)| *own != name);
                        own.attributes.push((name, value));
                    }
                    UNSET => {
                        let name = ATTRIBUTES[self.number()];
                        own.attributes.retain(|(own, _)| *own != name);
                    }
                    LEAVE => return,
                    other => panic!("no step: {other}"),
                }
            }
        }
    }

    /// The tree without keys, which the page does not have, and with attributes in one order.
    fn bare(node: &Node) -> Node {
        match node {
            Node::Text(text) => Node::Text(text.clone()),
            Node::Element(own) => {
                let mut bared = element(own.tag);
                bared.attributes = own.attributes.clone();
                bared.attributes.sort();
                bared.children = own.children.iter().map(bare).collect();
                bared.into()
            }
        }
    }

    fn follow(patch: &Patch, page: &mut Element) {
        let mut follower = Follower { steps: patch.steps.iter(), texts: patch.texts.encode_utf16().collect(), at: 0 };
        follower.follow(page);
        assert_eq!(follower.at, follower.texts.len(), "every text is used");
    }

    fn any_node() -> impl Strategy<Value = Node> {
        let text =
            prop::sample::select(vec!["", "a", "é", "😀 b", "\u{0}"]).prop_map(|text| Node::Text(text.to_owned()));
        text.prop_recursive(4, 40, 6, |inner| {
            let tag = prop::sample::select(vec!["p", "li", "svg"]);
            let key = prop::option::of(prop::sample::select(vec!["1", "2", "3", "4"]));
            let attributes = prop::collection::btree_map(
                prop::sample::select(vec!["class", "id", "title"]),
                prop::sample::select(vec!["", "x", "😀"]).prop_map(str::to_owned),
                0..3,
            );
            (tag, key, attributes, prop::collection::vec(inner, 0..6)).prop_map(|(tag, key, attributes, children)| {
                let mut made = element(tag);
                made.key = key.map(str::to_owned);
                made.attributes = attributes.into_iter().collect();
                made.children = children;
                made.into()
            })
        })
    }

    proptest! {
        #[test]
        fn a_patch_makes_one_tree_into_another(trees in prop::collection::vec(any_node(), 1..5)) {
            let mut page = element("div");
            let mut drawn: Option<Node> = None;
            for tree in trees {
                follow(&patch(drawn.as_ref(), &tree), &mut page);
                prop_assert_eq!(page.children.iter().map(bare).collect::<Vec<_>>(), vec![bare(&tree)]);
                let again = patch(Some(&tree), &tree);
                prop_assert!(again.steps.is_empty() && again.texts.is_empty(), "what is the same needs no step");
                drawn = Some(tree);
            }
        }
    }

    fn list(keys: &str) -> Node {
        let mut list = element("ul");
        list.children = keys
            .chars()
            .map(|key| {
                let mut item = element("li");
                item.key = Some(key.to_string());
                item.children.push(Node::Text(key.to_string()));
                item.into()
            })
            .collect();
        list.into()
    }

    fn check(old: &str, new: &str, expected: &[u32]) {
        assert_eq!(patch(Some(&list(old)), &list(new)).steps, expected, "{old} to {new}");
    }

    #[test]
    fn what_stays_is_moved_and_not_made_again() {
        check("abc", "abc", &[]);
        check("abc", "ac", &[ENTER, SKIP, 1, REMOVE, 1, LEAVE]);
        check("abc", "cab", &[ENTER, FETCH, 2, LEAVE]);
        check("abcd", "adcb", &[ENTER, SKIP, 1, FETCH, 2, SKIP, 1, FETCH, 1, LEAVE]);
        check("abcd", "a", &[ENTER, SKIP, 1, REMOVE, 3, LEAVE]);
        check("a", "ab", &[ENTER, SKIP, 1, OPEN, place(&TAGS, "li"), 0, TEXT, 1, LEAVE, LEAVE]);
    }
}
