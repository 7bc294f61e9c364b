//! People: spellings of full names, and whose a bare surname is.

use super::{
    Mention,
    forms::{Forms, personal},
    groups::Groups,
    spelling::skeleton,
};
use crate::order::{Map, Order};
use crate::{
    entity::{EntityKind, Name},
    lexicon::names::{Gender, gender_of_name, is_surname, role},
    reading::Reading,
};

/// The words of a person's form as they are compared.
fn compared(words: &[String]) -> Vec<String> {
    personal(words).into_iter().map(skeleton).collect()
}

/// Joins full names that differ in spelling, in the order of their parts, or in a middle name.
pub(super) fn join(forms: &Forms, groups: &mut Groups) {
    let mut squeezed: Map<String, usize> = Map::new();
    let mut ends: Map<(String, String), Vec<usize>> = Map::new();
    for (index, form) in forms.list.iter().enumerate() {
        let words = compared(&form.words);
        if form.kind() != EntityKind::Person || words.len() < 2 {
            continue;
        }
        let first = *squeezed.entry(words.concat()).or_insert(index);
        groups.join(first, index);
        if words.iter().all(|word| word.len() > 1) {
            let mut sorted = words.clone();
            sorted.order();
            let first = *squeezed.entry(sorted.join(" ")).or_insert(index);
            groups.join(first, index);
        }
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            ends.entry((first.clone(), last.clone())).or_default().push(index);
            if first.len() > 1 {
                let initial: String = first.chars().take(1).collect();
                ends.entry((initial, last.clone())).or_default().push(index);
            }
        }
    }
    // `Mallam Ali Harmon` and `Ali Harmon`
    for (index, form) in forms.list.iter().enumerate() {
        let words = compared(&form.words);
        if let Some(rest) = words.get(1..).filter(|rest| rest.len() == 2 && form.kind() == EntityKind::Person)
            && let Some(&shorter) = squeezed.get(&rest.concat())
        {
            groups.join(index, shorter);
        }
    }
    for ((first, _), members) in &ends {
        if members.len() > 1 {
            middles(forms, groups, first.len() == 1, members);
        }
    }
}

/// Joins names with the same first and last word whose middles do not contradict each other. Where `initial`, the first
/// word is one letter: it joins those who have it only to one full first name.
fn middles(forms: &Forms, groups: &mut Groups, initial: bool, members: &[usize]) {
    let words = |&index: &usize| forms.list.get(index).map(|form| compared(&form.words)).unwrap_or_default();
    if initial {
        let (short, long): (Vec<usize>, Vec<usize>) =
            members.iter().partition(|index| words(index).first().is_some_and(|word| word.len() == 1));
        let mut roots: Vec<usize> = long.iter().map(|&index| groups.find(index)).collect();
        roots.order();
        roots.dedup();
        if let [root] = roots.as_slice() {
            for index in short {
                groups.join(index, *root);
            }
        }
        return;
    }
    let middle = |index: &usize| -> String {
        let words = words(index);
        words.iter().skip(1).take(words.len().saturating_sub(2)).filter_map(|word| word.chars().next()).collect()
    };
    // The most mentioned name with a middle takes those without.
    let mut by_middle: Map<String, Vec<usize>> = Map::new();
    for index in members {
        by_middle.entry(middle(index)).or_default().push(*index);
    }
    let weight = |members: &[usize]| -> usize {
        members.iter().filter_map(|&index| forms.list.get(index)).map(|form| form.mentions.len()).sum()
    };
    let dominant = by_middle
        .iter()
        .filter(|(middle, _)| !middle.is_empty())
        .max_by_key(|(middle, members)| (weight(members), std::cmp::Reverse((*middle).clone())))
        .and_then(|(_, members)| members.first().copied());
    for (middle, members) in &by_middle {
        let anchor = if middle.is_empty() { dominant.or(members.first().copied()) } else { members.first().copied() };
        for &index in members {
            if let Some(anchor) = anchor {
                groups.join(anchor, index);
            }
        }
    }
}

/// A full name that a bare one may stand for.
struct Bearer {
    group: usize,
    /// Whether the word is at the name's end, where most surnames are.
    last: bool,
    /// Whether the word is at the name's beginning and a surname may be there.
    first: bool,
}

