//! The page's foot: the ways to take what was found along.

use crate::view::{
    node::{Element, element},
    page::Page,
};

/// The foot. What its buttons ask for is done by the element, which has the analysis.
pub fn export(page: &Page<'_>) -> Element {
    let button = |act: &str, key: &str| {
        element("li").child(
            element("button")
                .class("tool")
                .part("button")
                .attribute("type", "button")
                .act(act)
                .text(page.messages.get(key)),
        )
    };
    element("footer")
        .class("export")
        .part("export")
        .key("export")
        .child(element("span").class("label").attribute("id", "export").text(page.messages.get("export.title")))
        .child(
            element("ul")
                .attribute("aria-labelledby", "export")
                .child(button("save:markdown", "export.markdown"))
                .child(button("save:csv", "export.csv"))
                .child(button("save:json", "export.json"))
                .child(button("print", "export.print")),
        )
}
