//! For each article and each of its sentences, how the other articles stand to it.

use crate::{
    alignment::Alignment,
    analysis::Standing,
    fact::{Fact, Verdict},
    order::Order,
    reading::Reading,
    span::Passage,
};

/// For each article and each of its sentences, the sentences of others that report the same, and the conflicts in it.
#[must_use]
pub fn standing(readings: &[Reading], alignment: &Alignment, facts: &[Fact]) -> Vec<Vec<Standing>> {
    let mut standing: Vec<Vec<Standing>> =
        readings.iter().map(|reading| vec![Standing::default(); reading.document.sentences.len()]).collect();
    let passage = |(article, sentence): (usize, usize)| {
        let sentence = readings.get(article)?.document.sentences.get(sentence)?;
        Some(Passage::new(article, sentence.span))
    };
    for link in &alignment.links {
        for (here, there) in [(link.a, link.b), (link.b, link.a)] {
            if let (Some(standing), Some(there)) = (at(&mut standing, here), passage(there)) {
                standing.same.push(there);
            }
        }
    }
    for fact in facts.iter().filter(|fact| fact.verdict == Verdict::Conflict) {
        for evidence in fact.positions.iter().flat_map(|position| &position.claims) {
            let article = evidence.passage.article;
            let sentence =
                readings.get(article).and_then(|reading| reading.document.sentence_at(evidence.passage.span.start));
            if let Some(standing) = sentence.and_then(|sentence| at(&mut standing, (article, sentence)))
                && !standing.conflicts.contains(&fact.id)
            {
                standing.conflicts.push(fact.id.clone());
            }
        }
    }
    for standing in standing.iter_mut().flatten() {
        standing.same.order();
        standing.same.dedup();
    }
    standing
}

fn at(standing: &mut [Vec<Standing>], (article, sentence): (usize, usize)) -> Option<&mut Standing> {
    standing.get_mut(article)?.get_mut(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        alignment::SentenceLink,
        document::{Document, Sentence},
        fact::{Evidence, FactKind, Label, LabelTemplate, Position},
        span::Span,
    };

    fn reading(sentences: usize) -> Reading {
        let sentence = |index| Sentence {
            span: Span::new(index * 10, index * 10 + 9),
            tokens: 0..0,
            paragraph: index,
            furniture: None,
        };
        let document = Document { sentences: (0..sentences).map(sentence).collect(), ..Document::default() };
        Reading { document, ..Reading::default() }
    }

    #[test]
    fn links_go_both_ways_and_conflicts_are_named_once() {
        let claim = |article, start| Evidence {
            passage: Passage::new(article, Span::new(start, start + 2)),
            sentence: Span::new(start, start + 9),
        };
        let fact = |id: &str, verdict| Fact {
            id: id.to_owned(),
            verdict,
            kind: FactKind::Quantity,
            label: Label { template: LabelTemplate::Plain, words: Vec::new() },
            positions: vec![
                Position { value: None, claims: vec![claim(0, 10), claim(0, 13)], support: 1 },
                Position { value: None, claims: vec![claim(1, 3)], support: 1 },
            ],
            notes: Vec::new(),
        };
        let link = SentenceLink { a: (0, 1), b: (1, 0), strength: 0.9 };
        let alignment = Alignment { groups: Vec::new(), links: vec![link, link] };
        let facts = [fact("f1", Verdict::Conflict), fact("f2", Verdict::Agreed)];
        let standing = standing(&[reading(2), reading(1)], &alignment, &facts);
        assert_eq!(standing[0][0], Standing::default());
        assert_eq!(standing[0][1].same, [Passage::new(1, Span::new(0, 9))]);
        assert_eq!(standing[1][0].same, [Passage::new(0, Span::new(10, 19))]);
        assert_eq!(standing[0][1].conflicts, ["f1"]);
        assert_eq!(standing[1][0].conflicts, ["f1"]);
    }
}
