//! A map that keeps its keys in order.

use std::{borrow::Borrow, cmp::Ordering, mem, slice, vec};

use super::sort::arrange;

/// Values by key, told in the order of the keys: what [`std::collections::BTreeMap`] is, in a fraction of its code.
///
/// A look-up is a binary search. A new key moves the positions behind it, a few bytes each, which is fast up to some ten
/// thousand keys; keys that come in order move nothing.
#[derive(Clone, Debug)]
pub struct Map<K, V> {
    /// In the order in which they came.
    entries: Vec<(K, V)>,
    /// Positions in `entries`, in the order of the keys.
    order: Vec<usize>,
}

/// The place of a key in a [`Map`].
#[derive(Debug)]
pub struct Entry<'a, K, V> {
    map: &'a mut Map<K, V>,
    key: K,
}

/// The entries of a [`Map`] in the order of their keys.
#[derive(Debug)]
pub struct Iter<'a, K, V> {
    entries: &'a [(K, V)],
    order: slice::Iter<'a, usize>,
}

impl<K, V> Map<K, V> {
    /// A map of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new(), order: Vec::new() }
    }

    /// How many keys there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries in the order of their keys.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { entries: &self.entries, order: self.order.iter() }
    }

    /// The keys in their order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// The values in the order of their keys.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// Where the key stands in the order, or where it would.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        search(&self.order, &mut |at| self.entries.get(at).map_or(Ordering::Equal, |(own, _)| own.borrow().cmp(key)))
    }

    /// The position of the key in `entries`.
    fn at<Q: Ord + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.order.get(self.place(key).ok()?).copied()
    }

    /// The value of the key.
    #[must_use]
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.entries.get(self.at(key)?).map(|(_, value)| value)
    }

    /// The value of the key, to be changed.
    #[must_use]
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.at(key)?;
        self.entries.get_mut(at).map(|(_, value)| value)
    }

    /// Whether the key has a value.
    #[must_use]
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Gives the key a value, and returns the one that it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.get_mut(&key) {
            Some(own) => Some(mem::replace(own, value)),
            None => {
                self.entry(key).or_insert(value);
                None
            }
        }
    }

    /// Takes the key and its value away.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let gone = self.order.remove(self.place(key).ok()?);
        for at in self.order.iter_mut().filter(|at| **at > gone) {
            *at -= 1;
        }
        Some(self.entries.remove(gone).1)
    }

    /// The place of the key, to be filled where it is empty.
    pub const fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { map: self, key }
    }
}

/// A binary search among positions.
fn search(order: &[usize], compare: &mut dyn FnMut(usize) -> Ordering) -> Result<usize, usize> {
    order.binary_search_by(|&at| compare(at))
}

/// The position that stands at a place in the order; a new one, the next, where there was none.
fn position(order: &mut Vec<usize>, place: Result<usize, usize>) -> usize {
    match place {
        Ok(place) => order.get(place).copied().unwrap_or_default(),
        Err(place) => {
            let next = order.len();
            order.insert(place, next);
            next
        }
    }
}

impl<'a, K: Ord, V> Entry<'a, K, V> {
    /// The key's value; `value` where it had none.
    #[expect(clippy::indexing_slicing, reason = "the position is that which was just found or filled")]
    pub fn or_insert(self, value: V) -> &'a mut V {
        let Self { map, key } = self;
        let place = map.place(&key);
        let at = position(&mut map.order, place);
        if place.is_err() {
            map.entries.push((key, value));
        }
        &mut map.entries[at].1
    }

    /// The key's value; the default where it had none.
    pub fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert(V::default())
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = vec::IntoIter<(K, V)>;

    fn into_iter(mut self) -> Self::IntoIter {
        arrange(&mut self.entries, self.order);
        self.entries.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.entries.get(*self.order.next()?).map(|(key, value)| (key, value))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn equals_the_standard_map(steps in prop::collection::vec((0_u8..40, 0_u8..3, 0_u16..9), 0..200)) {
            let (mut map, mut expected) = (Map::new(), BTreeMap::new());
            for (key, step, value) in steps {
                match step {
                    0 => prop_assert_eq!(map.insert(key, value), expected.insert(key, value)),
                    1 => prop_assert_eq!(map.remove(&key), expected.remove(&key)),
                    _ => {
                        *map.entry(key).or_default() += value;
                        *expected.entry(key).or_default() += value;
                    }
                }
                prop_assert_eq!(map.get(&key), expected.get(&key));
                prop_assert_eq!(map.len(), expected.len());
            }
            prop_assert!(map.iter().eq(expected.iter()));
            prop_assert_eq!(&map, &expected.clone().into_iter().rev().collect::<Map<_, _>>());
            prop_assert!(map.into_iter().eq(expected));
        }
    }
}
