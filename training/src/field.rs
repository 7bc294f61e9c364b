//! A linear-chain conditional random field and its training by gradient descent.
//!
//! Weights are found by FTRL-Proximal, which drives those that matter little to exactly nothing: H. B. McMahan et al.,
//! Ad Click Prediction: a View from the Trenches, KDD 2013. Everything runs in one fixed order.

/// One token: the cells where its features' rows begin, or nothing where the label is certain.
#[derive(Clone, Debug)]
pub struct Site {
    pub rows: Vec<u32>,
    pub certain: bool,
    pub gold: u8,
}

/// How weights are learnt.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub alpha: f32,
    pub beta: f32,
    pub l1: f32,
    pub l2: f32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    /// What the model works with: the learnt value, or the step nearest to it.
    used: f32,
    value: f32,
    z: f32,
    n: f32,
}

/// The weights.
#[derive(Debug)]
pub struct Field {
    labels: usize,
    scored: usize,
    cells: Vec<Weight>,
    transitions: Vec<Weight>,
    /// Which cells may be anything but nothing; all where there is no mask.
    mask: Option<Vec<bool>>,
    /// How many steps a unit has where weights are to be whole steps.
    steps: Option<f32>,
    limit: f32,
}

const UNLIKELY: f32 = 1e-4;

impl Field {
    pub fn new(labels: usize, scored: usize, cells: usize) -> Self {
        let transitions = vec![Weight::default(); (labels + 1) * labels];
        Self { labels, scored, cells: vec![Weight::default(); cells], transitions, mask: None, steps: None, limit: 1e9 }
    }

    /// A field with some cells filled, which alone may change, in whole steps up to `largest`.
    pub fn filled(
        labels: usize,
        scored: usize,
        cells: &[f32],
        transitions: &[f32],
        steps: f32,
        largest: f32,
        rates: Rates,
    ) -> Self {
        let mut field = Self::new(labels, scored, cells.len());
        field.steps = Some(steps);
        field.limit = largest / steps;
        field.mask = Some(cells.iter().map(|&value| value != 0.0).collect());
        for (weight, &value) in field.cells.iter_mut().zip(cells) {
            weight.start(value, rates);
        }
        for (weight, &value) in field.transitions.iter_mut().zip(transitions) {
            weight.start(value, rates);
        }
        field.round();
        field
    }

    fn round(&mut self) {
        let (steps, limit) = (self.steps, self.limit);
        for weight in &mut self.cells {
            weight.settle(steps, limit);
        }
        for weight in &mut self.transitions {
            weight.settle(steps, 127.0 / 15.0 * limit);
        }
    }

    pub fn cells(&self) -> Vec<f32> {
        self.cells.iter().map(|weight| weight.used).collect()
    }

    pub fn transitions(&self) -> Vec<f32> {
        self.transitions.iter().map(|weight| weight.used).collect()
    }

    pub fn cell_counts(&self) -> Vec<f32> {
        self.cells.iter().map(|weight| weight.n).collect()
    }

