//! Finds a page's main text among its blocks.
//!
//! What the page itself marks as something else (navigation, comments, promotions) is set aside first, unless most of
//! the text stands in it. The article is then the smallest element that holds nearly all of what is left: going down
//! from the page, one step at a time, never leaves an opening paragraph outside. Within it, blocks that are mostly
//! links and labels without a sentence are left out.

use super::{
    blocks::{Block, Label, Role, blocks, label},
    tree::Tree,
};

/// Which share of the text an element must hold to be gone down into, in percent.
const DESCENT: usize = 72;
/// The same for an element that says that it is the article's body.
const LABELLED: usize = 40;
/// The largest share of the text that is set aside because of an element's name, in percent.
const ASIDE: usize = 30;
/// What must remain, in bytes, for comments to be set aside, however many they are.
const ENOUGH: usize = 200;

/// The blocks of a page's main text, in order.
pub(super) fn main_blocks(tree: &Tree<'_>) -> Vec<Block> {
    let mut page = Page::new(tree);
    page.set_aside();
    let container = page.container();
    page.within(container)
}

struct Page<'a> {
    tree: &'a Tree<'a>,
    blocks: Vec<Block>,
    /// For each block whether it was set aside.
    aside: Vec<bool>,
    /// The weights of all blocks before each position in `blocks`, what is set aside left out.
    sums: Vec<usize>,
}

impl<'a> Page<'a> {
    fn new(tree: &'a Tree<'a>) -> Self {
        let blocks = blocks(tree);
        let mut page = Self { tree, aside: vec![false; blocks.len()], blocks, sums: Vec::new() };
        page.sum();
        page
    }

    fn sum(&mut self) {
        let mut total = 0;
        self.sums = vec![0];
        for (block, aside) in self.blocks.iter().zip(&self.aside) {
            total += if *aside { 0 } else { block.weight() };
            self.sums.push(total);
        }
    }

    /// The blocks inside the element, as positions in `blocks`.
    fn inside(&self, element: usize) -> std::ops::Range<usize> {
        let end = self.tree.end(element);
        let from = self.blocks.partition_point(|block| block.position < element);
        from..self.blocks.partition_point(|block| block.position < end).max(from)
    }

    fn weight(&self, element: usize) -> usize {
        let inside = self.inside(element);
        let sum = |at: usize| self.sums.get(at).copied().unwrap_or(0);
        sum(inside.end).saturating_sub(sum(inside.start))
    }

    /// Sets aside what the page marks as something other than its article.
    fn set_aside(&mut self) {
        let total = self.sums.last().copied().unwrap_or(0);
        let mut index = 0;
        let mut article = 0; // the end of the article that we are in
        let mut aside = Vec::new();
        let mut left = total;
        while index < self.tree.nodes.len() {
            if self.tree.element(index).is_none() || self.tree.is(index, "html body") {
                index += 1;
                continue;
            }
            if self.tree.is(index, "article main") {
                article = article.max(self.tree.end(index));
            }
            let label = label(self.tree, index);
            let marked = self.tree.is(index, "nav footer aside form")
                || self.tree.is(index, "header") && index >= article
                || label == Some(Label::Skip) && !self.tree.is(index, "article main p");
            let weight = if marked || label == Some(Label::Comments) { self.weight(index) } else { 0 };
            let comments = label == Some(Label::Comments) && left.saturating_sub(weight) >= ENOUGH;
            if comments || marked && weight * 100 <= total * ASIDE {
                left = left.saturating_sub(weight);
                aside.push(self.inside(index));
                index = self.tree.end(index);
            } else {
                index += 1;
            }
        }
        for range in aside {
            self.aside.get_mut(range).into_iter().flatten().for_each(|aside| *aside = true);
        }
        self.sum();
    }

