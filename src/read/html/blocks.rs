//! Cuts a page into blocks of text: paragraphs, headings, list items, captions.

use super::{
    entities::decode,
    tree::{Content, Tree, is_block},
};
use crate::{lexicon::text::PAGE_WORDS, word};

/// What a block is by its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Paragraph,
    Heading,
    Item,
    Caption,
    Cell,
    /// Text that stands in no element that says what it is.
    Loose,
}

/// A run of text that no block element parts.
#[derive(Debug)]
pub(super) struct Block {
    /// Its text, white space collapsed; a line feed for each `<br>`.
    pub text: String,
    /// The position of its first text node.
    pub position: usize,
    /// How many of its bytes are in links.
    pub linked: usize,
    pub role: Role,
}

impl Block {
    /// How much it speaks for its surroundings being the article, in bytes: sentences do, links and labels do not.
    pub(super) fn weight(&self) -> usize {
        let own = self.text.len().saturating_sub(self.linked);
        let least = match self.role {
            Role::Paragraph => 30,
            Role::Heading | Role::Caption => return 0,
            Role::Item | Role::Cell | Role::Loose => 80,
        };
        let plain = own >= least && self.linked <= own;
        if plain && (self.text.len() >= 150 || self.text.contains(['.', '!', '?', ',', '…', '。', '”'])) {
            own
        } else {
            0
        }
    }
}

/// What the class and id of an element say of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Skip,
    Comments,
    Body,
    Caption,
}

/// The label of the element at `index`.
pub(super) fn label(tree: &Tree<'_>, index: usize) -> Option<Label> {
    let tag = tree.element(index)?;
    let aside = ["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu"];
    if tag.attribute("role").is_some_and(|role| aside.contains(&role)) {
        return Some(Label::Skip);
    }
    if tag.attribute("itemprop").is_some_and(|property| property == "articleBody" || property == "reviewBody") {
        return Some(Label::Body);
    }
    let mut found = None;
    let mut word = String::new();
    for (name, value) in &tag.attributes {
        if !["class", "id", "itemprop", "data-component"].iter().any(|known| name.eq_ignore_ascii_case(known)) {
            continue;
        }
        for part in value.split(|character: char| !character.is_ascii_alphanumeric()).take(64) {
            if part.len() > 24 {
                continue;
            }
            word.clear();
            word.push_str(part);
            word.make_ascii_lowercase();
            let label = match PAGE_WORDS.get(&word) {
                Some("skip") => Label::Skip,
                Some("comments") => Label::Comments,
                Some("body") => Label::Body,
                Some("caption") => Label::Caption,
                _ => {
                    // "articleBody", "RelatedStories": the first part of a name in mixed case.
                    let first = part.char_indices().skip(1).find(|(_, character)| character.is_ascii_uppercase());
                    match first.and_then(|(at, _)| word.get(..at)).and_then(|head| PAGE_WORDS.get(head)) {
                        Some("skip") => Label::Skip,
                        Some("comments") => Label::Comments,
                        Some("caption") => Label::Caption,
                        _ => continue,
                    }
                }
            };
            // Comments say more than anything, the body more than a word that it shares with a sidebar.
            match (found, label) {
                (Some(Label::Comments), _) => {}
                (_, Label::Comments) | (None, _) => found = Some(label),
                (_, Label::Body) => found = Some(label),
                _ => {}
            }
        }
    }
    found
}

/// Whether nothing of the element is seen.
fn is_hidden(tree: &Tree<'_>, index: usize) -> bool {
    let Some(tag) = tree.element(index) else { return false };
    let style = tag.attribute("style").unwrap_or("");
    let style: String = style.bytes().filter(|byte| !byte.is_ascii_whitespace()).take(400).map(char::from).collect();
    tag.attribute("hidden").is_some_and(|value| value != "false" && value != "until-found")
        || word::find(&style, "display:none").is_some()
        || word::find(&style, "visibility:hidden").is_some()
        || tree.is(index, "head select option button input object video audio canvas dialog label")
}

