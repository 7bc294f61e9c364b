//! Dictionary forms: which word an inflected form belongs to.

use crate::{
    document::Tag,
    lexicon::{List, WordMap, WordSet, list},
    word::{self, is_one_of},
};

pub(super) static VERBS: WordMap = WordMap::new(list!("irregular_verbs"));
pub(super) static NOUNS: WordMap = WordMap::new(list!("irregular_nouns"));
static DEGREES: WordMap = WordMap::new(list!("irregular_degrees"));
static WORDS: WordMap = WordMap::new(list!("irregular_words"));
static STEMS: WordMap = WordMap::new(list!("stem_endings"));
static SPELLINGS: WordMap = WordMap::new(list!("spellings"));
static FAMILIES: WordMap = WordMap::new(list!("spelling_families"));
static ISE: WordSet = WordSet::new(list!("ise_words"));

/// Appends the dictionary form of a folded word to `lemma`: `sign` for `signed` as a past tense, `country` for
/// `countries`, in American spelling where the two differ (`organize` for `organised`).
pub fn lemmatize(word: &str, tag: Tag, lemma: &mut String) {
    let start = lemma.len();
    inflected(word, tag, lemma);
    if !tag.is_proper() {
        respell(start, lemma);
    }
}

/// Which form of an irregular verb a folded word can be: `d` a past tense, `n` a participle, `b` both, `g` the -ing form,
/// `p` a present tense.
#[must_use]
pub fn irregular_form(word: &str) -> Option<u8> {
    VERBS.get(word)?.bytes().last()
}

/// Appends what a list of endings says of `word`, up to a space; false where it says nothing.
fn listed(list: &WordMap, word: &str, lemma: &mut String) -> bool {
    let found = list.ending(word);
    if let Some((stem, ending)) = found {
        lemma.push_str(stem);
        lemma.push_str(ending.split(' ').next().unwrap_or(""));
    }
    found.is_some()
}

fn inflected(word: &str, tag: Tag, lemma: &mut String) {
    let start = lemma.len();
    match tag {
        Tag::VBZ if listed(&VERBS, word, lemma) => {}
        Tag::VBZ if word == "'s" => lemma.push_str("be"),
        Tag::VBZ => singular(word, lemma),
        Tag::VBD | Tag::VBN | Tag::VBG | Tag::VBP | Tag::VB => {
            if listed(&VERBS, word, lemma) {
                // "saw" and "found" are past tenses unless the tag says otherwise.
                let is_past = !matches!(tag, Tag::VB | Tag::VBP);
                if is_past || lemma.get(start..).is_some_and(|base| is_one_of(base, "be have")) {
                    return;
                }
                lemma.truncate(start);
            }
            match tag {
                Tag::VBD if word == "'d" => lemma.push_str("have"),
                Tag::VBG => unsuffixed(word, "ing", lemma),
                Tag::VBD | Tag::VBN => unsuffixed(word, "ed", lemma),
                _ => listed_or_same(&WORDS, word, lemma),
            }
        }
        Tag::NNS if listed(&NOUNS, word, lemma) => {}
        // "taxis", "alibis"
        Tag::NNS if word.ends_with("is") => lemma.push_str(without_last(word)),
        Tag::NNS => singular(word, lemma),
        Tag::RBR | Tag::RBS if is_one_of(word, "better best") => lemma.push_str("well"),
        Tag::JJR | Tag::RBR | Tag::JJS | Tag::RBS if listed(&DEGREES, word, lemma) => {}
        Tag::JJR | Tag::RBR => unsuffixed(word, "er", lemma),
        Tag::JJS | Tag::RBS => unsuffixed(word, "est", lemma),
        Tag::PRP | Tag::DT | Tag::MD | Tag::RB | Tag::IN | Tag::WP => listed_or_same(&WORDS, word, lemma),
        _ => lemma.push_str(word),
    }
}

fn listed_or_same(list: &WordMap, word: &str, lemma: &mut String) {
    if !listed(list, word, lemma) {
        lemma.push_str(word);
    }
}

