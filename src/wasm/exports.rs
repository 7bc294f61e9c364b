//! The functions that JavaScript calls.

use js_sys::Reflect;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{
    error::{Error, ErrorKind},
    wasm::{input, transfer},
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Reads and compares the articles of a story.
///
/// @throws {CrossreadError} with a `code` where the story cannot be read at all.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "Story")] story: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options | null")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let analysis = input::options(options)
        .and_then(|options| crate::analyze(&input::story(story)?, &options))
        .map_err(|error| thrown(&error))?;
    transfer::Analysis::from(&analysis).serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// Whether two sentences report the same thing, from 0 to 1.
#[wasm_bindgen]
#[must_use]
pub fn similarity(a: &str, b: &str) -> f64 {
    crate::similarity(a, b)
}

/// The package's version.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Cuts a text into words and sentences, and says how many sentences there are.
#[cfg(feature = "bench")]
#[wasm_bindgen]
#[must_use]
pub fn split(text: &str) -> u32 {
    crate::bench::split(text) as u32
}

/// Panics, as a defect of the program would: what the caller then meets can be tested only where it happens.
#[cfg(feature = "fault")]
#[wasm_bindgen]
#[expect(clippy::panic, reason = "it is there for that")]
pub fn fault() {
    panic!("a fault that was asked for");
}

/// An `Error` with the name `CrossreadError` and a `code`.
pub fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(error.message());
    thrown.set_name("CrossreadError");
    let code = Reflect::set(&thrown, &JsValue::from_str("code"), &JsValue::from_str(error.code()));
    debug_assert!(code.is_ok(), "a new error object takes properties");
    thrown.into()
}

/// Sets up what happens if the program fails: the console is told where, the caller gets an error of the code
/// `internal`, and the next call runs on a fresh instance.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        wasm_bindgen::handler::schedule_reinit();
        let error = Error::new(ErrorKind::Internal, "crossread failed on this input; the next call starts afresh");
        wasm_bindgen::throw_val(thrown(&error));
    }));
}