/// The blocks of a page, in order; what is hidden is left out.
pub(super) fn blocks(tree: &Tree<'_>) -> Vec<Block> {
    let mut cutter = Cutter { blocks: Vec::new(), text: String::new(), position: 0, linked: 0, breaks: 0 };
    let mut open: Vec<Open> = Vec::new();
    let mut links = 0_usize;
    let mut index = 0;
    while let Some(node) = tree.nodes.get(index) {
        while let Some(last) = open.last().filter(|last| last.end <= index) {
            if last.block {
                cutter.flush(&open);
            }
            links -= usize::from(last.link);
            open.pop();
        }
        match &node.content {
            Content::Raw(_) => {}
            Content::Text(raw) => {
                let verbatim = open.iter().any(|open| open.role == Some(OpenRole::Preformatted));
                cutter.add(raw, index, links > 0, verbatim);
            }
            Content::Element(tag) => {
                if is_hidden(tree, index) {
                    if is_block(tag.name) {
                        cutter.flush(&open);
                    }
                    index = node.end;
                    continue;
                }
                if tag.name.eq_ignore_ascii_case("br") {
                    cutter.line_break(&open);
                } else {
                    let block = is_block(tag.name);
                    if block {
                        cutter.flush(&open);
                    }
                    let link = tag.name.eq_ignore_ascii_case("a")
                        && tag.attribute("href").is_some_and(|href| !href.starts_with('#'));
                    links += usize::from(link);
                    open.push(Open { end: node.end, block, link, role: open_role(tree, index) });
                }
            }
        }
        index += 1;
    }
    cutter.flush(&open);
    cutter.blocks
}

struct Open {
    end: usize,
    block: bool,
    link: bool,
    role: Option<OpenRole>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenRole {
    Is(Role),
    Preformatted,
}

fn open_role(tree: &Tree<'_>, index: usize) -> Option<OpenRole> {
    let tag = tree.element(index)?;
    let is = |names: &str| tree.is(index, names);
    Some(if is("p blockquote") {
        // A paragraph whose class says that it is a caption is one.
        if label(tree, index) == Some(Label::Caption) {
            OpenRole::Is(Role::Caption)
        } else {
            OpenRole::Is(Role::Paragraph)
        }
    } else if is("h1 h2 h3 h4 h5 h6") {
        OpenRole::Is(Role::Heading)
    } else if is("li dd dt") {
        OpenRole::Is(Role::Item)
    } else if is("td th") {
        OpenRole::Is(Role::Cell)
    } else if is("figcaption figure caption") {
        OpenRole::Is(Role::Caption)
    } else if is("pre") {
        OpenRole::Preformatted
    } else if is_block(tag.name) || is("span") {
        OpenRole::Is(if label(tree, index) == Some(Label::Caption) { Role::Caption } else { return None })
    } else {
        return None;
    })
}

struct Cutter {
    blocks: Vec<Block>,
    text: String,
    position: usize,
    linked: usize,
    /// How many `<br>` stand at the end of the text.
    breaks: usize,
}

impl Cutter {
    fn add(&mut self, raw: &str, position: usize, linked: bool, verbatim: bool) {
        if self.text.is_empty() {
            self.position = position;
        }
        let before = self.text.len();
        let mut decoded = String::with_capacity(raw.len());
        decode(raw, &mut decoded);
        for character in decoded.chars() {
            let open = self.text.is_empty() || self.text.ends_with([' ', '\n']);
            match character {
                '\n' if verbatim => self.text.push('\n'),
                '\u{200b}' | '\u{feff}' => {}
                _ if character.is_whitespace() || character.is_control() => {
                    if !open {
                        self.text.push(' ');
                    }
                }
                _ => {
                    self.text.push(character);
                    self.breaks = 0;
                }
            }
        }
        if linked {
            self.linked += self.text.len() - before;
        }
    }

    /// One `<br>` ends a line, two end a paragraph.
    fn line_break(&mut self, open: &[Open]) {
        self.breaks += 1;
        if self.breaks >= 2 {
            self.flush(open);
            return;
        }
        if !self.text.is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text.push('\n');
        }
    }

    fn flush(&mut self, open: &[Open]) {
        let text = self.text.trim();
        if !text.is_empty() {
            let roles = || open.iter().rev().take(12).filter_map(|open| open.role);
            let is_caption = roles().take(6).any(|role| role == OpenRole::Is(Role::Caption));
            let own = roles().find_map(|role| match role {
                OpenRole::Is(role) => Some(role),
                OpenRole::Preformatted => None,
            });
            // A list item or a cell in which a paragraph stands is a paragraph; a heading in a figure is a caption.
            let role = if is_caption { Role::Caption } else { own.unwrap_or(Role::Loose) };
            self.blocks.push(Block {
                text: text.to_owned(),
                position: self.position,
                linked: self.linked.min(text.len()),
                role,
            });
        }
        self.text.clear();
        self.linked = 0;
        self.breaks = 0;
    }
}
