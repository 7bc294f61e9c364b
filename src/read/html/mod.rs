//! Takes a page's main text and what it says of itself out of its HTML.

mod blocks;
mod content;
mod entities;
mod json;
mod metadata;
mod tokenizer;
mod tree;

use crate::{
    document::{Furniture, FurnitureKind},
    span::Span,
    story::MAX_ARTICLE_BYTES,
};

pub(super) use metadata::Metadata;

/// What was read of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// The main text: paragraphs parted by empty lines.
    pub text: String,
    /// The headings and captions in it, in order.
    pub furniture: Vec<Furniture>,
    /// The headline, where the page has it in its text: every other heading belongs to the article.
    pub headline: Option<Span>,
    /// Whether there was more text than an article may have.
    pub cut: bool,
    /// What the page says of itself.
    pub metadata: Metadata,
}

/// Reads a page or a fragment of one. Nothing is an error: what is no HTML is text.
pub(super) fn read(html: &str) -> Page {
    let tree = tree::Tree::parse(html);
    let metadata = metadata::metadata(&tree);
    let mut text = String::new();
    let mut furniture = Vec::new();
    let mut headline = None;
    let mut cut = false;
    for mut block in content::main_blocks(&tree) {
        if cut {
            break;
        }
        let room = MAX_ARTICLE_BYTES.saturating_sub(text.len() + 2);
        if block.text.len() > room {
            cut = true;
            block.text.truncate((0..=room).rev().find(|&at| block.text.is_char_boundary(at)).unwrap_or(0));
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&block.text);
        let kind = match block.role {
            blocks::Role::Heading => FurnitureKind::Heading,
            blocks::Role::Caption => FurnitureKind::Caption,
            _ => continue,
        };
        let span = Span::new(start, text.len());
        furniture.push(Furniture { span, kind });
        if headline.is_none() && content::is_headline(&tree, block.position) {
            headline = Some(span);
        }
    }
    Page { text, furniture, headline, cut, metadata }
}