    /// The smallest element that holds nearly all of the text.
    fn container(&self) -> std::ops::Range<usize> {
        let total = self.sums.last().copied().unwrap_or(0);
        // An element that is marked as the article's body by the vocabulary for it is taken at its word.
        let marked = (0..self.tree.nodes.len())
            .filter(|&index| {
                self.tree.element(index).is_some_and(|tag| tag.attribute("itemprop") == Some("articleBody"))
            })
            .find(|&index| self.weight(index) * 100 >= total * LABELLED);
        if let Some(element) = marked {
            return element..self.tree.end(element);
        }
        // An element that says that it is the article's body, where one holds enough.
        let labelled = (0..self.tree.nodes.len()).rfind(|&index| {
            (self.tree.is(index, "article main") || label(self.tree, index) == Some(Label::Body))
                && self.weight(index) * 100 >= total * LABELLED
        });
        let mut range = 0..self.tree.nodes.len();
        let mut children: Vec<usize> = match labelled {
            Some(element) => {
                range = element..self.tree.end(element);
                self.tree.children(element).collect()
            }
            None => std::iter::successors((!range.is_empty()).then_some(0), |&child| {
                Some(self.tree.end(child)).filter(|&next| next < range.end)
            })
            .collect(),
        };
        let mut held = if labelled.is_some() { self.weight(range.start) } else { total };
        while let Some((weight, child)) = children
            .iter()
            .map(|&child| (self.weight(child), child))
            .max_by_key(|&(weight, child)| (weight, usize::MAX - child))
        {
            // Paragraphs beside it are the article's as much as those inside it.
            let beside = children
                .iter()
                .any(|&other| other != child && self.tree.is(other, "p blockquote") && self.weight(other) > 0);
            if weight == 0 || weight * 100 < held * DESCENT || beside || self.tree.is(child, "p ul ol table blockquote")
            {
                break;
            }
            range = child..self.tree.end(child);
            held = weight;
            children = self.tree.children(child).collect();
        }
        range
    }

    /// Where the article begins: after the page's headline, where that stands before the container and no other
    /// paragraphs but an opening's do.
    fn opening(&self, container: &std::ops::Range<usize>) -> usize {
        let before = self.blocks.partition_point(|block| block.position < container.start);
        let headline = (0..before).rev().find(|&index| {
            self.blocks.get(index).is_some_and(|block| is_headline(self.tree, block.position))
                && self.aside.get(index) == Some(&false)
        });
        let Some(headline) = headline else { return container.start };
        let opening = self.sums.get(before).zip(self.sums.get(headline)).map_or(0, |(end, start)| end - start);
        let rest = self.sums.last().copied().unwrap_or(0);
        let start = self.blocks.get(headline).map_or(container.start, |block| block.position);
        if opening * 100 <= rest * ASIDE { start } else { container.start }
    }

    /// The article's blocks within the container.
    fn within(self, container: std::ops::Range<usize>) -> Vec<Block> {
        let opening = self.opening(&container);
        let stands = |index: usize, block: &Block| {
            let inside = container.contains(&block.position);
            let opens = (opening..container.start).contains(&block.position) && block.weight() > 0;
            self.aside.get(index) == Some(&false) && (inside || opens)
        };
        let chosen = |sort: &dyn Fn(&Block) -> bool| -> Vec<bool> {
            self.blocks.iter().enumerate().map(|(index, block)| stands(index, block) && sort(block)).collect()
        };
        let mut keep = chosen(&is_article);
        if !keep.contains(&true) {
            // A fragment without a sentence: whatever is not a link.
            keep = chosen(&|block| block.linked * 2 <= block.text.len());
        }
        let mut kept: Vec<Block> =
            self.blocks.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(block, _)| block).collect();
        // A heading stands over something: one at the end, or over another of its kind, heads what was left out.
        while kept.len() > 1 && kept.last().is_some_and(|block| block.role == Role::Heading) {
            kept.pop();
        }
        kept
    }
}

/// Whether the text at `position` stands in an `<h1>`.
pub(super) fn is_headline(tree: &Tree<'_>, position: usize) -> bool {
    (position.saturating_sub(6)..position).any(|index| tree.is(index, "h1") && tree.end(index) > position)
}

/// Whether a block can belong to the article: not mostly links, and where nothing says what it is, a sentence.
fn is_article(block: &Block) -> bool {
    let text = block.text.as_str();
    let own = text.len().saturating_sub(block.linked);
    let ends = super::super::paragraphs::ends_sentence(text);
    match block.role {
        Role::Heading => block.linked * 2 <= text.len(),
        Role::Caption => true,
        Role::Paragraph => own > 0 && (block.linked * 10 <= text.len() * 9 || ends && text.len() > 80),
        Role::Item | Role::Cell => own * 2 >= text.len(),
        Role::Loose => own * 3 >= text.len() && (ends && text.len() >= 25 || text.len() >= 100),
    }
}
