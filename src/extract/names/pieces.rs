//! Cuts a row of name words where one name, title or people ends and another begins:
//! `South Korean President Lee Jae Myung`, `Microsoft Chief Executive Satya Nadella`, `Korea-China`.

use std::ops::Range;

use super::{
    Piece, before,
    evidence::{Evidence, Listed},
    is_all_capitals, is_initial, is_joint, kinds, phrase, roles,
};
use crate::{
    document::Document,
    entity::EntityKind,
    letter,
    lexicon::{
        measure::CURRENCY_CODES,
        names::{
            COMPANY_TAILS, CountryWord, NOT_NAMES, ROLE_MODIFIERS, country, given_name, head, is_state_office,
            is_surname, plain, role, start,
        },
        speech::SPEAKING_ROLES,
    },
    order::{Order, Set},
    word::{self, is_one_of},
};

/// The most tokens of a name that no list and no word of its own explains.
const LONGEST: usize = 12;

/// Small words that only persons have in their names.
const PERSONAL: &str = "van von der den ter bin bint ibn";

/// Appends the names of `run` to `pieces`.
pub(super) fn cut(document: &Document, evidence: &Evidence, run: Range<usize>, pieces: &mut Vec<Piece>) {
    let sentence = document.tokens.get(run.start).and_then(|token| document.sentence_at(token.span.start));
    let bounds = sentence
        .and_then(|index| document.sentences.get(index))
        .map_or(run.clone(), |sentence| sentence.tokens.clone());
    let mut cutter = Cutter { document, evidence, end: run.end, role: None };
    cutter.role = roles::before(document, evidence, run.start, bounds.start);
    let mut at = run.start;
    while at < run.end {
        at = cutter.step(at, bounds.end, pieces).max(at + 1);
    }
}

struct Cutter<'a> {
    document: &'a Document,
    evidence: &'a Evidence<'a>,
    /// The row's end.
    end: usize,
    /// The title that stands right before what comes next.
    role: Option<Range<usize>>,
}

