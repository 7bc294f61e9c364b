//! What crosses the border inwards: a story and options, checked field by field so that an error can name the field.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    error::{Error, ErrorKind},
    options::{Options, SummaryLength},
    story::{Article, Story},
};

/// Reads a story.
///
/// # Errors
/// `wrong-type` with the field's name where a field has a type that it cannot have.
pub fn story(value: &JsValue) -> Result<Story, Error> {
    let story = object(value, "story")?;
    let articles = field(story, "articles");
    let Some(articles) = articles.dyn_ref::<Array>() else { return Err(wrong_type("articles", "an array", &articles)) };
    Ok(Story {
        title: text(story, "title", "title")?,
        articles: articles
            .iter()
            .enumerate()
            .map(|(index, value)| article(&value, &format!("articles[{index}]")))
            .collect::<Result<_, _>>()?,
    })
}

fn article(value: &JsValue, path: &str) -> Result<Article, Error> {
    let article = object(value, path)?;
    let text = |name: &str| text(article, name, &format!("{path}.{name}"));
    Ok(Article {
        id: text("id")?,
        source: text("source")?,
        title: text("title")?,
        url: text("url")?,
        published: text("published")?,
        lang: text("lang")?,
        text: text("text")?,
        html: text("html")?,
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
    let given = object(value, "options")?;
    for name in Object::keys(given).iter().filter_map(|name| name.as_string()) {
        let path = format!("options.{name}");
        match name.as_str() {
            "summary" => {
                if let Some(length) = text(given, "summary", &path)? {
                    let message = || format!("{path}: {length:?} is none of short, medium, long");
                    options.summary =
                        SummaryLength::from_name(&length).ok_or_else(|| Error::new(ErrorKind::BadOption, message()))?;
                }
            }
            _ => return Err(Error::new(ErrorKind::UnknownOption, format!("{path}: the options are: summary"))),
        }
    }
    Ok(options)
}

fn object<'a>(value: &'a JsValue, path: &str) -> Result<&'a Object, Error> {
    match value.dyn_ref::<Object>() {
        Some(object) if !Array::is_array(value) && !value.is_function() => Ok(object),
        _ => Err(wrong_type(path, "an object", value)),
    }
}

/// A text, or `None` where the field is missing, `undefined` or `null`.
fn text(object: &Object, name: &str, path: &str) -> Result<Option<String>, Error> {
    let value = field(object, name);
    if is_missing(&value) {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or_else(|| wrong_type(path, "a string", &value))
}

/// The field's value; `undefined` where reading it throws, as a hostile getter may.
fn field(object: &Object, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn is_missing(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

fn wrong_type(path: &str, wanted: &str, value: &JsValue) -> Error {
    let got = if value.is_null() {
        "null".to_owned()
    } else if Array::is_array(value) {
        "an array".to_owned()
    } else {
        value.js_typeof().as_string().unwrap_or_default()
    };
    Error::new(ErrorKind::WrongType, format!("{path}: {wanted} is wanted, not {got}"))
}
