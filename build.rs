//! Turns the readable lists of `src/lexicon/data` and `src/view/messages` into the compact form that the program carries.
//!
//! A list is a text file with one entry a line: a key, or a key, a tab and a value. Lines that start with `#` and empty
//! lines are left out. An entry that stands twice is an error: it is either a slip or two facts that contradict each other.
//! A line `#: endings` says that values are kept as what becomes of the key's end, a line `#: bits N` how surely a word that
//! is not listed is told from one that is.
//!
//! No key is kept. Whether a word is in a list is asked of two tables (see `src/lexicon/retrieval.rs`), as [`BITS`]
//! questions whose answers are all no for what is listed. A word that is not listed passes one time in 2^BITS, except that
//! no word that stands in any list or in `src/lexicon/vocabulary.txt` passes where it should not. The questions after those
//! spell the code of the key's value.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use retrieval::{PREFIX_BITS, WORDS, answer, hash, mask, question, start};

#[path = "src/lexicon/retrieval.rs"]
mod retrieval;

/// The bytes of the stack of the WebAssembly; rustc's default is twice as much.
const STACK: usize = 512 * 1024;

/// How many questions tell what is listed from what is not.
const BITS: u32 = 18;

/// Words that no list may take for its own.
const VOCABULARY: &str = "src/lexicon/vocabulary.txt";

struct List {
    /// Where it goes in the output: `lexicon/places`.
    name: PathBuf,
    bits: u32,
    endings: bool,
    entries: BTreeMap<String, String>,
}

/// The bits of each value of a list, the commonest shortest.
#[derive(Default)]
struct Code {
    /// How many values there are of each length, from one bit on.
    counts: Vec<usize>,
    /// The values in the order of their codes.
    values: Vec<String>,
    bits: BTreeMap<String, Vec<bool>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    // All data stands behind the stack, and what begins below a mebibyte has shorter addresses in the code.
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK}");
    }
    println!("cargo::rerun-if-changed=src/lexicon/retrieval.rs");
    println!("cargo::rerun-if-changed={VOCABULARY}");
    let mut lists = Vec::new();
    for (folder, name) in [("src/lexicon/data", "lexicon"), ("src/view/messages", "messages")] {
        println!("cargo::rerun-if-changed={folder}");
        fs::create_dir_all(out.join(name))?;
        let mut paths =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        for path in paths {
            let list = read(&path, &Path::new(name).join(path.file_stem().ok_or("a list without a name")?));
            lists.push(list.map_err(|error| format!("{}: {error}", path.display()))?);
        }
    }
    let codes: Vec<Code> = lists.iter().map(code).collect();
    let (first, second) = tables(&lists, &codes)?;
    fs::write(out.join("first.bin"), first)?;
    fs::write(out.join("second.bin"), second)?;
    for (number, (list, code)) in lists.iter().zip(&codes).enumerate() {
        fs::write(out.join(&list.name).with_extension("rs"), written(number, list, code)?)?;
    }
    Ok(())
}

fn read(path: &Path, name: &Path) -> Result<List, Box<dyn Error>> {
    let mut list = List { name: name.to_owned(), bits: BITS, endings: false, entries: BTreeMap::new() };
    let text = fs::read_to_string(path)?;
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("#: ") {
            Some("endings") => list.endings = true,
            Some(other) => list.bits = other.strip_prefix("bits ").ok_or("a setting that is not known")?.parse()?,
            None if line.starts_with('#') => {}
            None => {
                let (key, value) = line.split_once('\t').unwrap_or((line, ""));
                if key.trim() != key || value.trim() != value || key.is_empty() {
                    return Err(format!("stray white space in {line:?}").into());
                }
                if list.entries.insert(key.to_owned(), value.to_owned()).is_some() {
                    return Err(format!("{key:?} stands twice").into());
                }
            }
        }
    }
    Ok(list)
}

