//! Finds whom an article credits: agencies in datelines and phrases, reporters in bylines.

use std::ops::Range;

use crate::{
    document::{Document, FurnitureKind, Origin, Sentence, TokenKind},
    letter,
    lexicon::text::AGENCIES,
    span::Span,
    word::is_one_of,
};

use super::{bylines, phrases::longest};

/// Fills the document's origins: each name once, with the sentence or line that credits it.
pub(super) fn find(document: &mut Document) {
    let mut origins: Vec<Origin> = Vec::new();
    for sentence in &document.sentences {
        match sentence.furniture {
            Some(FurnitureKind::Byline) => byline(document, sentence, &mut origins),
            Some(FurnitureKind::Credit) if names_contributors(document, sentence) => {
                byline(document, sentence, &mut origins);
            }
            Some(FurnitureKind::Dateline) => {
                agencies(document, sentence, true, &mut origins);
                bracketed(document, sentence, &mut origins);
            }
            Some(FurnitureKind::Other) => agencies(document, sentence, true, &mut origins),
            Some(_) => {}
            None => {
                agencies(document, sentence, false, &mut origins);
                relayed(document, sentence, &mut origins);
            }
        }
    }
    document.origins = origins;
}

fn add(origins: &mut Vec<Origin>, name: &str, span: Span) {
    if !name.is_empty() && !origins.iter().any(|origin| origin.name == name) {
        origins.push(Origin { name: name.to_owned(), span });
    }
}

/// Whom a sentence that says nothing else names as the source of the report: "This is reported by Harbour Wire."
fn relayed(document: &Document, sentence: &Sentence, origins: &mut Vec<Origin>) {
    let first = sentence.tokens.start;
    let word = |ahead: usize| document.word(first + ahead);
    if is_one_of(word(0), "this it") && is_one_of(word(1), "is was") && word(2) == "reported" && word(3) == "by" {
        let from = first + 4 + usize::from(word(4) == "the");
        let end = (from..sentence.tokens.end).find(|&token| !document.is_capitalized(token)).unwrap_or(from);
        if end > from && !origins.iter().any(|origin| origin.span == sentence.span) {
            add(origins, document.slice(document.span_of(&(from..end))), sentence.span);
        }
    }
}

/// Whether a credit is for the report rather than for a picture: "Additional reporting by Jo Vale".
fn names_contributors(document: &Document, sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|token| {
        is_one_of(
            document.word(token),
            "reporting editing contributed reported assistance files compiled edited translated",
        )
    })
}

/// The agency in the brackets of a dateline, listed or not: "PORT VALE, Jan. 5 (Harbour Wire) -".
fn bracketed(document: &Document, sentence: &Sentence, origins: &mut Vec<Origin>) {
    let mut tokens = sentence.tokens.clone();
    let Some(open) = tokens.find(|&token| document.raw(token) == "(") else { return };
    let Some(close) = tokens.find(|&token| document.raw(token) == ")") else { return };
    let inside = open + 1..close;
    if inside.len() <= 4 && inside.clone().all(|token| document.is_capitalized(token)) {
        let name = document.slice(document.span_of(&inside));
        if !origins.iter().any(|origin| origin.span == sentence.span) {
            add(origins, name, sentence.span);
        }
    }
}

fn byline(document: &Document, sentence: &Sentence, origins: &mut Vec<Origin>) {
    let mut at = sentence.tokens.start;
    // "(Reporting by Jo Vale; Editing by Ana Orme)", "Jo Vale and Ana Orme contributed to this report".
    while at < sentence.tokens.end {
        let opens = at == sentence.tokens.start || is_one_of(document.word(at - 1), "by from and");
        if opens && document.is_capitalized(at) && !is_one_of(document.word(at), "by from") {
            for span in bylines::people(document, at..sentence.tokens.end) {
                let name = document.slice(span);
                // "Jo Vale and Ana Orme, Staff Writers"
                let last = document.tokens_in(span).end.saturating_sub(1);
                if is_one_of(
                    document.word(last),
                    "writer writers reporter reporters correspondent correspondents editor editors staff",
                ) {
                    continue;
                }
                let names_agency =
                    document.tokens_in(span).any(|token| agency(document, token..sentence.tokens.end).is_some());
                if name.as_bytes().contains(&b' ') && !names_agency {
                    add(origins, name, sentence.span);
                }
            }
        }
        at += 1;
    }
    agencies(document, sentence, true, origins);
}