    /// Learns from one sentence and returns its negative log likelihood.
    pub fn learn(&mut self, sentence: &[Site], rates: Rates, work: &mut Work) -> f64 {
        let labels = self.labels;
        let length = sentence.len();
        work.prepare(length, labels);
        for (weight, out) in self.transitions.iter().zip(&mut work.transitions) {
            *out = libm::expf(weight.used);
        }
        // How likely each label is by the token alone.
        let mut loss = 0.0_f64;
        for (site, scores) in sentence.iter().zip(work.scores.chunks_exact_mut(labels)) {
            scores.fill(0.0);
            if site.certain {
                scores[usize::from(site.gold)] = 1.0;
                continue;
            }
            for &row in &site.rows {
                let row = row as usize;
                for (score, weight) in scores.iter_mut().zip(&self.cells[row..row + self.scored]) {
                    *score += weight.used;
                }
            }
            let best = scores[..self.scored].iter().copied().fold(f32::MIN, f32::max);
            loss -= f64::from(scores[usize::from(site.gold)] - best);
            for score in &mut scores[..self.scored] {
                *score = libm::expf(*score - best);
            }
            scores[self.scored..].fill(0.0);
        }
        // Forward, each column made to add up to one.
        for at in 0..length {
            let (done, rest) = work.forward.split_at_mut(at * labels);
            let column = &mut rest[..labels];
            if at == 0 {
                column.copy_from_slice(&work.transitions[..labels]);
            } else {
                column.fill(0.0);
                for (before, &mass) in done[(at - 1) * labels..].iter().enumerate() {
                    if mass > 0.0 {
                        let row = &work.transitions[(before + 1) * labels..(before + 2) * labels];
                        for (out, transition) in column.iter_mut().zip(row) {
                            *out += mass * transition;
                        }
                    }
                }
            }
            let mut total = 0.0;
            for (out, score) in column.iter_mut().zip(&work.scores[at * labels..]) {
                *out *= score;
                total += *out;
            }
            loss += libm::log(f64::from(total));
            for out in column.iter_mut() {
                *out /= total;
            }
            work.totals[at] = total;
        }
        // The loss of the transitions themselves.
        let mut before = 0;
        for site in sentence {
            loss -= f64::from(self.transitions[before * labels + usize::from(site.gold)].used);
            before = usize::from(site.gold) + 1;
        }
        // Backward, and what is expected of each pair.
        work.gradient.fill(0.0);
        work.backward[(length - 1) * labels..length * labels].fill(1.0);
        for at in (0..length).rev() {
            let mut ahead = [0.0_f32; 64];
            for (label, ahead) in ahead[..labels].iter_mut().enumerate() {
                *ahead = work.scores[at * labels + label] * work.backward[at * labels + label] / work.totals[at];
            }
            if at == 0 {
                for (label, ahead) in ahead[..labels].iter().enumerate() {
                    work.gradient[label] += work.transitions[label] * ahead;
                }
                break;
            }
            for before in 0..labels {
                let mass = work.forward[(at - 1) * labels + before];
                let row = (before + 1) * labels..(before + 2) * labels;
                let mut sum = 0.0;
                if mass > 0.0 {
                    let gradient = &mut work.gradient[row.clone()];
                    for ((transition, ahead), gradient) in work.transitions[row].iter().zip(&ahead).zip(gradient) {
                        let product = transition * ahead;
                        sum += product;
                        *gradient += mass * product;
                    }
                }
                work.backward[(at - 1) * labels + before] = sum;
            }
        }
        let mut before = 0;
        for site in sentence {
            work.gradient[before * labels + usize::from(site.gold)] -= 1.0;
            before = usize::from(site.gold) + 1;
        }
        // Change the weights.
        let (steps, limit) = (self.steps, self.limit);
        for (weight, &gradient) in self.transitions.iter_mut().zip(&work.gradient) {
            if gradient.abs() > UNLIKELY {
                weight.learn(gradient, Rates { l1: 0.0, ..rates }, steps, 127.0 / 15.0 * limit);
            }
        }
        for (at, site) in sentence.iter().enumerate().filter(|(_, site)| !site.certain) {
            for label in 0..self.scored {
                let mut gradient = work.forward[at * labels + label] * work.backward[at * labels + label];
                if label == usize::from(site.gold) {
                    gradient -= 1.0;
                }
                if gradient.abs() <= UNLIKELY {
                    continue;
                }
                for &row in &site.rows {
                    let cell = row as usize + label;
                    if self.mask.as_ref().is_none_or(|mask| mask[cell]) {
                        self.cells[cell].learn(gradient, rates, steps, limit);
                    }
                }
            }
        }
        loss
    }
}

impl Weight {
    fn start(&mut self, value: f32, rates: Rates) {
        self.value = value;
        self.n = 1.0;
        // The z from which the same value follows.
        if value != 0.0 {
            self.z = -value * ((rates.beta + self.n.sqrt()) / rates.alpha + rates.l2) - rates.l1 * value.signum();
        }
    }

    fn settle(&mut self, steps: Option<f32>, limit: f32) {
        self.used = self.value.clamp(-limit, limit);
        if let Some(steps) = steps {
            self.used = (self.used * steps).round() / steps;
        }
    }

    fn learn(&mut self, gradient: f32, rates: Rates, steps: Option<f32>, limit: f32) {
        let square = gradient * gradient;
        let sigma = ((self.n + square).sqrt() - self.n.sqrt()) / rates.alpha;
        self.z += gradient - sigma * self.value;
        self.n += square;
        self.value = if self.z.abs() <= rates.l1 {
            0.0
        } else {
            -(self.z - self.z.signum() * rates.l1) / ((rates.beta + self.n.sqrt()) / rates.alpha + rates.l2)
        };
        self.settle(steps, limit);
    }
}

/// Room for the sums of one sentence.
#[derive(Debug, Default)]
pub struct Work {
    scores: Vec<f32>,
    forward: Vec<f32>,
    backward: Vec<f32>,
    totals: Vec<f32>,
    transitions: Vec<f32>,
    gradient: Vec<f32>,
}

impl Work {
    fn prepare(&mut self, length: usize, labels: usize) {
        for sums in [&mut self.scores, &mut self.forward, &mut self.backward] {
            sums.clear();
            sums.resize(length * labels, 0.0);
        }
        self.totals.resize(length, 0.0);
        self.transitions.resize((labels + 1) * labels, 0.0);
        self.gradient.resize((labels + 1) * labels, 0.0);
    }
}

/// The order in which sentences are seen: shuffled anew for each round by a linear congruential generator.
#[derive(Debug)]
pub struct Shuffle(u64);

impl Shuffle {
    pub const fn new() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// True as often as `share` says.
    pub fn chance(&mut self, share: f64) -> bool {
        (self.next() as f64) < share * (1_u64 << 31) as f64
    }

    pub fn order(&mut self, length: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..length).collect();
        for at in (1..length).rev() {
            order.swap(at, (self.next() as usize) % (at + 1));
        }
        order
    }
}
