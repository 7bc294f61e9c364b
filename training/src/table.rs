//! Makes a small hashed table out of a trained field.

use std::collections::{BTreeMap, BTreeSet};

use crossread::lexicon::sequence::{MAGIC, Slots};

use crate::field::{Field, Rates, Shuffle, Site, Work};

/// A token as it comes from the library: its features, or none where the label is certain, and the right label.
#[derive(Clone, Debug)]
pub struct Described {
    pub features: Vec<u32>,
    pub certain: bool,
    pub gold: u8,
}

/// What a model is trained with.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub version: u8,
    pub labels: usize,
    pub scored: usize,
    /// How often a feature must occur to be learnt from.
    pub cutoff: u32,
    pub rounds: usize,
    pub rates: Rates,
    /// How many of a token's features are hidden each time it is learnt from.
    pub dropout: f64,
    /// How many weights to keep.
    pub weights: usize,
    /// How many features to keep.
    pub features: usize,
    /// How much a cell's activity in training adds to its weight's importance, as an exponent.
    pub activity: f32,
    /// How many slots for each feature kept.
    pub room: u32,
    /// How many steps a unit of log odds has.
    pub steps: f32,
    pub largest: f32,
    /// How often to go over everything again once the table is hashed.
    pub tuning: usize,
    pub tuning_rates: Rates,
}

/// Trains a model and returns its bytes.
pub fn train(sentences: &[Vec<Described>], plan: &Plan) -> Vec<u8> {
    let numbers = number(sentences, plan.cutoff);
    eprintln!("{} features, {} sentences", numbers.len(), sentences.len());
    let sites = |place: &dyn Fn(u32) -> Option<u32>| -> Vec<Vec<Site>> {
        let site = |token: &Described| Site {
            rows: token.features.iter().filter_map(|&feature| place(feature)).collect(),
            certain: token.certain,
            gold: token.gold,
        };
        sentences.iter().map(|sentence| sentence.iter().map(site).collect()).collect()
    };
    let scored = plan.scored as u32;

    let mut field = Field::new(plan.labels, plan.scored, numbers.len() * plan.scored);
    let exact = sites(&|feature| numbers.get(&feature).map(|number| number * scored));
    learn(&mut field, &exact, plan.rounds, plan.rates, plan.dropout);
    drop(exact);

    // The weights that matter most, in the rows of their features' slots.
    let mut kept: Vec<(f32, u32, usize)> = Vec::new();
    let (cells, counts) = (field.cells(), field.cell_counts());
    for (&feature, &number) in &numbers {
        for label in 0..plan.scored {
            let cell = number as usize * plan.scored + label;
            if cells[cell] != 0.0 {
                let importance = cells[cell].abs() * libm::powf(counts[cell], plan.activity);
                kept.push((importance, feature, label));
            }
        }
    }
    eprintln!("{} weights are not nothing", kept.len());
    kept.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    // A feature costs a key as well as its weights, so that few features with many weights are cheapest.
    let mut totals: BTreeMap<u32, f32> = BTreeMap::new();
    for &(importance, feature, _) in &kept {
        *totals.entry(feature).or_default() += importance;
    }
    let mut best: Vec<(f32, u32)> = totals.into_iter().map(|(feature, total)| (total, feature)).collect();
    best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let features: BTreeSet<u32> = best.into_iter().take(plan.features).map(|(_, feature)| feature).collect();
    kept.retain(|(_, feature, _)| features.contains(feature));
    kept.truncate(plan.weights);
    let features: BTreeSet<u32> = kept.iter().map(|&(_, feature, _)| feature).collect();
    let count = features.len() as u32 * plan.room;
    let taken: BTreeSet<u32> = features.iter().map(|&feature| Slots::slot(feature, count)).collect();
    let slots = Slots::new(count, taken.iter().copied());
    eprintln!("{} features kept in {} rows", features.len(), taken.len());
    let mut hashed = vec![0.0; taken.len() * plan.scored];
    for &(_, feature, label) in &kept {
        let weight = cells[numbers[&feature] as usize * plan.scored + label];
        let cell: &mut f32 = &mut hashed[slots.row(feature).unwrap_or(0) * plan.scored + label];
        if cell.abs() < weight.abs() {
            *cell = weight;
        }
    }

    let mut field = Field::filled(
        plan.labels,
        plan.scored,
        &hashed,
        &field.transitions(),
        plan.steps,
        plan.largest,
        plan.tuning_rates,
    );
    let tuned = sites(&|feature| slots.row(feature).map(|row| row as u32 * scored));
    learn(&mut field, &tuned, plan.tuning, plan.tuning_rates, 0.0);
    write(&field, plan, count, &taken)
}

fn learn(field: &mut Field, sentences: &[Vec<Site>], rounds: usize, rates: Rates, dropout: f64) {
    let mut work = Work::default();
    let mut shuffle = Shuffle::new();
    for round in 0..rounds {
        let order = shuffle.order(sentences.len());
        let mut loss = 0.0;
        for at in order {
            if dropout == 0.0 {
                loss += field.learn(&sentences[at], rates, &mut work);
            } else {
                // With some features hidden each time, none is relied on too much.
                let mut sentence = sentences[at].clone();
                for site in &mut sentence {
                    site.rows.retain(|_| !shuffle.chance(dropout));
                }
                loss += field.learn(&sentence, rates, &mut work);
            }
        }
        eprintln!("round {}: loss {:.0}", round + 1, loss);
    }
}

/// Numbers the features that occur often enough.
fn number(sentences: &[Vec<Described>], cutoff: u32) -> BTreeMap<u32, u32> {
    let mut all: Vec<u32> = sentences.iter().flatten().flat_map(|token| token.features.iter().copied()).collect();
    all.sort_unstable();
    let often =
        all.chunk_by(|a, b| a == b).filter(|same| same.len() >= cutoff as usize).filter_map(|same| same.first());
    often.copied().zip(0..).collect()
}

/// The bytes that the library reads: see `Model::read`.
fn write(field: &Field, plan: &Plan, count: u32, taken: &BTreeSet<u32>) -> Vec<u8> {
    let whole = |weight: f32| (weight * plan.steps).round() as i8 as u8;
    let cells = field.cells();
    let rows = taken.len();
    let cell = |at: usize| whole(cells[at % rows * plan.scored + at / rows]);
    let filled: Vec<usize> = (0..cells.len()).filter(|&at| cell(at) != 0).collect();
    eprintln!("{} weights", filled.len());
    let mut bytes = MAGIC.to_vec();
    bytes.extend([plan.version, plan.labels as u8]);
    for number in [count, rows as u32, filled.len() as u32] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(field.transitions().into_iter().map(whole));
    bytes.extend(gaps(taken.iter().map(|&slot| slot as usize)));
    bytes.extend(gaps(filled.iter().copied()));
    bytes.extend(filled.into_iter().map(cell));
    bytes
}

fn gaps(positions: impl Iterator<Item = usize>) -> Vec<u8> {
    let (mut gaps, mut next) = (Vec::new(), 0);
    for position in positions {
        let mut gap = position - next;
        while gap >= 255 {
            gaps.push(255);
            gap -= 255;
        }
        gaps.push(gap as u8);
        next = position + 1;
    }
    gaps
}