impl List {
    /// What is kept for a value: with endings, a letter that says how many bytes of the key fall away, `a` for none, and
    /// what comes in their place.
    fn kept(&self, key: &str, value: &str) -> String {
        if !self.endings {
            return value.to_owned();
        }
        let same = key.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let shared = same.take_while(|&end| value.get(..end) == key.get(..end)).last().unwrap_or(0);
        let mut kept = String::from(char::from(b'a' + (key.len() - shared) as u8));
        kept.push_str(value.get(shared..).unwrap_or_default());
        kept
    }

    /// The beginnings of its phrases, each up to and with a space.
    fn prefixes(&self) -> BTreeSet<&str> {
        let spaces = |key: &'_ String| key.match_indices(' ').map(|(at, _)| at + 1).collect::<Vec<_>>();
        self.entries.keys().flat_map(|key| spaces(key).into_iter().filter_map(|end| key.get(..end))).collect()
    }
}

/// A canonical Huffman code of the values.
fn code(list: &List) -> Code {
    let mut counts = BTreeMap::new();
    for (key, value) in &list.entries {
        *counts.entry(list.kept(key, value)).or_insert(0_usize) += 1;
    }
    // Trees of values, the lightest joined first; ties go by what was there first.
    let mut depths: BTreeMap<&String, usize> = counts.keys().map(|value| (value, 0)).collect();
    let mut trees: BTreeSet<(usize, usize, Vec<&String>)> =
        counts.iter().enumerate().map(|(at, (value, &count))| (count, at, vec![value])).collect();
    while trees.len() > 1 {
        let Some(((a, order, mut values), (b, _, more))) = trees.pop_first().zip(trees.pop_first()) else { break };
        values.extend(more);
        values.iter().for_each(|value| *depths.entry(value).or_default() += 1);
        trees.insert((a + b, counts.len() + order, values));
    }
    let mut values: Vec<(usize, Reverse<usize>, &String)> = depths
        .into_iter()
        .map(|(value, depth)| (depth, Reverse(counts.get(value).copied().unwrap_or(0)), value))
        .collect();
    values.sort();
    let mut code = Code::default();
    let (mut next, mut length) = (0_usize, 0);
    for (depth, _, value) in values {
        next <<= depth - length;
        length = depth;
        code.counts.resize(depth, 0);
        if let Some(count) = code.counts.last_mut() {
            *count += 1;
        }
        code.bits.insert(value.clone(), (0..depth).rev().map(|bit| next >> bit & 1 == 1).collect());
        code.values.push(value.clone());
        next += 1;
    }
    code
}

/// The tables that answer all questions about all lists: all but the last of those that tell what is listed, and the rest.
fn tables(lists: &[List], codes: &[Code]) -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let vocabulary = fs::read_to_string(VOCABULARY)?;
    let mut words = BTreeSet::new();
    for line in vocabulary.lines().filter(|line| !line.starts_with('#')) {
        let (word, endings) = line.split_once('\t').unwrap_or((line, ""));
        words.insert(word.to_owned());
        words.extend(endings.split(' ').map(|ending| [word, ending].concat()));
    }
    for (key, value) in lists.iter().flat_map(|list| &list.entries) {
        words.insert(key.clone());
        words.extend(key.split(' ').chain(value.split(' ')).map(str::to_owned));
    }
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for (number, (list, code)) in (0_u8..).zip(lists.iter().zip(codes)) {
        let last = list.bits - 1;
        for (key, value) in &list.entries {
            let key_hash = hash(number, key);
            first.extend((0..last).map(|bit| (question(key_hash, bit), false)));
            second.push((question(key_hash, last), false));
            let bits = code.bits.get(&list.kept(key, value)).ok_or("a value without a code")?;
            second.extend((list.bits..).zip(bits).map(|(bit, &set)| (question(key_hash, bit), set)));
        }
        for prefix in list.prefixes() {
            first.extend((0..PREFIX_BITS).map(|bit| (question(hash(number, prefix), bit), false)));
        }
    }
    let first = solve(&first).ok_or("no table answers all questions")?;
    for (number, list) in (0_u8..).zip(lists) {
        for word in words.iter().filter(|word| !list.entries.contains_key(*word)) {
            let word = hash(number, word);
            if !(0..list.bits - 1).any(|bit| answer(&first, question(word, bit))) {
                second.push((question(word, list.bits - 1), true));
            }
        }
    }
    let second = solve(&second).ok_or("no table answers all questions")?;
    Ok((first, second))
}