/// Agencies that the sentence names: all of them in furniture, in the story only as those who reported.
fn agencies(document: &Document, sentence: &Sentence, furniture: bool, origins: &mut Vec<Origin>) {
    let tokens = &sentence.tokens;
    let mut at = tokens.start;
    while at < tokens.end {
        let Some((end, name)) = agency(document, at..tokens.end) else {
            at += 1;
            continue;
        };
        if furniture || credited(document, tokens, at, end) {
            let name = if name.is_empty() { document.slice(document.span_of(&(at..end))) } else { name };
            add(origins, name, sentence.span);
        }
        at = end;
    }
}

/// The agency that the tokens start with: a listed one as it is usually written, or in brackets one in capitals.
fn agency(document: &Document, tokens: Range<usize>) -> Option<(usize, &'static str)> {
    let start = tokens.start;
    if !document.is_capitalized(start) && document.word(start) != "dpa" {
        return None;
    }
    if let Some((end, name)) = longest(document, tokens.clone(), &AGENCIES) {
        let short = document.word(start).len() <= 4 && end == start + 1;
        let shouted = !document.raw(start).chars().any(letter::is_small) || matches!(name, "dpa");
        return (!short || shouted).then_some((end, name));
    }
    // One in capitals that no list names: "writes UNN", "LISBON (HPA) -".
    let capitals =
        document.raw(start).len() >= 2 && document.raw(start).chars().all(|letter| letter.is_ascii_uppercase());
    let writes = start > 0 && is_one_of(document.word(start - 1), "writes reports") && tokens.end <= start + 2;
    let bracketed = start > 0
        && document.raw(start - 1) == "("
        && document.raw(start + 1) == ")"
        && is_one_of(document.raw(start + 2), "— – - --");
    (capitals && (writes || bracketed) && document.kind(start) == Some(TokenKind::Word)).then_some((start + 1, ""))
}

/// Whether the words around an agency's name say that it reported what the article tells.
fn credited(document: &Document, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    let before = |back: usize| {
        start.checked_sub(back).filter(|token| sentence.contains(token)).map_or("", |token| document.word(token))
    };
    let after = if sentence.contains(&end) { document.word(end) } else { "" };
    // "The", "news agency" and the like may stand between.
    let skip = usize::from(is_one_of(before(1), "the agency"));
    let skip = skip + usize::from(skip == 1 && before(2) == "news");
    let lead = before(1 + skip);
    let by = lead == "by"
        && is_one_of(
            before(2 + skip),
            "reported published seen obtained provided distributed quoted cited released report reporting",
        );
    let to = lead == "to" && before(2 + skip) == "according";
    let cites = is_one_of(lead, "citing writes reports via") && (lead != "reports" || end + 1 >= sentence.end);
    let told = lead == "told";
    let says = is_one_of(after, "reported reports")
        || after == "news" && sentence.contains(&(end + 1)) && document.word(end + 1) == "agency";
    let closing = document.raw(start.saturating_sub(1)) == "(" && end < sentence.end && document.raw(end) == ")";
    by || to || cites || told || says || closing
}

#[cfg(test)]
mod tests {
    use crate::{read::read, story::Article};

    /// `expected`: the names, parted by `|`.
    fn check(text: &str, expected: &str) {
        let document = read(&Article { text: Some(text.to_owned()), ..Article::default() });
        let got: Vec<_> = document.origins.iter().map(|origin| origin.name.as_str()).collect();
        assert_eq!(got.join("|"), expected, "{text}");
    }

    #[test]
    fn origins() {
        check("PORT VALE (Reuters) - The quay of Port Vale was closed on Monday.", "Reuters");
        check("The quay was closed. This was reported by AP.", "AP");
        check("The quay was closed, according to the Associated Press.", "AP");
        check("The quay was closed, the mayor told Reuters.", "Reuters");
        check("The quay was closed.\nBy Jo Vale", "Jo Vale");
        check("The quay was closed.\nJo Vale in Lisbon and Ana Orme contributed to this report.", "Jo Vale|Ana Orme");
        check("(Reporting by Jo Vale; Editing by Ana Orme)", "Jo Vale|Ana Orme");
        check("PORT VALE, Jan. 5 (Harbour Wire) - The quay of Port Vale was closed on Monday.", "Harbour Wire");
        check("The quay was closed. This is reported by Harbour Wire, the daily writes.", "Harbour Wire");
        check("The quay was closed.\nFrom Jo Vale in Lisbon", "Jo Vale");
        check("The quay was closed.\nPhoto: Jo Vale", "");
        check("The BBC has offices at the quay. The PA system failed.", "");
    }
}
