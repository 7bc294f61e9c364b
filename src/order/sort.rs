//! One merge sort for all types.

use std::{cmp::Ordering, mem};

/// Puts the elements of a slice in order. Always stable: equal elements keep their order.
pub trait Order<T> {
    /// Puts the elements in their own order.
    fn order(&mut self)
    where
        T: Ord;

    /// Puts the elements in the order that `compare` gives.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Puts the elements in the order of their keys. A key is made anew for each comparison.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Puts the elements in the order of their keys. Every key is made once.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Order<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let sorted = sorted_positions(self.len(), &mut |a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        arrange(self, sorted);
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let sorted = sorted_positions(self.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
        arrange(self, sorted);
    }
}

/// The positions `0..len` in the order that `compare` gives: a merge sort from the bottom up, which compares neighbouring
/// runs once where they are in order already.
fn sorted_positions(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..len).collect();
    let mut to = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        to.clear();
        for pair in from.chunks(width * 2) {
            let (left, right) = pair.split_at_checked(width).unwrap_or((pair, &[]));
            merge(left, right, &mut to, compare);
        }
        mem::swap(&mut from, &mut to);
        width *= 2;
    }
    from
}

/// Appends two ordered runs to `to` as one.
fn merge(
    mut left: &[usize],
    mut right: &[usize],
    to: &mut Vec<usize>,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) {
    let mut is_before = |a: &usize, b: &usize| compare(*a, *b) == Ordering::Less;
    if let (Some(last), Some(first)) = (left.last(), right.first())
        && is_before(first, last)
    {
        while let (Some((a, rest_of_left)), Some((b, rest_of_right))) = (left.split_first(), right.split_first()) {
            if is_before(b, a) {
                to.push(*b);
                right = rest_of_right;
            } else {
                to.push(*a);
                left = rest_of_left;
            }
        }
    }
    to.extend_from_slice(left);
    to.extend_from_slice(right);
}

/// Moves the element at `sources[i]` to position `i`, for all `i`.
pub(super) fn arrange<T>(items: &mut [T], sources: Vec<usize>) {
    debug_assert_eq!(items.len(), sources.len(), "every element has one place");
    follow(sources, &mut |a, b| items.swap(a, b));
}

/// The swaps along the cycles of `sources` that move every element to its place.
fn follow(mut sources: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..sources.len() {
        let mut at = start;
        while let Some(source) = sources.get_mut(at).map(|source| mem::replace(source, at))
            && source != start
            && source != at
        {
            swap(at, source);
            at = source;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn equals_the_standard_sort(items in prop::collection::vec(0_u16..200, 0..300)) {
            let mut expected = items.clone();
            expected.sort_unstable();
            let mut ordered = items;
            ordered.order();
            prop_assert_eq!(ordered, expected);
        }

        #[test]
        fn is_stable(keys in prop::collection::vec(0_u8..6, 0..100)) {
            let items: Vec<(u8, usize)> = keys.into_iter().enumerate().map(|(at, key)| (key, at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|&(key, _)| key);
            let mut ordered = items.clone();
            ordered.order_by_key(|&(key, _)| key);
            prop_assert_eq!(&ordered, &expected);
            let mut ordered = items;
            ordered.order_by_cached_key(|&(key, _)| key.to_string());
            prop_assert_eq!(&ordered, &expected);
        }
    }

    #[test]
    fn runs_that_are_in_order_are_compared_once() {
        let mut comparisons = 0;
        (0..1024).collect::<Vec<_>>().order_by(|a, b| {
            comparisons += 1;
            a.cmp(b)
        });
        assert_eq!(comparisons, 1023);
    }
}
