//! A set in order.

use std::borrow::Borrow;

use super::Map;

/// Elements in their order, each once: what [`std::collections::BTreeSet`] is, in a fraction of its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T> {
    map: Map<T, ()>,
}

impl<T> Set<T> {
    /// A set of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { map: Map::new() }
    }

    /// How many elements there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// The elements in their order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.map.keys()
    }
}

impl<T: Ord> Set<T> {
    /// Takes all elements away.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Whether the element is there.
    #[must_use]
    pub fn contains<Q: Ord + ?Sized>(&self, element: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.map.contains_key(element)
    }

    /// Adds the element; whether it is new.
    pub fn insert(&mut self, element: T) -> bool {
        self.map.insert(element, ()).is_none()
    }

    /// Takes the element away; whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, element: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.map.remove(element).is_some()
    }

    /// The elements that are also in `other`.
    pub fn intersection<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a T> {
        self.iter().filter(|element| other.contains(*element))
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut set = Self::new();
        set.extend(elements);
        set
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, elements: I) {
        for element in elements {
            self.insert(element);
        }
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::iter::Map<std::vec::IntoIter<(T, ())>, fn((T, ())) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter().map(|(element, ())| element)
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::iter::Map<super::map::Iter<'a, T, ()>, fn((&'a T, &'a ())) -> &'a T>;

    fn into_iter(self) -> Self::IntoIter {
        self.map.iter().map(|(element, ())| element)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_told_once_and_in_order() {
        let mut set: Set<&str> = ["storm", "coast", "storm", "rain"].into_iter().collect();
        assert_eq!(set.len(), 3);
        assert!(!set.insert("rain") && set.insert("wind"));
        assert!(set.remove("storm") && !set.remove("storm"));
        assert_eq!(set.iter().collect::<Vec<_>>(), [&"coast", &"rain", &"wind"]);
        assert_eq!(set.intersection(&["wind", "sun"].into_iter().collect()).collect::<Vec<_>>(), [&"wind"]);
        assert_eq!(set.into_iter().collect::<Vec<_>>(), ["coast", "rain", "wind"]);
    }
}