/// Takes a plural's or a third person's -s off.
fn singular(word: &str, lemma: &mut String) {
    if let Some(stem) = word.strip_suffix("men").filter(|stem| stem.len() > 1) {
        lemma.push_str(stem);
        lemma.push_str("man");
        return;
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with(['s', 'u', 'i', '\'']));
    let Some(stem) = stem else {
        lemma.push_str(word);
        return;
    };
    let Some(bare) = stem.strip_suffix('e').filter(|bare| bare.len() > 1) else {
        lemma.push_str(stem);
        return;
    };
    // A form that is only irregular as a noun: "aches" is "ache" as a verb, too.
    if NOUNS.ending(word) == Some((stem, "")) {
        lemma.push_str(stem);
    } else if let Some(before) = bare.strip_suffix('i').filter(|before| before.len() > 1) {
        lemma.push_str(before);
        lemma.push('y');
    } else if ["sh", "ss", "zz", "x", "o", "ch"].iter().any(|hiss| bare.ends_with(hiss)) {
        lemma.push_str(bare);
    } else {
        lemma.push_str(stem);
    }
}

/// Takes -ed, -ing, -er or -est off and mends the stem.
fn unsuffixed(word: &str, suffix: &str, lemma: &mut String) {
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let stem = if suffix == "ing" {
        word.strip_suffix("in'").or_else(|| word.strip_suffix(suffix))
    } else {
        word.strip_suffix(suffix)
    };
    let Some(stem) = stem.filter(|stem| stem.len() > 1 && stem.contains(vowel)) else {
        lemma.push_str(word);
        return;
    };
    if suffix != "ing" {
        // "carried", "earlier": the y comes back; "died" keeps its ie; "agreed" its ee.
        if let Some(bare) = stem.strip_suffix('i') {
            lemma.push_str(bare);
            lemma.push_str(if bare.len() > 1 { "y" } else { "ie" });
            return;
        }
        if stem.ends_with('e') {
            lemma.push_str(stem);
            lemma.push('e');
            return;
        }
    }
    match ending(stem) {
        Some("e") => {
            lemma.push_str(stem);
            lemma.push('e');
        }
        Some("-") => lemma.push_str(without_last(stem)),
        Some(_) => lemma.push_str(stem),
        None => {
            let mut letters = stem.chars().rev();
            let (last, before) = (letters.next(), letters.next());
            let syllables = stem.split(|letter| !vowel(letter)).filter(|vowels| !vowels.is_empty()).count();
            let doubled = last == before
                && last.is_some_and(|last| "bdgmnprt".chars().any(|own| own == last) || (last == 'l' && syllables > 1));
            lemma.push_str(if doubled { without_last(stem) } else { stem });
        }
    }
}

/// What the longest ending that fits says about a stem.
fn ending(stem: &str) -> Option<&'static str> {
    let mut whole = String::with_capacity(stem.len() + 1);
    whole.push('^');
    whole.push_str(stem);
    whole.char_indices().find_map(|(at, _)| STEMS.get(whole.get(at..)?))
}

fn without_last(stem: &str) -> &str {
    let mut letters = stem.chars();
    letters.next_back();
    letters.as_str()
}