/// Decides for each bare name whose it is: the nearest full name before it in its article that fits, or else the one
/// that the story names most, by far.
pub(super) fn choose(readings: &[Reading], forms: &Forms, groups: &mut Groups) -> Map<Mention, usize> {
    let mut bearers: Map<String, Vec<Bearer>> = Map::new();
    let mut weights: Map<usize, usize> = Map::new();
    let mut genders: Map<usize, Gender> = Map::new();
    for (index, form) in forms.list.iter().enumerate() {
        let words = compared(&form.words);
        if form.kind() != EntityKind::Person || words.len() < 2 {
            continue;
        }
        let group = groups.find(index);
        *weights.entry(group).or_default() += form.mentions.len();
        if let Some(gender) = gender_of(readings, form.mentions.as_slice(), &form.words) {
            genders.entry(group).or_insert(gender);
        }
        let count = words.len();
        let family_first = form.words.first().is_some_and(|word| is_surname(word));
        for (position, word) in words.into_iter().enumerate() {
            let (first, last) = (position == 0, position + 1 == count);
            let list = bearers.entry(word).or_default();
            if !list.iter().any(|bearer| bearer.group == group && (bearer.last || !last) && (bearer.first || !first)) {
                list.push(Bearer { group, last, first: first && family_first });
            }
        }
    }
    let mut chosen = Map::new();
    for (article, reading) in readings.iter().enumerate() {
        // The full names so far in this article, by group, with the last place of each.
        let mut seen: Map<usize, usize> = Map::new();
        for (index, name) in reading.extraction.names.iter().enumerate() {
            let Some(form_index) = forms.at((article, index)) else { continue };
            let Some(form) = forms.list.get(form_index) else { continue };
            let words = compared(&form.words);
            if words.len() > 1 {
                if form.kind() == EntityKind::Person {
                    seen.insert(groups.find(form_index), index);
                }
                continue;
            }
            let place = form.acronym || form.listed && form.kind() != EntityKind::Person;
            let (Some(word), false) = (words.first(), place || form.country.is_some()) else { continue };
            let Some(bearers) = bearers.get(word) else { continue };
            let gender = name.role.as_ref().and_then(|role| role_gender(reading, role.clone()));
            let fits = |group: usize| gender.is_none() || genders.get(&group).is_none_or(|own| Some(*own) == gender);
            let fitting: Vec<&Bearer> = bearers.iter().filter(|bearer| fits(bearer.group)).collect();
            if let Some(group) = nearest(&fitting, &seen).or_else(|| dominant(&fitting, &weights)) {
                chosen.insert((article, index), group);
                seen.insert(group, index);
            }
        }
    }
    chosen
}

/// The bearer last seen in the article; those with the word as a surname first.
fn nearest(bearers: &[&Bearer], seen: &Map<usize, usize>) -> Option<usize> {
    let rank = |bearer: &&&Bearer| seen.get(&bearer.group).map(|&at| (bearer.last || bearer.first, at));
    let best = bearers.iter().filter(|bearer| rank(bearer).is_some()).max_by_key(rank)?;
    Some(best.group)
}

/// The bearer that the story names at least twice as often as any other.
fn dominant(bearers: &[&Bearer], weights: &Map<usize, usize>) -> Option<usize> {
    let mut ranked: Vec<(bool, usize, usize)> = bearers
        .iter()
        .map(|bearer| (bearer.last || bearer.first, weights.get(&bearer.group).copied().unwrap_or(0), bearer.group))
        .collect();
    ranked.order_by(|a, b| b.cmp(a));
    ranked.dedup_by_key(|&mut (_, _, group)| group);
    match ranked.as_slice() {
        [(_, _, only)] => Some(*only),
        [(surname, first, group), (other, second, _), ..] => {
            (surname > other || *first >= 2 * second).then_some(*group)
        }
        [] => None,
    }
}

/// The gender that honorifics and roles of these mentions tell, or else the given name.
fn gender_of(readings: &[Reading], mentions: &[Mention], words: &[String]) -> Option<Gender> {
    let told = mentions.iter().find_map(|&(article, index)| {
        let reading = readings.get(article)?;
        let name: &Name = reading.extraction.names.get(index)?;
        role_gender(reading, name.role.clone()?)
    });
    told.or_else(|| gender_of_name(words.iter().map(String::as_str)))
}

/// The gender that a title tells.
pub(super) fn role_gender(reading: &Reading, tokens: std::ops::Range<usize>) -> Option<Gender> {
    tokens.rev().find_map(|token| role(reading.document.word(token)).and_then(|role| role.gender))
}
