//! What crosses the border inwards: a story and options, checked field by field so that an error can name the field.
//!
//! A caller's objects may run code of their own when they are read, and that code may throw; whatever they do, the
//! caller gets an error with a code. What is too large is refused before it is copied.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    error::{Error, ErrorKind},
    options::{Options, SummaryLength},
    story::{Article, MAX_ARTICLE_BYTES, MAX_FIELD_BYTES, MAX_PAGE_BYTES, Story},
};

/// Reads a story.
///
/// # Errors
/// `wrong-type` with the field's name where a field has a type that it cannot have or cannot be read; what
/// [`Story::check`] says of too many articles, too large ones and fields that are too long.
pub fn story(value: &JsValue) -> Result<Story, Error> {
    check_object(value, "story")?;
    let articles = field(value, "articles", "articles")?;
    if !is_array(&articles) {
        return Err(wrong_type("articles", "an array", &articles));
    }
    let count = field(&articles, "length", "articles")?.as_f64().unwrap_or_default() as u32;
    Story::check_count(count as usize)?;
    Ok(Story {
        title: text(value, "title", "title")?,
        articles: (0..count)
            .map(|index| {
                let path = format!("articles[{index}]");
                let value = Reflect::get_u32(&articles, index).map_err(|_| unreadable(&path))?;
                article(&value, &path)
            })
            .collect::<Result<_, _>>()?,
    })
}

/// Reads an article, which errors call `path`.
///
/// # Errors
/// As for a [`story`].
pub fn article(value: &JsValue, path: &str) -> Result<Article, Error> {
    check_object(value, path)?;
    let text = |name: &str| text(value, name, &format!("{path}.{name}"));
    let content = |name: &str, limit: usize| content(value, name, &format!("{path}.{name}"), limit);
    Ok(Article {
        id: text("id")?,
        source: text("source")?,
        title: text("title")?,
        url: text("url")?,
        published: text("published")?,
        lang: text("lang")?,
        text: content("text", MAX_ARTICLE_BYTES)?,
        html: content("html", MAX_PAGE_BYTES)?,
    })
}

/// Reads options; none at all, `undefined` and `null` stand for the defaults.
///
/// # Errors
/// `unknown-option` for a name that is no option's, `wrong-type` and `bad-option` for a value that it cannot have.
pub fn options(value: &JsValue) -> Result<Options, Error> {
    let mut options = Options::default();
    if is_missing(value) {
        return Ok(options);
    }
    check_object(value, "options")?;
    let names = Reflect::own_keys(value).map_err(|_| unreadable("options"))?;
    for name in names.iter().filter_map(|name| name.as_string()) {
        let path = format!("options.{name}");
        match name.as_str() {
            "summary" => {
                if let Some(length) = text(value, "summary", &path)? {
                    let message = || format!("{path}: \"{length}\" is none of short, medium, long");
                    options.summary =
                        SummaryLength::from_name(&length).ok_or_else(|| Error::new(ErrorKind::BadOption, message()))?;
                }
            }
            _ => return Err(Error::new(ErrorKind::UnknownOption, format!("{path}: the options are: summary"))),
        }
    }
    Ok(options)
}

/// Checks that a value is an object and no array or function. It need not be of this page's `Object`: another frame's
/// is as good, and one without a prototype.
fn check_object(value: &JsValue, path: &str) -> Result<(), Error> {
    if value.is_object() && !is_array(value) { Ok(()) } else { Err(wrong_type(path, "an object", value)) }
}

/// A short text, or `None` where the field is missing, `undefined` or `null`.
fn text(object: &JsValue, name: &str, path: &str) -> Result<Option<String>, Error> {
    content(object, name, path, MAX_FIELD_BYTES)
}

/// A text of at most `limit` bytes. It has at least as many bytes as code units, so that one that has too many of those
/// need not be copied.
fn content(object: &JsValue, name: &str, path: &str, limit: usize) -> Result<Option<String>, Error> {
    let value = field(object, name, path)?;
    if is_missing(&value) {
        return Ok(None);
    }
    let Some(string) = value.dyn_ref::<JsString>() else { return Err(wrong_type(path, "a string", &value)) };
    if string.length() as usize > limit {
        return Err(Story::too_large(path, limit));
    }
    Ok(Some(String::from(string)))
}

/// The field's value.
///
/// # Errors
/// Where reading it throws, as a getter may: what could not be read must not pass for what is not there.
fn field(object: &JsValue, name: &str, path: &str) -> Result<JsValue, Error> {
    Reflect::get(object, &JsValue::from_str(name)).map_err(|_| unreadable(path))
}

fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// Whether a value is an array. `Array.isArray` throws for a proxy that was revoked, as asking for its prototype does.
fn is_array(value: &JsValue) -> bool {
    value.is_object() && Reflect::get_prototype_of(value).is_ok() && Array::is_array(value)
}

fn unreadable(path: &str) -> Error {
    Error::new(ErrorKind::WrongType, format!("{path}: reading it throws"))
}

fn wrong_type(path: &str, wanted: &str, value: &JsValue) -> Error {
    let got = if value.is_null() {
        "null".to_owned()
    } else if is_array(value) {
        "an array".to_owned()
    } else {
        value.js_typeof().as_string().unwrap_or_default()
    };
    Error::new(ErrorKind::WrongType, format!("{path}: {wanted} is wanted, not {got}"))
}
