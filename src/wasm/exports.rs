//! The functions that JavaScript calls.

use js_sys::{Array, Function, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{
    error::{Error, ErrorKind},
    options::{Options, SummaryLength},
    view,
    wasm::{input, transfer, widget::messages},
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

/// The page of a story for rendering ahead, and what was found. Called by the package's `render`, which has checked that
/// `length` is one of a summary's and that `sections` names sections, with spaces between them.
///
/// @throws {CrossreadError} with a `code` where the story cannot be read at all.
#[wasm_bindgen(unchecked_return_type = "[html: string, analysis: Analysis]")]
pub fn rendered(
    #[wasm_bindgen(unchecked_param_type = "Story")] story: &JsValue,
    length: &str,
    sections: &str,
    words: Option<String>,
    #[wasm_bindgen(unchecked_optional_param_type = "(what: string, value: string) => string")] format: Option<Function>,
) -> Result<Array, JsValue> {
    let story = input::story(story).map_err(|error| thrown(&error))?;
    let analysis = crate::analyze(&story, &Options::default()).map_err(|error| thrown(&error))?;
    let length = SummaryLength::from_name(length).unwrap_or(SummaryLength::Medium);
    let page = view::render(&analysis, length, sections, &messages(words, format));
    let found = transfer::Analysis::from(&analysis).serialize(&Serializer::json_compatible())?;
    Ok(Array::of2(&JsValue::from_str(&page), &found))
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

/// Has the next call run on a fresh instance, and all objects of this one be gone. For after a trap, of which the program
/// itself learns nothing: it leaves the stack where it was, and what was borrowed borrowed.
#[wasm_bindgen]
pub fn renew() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Fails, as a defect of the program would: what the caller then meets can be tested only where it happens. `how` is
/// `panic`, `memory` for asking for more than there is, `stack` for calling itself without end, and else a trap.
#[cfg(feature = "fault")]
#[wasm_bindgen]
#[expect(clippy::panic, reason = "it is there for that")]
pub fn fault(how: &str) {
    match how {
        "panic" => panic!("a fault that was asked for"),
        "memory" => {
            let mut taken = Vec::new();
            loop {
                taken.push(vec![1_u8; 1 << 28]);
                std::hint::black_box(&taken);
            }
        }
        "stack" => {
            fn deeper(depth: u64) -> u64 {
                std::hint::black_box([depth; 64]).iter().sum::<u64>() + deeper(std::hint::black_box(depth + 1))
            }
            std::hint::black_box(deeper(0));
        }
        _ => std::process::abort(),
    }
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
