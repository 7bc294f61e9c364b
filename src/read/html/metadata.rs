//! Finds a page's headline, outlet, authors, date, language and address in its JSON-LD, `<meta>`, microdata and `<title>`.

use super::{
    entities::decoded,
    json::{Member, strings},
    tree::{Content, Tree},
};
use crate::{date::Moment, story::MAX_FIELD_BYTES, word::is_one_of};

/// The longest text that is shown as a date, in bytes.
const LONGEST_DATE: usize = 60;

/// More authors than that are not kept.
const MOST_AUTHORS: usize = 16;

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The outlet's name.
    pub source: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// What it gives as that instead, in no form that is known.
    pub unreadable: Option<String>,
    /// Its language as a BCP 47 tag.
    pub lang: Option<String>,
    /// Its address: `http` or `https`.
    pub url: Option<String>,
}

/// What a page says of itself; the more exact place wins.
pub(super) fn metadata(tree: &Tree<'_>) -> Metadata {
    let mut linked = Metadata::default();
    let mut meta = Metadata::default();
    let mut shown = Metadata::default();
    let (mut marked, mut headline, mut author) = (None, None, None);
    for (index, node) in tree.nodes.iter().enumerate() {
        let Content::Element(tag) = &node.content else { continue };
        let attribute = |name: &str| tag.attribute(name).map(decoded).filter(|value| !value.is_empty());
        let is = |name: &str| tag.name.eq_ignore_ascii_case(name);
        if is("script") && attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
            if let Some(Content::Raw(json)) = tree.nodes.get(index + 1).map(|node| &node.content) {
                from_json(&strings(json), &mut linked);
            }
        } else if is("meta") {
            let Some(content) = attribute("content") else { continue };
            let name = attribute("property")
                .or_else(|| attribute("name"))
                .or_else(|| attribute("itemprop"))
                .unwrap_or_default();
            from_meta(&name.to_ascii_lowercase(), content, &mut meta);
        } else if is("link") && attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
            fill(&mut meta.url, attribute("href").filter(|url| is_web(url)));
        } else if is("html") {
            fill(&mut meta.lang, attribute("lang").or_else(|| attribute("xml:lang")).filter(|lang| is_language(lang)));
        } else if is("title") {
            if let Some(Content::Raw(title)) = tree.nodes.get(index + 1).map(|node| &node.content) {
                fill(&mut shown.title, Some(decoded(title)).filter(|title| !title.is_empty()));
            }
        } else if marked.is_none() && attribute("itemprop").is_some_and(|property| property == "headline") {
            marked = Some(text_of(tree, index));
        } else if author.is_none()
            && !is("link")
            && (attribute("itemprop").is_some_and(|property| property == "author")
                || attribute("rel").is_some_and(|rel| rel == "author"))
        {
            author = Some(text_of(tree, index));
        } else if headline.is_none() && is("h1") {
            // Only the first: elements in one another would be read again and again.
            headline = Some(text_of(tree, index));
        } else if is("time") || attribute("itemprop").is_some_and(|property| property == "datePublished") {
            let moment = attribute("datetime").or_else(|| attribute("content")).and_then(|date| moment(&date));
            let exact = attribute("itemprop").is_some_and(|property| property == "datePublished")
                || attribute("pubdate").is_some();
            fill(if exact { &mut meta.published } else { &mut shown.published }, moment);
        }
    }
    if let Some(author) = author {
        write(&mut shown, &author);
    }
    let authors = [linked.authors, meta.authors, shown.authors];
    let written = |title: Option<String>| title.filter(|title| !title.is_empty());
    let short = |value: Option<String>| value.filter(|value| value.len() <= MAX_FIELD_BYTES);
    Metadata {
        title: short(linked.title.or(meta.title).or(written(marked)).or(shown.title).or(written(headline))),
        source: short(meta.source.or(linked.source)),
        authors: authors.into_iter().find(|authors| !authors.is_empty()).unwrap_or_default(),
        published: linked.published.or(meta.published).or(shown.published),
        unreadable: linked.unreadable.or(meta.unreadable).filter(|date| date.len() <= LONGEST_DATE),
        lang: meta.lang.or(linked.lang),
        url: short(meta.url.or(linked.url)),
    }
}