/// Turns what follows `start` into American spelling.
fn respell(start: usize, lemma: &mut String) {
    let Some(word) = lemma.get(start..) else { return };
    if let Some((stem, ending)) = SPELLINGS.ending(word) {
        lemma.truncate(start + stem.len());
        lemma.push_str(ending);
        return;
    }
    if word::find(word, "our").is_some() {
        let family = (0..=word.len()).rev().find_map(|end| {
            let (stem, ending) = FAMILIES.ending(word.get(..end)?)?;
            Some((stem.len(), end, ending))
        });
        if let Some((from, end, ending)) = family {
            lemma.replace_range(start + from..start + end, ending);
        }
        return;
    }
    let at = if word.ends_with("ise") && word.len() > 5 && !ISE.contains(word) {
        word.len() - 2
    } else if let Some(stem) = word.strip_suffix("isation") {
        stem.len() + 1
    } else {
        return;
    };
    lemma.replace_range(start + at..=start + at, "z");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, tag: Tag, expected: &str) {
        let mut lemma = String::new();
        lemmatize(word, tag, &mut lemma);
        assert_eq!(lemma, expected, "{word} {tag:?}");
    }

    #[test]
    fn finds_the_dictionary_form_of_verbs() {
        for (word, tag, lemma) in [
            ("signed", Tag::VBD, "sign"),
            ("went", Tag::VBD, "go"),
            ("agreed", Tag::VBN, "agree"),
            ("needed", Tag::VBD, "need"),
            ("carried", Tag::VBD, "carry"),
            ("died", Tag::VBD, "die"),
            ("dying", Tag::VBG, "die"),
            ("making", Tag::VBG, "make"),
            ("stopped", Tag::VBD, "stop"),
            ("called", Tag::VBN, "call"),
            ("travelling", Tag::VBG, "travel"),
            ("controlled", Tag::VBN, "control"),
            ("installed", Tag::VBN, "install"),
            ("created", Tag::VBN, "create"),
            ("treated", Tag::VBN, "treat"),
            ("closing", Tag::VBG, "close"),
            ("passing", Tag::VBG, "pass"),
            ("focused", Tag::VBN, "focus"),
            ("announced", Tag::VBD, "announce"),
            ("bringing", Tag::VBG, "bring"),
            ("changing", Tag::VBG, "change"),
            ("settled", Tag::VBD, "settle"),
            ("declared", Tag::VBD, "declare"),
            ("appeared", Tag::VBD, "appear"),
            ("required", Tag::VBN, "require"),
            ("offered", Tag::VBD, "offer"),
            ("continues", Tag::VBZ, "continue"),
            ("watches", Tag::VBZ, "watch"),
            ("reaches", Tag::VBZ, "reach"),
            ("goes", Tag::VBZ, "go"),
            ("does", Tag::VBZ, "do"),
            ("lies", Tag::VBZ, "lie"),
            ("leaves", Tag::VBZ, "leave"),
            ("tries", Tag::VBZ, "try"),
            ("uses", Tag::VBZ, "use"),
            ("'s", Tag::VBZ, "be"),
            ("found", Tag::VBD, "find"),
            ("found", Tag::VB, "found"),
            ("visiting", Tag::VBG, "visit"),
            ("fleeing", Tag::VBG, "flee"),
        ] {
            check(word, tag, lemma);
        }
    }

    #[test]
    fn finds_the_dictionary_form_of_nouns_and_adjectives() {
        for (word, tag, lemma) in [
            ("countries", Tag::NNS, "country"),
            ("women", Tag::NNS, "woman"),
            ("firemen", Tag::NNS, "fireman"),
            ("people", Tag::NNS, "person"),
            ("leaves", Tag::NNS, "leaf"),
            ("crises", Tag::NNS, "crisis"),
            ("houses", Tag::NNS, "house"),
            ("buses", Tag::NNS, "bus"),
            ("classes", Tag::NNS, "class"),
            ("boxes", Tag::NNS, "box"),
            ("movies", Tag::NNS, "movie"),
            ("headquarters", Tag::NNS, "headquarters"),
            ("beaches", Tag::NNS, "beach"),
            ("headaches", Tag::NNS, "headache"),
            ("taxis", Tag::NNS, "taxi"),
            ("better", Tag::JJR, "good"),
            ("better", Tag::RBR, "well"),
            ("larger", Tag::JJR, "large"),
            ("bigger", Tag::JJR, "big"),
            ("earliest", Tag::JJS, "early"),
            ("worst", Tag::JJS, "bad"),
            ("strongest", Tag::JJS, "strong"),
            ("news", Tag::NN, "news"),
            ("left", Tag::JJ, "left"),
        ] {
            check(word, tag, lemma);
        }
    }

    #[test]
    fn reads_both_spellings_as_one_word() {
        for (word, tag, lemma) in [
            ("organised", Tag::VBD, "organize"),
            ("organisations", Tag::NNS, "organization"),
            ("colours", Tag::NNS, "color"),
            ("neighbouring", Tag::JJ, "neighboring"),
            ("favourite", Tag::JJ, "favorite"),
            ("centres", Tag::NNS, "center"),
            ("advised", Tag::VBD, "advise"),
            ("raise", Tag::VB, "raise"),
            ("kilometres", Tag::NNS, "kilometer"),
            ("analysed", Tag::VBD, "analyze"),
            ("hours", Tag::NNS, "hour"),
            ("labour", Tag::NNP, "labour"),
        ] {
            check(word, tag, lemma);
        }
    }
}
