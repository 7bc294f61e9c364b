//! The bar that stays in view: the outlets behind the initials; each leads to its article.

use crate::view::{
    node::{Element, element},
    page::Page,
};

/// The bar of sources.
pub fn sources(page: &Page<'_>) -> Element {
    let item = |article: usize| {
        let story = page.in_story(article).to_string();
        element("li").key(story.clone()).child(
            element("button")
                .class("source")
                .part("source-button")
                .attribute("type", "button")
                .attribute("title", page.messages.fill("sources.read", &[("outlet", page.name(article))]))
                .act(["visit:", &story].concat())
                .child(page.outlet(article)),
        )
    };
    element("nav")
        .class("sources")
        .part("sources")
        .key("sources")
        .attribute("aria-label", page.messages.get("sources.label"))
        .child(element("ul").children((0..page.articles()).map(item)))
}
