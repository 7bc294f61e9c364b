//! What each target does with the bytes that it is given, and what must hold of all that comes out.

use crossread::{
    Analysis, Article, ErrorKind, Options, Story, SummaryLength, analyze as read, date::Moment, decimal,
    options::SummaryLength::{Long, Short},
    span::{Passage, Span},
    view::{messages::Messages, render},
};

/// One article of text.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    check(&one(Article { text: Some(text), ..Article::default() }));
}

/// One article of HTML.
pub fn html(bytes: &[u8]) {
    let html = String::from_utf8_lossy(bytes).into_owned();
    check(&one(Article { html: Some(html), ..Article::default() }));
}

/// A story of lines `name: value`; a line of hyphens begins the next article, and other lines are its text.
pub fn story(bytes: &[u8]) {
    check(&story_of(&String::from_utf8_lossy(bytes)));
}

/// Text in which dates are looked for, and the same as a date of publication.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (published, text) = text.split_once('\n').unwrap_or(("2026-03-02", &text));
    let moment = Moment::parse(published);
    if let Some(moment) = moment {
        let days = moment.date.days();
        assert_eq!(crossread::date::Date::from_days(days), Some(moment.date), "{published} is day {days}");
    }
    let published = moment.map(|_| published.to_owned());
    check(&one(Article { published, lang: Some("en".to_owned()), text: Some(text.to_owned()), ..Article::default() }));
}

/// Text in which amounts are looked for, and the same as a number.
pub fn numbers(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    for word in text.split_whitespace().take(50) {
        if let Some(value) = decimal::parse(word) {
            assert!(!value.is_nan(), "{word}");
            let written = decimal::written(value);
            assert!(!written.is_empty(), "{word}");
        }
    }
    check(&one(Article { lang: Some("en".to_owned()), text: Some(text), ..Article::default() }));
}

/// Several English articles, one a paragraph: everything from names to the summary.
pub fn analyze(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let article = |(index, text): (usize, &str)| Article {
        source: Some(format!("Outlet {index}")),
        published: Some(format!("2026-03-{:02}", 1 + index % 28)),
        lang: Some("en".to_owned()),
        text: Some(text.to_owned()),
        ..Article::default()
    };
    let articles: Vec<Article> =
        text.split("\n\n").filter(|text| !text.is_empty()).take(8).enumerate().map(article).collect();
    let story = Story { title: None, articles };
    check(&story);
    if let (Ok(a), Ok(b)) = (read(&story, &Options::default()), read(&story, &Options::default())) {
        assert_eq!(page(&a), page(&b), "the same story gives the same page");
    }
}

fn one(article: Article) -> Story {
    Story { title: None, articles: vec![article] }
}

fn story_of(text: &str) -> Story {
    let mut story = Story { title: None, articles: vec![Article::default()] };
    for line in text.lines() {
        if line.starts_with("---") {
            story.articles.push(Article::default());
            continue;
        }
        let Some(article) = story.articles.last_mut() else { continue };
        let field = line.split_once(": ").and_then(|(name, value)| {
            let field = match name {
                "id" => &mut article.id,
                "source" => &mut article.source,
                "title" => &mut article.title,
                "url" => &mut article.url,
                "published" => &mut article.published,
                "lang" => &mut article.lang,
                "html" => &mut article.html,
                "story" => &mut story.title,
                _ => return None,
            };
            Some((field, value))
        });
        match field {
            Some((field, value)) => *field = Some(value.to_owned()),
            None => {
                let text = article.text.get_or_insert_default();
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    story
}

/// Reads the story and checks what was found: every place lies in its article, and the page is nothing but its own tags.
fn check(story: &Story) {
    for summary in [Short, Long] {
        match read(story, &Options { summary }) {
            Ok(analysis) => {
                check_places(&analysis);
                check_page(&page(&analysis));
            }
            Err(error) => assert_ne!(error.kind(), ErrorKind::Internal, "{error}"),
        }
    }
}

fn page(analysis: &Analysis) -> String {
    render(analysis, SummaryLength::Medium, "", &Messages::default())
}

fn check_places(analysis: &Analysis) {
    let check = |passage: Passage| {
        let text = analysis.articles.get(passage.article).map(|report| report.document.text.as_str());
        let words = text.and_then(|text| text.get(passage.span.range()));
        assert!(words.is_some_and(|words| !words.is_empty()), "{passage:?} is no place in {text:?}");
    };
    let of = |article: usize| move |span: Span| Passage::new(article, span);
    for (index, report) in analysis.articles.iter().enumerate() {
        let document = &report.document;
        document.sentences.iter().map(|sentence| sentence.span).map(of(index)).for_each(check);
        document.furniture.iter().map(|furniture| furniture.span).map(of(index)).for_each(check);
        document.origins.iter().map(|origin| origin.span).map(of(index)).for_each(check);
    }
    analysis.entities.iter().flat_map(|entity| entity.mentions.iter().copied()).for_each(check);
    analysis.dates.iter().map(|date| of(date.article)(date.finding.span)).for_each(check);
    for quantity in &analysis.quantities {
        check(of(quantity.article)(quantity.finding.span));
        check(of(quantity.article)(quantity.finding.number));
        assert!(!quantity.finding.value.is_nan(), "{quantity:?}");
    }
    analysis.quotes.iter().map(|quote| quote.passage).for_each(check);
    for claim in analysis.facts.iter().flat_map(|fact| fact.positions.iter().flat_map(|position| &position.claims)) {
        check(claim.passage);
        check(of(claim.passage.article)(claim.sentence));
    }
    analysis.summary.iter().map(|sentence| sentence.passage).for_each(check);
    analysis.wording.iter().map(|wording| wording.passage).for_each(check);
    analysis.lineage.iter().flat_map(|pair| pair.passages.iter().flat_map(|&(a, b)| [a, b])).for_each(check);
    assert!(analysis.lineage.iter().all(|pair| (0.0..=1.0).contains(&pair.share)), "a share is from 0 to 1");
}

/// No tag that runs or loads anything, no handler, no address but the web's.
fn check_page(html: &str) {
    for tag in html.split('<').skip(1) {
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(crossread::view::node::TAGS.contains(&name.as_str()), "<{name}> in the page");
        let inside = tag.split('>').next().unwrap_or_default();
        if let Some((_, address)) = inside.split_once(" href=\"") {
            let address = address.to_ascii_lowercase();
            assert!(
                ["http://", "https://", "#"].iter().any(|scheme| address.starts_with(scheme)),
                "a link to {address}"
            );
        }
    }
}
