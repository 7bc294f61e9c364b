//! In short: the sentences that say it best, verbatim, each with the outlets that say the same.

use crate::{
    analysis::SummarySentence,
    fact::Verdict,
    options::SummaryLength,
    span::Passage,
    view::{page::Page, tree::Tree, values},
};

/// Draws the section; nothing where there is no sentence to show.
pub fn draw(page: &Page<'_>, out: &mut Tree) {
    // Weightiest first, so that a shorter summary is the beginning of a longer one.
    let all = &page.analysis.summary;
    if all.is_empty() {
        return;
    }
    let choice = |length: SummaryLength, key| (length.name(), page.messages.get(key), page.state.length == length);
    page.radios(
        out,
        "length",
        page.messages.get("short.length"),
        &[
            choice(SummaryLength::Short, "short.short"),
            choice(SummaryLength::Medium, "short.medium"),
            choice(SummaryLength::Long, "short.long"),
        ],
    );
    out.open("ol .sentences");
    for (index, sentence) in all.iter().take(page.state.length.sentences()).enumerate() {
        item(page, out, index, sentence);
    }
    out.close();
}

/// The sentence, who says it, who says the same, and where they differ inside it.
fn item(page: &Page<'_>, out: &mut Tree, index: usize, sentence: &SummarySentence) {
    let own = sentence.passage;
    let anchor = ["short-", &index.to_string()].concat();
    out.open("li");
    out.key(&[page.in_story(own.article).to_string(), own.span.start.to_string()].join("-"));
    page.quoted(out, "p .quoted !sentence", &anchor, own);
    out.open("p +support");
    page.outlet_opener(out, &anchor, own);
    let others: Vec<usize> = sentence.articles.iter().copied().filter(|&article| article != own.article).collect();
    if !others.is_empty() {
        out.leaf("span .alike", &page.messages.count("short.same", others.len()));
    }
    for article in others {
        match counterpart(page, sentence, article) {
            Some(passage) => page.outlet_opener(out, &anchor, passage),
            None => page.outlet(out, article),
        }
    }
    for fact in page.facts(Verdict::Conflict).filter(|fact| sentence.facts.contains(&fact.id)) {
        let what = values::label(&fact.label, page.messages);
        page.to_difference(out, fact, &page.messages.fill("short.differ", &[("what", &what)]));
    }
    out.close();
    page.evidence(out, &anchor);
    out.close();
}

/// The sentence by which `article` says the same.
fn counterpart(page: &Page<'_>, sentence: &SummarySentence, article: usize) -> Option<Passage> {
    let report = page.analysis.articles.get(sentence.passage.article)?;
    let index = report.document.sentence_at(sentence.passage.span.start)?;
    report.standing.get(index)?.same.iter().find(|passage| passage.article == article).copied()
}
