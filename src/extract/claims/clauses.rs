//! Where one clause ends and the next begins.

use std::ops::Range;

use crate::{
    document::{Document, Tag, TokenKind},
    extract::claims::verbs::VerbGroup,
    lexicon::speech,
    word::is_one_of,
};

/// A stretch of a sentence that belongs to one verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its verb, as a position among the sentence's verb groups.
    pub group: Option<usize>,
    /// Where its own words begin, after a conjunction and the like.
    pub content: usize,
    /// Whether a relative pronoun opens it, so that its subject stands before it.
    pub relative: bool,
    /// Whether it goes on with the subject of the clause before: `and left`, `, killing three`.
    pub shares_subject: bool,
}

/// Cuts a sentence so that each finite verb has its own clause. A clause that another interrupts comes as two with the same
/// verb; they never overlap and hold every token. `forced` are tokens at which quoted words begin or end, in order.
#[must_use]
pub fn split(document: &Document, tokens: &Range<usize>, groups: &[VerbGroup], forced: &[usize]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut start = tokens.start;
    // A stretch without a verb that waits for one: "The bridge", before ", which is old,".
    let mut waiting: Option<usize> = None;
    let mut after = tokens.start;
    for (index, group) in groups.iter().enumerate() {
        let opener = opener(document, after, group, forced, index == 0, waiting.is_some());
        if opener.at > start {
            match clauses.last_mut() {
                // What stands between two clauses belongs to the one before.
                Some(last) if waiting.is_none() || last.group.is_some() => last.tokens.end = opener.at,
                _ => {
                    clauses.push(Clause {
                        tokens: start..opener.at,
                        group: None,
                        content: start,
                        relative: false,
                        shares_subject: false,
                    });
                    waiting = Some(clauses.len() - 1);
                }
            }
        }
        if let Some(position) = waiting
            && opener.resumes
            && let Some(clause) = clauses.get_mut(position)
        {
            clause.group = Some(index);
            waiting = None;
        }
        clauses.push(Clause {
            tokens: opener.at..group.tokens.end,
            group: Some(index),
            content: opener.content,
            relative: opener.relative,
            shares_subject: opener.shares_subject,
        });
        start = group.tokens.end;
        after = group.tokens.end;
    }
    match clauses.last_mut() {
        Some(last) => last.tokens.end = tokens.end,
        None => clauses.push(Clause {
            tokens: tokens.clone(),
            group: None,
            content: tokens.start,
            relative: false,
            shares_subject: false,
        }),
    }
    adopt(clauses)
}

/// Gives stretches that found no verb of their own to the clause after them.
fn adopt(clauses: Vec<Clause>) -> Vec<Clause> {
    let mut adopted: Vec<Clause> = Vec::with_capacity(clauses.len());
    let mut orphan: Option<usize> = None;
    let single = clauses.len() == 1;
    for mut clause in clauses {
        if clause.group.is_none() && !single {
            orphan.get_or_insert(clause.tokens.start);
            continue;
        }
        if let Some(start) = orphan.take() {
            clause.tokens.start = start;
        }
        adopted.push(clause);
    }
    adopted
}

struct Opener {
    at: usize,
    content: usize,
    relative: bool,
    shares_subject: bool,
    /// It goes on with the clause that waits for its verb.
    resumes: bool,
}

/// Where the clause of `group` begins, at or after the token `floor`.
fn opener(
    document: &Document,
    floor: usize,
    group: &VerbGroup,
    forced: &[usize],
    first: bool,
    waiting: bool,
) -> Opener {
    let verb = group.tokens.start;
    let forced = forced.iter().copied().filter(|&at| at > floor && at <= verb).max();
    let low = forced.unwrap_or(floor);
    let at = |at: usize, content: usize| Opener { at, content, relative: false, shares_subject: false, resumes: false };
    let adverbs = back_over_adverbs(document, verb, low);
    if !group.finite {
        let start = before_comma(document, adverbs, low);
        // At the start of a sentence its subject comes later.
        return Opener { shares_subject: true, ..at(if first && start <= low { low } else { start }, adverbs) };
    }
    let before = adverbs.checked_sub(1).filter(|&before| before >= low);
    let word = before.map_or("", |before| document.word(before));
    // The verb comes right after what opens the clause.
    if let Some(before) = before {
        if is_relative(document, before) && before > low.min(floor) {
            return Opener { relative: true, ..at(before_comma(document, before, low), before + 1) };
        }
        if is_one_of(word, "and or but then nor") && !first {
            return Opener { shares_subject: true, ..at(before_comma(document, before, low), before + 1) };
        }
        // "one problem: the mayor, a lawyer, never served": not the problem served.
        let colon = (low..before).rev().find(|&token| document.is_word(token, ": ;"));
        if let Some(colon) = colon.filter(|_| word == "," && !first && !waiting) {
            return at(colon + 1, colon + 1);
        }
        if is_one_of(word, ", — – -- )") && !first {
            return Opener { resumes: waiting, shares_subject: !waiting, ..at(adverbs, adverbs) };
        }
    }
    let subject = subject_start(document, adverbs, low);
    if subject >= adverbs && !first {
        // No subject: it goes on with the one that waits, or with the one before.
        return Opener { resumes: waiting, shares_subject: !waiting, ..at(adverbs, adverbs) };
    }
    // The nearest word that opens a clause before the subject.
    for marker in (low..subject).rev() {
        let word = document.word(marker);
        let near = subject - marker <= 12;
        if near && is_subordinator(document, marker) {
            let relative = is_relative(document, marker) && !document.is_word(marker, "that");
            let starts = before_comma(document, before_preposition(document, marker, low), low);
            if first && starts <= low {
                return at(low, marker + 1);
            }
            return Opener { relative: relative && subject == adverbs, ..at(starts, marker + 1) };
        }
        let is_dash = word == "-" && !document.is_glued(marker) && !document.is_glued(marker + 1);
        if (is_one_of(word, "; : — – --") || is_dash) && !first {
            return at(marker + 1, marker + 1);
        }
        if is_one_of(word, "and but or so yet") && document.tag(marker) == Tag::CC && !first && near {
            return at(before_comma(document, marker, low), marker + 1);
        }
        if word == "," && !first {
            // "After the storm hit, the bridge closed": the clause begins after the comma, unless only an apposition stands between.
            let mut start = marker + 1;
            // The mark that closes a quotation belongs to what it closes.
            while start < subject && document.kind(start) == Some(TokenKind::QuoteMark) && document.is_glued(start) {
                start += 1;
            }
            return at(start, start);
        }
    }
    if first {
        return at(low, low);
    }
    forced.map_or_else(|| at(subject, subject), |forced| at(forced, forced))
}