/// Only what a page says of itself.
pub(super) fn read_metadata(html: &str) -> Metadata {
    metadata::metadata(&tree::Tree::parse(html))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::document::FurnitureKind;

    const STORY: &str = "<p>The harbour of Port Vale was closed on Monday, after a storm had torn two ferries from their moorings.</p>\
        <p>The harbour office said that nobody was hurt, and that divers would look at the quay on Tuesday.</p>\
        <p>Fishermen asked the town for help with the repairs, which they put at two million crowns.</p>";

    /// `expected`: the paragraphs that must be there besides the story's, and those that must not.
    fn check(html: &str, with: &[&str], without: &[&str]) {
        let page = read(html);
        for expected in ["The harbour of Port Vale", "divers would look", "two million crowns"].iter().chain(with) {
            assert!(page.text.contains(expected), "{expected:?} is missing in {:?}", page.text);
        }
        for other in without {
            assert!(!page.text.contains(other), "{other:?} is in {:?}", page.text);
        }
    }

    #[test]
    fn main_text() {
        check(STORY, &[], &[]);
        check(
            &format!(
                "<nav><a href=/a>News</a></nav><div id=main>{STORY}</div><footer>Harbour Press, Quay Street 1.</footer>"
            ),
            &[],
            &["News", "Quay Street"],
        );
        check(
            &format!(
                "<article><h1>Storm</h1><div class=lead><p>The quay is a ruin, the mayor says.</p></div><div class=x><div>{STORY}</div></div></article>"
            ),
            &["The quay is a ruin"],
            &[],
        );
        check(
            &format!(
                "<main><p>Nobody in Port Vale had seen such waves before, she said.</p><div><div>{STORY}</div></div></main>"
            ),
            &["such waves"],
            &[],
        );
        let comments =
            "<p>I have always said that this quay was built in the wrong place, and nobody listened to me.</p>"
                .repeat(20);
        check(&format!("<div>{STORY}</div><div id=comments>{comments}</div>"), &[], &["nobody listened"]);
        check(
            &format!(
                "{STORY}<div class=related-stories><p>Last year another storm sank a yacht, the harbour office said.</p></div>"
            ),
            &[],
            &["yacht"],
        );
        check(&format!("{STORY}<ul><li><a href=/b>A storm sinks a yacht in Port Vale</a></ul>"), &[], &["yacht"]);
        check(
            &format!("<script>var x = '<p>No.</p>';</script><p hidden>Secret, really.</p>{STORY}"),
            &[],
            &["No.", "Secret"],
        );
        check(&format!("<body class=has-sidebar><form>{STORY}</form></body>"), &[], &[]);
        check(
            &format!("{STORY}<p>One line<br>another<br><br>A third &amp; last.</p>"),
            &["One line\nanother\n\nA third & last."],
            &[],
        );
    }

    #[test]
    fn too_long_pages() {
        let page = read(&format!("<p>{STORY}</p>").repeat(5_000));
        assert!(page.cut && (999_000..=1_000_000).contains(&page.text.len()), "{}", page.text.len());
        let page = read(&format!("<p>{}</p>", "Öl. ".repeat(300_000)));
        assert!(page.cut && (999_000..=1_000_000).contains(&page.text.len()), "{}", page.text.len());
        let long = format!(
            "<title>{}</title><meta property=og:url content='https://{}'>{STORY}",
            "a".repeat(8_001),
            "b".repeat(8_000)
        );
        let metadata = read(&long).metadata;
        assert_eq!((metadata.title, metadata.url), (None, None));
    }

    #[test]
    fn fragments() {
        let check = |html: &str, expected: &str| assert_eq!(read(html).text, expected);
        check("Ferries adrift", "Ferries adrift");
        check("Ferries <b>adrift</b>", "Ferries adrift");
        check("<p>Ferries adrift</p>", "Ferries adrift");
        check("<h1>Ferries adrift</h1>", "Ferries adrift");
        check("<nav><a href=/a>News</a> <a href=/b>Sport</a></nav>", "");
        check("<a href=/a>News</a>", "");
        check("", "");
    }

    #[test]
    fn headings_and_captions() {
        let page = read(&format!(
            "<article><h2>Ferries adrift</h2>{STORY}<figure><img><figcaption>The quay, on Monday.</figcaption></figure>{STORY}</article>"
        ));
        let found: Vec<_> =
            page.furniture.iter().map(|piece| (page.text.get(piece.span.range()).unwrap_or(""), piece.kind)).collect();
        assert_eq!(
            found,
            [("Ferries adrift", FurnitureKind::Heading), ("The quay, on Monday.", FurnitureKind::Caption)]
        );
    }

    #[test]
    fn authors() {
        let check = |html: &str, expected: &[&str]| assert_eq!(read(html).metadata.authors, expected, "{html}");
        check("<meta name=author content='By Ana Ruiz'><meta name=parsely-author content='Ana Ruiz'>", &["Ana Ruiz"]);
        check("<meta property=article:author content='https://example.org/ana'>", &[]);
        let linked = |author: &str| {
            format!("<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":{author}}}</script>")
        };
        check(&linked("\"Ana Ruiz\""), &["Ana Ruiz"]);
        check(&linked("{\"@type\":\"Person\",\"name\":\"Ana Ruiz\",\"url\":\"https://example.org\"}"), &["Ana Ruiz"]);
        check(&linked("[{\"name\":\"Ana Ruiz\"},{\"name\":\"Ben Ortiz\"}]"), &["Ana Ruiz", "Ben Ortiz"]);
        check(&linked("[\"Ana Ruiz\",\"Ben Ortiz\"]"), &["Ana Ruiz", "Ben Ortiz"]);
        check(&format!("<meta name=author content=Desk>{}", linked("\"Ana Ruiz\"")), &["Ana Ruiz"]);
        check(
            "<span itemprop=author itemscope>By <span itemprop=name>Ana\n Ruiz</span></span><a rel=author>Ben</a>",
            &["Ana Ruiz"],
        );
        check("<link rel=author href=/ana><a rel=author href=/ana>Ana Ruiz</a>", &["Ana Ruiz"]);
        check("<p>By Ana Ruiz</p>", &[]);
    }

    #[test]
    fn metadata() {
        let check = |html: &str, title: &str, source: &str, published: &str, lang: &str, url: &str| {
            let found = read(html).metadata;
            assert_eq!(found.title.unwrap_or_default(), title);
            assert_eq!(found.source.unwrap_or_default(), source);
            assert_eq!(found.published.map(|moment| moment.date.to_string()).unwrap_or_default(), published);
            assert_eq!(found.lang.unwrap_or_default(), lang);
            assert_eq!(found.url.unwrap_or_default(), url);
        };
        check(
            "<html lang=en-GB><head><title>Storm | Harbour Press</title><meta property=og:title content='Storm &amp; quay'>\
             <meta property=og:site_name content='Harbour Press'><meta property=article:published_time content=2026-01-05T10:00:00Z>\
             <link rel=canonical href=https://example.org/storm></head>",
            "Storm & quay",
            "Harbour Press",
            "2026-01-05",
            "en-GB",
            "https://example.org/storm",
        );
        check(
            "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"X\",\"url\":\"https://example.org\"},\
             {\"@type\":\"NewsArticle\",\"headline\":\"Storm\",\"datePublished\":\"2026-01-05T10:00:00.000Z\",\
             \"publisher\":{\"@type\":\"Organization\",\"name\":\"Harbour Press\"},\"mainEntityOfPage\":\"https://example.org/storm\"}]}</script>",
            "Storm",
            "Harbour Press",
            "2026-01-05",
            "",
            "https://example.org/storm",
        );
        check(
            "<title>Storm</title><time datetime='2026-01-05 10:00'>5 January</time>",
            "Storm",
            "",
            "2026-01-05",
            "",
            "",
        );
        check("<body><h1>Storm at <b>the quay</b></h1><h1>More</h1>", "Storm at the quay", "", "", "", "");
        check("<h1>News</h1><h2 itemprop=headline>Storm &amp; quay</h2>", "Storm & quay", "", "", "", "");
        check("<link rel=canonical href='javascript:alert(1)'><html lang='en\"'>", "", "", "", "", "");
    }
}
