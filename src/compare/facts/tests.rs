//! What contradicts what, in sentences of two articles.

use crate::{Article, Options, Story, analyze, fact::Verdict};

/// Whether a text and another of the same day are found to contradict each other.
fn check(first: &str, second: &str, expected: bool) {
    let article = |text: &str| Article {
        text: Some(text.to_owned()),
        published: Some("2024-05-16".to_owned()),
        lang: Some("en".to_owned()),
        source: Some(text.to_owned()),
        ..Article::default()
    };
    let story = Story { title: None, articles: vec![article(first), article(second)] };
    let analysis = analyze(&story, &Options::default()).unwrap();
    let conflict = analysis.facts.iter().find(|fact| fact.verdict == Verdict::Conflict);
    assert_eq!(conflict.is_some(), expected, "{first} | {second}: {conflict:?}");
}

#[test]
fn figures() {
    let text = "The council of Averby closed four schools in the old town.";
    check(text, "The council of Averby closed six schools in the old town.", true);
    check(text, "The council of Averby closed two other schools in the old town.", false);
    check(text, "The council of Averby closed dozens of schools in the old town.", false);
    check(text, "The council of Averby closed 90 schools in the old town.", false);
    check("Profit at Brenlow rose 12 percent in March.", "Profit at Brenlow fell 12 percent in March.", true);
    check("Brenlow reported a 12% fall in profit.", "Brenlow reported a 12% rise in profit.", true);
}

#[test]
fn states_and_places() {
    let closed = "The Orm Bridge was closed on Monday.";
    check(closed, "The Orm Bridge remained open all night.", true);
    check(closed, "The Orm Bridge has been shut since Monday.", false);
    check(closed, "The Tarn Bridge remained open all night.", false);
    check(closed, "The mayor asked whether the Orm Bridge was closed on Monday.", false);
}

#[test]
fn parts_are_no_contradiction_of_their_sum() {
    let sum = "The ambulance service said that 51 people were taken to two hospitals after the crash.";
    let parts = "The ambulance service said that 20 people were taken to the Tarn hospital and 31 to the Orm hospital.";
    check(sum, parts, false);
}

/// Whether two texts are found to say the same, with a label.
fn check_statement(first: &str, second: &str, expected: Option<&str>) {
    let article = |text: &str| Article {
        text: Some(text.to_owned()),
        published: Some("2024-05-16".to_owned()),
        lang: Some("en".to_owned()),
        ..Article::default()
    };
    let story = Story { title: None, articles: vec![article(first), article(second)] };
    let analysis = analyze(&story, &Options::default()).unwrap();
    let is_agreed =
        |fact: &&crate::Fact| fact.verdict == Verdict::Agreed && fact.kind == crate::fact::FactKind::Statement;
    let label = analysis.facts.iter().find(is_agreed).map(|fact| fact.label.words.join(": "));
    assert_eq!(label.as_deref(), expected, "{first} | {second}");
}

#[test]
fn statements() {
    let text = "The council of Averby closed the swimming pool, officials said.";
    let label = Some("council: closed the swimming pool");
    check_statement(text, "Reports say that the council of Averby closed the swimming pool.", label);
    check_statement(text, "The council of Averby cleaned the old swimming hall before the visit of a minister.", None);
    check_statement(text, "The council of Averby never closed the swimming pool.", None);
    check_statement(text, "The council of Averby will close the swimming pool.", None);
}
