//! Number words, scales, currencies, units, modifiers.
