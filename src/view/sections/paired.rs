//! Two articles side by side: the first in its order, beside each sentence those of the second that say the same or
//! differ from it, and what the second alone says after what it follows there.

use super::read::{besides, head, sentence_of};
use crate::{
    order::Set,
    span::Passage,
    view::{page::Page, tree::Tree},
};

/// Draws the two articles.
pub fn draw(page: &Page<'_>, out: &mut Tree, first: usize, second: usize) {
    let (Some(left), Some(right)) = (page.document(first), page.document(second)) else { return };
    // For each sentence of the first the second's, and which of the second's have a partner.
    let partners: Vec<(usize, Vec<usize>)> =
        left.story_sentences().map(|(index, _)| (index, partners(page, first, index, second))).collect();
    let paired: Set<usize> = partners.iter().flat_map(|(_, partners)| partners).copied().collect();
    let mut alone: Vec<usize> =
        right.story_sentences().map(|(index, _)| index).filter(|index| !paired.contains(index)).collect();
    alone.reverse();
    out.open("div +side-by-side");
    out.open("div .twin .heads");
    for article in [first, second] {
        out.open("div");
        head(page, out, article);
        out.close();
    }
    out.close();
    // What the second says alone before its first sentence that has a partner stands in front.
    let before = |partner: usize, alone: &mut Vec<usize>, out: &mut Tree| {
        while let Some(index) = alone.pop_if(|index| *index < partner) {
            row(page, out, (first, &[]), (second, &[index]), "");
        }
    };
    let mut reached = 0;
    for (index, partners) in &partners {
        let differs = partners.iter().any(|&partner| contradict(page, (first, *index), (second, partner)));
        if let Some(&partner) = partners.iter().find(|&&partner| partner >= reached) {
            before(partner, &mut alone, out);
            reached = partner;
        }
        let icon = match (partners.is_empty(), differs) {
            (true, _) => "",
            (false, true) => "differs",
            (false, false) => "same",
        };
        row(page, out, (first, &[*index]), (second, partners), icon);
    }
    before(usize::MAX, &mut alone, out);
    out.close();
}

/// A row: sentences of one, of the other, or of both, then joined by a sign.
fn row(page: &Page<'_>, out: &mut Tree, left: (usize, &[usize]), right: (usize, &[usize]), icon: &'static str) {
    let name = |(article, own): (usize, &[usize])| {
        [page.in_story(article), own.first().map_or(0, |own| own + 1)].map(|number| number.to_string()).join("-")
    };
    let anchor = ["pair", &name(left), &name(right)].join("-");
    out.open("div .twin");
    out.key(&anchor);
    if !icon.is_empty() {
        out.set("class", "joined");
        out.set("class", icon);
    }
    for (article, sentences) in [left, right] {
        out.open("div");
        for &sentence in sentences {
            let Some(own) = page.document(article).and_then(|document| document.sentences.get(sentence)) else {
                continue;
            };
            let passage = Passage::new(article, own.span);
            page.mark_opener(out, &anchor, passage);
            page.own(out, "p", article);
            // A sentence of the second may stand beside several of the first, and an id only once.
            if article == left.0 {
                sentence_of(page, out, article, sentence);
            } else {
                page.with_disputes(out, passage);
            }
            out.close();
        }
        out.close();
    }
    if !icon.is_empty() {
        out.open("span .join");
        out.icon(icon);
        let key = if icon == "differs" { "read.pair-differs" } else { "read.pair-same" };
        out.leaf("span .hidden", page.messages.get(key));
        out.close();
    }
    page.evidence(out, &anchor);
    besides(page, out, left.0, left.1);
    out.close();
}

/// The sentences of `other` that say the same as the sentence or differ from it, in order.
fn partners(page: &Page<'_>, article: usize, sentence: usize, other: usize) -> Vec<usize> {
    let standing = page.analysis.articles.get(article).and_then(|report| report.standing.get(sentence));
    let Some(standing) = standing else { return Vec::new() };
    let document = page.document(other);
    let at = |passage: &Passage| document.and_then(|document| document.sentence_at(passage.span.start));
    let mut partners: Set<usize> =
        standing.same.iter().filter(|passage| passage.article == other).filter_map(at).collect();
    if !standing.conflicts.is_empty() {
        for (index, _) in document.into_iter().flat_map(|document| document.story_sentences()) {
            if contradict(page, (article, sentence), (other, index)) {
                partners.insert(index);
            }
        }
    }
    partners.iter().copied().collect()
}

/// Whether one difference is in both sentences.
fn contradict(page: &Page<'_>, here: (usize, usize), there: (usize, usize)) -> bool {
    let conflicts = |(article, sentence): (usize, usize)| {
        let report = page.analysis.articles.get(article);
        report.and_then(|report| report.standing.get(sentence)).map_or(&[][..], |standing| &standing.conflicts)
    };
    conflicts(here).iter().any(|conflict| conflicts(there).contains(conflict))
}
