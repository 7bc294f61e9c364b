//! Makes a small hashed table out of a trained field.

use std::collections::BTreeMap;

use crossread::lexicon::sequence::{MAGIC, row};

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
    /// How many weights to keep.
    pub weights: usize,
    /// How many cells for each weight kept.
    pub room: f64,
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
    learn(&mut field, &exact, plan.rounds, plan.rates);
    drop(exact);

    // The weights that matter most, where their features' hashes lead.
    let mut kept: Vec<(f32, u32, usize)> = Vec::new();
    let cells = field.cells();
    for (&feature, &number) in &numbers {
        for label in 0..plan.scored {
            let weight = cells[number as usize * plan.scored + label];
            if weight != 0.0 {
                kept.push((weight, feature, label));
            }
        }
    }
    eprintln!("{} weights are not nothing", kept.len());
    kept.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    kept.truncate(plan.weights);
    let rows = (plan.weights as f64 * plan.room) as u32;
    let mut hashed = vec![0.0; rows as usize + plan.scored];
    for &(weight, feature, label) in &kept {
        let cell: &mut f32 = &mut hashed[row(feature, rows) + label];
        if *cell == 0.0 || cell.abs() < weight.abs() {
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
    let tuned = sites(&|feature| Some(row(feature, rows) as u32));
    learn(&mut field, &tuned, plan.tuning, plan.tuning_rates);
    write(&field, plan, rows)
}

fn learn(field: &mut Field, sentences: &[Vec<Site>], rounds: usize, rates: Rates) {
    let mut work = Work::default();
    let mut shuffle = Shuffle::new();
    for round in 0..rounds {
        let order = shuffle.order(sentences.len());
        let loss: f64 = order.iter().map(|&at| field.learn(&sentences[at], rates, &mut work)).sum();
        eprintln!("round {}: loss {:.0}", round + 1, loss);
    }
}

/// Numbers the features that occur often enough.
fn number(sentences: &[Vec<Described>], cutoff: u32) -> BTreeMap<u32, u32> {
    let mut all: Vec<u32> = sentences.iter().flatten().flat_map(|token| token.features.iter().copied()).collect();
    all.sort_unstable();
    let often = all.chunk_by(|a, b| a == b).filter(|same| same.len() >= cutoff as usize).filter_map(|same| same.first());
    often.copied().zip(0..).collect()
}

/// The bytes that the library reads: see `Model::read`.
fn write(field: &Field, plan: &Plan, rows: u32) -> Vec<u8> {
    let whole = |weight: f32| (weight * plan.steps).round() as i32;
    let (mut gaps, mut weights) = (Vec::new(), Vec::new());
    let mut gap = 0_usize;
    for weight in field.cells().into_iter().map(whole) {
        if weight == 0 {
            gap += 1;
            continue;
        }
        while gap >= 255 {
            gaps.push(255);
            gap -= 255;
        }
        gaps.push(gap as u8);
        weights.push(weight as i8 as u8);
        gap = 0;
    }
    eprintln!("{} weights in {rows} cells", weights.len());
    let mut bytes = MAGIC.to_vec();
    bytes.extend([plan.version, plan.labels as u8]);
    bytes.extend(rows.to_le_bytes());
    bytes.extend((weights.len() as u32).to_le_bytes());
    bytes.extend(field.transitions().into_iter().map(|weight| whole(weight) as i8 as u8));
    bytes.extend(gaps);
    bytes.extend(weights);
    bytes
}
