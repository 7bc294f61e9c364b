//! Timeline: what happened when, with the exactness of each date told.

use crate::{
    fact::Happening,
    order::Set,
    span::Passage,
    time::Interval,
    view::{
        node::{Element, Node, element},
        page::Page,
    },
};

/// How many happenings are shown at first.
const FIRST: usize = 8;

/// The section; none where nothing is dated.
pub fn section(page: &Page<'_>) -> Option<Element> {
    let happenings = &page.analysis.timeline;
    if happenings.is_empty() {
        return None;
    }
    let shown = happenings.get(..page.shown("timeline", FIRST).min(happenings.len())).unwrap_or(happenings);
    let days = shown.chunk_by(|a, b| a.when == b.when);
    let list = element("ol").class("days").children(days.filter_map(|day| on(page, day)));
    let more = page.unfolder("timeline", happenings.len(), FIRST).map(Node::from);
    let body = [Some(list.into()), more].into_iter().flatten();
    Some(page.section("timeline", page.messages.get("timeline.title"), page.messages.get("timeline.about"), body))
}

/// What happened on one day, or some time within one stretch of days.
fn on(page: &Page<'_>, happenings: &[Happening]) -> Option<Element> {
    let when = happenings.first()?.when;
    let day = element("p").class("day").text(self::when(page, when));
    let items = happenings.iter().filter_map(|happening| item(page, happening));
    Some(
        element("li")
            .key(format!("{}-{}", when.first, when.last))
            .class(if when.days() == 1 { "exact" } else { "inexact" })
            .child(day)
            .child(element("ul").class("claims").children(items)),
    )
}

fn item(page: &Page<'_>, happening: &Happening) -> Option<Element> {
    let first = happening.evidence.first()?;
    let whole = Passage::new(first.passage.article, first.sentence);
    let anchor = format!("time-{}-{}", page.in_story(whole.article), first.passage.span.start);
    let mut seen = Set::new();
    let openers = happening
        .evidence
        .iter()
        .filter(|evidence| seen.insert(evidence.passage.article))
        .map(|evidence| page.opener(&anchor, evidence.passage));
    Some(
        element("li")
            .key(anchor.clone())
            .child(page.own_words("q", whole.article, page.with_disputes(whole)).act(page.open(&anchor, first.passage)))
            .child(element("p").class("support").children(openers))
            .maybe(page.evidence(&anchor)),
    )
}

/// The day, the month or year, or the first and the last day.
fn when(page: &Page<'_>, when: Interval) -> String {
    let (first, last) = (when.first, when.last);
    let whole_month = first.day == 1 && last == first.month_end();
    let whole_year = first.day == 1 && first.month == 1 && last.month == 12 && last.day == 31;
    if first == last {
        page.messages.weekday(first)
    } else if whole_month {
        page.messages.month(first)
    } else if whole_year && first.year == last.year {
        page.messages.year(first)
    } else {
        page.messages.range(first, last)
    }
}
