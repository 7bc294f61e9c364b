//! Order at a small price: a sort, a map and a set that are compiled once for all types, nearly.
//!
//! Those of the standard library are made for speed and compiled anew for every type; together the copies were a third of
//! the program's code. What is ordered here is short, and the program is paid for in bytes.

pub mod map;
mod set;
mod sort;

pub use map::Map;
pub use set::Set;
pub use sort::Order;
