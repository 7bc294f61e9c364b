//! Turns the readable lists of `src/lexicon/data` and `src/view/messages` into the compact form that the program carries.
//!
//! A list is a text file with one entry a line: a key, or a key, a tab and a value. Lines that start with `#` and empty
//! lines are left out, the rest is sorted by bytes and written in a form that compresses well. An entry that stands twice is an error: it is either a slip or two facts that contradict each other.

use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

/// The bytes of the stack of the WebAssembly; rustc's default is twice as much.
const STACK: usize = 512 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    // All data stands behind the stack, and what begins below a mebibyte has shorter addresses in the code.
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK}");
    }
    compact_all(Path::new("src/lexicon/data"), &Path::new(&out).join("lexicon"))?;
    compact_all(Path::new("src/view/messages"), &Path::new(&out).join("messages"))
}

fn compact_all(lists: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(out)?;
    println!("cargo::rerun-if-changed={}", lists.display());
    for entry in fs::read_dir(lists)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let name = path.file_name().ok_or("a list without a name")?;
        fs::write(out.join(name), compact(&fs::read_to_string(&path)?, &path)?)?;
    }
    Ok(())
}

/// The entries in the form that `src/lexicon/table.rs` unpacks: the keys, sorted by bytes, each without what it shares with
/// the key before it but after a control character that says how many bytes that is, and one; then, where there are any, a
/// zero byte and the values in the same order, one a line. Most words begin as their neighbours do, and values are like values: a compressor that finds
/// them so makes a tenth less of them.
fn compact(list: &str, path: &Path) -> Result<String, Box<dyn Error>> {
    let mut entries = BTreeMap::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (key, value) = line.split_once('\t').unwrap_or((line, ""));
        if key.trim() != key || value.trim() != value || key.is_empty() {
            return Err(format!("{}: stray white space in {line:?}", path.display()).into());
        }
        if entries.insert(key, value).is_some() {
            return Err(format!("{}: {key:?} stands twice", path.display()).into());
        }
    }
    let (mut keys, mut values, mut before) = (String::new(), String::new(), "");
    for (key, value) in entries {
        let same = key.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let shared = same.take_while(|&end| before.get(..end) == key.get(..end)).last().unwrap_or(0);
        let shared = if shared <= MOST_SHARED { shared } else { 0 };
        keys.push(char::from(1 + u8::try_from(shared)?));
        keys.push_str(key.get(shared..).unwrap_or_default());
        values.push_str(value);
        values.push('\n');
        before = key;
    }
    if values.bytes().any(|byte| byte != b'\n') {
        keys.push('\0');
        keys.push_str(&values);
    }
    Ok(keys)
}

/// The most bytes that a key may share with the one before it: their number and one is a control character.
const MOST_SHARED: usize = 30;
