//! What happened when, in order.

use std::ops::Range;

use crate::{
    alignment::{Alignment, SlotKind},
    document::{Document, TokenKind},
    fact::{Evidence, Fact, Happening},
    lexicon::STOP_WORDS,
    order::Order,
    order::{Map, Set},
    quote::QuoteKind,
    reading::Reading,
    span::{Passage, Span},
    time::{Interval, TimeExpression},
};

/// The longest stretch of days that still says when something happened.
const LONGEST_DAYS: i64 = 31;
/// How many words two clauses must have in common to tell of the same thing, where only their sentences were aligned.
const LEMMAS_IN_COMMON: usize = 3;

/// The dated claims of all articles, those that report the same at the same time as one, in order.
#[must_use]
pub fn timeline(readings: &[Reading], alignment: &Alignment, facts: &[Fact]) -> Vec<Happening> {
    let dated: Vec<Dated> =
        readings.iter().enumerate().flat_map(|(article, reading)| dated(article, reading)).collect();
    let told = Told::of(facts);
    let mut happenings: Vec<Happening> = grouped(&dated, alignment)
        .into_iter()
        .filter_map(|group| happening(readings, group.iter().filter_map(|&index| dated.get(index)).collect(), &told))
        .collect();
    happenings.order_by(|a, b| order(a).cmp(&order(b)));
    happenings
}

/// By the first day, then the time of day, the more exact first, then by where it stands.
fn order(happening: &Happening) -> (Interval, Option<u32>, Option<&Evidence>) {
    (happening.when, happening.minute, happening.evidence.first())
}

/// A claim with a date in it.
#[derive(Clone, Debug)]
struct Dated<'a> {
    article: usize,
    sentence: usize,
    /// The date's position in the article's times.
    time: usize,
    /// The words that say when.
    words: Span,
    when: Interval,
    minute: Option<u32>,
    /// The clause.
    clause: Span,
    /// What the clause says beside the date.
    lemmas: Set<&'a str>,
}

/// The article's claims that have a predicate and say when, each with its most exact date.
fn dated(article: usize, reading: &Reading) -> Vec<Dated<'_>> {
    let (document, extraction) = (&reading.document, &reading.extraction);
    // What somebody says in quotation marks, and the date of the report itself, tell nothing of when it happened.
    let speech = extraction.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct).map(|quote| quote.span);
    let apart: Vec<Span> = speech.chain(document.furniture.iter().map(|furniture| furniture.span)).collect();
    let tells = |(_, time): &(usize, &TimeExpression)| {
        let before = document.tokens_in(time.span).start.checked_sub(1);
        !apart.iter().any(|span| span.overlaps(time.span))
            && before.is_none_or(|before| document.word(before) != "since")
    };
    let mut times = extraction.times.iter().enumerate().filter(tells).peekable();
    let mut found: Vec<Dated<'_>> = Vec::new();
    for told in extraction.claims.iter().filter(|claim| claim.predicate.is_some()) {
        let clause = document.span_of(&told.tokens);
        while times.next_if(|(_, time)| time.span.end <= clause.start).is_some() {}
        let mut best: Option<Dated<'_>> = None;
        while let Some((index, time)) = times.next_if(|(_, time)| time.span.start < clause.end) {
            let Some(when) = time.interval.filter(|when| when.days() <= LONGEST_DAYS) else { continue };
            if best.as_ref().is_none_or(|best| when.days() < best.when.days()) {
                let lemmas = lemmas(document, &told.tokens, time.span);
                let minute = time.hours().filter(|hours| hours.is_exact()).map(|hours| hours.first);
                best = Some(Dated {
                    article,
                    sentence: told.sentence,
                    time: index,
                    words: time.span,
                    when,
                    minute,
                    clause,
                    lemmas,
                });
            }
        }
        found.extend(best);
    }
    found
}

/// What the words say, dates apart.
fn lemmas<'a>(document: &'a Document, tokens: &Range<usize>, date: Span) -> Set<&'a str> {
    let tells = |&token: &usize| {
        document.kind(token) == Some(TokenKind::Word)
            && !STOP_WORDS.contains(document.word(token))
            && document.tokens.get(token).is_some_and(|token| !token.span.overlaps(date))
    };
    tokens.clone().filter(tells).map(|token| document.lemma(token)).collect()
}

