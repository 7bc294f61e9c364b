//! Shared text: which articles have passages in common, as a table, drawn, and side by side.

use super::changes::changed;
use crate::{
    analysis::SharedText,
    order::Order,
    span::Passage,
    view::{evidence, page::Page, tree::Tree},
};

/// How many pairs of articles are listed at first.
const PAIRS: usize = 6;
/// How many passages are shown at first.
const PASSAGES: usize = 4;
/// The width of the drawing, in its own units.
const WIDTH: usize = 1000;

/// Draws the section; nothing where no two articles share text.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    let listed = page.analysis.lineage.iter().filter(|pair| !pair.passages.is_empty());
    let mut pairs: Vec<&SharedText> = listed.collect();
    pairs.order_by(|a, b| b.share.total_cmp(&a.share));
    let in_story = |pair: &SharedText| (page.in_story(pair.a), page.in_story(pair.b));
    let chosen = pairs.iter().find(|pair| page.state.pair == Some(in_story(pair))).or(pairs.first());
    let Some(chosen) = chosen else { return };
    out.open("div .scroll .pairs role=region tabindex=0");
    out.set("aria-label", page.messages.get("shared.pairs"));
    out.open("table !table");
    out.open("thead");
    out.open("tr");
    for key in ["shared.articles", "shared.share", "shared.passages", "shared.counted"] {
        out.leaf("th scope=col", page.messages.get(key));
    }
    out.close_all(2);
    out.open("tbody");
    for pair in pairs.iter().take(page.shown("pairs", PAIRS)) {
        let (a, b) = in_story(pair);
        out.open("tr");
        out.open("th scope=row");
        out.open("button .pair !button");
        out.set("aria-pressed", if pair == chosen { "true" } else { "false" });
        out.act(&["pair", &a.to_string(), &b.to_string()]);
        page.outlet(out, pair.a);
        out.text(" ");
        page.outlet(out, pair.b);
        out.close_all(2);
        out.leaf("td", &share(page, pair));
        out.leaf("td", &page.messages.number(pair.passages.len()));
        let one = page.analysis.texts.get(pair.a) == page.analysis.texts.get(pair.b);
        out.leaf("td", page.messages.get(if one { "shared.one-text" } else { "shared.two-texts" }));
        out.close();
    }
    out.close_all(3);
    page.unfolder(out, "pairs", pairs.len(), PAIRS);
    drawing(page, out, chosen);
    passages(page, out, chosen);
}

/// How much of the shorter article stands in the other.
fn share(page: &Page<'_>, pair: &SharedText) -> String {
    // A share lies between nought and one.
    let percent = page.messages.number((pair.share * 100.0 + 0.5) as usize);
    page.messages.fill("shared.percent", &[("share", &percent)])
}

/// The two articles as bars, one above the other, with a ribbon from each passage to where it stands in the other.
fn drawing(page: &Page<'_>, out: &mut Tree, pair: &SharedText) {
    out.open("figure +ribbons");
    out.open("p .end");
    page.outlet(out, pair.a);
    out.close();
    let names = [page.name(pair.a), page.name(pair.b)];
    out.open("svg .drawing viewBox=0,0,1000,100 preserveAspectRatio=none role=group");
    out.set("aria-label", &page.messages.fill("shared.drawing", &[("a", names[0]), ("b", names[1])]));
    for y in ["0", "90"] {
        out.open("rect .bar x=0 width=1000 height=10");
        out.set("y", y);
        out.close();
    }
    for (index, (a, b)) in pair.passages.iter().enumerate() {
        let [(from, to), (below, beyond)] = [a, b].map(|passage| along(page, *passage));
        let path = [
            ["M", &from, " 0H", &to, "V10"].concat(),
            ["C", &to, " 40 ", &beyond, " 60 ", &beyond, " 90"].concat(),
            ["V100H", &below, "V90"].concat(),
            ["C", &below, " 60 ", &from, " 40 ", &from, " 10Z"].concat(),
        ]
        .concat();
        out.open("path .ribbon role=button");
        out.set("tabindex", if index == 0 { "0" } else { "-1" });
        out.set("d", &path);
        out.set("aria-label", page.words(*a));
        out.expanded(page.is_open(RIBBON, *a));
        page.open(out, RIBBON, *a);
        out.close();
    }
    out.close();
    out.open("p .end");
    page.outlet(out, pair.b);
    out.close();
    if let Some((a, b)) = pair.passages.iter().find(|(a, _)| page.is_open(RIBBON, *a)) {
        evidence::panel(page, out, &[*a, *b]);
    }
    out.close();
}

/// The evidence of a ribbon.
const RIBBON: &str = "ribbon";

/// Where a passage begins and ends along its article, in the drawing's units.
fn along(page: &Page<'_>, passage: Passage) -> (String, String) {
    let length = page.document(passage.article).map_or(1, |document| document.text.len().max(1));
    let at = |byte: usize| byte * WIDTH / length;
    let (start, end) = (at(passage.span.start), at(passage.span.end));
    (start.to_string(), end.max(start + 4).to_string())
}

/// The passages side by side, the second with what it has other than the first.
fn passages(page: &Page<'_>, out: &mut Tree, pair: &SharedText) {
    out.open("ol .twins");
    for (a, b) in pair.passages.iter().take(page.shown("passages", PASSAGES)) {
        let anchor = ["shared", &page.in_story(a.article).to_string(), &a.span.start.to_string()].join("-");
        out.open("li");
        out.key(&[&anchor, "-", &b.span.start.to_string()].concat());
        out.open("div .twin");
        for (passage, base) in [(a, ""), (b, page.words(*a))] {
            out.open("div");
            page.outlet_opener(out, &anchor, *passage);
            page.own(out, "q", passage.article);
            page.open(out, &anchor, *passage);
            changed(page, out, base, page.words(*passage));
            out.close_all(2);
        }
        out.close();
        page.evidence(out, &anchor);
        out.close();
    }
    out.close();
    page.unfolder(out, "passages", pair.passages.len(), PASSAGES);
}
