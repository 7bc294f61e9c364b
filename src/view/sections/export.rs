//! The page's foot: the ways to take what was found along.

use crate::view::{page::Page, tree::Tree};

/// The foot. What its buttons ask for is done by the element, which has the analysis.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    out.open("footer +export");
    out.key("export");
    out.leaf("span .label id=export", page.messages.get("export.title"));
    out.open("ul aria-labelledby=export");
    for (act, key) in [
        (["save", "markdown"].as_slice(), "export.markdown"),
        (&["save", "csv"], "export.csv"),
        (&["save", "json"], "export.json"),
        (&["print"], "export.print"),
    ] {
        out.open("li");
        page.button(out, "button .tool !button", act, "", page.messages.get(key));
        out.close();
    }
    out.close_all(2);
}
