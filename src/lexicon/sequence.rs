//! A trained model that labels a row of tokens: a linear-chain conditional random field with small whole weights.
//!
//! A feature is a 32-bit hash. It leads to one of many slots, few of which are taken; a taken slot has a row of weights,
//! one for each label. No key is stored beside the slot: of the features that were never trained, one in some sixty finds
//! a row that is not its own, and training has seen to it that this does little harm. All arithmetic is on integers, so
//! every platform gives the same labels. `training/` makes the models, `models/` holds them.
//!
//! Sources: J. Lafferty, A. McCallum, F. Pereira, Conditional Random Fields, ICML 2001; K. Weinberger et al., Feature
//! Hashing for Large Scale Multitask Learning, ICML 2009.

/// The first bytes of every model.
pub const MAGIC: [u8; 4] = *b"XSEQ";

/// The largest weight of a cell in either direction, in the model's own small units.
pub const MAX_WEIGHT: i32 = 15;

/// What a cell holds for a weight of nothing.
const ZERO: u8 = 16;

/// How many rows may be added before the sum no longer fits a byte: 8 × 31 = 248.
const ROWS_PER_SUM: i32 = 8;

/// How far below the best label of a token another may score, by the token's own features, and still be tried.
const BEAM: i32 = 60;

/// How many labels of a token are tried at most.
const WIDTH: usize = 8;

/// A model that scores `8 × WORDS` labels at most. Labels beyond those are for tokens that need no scoring.
#[derive(Debug)]
pub struct Model<const WORDS: usize> {
    version: u8,
    labels: usize,
    slots: Slots,
    /// A row of `8 × WORDS` cells for each slot that is taken.
    cells: Box<[u8]>,
    transitions: Box<[i8]>,
}

/// Which slots are taken, and how many before each.
#[derive(Debug)]
pub struct Slots {
    count: u32,
    /// For each 64 slots: a bit for each that is taken, and the number taken before.
    taken: Box<[(u64, u32)]>,
}

impl Slots {
    /// `count` slots, those taken that `taken` names in ascending order.
    #[must_use]
    pub fn new(count: u32, taken: impl Iterator<Item = u32>) -> Self {
        let mut words = vec![(0_u64, 0_u32); count as usize / 64 + 1].into_boxed_slice();
        for slot in taken {
            if let Some((bits, _)) = words.get_mut(slot as usize / 64) {
                *bits |= 1 << (slot % 64);
            }
        }
        let mut before = 0;
        for (bits, rank) in &mut words {
            *rank = before;
            before += bits.count_ones();
        }
        Self { count, taken: words }
    }

    /// The slot of a feature among `count`.
    #[must_use]
    pub const fn slot(feature: u32, count: u32) -> u32 {
        ((feature as u64 * count as u64) >> 32) as u32
    }

    /// The row of a feature, if its slot is taken.
    #[must_use]
    pub fn row(&self, feature: u32) -> Option<usize> {
        let slot = Self::slot(feature, self.count);
        let &(bits, rank) = self.taken.get(slot as usize / 64)?;
        let bit = 1_u64 << (slot % 64);
        (bits & bit != 0).then(|| rank as usize + (bits & (bit - 1)).count_ones() as usize)
    }
}

/// The scores of every label for one token.
#[derive(Clone, Copy, Debug)]
pub struct Scores<const WORDS: usize> {
    /// For each eight labels: those of even and those of odd position, sixteen bits each.
    sums: [(u64, u64); WORDS],
    rows: i32,
}

/// One label of one token, on the best way to it.
#[derive(Clone, Copy, Debug)]
struct Step {
    label: u8,
    /// The position among the steps of the token before.
    back: u8,
    score: i32,
}

/// The labels tried for each token of a sentence; kept from sentence to sentence so that nothing is allocated.
#[derive(Debug, Default)]
pub struct Lattice {
    steps: Vec<Step>,
    /// Where each token's steps end.
    ends: Vec<usize>,
}