impl Cutter<'_> {
    /// Takes one name, title or joining mark from the row; where the next one begins.
    fn step(&mut self, at: usize, limit: usize, pieces: &mut Vec<Piece>) -> usize {
        let document = self.document;
        if is_joint(document, at) || is_one_of(document.word(at), "and & 's '") {
            return at + 1;
        }
        let listed = self.evidence.listed(at).filter(|&(end, _)| end <= self.end);
        if let Some((end, Listed::People)) = listed {
            return self.people(at, end, limit, pieces);
        }
        let named = listed.is_some_and(|(end, listed)| end > at + 1 && listed == Listed::Organization);
        if !named && let Some(end) = self.title(at) {
            let start = self.role.as_ref().map_or(at, |role| role.start);
            self.role = Some(start..end);
            return end;
        }
        if let Some((end, listed)) = listed {
            return self.listed(at, end, listed, limit, pieces);
        }
        let end = self.unknown_end(at);
        self.push(at..end, None, limit, pieces);
        end
    }

    /// A people's name: part of a title, of an organisation's name, or of no name at all.
    fn people(&mut self, at: usize, end: usize, limit: usize, pieces: &mut Vec<Piece>) -> usize {
        let rest = if is_joint(self.document, end) { end + 1 } else { end };
        // The last word before `of`: `Christian Democratic Union of Norway`.
        let last = (end..self.end).take_while(|&token| !is_one_of(self.document.word(token), "of for")).last();
        let last = last.unwrap_or(at);
        let word = self.document.word(last);
        let headed = head(word).filter(|_| last >= end);
        // `Chinese Foreign Ministry`, `Israeli Parliament`: the office is the name, the people's word is not part of it.
        let common = rest >= self.end
            || is_state_office(word)
                && (last == rest
                    || ROLE_MODIFIERS.contains(self.document.word(rest))
                    || self.document.word(rest) == "supreme"
                    || start(self.document.word(rest)).is_some());
        let person = given_name(self.document.word(rest)).is_some() && self.named_by_head(rest).is_none()
            || roles::at(self.document, self.evidence, rest, self.end).is_some();
        if headed.is_some() && !common && !person {
            let close = self.unknown_end(at);
            self.push(at..close, headed.map(|kind| (kind, 2)), limit, pieces);
            return close;
        }
        let role = roles::at(self.document, self.evidence, at, self.end).is_some();
        if role {
            self.role = Some(self.role.as_ref().map_or(at, |role| role.start)..end);
        }
        rest
    }

    /// The end of a title at `at` that something follows or that is all there is.
    fn title(&self, at: usize) -> Option<usize> {
        let end = roles::at(self.document, self.evidence, at, self.end)?.min(self.end);
        // `County Sheriff's Office`
        let owns = end < self.end && is_one_of(self.document.word(end), "'s '");
        if owns || end == at + 1 && is_initial(self.document, at) {
            return None;
        }
        // `Dean Jones`, `Major League`
        let (word, next) = (self.document.word(at), self.document.word(end));
        if end == at + 1 && end < self.end {
            let full = given_name(word).is_some() && is_surname(next) && end + 1 == self.end;
            if full || head(next) == Some(EntityKind::Organization) && !is_surname(next) {
                return None;
            }
        }
        // `General Motors Corp.`, `King Fahd University`, `Prince Sultan Air Base`
        let last = self.end - 1;
        let place =
            head(self.document.word(last)).is_some_and(|kind| kind == EntityKind::Organization || end + 1 < last);
        if end < self.end
            && place
            && !is_surname(self.document.word(last))
            && given_name(self.document.word(end)).is_none()
        {
            let honorific = role(self.document.word(at)).is_some_and(|role| role.honorific);
            if !honorific
                && end + 1 < self.end
                && role(self.document.word(end)).is_none()
                && !self.evidence.is_lower_elsewhere(at)
            {
                let royal = is_one_of(self.document.word(at), "king queen prince princess general judge");
                if royal {
                    return None;
                }
            }
        }
        Some(end)
    }

    fn listed(&mut self, at: usize, end: usize, listed: Listed, limit: usize, pieces: &mut Vec<Piece>) -> usize {
        let document = self.document;
        // `Brill & Co.`
        let tail = |token: usize| token < self.end && COMPANY_TAILS.contains(document.word(token));
        let firm = listed == Listed::Organization && is_one_of(document.word(end), "& and") && tail(end + 1);
        let end = if firm { end + 2 } else { end };
        let kind = match listed {
            Listed::Organization => EntityKind::Organization,
            Listed::Country | Listed::Capital | Listed::Place | Listed::People => EntityKind::Place,
        };
        let word = document.word(at);
        let single = end == at + 1;
        // `Paris Hilton`, `Jordan Henderson`: a place that is also a given name, before one or two words.
        let rest = self.end.saturating_sub(end);
        // `the mayor of London Maria Lopez`
        let placed = before(document, at).is_some_and(|token| is_one_of(document.word(token), "of in from"));
        let personal = single && !placed && (given_name(word).is_some() || is_surname(word) || self.role.is_some());
        let full = given_name(word).is_some() && given_name(document.word(end)).is_some();
        if personal
            && (listed != Listed::Country || full)
            && (given_name(word).is_some() || rest < 2)
            && (1..=2).contains(&rest)
            && self.named_by_head(end).is_none()
            && self.evidence.listed(end).is_none()
            && self.title(end).is_none()
            || self.role.is_some() && single && rest >= 1 && is_surname(document.word(end)) && self.titled_as_person()
        {
            let end = self.unknown_end(at);
            self.push(at..end, Some((EntityKind::Person, 2)), limit, pieces);
            return end;
        }
        if is_one_of(document.word(end), "of for") && end < self.end {
            // `Conservative Party of Canada`: more than the listed name.
            let close = self.unknown_end(at);
            self.push(at..close, Some((kind, 2)), limit, pieces);
            return close;
        }
        if end >= self.end || is_joint(document, end) || !document.is_capitalized(end) {
            let certainty = if single && (personal || listed == Listed::Organization) { 2 } else { 3 };
            self.push(at..end.min(self.end), Some((kind, certainty)), limit, pieces);
            return end;
        }
        let next = self.evidence.listed(end).filter(|&(end, _)| end <= self.end);
        let person = given_name(document.word(end)).is_some() || is_initial(document, end);
        if self.title(end).is_some() || person && self.named_by_head(end).is_none() && rest > 1 {
            self.push(at..end, Some((kind, 3)), limit, pieces);
            return end;
        }
        if let Some(kind) = self.named_by_head(at) {
            let close = self.unknown_end(at);
            self.push(at..close, Some((kind, 2)), limit, pieces);
            return close;
        }
        // `U.S. THAAD`, and what the article names without the country as well.
        let apart = document.word(at).as_bytes().contains(&b'.')
            || is_all_capitals(document, end)
            || self.evidence.is_name_elsewhere(end);
        if listed == Listed::Country && apart && next.is_none() {
            self.push(at..end, Some((kind, 3)), limit, pieces);
            return end;
        }
        match next {
            // `Boston Celtics`, `Maine Democratic Party`: a team after its town; but not `Redmond Microsoft`.
            Some((close, Listed::Organization))
                if !matches!(listed, Listed::Organization | Listed::Country)
                    && (document.word(close - 1).ends_with(['s', 'x'])
                        || close == self.end && head(document.word(close - 1)) == Some(EntityKind::Organization)) =>
            {
                self.push(at..close, Some((EntityKind::Organization, 2)), limit, pieces);
                close
            }
            // `Houston Texans`: the people of a place as its team.
            Some((close, Listed::People))
                if listed == Listed::Place && close == self.end && document.word(close - 1).ends_with('s') =>
            {
                self.push(at..close, Some((EntityKind::Organization, 2)), limit, pieces);
                close
            }
            Some(_) => {
                self.push(at..end, Some((kind, 2)), limit, pieces);
                end
            }
            // `Derby North`
            None if listed != Listed::Organization
                && is_one_of(document.word(end), "north south east west central minor")
                && end + 1 == self.end =>
            {
                self.push(at..self.end, Some((EntityKind::Place, 2)), limit, pieces);
                self.end
            }
            // `Reuters A man …`, `Microsoft Access`: only what belongs to a company's full name is part of it.
            None if listed == Listed::Organization && !COMPANY_TAILS.contains(document.word(end)) => {
                self.push(at..end, Some((kind, 2)), limit, pieces);
                end
            }
            None if listed == Listed::Organization => {
                let close = self.unknown_end(end);
                let weak = NOT_NAMES.get(document.word(end)).is_some();
                self.push(at..close, Some((EntityKind::Organization, if weak { 1 } else { 0 })), limit, pieces);
                close
            }
            None => {
                let close = self.unknown_end(end);
                self.push(at..close, Some((EntityKind::Organization, 1)), limit, pieces);
                close
            }
        }
    }

    /// Whether the title before is a person's and not an office's: any but none.
    fn titled_as_person(&self) -> bool {
        self.role.as_ref().is_some_and(|role| role.end > role.start)
    }

    /// What the row from `at` on is by its last word, or by its first before "of".
    fn named_by_head(&self, at: usize) -> Option<EntityKind> {
        let last = self.end.checked_sub(1)?;
        let word = self.document.word(last);
        if last <= at || is_surname(word) && given_name(self.document.word(at)).is_some() {
            return None;
        }
        head(&plain(word))
    }

    /// Where a name of unknown words ends: before a title, a listed organisation or the row's end.
    fn unknown_end(&self, at: usize) -> usize {
        let person =
            given_name(self.document.word(at)).is_some() || self.role.is_some() || is_initial(self.document, at);
        let opened = start(self.document.word(at)).is_some();
        // `Marxist Ivan Petrov`
        if self.document.word(at).ends_with("ist") && given_name(self.document.word(at + 1)).is_some() {
            return at + 1;
        }
        for token in at + 1..self.end {
            if is_one_of(self.document.word(token), "of for the and &") || is_joint(self.document, token) {
                continue;
            }
            let joined = token > at && is_one_of(self.document.word(token - 1), "of for the and & - 's");
            if joined || opened && token < at + 2 {
                continue;
            }
            if is_plural_acronym(self.document.raw(token)) {
                return token;
            }
            // `Defence Committee Ivan Petrov`, `Green Party of Norway Ivan Petrov`
            let placed = |first: usize| self.evidence.listed(first).is_some_and(|(end, _)| end == token);
            let before = head(self.document.word(token - 1));
            let office = token > at + 1
                && (matches!(before, Some(EntityKind::Organization | EntityKind::Place))
                    || (at + 1..token).any(placed)
                        && (at..token).any(|token| is_one_of(self.document.word(token), "of for")));
            if office && !person && given_name(self.document.word(token)).is_some() && token + 1 < self.end {
                return token;
            }
            // `Maria Lopez Ivan Petrov`
            let couple = token == at + 2 && token + 2 == self.end && is_surname(self.document.word(token - 1));
            if couple
                && person
                && given_name(self.document.word(token)).is_some()
                && !is_initial(self.document, token)
                && given_name(self.document.word(token - 1)).is_none()
            {
                return token;
            }
            if let Some(end) = roles::listed(self.document, token, self.end) {
                let surname = is_surname(self.document.word(token))
                    || given_name(self.document.word(token)).is_some()
                    || role(self.document.word(token)).is_some_and(|role| role.honorific)
                    || person;
                if !surname && end < self.end && head(self.document.word(self.end - 1)).is_none() {
                    return token;
                }
            }
            if let Some((end, listed)) = self.evidence.listed(token) {
                // `Ivan Petrov REUTERS`, `Front Street AFP`: a picture's credit.
                let credit = end == self.end && !is_all_capitals(self.document, at);
                if credit && listed == Listed::Organization && is_all_capitals(self.document, token) {
                    return token;
                }
                // `U.S. Trade Office U.S. Trade Office`
                if token > at + 1 && before.is_some() && listed == Listed::Country {
                    return token;
                }
                let several = end > token + 1 && !opened && head(self.document.word(self.end - 1)).is_none();
                if several && listed != Listed::People && person {
                    return token;
                }
            }
        }
        self.end
    }

    fn push(&mut self, tokens: Range<usize>, hint: Option<(EntityKind, u8)>, limit: usize, pieces: &mut Vec<Piece>) {
        let tokens = self.trim(tokens);
        let role = self.role.take();
        // A list of people without commas is nobody.
        if tokens.is_empty() || tokens.len() > LONGEST && hint.is_none() {
            return;
        }
        // A single small or counting word left over from a row names nothing.
        let alone = tokens.len() == 1;
        let word = self.document.word(tokens.start);
        if alone
            && hint.is_none()
            && (NOT_NAMES.get(word).is_some()
                || word.ends_with("ist") && !self.evidence.is_often_name(tokens.start)
                || self.document.raw(tokens.start).bytes().all(|letter| b"IVXL".contains(&letter))
                || ROLE_MODIFIERS.contains(word) && role.is_none() && self.evidence.is_lower_elsewhere(tokens.start))
        {
            return;
        }
        // `the Ministry`, `the Kingdom`: a common noun with a capital; `the two Koreas`: countries, not one of them.
        let article = before(self.document, tokens.start)
            .is_some_and(|token| is_one_of(self.document.word(token), "the a an two both"));
        let common =
            (head(word).is_some() || start(word).is_some()) && (article || self.evidence.is_opening(tokens.start));
        let several = word.strip_suffix('s').is_some_and(|one| matches!(country(one), Some((_, CountryWord::Name))));
        let bare = alone && hint.is_none() && self.is_bare(tokens.start);
        if alone && hint.is_none() && role.is_none() && (common || several)
            || bare && (role.is_none() || head(word).is_some())
        {
            return;
        }
        // `Eastern Europeans`, `Orthodox Jewish`
        let people = matches!(country(self.document.word(tokens.end - 1)), Some((_, CountryWord::Demonym)));
        if people && tokens.len() == 2 && hint.is_none() {
            return;
        }
        if alone && is_money_sign(self.document, tokens.start) {
            return;
        }
        if alone && self.document.raw(tokens.start).chars().count() < 2 {
            return;
        }
        let role = role.or_else(|| roles::after(self.document, self.evidence, tokens.end, limit));
        let hint = hint.or_else(|| {
            let form = phrase(self.document, tokens.clone());
            (tokens.len() > 1).then(|| self.opened(&tokens, &form)).flatten()
        });
        // `Cornelis van der Berg`
        let small = |token: usize| !self.document.is_capitalized(token);
        let bears = tokens.clone().any(|token| small(token) && is_one_of(self.document.word(token), PERSONAL));
        let hint = hint.or(bears.then_some((EntityKind::Person, 2)));
        pieces.push(Piece { tokens, role, hint });
    }

    /// Whether the token is a word that needs another one to name something, or none that names anything: `Office`,
    /// `Policy`, `CEOs`.
    fn is_bare(&self, token: usize) -> bool {
        let (word, raw) = (self.document.word(token), self.document.raw(token));
        let plural = is_plural_acronym(raw);
        let headed = head(word).is_some() && !is_surname(word) && !is_all_capitals(self.document, token);
        let ordinary = kinds::is_ordinary(self.document, self.evidence, token) && !self.evidence.is_often_name(token);
        // `Firefighters searched`, `Sadly, he`: what only its place gives a capital.
        let placed = self.evidence.is_opening(token)
            && !self.evidence.is_often_name(token)
            && given_name(word).is_none()
            && !is_surname(word)
            && ["ers", "ors", "sses", "ents", "ants", "ly", "ing"].into_iter().any(|ending| word.ends_with(ending));
        // `Witnesses`, wherever they stand.
        let group =
            SPEAKING_ROLES.contains(word) && ["ers", "ors", "sses", "cies"].into_iter().any(|end| word.ends_with(end));
        plural || headed || ordinary || placed || group
    }

    /// What a name is that begins as "Ministry of" or "Lake" does.
    fn opened(&self, tokens: &Range<usize>, form: &str) -> Option<(EntityKind, u8)> {
        let word = self.document.word(tokens.start);
        let kind = start(word)?;
        let linked = word::find(form, " of ").is_some() || word::find(form, " for ").is_some();
        // A bare word of office before another word ("Party Foo") says little; a hurricane's or a lake's much.
        let bare = kind == EntityKind::Event
            || is_one_of(word, "lake mount cape port fort camp isle saint st. st river hotel");
        (linked || bare).then_some((kind, 2))
    }

    /// Without marks and small words at either end.
    fn trim(&self, tokens: Range<usize>) -> Range<usize> {
        // Not the end of `Levi-On`.
        let loose = |token: usize| {
            is_one_of(self.document.word(token), "of for the and & 's ' - , on against")
                && !(self.document.is_glued(token) && self.document.is_capitalized(token))
        };
        let Range { mut start, mut end } = tokens;
        while start < end && loose(start) {
            start += 1;
        }
        while start < end && loose(end - 1) {
            end -= 1;
        }
        start..end
    }
}

