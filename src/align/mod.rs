//! Finds what several articles report alike: sentences that say the same thing, and values that answer the same
//! question. It does not judge whether they agree.
//!
//! 1. [`terms`]: each story sentence becomes a bag of weighted terms (stems, synonym classes, entities).
//! 2. [`pairs`]: an index from term to sentences proposes pairs of sentences; never are all pairs looked at.
//! 3. [`values`]: in a pair, values of a compatible kind are matched by the words around them.
//! 4. [`groups`]: matches over all articles become groups, the surest first.
//! 5. [`statements`]: clauses of such pairs that say the same, or the same but for a name in one role, which
//!    [`participants`] finds; sentences that merely tell of the same event are grouped apart.
//! 6. [`deeds`]: claims of one named subject meet that speak of its state, or of where it did the same thing.
//!
//! Two sentences without a story are compared in [`similarity`](self::similarity()).
//!
//! May use: nouns and the lexicon.

mod deeds;
mod groups;
mod pairs;
mod participants;
mod similarity;
mod statements;
mod terms;
mod values;

use crate::{alignment::Alignment, entity::Cast, order::Order, reading::Reading};
use statements::Statements;
use terms::Sentences;

/// What reports the same over all articles.
#[must_use]
pub fn align(readings: &[Reading], cast: &Cast) -> Alignment {
    // In the order of publication, so that the order in which the articles are given does not tell which of two equally good
    // matches is made.
    let mut order: Vec<(usize, &Reading)> = readings.iter().enumerate().collect();
    order.order_by(|(_, a), (_, b)| {
        let (a, b) = (&a.document, &b.document);
        a.published.cmp(&b.published).then_with(|| a.text.cmp(&b.text))
    });
    let names = order.iter().map(|(article, _)| cast.names.get(*article).cloned().unwrap_or_default()).collect();
    let cast = Cast { names, entities: cast.entities.clone(), ..Cast::default() };
    let readings: Vec<&Reading> = order.iter().map(|&(_, reading)| reading).collect();
    let mut alignment = in_order(&readings, &cast);
    let given = |article: &mut usize| *article = order.get(*article).map_or(*article, |&(given, _)| given);
    alignment.groups.iter_mut().flat_map(|group| &mut group.slots).for_each(|slot| given(&mut slot.article));
    for link in &mut alignment.links {
        given(&mut link.a.0);
        given(&mut link.b.0);
        if link.a > link.b {
            std::mem::swap(&mut link.a, &mut link.b);
        }
    }
    alignment.links.order_by_key(|link| (link.a, link.b));
    alignment
}

/// The same for articles in an order of their own.
fn in_order(readings: &[&Reading], cast: &Cast) -> Alignment {
    let sentences = Sentences::of(readings, cast);
    let pairs = pairs::find(&sentences);
    let links = groups::sentence_links(&sentences, &pairs);
    let mut matches = values::matches(readings, &sentences, &pairs);
    matches.extend(values::ages(readings, cast));
    let mut groups = groups::values(readings, &sentences, matches);
    let mut statements = Statements::of(readings, cast, &sentences, &pairs);
    let names = groups::values(readings, &sentences, std::mem::take(&mut statements.names));
    let deeds = deeds::groups(readings, cast).into_iter();
    groups.extend(
        deeds.filter(|deed| !names.iter().any(|group| group.slots.iter().any(|slot| deed.slots.contains(slot)))),
    );
    groups.extend(names);
    let statements = statements::groups(statements, &sentences);
    // Where all sentences of an event say the same, that they tell of one event goes without saying.
    let events = groups::events(readings, &sentences, &pairs).into_iter();
    groups.extend(events.filter(|event| !statements.iter().any(|group| statements::has_all(group, event))));
    groups.extend(statements);
    Alignment { groups, links }
}

/// Whether two sentences, each read as an article, report the same thing, from 0 to 1.
#[must_use]
pub fn similarity(sentences: [&Reading; 2]) -> f64 {
    similarity::of(sentences)
}
