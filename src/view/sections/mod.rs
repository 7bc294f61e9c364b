//! The page's sections, one file each, in the page's order.

mod differ;
mod export;
mod grid;
mod header;
mod in_short;
mod only;
mod quotes;
mod read;
mod sources;
mod timeline;

use super::{node::Node, page::Page};

/// The header and every section that has something to show, in the page's order.
pub fn all(page: &Page<'_>) -> Vec<Node> {
    let several = page.articles() > 1;
    let compared = |section: fn(&Page<'_>) -> Option<super::node::Element>| several.then(|| section(page)).flatten();
    let sections = [
        in_short::section(page),
        compared(differ::section),
        compared(grid::section),
        compared(only::section),
        quotes::section(page),
        timeline::section(page),
        read::section(page),
    ];
    let sections: Vec<_> = sections.into_iter().flatten().collect();
    let foot = export::export(page);
    [header::header(page), sources::sources(page)].into_iter().chain(sections).chain([foot]).map(Node::from).collect()
}

pub use header::status;