/// Positions of claims that have the same days and whose dates were aligned, or whose sentences were and have no other.
fn grouped(dated: &[Dated<'_>], alignment: &Alignment) -> Vec<Vec<usize>> {
    let mut of_time: Map<(usize, usize), usize> = Map::new();
    let mut of_sentence: Map<(usize, usize), Vec<usize>> = Map::new();
    for (index, told) in dated.iter().enumerate() {
        of_time.insert((told.article, told.time), index);
        of_sentence.entry((told.article, told.sentence)).or_default().push(index);
    }
    let mut first: Vec<usize> = (0..dated.len()).collect();
    let mut join = |a: usize, b: usize| {
        let (Some(here), Some(there)) = (dated.get(a), dated.get(b)) else { return };
        if here.when != there.when || matches!((here.minute, there.minute), (Some(a), Some(b)) if a != b) {
            return;
        }
        let (a, b) = (find(&first, a), find(&first, b));
        if let Some(first) = first.get_mut(a.max(b)) {
            *first = a.min(b);
        }
    };
    for group in &alignment.groups {
        let of_slot = |slot: usize| {
            let slot = group.slots.get(slot)?;
            let SlotKind::Time(time) = slot.kind else { return None };
            of_time.get(&(slot.article, time)).copied()
        };
        for link in &group.links {
            if let (Some(a), Some(b)) = (of_slot(link.a), of_slot(link.b)) {
                join(a, b);
            }
        }
    }
    for link in &alignment.links {
        let only = |sentence| of_sentence.get(&sentence).filter(|found| found.len() == 1)?.first().copied();
        if let (Some(a), Some(b)) = (only(link.a), only(link.b))
            && let (Some(here), Some(there)) = (dated.get(a), dated.get(b))
            && here.lemmas.intersection(&there.lemmas).count() >= LEMMAS_IN_COMMON
        {
            join(a, b);
        }
    }
    let mut groups: Map<usize, Vec<usize>> = Map::new();
    for index in 0..dated.len() {
        groups.entry(find(&first, index)).or_default().push(index);
    }
    groups.into_values().collect()
}

fn find(first: &[usize], index: usize) -> usize {
    let mut index = index;
    while let Some(&before) = first.get(index)
        && before != index
    {
        index = before;
    }
    index
}

/// Where the evidence of facts begins, to find the facts of a clause.
struct Told<'a> {
    facts: &'a [Fact],
    /// Article, first byte, and position in `facts`; sorted.
    places: Vec<(usize, usize, usize)>,
}

impl<'a> Told<'a> {
    fn of(facts: &'a [Fact]) -> Self {
        let claims = |(index, fact): (usize, &'a Fact)| {
            let claims = fact.positions.iter().flat_map(|position| &position.claims);
            claims.map(move |claim| (claim.passage.article, claim.passage.span.start, index))
        };
        let mut places: Vec<_> = facts.iter().enumerate().flat_map(claims).collect();
        places.order();
        Self { facts, places }
    }

    /// The positions of the facts whose evidence begins in the clause.
    fn within(&self, article: usize, clause: Span) -> impl Iterator<Item = usize> {
        let start = self.places.partition_point(|&place| place < (article, clause.start, 0));
        let rest = self.places.get(start..).unwrap_or(&[]).iter();
        rest.take_while(move |&&(of, at, _)| of == article && at < clause.end).map(|&(_, _, fact)| fact)
    }
}

