//! Short forms of organisations: `Alibaba` for `Alibaba Group`, `Amnesty` for `Amnesty International`.

use super::{
    forms::{Form, Forms},
    groups::Groups,
};
use crate::order::{Map, Order, Set};
use crate::{
    entity::EntityKind,
    lexicon::names::{COMPANY_TAILS, head, start},
};

/// Joins spellings with and without spaces, legal forms, and short forms that only one longer one fits.
pub(super) fn join(forms: &Forms, groups: &mut Groups) {
    let mut squeezed: Map<String, usize> = Map::new();
    let mut stripped: Map<&[String], usize> = Map::new();
    let mut by_first: Map<&str, Vec<usize>> = Map::new();
    let people: Set<&str> = forms
        .list
        .iter()
        .filter(|form| form.words.len() > 1 && form.kind() == EntityKind::Person)
        .flat_map(|form| form.words.iter().map(String::as_str))
        .collect();
    for (index, form) in forms.list.iter().enumerate() {
        if form.country.is_some() {
            continue;
        }
        if form.kind() != EntityKind::Person {
            let first = *squeezed.entry(form.words.concat()).or_insert(index);
            groups.join(first, index);
        }
        if form.kind() != EntityKind::Organization {
            continue;
        }
        let short = without_tails(&form.words);
        if short.len() < form.words.len() {
            let first = *stripped.entry(short).or_insert(index);
            groups.join(first, index);
        }
        if form.words.len() > 1
            && let Some(word) = form.words.first()
        {
            by_first.entry(word).or_default().push(index);
        }
    }
    // `Odile` for `Hurricane Odile`, `Rovers` for `Boston Rovers`
    let mut by_last: Map<&str, Vec<usize>> = Map::new();
    for (index, form) in forms.list.iter().enumerate() {
        let [first, .., last] = form.words.as_slice() else { continue };
        let named = match form.kind() {
            EntityKind::Event => start(first) == Some(EntityKind::Event),
            EntityKind::Organization => last.ends_with('s') && head(last).is_none(),
            _ => false,
        };
        if named {
            by_last.entry(last).or_default().push(index);
        }
    }
    for (index, form) in forms.list.iter().enumerate() {
        if let [word] = form.words.as_slice()
            && let Some([long]) = by_last.get(word.as_str()).map(Vec::as_slice)
            && forms.list.get(*long).is_some_and(|long| long.kind() == form.kind())
        {
            groups.join(index, *long);
        }
    }
    let is_short = |form: &Form| {
        let single = form.kind() == EntityKind::Person && form.words.len() == 1;
        form.country.is_none() && (form.kind() == EntityKind::Organization || single)
    };
    for (index, form) in forms.list.iter().enumerate().filter(|(_, form)| is_short(form)) {
        if let Some(&long) = stripped.get(form.words.as_slice()) {
            groups.join(index, long);
        }
    }
    for (index, form) in forms.list.iter().enumerate().filter(|(_, form)| is_short(form)) {
        // What is taken for a person by its shape alone, and is nobody's surname, may be a company's short name.
        let shape = 3 * u32::try_from(form.mentions.len()).unwrap_or(u32::MAX);
        let weight = form.weights.first().copied().unwrap_or(0);
        if form.kind() == EntityKind::Person
            && (weight > shape || form.words.first().is_none_or(|word| people.contains(word.as_str())))
        {
            continue;
        }
        let Some(longer) = form.words.first().and_then(|word| by_first.get(word.as_str())) else { continue };
        let mut fitting: Vec<usize> = longer
            .iter()
            .filter(|&&long| {
                // Two listed names are two things: `United Nations`, `United Nations Security Council`.
                forms.list.get(long).is_some_and(|long| {
                    long.words.len() > form.words.len()
                        && long.words.starts_with(&form.words)
                        && !(form.listed && long.listed)
                })
            })
            .map(|&long| groups.find(long))
            .collect();
        fitting.order();
        fitting.dedup();
        if let [long] = fitting.as_slice() {
            groups.join(index, *long);
        }
    }
}

/// The words without legal forms and the like at the end; at least one is left.
fn without_tails(words: &[String]) -> &[String] {
    let mut rest = words;
    while let [kept @ .., tail] = rest {
        if kept.is_empty() || !COMPANY_TAILS.contains(tail) {
            break;
        }
        rest = kept;
    }
    rest
}