impl<const WORDS: usize> Model<WORDS> {
    /// Reads a model. `None` where the bytes are not a model of this shape.
    ///
    /// The bytes: magic, version, number of labels; number of slots, of rows, of filled cells (32 bits each, little
    /// endian); transitions from the start and from each label; the gaps between taken slots; the gaps between filled
    /// cells, label by label; the filled cells. A gap of 255 only moves on, and the next one adds to it.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let (&[version, labels], rest) = rest.split_first_chunk::<2>()?;
        let labels = usize::from(labels);
        let (count, rest) = number(rest)?;
        let (rows, rest) = number(rest)?;
        let (filled, rest) = number(rest)?;
        let (transitions, rest) = rest.split_at_checked((labels + 1) * labels)?;
        let (gaps, weights) = rest.split_at_checked(rest.len().checked_sub(filled as usize)?)?;
        let mut gaps = Gaps { gaps: gaps.iter(), next: 0 };
        let slots = Slots::new(count, gaps.by_ref().take(rows as usize));
        gaps.next = 0;
        let mut cells = vec![ZERO; rows as usize * WORDS * 8].into_boxed_slice();
        let mut read = 0;
        for (&weight, at) in weights.iter().zip(gaps.by_ref()) {
            let (label, row) = (at.checked_div(rows)? as usize, (at % rows) as usize);
            *cells.get_mut(row * WORDS * 8 + label)? = ZERO.wrapping_add(weight);
            read += 1;
        }
        // Anything left over or missing means that the bytes were cut.
        if read != weights.len() || gaps.next().is_some() {
            return None;
        }
        let transitions = transitions.iter().map(|&byte| byte.cast_signed()).collect();
        Some(Self { version, labels, slots, cells, transitions })
    }

    /// The version of the features that the model was trained with.
    #[must_use]
    pub const fn version(&self) -> u8 {
        self.version
    }

    /// The number of labels.
    #[must_use]
    pub const fn labels(&self) -> usize {
        self.labels
    }

    /// Adds up the rows of `features`.
    #[must_use]
    pub fn score(&self, features: &[u32]) -> Scores<WORDS> {
        const EVEN: u64 = 0x00ff_00ff_00ff_00ff;
        let mut scores = Scores { sums: [(0, 0); WORDS], rows: 0 };
        // Eight labels are added at once, each in a byte of its own, and moved on before a byte can be full.
        let mut bytes = [0_u64; WORDS];
        for row in features.iter().filter_map(|&feature| self.slots.row(feature)) {
            let cells = self.cells.get(row * WORDS * 8..(row + 1) * WORDS * 8).unwrap_or_default();
            for (sum, eight) in bytes.iter_mut().zip(cells.chunks_exact(8)) {
                *sum += eight.try_into().map_or(0, u64::from_le_bytes);
            }
            scores.rows += 1;
            if scores.rows % ROWS_PER_SUM == 0 {
                for (sum, bytes) in scores.sums.iter_mut().zip(&mut bytes) {
                    sum.0 += *bytes & EVEN;
                    sum.1 += (*bytes >> 8) & EVEN;
                    *bytes = 0;
                }
            }
        }
        for (sum, bytes) in scores.sums.iter_mut().zip(bytes) {
            sum.0 += bytes & EVEN;
            sum.1 += (bytes >> 8) & EVEN;
        }
        scores
    }

    /// What it adds to a way that `label` follows `before`, or begins the sentence.
    fn transition(&self, before: Option<u8>, label: u8) -> i32 {
        let row = before.map_or(0, |before| usize::from(before) + 1);
        self.transitions.get(row * self.labels + usize::from(label)).map_or(0, |&weight| i32::from(weight))
    }
}

impl<const WORDS: usize> Scores<WORDS> {
    /// The scores of all labels, in the model's small units.
    fn unpack(&self) -> [[i32; 8]; WORDS] {
        let least = self.rows * i32::from(ZERO);
        self.sums.map(|(even, odd)| {
            let mut lanes = [even, odd];
            let mut eight = [0; 8];
            for (label, score) in eight.iter_mut().enumerate() {
                // The low sixteen bits are the next label's.
                if let Some(lane) = lanes.get_mut(label % 2) {
                    *score = (*lane & 0xffff) as i32 - least;
                    *lane >>= 16;
                }
            }
            eight
        })
    }
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*number), rest))
}

/// The positions that gaps lead to.
struct Gaps<'a> {
    gaps: std::slice::Iter<'a, u8>,
    next: u32,
}

impl Iterator for Gaps<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        loop {
            let &gap = self.gaps.next()?;
            self.next = self.next.checked_add(u32::from(gap))?;
            if gap < u8::MAX {
                let at = self.next;
                self.next = at.checked_add(1)?;
                return Some(at);
            }
        }
    }
}

impl Lattice {
    /// Forgets the last sentence.
    pub fn clear(&mut self) {
        self.steps.clear();
        self.ends.clear();
    }

    /// Adds a token that can only have one label.
    pub fn push_certain<const WORDS: usize>(&mut self, model: &Model<WORDS>, label: u8) {
        let from = self.steps.len();
        self.push_step(model, label, 0, self.last_steps());
        self.ends.push(from + 1);
    }