fn happening(readings: &[Reading], mut group: Vec<&Dated<'_>>, told: &Told<'_>) -> Option<Happening> {
    // The fullest clause first.
    group.order_by_key(|dated| (usize::MAX - dated.clause.len(), dated.article, dated.words));
    let evidence = group.iter().filter_map(|dated| {
        let sentence = readings.get(dated.article)?.document.sentences.get(dated.sentence)?.span;
        Some(Evidence { passage: Passage::new(dated.article, dated.words), sentence })
    });
    let facts: Set<usize> = group.iter().flat_map(|dated| told.within(dated.article, dated.clause)).collect();
    Some(Happening {
        when: group.first()?.when,
        minute: group.iter().find_map(|dated| dated.minute),
        evidence: evidence.collect(),
        facts: facts.into_iter().filter_map(|fact| Some(told.facts.get(fact)?.id.clone())).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        options::Options,
        pipeline::analyze,
        story::{Article, Story},
    };

    /// What happened, as "first day, minute: words of each article".
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let article = |text: &&str| Article {
            text: Some((*text).to_owned()),
            published: Some("2024-05-16".to_owned()),
            lang: Some("en".to_owned()),
            ..Article::default()
        };
        let story = Story { title: None, articles: texts.iter().map(article).collect() };
        let analysis = analyze(&story, &Options::default()).unwrap();
        let shown = |happening: &Happening| {
            let day = happening.when.first;
            let words = happening.evidence.iter().map(|evidence| {
                let passage = evidence.passage;
                analysis.articles[passage.article].document.slice(passage.span)
            });
            let minute = happening.minute.map_or(String::new(), |minute| format!(" {minute}"));
            format!("{}-{}{minute}: {}", day.month, day.day, words.collect::<Vec<_>>().join(" + "))
        };
        assert_eq!(analysis.timeline.iter().map(shown).collect::<Vec<_>>(), expected, "{texts:?}");
    }

    /// Sentences that report the same, each with one dated claim, tell of one time; of two, nobody knows which.
    #[test]
    fn the_only_dates_of_two_sentences() {
        let monday = crate::date::Moment::parse("2024-05-13").unwrap().date;
        let dated = |article: usize, time: usize, words: &[&'static str]| Dated {
            article,
            sentence: 0,
            time,
            words: Span::new(time, time + 1),
            when: Interval::day(monday),
            minute: None,
            clause: Span::new(0, 9),
            lemmas: words.iter().copied().collect(),
        };
        let links = vec![crate::alignment::SentenceLink { a: (0, 0), b: (1, 0), strength: 0.5 }];
        let alignment = Alignment { groups: Vec::new(), links };
        let fire = ["mill", "burn", "night"];
        let grouped = |dated: &[Dated<'_>]| grouped(dated, &alignment);
        assert_eq!(grouped(&[dated(0, 0, &fire), dated(1, 0, &fire)]), [vec![0, 1]]);
        assert_eq!(grouped(&[dated(0, 0, &fire), dated(1, 0, &["mill", "burn", "day"])]), [vec![0], vec![1]]);
        assert_eq!(grouped(&[dated(0, 0, &fire), dated(1, 0, &fire), dated(1, 1, &fire)]), [vec![0], vec![1], vec![2]]);
    }

    #[test]
    fn days_in_their_order() {
        check(&["The mill was sold on Tuesday. It burned on Monday."], &["5-13: Monday", "5-14: Tuesday"]);
        // The most exact date of a clause; what is longer than a month says nothing of when.
        check(&["The council met on Monday in May."], &["5-13: Monday"]);
        check(&["The old mill at Orm burned down in March."], &["3-1: March"]);
        check(&["The council met in 2021. The flood came in the spring of 2023."], &[]);
        // What is said in quotation marks, and since when something is so, is no time of a deed.
        check(&["The mill has been shut since Monday. “It burned on Sunday,” said Ana Ruiz."], &[]);
    }

    #[test]
    fn what_happened_at_one_time_stands_together() {
        check(
            &["The storm hit Averby on Monday.", "On Monday the storm hit the town of Averby."],
            &["5-13: Monday + Monday"],
        );
        let (early, late) =
            ("The mill caught fire at 9:40 p.m. on Monday.", "The mill caught fire at 9:50 p.m. on Monday.");
        check(&[early, early], &["5-13 1300: 9:40 p.m. on Monday + 9:40 p.m. on Monday"]);
        check(&[early, late], &["5-13 1300: 9:40 p.m. on Monday", "5-13 1310: 9:50 p.m. on Monday"]);
        check(
            &["The fire destroyed the mill on Monday.", "The council sold the pool on Monday."],
            &["5-13: Monday", "5-13: Monday"],
        );
    }

    #[test]
    fn the_first_of_two_days_of_a_clause() {
        check(&["The council met on Monday and on Tuesday."], &["5-13: Monday"]);
    }

    #[test]
    fn words_beside_the_date() {
        let article = Article {
            text: Some("The old mill burned down on Monday, 13 May.".to_owned()),
            lang: Some("en".to_owned()),
            ..Article::default()
        };
        let read = crate::Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let reading = read.get(0).unwrap();
        let date = reading.extraction.times[0].span;
        let found = lemmas(&reading.document, &(0..reading.document.tokens.len()), date);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["burn", "mill", "old"]);
    }

    /// The facts whose evidence begins in a clause of an article.
    #[test]
    fn facts_of_a_clause() {
        let fact = |places: &[(usize, usize)]| Fact {
            id: String::new(),
            verdict: crate::fact::Verdict::Agreed,
            kind: crate::fact::FactKind::Statement,
            label: crate::fact::Label { template: crate::fact::LabelTemplate::Plain, words: Vec::new() },
            positions: places
                .iter()
                .map(|&(article, start)| {
                    let span = Span::new(start, start + 3);
                    let evidence = Evidence { passage: Passage::new(article, span), sentence: span };
                    crate::fact::Position { value: None, claims: vec![evidence], support: 1 }
                })
                .collect(),
            notes: Vec::new(),
        };
        let facts = [fact(&[(0, 10), (1, 30)]), fact(&[(0, 19), (1, 9)]), fact(&[(0, 20), (1, 10)]), fact(&[(2, 12)])];
        let told = Told::of(&facts);
        let within = |article| told.within(article, Span::new(10, 20)).collect::<Vec<_>>();
        assert_eq!([within(0), within(1), within(2), within(3)], [vec![0, 1], vec![2], vec![3], vec![]]);
    }
}
