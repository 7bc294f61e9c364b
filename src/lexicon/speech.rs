//! Verbs and phrases of saying, stance, hedges, loaded words.

use crate::{
    claim::Stance,
    lexicon::{List, WordMap, WordSet, list},
};

/// Verbs of saying and thinking by lemma; the value is read by [`verb`].
static SPEECH_VERBS: WordMap = WordMap::new(list!("speech_verbs"));

/// Forms of those verbs that no rule gives: `said`, `told`.
static SPEECH_VERB_FORMS: WordMap = WordMap::new(list!("speech_verb_forms"));

/// Verbs on which an infinitive hangs that says what happens: `plan`, `appear`, `fail`.
static GOVERNING_VERBS: WordMap = WordMap::new(list!("governing_verbs"));

/// Modal verbs and adverbs that tell how an article stands to a clause.
static STANCE_WORDS: WordMap = WordMap::new(list!("stance_words"));

/// Words that open a clause with a subject and verb of its own.
pub static SUBORDINATORS: WordSet = WordSet::new(list!("subordinators"));

/// Words and phrases that carry a judgement, with the parts of speech in which they do.
static LOADED_WORDS: WordMap = WordMap::new(list!("loaded_words"));

/// Words and phrases that lessen a claim.
static HEDGES: WordSet = WordSet::new(list!("hedges"));

/// Nouns that carry somebody's words: `statement`, `claim`.
pub static SPEECH_NOUNS: WordSet = WordSet::new(list!("speech_nouns"));

/// Documents and media that relay what somebody says: `readout`, `newspaper`.
pub static SPOKEN_DOCUMENTS: WordSet = WordSet::new(list!("spoken_documents"));

/// Common nouns for people and bodies that can speak, singular and plural: `official`, `police`.
pub static SPEAKING_ROLES: WordSet = WordSet::new(list!("speaking_roles"));

/// Words of time that may stand beside a speaker without being part of the phrase.
pub static SPEAKER_BREAKS: WordSet = WordSet::new(list!("speaker_breaks"));

/// Words that may stand between a speaker and the verb of saying.
pub static SPEAKING_ADVERBS: WordSet = WordSet::new(list!("speaking_adverbs"));

/// Words after which quoted words are a name or title rather than speech: `titled`, `so-called`, `the book`.
pub static NAMING_WORDS: WordSet = WordSet::new(list!("naming_words"));

/// What is known of a verb of saying or thinking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechVerb {
    /// It takes a clause: `said that it rained`.
    pub clause: bool,
    /// It takes a question: `asked whether`.
    pub question: bool,
    /// It takes an infinitive: `vowed to stay`.
    pub infinitive: bool,
    /// It takes a noun phrase that sums up what was said: `denied the charge`.
    pub noun: bool,
    /// It tells a thought rather than an utterance.
    pub thought: bool,
    /// How an article that uses it stands to what is said: [`Stance::Attributed`] for plain verbs.
    pub stance: Stance,
}

/// What is known of the verb with that form or lemma, if it is one of saying or thinking: `said`, `say`, `denies`.
#[must_use]
pub fn verb(form: &str) -> Option<SpeechVerb> {
    entry(form).map(parse)
}

/// What [`loaded`] says of a phrase that carries no judgement, though a word of it does elsewhere: `crude oil`.
pub const NEUTRAL: &str = "x";

/// The parts of speech in which a word carries a judgement: some of `n`, `v`, `j` and `r`, none for a phrase.
#[must_use]
pub fn loaded(form: &str) -> Option<&'static str> {
    inflected(&LOADED_WORDS, form)
}

/// Whether some loaded phrase or hedge starts with the words and goes on.
#[must_use]
pub fn may_go_on(words: &str) -> bool {
    LOADED_WORDS.extends(words) || HEDGES.extends(words)
}

/// Whether the word or phrase lessens a claim.
#[must_use]
pub fn is_hedge(form: &str) -> bool {
    HEDGES.contains(form)
}

