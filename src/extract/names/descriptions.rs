//! What an article says that a name is: `Norvik, a Danish chain of shops`, `Orrin is a village`.

use crate::{
    document::{Document, Tag},
    entity::EntityKind,
    lexicon::{
        names::{head, role},
        speech::SPEAKING_ROLES,
    },
    word::is_one_of,
};

/// The most tokens between the article and the noun that tells.
const LONGEST: usize = 8;

/// What the words after the name that ends at `end` call it.
pub(super) fn kind(document: &Document, end: usize) -> Option<EntityKind> {
    if !is_one_of(document.word(end), ", is was are were became remains") {
        return None;
    }
    let article = end + 1;
    if !is_one_of(document.word(article), "a an the one") {
        return None;
    }
    let mut noun = None;
    for token in article + 1..article + 1 + LONGEST {
        let tag = document.tag(token);
        if tag.is_noun() && !document.is_capitalized(token) {
            noun = Some(token);
        } else if !(tag.is_adjective()
            || tag.is_noun()
            || tag.is_adverb()
            || matches!(tag, Tag::CD | Tag::VBN | Tag::VBG))
            && document.word(token) != "-"
        {
            break;
        }
    }
    // `in Orrin, the mayor said`: no description of what is before.
    let noun = noun.filter(|&noun| {
        document.word(end) != "," || is_one_of(document.word(noun + 1), ", . of in at for that which who )")
    })?;
    let (word, lemma) = (document.word(noun), document.lemma(noun));
    // `a Danish chain of shops`: the noun after "of" tells no more.
    if is_one_of(lemma, "man woman boy girl player member son daughter wife husband resident") || role(lemma).is_some()
    {
        return Some(EntityKind::Person);
    }
    if SPEAKING_ROLES.contains(word) && head(lemma).is_none() {
        return Some(EntityKind::Person);
    }
    head(lemma)
}