/// The text in an element.
fn text_of(tree: &Tree<'_>, element: usize) -> String {
    let nodes = tree.nodes.get(element + 1..tree.end(element)).unwrap_or_default();
    let texts = nodes.iter().filter_map(|node| match &node.content {
        Content::Text(text) => Some(decoded(text)),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fills the date of publication, or what stands where it should be.
fn publish(found: &mut Metadata, date: &str) {
    match moment(date) {
        Some(moment) => fill(&mut found.published, Some(moment)),
        None => fill(&mut found.unreadable, Some(date.trim().to_owned()).filter(|date| !date.is_empty())),
    }
}

/// Adds an author, who may be announced by "By" and is no address of a profile.
fn write(found: &mut Metadata, author: &str) {
    let author = author.trim();
    let (by, rest) = author.split_once(' ').unwrap_or_default();
    let author = if by.eq_ignore_ascii_case("by") { rest.trim() } else { author };
    let counts = !author.is_empty() && author.len() <= MAX_FIELD_BYTES && !is_web(author);
    if counts && found.authors.len() < MOST_AUTHORS && found.authors.iter().all(|known| known != author) {
        found.authors.push(author.to_owned());
    }
}

fn fill<T>(place: &mut Option<T>, value: Option<T>) {
    if place.is_none() {
        *place = value;
    }
}

/// A date or date-time in any of the forms that pages use; what follows a form that is known is passed over.
fn moment(date: &str) -> Option<Moment> {
    let date = date.trim();
    Moment::parse(date)
        .or_else(|| Moment::parse(&date.replacen(' ', "T", 1)))
        // "+0000" for "+00:00", fractions of seconds, a zone's name: the date and time without it.
        .or_else(|| Moment::parse(date.get(..19)?))
        .or_else(|| Moment::parse(date.get(..10)?))
}

fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn is_language(lang: &str) -> bool {
    (2..=12).contains(&lang.len()) && lang.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn from_meta(name: &str, content: String, found: &mut Metadata) {
    match name {
        "og:title" | "twitter:title" | "parsely-title" | "headline" => fill(&mut found.title, Some(content)),
        "og:site_name" | "application-name" | "al:ios:app_name" => fill(&mut found.source, Some(content)),
        "article:published_time"
        | "datepublished"
        | "date"
        | "pubdate"
        | "publishdate"
        | "publish-date"
        | "parsely-pub-date"
        | "sailthru.date"
        | "dc.date"
        | "dc.date.issued"
        | "dcterms.created"
        | "og:published_time"
        | "article.published"
        | "originalpublicationdate"
        | "ptime"
        | "cxenseparse:recs:publishtime" => publish(found, &content),
        "author" | "article:author" | "parsely-author" | "sailthru.author" | "dc.creator" | "dcterms.creator"
        | "byl" => {
            write(found, &content);
        }
        "og:url" => fill(&mut found.url, Some(content).filter(|url| is_web(url))),
        "language" | "content-language" | "og:locale" => {
            fill(&mut found.lang, Some(content.replace('_', "-")).filter(|lang| is_language(lang)));
        }
        _ => {}
    }
}

/// Reads the first object that is an article.
fn from_json(members: &[Member], found: &mut Metadata) {
    let is_article =
        |kind: &str| kind.ends_with("Article") || is_one_of(kind, "BlogPosting Report LiveBlogPosting WebPage");
    let article =
        members.iter().find(|member| is_type(member) && is_article(&member.value) && member.value != "WebPage");
    let Some(article) = article.or_else(|| members.iter().find(|member| is_type(member) && is_article(&member.value)))
    else {
        return;
    };
    let prefix = article.path.strip_suffix("@type").unwrap_or("");
    let object = article.object;
    for member in members {
        let Some(name) = member.path.strip_prefix(prefix) else { continue };
        // Members of the article itself carry its number, those of objects inside it come right after it.
        if member.object < object {
            continue;
        }
        let own = member.object == object;
        let value = || Some(decoded(&member.value)).filter(|value| !value.is_empty());
        match name {
            "headline" if own => fill(&mut found.title, value()),
            "datePublished" if own => publish(found, &member.value),
            "inLanguage" if own => fill(&mut found.lang, value().filter(|lang| is_language(lang))),
            "url" if own => fill(&mut found.url, value().filter(|url| is_web(url))),
            "mainEntityOfPage" | "mainEntityOfPage/@id" => fill(&mut found.url, value().filter(|url| is_web(url))),
            "author/name" => write(found, &decoded(&member.value)),
            "author" if own => write(found, &decoded(&member.value)),
            "publisher/name" => fill(&mut found.source, value()),
            _ => {}
        }
    }
}

fn is_type(member: &Member) -> bool {
    member.path == "@type" || member.path.ends_with("/@type")
}