/// Takes off a word that ran on to a name which the article has by itself as well: `London Maria Lopez` where there is
/// `Maria Lopez`.
pub(super) fn part(document: &Document, evidence: &Evidence, pieces: &mut Vec<Piece>) {
    let form = |tokens: Range<usize>| phrase(document, tokens);
    let known: Set<String> =
        pieces.iter().filter(|piece| piece.tokens.len() > 1).map(|piece| form(piece.tokens.clone())).collect();
    let mut extra = Vec::new();
    for piece in pieces.iter_mut().filter(|piece| piece.tokens.len() > 2) {
        let first = piece.tokens.start;
        let apart =
            evidence.listed(first).is_some() || is_all_capitals(document, first) && !is_initial(document, first);
        let sure = piece.hint.is_some_and(|(kind, certainty)| certainty > 1 && kind != EntityKind::Person);
        if !apart || sure || document.is_glued(first + 1) || !known.contains(&form(first + 1..piece.tokens.end)) {
            continue;
        }
        piece.tokens.start = first + 1;
        piece.hint = None;
        let kind = match evidence.listed(first) {
            Some((_, Listed::Organization)) => EntityKind::Organization,
            Some((_, Listed::Country | Listed::Capital | Listed::Place)) => EntityKind::Place,
            _ => continue,
        };
        extra.push(Piece { tokens: first..first + 1, role: None, hint: Some((kind, 3)) });
    }
    pieces.append(&mut extra);
    pieces.order_by_key(|piece| piece.tokens.start);
}

/// `MPs`, `CEOs`
fn is_plural_acronym(raw: &str) -> bool {
    raw.strip_suffix('s').is_some_and(|one| one.len() > 1 && one.chars().all(letter::is_capital))
}

/// Whether the token is the beginning of a sum: `US$`, `EUR 5`.
fn is_money_sign(document: &Document, token: usize) -> bool {
    let next = document.raw(token + 1);
    next.starts_with(['$', '£', '€', '¥'])
        || next.starts_with(|letter: char| letter.is_ascii_digit())
            && is_all_capitals(document, token)
            && CURRENCY_CODES.get(document.word(token)).is_some()
}
