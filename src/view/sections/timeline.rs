//! Timeline: what happened when, drawn by outlets and days, and as a table, with the exactness of each date told.

use crate::{
    date::Date,
    fact::{Evidence, Happening},
    order::Order,
    span::Passage,
    time::Interval,
    view::{evidence, page::Page, tree::Tree},
};

/// How many happenings are shown in the table at first.
const FIRST: usize = 8;
/// The evidence of a dot.
const DOT: &str = "dot";
/// In the drawing, in pixels: the height of an outlet's line and of the days above them, the least distance of two days, and
/// the room for a month's name.
const LANE: usize = 30;
const HEAD: usize = 44;
const STEP: usize = 36;
const NAME: usize = 104;

/// Draws the section; nothing where nothing is dated.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    let happenings = &page.analysis.timeline;
    if happenings.is_empty() {
        return;
    }
    chart(page, out);
    table(page, out, happenings);
    page.unfolder(out, "timeline", happenings.len(), FIRST);
}

/// What one outlet dates alike: a dot, or a bar where it is some time within a stretch of days.
struct Dot<'a> {
    article: usize,
    when: Interval,
    told: Vec<&'a Evidence>,
}

fn dots<'a>(page: &Page<'a>) -> Vec<Dot<'a>> {
    let mut dots: Vec<Dot<'_>> = Vec::new();
    for happening in &page.analysis.timeline {
        for evidence in &happening.evidence {
            let article = evidence.passage.article;
            match dots.iter_mut().find(|dot| dot.article == article && dot.when == happening.when) {
                Some(dot) => dot.told.push(evidence),
                None => dots.push(Dot { article, when: happening.when, told: vec![evidence] }),
            }
        }
    }
    dots.order_by_key(|dot| (dot.article, dot.when));
    dots
}

