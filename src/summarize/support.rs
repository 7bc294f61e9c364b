//! Who else says what a sentence says, and which facts it carries.

use crate::{
    alignment::Alignment,
    analysis::SummarySentence,
    fact::Fact,
    order::{Map, Set},
    reading::Reading,
    summarize::candidates::Candidate,
};

/// For sentences, by article and position in the document: the articles that say the same, and the facts in them.
pub struct Support<'a> {
    articles: Map<(usize, usize), Set<usize>>,
    facts: Map<(usize, usize), Set<usize>>,
    all_facts: &'a [Fact],
    texts: &'a [usize],
    /// How many different texts there are.
    distinct: usize,
}

impl<'a> Support<'a> {
    /// Gathers it from what was aligned and judged.
    pub fn of(readings: &[Reading], alignment: &Alignment, facts: &'a [Fact], texts: &'a [usize]) -> Self {
        let distinct = texts.iter().collect::<Set<_>>().len();
        let mut support = Self { articles: Map::new(), facts: Map::new(), all_facts: facts, texts, distinct };
        for link in &alignment.links {
            for (here, there) in [(link.a, link.b), (link.b, link.a)] {
                support.articles.entry(here).or_default().insert(there.0);
            }
        }
        for (index, fact) in facts.iter().enumerate() {
            for evidence in fact.positions.iter().flat_map(|position| &position.claims) {
                let article = evidence.passage.article;
                let sentence =
                    readings.get(article).and_then(|reading| reading.document.sentence_at(evidence.passage.span.start));
                if let Some(sentence) = sentence {
                    support.facts.entry((article, sentence)).or_default().insert(index);
                }
            }
        }
        support
    }

    /// The part of all other texts that say the same as the candidate.
    #[expect(clippy::cast_precision_loss, reason = "a story has few articles")]
    pub fn part(&self, candidate: &Candidate) -> f64 {
        let Some(articles) = self.articles.get(&(candidate.article, candidate.sentence)) else { return 0.0 };
        let own = self.texts.get(candidate.article);
        let same: Set<_> =
            articles.iter().map(|&article| self.texts.get(article)).filter(|&text| text != own).collect();
        if self.distinct < 2 { 0.0 } else { same.len() as f64 / (self.distinct - 1) as f64 }
    }

    /// The candidate as a sentence of the summary.
    pub fn sentence(&self, candidate: &Candidate) -> SummarySentence {
        let place = (candidate.article, candidate.sentence);
        let others = self.articles.get(&place).into_iter().flatten().copied();
        let facts = self.facts.get(&place).into_iter().flatten();
        SummarySentence {
            passage: candidate.passage,
            articles: std::iter::once(candidate.article)
                .chain(others.filter(|&article| article != candidate.article))
                .collect(),
            facts: facts.filter_map(|&fact| Some(self.all_facts.get(fact)?.id.clone())).collect(),
        }
    }
}
