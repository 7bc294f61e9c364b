//! A file's text with dormant mutants in it: places of the source that are written otherwise, and how they nest.

use std::{collections::BTreeSet, fmt::Write, ops::Range};

/// What an edit writes.
pub enum Piece {
    /// These words.
    Text(String),
    /// The source at this place, with the edits inside it.
    Source(Range<usize>),
    /// Words that stand there for one mutant's sake, and are left out with it.
    Mutant(u32, String),
}

/// A place that is written otherwise. An empty place is an insertion.
pub struct Edit {
    pub range: Range<usize>,
    pub pieces: Vec<Piece>,
}

impl Edit {
    /// The numbers of its mutants; an edit without any is always made.
    fn mutants(&self) -> Vec<u32> {
        let number = |piece: &Piece| if let Piece::Mutant(number, _) = piece { Some(*number) } else { None };
        self.pieces.iter().filter_map(number).collect()
    }
}

/// A file as it is compiled, and what in it belongs to which mutants.
#[derive(Default)]
pub struct Written {
    pub text: String,
    /// Places in `text`, each with the mutants that are to blame for an error there.
    pub places: Vec<(Range<usize>, Vec<u32>)>,
}

impl Written {
    /// The mutants of the smallest place that holds the first byte of an error, or else of those that the error holds.
    pub fn blamed(&self, error: &Range<usize>) -> Vec<u32> {
        let holding = self.places.iter().filter(|(place, _)| place.start <= error.start && error.end <= place.end);
        let held = self.places.iter().filter(|(place, _)| error.start <= place.start && place.end <= error.end);
        match holding.min_by_key(|(place, _)| place.len()) {
            Some((_, mutants)) => mutants.clone(),
            None => held.flat_map(|(_, mutants)| mutants.clone()).collect(),
        }
    }
}

/// Writes a source with its edits, without the mutants that were `dropped`.
pub fn written(source: &str, edits: &mut [Edit], dropped: &BTreeSet<u32>) -> Written {
    // What holds stands before what is held.
    edits.sort_by_key(|edit| (edit.range.start, usize::MAX - edit.range.end));
    let mut out = Written::default();
    write(source, edits, 0, 0..source.len(), dropped, &mut out);
    out
}

fn write(source: &str, edits: &[Edit], from: usize, range: Range<usize>, dropped: &BTreeSet<u32>, out: &mut Written) {
    let mut at = range.start;
    for (index, edit) in edits.iter().enumerate().skip(from) {
        let (start, end) = (edit.range.start, edit.range.end);
        if start > range.end || end > range.end {
            break;
        }
        let mutants = edit.mutants();
        let alive: Vec<u32> = mutants.iter().copied().filter(|mutant| !dropped.contains(mutant)).collect();
        if start < at || alive.is_empty() && !mutants.is_empty() {
            continue; // What was written with an edit that holds it; or nothing is left of it.
        }
        out.text.push_str(&source[at..start]);
        let begun = out.text.len();
        for piece in &edit.pieces {
            match piece {
                Piece::Text(text) => out.text.push_str(text),
                Piece::Source(inside) => write(source, edits, index + 1, inside.clone(), dropped, out),
                Piece::Mutant(number, text) if !dropped.contains(number) => {
                    let start = out.text.len();
                    _ = write!(out.text, "{text}");
                    out.places.push((start..out.text.len(), vec![*number]));
                }
                Piece::Mutant(..) => {}
            }
        }
        if !alive.is_empty() {
            out.places.push((begun..out.text.len(), alive));
        }
        at = end;
    }
    out.text.push_str(&source[at..range.end]);
}