/// The smallest table that answers the questions as it should; none where that is not possible.
fn solve(questions: &[(u64, bool)]) -> Option<Vec<u8>> {
    let least = questions.len() / 8 + 8 * WORDS;
    (12..100).find_map(|room| solve_in(questions, least + least * room / 1000))
}

/// An equation: its answer, and its mask from the first bit on that is set.
type Row = ([u64; WORDS], bool);

/// A table of so many bytes that answers the questions as it should, by Gaussian elimination.
fn solve_in(questions: &[(u64, bool)], bytes: usize) -> Option<Vec<u8>> {
    let mut rows: Vec<Option<Row>> = vec![None; bytes * 8];
    for &(question, answer) in questions {
        let mut at = start(question, bytes) * 8;
        let mut word = question;
        let masks = [(); WORDS].map(|()| {
            word = mask(word);
            word
        });
        let mut row = (masks, answer ^ (question % 2 == 1));
        loop {
            let Some(skipped) = shift(&mut row.0) else {
                if row.1 {
                    return None;
                }
                break;
            };
            at += skipped;
            match rows.get_mut(at)? {
                Some((mask, answer)) => {
                    row.0.iter_mut().zip(mask).for_each(|(word, other)| *word ^= *other);
                    row.1 ^= *answer;
                }
                empty => {
                    *empty = Some(row);
                    break;
                }
            }
        }
    }
    let mut table = vec![0_u8; bytes + 8 * WORDS];
    for (at, row) in rows.iter().enumerate().rev() {
        let Some((mask, answer)) = row else { continue };
        let set = |bit: &usize| table.get((at + bit) / 8).is_some_and(|byte| byte >> ((at + bit) % 8) & 1 == 1);
        let masked = |bit: &usize| mask.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1);
        if *answer != ((1..64 * WORDS).filter(masked).filter(set).count() % 2 == 1) {
            *table.get_mut(at / 8)? |= 1 << (at % 8);
        }
    }
    table.truncate(bytes);
    Some(table)
}

/// Shifts a mask down until its first bit is set, and tells by how many bits; nothing where none is set.
fn shift(mask: &mut [u64; WORDS]) -> Option<usize> {
    let words = mask.iter().position(|&word| word != 0)?;
    mask.copy_within(words.., 0);
    mask.iter_mut().rev().take(words).for_each(|word| *word = 0);
    let bits = mask.first()?.trailing_zeros();
    let mut above = 0;
    for word in mask.iter_mut().rev() {
        let here = *word;
        *word = here >> bits | if bits > 0 { above << (64 - bits) } else { 0 };
        above = here;
    }
    Some(words * 64 + bits as usize)
}

/// The Rust expression of a list, of the type `List` of `src/lexicon/table.rs`.
fn written(number: usize, list: &List, code: &Code) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    writeln!(out, "List {{")?;
    writeln!(out, "    number: {number},\n    bits: {},\n    endings: {},", list.bits, list.endings)?;
    writeln!(out, "    phrases: {},\n    codes: &{:?},", !list.prefixes().is_empty(), code.counts)?;
    writeln!(out, "    values: {:?},", code.values.join("\n"))?;
    writeln!(out, "    #[cfg(test)]\n    entries: &[")?;
    for entry in &list.entries {
        writeln!(out, "        {entry:?},")?;
    }
    writeln!(out, "    ],\n}}")?;
    Ok(out)
}
