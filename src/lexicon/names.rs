//! Names: given names and surnames, titles and roles, organisations, places, peoples.
//!
//! Every look-up takes words in lower case; diacritics are taken off here, with [`plain`].

use std::borrow::Cow;

use super::{List, WordMap, WordSet, list};
use crate::entity::EntityKind;

/// Men's given names.
pub static MALE_NAMES: WordSet = WordSet::new(list!("given_names_male"));
/// Women's given names.
pub static FEMALE_NAMES: WordSet = WordSet::new(list!("given_names_female"));
/// Common surnames.
pub static SURNAMES: WordSet = WordSet::new(list!("surnames"));
/// Small words inside personal names: `bin`, `van`, `de`.
pub static NAME_PARTICLES: WordSet = WordSet::new(list!("name_particles"));
/// Words with a capital that name nothing; those with the value `w` may be part of a longer name.
pub static NOT_NAMES: WordMap = WordMap::new(list!("not_names"));
/// Countries, capitals, peoples.
pub static COUNTRIES: WordMap = WordMap::new(list!("countries"));
/// Cities, regions, seas, landmarks.
pub static PLACES: WordSet = WordSet::new(list!("places"));
/// Known organisations; the value is another usual form of the same name.
pub static ORGANIZATIONS: WordMap = WordMap::new(list!("organizations"));
/// Last words of names that tell what is named.
pub static NAME_HEADS: WordMap = WordMap::new(list!("name_heads"));
/// First words of names that may go on with "of" or a bare name.
pub static NAME_STARTS: WordMap = WordMap::new(list!("name_starts"));
/// Honorifics and roles.
pub static ROLES: WordMap = WordMap::new(list!("roles"));
/// Words that may stand before a role and belong to it.
pub static ROLE_MODIFIERS: WordSet = WordSet::new(list!("role_modifiers"));
/// Verbs, as lemmas, whose subject speaks or acts.
pub static ACTING_VERBS: WordSet = WordSet::new(list!("acting_verbs"));
/// What follows a hyphen after a name without being part of it: `Moscow-based`.
pub static HYPHEN_TAILS: WordSet = WordSet::new(list!("hyphen_tails"));
/// Legal forms and other words that a company's short name leaves out: `Inc.`, `Group`.
pub static COMPANY_TAILS: WordSet = WordSet::new(list!("company_tails"));

/// Words whose possessive may stand inside a name: `People's Bank`.
pub static POSSESSIVE_STARTS: WordSet = WordSet::new(list!("possessive_starts"));

/// A man's or a woman's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// A man's.
    Male,
    /// A woman's.
    Female,
}

/// How a word relates to a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryWord {
    /// It is the country's name: `South Korea`, `DPRK`.
    Name,
    /// It is its capital: `Seoul`.
    Capital,
    /// It is the word for its people and what is theirs: `South Korean`.
    Demonym,
}

/// A title beside a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Whether it is a form of address (`Mr.`, `Dr.`) rather than an office or occupation.
    pub honorific: bool,
    /// Whose it is, where the word says so.
    pub gender: Option<Gender>,
}

/// `word` without diacritics: `nicolas` for `nicolás`. The letter table covers Latin-1, Latin Extended-A and the
/// Romanian and Azerbaijani letters beyond; combining marks fall away.
#[must_use]
pub fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut out = String::with_capacity(word.len());
    for character in word.chars() {
        match base(character) {
            Some(letters) => out.push_str(letters),
            None if matches!(character, '\u{300}'..='\u{36f}') => {}
            None => out.push(character),
        }
    }
    Cow::Owned(out)
}

#[rustfmt::skip]
const fn base(character: char) -> Option<&'static str> {
    Some(match character {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ə' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'þ' => "th",
        _ => return None,
    })
}

/// Whose given name `word` is: `None` for no given name, `Some(None)` for one of both.
#[must_use]
pub fn given_name(word: &str) -> Option<Option<Gender>> {
    let word = plain(word);
    match (MALE_NAMES.contains(&word), FEMALE_NAMES.contains(&word)) {
        (true, true) => Some(None),
        (true, false) => Some(Some(Gender::Male)),
        (false, true) => Some(Some(Gender::Female)),
        (false, false) => None,
    }
}

/// Whose name the words of a full name are, by the given name among them. Where the family name comes first
/// (`Kim Jong Un`), the given name is the next word.
#[must_use]
pub fn gender_of_name<'a>(mut words: impl Iterator<Item = &'a str>) -> Option<Gender> {
    let first = words.next()?;
    let second = words.next().filter(|second| is_surname(first) && !is_surname(second)).and_then(given_name);
    second.or_else(|| given_name(first)).flatten()
}

/// Whether `word` is a common surname.
#[must_use]
pub fn is_surname(word: &str) -> bool {
    SURNAMES.contains(&plain(word))
}

