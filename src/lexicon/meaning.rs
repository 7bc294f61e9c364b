//! What words mean beside each other: synonyms, antonyms, stems, how much a word tells.

use super::{List, STOP_WORDS, WordMap, WordSet, list};

/// Words that news uses for the same thing, with the name of their class.
static SYNONYMS: WordMap = WordMap::new(list!("synonyms"));

/// Words that end as if they were made from another.
static LOOKALIKES: WordSet = WordSet::new(list!("lookalikes"));

/// Pairs of words that cannot both be said of the same thing, in both orders.
static ANTONYMS: WordSet = WordSet::new(list!("antonyms"));

/// The commonest content words, in two tiers.
static COMMON_WORDS: WordMap = WordMap::new(list!("common_words"));

/// Classes of counts that move while an event goes on.
static MOVING_COUNTS: WordMap = WordMap::new(list!("moving_counts"));

/// Nouns for what happens at a time.
static EVENT_NOUNS: WordSet = WordSet::new(list!("event_nouns"));

/// Verbs that tell of something done once.
static SINGLE_DEEDS: WordMap = WordMap::new(list!("single_deeds"));

/// Who or what of a deed is one alone in a story: some of `a` for who does it, `o` for whom it is done to and `p` for where;
/// none for a deed that many do, or that one does often.
#[must_use]
pub fn single(lemma: &str) -> &'static str {
    SINGLE_DEEDS.get(lemma).unwrap_or("")
}

/// Whether a noun is one for what happens at a time: `meeting`.
#[must_use]
pub fn is_event(lemma: &str) -> bool {
    EVENT_NOUNS.contains(lemma)
}

/// How a count of such things moves while an event goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// Later reports only carry more: the dead, the injured.
    Up,
    /// It may fall again: the missing, homes without electricity.
    Any,
}

/// How a count that speaks of `lemma` moves while an event goes on; `None` where it stands still.
#[must_use]
pub fn movement(lemma: &str) -> Option<Movement> {
    let class = class(lemma);
    let value = MOVING_COUNTS.get(class).or_else(|| MOVING_COUNTS.get(stem(class)))?;
    Some(if value == "up" { Movement::Up } else { Movement::Any })
}

/// The class of a lemma: the same for synonyms, otherwise its stem, so that `announce` and `announcement` meet.
#[must_use]
pub fn class(lemma: &str) -> &str {
    if let Some(class) = SYNONYMS.get(lemma) {
        return stem(class);
    }
    if LOOKALIKES.contains(lemma) {
        return lemma;
    }
    let stem = stem(lemma);
    let with_e = || lemma.get(..=stem.len()).filter(|word| word.ends_with('e')).and_then(|word| SYNONYMS.get(word));
    SYNONYMS.get(stem).or_else(with_e).map_or(stem, self::stem)
}

/// Whether two lemmas cannot both be said of the same thing: `rise` and `fall`, and so `surge` and `drop`.
#[must_use]
pub fn are_opposite(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|lemma| SYNONYMS.get(lemma).unwrap_or(lemma));
    let mut pair = String::with_capacity(a.len() + b.len() + 1);
    pair.push_str(a);
    pair.push(' ');
    pair.push_str(b);
    ANTONYMS.contains(&pair)
}

/// How much a lemma tells by itself, from 0 for `the` to 1 for a word that is not among the common ones.
#[must_use]
pub fn information(lemma: &str) -> f64 {
    if STOP_WORDS.contains(lemma) {
        return 0.0;
    }
    match COMMON_WORDS.get(lemma) {
        Some("1") => 0.4,
        Some(_) => 0.7,
        None => 1.0,
    }
}

/// The endings that make one word of a family from another, longest first.
const ENDINGS: [&str; 34] = [
    "izations", "ization", "ations", "fulness", "iveness", "ements", "ation", "ments", "ement", "ative", "ings",
    "ment", "ness", "tion", "sion", "ance", "ence", "able", "ible", "ity", "ies", "ing", "ion", "ive", "ous", "ate",
    "ers", "ors", "ed", "er", "or", "ly", "es", "al",
];

/// The word without its ending, at least four letters long: a light stem, meant for comparing words within one story.
#[must_use]
pub fn stem(word: &str) -> &str {
    if !word.is_ascii() {
        return word;
    }
    let mut stem = word;
    for ending in ENDINGS {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() >= 4
        {
            stem = rest;
            break;
        }
    }
    if stem.len() >= 5 {
        stem = stem.strip_suffix(['e', 's', 'y', 'i']).unwrap_or(stem);
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_meet() {
        let check = |a: &str, b: &str, same: bool| {
            assert_eq!(class(a) == class(b), same, "{a} ({}), {b} ({})", class(a), class(b))
        };
        check("announce", "announcement", true);
        check("sign", "signing", true);
        check("cooperate", "cooperation", true);
        check("develop", "development", true);
        check("memorandum", "agreement", true);
        check("restore", "restoration", true);
        check("launch", "fire", true);
        check("rise", "fall", false);
        check("police", "policy", false);
        check("nation", "national", true);
        check("department", "depart", false);
        check("party", "part", false);
        check("plane", "plan", false);
        check("majority", "major", true);
    }

    #[test]
    fn opposites_are_symmetric() {
        for pair in ANTONYMS.iter() {
            let (a, b) = pair.split_once(' ').unwrap();
            assert!(are_opposite(b, a), "{pair}");
        }
        assert!(are_opposite("surge", "drop"));
        assert!(!are_opposite("rise", "rise"));
    }

    #[test]
    fn single_deeds_name_roles() {
        for (verb, roles) in SINGLE_DEEDS.iter() {
            assert!(!roles.is_empty() && roles.chars().all(|role| "aop".contains(role)), "{verb}: {roles}");
        }
        assert_eq!((single("win"), single("praise")), ("a", ""));
    }

    #[test]
    fn synonyms_of_a_class_have_no_class_of_their_own() {
        for (word, name) in SYNONYMS.iter() {
            assert_eq!(SYNONYMS.get(name), Some(name), "{word}");
        }
    }
}