    /// Adds a token, with the scores of its labels.
    pub fn push<const WORDS: usize>(&mut self, model: &Model<WORDS>, scores: &Scores<WORDS>) {
        let before = self.last_steps();
        let scores = scores.unpack();
        let scores = scores.as_flattened();
        let scores = scores.get(..model.labels).unwrap_or(scores);
        let best = scores.iter().fold(i32::MIN, |best, &score| best.max(score));
        // Where more labels are near the best than are tried, the limit is drawn closer.
        let mut limit = best - BEAM;
        while limit < best && scores.iter().filter(|&&score| score >= limit).count() > WIDTH {
            limit += 4;
        }
        for (label, &score) in (0..).zip(scores) {
            if score >= limit {
                self.push_step(model, label, score, before.clone());
            }
        }
        self.ends.push(self.steps.len());
    }

    fn last_steps(&self) -> std::ops::Range<usize> {
        let end = self.ends.last().copied().unwrap_or(0);
        let start = self.ends.len().checked_sub(2).and_then(|at| self.ends.get(at)).copied().unwrap_or(0);
        start..end
    }

    fn push_step<const WORDS: usize>(
        &mut self,
        model: &Model<WORDS>,
        label: u8,
        score: i32,
        before: std::ops::Range<usize>,
    ) {
        let (mut back, mut best) = (0_u8, i32::MIN);
        for (at, step) in self.steps.get(before).unwrap_or_default().iter().enumerate() {
            let way = step.score + model.transition(Some(step.label), label);
            if way > best {
                (back, best) = (u8::try_from(at).unwrap_or(0), way);
            }
        }
        if best == i32::MIN {
            best = model.transition(None, label);
        }
        self.steps.push(Step { label, back, score: best + score });
    }

    /// The labels of the best way, from the last token to the first.
    pub fn best(&self) -> impl Iterator<Item = u8> {
        let last = self.steps.get(self.last_steps()).unwrap_or_default();
        let mut best = 0;
        for (at, step) in last.iter().enumerate() {
            if last.get(best).is_some_and(|other| step.score > other.score) {
                best = at;
            }
        }
        let mut next = best;
        (0..self.ends.len()).rev().map_while(move |token| {
            let start = token.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
            let step = self.steps.get(start + next)?;
            next = usize::from(step.back);
            Some(step.label)
        })
    }
}

/// Makes one hash of a template's number and what fills it.
#[must_use]
pub const fn combine(template: u32, first: u32, second: u32) -> u32 {
    let mut hash = template.wrapping_mul(0x9e37_79b1) ^ first;
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 15;
    hash = hash.rotate_left(13) ^ second;
    hash = hash.wrapping_mul(0xc2b2_ae35);
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x27d4_eb2f);
    hash ^ (hash >> 15)
}

/// The hash of no bytes: the start of [`extend`].
pub const EMPTY: u32 = 0x811c_9dc5;

/// The hash of some bytes and one more (FNV-1a).
#[must_use]
pub const fn extend(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two labels; of 640 slots, those of features 0 and half the hashes are taken. The second label may not follow
    /// itself.
    fn model() -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([7, 2]);
        for number in [640_u32, 2, 3] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend([0, 0, 0, 0, 0, 0x9c]);
        bytes.extend([0, 255, 64, 0, 1, 0]);
        bytes.extend([5, 3, 0xfe]);
        bytes
    }

    #[test]
    fn reads_what_was_written() {
        let model = Model::<1>::read(&model()).expect("a model");
        assert_eq!((model.version(), model.labels()), (7, 2));
        let scores = |features: &[u32]| {
            let [[first, second, ..]] = model.score(features).unpack();
            [first, second]
        };
        assert_eq!(scores(&[0]), [5, 3]);
        assert_eq!(scores(&[1 << 31]), [0, -2]);
        assert_eq!(scores(&[0, 1 << 31, u32::MAX]), [5, 1]);
        assert_eq!(scores(&[0; 40]), [200, 120]);
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let model = model();
        for length in 0..model.len() {
            assert!(Model::<1>::read(&model[..length]).is_none(), "{length}");
        }
        assert!(Model::<1>::read(b"no model at all, whatever its length may be").is_none());
    }

    #[test]
    fn transitions_decide_between_ways() {
        let mut bytes = model();
        // Now the second label is the better one for feature 0.
        let end = bytes.len();
        bytes[end - 2] = 9;
        let model = Model::<1>::read(&bytes).expect("a model");
        let mut lattice = Lattice::default();
        for _ in 0..2 {
            lattice.clear();
            for features in [[0], [0], [0]] {
                lattice.push(&model, &model.score(&features));
            }
            let mut labels: Vec<u8> = lattice.best().collect();
            labels.reverse();
            assert_eq!(labels, [1, 0, 1]);
        }
    }

    #[test]
    fn nothing_has_no_labels() {
        assert_eq!(Lattice::default().best().count(), 0);
    }
}
