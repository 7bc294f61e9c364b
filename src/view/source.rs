//! The outlets as the reader sees them: name, mark, headline, date, and the addresses to go to.

use super::{messages::Messages, node::is_web_address};
use crate::{
    analysis::Analysis,
    date::Moment,
    document::Document,
    letter,
    order::Set,
    word::{self, is_one_of},
};

/// One of the story's articles, ticked or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The outlet's name; where it has none, its site's; where that is not known, its number.
    pub outlet: String,
    /// The same, with the date where an outlet has several articles.
    pub name: String,
    /// One to four letters that stand for it where space is short; no two of a story are the same.
    pub mark: String,
    /// The headline.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When.
    pub published: Option<Moment>,
    /// Its language.
    pub lang: String,
}

/// The outlets of these documents, in their order.
#[must_use]
pub fn sources<'a>(documents: impl IntoIterator<Item = &'a Document>, messages: &Messages) -> Vec<Source> {
    let mut taken = Set::new();
    let source = |(index, document): (usize, &Document)| {
        let url = document.url.clone().filter(|url| is_web_address(url));
        let given = document.source.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let name = match (given, url.as_deref().and_then(site)) {
            (Some(name), _) => name.to_owned(),
            (None, Some(site)) => site.to_owned(),
            (None, None) => messages.fill("source.unnamed", &[("number", &messages.number(index + 1))]),
        };
        Source {
            mark: mark(&name, &mut taken),
            outlet: name.clone(),
            name,
            title: document.title.clone().filter(|title| !title.trim().is_empty()),
            url,
            published: document.published,
            lang: document.lang.clone(),
        }
    };
    let mut sources: Vec<Source> = documents.into_iter().enumerate().map(source).collect();
    tell_apart(&mut sources, messages);
    sources
}

/// Adds the date to the name of an outlet that has several articles.
fn tell_apart(sources: &mut [Source], messages: &Messages) {
    let (mut seen, mut several) = (Set::new(), Set::new());
    for source in sources.iter() {
        if !seen.insert(source.name.clone()) {
            several.insert(source.name.clone());
        }
    }
    for source in sources.iter_mut().filter(|source| several.contains(&source.name)) {
        if let Some(published) = source.published {
            let date = messages.moment(published);
            source.name = messages.fill("source.dated", &[("outlet", &source.name), ("date", &date)]);
        }
    }
}

/// The outlets of an analysis in which all of the story's articles are compared.
#[must_use]
pub fn sources_of(analysis: &Analysis, messages: &Messages) -> Vec<Source> {
    sources(analysis.articles.iter().map(|report| &report.document), messages)
}

/// The site's name in an address: `example.org` of `https://www.example.org/news`.
fn site(url: &str) -> Option<&str> {
    let rest = url.get(word::find(url, "//")? + 2..)?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// Initials of the name, made different from those that are `taken`.
fn mark(name: &str, taken: &mut Set<String>) -> String {
    let words: Vec<&str> = name
        .split(|character: char| !letter::is_letter_or_figure(character))
        .filter(|word| !word.is_empty() && !is_one_of(word, "The the A of and for com www"))
        .collect();
    let letters = match words.as_slice() {
        [] => "?".to_owned(),
        [only] => only.chars().take(2).collect(),
        several => several.iter().take(3).filter_map(|word| word.chars().next()).map(letter::capital).collect(),
    };
    let mut mark = letters.clone();
    let mut number = 2;
    while !taken.insert(mark.clone()) {
        mark = [letters.as_str(), &number.to_string()].concat();
        number += 1;
    }
    mark
}

/// The address of `url` with a text fragment that leads to `sentence`: for a long one, its first and last words.
/// Source: WICG, "URL Fragment Text Directives".
#[must_use]
pub fn text_fragment(url: &str, sentence: &str) -> String {
    const LONG: usize = 120;
    const WORDS: usize = 5;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut address = url.to_owned();
    address.push_str(if url.as_bytes().contains(&b'#') { ":~:text=" } else { "#:~:text=" });
    let edges = words.first_chunk::<WORDS>().zip(words.last_chunk::<WORDS>());
    match edges.filter(|_| sentence.len() > LONG && words.len() > 2 * WORDS) {
        Some((first, last)) => {
            encode(&mut address, &first.join(" "));
            address.push(',');
            encode(&mut address, &last.join(" "));
        }
        None => encode(&mut address, &words.join(" ")),
    }
    address
}

/// Percent-encodes everything but letters, digits, full stops, underscores and tildes: a hyphen, a comma and an
/// ampersand have a meaning in a text directive.
fn encode(out: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].iter().filter_map(|half| HEX.get(usize::from(*half))));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_short_and_distinct() {
        let mut taken = Set::new();
        for (name, expected) in [
            ("The Harbour Ledger", "HL"),
            ("Hill Letter", "HL2"),
            ("Reuters", "Re"),
            ("northern-wire.example", "NWE"),
            ("한국 일보", "한일"),
            ("???", "?"),
            ("", "?2"),
        ] {
            assert_eq!(mark(name, &mut taken), expected, "{name}");
        }
    }

    #[test]
    fn a_source_without_a_name_has_one() {
        let named = |source: Option<&str>, url: Option<&str>| {
            let document =
                Document { source: source.map(str::to_owned), url: url.map(str::to_owned), ..Document::default() };
            sources([&document], &Messages::default()).remove(0).name
        };
        assert_eq!(named(Some("The Post"), None), "The Post");
        assert_eq!(named(Some("  "), Some("https://www.example.org:80/a")), "example.org");
        assert_eq!(named(None, Some("javascript:alert(1)")), "Article 1");
    }

    #[test]
    fn an_outlet_with_two_articles_has_two_names() {
        let document = |source: &str, day: &str| Document {
            source: Some(source.to_owned()),
            published: Moment::parse(day),
            ..Document::default()
        };
        let documents =
            [document("Wire", "2026-03-02"), document("Post", "2026-03-02"), document("Wire", "2026-03-03")];
        let names: Vec<String> =
            sources(&documents, &Messages::default()).into_iter().map(|source| source.name).collect();
        assert_eq!(names, ["Wire (2 March 2026)", "Post", "Wire (3 March 2026)"]);
    }

    fn check(sentence: &str, expected: &str) {
        assert_eq!(
            text_fragment("https://example.org/a", sentence),
            format!("https://example.org/a#:~:text={expected}")
        );
    }

    #[test]
    fn fragments_lead_to_the_sentence() {
        check("It rained.", "It%20rained.");
        check("A-b, c & d", "A%2Db%2C%20c%20%26%20d");
        check("“Ça”\n va", "%E2%80%9C%C3%87a%E2%80%9D%20va");
        check(
            &"seven words make up this whole phrase ".repeat(5),
            "seven%20words%20make%20up%20this,make%20up%20this%20whole%20phrase",
        );
        assert_eq!(text_fragment("https://example.org/#top", "a"), "https://example.org/#top:~:text=a");
    }
}
