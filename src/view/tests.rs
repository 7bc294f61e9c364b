//! The view over a small story made by hand.