/// The first of the adverbs that stand right before `verb`.
fn back_over_adverbs(document: &Document, verb: usize, low: usize) -> usize {
    let mut at = verb;
    while at > low && (document.tag(at - 1).is_adverb() && !is_subordinator(document, at - 1)) {
        at -= 1;
    }
    at
}

/// The token itself, or the comma right before it.
fn before_comma(document: &Document, token: usize, low: usize) -> usize {
    if token > low && document.is_word(token - 1, ", — – -- (") { token - 1 } else { token }
}

/// The preposition before a relative pronoun: `in which`.
fn before_preposition(document: &Document, token: usize, low: usize) -> usize {
    let pronoun = document.is_word(token, "which whom whose");
    if pronoun && token > low && document.tag(token - 1) == Tag::IN { token - 1 } else { token }
}

/// Whether the token is a relative pronoun.
pub fn is_relative(document: &Document, token: usize) -> bool {
    matches!(document.tag(token), Tag::WDT | Tag::WP | Tag::WPS)
        || (document.is_word(token, "that") && matches!(document.tag(token), Tag::IN | Tag::WDT))
}

fn is_subordinator(document: &Document, token: usize) -> bool {
    let word = document.word(token);
    if !speech::SUBORDINATORS.contains(word) {
        return false;
    }
    match word {
        // "this many", "that bridge"
        "that" => matches!(document.tag(token), Tag::IN | Tag::WDT | Tag::Other),
        "so" | "once" => document.tag(token) == Tag::IN,
        // A preposition unless a clause follows at once: its noun phrase must not be closed by a comma.
        "after" | "before" | "since" | "until" | "till" | "as" => {
            document.tag(token) != Tag::RB && document.tag(token + 1) != Tag::VBG
        }
        _ => true,
    }
}

/// Where the noun phrase that ends before `end` begins; `end` where there is none.
fn subject_start(document: &Document, end: usize, low: usize) -> usize {
    let mut at = end;
    while at > low {
        let before = at - 1;
        let tag = document.tag(before);
        let word = document.word(before);
        let part = tag.is_noun()
            || tag.is_adjective()
            || matches!(
                tag,
                Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::POS | Tag::PDT | Tag::EX | Tag::VBN | Tag::VBG
            )
            || matches!(document.kind(before), Some(TokenKind::Number | TokenKind::Symbol | TokenKind::Address))
            || (matches!(word, "-" | "." | "/" | "&") && at < end)
            || (at < end && matches!(word, "of") && before > low)
            || (at < end
                && tag == Tag::IN
                && !is_subordinator(document, before)
                && before > low
                && document.tag(before - 1).is_noun())
            || (at < end
                && word == "and"
                && before > low
                && document.tag(before - 1).is_noun()
                && is_short(document, before + 1, end))
            || matches!(document.kind(before), Some(TokenKind::QuoteMark));
        if !part || (tag.is_adverb() && at == end) {
            break;
        }
        at = before;
        // A pronoun is a phrase by itself.
        if tag == Tag::PRP || tag == Tag::EX {
            break;
        }
    }
    at
}

/// Whether `and` joins two names rather than two clauses: only a few words follow it.
fn is_short(document: &Document, start: usize, end: usize) -> bool {
    end - start <= 3 && !matches!(document.tag(start), Tag::DT | Tag::PRP | Tag::PRPS)
}
