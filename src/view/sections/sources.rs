//! The bar that stays in view: the outlets behind the initials, each of which leads to its article, and the list of
//! sections, to go to, to leave out and to put in another order.

use crate::view::{
    page::Page,
    sections::ALL,
    state::{ARRANGE, SECTIONS},
    tree::Tree,
};

/// Up to this many outlets are shown with their names, more with their initials alone.
const NAMED: usize = 8;

/// The bar.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    out.open("nav +sources");
    out.key("sources");
    out.set("aria-label", page.messages.get("sources.label"));
    out.open("ul");
    for article in 0..page.articles() {
        let story = page.in_story(article).to_string();
        out.open("li");
        out.key(&story);
        out.open("button .source !source-button");
        out.set("title", &page.messages.fill("sources.read", &[("outlet", page.name(article))]));
        out.act(&["visit", &story]);
        if page.articles() > NAMED {
            page.mark(out, article, true);
        } else {
            page.outlet(out, article);
        }
        out.close_all(2);
    }
    out.close();
    let open = page.state.unfolded.contains(ARRANGE);
    out.open("button .arrange !arrange-button");
    out.expanded(open);
    out.act(&["unfold", ARRANGE]);
    out.icon("sections");
    out.text(page.messages.get("arrange.title"));
    out.close();
    if open {
        arrangement(page, out);
    }
    out.close();
}

/// The sections: a link to each, whether it is shown, and ways to move it.
fn arrangement(page: &Page<'_>, out: &mut Tree) {
    out.open("ol +arrangement");
    out.set("aria-label", page.messages.get("arrange.title"));
    let sections = page.state.sections();
    for (position, (section, shown)) in sections.iter().enumerate() {
        let (Some(name), Some(section)) = (SECTIONS.get(*section), ALL.get(*section)) else { continue };
        let title = page.messages.get(section.title);
        out.open("li");
        out.key(name);
        out.open("label");
        out.open("input type=checkbox !checkbox");
        out.act(&["section", name, "toggle"]);
        out.flag("checked", *shown);
        out.close();
        out.leaf("span .hidden", &page.messages.fill("arrange.show", &[("section", title)]));
        out.close();
        page.button(out, "button .to !button", &["go", name], "", title);
        for (way, key, last) in [("up", "arrange.up", 0), ("down", "arrange.down", sections.len() - 1)] {
            out.open("button .move !button");
            out.set("aria-label", &page.messages.fill(key, &[("section", title)]));
            out.act(&["section", name, way]);
            out.flag("disabled", position == last);
            out.icon(way);
            out.close();
        }
        out.close();
    }
    out.close();
}