/// What a verb makes of the infinitive that hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governing {
    /// How an article that uses it stands to the infinitive: `plans to sign`.
    Stance(Stance),
    /// It says that the infinitive does not happen: `failed to agree`.
    Negation,
}

/// What the verb with that form makes of an infinitive after it, if that says what happens.
#[must_use]
pub fn governing(form: &str) -> Option<Governing> {
    match inflected(&GOVERNING_VERBS, form)? {
        "negated" => Some(Governing::Negation),
        name => stance_of(name).map(Governing::Stance),
    }
}

/// How an article stands to a clause with that modal verb or adverb: `may`, `allegedly`.
#[must_use]
pub fn stance(word: &str) -> Option<Stance> {
    STANCE_WORDS.get(word).and_then(stance_of)
}

fn stance_of(name: &str) -> Option<Stance> {
    Some(match name {
        "stated" => Stance::Stated,
        "attributed" => Stance::Attributed,
        "claimed" => Stance::Claimed,
        "hedged" => Stance::Hedged,
        "denied" => Stance::Denied,
        "expected" => Stance::Expected,
        _ => return None,
    })
}

fn entry(form: &str) -> Option<&'static str> {
    inflected(&SPEECH_VERBS, form)
}

/// The entry of the verb of which `form` is an inflection.
fn inflected(verbs: &WordMap, form: &str) -> Option<&'static str> {
    let of = |lemma: &str| verbs.get(lemma);
    if let Some(value) = of(form).or_else(|| of(SPEECH_VERB_FORMS.get(form)?)) {
        return Some(value);
    }
    let (stem, past) = ["ing", "ed", "es", "s"]
        .into_iter()
        .find_map(|ending| Some((form.strip_suffix(ending)?, ending)))
        .filter(|(stem, _)| stem.len() > 1 && stem.is_ascii())?;
    if let Some(value) = of(stem) {
        return Some(value);
    }
    let with = |stem: &str, letter: char| {
        let mut lemma = String::with_capacity(stem.len() + 1);
        lemma.push_str(stem);
        lemma.push(letter);
        verbs.get(&lemma)
    };
    if past != "s"
        && let Some(value) = with(stem, 'e')
    {
        return Some(value);
    }
    if let Some(short) = stem.strip_suffix('i')
        && past != "ing"
    {
        return with(short, 'y');
    }
    let mut letters = stem.chars().rev();
    let doubled = letters.next().filter(|&last| letters.next() == Some(last))?;
    (past == "ed" || past == "ing").then(|| stem.strip_suffix(doubled).and_then(of)).flatten()
}

fn parse(value: &str) -> SpeechVerb {
    let mut words = value.split(' ');
    let frames = words.next().unwrap_or("");
    let mut verb = SpeechVerb {
        clause: frames.as_bytes().contains(&b's'),
        question: frames.as_bytes().contains(&b'q'),
        infinitive: frames.as_bytes().contains(&b'i'),
        noun: frames.as_bytes().contains(&b'n'),
        thought: false,
        stance: Stance::Attributed,
    };
    for word in words {
        match stance_of(word) {
            Some(stance) => verb.stance = stance,
            None => verb.thought |= word == "think",
        }
    }
    verb
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, stance: Option<Stance>) {
        assert_eq!(verb(form).map(|verb| verb.stance), stance, "{form}");
    }

    #[test]
    fn knows_a_verb_by_any_form() {
        for form in ["say", "says", "said", "saying", "told", "denounces", "admitted", "replied", "urging", "stressed"]
        {
            check(form, Some(Stance::Attributed));
        }
        check("denies", Some(Stance::Denied));
        check("denying", Some(Stance::Denied));
        check("claimed", Some(Stance::Claimed));
        check("vowing", Some(Stance::Expected));
        check("suggested", Some(Stance::Hedged));
        for form in ["", "s", "ed", "ing", "house", "walked", "bed", "ésed"] {
            check(form, None);
        }
    }
}
