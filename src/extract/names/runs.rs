//! Rows of words that belong to names: capitals, and the small words that hold them together.

use std::ops::Range;

use super::{
    before,
    evidence::{Evidence, Listed},
    is_all_capitals, is_initial, is_joint, kinds, roles, tables,
};
use crate::{
    document::{Document, Tag, TokenKind},
    entity::EntityKind,
    lexicon::{
        STOP_WORDS,
        meaning::information,
        measure::CARDINALS,
        names::{
            COMPANY_TAILS, HYPHEN_TAILS, NAME_PARTICLES, NOT_NAMES, POSSESSIVE_STARTS, given_name, head, is_acting,
            is_surname, plain, role, start,
        },
        speech::{SPEAKING_ROLES, SUBORDINATORS},
    },
    word::is_one_of,
};

/// The rows of a sentence, in order.
pub(super) fn runs(document: &Document, evidence: &Evidence, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let row = Row { document, evidence, end: tokens.end };
    let mut runs = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some(mut end) = row.begin(at) else {
            at += 1;
            continue;
        };
        while let Some(further) = row.extend(at, end) {
            end = further;
        }
        runs.push(at..end);
        at = end;
    }
    runs
}

struct Row<'a> {
    document: &'a Document,
    evidence: &'a Evidence<'a>,
    /// The sentence's end.
    end: usize,
}

