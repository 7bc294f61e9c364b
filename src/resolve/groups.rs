//! Which forms are the same thing: disjoint sets.

/// Sets of positions; each set is known by its smallest member.
pub(super) struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    /// As many sets as positions.
    pub(super) fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    /// The smallest member of the set that holds `member`.
    pub(super) fn find(&mut self, member: usize) -> usize {
        let mut root = member;
        while let Some(&parent) = self.parents.get(root).filter(|&&parent| parent != root) {
            root = parent;
        }
        let mut at = member;
        while let Some(parent) = self.parents.get_mut(at).filter(|parent| **parent != root) {
            at = std::mem::replace(parent, root);
        }
        root
    }

    /// Makes the sets of both one.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(parent) = self.parents.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
}
