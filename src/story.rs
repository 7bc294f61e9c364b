//! What goes in: a story, which is several articles about one event.

use crate::{
    date::Moment,
    error::{Error, ErrorKind},
};

/// The most articles that a story may have.
pub const MAX_ARTICLES: usize = 64;
/// The largest text of one article, in bytes of UTF-8.
pub const MAX_ARTICLE_BYTES: usize = 1_000_000;
/// The largest HTML of one article, in bytes of UTF-8: pages carry scripts and styles of several times their text, which
/// are passed over. Of the text taken from a page, what lies beyond [`MAX_ARTICLE_BYTES`] is left out, and a warning says
/// so.
pub const MAX_PAGE_BYTES: usize = 4_000_000;
/// The largest story, in bytes of UTF-8 of all its texts and HTML.
pub const MAX_STORY_BYTES: usize = 8_000_000;

/// The longest title, address or other short field, in bytes of UTF-8.
pub const MAX_FIELD_BYTES: usize = 8_000;

/// One outlet's article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// A name for it that is the story's own; its position where missing.
    pub id: Option<String>,
    /// The outlet's name.
    pub source: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published, as an ISO 8601 date or date-time: what "Monday" and "last week" count from.
    pub published: Option<String>,
    /// Its language as a BCP 47 tag; detected where missing.
    pub lang: Option<String>,
    /// Its text as it is, or…
    pub text: Option<String>,
    /// …the HTML that holds it.
    pub html: Option<String>,
}

/// Several articles about one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// What to call the story.
    pub title: Option<String>,
    /// The articles, from 1 to [`MAX_ARTICLES`].
    pub articles: Vec<Article>,
}

impl Story {
    /// Checks that the story can be read.
    ///
    /// # Errors
    /// Where it has no article or too many, where an article has neither text nor HTML or too much of it, where a field
    /// is too long, and where a date is not in ISO 8601's form.
    pub fn check(&self) -> Result<(), Error> {
        Self::check_count(self.articles.len())?;
        Self::check_field("title", self.title.as_deref())?;
        let mut total = 0;
        for (index, article) in self.articles.iter().enumerate() {
            let mut filled = false;
            let fields = [("text", &article.text, MAX_ARTICLE_BYTES), ("html", &article.html, MAX_PAGE_BYTES)];
            for (field, content, limit) in fields {
                let Some(content) = content.as_deref().filter(|content| !content.is_empty()) else { continue };
                filled = true;
                total += content.len();
                if content.len() > limit {
                    return Err(Self::too_large(&format!("articles[{index}].{field}"), limit));
                }
            }
            if !filled {
                let message = format!("articles[{index}]: an article needs text or html");
                return Err(Error::new(ErrorKind::EmptyArticle, message));
            }
            let fields = [
                ("id", &article.id),
                ("source", &article.source),
                ("title", &article.title),
                ("url", &article.url),
                ("published", &article.published),
                ("lang", &article.lang),
            ];
            for (field, value) in fields {
                Self::check_field(&format!("articles[{index}].{field}"), value.as_deref())?;
            }
            if let Some(published) = &article.published
                && Moment::parse(published).is_none()
            {
                let message =
                    format!("articles[{index}].published: not an ISO 8601 date or date-time, as in 2026-01-05");
                return Err(Error::new(ErrorKind::BadDate, message));
            }
        }
        Self::check_size(total)
    }

    /// Checks how many bytes all articles have together.
    ///
    /// # Errors
    /// Where they are more than [`MAX_STORY_BYTES`].
    pub fn check_size(total: usize) -> Result<(), Error> {
        if total > MAX_STORY_BYTES {
            let message = format!("articles: {total} bytes in all, and {MAX_STORY_BYTES} are the most");
            return Err(Error::new(ErrorKind::StoryTooLarge, message));
        }
        Ok(())
    }

    /// Checks how many articles there are.
    ///
    /// # Errors
    /// Where there is none, and where there are more than [`MAX_ARTICLES`].
    pub fn check_count(articles: usize) -> Result<(), Error> {
        if articles == 0 {
            return Err(Error::new(ErrorKind::EmptyStory, "articles: a story needs at least one article"));
        }
        if articles > MAX_ARTICLES {
            let message = format!("articles: {articles} articles, and {MAX_ARTICLES} are the most");
            return Err(Error::new(ErrorKind::TooManyArticles, message));
        }
        Ok(())
    }

    fn check_field(path: &str, value: Option<&str>) -> Result<(), Error> {
        if value.is_some_and(|value| value.len() > MAX_FIELD_BYTES) {
            return Err(Self::too_large(path, MAX_FIELD_BYTES));
        }
        Ok(())
    }

    /// What to say where the field `path`, such as `articles[2].text`, has more than `limit` bytes.
    #[must_use]
    pub fn too_large(path: &str, limit: usize) -> Error {
        let kind = if limit == MAX_FIELD_BYTES { ErrorKind::FieldTooLong } else { ErrorKind::ArticleTooLarge };
        Error::new(kind, format!("{path}: {limit} bytes of UTF-8 are the most"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> Article {
        Article { text: Some(text.to_owned()), ..Article::default() }
    }

    fn check(articles: Vec<Article>, expected: Result<(), (ErrorKind, &str)>) {
        let story = Story { title: None, articles };
        match (story.check(), expected) {
            (Ok(()), Ok(())) => {}
            (Err(error), Err((kind, field))) => {
                assert_eq!(error.kind(), kind);
                assert!(error.message().starts_with(field), "{error}");
            }
            (got, expected) => panic!("{got:?}, not {expected:?}"),
        }
    }

    #[test]
    fn accepts_and_refuses() {
        check(vec![article("One.")], Ok(()));
        check(vec![], Err((ErrorKind::EmptyStory, "articles")));
        check(vec![article("One."); 64], Ok(()));
        check(vec![article("One."); 65], Err((ErrorKind::TooManyArticles, "articles")));
        check(vec![article("One."), Article::default()], Err((ErrorKind::EmptyArticle, "articles[1]")));
        check(vec![article("")], Err((ErrorKind::EmptyArticle, "articles[0]")));
        check(vec![article(&"a".repeat(1_000_001))], Err((ErrorKind::ArticleTooLarge, "articles[0].text")));
        let page = |size| Article { html: Some("a".repeat(size)), ..Article::default() };
        check(vec![page(4_000_000)], Ok(()));
        check(vec![page(4_000_001)], Err((ErrorKind::ArticleTooLarge, "articles[0].html")));
        check(vec![article(&"a".repeat(1_000_000)); 9], Err((ErrorKind::StoryTooLarge, "articles")));
        let url = |size| Article { url: Some("u".repeat(size)), ..article("One.") };
        check(vec![url(8_000)], Ok(()));
        check(vec![article("One."), url(8_001)], Err((ErrorKind::FieldTooLong, "articles[1].url")));
        let title = |title: String| Article { title: Some(title), ..article("One.") };
        // Bytes count, not characters.
        check(vec![title("é".repeat(4_001))], Err((ErrorKind::FieldTooLong, "articles[0].title")));
        let dated = |date: &str| Article { published: Some(date.to_owned()), ..article("One.") };
        check(vec![dated("2026-01-05T10:00:00Z")], Ok(()));
        check(vec![article("One."), dated("5 January")], Err((ErrorKind::BadDate, "articles[1].published")));
    }
}
