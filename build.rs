//! Turns the readable lists of `src/lexicon/data` and `src/view/messages` into the compact form that the program carries.
//!
//! A list is a text file with one entry a line: a key, or a key, a tab and a value. Lines that start with `#` and empty
//! lines are left out, the rest is sorted by bytes so that the program can search it in place, without any work at
//! start-up. An entry that stands twice is an error: it is either a slip or two facts that contradict each other.

use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
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
    let mut text = String::new();
    for (key, value) in entries {
        text.push_str(key);
        if !value.is_empty() {
            text.push('\t');
            text.push_str(value);
        }
        text.push('\n');
    }
    Ok(text)
}
