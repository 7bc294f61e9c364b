//! Acronyms and what they stand for, wherever in the story the expansion is.

use super::{
    Mention,
    forms::{Form, Forms},
    groups::Groups,
};
use crate::{entity::EntityKind, lexicon::STOP_WORDS, order::Map, order::Order, reading::Reading};

/// Joins acronyms with their expansions. An acronym that stands for two things in different articles is given back
/// mention by mention instead.
pub(super) fn join(readings: &[Reading], forms: &Forms, groups: &mut Groups) -> Map<Mention, usize> {
    // What articles say beside the acronym: for each acronym its expansions and where.
    let mut told: Map<usize, Vec<(usize, usize)>> = Map::new();
    for (article, reading) in readings.iter().enumerate() {
        for (index, name) in reading.extraction.names.iter().enumerate() {
            let Some(other) = name.expansion else { continue };
            let (Some(form), Some(long)) = (forms.at((article, index)), forms.at((article, other))) else { continue };
            if forms.list.get(form).is_some_and(|form| form.acronym) {
                told.entry(form).or_default().push((article, long));
            }
        }
    }
    let mut apart = Map::new();
    for (&acronym, expansions) in &told {
        let mut groups_of: Vec<usize> = expansions.iter().map(|&(_, long)| groups.find(long)).collect();
        groups_of.order();
        groups_of.dedup();
        if let [long] = groups_of.as_slice() {
            groups.join(acronym, *long);
            continue;
        }
        let mentions = forms.list.get(acronym).map(|form| form.mentions.as_slice()).unwrap_or_default();
        for &mention in mentions {
            if let Some(&(_, long)) = expansions.iter().find(|&&(article, _)| article == mention.0) {
                apart.insert(mention, long);
            }
        }
    }
    // What the initials alone say, where only one name of the story fits.
    let mut initials: Map<String, Vec<usize>> = Map::new();
    for (index, form) in forms.list.iter().enumerate() {
        if form.words.len() > 2 && !matches!(form.kind(), EntityKind::Person) && form.country.is_none() {
            for letters in spelled(form) {
                initials.entry(letters).or_default().push(index);
            }
        }
    }
    for (index, form) in forms.list.iter().enumerate() {
        if !form.acronym || form.country.is_some() || told.contains_key(&index) {
            continue;
        }
        let [word] = form.words.as_slice() else { continue };
        let mut fitting: Vec<usize> =
            initials.get(word).map(|longs| longs.iter().map(|&long| groups.find(long)).collect()).unwrap_or_default();
        fitting.order();
        fitting.dedup();
        if let [long] = fitting.as_slice() {
            groups.join(index, *long);
        }
    }
    apart
}

/// The initials of a name, with and without its small words.
fn spelled(form: &Form) -> Vec<String> {
    let letters = |small: bool| -> String {
        form.words
            .iter()
            .filter(|word| small || !STOP_WORDS.contains(word))
            .filter_map(|word| word.chars().next())
            .collect()
    };
    let (all, weighty) = (letters(true), letters(false));
    if all == weighty { vec![all] } else { vec![all, weighty] }
}