/// The country of `phrase` and how it relates to it; the code is empty for words of no one country (`European`).
/// Plural demonyms (`Russians`) count.
#[must_use]
pub fn country(phrase: &str) -> Option<(&'static str, CountryWord)> {
    let value = COUNTRIES.get(phrase).or_else(|| {
        let value = COUNTRIES.get(phrase.strip_suffix('s')?)?;
        value.ends_with('d').then_some(value)
    })?;
    let (code, relation) = value.split_at_checked(value.len().checked_sub(1)?)?;
    Some((
        code,
        match relation {
            "n" => CountryWord::Name,
            "c" => CountryWord::Capital,
            _ => CountryWord::Demonym,
        },
    ))
}

/// What the honorific or role `phrase` says.
#[must_use]
pub fn role(phrase: &str) -> Option<Role> {
    let value = ROLES.get(phrase)?;
    let gender = if value.ends_with('m') {
        Some(Gender::Male)
    } else if value.ends_with('f') {
        Some(Gender::Female)
    } else {
        None
    };
    Some(Role { honorific: value.starts_with('h'), gender })
}

/// Whether `verb`, in its dictionary form or inflected, has a subject that speaks or acts as a person or a government does.
#[must_use]
pub fn is_acting(verb: &str) -> bool {
    let bare = |tail: &str| verb.strip_suffix(tail).is_some_and(|stem| ACTING_VERBS.contains(stem));
    ACTING_VERBS.contains(verb)
        || ["s", "es", "d", "ed", "ing"].into_iter().any(bare)
        || verb
            .strip_suffix("ied")
            .or_else(|| verb.strip_suffix("ies"))
            .is_some_and(|stem| ACTING_VERBS.contains(&[stem, "y"].concat()))
}

/// What a name is whose last word is `word`.
#[must_use]
pub fn head(word: &str) -> Option<EntityKind> {
    NAME_HEADS.get(word).and_then(kind)
}

/// What a name is that begins with `word` and "of" or a bare name.
#[must_use]
pub fn start(word: &str) -> Option<EntityKind> {
    NAME_STARTS.get(word).and_then(kind)
}

/// Whether `word` is the last word of an office of state: `Ministry`, `Army`.
#[must_use]
pub fn is_state_office(word: &str) -> bool {
    NAME_HEADS.get(word) == Some("s")
}

fn kind(letter: &str) -> Option<EntityKind> {
    Some(match letter {
        "o" | "s" => EntityKind::Organization,
        "p" => EntityKind::Place,
        "e" => EntityKind::Event,
        "x" => EntityKind::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_every_list_means_something() {
        for (word, value) in COUNTRIES.iter() {
            assert!(country(word).is_some() && value.len() != 2, "{word}: {value:?}");
            assert!(matches!(value.chars().last(), Some('n' | 'c' | 'd')), "{word}: {value:?}");
        }
        for (word, value) in NAME_HEADS.iter().chain(NAME_STARTS.iter()) {
            assert!(kind(value).is_some(), "{word}: {value:?}");
        }
        for (word, value) in ROLES.iter() {
            assert!(["h", "hm", "hf", "r", "rm", "rf"].contains(&value), "{word}: {value:?}");
        }
        for (word, value) in NOT_NAMES.iter() {
            assert!(["", "w"].contains(&value), "{word}: {value:?}");
        }
    }

    #[test]
    fn every_entry_is_written_as_it_is_looked_up() {
        let keys = COUNTRIES
            .iter()
            .chain(ORGANIZATIONS.iter())
            .chain(ROLES.iter())
            .chain(NAME_HEADS.iter())
            .map(|(key, _)| key);
        for word in keys.chain(PLACES.iter()).chain(MALE_NAMES.iter()).chain(FEMALE_NAMES.iter()).chain(SURNAMES.iter())
        {
            assert_eq!(plain(&word.to_lowercase()), word);
        }
    }

    #[test]
    fn names_of_organizations_lead_to_one_form() {
        for (word, value) in ORGANIZATIONS.iter().filter(|(_, value)| !value.is_empty()) {
            let next = ORGANIZATIONS.get(value);
            assert!(next.is_none_or(|next| next.is_empty() || next == value), "{word}: {value:?} leads on to {next:?}");
        }
    }

    #[test]
    fn knows_countries_by_name_capital_and_people() {
        for (phrase, code, relation) in [
            ("south korea", "KR", CountryWord::Name),
            ("dprk", "KP", CountryWord::Name),
            ("seoul", "KR", CountryWord::Capital),
            ("russians", "RU", CountryWord::Demonym),
            ("european", "", CountryWord::Demonym),
        ] {
            assert_eq!(country(phrase), Some((code, relation)), "{phrase}");
        }
        assert_eq!(country("seouls"), None);
    }

    #[test]
    fn tells_gender_by_the_given_name() {
        for (name, expected) in [
            ("kim jong un", Some(Gender::Male)),
            ("kim clark", Some(Gender::Female)),
            ("maria lopez", Some(Gender::Female)),
            ("xyzzy", None),
        ] {
            assert_eq!(gender_of_name(name.split(' ')), expected, "{name}");
        }
    }

    #[test]
    fn takes_off_diacritics() {
        for (word, expected) in
            [("nicolás", "nicolas"), ("đorđević", "dordevic"), ("straße", "strasse"), ("lee", "lee")]
        {
            assert_eq!(plain(word), expected);
        }
    }
}
