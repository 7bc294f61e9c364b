//! What can be wrong with a call, and what was odd about an article.

use std::fmt;

/// Why a story was refused. Nothing of it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// The reasons for which a call is refused; each has a stable [code](ErrorKind::code).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorKind {
    /// The story has no article.
    EmptyStory,
    /// The story has more than [`MAX_ARTICLES`](crate::MAX_ARTICLES) articles.
    TooManyArticles,
    /// One article is larger than [`MAX_ARTICLE_BYTES`](crate::MAX_ARTICLE_BYTES).
    ArticleTooLarge,
    /// All articles together are larger than [`MAX_STORY_BYTES`](crate::MAX_STORY_BYTES).
    StoryTooLarge,
    /// A title, address or the like is larger than [`MAX_FIELD_BYTES`](crate::MAX_FIELD_BYTES).
    FieldTooLong,
    /// An article has neither text nor HTML.
    EmptyArticle,
    /// A field has a value of a type that it cannot have.
    WrongType,
    /// There is no option of that name.
    UnknownOption,
    /// An option has a value that it cannot have.
    BadOption,
    /// A date is not in ISO 8601's form.
    BadDate,
    /// The program itself failed; the next call starts afresh.
    Internal,
}

impl ErrorKind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::EmptyStory,
        Self::TooManyArticles,
        Self::ArticleTooLarge,
        Self::StoryTooLarge,
        Self::FieldTooLong,
        Self::EmptyArticle,
        Self::WrongType,
        Self::UnknownOption,
        Self::BadOption,
        Self::BadDate,
        Self::Internal,
    ];

    /// The code by which a program may tell the reasons apart. It does not change between versions.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EmptyStory => "empty-story",
            Self::TooManyArticles => "too-many-articles",
            Self::ArticleTooLarge => "article-too-large",
            Self::StoryTooLarge => "story-too-large",
            Self::FieldTooLong => "field-too-long",
            Self::EmptyArticle => "empty-article",
            Self::WrongType => "wrong-type",
            Self::UnknownOption => "unknown-option",
            Self::BadOption => "bad-option",
            Self::BadDate => "bad-date",
            Self::Internal => "internal",
        }
    }
}

impl Error {
    /// An error of this kind with a message that names the field, as in `articles[2].published`.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// The reason.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The reason's stable code, such as `empty-story`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// What is wrong, in words, with the field that it is wrong with.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whether the story is too large in one of the four ways in which it can be.
    #[must_use]
    pub const fn is_too_large(&self) -> bool {
        use ErrorKind::{ArticleTooLarge, FieldTooLong, StoryTooLarge, TooManyArticles};
        matches!(self.kind, TooManyArticles | ArticleTooLarge | StoryTooLarge | FieldTooLong)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// Something odd about an article that did not keep it from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A stable code, such as `language-not-english`.
    pub code: &'static str,
    /// The same in words.
    pub message: String,
    /// The article's position in the story, where it is about one.
    pub article: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_distinct() {
        let codes: BTreeSet<_> = ErrorKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes.len(), ErrorKind::ALL.len());
    }
}