/// The days that are named, each with its distance from the left in pixels. Far days stand farther apart, but not as far
/// as they are.
fn scale(dots: &[Dot<'_>]) -> Vec<(Date, usize)> {
    let mut days: Vec<Date> = dots.iter().flat_map(|dot| [dot.when.first, dot.when.last]).collect();
    days.order();
    days.dedup();
    // Where the last month's name begins, and the day before.
    let (mut month, mut before): (usize, Option<Date>) = (0, None);
    let mut at = STEP / 2;
    let mut scale = Vec::new();
    for day in days {
        if let Some(before) = before {
            at += if day.days() - before.days() == 1 { STEP } else { STEP * 3 / 2 };
            if (before.year, before.month) != (day.year, day.month) {
                at = at.max(month + NAME);
                month = at;
            }
        }
        before = Some(day);
        scale.push((day, at));
    }
    scale
}

fn chart(page: &Page<'_>, out: &mut Tree) {
    let dots = dots(page);
    let scale = scale(&dots);
    // Room for the last day, and for the name of the last month.
    let width = scale.last().map_or(0, |&(last, at)| {
        let month = scale.iter().find(|(day, _)| (day.year, day.month) == (last.year, last.month));
        (at + STEP).max(month.map_or(0, |(_, at)| at + NAME))
    });
    let articles = Page::articles_of(dots.iter().filter_map(|dot| dot.told.first()).map(|told| told.passage));
    // Shares of the width, so that the drawing fills its place and letters keep their size.
    let share = |at: usize| [&decimals(at * 10_000 / width.max(1)), "%"].concat();
    let at = |day: Date| scale.iter().find(|(own, _)| *own == day).map_or(0, |(_, at)| *at);
    out.open("div +chart");
    out.open("ul .lanes aria-hidden=true");
    for &article in &articles {
        out.open("li");
        page.mark(out, article, false);
        out.leaf("span .name", page.name(article));
        out.close();
    }
    out.close();
    out.open("div .scroll role=region tabindex=0");
    out.set("aria-label", page.messages.get("timeline.drawing"));
    out.open("svg .drawing role=group");
    out.set("width", &width.to_string());
    out.set("height", &(HEAD + LANE * articles.len() + LANE / 3).to_string());
    out.set("aria-label", page.messages.get("timeline.drawing"));
    let bottom = (HEAD + LANE * articles.len()).to_string();
    let mut month = None;
    for (day, x) in &scale {
        let exact = dots.iter().any(|dot| dot.when.days() == 1 && dot.when.first == *day);
        let x = share(*x);
        if month != Some((day.year, day.month)) {
            month = Some((day.year, day.month));
            out.open("text .month y=14");
            out.set("x", &x);
            out.text(&page.messages.month(*day));
            out.close();
        }
        if exact {
            out.open("text .day-of y=34");
            out.set("x", &x);
            out.text(&day.day.to_string());
            out.close();
            line(out, [&x, &x, "44", &bottom], "line .of-day");
        }
    }
    let mut reached = true;
    for (lane, &article) in articles.iter().enumerate() {
        let y = HEAD + LANE * lane + LANE / 2;
        line(out, ["0", "100%", &y.to_string(), &y.to_string()], "line .lane");
        for dot in dots.iter().filter(|dot| dot.article == article) {
            mark(page, out, dot, [&share(at(dot.when.first)), &share(at(dot.when.last))], y, reached);
            reached = false;
        }
    }
    out.close_all(2);
    let open = page.state.open.as_ref().filter(|open| open.anchor == DOT);
    let open = open.and_then(|open| {
        let is_open = |dot: &&Dot<'_>| dot.told.first().is_some_and(|told| page.is_open(DOT, told.passage));
        dots.iter().find(is_open).filter(|_| page.in_analysis(open.article).is_some())
    });
    if let Some(dot) = open {
        let told: Vec<Passage> = dot.told.iter().map(|told| told.passage).collect();
        evidence::panel(page, out, &told);
    }
    out.close();
}

fn line(out: &mut Tree, [x1, x2, y1, y2]: [&str; 4], what: &'static str) {
    out.open(what);
    for (name, value) in [("x1", x1), ("x2", x2), ("y1", y1), ("y2", y2)] {
        out.set(name, value);
    }
    out.close();
}

/// A dot on its day, or a bar over its days; with how many things it stands for where they are several.
fn mark(page: &Page<'_>, out: &mut Tree, dot: &Dot<'_>, [first, last]: [&str; 2], y: usize, reached: bool) {
    let Some(told) = dot.told.first() else { return };
    let exact = dot.when.days() == 1;
    let [y, below] = [y, y + 4].map(|y| y.to_string());
    out.open("g role=button");
    // The keyboard reaches the first, and from there the arrow keys lead on.
    out.set("tabindex", if reached { "0" } else { "-1" });
    out.set("class", if exact { "dot exact" } else { "dot inexact" });
    out.expanded(page.is_open(DOT, told.passage));
    out.set(
        "aria-label",
        &[page.name(dot.article), ", ", &when(page, dot.when), ": ", &page.messages.number(dot.told.len())].concat(),
    );
    page.open(out, DOT, told.passage);
    if exact {
        for (what, r) in [("circle .hit", "13"), ("circle .shape", if dot.told.len() > 1 { "9" } else { "6" })] {
            out.open(what);
            out.set("cx", first);
            out.set("cy", &y);
            out.set("r", r);
            out.close();
        }
    } else {
        // A line with round ends: it begins and ends at shares of the width, which a rectangle's width cannot.
        line(out, [first, last, &y, &y], "line .hit");
        line(out, [first, last, &y, &y], "line .shape");
        line(out, [first, last, &y, &y], "line .core");
    }
    if dot.told.len() > 1 {
        out.open("text .number");
        out.set("x", first);
        out.set("y", &below);
        out.text(&page.messages.number(dot.told.len()));
        out.close();
    }
    out.close();
}

/// Hundredths as a decimal number.
fn decimals(hundredths: usize) -> String {
    [(hundredths / 100).to_string(), (hundredths % 100 + 100).to_string().replacen('1', ".", 1)].concat()
}

/// The same for those who read on: what each day's sentences say.
fn table(page: &Page<'_>, out: &mut Tree, happenings: &[Happening]) {
    out.open("table .days !table");
    out.open("thead");
    out.open("tr");
    out.leaf("th scope=col", page.messages.get("timeline.when"));
    out.leaf("th scope=col", page.messages.get("timeline.what"));
    out.close_all(2);
    let shown = happenings.get(..page.shown("timeline", FIRST).min(happenings.len())).unwrap_or(happenings);
    for day in shown.chunk_by(|a, b| a.when == b.when) {
        let Some(first) = day.first() else { continue };
        out.open("tbody");
        out.key(&[first.when.first.to_string(), first.when.last.to_string()].join("/"));
        for (index, happening) in day.iter().enumerate() {
            out.open("tr");
            out.key(&index.to_string());
            if index == 0 {
                out.open("th .day scope=rowgroup");
                out.set("rowspan", &day.len().to_string());
                let exact = first.when.days() == 1;
                out.text(&when(page, first.when));
                if !exact {
                    out.leaf("small", page.messages.get("timeline.within"));
                }
                out.close();
            }
            out.open("td");
            item(page, out, happening);
            out.close_all(2);
        }
        out.close();
    }
    out.close();
}

fn item(page: &Page<'_>, out: &mut Tree, happening: &Happening) {
    let Some(first) = happening.evidence.first() else { return };
    let anchor =
        ["time", &page.in_story(first.passage.article).to_string(), &first.passage.span.start.to_string()].join("-");
    page.said(out, &anchor, first);
    out.open("p .support");
    let mut seen = Vec::new();
    for evidence in &happening.evidence {
        if !seen.contains(&evidence.passage.article) {
            seen.push(evidence.passage.article);
            page.outlet_opener(out, &anchor, evidence.passage);
        }
    }
    out.close();
    page.evidence(out, &anchor);
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