impl Row<'_> {
    /// The end of the first unit of a row that begins at `token`.
    fn begin(&self, token: usize) -> Option<usize> {
        let word = self.document.word(token);
        if self.is_particle(token) && self.follows(token).is_some_and(|next| self.is_strong(next)) {
            // An Arabic article before a listed name: `al-Qaeda`.
            return self.evidence.listed(token).map(|(end, _)| end).or(self.follows(token).map(|next| next + 1));
        }
        if let Some((end, listed)) = self.evidence.listed(token) {
            let settled = !self.evidence.is_opening(token)
                || end > token + 1 && (self.document.is_capitalized(end - 1) || self.document.tag(token).is_proper())
                || self.evidence.is_name_elsewhere(token)
                || self.document.tag(token).is_proper()
                || matches!(listed, Listed::Country | Listed::Capital) && !self.evidence.is_lower_elsewhere(token);
            if settled && (end > token + 1 || !STOP_WORDS.contains(word) || is_all_capitals(self.document, token)) {
                return Some(end.max(self.role(token).unwrap_or(end)));
            }
        }
        if let Some(end) = self.role(token).filter(|&end| self.document.is_capitalized(token) && end < self.end)
            && self.is_name_word(end)
        {
            return Some(end);
        }
        // `All Nippon Airways`: a small word with a capital that its place does not owe it.
        let named = is_one_of(word, "all no our my your every both one")
            && self.document.is_capitalized(token)
            && !is_all_capitals(self.document, token)
            && !self.evidence.is_opening(token)
            && self.is_name_word(token + 1)
            && self.is_name_word(token + 2)
            && head(self.document.word(token + 2)) == Some(EntityKind::Organization);
        // `Six-Day War`, `Six Day War`
        let joint = usize::from(is_joint(self.document, token + 1));
        let counted = self.document.is_capitalized(token)
            && CARDINALS.get(word).is_some()
            && self.document.is_capitalized(token + 1 + joint)
            && self.is_name_word(token + 2 + joint)
            && (joint == 1 || self.document.is_word(token + 2, "war"));
        (named || counted || self.is_strong(token)).then_some(token + 1)
    }

    /// The end of a listed role of several words.
    fn role(&self, token: usize) -> Option<usize> {
        roles::listed(self.document, token, self.end)
            .filter(|&end| end > token + 1 || self.document.is_capitalized(token))
    }

    /// The end of the row once what follows `end` belongs to it.
    fn extend(&self, begin: usize, end: usize) -> Option<usize> {
        if end >= self.end {
            return None;
        }
        let document = self.document;
        let (last, word) = (end.checked_sub(1)?, document.word(end));
        if is_joint(document, end) {
            return self.across_hyphen(begin, end);
        }
        if let Some(unit) = self.unit(end) {
            return Some(unit);
        }
        let next = end + 1;
        match word {
            "of" | "for" | "on" | "against" => {
                // Once a name has "of" or "for", it may go on with another: `Association for the Advancement of Women`.
                let linked = || {
                    (begin..end)
                        .any(|token| is_one_of(document.word(token), "of for on"))
                        .then(|| self.opener_in(begin..end))
                        .flatten()
                };
                let begins = self.opener(last).or_else(linked)?;
                let next = if is_one_of(document.word(next), "the a an") { next + 1 } else { next };
                // `the National Hockey League for the Orrin Eagles`: whom he played there for.
                let played =
                    word == "for" && is_one_of(document.word(last), "league club university college school court");
                if played {
                    return None;
                }
                let subject = is_one_of(word, "of for") || !is_all_capitals(document, next);
                let joins =
                    word == "of" && begins != EntityKind::Other || begins == EntityKind::Organization && subject;
                (joins && self.is_name_word(next)).then(|| self.unit(next)).flatten()
            }
            "&" => self.unit(next),
            "and" => {
                let unit = self.unit(next)?;
                // `U.S. Department of Health and Human Services` begins with a listed name, too.
                let office = is_office(document.word(begin)) || is_office(document.word(begin + 1));
                let listed = self.evidence.listed(next).is_some() || !office && self.evidence.listed(begin).is_some();
                let person =
                    given_name(document.word(next)).is_some() || roles::listed(document, next, self.end).is_some();
                if listed || person || self.opener(next).is_some() && document.word(next + 1) == "of" {
                    return None;
                }
                let linked = (begin..end).any(|token| is_one_of(document.word(token), "of for on"));
                let mut close = unit;
                while let Some(further) = self.unit(close) {
                    close = further;
                }
                // `Energy and Water Company`, `National Air and Rail Museum`
                let named =
                    matches!(head(document.word(close - 1)), Some(EntityKind::Organization | EntityKind::Place));
                let alone =
                    (begin..end).chain(next..close - 1).any(|token| kinds::is_ordinary(document, self.evidence, token))
                        && end <= begin + 2
                        && close > next + 1
                        && named
                        && head(document.word(last)).is_none()
                        && given_name(document.word(begin)).is_none()
                        && !is_surname(document.word(begin))
                        && (end == begin + 1 || kinds::is_ordinary(document, self.evidence, begin));
                (linked && self.opener_in(begin..end).is_some() || alone).then_some(unit)
            }
            "'s" | "'" => {
                let joins = POSSESSIVE_STARTS.contains(document.word(last)) || document.word(last).ends_with("ers'");
                // `St. Mary's Hospital`
                let dedicated = document.is_word(begin, "st st. saint")
                    && end > begin + 1
                    && matches!(head(document.word(next)), Some(EntityKind::Organization | EntityKind::Place));
                ((joins || dedicated) && self.is_name_word(next)).then(|| self.unit(next)).flatten()
            }
            // `Department of Housing, Water and Forests`
            "," if document.word(next + 1) == "and"
                && self.is_name_word(next)
                && self.is_name_word(next + 2)
                && (begin..end).any(|token| is_office(document.word(token)))
                && (begin..end).any(|token| document.word(token) == "of")
                && self.evidence.listed(next).is_none()
                && given_name(document.word(next)).is_none() =>
            {
                self.unit(next + 2)
            }
            "," if next < self.end => {
                let next_word = document.word(next);
                let legal = COMPANY_TAILS.contains(next_word)
                    && document.is_capitalized(next)
                    && (next_word.ends_with('.') || is_one_of(next_word, "inc ltd llc corp"));
                (legal || is_one_of(next_word, "jr. sr. jr sr")).then_some(next + 1)
            }
            // `William "Bud" Harmon`
            _ if document.kind(end) == Some(TokenKind::QuoteMark) => {
                let mut close = next;
                while self.is_name_word(close) {
                    close += 1;
                }
                let nickname = close > next
                    && given_name(document.word(begin)).is_some()
                    && !document.is_glued(end)
                    && document.kind(close) == Some(TokenKind::QuoteMark)
                    && document.is_glued(close)
                    && self.is_name_word(close + 1);
                nickname.then_some(close + 2)
            }
            _ if self.is_particle(end) => {
                let follows = self.follows(end)?;
                if self.is_particle(follows) {
                    // `van der Berg`, `de la Cruz`
                    let further = self.follows(follows)?;
                    return self.is_name_word(further).then_some(further + 1);
                }
                self.is_name_word(follows).then_some(follows + 1)
            }
            _ => None,
        }
    }

    fn across_hyphen(&self, begin: usize, hyphen: usize) -> Option<usize> {
        let next = hyphen + 1;
        let word = self.document.word(next);
        if self.document.kind(next) == Some(TokenKind::Number) {
            return (self.document.raw(hyphen - 1).len() <= 6 && !self.document.is_glued(next + 1)).then_some(next + 1);
        }
        if self.document.is_capitalized(next) {
            return self.unit(next).or(Some(next + 1));
        }
        // `Moon Jae-in`
        let prefix = is_one_of(self.document.word(hyphen - 1), "co non anti pro inter multi")
            && self.document.is_capitalized(next + 1);
        if prefix {
            return Some(next + 1);
        }
        let syllable = word == "in" && hyphen > begin + 1 && self.document.is_capitalized(hyphen - 2);
        if self.document.kind(next) != Some(TokenKind::Word)
            || !syllable && (HYPHEN_TAILS.contains(word) || STOP_WORDS.contains(word))
            || word.ends_with("ed")
            || word.ends_with("ing")
            || head(word).is_some()
            || role(word).is_some()
        {
            return None;
        }
        // `Lee Jae-myung`, `Hyung-jin Kim`: the second syllable of a given name has no capital.
        let first = hyphen - 1;
        let single = self.evidence.listed(first).is_none();
        let part = first > begin || self.document.is_capitalized(next + 1) && !self.document.tag(next).is_adjective();
        (single && part && word.len() <= 6).then_some(next + 1)
    }

    /// The end of a listed name, role or single word at `token` that may go on with a row.
    fn unit(&self, token: usize) -> Option<usize> {
        if token >= self.end {
            return None;
        }
        if let Some((end, _)) = self.evidence.listed(token).filter(|&(end, _)| end > token + 1) {
            return Some(end);
        }
        if let Some(end) = self.role(token).filter(|&end| end > token + 1 && self.document.is_capitalized(token)) {
            return Some(end);
        }
        self.is_name_word(token).then_some(token + 1)
    }

    /// Whether the token can be part of a row: a capital that is not owed to a day, a month or a small word.
    fn is_name_word(&self, token: usize) -> bool {
        if token >= self.end || !self.document.is_capitalized(token) {
            return false;
        }
        // "2026-01-05T10:30Z", "20C"
        let unit = token.checked_sub(1).is_some_and(|before| self.document.kind(before) == Some(TokenKind::Number));
        if unit && self.document.is_glued(token) {
            return false;
        }
        let word = self.document.word(token);
        // `Theresa May`, but not `Maria left in May`.
        let named = token.checked_sub(1).is_some_and(|before| given_name(self.document.word(before)).is_some());
        let month = is_one_of(word, "may march june august");
        let surname = month && named && self.document.kind(token + 1) != Some(TokenKind::Number);
        if NOT_NAMES.get(word).is_some_and(str::is_empty) && !surname && !self.is_given_month(token) {
            return false;
        }
        // `George A Lopez` has an initial, `A man` has none.
        let initial = is_initial(self.document, token) && (named || self.document.raw(token).ends_with('.'));
        let small = STOP_WORDS.contains(word) && !initial && !surname;
        // `HAS REVEALED`
        let caps = |token: usize| is_all_capitals(self.document, token);
        let beside = caps(token + 1) || caps(token.wrapping_sub(1));
        // `JUST WATCHED`
        let shout = |token: usize| {
            let word = self.document.word(token);
            caps(token) && STOP_WORDS.contains(word) && !is_one_of(word, "of and the for us")
        };
        let shouted = is_all_capitals(self.document, token)
            && beside
            && self.evidence.listed(token).is_none()
            && word.len() > 2
            && (self.evidence.is_lower_elsewhere(token)
                || is_everyday(self.document, token)
                || self.document.tag(token).is_verb()
                || shout(token.wrapping_sub(1)));
        if shouted {
            return false;
        }
        // `UNLESS`
        if is_all_capitals(self.document, token) && word.len() > 4 && SUBORDINATORS.contains(word) {
            return false;
        }
        !small || is_all_capitals(self.document, token) && word.len() > 1 || self.is_surname_like(token)
    }

    /// Whether a month is a given name here: `June Carter`, `Jan Hus`, but not `in June Carter left`.
    fn is_given_month(&self, token: usize) -> bool {
        let (word, next) = (self.document.word(token), self.document.word(token + 1));
        let whole = is_one_of(word, "april june august") && is_surname(next);
        (whole || word == "jan" && NOT_NAMES.get(next).is_none() && !STOP_WORDS.contains(next))
            && self.document.is_capitalized(token + 1)
            && token + 1 < self.end
            && !token
                .checked_sub(1)
                .is_some_and(|before| self.document.is_word(before, "in on of since until by last this next from to"))
    }

    /// Whether a small word with a capital stands as a name does: `Vice Premier He Lifeng`.
    fn is_surname_like(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map_or("", |before| self.document.word(before));
        !self.evidence.is_opening(token)
            && self.document.is_capitalized(token + 1)
            && self.document.raw(token).chars().count() > 1
            && role(before).is_some()
    }

    /// Whether the token can begin a row.
    fn is_strong(&self, token: usize) -> bool {
        if !self.is_name_word(token) {
            return false;
        }
        let word = self.document.word(token);
        let next = token + 1;
        if self.is_given_month(token) {
            return true;
        }
        if NOT_NAMES.get(word).is_some() {
            return !self.evidence.is_opening(token)
                && self.is_name_word(next)
                && NOT_NAMES.get(self.document.word(next)).is_none();
        }
        // `Shares fell`
        let plural = || word.strip_suffix('s').is_some_and(|word| NOT_NAMES.get(word).is_some()) && !is_surname(word);
        if self.evidence.is_opening(token) && !self.is_name_word(next) && plural() {
            return false;
        }
        if is_initial(self.document, token) {
            return self.document.raw(token).ends_with('.') && self.is_name_word(next);
        }
        let row = || {
            let mut rest = (next..self.end).skip_while(|&token| self.document.is_capitalized(token));
            let scored = |token: usize| self.document.word(token) == "(" || tables::is_score(self.document, token);
            rest.next().is_some_and(scored)
                && tables::is_table(self.document, token)
                && !kinds::is_ordinary(self.document, self.evidence, token)
        };
        if !self.evidence.is_opening(token) || row() {
            return true;
        }
        // A line of one word: `Details`.
        if next >= self.end && before(self.document, token).is_none() && !self.evidence.is_name_elsewhere(token) {
            return false;
        }
        // `Earlier Maria Lopez said`: a word of everyday language before a name.
        let follows = self.evidence.listed(next).is_some()
            || given_name(self.document.word(next)).is_some()
            || self.evidence.is_often_name(next);
        if follows
            && self.document.is_capitalized(next)
            && self.evidence.listed(token).is_none()
            && role(&plain(word)).is_none()
            && !self.evidence.is_name_elsewhere(token)
            && kinds::is_ordinary(self.document, self.evidence, token)
        {
            return false;
        }
        if self.evidence.is_name_elsewhere(token)
            || is_all_capitals(self.document, token) && self.document.tag(token).is_proper()
        {
            return true;
        }
        // `Harmon denied it`: a thing has an article.
        let speaks = || {
            self.document.tag(token) == Tag::NN
                && is_acting(self.document.word(next))
                && self.document.tag(next).is_finite()
                && !SPEAKING_ROLES.contains(word)
                && !kinds::is_ordinary(self.document, self.evidence, token)
        };
        let tagged = self.document.tag(token).is_proper() || speaks();
        let lower = self.evidence.is_lower_elsewhere(token);
        let named =
            given_name(word).is_some() || is_surname(word) || start(word).is_some() || role(&plain(word)).is_some();
        tagged && !lower || named && self.is_name_word(next) || tagged && self.is_name_word(next)
    }

    /// What a name is that begins with the word before "of".
    fn opener(&self, token: usize) -> Option<EntityKind> {
        let word = self.document.word(token);
        if !self.document.is_capitalized(token) {
            return None;
        }
        let part = || head(word).filter(|&kind| kind == EntityKind::Organization && !COMPANY_TAILS.contains(word));
        start(word).or_else(part)
    }

    /// The same for the first such word of several.
    fn opener_in(&self, mut tokens: Range<usize>) -> Option<EntityKind> {
        tokens.find_map(|token| self.opener(token))
    }

    fn is_particle(&self, token: usize) -> bool {
        NAME_PARTICLES.contains(self.document.word(token)) && !self.document.is_capitalized(token)
    }

    /// The word after `token`, across a hyphen.
    fn follows(&self, token: usize) -> Option<usize> {
        let next = token + 1 + usize::from(is_joint(self.document, token + 1));
        (next < self.end && (self.document.is_capitalized(next) || self.is_particle(next))).then_some(next)
    }
}

/// Whether the word begins the names of offices that are for several things at once.
fn is_office(word: &str) -> bool {
    is_one_of(word, "department ministry minister secretary")
}

/// Whether the token is a common word, however it is written.
fn is_everyday(document: &Document, token: usize) -> bool {
    information(document.word(token)) < 1.0 || information(document.lemma(token)) < 1.0
}
