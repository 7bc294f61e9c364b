//! Reads what bounds or moves a number: `about`, `more than`, `or so`, `rose`.

use crate::{
    document::Document,
    extract::cursor::Cursor,
    lexicon::measure::{CHANGES, MODIFIERS},
    quantity::{Modifier, Unit},
    word::is_one_of,
};

/// The words before the number that bound it: where they start and what they say.
pub(super) fn before(cursor: &Cursor<'_>, first: usize) -> Option<(usize, Modifier)> {
    let longest = (cursor.at - first).min(4);
    for count in (1..=longest).rev() {
        let start = cursor.at - count;
        let mut words = Cursor { at: start, end: cursor.at, ..*cursor };
        let Some(sign) = words.phrase(&MODIFIERS).filter(|_| words.at == cursor.at) else { continue };
        if (Cursor { at: start, ..words }).is_turn_around() {
            return None;
        }
        let modifier = match sign {
            "~" => Modifier::Approximate,
            ">" => Modifier::More,
            "<" => Modifier::Less,
            "G" => Modifier::AtLeast,
            _ => Modifier::AtMost,
        };
        return Some((start, modifier));
    }
    None
}

/// The words after the number that bound it: `or more`, `or so`, `plus`. Steps over them.
pub(super) fn after(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    let modifier = match (cursor.word(), cursor.ahead(1)) {
        ("and", "more" | "above" | "up") | ("or", "more" | "above" | "greater" | "higher") => Modifier::AtLeast,
        ("or", "so") => Modifier::Approximate,
        ("or", "less" | "fewer" | "below") => Modifier::AtMost,
        ("+" | "plus", _) if cursor.is_glued() => {
            cursor.skip(1);
            return Some(Modifier::AtLeast);
        }
        _ => return None,
    };
    cursor.skip(2);
    Some(modifier)
}

/// Whether the words before `start` make the number a rise or a fall, and the token that does.
pub(super) fn change(
    cursor: &Cursor<'_>,
    start: usize,
    first: usize,
    unit: &Unit,
    range: bool,
) -> Option<(Modifier, usize)> {
    // "added a 10-yard run" tells of no rise.
    if matches!(unit, Unit::Measure(_)) && cursor.ahead(1) == "-" {
        return None;
    }
    let mut at = start;
    for _ in 0..3 {
        at = at.checked_sub(1).filter(|&at| at >= first)?;
        let word = cursor.document.word(at);
        // "fell from 12 to 9"
        if is_one_of(word, "by another slightly further sharply roughly only just as much a") || range && word == "from"
        {
            continue;
        }
        // "a rise of 12 percent"
        let of = word == "of" && at.checked_sub(1).is_some_and(|noun| cursor.document.tag(noun).is_noun());
        if of && matches!(unit, Unit::Percent | Unit::PercentagePoint | Unit::Currency(_)) {
            continue;
        }
        let sign = CHANGES.get(word)?;
        // "lost 13 soldiers" and "gained two seats" tell of an event, not of a figure's change.
        let event = word.starts_with("add")
            || word.starts_with("los")
            || word.starts_with("gain")
            || word.starts_with("shed")
            || word.starts_with("advanc")
            || word == "lower"
            || word.starts_with("drop");
        // "gave up 517 yards", "drew up 12 plans"
        let adverb = is_one_of(word, "up down");
        if (event || adverb) && matches!(unit, Unit::Counted(name) if !name.ends_with("points")) {
            return None;
        }
        return Some((if sign == "up" { Modifier::Up } else { Modifier::Down }, at));
    }
    None
}

/// Whether the words after a share make it a rise or a fall, and the token that does: `a 12% fall in`, `12% less than`.
pub(super) fn change_after(document: &Document, end: usize, unit: &Unit) -> Option<(Modifier, usize)> {
    if *unit != Unit::Percent {
        return None;
    }
    let sign = match document.word(end) {
        "less" | "fewer" | "lower" if document.word(end + 1) == "than" => "down",
        "more" | "higher" if document.word(end + 1) == "than" => "up",
        word if matches!(document.word(end + 1), "in" | "from" | "on") && document.tag(end).is_noun() => {
            CHANGES.get(word)?
        }
        _ => return None,
    };
    Some((if sign == "up" { Modifier::Up } else { Modifier::Down }, end))
}
