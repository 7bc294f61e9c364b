//! Reads the texts that the models are trained on, and makes their tokens like those of the library's own tokenizer.

use std::{fs, io, path::Path};

use crossread::document::{Tag, TokenKind};

/// One token of a training text.
#[derive(Clone, Debug)]
pub struct Example {
    pub form: String,
    pub kind: TokenKind,
    pub tag: Tag,
    pub lemma: String,
}

/// The sentences of a file: one token a line, a blank line after each sentence, columns parted by tabs: form,
/// universal tag, Penn tag, lemma.
pub fn read(path: &Path) -> io::Result<Vec<Vec<Example>>> {
    let text = fs::read_to_string(path)?;
    let mut sentences = vec![Vec::new()];
    for line in text.lines() {
        let mut columns = line.split('\t');
        let mut column = || columns.next().unwrap_or("_");
        let (form, _, tag, lemma) = (column(), column(), column(), column());
        match sentences.last_mut() {
            Some(sentence) if !form.is_empty() => push(sentence, form, tag, lemma),
            Some(sentence) if !sentence.is_empty() => sentences.push(Vec::new()),
            _ => {}
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    Ok(sentences)
}

fn push(sentence: &mut Vec<Example>, form: &str, tag: &str, lemma: &str) {
    let digits = form.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = form.split_at(digits);
    if !number.is_empty() && !rest.is_empty() && rest.chars().all(char::is_alphabetic) {
        let tag = if tag == "CD" { "NN" } else { tag };
        sentence.push(example(number, "CD", number));
        sentence.push(example(rest, tag, rest));
    } else {
        sentence.push(example(form, tag, lemma));
    }
}

fn example(form: &str, tag: &str, lemma: &str) -> Example {
    let kind = kind(form, tag);
    let tag = match kind {
        TokenKind::Word => penn(tag),
        TokenKind::Number => Tag::CD,
        _ if form == "&" => Tag::CC,
        _ => Tag::Other,
    };
    Example { form: form.to_owned(), kind, tag, lemma: lemma.to_owned() }
}

fn kind(form: &str, tag: &str) -> TokenKind {
    if form.contains(char::is_alphabetic) && (form.contains('@') || form.contains("www.") || form.contains("://")) {
        TokenKind::Address
    } else if form.contains(char::is_alphabetic) || (form.starts_with(['\'', '’']) && tag == "POS") {
        TokenKind::Word
    } else if form.contains(|letter: char| letter.is_ascii_digit()) {
        TokenKind::Number
    } else if matches!(form, "\"" | "'" | "“" | "”" | "‘" | "’" | "``" | "''") {
        TokenKind::QuoteMark
    } else if matches!(form, "$" | "€" | "£" | "%" | "+" | "=" | "°" | "&" | "#" | "*") {
        TokenKind::Symbol
    } else {
        TokenKind::Punctuation
    }
}

/// A Penn tag by its name. Parts of words are what their wholes would most often be.
fn penn(name: &str) -> Tag {
    match name {
        "CC" => Tag::CC,
        "CD" | "LS" => Tag::CD,
        "DT" => Tag::DT,
        "EX" => Tag::EX,
        "FW" => Tag::FW,
        "IN" => Tag::IN,
        "JJ" | "AFX" => Tag::JJ,
        "JJR" => Tag::JJR,
        "JJS" => Tag::JJS,
        "MD" => Tag::MD,
        "NN" | "GW" => Tag::NN,
        "NNP" => Tag::NNP,
        "NNPS" => Tag::NNPS,
        "NNS" => Tag::NNS,
        "PDT" => Tag::PDT,
        "POS" => Tag::POS,
        "PRP" => Tag::PRP,
        "PRP$" => Tag::PRPS,
        "RB" => Tag::RB,
        "RBR" => Tag::RBR,
        "RBS" => Tag::RBS,
        "RP" => Tag::RP,
        "TO" => Tag::TO,
        "UH" => Tag::UH,
        "VB" => Tag::VB,
        "VBD" => Tag::VBD,
        "VBG" => Tag::VBG,
        "VBN" => Tag::VBN,
        "VBP" => Tag::VBP,
        "VBZ" => Tag::VBZ,
        "WDT" => Tag::WDT,
        "WP" => Tag::WP,
        "WP$" => Tag::WPS,
        "WRB" => Tag::WRB,
        _ => Tag::Other,
    }
}
