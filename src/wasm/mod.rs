//! The border to JavaScript: what crosses it, in which form, and how errors look there.
//!
//! Only this room knows that JavaScript exists. What crosses the border are types of its own, so that the inner types can
//! change freely; offsets are UTF-8 bytes inside and become UTF-16 code units here, once. The types and the conversion
//! compile everywhere, so that native programs can give the same bytes; the rest exists only in the wasm.

pub mod transfer;
pub mod utf16;

#[cfg(target_arch = "wasm32")]
pub mod exports;
#[cfg(target_arch = "wasm32")]
mod input;
#[cfg(target_arch = "wasm32")]
pub mod widget;
