//! The page's sections, one file each, in the page's order.

mod changes;
mod differences;
mod export;
mod grid;
mod header;
mod only;
mod paired;
mod quotes;
mod read;
mod shared;
mod sources;
mod summary;
mod timeline;
mod wording;

use super::{page::Page, state::SECTIONS, tree::Tree};

/// A section: the keys of its title and of the line that says what it is, whether it is about several articles only, and
/// what draws it. One that draws nothing is left out.
pub struct Section {
    pub title: &'static str,
    about: &'static str,
    compared: bool,
    draw: fn(&Page<'_>, &mut Tree),
}

const fn section(title: &'static str, about: &'static str, compared: bool, draw: fn(&Page<'_>, &mut Tree)) -> Section {
    Section { title, about, compared, draw }
}

/// The sections, in the order of [`SECTIONS`], where they have their names.
pub const ALL: [Section; SECTIONS.len()] = [
    section("short.title", "short.about", false, summary::draw),
    section("differ.title", "differ.about", true, differences::draw),
    section("grid.title", "grid.about", true, grid::draw),
    section("only.title", "only.about", true, only::draw),
    section("quotes.title", "quotes.about", false, quotes::draw),
    section("timeline.title", "timeline.about", false, timeline::draw),
    section("wording.title", "wording.about", false, wording::draw),
    section("shared.title", "shared.about", true, shared::draw),
    section("read.title", "read.about", false, read::draw),
];

/// The header and every section that is wanted and has something to show, in the reader's order.
pub fn all(page: &Page<'_>, out: &mut Tree) {
    header::draw(page, out);
    sources::draw(page, out);
    for (section, shown) in page.state.sections() {
        if let (true, Some(name), Some(section)) = (shown, SECTIONS.get(section), ALL.get(section)) {
            one(page, out, name, section);
        }
    }
    export::draw(page, out);
}

/// The section with its heading, a line that says what it is, and what stands in it. `name` is its id, class and part.
fn one(page: &Page<'_>, out: &mut Tree, name: &'static str, section: &Section) {
    let several = page.articles() > 1;
    if section.compared && !several {
        return;
    }
    let heading = [name, "-title"].concat();
    out.open("section +section tabindex=-1");
    out.set("class", name);
    out.set("part", name);
    out.set("id", name);
    out.set("aria-labelledby", &heading);
    out.key(name);
    out.open("header .rail");
    out.open("h3 .title !section-title");
    out.set("id", &heading);
    out.text(page.messages.get(section.title));
    out.close();
    if several {
        out.leaf("p .about", page.messages.get(section.about));
    }
    out.close();
    out.open("div .body");
    (section.draw)(page, out);
    if out.is_empty() {
        out.drop_all(2);
    } else {
        out.close_all(2);
    }
}

pub use grid::{GRID, draw as grid};
pub use header::{outline, status};
