//! Verbs and phrases of saying, stance, hedges, loaded words.

use crate::{
    claim::Stance,
    lexicon::{WordMap, WordSet, list},
};

/// Verbs of saying and thinking by lemma; the value is read by [`verb`].
static SPEECH_VERBS: WordMap = WordMap::new(list!("speech_verbs"));

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

/// What is known of the verb with that lemma, if it is one of saying or thinking.
#[must_use]
pub fn verb(lemma: &str) -> Option<SpeechVerb> {
    let value = SPEECH_VERBS.get(lemma)?;
    let mut words = value.split(' ');
    let frames = words.next().unwrap_or("");
    let mut verb = SpeechVerb {
        clause: frames.contains('s'),
        question: frames.contains('q'),
        infinitive: frames.contains('i'),
        noun: frames.contains('n'),
        thought: false,
        stance: Stance::Attributed,
    };
    for word in words {
        match word {
            "think" => verb.thought = true,
            "claimed" => verb.stance = Stance::Claimed,
            "denied" => verb.stance = Stance::Denied,
            "hedged" => verb.stance = Stance::Hedged,
            "expected" => verb.stance = Stance::Expected,
            _ => {}
        }
    }
    Some(verb)
}
