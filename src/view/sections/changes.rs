//! Words with what differs from another wording of them marked: what is added, and what is missing.

use crate::view::{
    difference::{Change, difference},
    page::Page,
    tree::Tree,
};

/// `words`, with what `base` has not marked as added and what only `base` has as missing. Plain where there is no base,
/// and where they are too long to compare.
pub fn changed(page: &Page<'_>, out: &mut Tree, base: &str, words: &str) {
    let changes = if base.is_empty() { None } else { difference(base, words) };
    let Some(changes) = changes else {
        out.text(words);
        return;
    };
    // Neighbours of one sort stand in one element.
    let mut before = None;
    for change in &changes {
        let sort = std::mem::discriminant(change);
        if before != Some(sort) {
            close(out, before.is_some());
            match change {
                Change::Same(_) => out.open("span"),
                Change::Added(_) => mark(page, out, "ins", "quotes.added"),
                Change::Missing(_) => mark(page, out, "del", "quotes.missing"),
            }
            before = Some(sort);
        } else {
            out.text(" ");
        }
        let (Change::Same(word) | Change::Added(word) | Change::Missing(word)) = change;
        out.text(word);
    }
    if before.is_some() {
        out.close();
    }
}

/// Begins what is marked. What is said of it is in the page's language and direction, and so has no part in which
/// direction the quoted words have.
fn mark(page: &Page<'_>, out: &mut Tree, tag: &'static str, key: &str) {
    out.open(tag);
    out.open("span .hidden dir=auto");
    out.set("lang", page.messages.get("lang"));
    out.text(page.messages.get(key));
    out.close();
}

fn close(out: &mut Tree, open: bool) {
    if open {
        out.close();
        out.text(" ");
    }
}
