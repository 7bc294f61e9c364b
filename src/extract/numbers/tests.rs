//! What numbers are read as.

use crate::{Article, Readings, Story};

#[test]
fn reads_figures_and_words() {
    let check = |text: &str, expected: f64| {
        let article = Article { text: Some(format!("They need {text} francs.")), ..Article::default() };
        let readings = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let document = &readings.get(0).unwrap().document;
        let mut cursor = super::Cursor::new(document, 2, document.tokens.len());
        let number = super::number(&mut cursor).unwrap();
        assert!((number.value - expected).abs() <= 1e-9 * expected, "{text}: {}", number.value);
        assert_eq!(cursor.word(), "francs", "{text}");
    };
    for (text, expected) in [
        ("14", 14.0),
        ("1,000", 1000.0),
        ("12,34,567.89", 1_234_567.89),
        ("40\u{a0}000", 40_000.0),
        (".5", 0.5),
        ("2.5 million", 2.5e6),
        ("2.5bn", 2.5e9),
        ("10 1/2", 10.5),
        ("10½", 10.5),
        ("1/4", 0.25),
        ("3 hundred and 21", 321.0),
        ("twenty-six", 26.0),
        ("one hundred and six", 106.0),
        ("two hundred and two thousand", 202_000.0),
        ("twenty-eight thousand six hundred forty-two", 28_642.0),
        ("two million three hundred thousand", 2_300_000.0),
        ("a dozen", 12.0),
        ("two dozen", 24.0),
        ("a hundred", 100.0),
        ("half a million", 500_000.0),
        ("three and a half", 3.5),
        ("three and a half million", 3.5e6),
        ("3 million and a quarter", 3.25e6),
        ("naught point five", 0.5),
        ("two-thirds", 2.0 / 3.0),
        ("6 crore", 6e7),
    ] {
        check(text, expected);
    }
}
