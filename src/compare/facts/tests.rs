//! What contradicts what, in sentences of two articles.

use super::{Bench, told_once};
use crate::{
    Analysis, Article, Options, Story, analyze,
    fact::{Evidence, Fact, FactKind, Label, LabelTemplate, Note, Position, Value, Verdict},
    span::{Passage, Span},
};

/// What is found in two articles that appeared on one day.
pub(super) fn compared(first: &str, second: &str) -> Analysis {
    let article = |text: &str| Article {
        text: Some(text.to_owned()),
        published: Some("2024-05-16".to_owned()),
        lang: Some("en".to_owned()),
        source: Some(text.to_owned()),
        ..Article::default()
    };
    let story = Story { title: None, articles: vec![article(first), article(second)] };
    analyze(&story, &Options::default()).unwrap()
}

/// Whether a text and another of the same day are found to contradict each other.
fn check(first: &str, second: &str, expected: bool) {
    let analysis = compared(first, second);
    let conflict = analysis.facts.iter().find(|fact| fact.verdict == Verdict::Conflict);
    assert_eq!(conflict.is_some(), expected, "{first} | {second}: {conflict:?}");
}

/// The words in which the sides of a difference differ.
#[test]
fn words_of_the_sides() {
    let check = |first: &str, second: &str, expected: [&str; 2]| {
        let analysis = compared(first, second);
        let conflict = analysis.facts.iter().find(|fact| fact.verdict == Verdict::Conflict).unwrap();
        let mut words: Vec<&str> = conflict
            .positions
            .iter()
            .filter_map(|position| position.claims.first())
            .map(|claim| analysis.articles[claim.passage.article].document.slice(claim.passage.span))
            .collect();
        words.sort_unstable();
        assert_eq!(words, expected);
    };
    let rose = "Profit at Brenlow rose 12 percent in March.";
    check(rose, "Profit at Brenlow fell by 12% in March.", ["fell by 12%", "rose 12 percent"]);
    check("Brenlow reported a 12% fall in profit.", "Brenlow reported a 12% rise in profit.", ["12% fall", "12% rise"]);
    check(rose, "Profit at Brenlow rose 18 percent in March.", ["12 percent", "18 percent"]);
}

#[test]
fn figures() {
    let text = "The council of Averby closed four schools in the old town.";
    check(text, "The council of Averby closed six schools in the old town.", true);
    check(text, "The council of Averby closed two other schools in the old town.", false);
    let parts = "A new laptop with a silver case, 8 GB of memory and 7 hours of battery life.";
    check(parts, "A laptop with a large screen, 8 GB of memory and 5 hours of battery life.", false);
    let lasts = "The new laptop with a silver case has 8 GB of memory and 7 hours of battery life.";
    check(lasts, "The laptop with a large screen has 8 GB of memory and 5 hours of battery life.", true);
    check(
        "Bombs killed 37 people at two churches in Averby and injured more than 100, officials said on Sunday.",
        "Bombs at two churches in Averby left at least 40 people dead on Sunday and injured dozens of others, officials said.",
        true,
    );
    // The hurt are none of the dead, though they are "others".
    check(
        "Some 30 people were killed and 55 others injured when shells hit a school in Averby, officials said.",
        "Shells hit a school in Averby and killed 48 people, officials said.",
        true,
    );
    check(text, "The council of Averby closed dozens of schools in the old town.", false);
    check(text, "The council of Averby closed 90 schools in the old town.", false);
    check("Profit at Brenlow rose 12 percent in March.", "Profit at Brenlow fell 12 percent in March.", true);
    check("Brenlow reported a 12% fall in profit.", "Brenlow reported a 12% rise in profit.", true);
    check("Brenlow reported a fall of 12% in profit.", "Brenlow reported a rise of 12% in profit.", true);
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
fn names_in_one_role() {
    let check_both = |first: &str, second: &str, expected: bool| {
        check(first, second, expected);
        check(second, first, expected);
    };
    let opened = "Mayor Ana Ruiz opened the Averby flood hall on Monday and praised the builders.";
    check_both(opened, "Mayor Ben Ortiz opened the Averby flood hall on Monday and praised the builders.", true);
    check_both(opened, "Ruiz, the mayor, opened the Averby flood hall on Monday and praised the builders.", false);
    check_both(opened, "Mayor Ben Ortiz of Brenlow watched as the Averby flood hall was opened on Monday.", false);
    check_both(opened, "Ana Ruiz and Ben Ortiz opened the Averby flood hall on Monday.", false);
    let passive = "The Averby flood hall was opened on Monday by Mayor Ben Ortiz.";
    check_both("The Averby flood hall was opened on Monday by Ana Ruiz.", passive, true);
    // Who knows both does not take one for the other.
    check_both(
        opened,
        "Ben Ortiz opened the Averby flood hall on Monday and praised the builders. Ana Ruiz sang.",
        false,
    );
    let appointed = "The board of Brenlow Gas appointed Ana Ruiz as chief executive on Monday.";
    check_both(appointed, "The board of Brenlow Gas appointed Ben Ortiz as chief executive on Monday.", true);
    let bought = "The steel maker Brenlow was bought by Averby Steel Corporation for 3 billion dollars.";
    check_both(bought, "The steel maker Brenlow was bought by Carrick Industries Group for 3 billion dollars.", true);
    // Many may praise somebody, and the police arrest more than one.
    let praised = "Senator Ana Ruiz praised the firefighters in Averby on Monday.";
    check_both(praised, "Senator Ben Ortiz praised the firefighters in Averby on Monday.", false);
    let arrested = "Police arrested Carl Renner on Monday at a hotel in Averby.";
    check_both(arrested, "Police arrested Dora Lind on Monday at a hotel in Averby.", false);
}

#[test]
fn places() {
    let met = "The two ministers met in Geneva on Monday for talks on fishing.";
    check(met, "The two ministers met in Vienna on Monday for talks on fishing.", true);
    check(met, "The two ministers met in Switzerland on Monday for talks on fishing.", false);
    check(met, "The two ministers met in Geneva on Monday for talks on fishing, not in Vienna.", false);
    let landfall = "Hurricane Bruno made landfall near Charleston on Monday night.";
    check(landfall, "Hurricane Bruno came ashore near Savannah on Monday night.", true);
    check(landfall, "Hurricane Bruno came ashore in Georgia on Monday night.", false);
}

#[test]
fn speakers() {
    let quote = "“The harbour must reopen before the winter storms,” said Ana Ruiz, the mayor.";
    check(quote, "“The harbour must reopen before the winter storms,” said Ben Ortiz, a fisherman.", true);
    check(quote, "“The harbour must reopen before the winter storms,” Ruiz said.", false);
    check(quote, "“The harbour must reopen before the winter storms,” a spokesman for Ben Ortiz said.", false);
    check("“Thank you all,” said Ana Ruiz.", "“Thank you all,” said Ben Ortiz.", false);
}

#[test]
fn denials_and_opposites() {
    let rose = "Unemployment in Ruthenia rose in April, the statistics office said.";
    check(rose, "The statistics office said unemployment in Ruthenia fell in April.", true);
    check(rose, "The statistics office said unemployment in Ruthenia increased in April.", false);
    let signed = "The governor of Tarn signed the water bill on Monday, her office said.";
    check(signed, "The governor of Tarn did not sign the water bill on Monday, her office said.", true);
    check(signed, "The governor of Tarn vetoed the water bill on Monday, her office said.", true);
    let arrested = "Police said the driver was arrested after the crash at Orm.";
    check(arrested, "Police said the driver was not arrested after the crash at Orm.", true);
    let safe = "The water in Averby is safe to drink, the health office said on Monday.";
    check(safe, "The water in Averby is not safe to drink, the health office said on Monday.", true);
    check(safe, "The health office did not say on Monday whether the water in Averby is safe to drink.", false);
}

#[test]
fn verdicts_and_states() {
    let guilty = "Carl Renner pleaded guilty on Monday to setting fire to the Orm mill.";
    check(guilty, "Carl Renner pleaded not guilty on Monday to setting fire to the Orm mill.", true);
    check(guilty, "Renner pleaded guilty on Monday to the fire at the Orm mill.", false);
    let found = "The jury in Averby found the captain guilty of fraud on Monday.";
    check(found, "The jury in Averby found the captain not guilty of fraud on Monday.", true);
    let convicted = "The jury in Averby convicted the captain of fraud on Monday.";
    check(convicted, "The jury in Averby acquitted the captain of fraud on Monday.", true);
    let reopened = "Tarn Airport reopened on Monday after the snow.";
    check(reopened, "Tarn Airport stays shut on Monday after the snow.", true);
    check(reopened, "Tarn Airport, which was shut for two days, reopened on Monday.", false);
    let survived = "The pilot survived the crash near Orm on Monday, the coastguard said.";
    check(survived, "The pilot did not survive the crash near Orm on Monday, the coastguard said.", true);
}

#[test]
fn ages() {
    let admitted = "Ana Ruiz, 34, admitted the theft in Averby.";
    check(admitted, "A judge fined Ana Ruiz, 38, of Tarn for stealing.", true);
    check(admitted, "A judge fined Ana Ruiz, 35, of Tarn for stealing.", false);
    check(admitted, "A judge fined Ben Ortiz, 38, of Tarn for stealing.", false);
    check(admitted, "A judge fined Ana Ruiz, 34, and her brother Ben, 38, of Tarn for stealing.", false);
}

#[test]
fn before_and_after() {
    let before = "Ruthenia fired two missiles into the sea hours before the arrival of the minister in Averby.";
    check(before, "Ruthenia fired two missiles into the sea hours after the arrival of the minister in Averby.", true);
    check(
        before,
        "Ruthenia fired two missiles into the sea a day before the arrival of the minister in Averby.",
        false,
    );
    check(before, "Ruthenia fired two missiles into the sea hours after the talks of the ministers in Averby.", false);
}

#[test]
fn one_office() {
    let said = "Mayor Ana Ruiz said the Averby flood hall would open to families in June.";
    check(said, "Mayor Ben Ortiz said the Averby flood hall would open to families in June.", true);
    check(said, "Former mayor Ben Ortiz said the Averby flood hall would open to families in June.", false);
    check(said, "Senator Ben Ortiz said the Averby flood hall would open to families in June.", false);
    check(said, "Mayor Ben Ortiz said the harbour of Tarn would be dredged in autumn.", false);
    check(said, "Mayor Ruiz said the Averby flood hall would open to families in June.", false);
    check(
        said,
        "Mayor Ben Ortiz said the Averby flood hall would open to families in June. Ana Ruiz did not come.",
        false,
    );
}

#[test]
fn rounded_figures() {
    let exact = "The senate of Ruthenia passed a $1.2 trillion bill for roads on Monday.";
    check(exact, "The senate of Ruthenia passed a $1 trillion bill for roads on Monday.", false);
    check(exact, "The senate of Ruthenia passed a $2 trillion bill for roads on Monday.", true);
    let pages = "Carl Renner is named in the 48-page indictment of the mill owners.";
    check(pages, "“They burned the mill for its insurance,” the 47-page indictment says.", true);
}

#[test]
fn borrowed_words_are_no_conflict_of_speakers() {
    let quote = "“The flood is an unprecedented, serious and a grave threat to all of our valley,” said Ana Ruiz.";
    check(quote, "Ben Ortiz said the flood was an “unprecedented, serious and grave threat” to Tarn.", false);
}

/// Where both are near a place, they may be near both.
#[test]
fn near_two_places() {
    let landfall = "Hurricane Bruno made landfall near Charleston on Monday night.";
    let notes = |second: &str| {
        let analysis = compared(landfall, second);
        let conflict = analysis.facts.into_iter().find(|fact| fact.verdict == Verdict::Conflict).unwrap();
        conflict.notes
    };
    assert_eq!(notes("Hurricane Bruno came ashore near Savannah on Monday night."), [Note::NearBoth]);
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
    let is_agreed = |fact: &&Fact| fact.verdict == Verdict::Agreed && fact.kind == FactKind::Statement;
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
    // A question says nothing, and a title that two articles name is no speech.
    check_statement("Why was the old Orm bridge closed again?", "The old Orm bridge was closed again.", None);
    check_statement(
        "“The old Orm bridge was closed again?”",
        "The old Orm bridge was closed again?",
        Some("old Orm bridge: closed again"),
    );
    check_statement(
        "“We sang it in “Kill the Bell” all night,” Ana Ruiz said.",
        "Ana Ruiz accused “Kill the Bell” director Ben Ortiz of fraud.",
        None,
    );
    let met = "The two ministers met in Geneva on Monday for talks on fishing.";
    check_statement(met, "The two ministers met in Vienna on Monday for talks on fishing.", None);
    let brief = "The missiles were hypersonic, the army said.";
    check_statement(brief, "Ruthenia claimed that the missiles were hypersonic.", Some("missiles: hypersonic"));
}

/// The labels of what two texts agree on, as far as it is a value.
#[test]
fn labels_of_values() {
    let check = |first: &str, second: &str, expected: &str| {
        let analysis = compared(first, second);
        let agreed = analysis.facts.iter().filter(|fact| fact.verdict == Verdict::Agreed);
        let labels: Vec<String> = agreed
            .filter(|fact| fact.kind != FactKind::Statement)
            .map(|fact| crate::view::label(&fact.label, &crate::view::messages::Messages::default()))
            .collect();
        assert!(labels.iter().any(|label| label == expected), "{first} | {second}: {labels:?}");
    };
    check(
        "The missile flew 620 miles over Tarn.",
        "Ruthenia’s missile flew 620 miles.",
        "miles: Ruthenia’s missile flew",
    );
    check(
        "The raid on Orm left 32 civilians dead, officials said.",
        "Officials said the Orm raid left 32 civilians dead.",
        "civilians dead",
    );
    check("The bridge has a speed limit of 12 mph.", "A speed limit of 12 mph is kept on the bridge.", "speed limit");
    check("The camp is 20 km north of the Orm.", "That camp lies 20 km north of the Orm.", "km north of the Orm");
    check("The police held a 42-year-old driver in Averby.", "Averby police held the 42-year-old driver.", "Age");
    check(
        "Brenlow reported a 12% fall in profit for the quarter.",
        "Brenlow said a 12% fall in profit hit the quarter.",
        "figure: profit",
    );
    check(
        "Ten people were hurt on Monday when a tram derailed in Averby.",
        "Ten people were hurt in Averby when a tram derailed on Monday.",
        "when Ten people were hurt in Averby",
    );
}

/// A quarter of which earnings are is no time at which something happened in it.
#[test]
fn periods_that_describe() {
    let first = "Brenlow said on Friday that the tax will cut its earnings.";
    let second = "Brenlow said the tax will cut its second-quarter earnings.";
    let analysis = compared(first, second);
    let times = analysis.facts.iter().filter(|fact| fact.kind == FactKind::Time);
    assert_eq!(times.filter(|fact| fact.verdict == Verdict::Agreed).count(), 0);
}

/// The same words of one speaker are agreed on, if no clause says so already.
#[test]
fn words_of_one_speaker_agree() {
    let first = "Ana Ruiz told the council that the wall would be “a shield for our children”.";
    let second = "What Averby builds is “a shield for our children”, Ana Ruiz said.";
    let analysis = compared(first, second);
    let agreed = analysis.facts.iter().find(|fact| fact.verdict == Verdict::Agreed).unwrap();
    assert_eq!(agreed.label.words, ["Ana Ruiz", "“a shield for our children”"]);
}

/// What is agreed under one label with one value is one fact, with the claims of all.
#[test]
fn what_is_said_twice_is_told_once() {
    let fact = |verdict: Verdict, words: &str, kind: FactKind, value: f64, start: usize| {
        let sentence = Span::new(start, start + 9);
        let claims = vec![Evidence { passage: Passage::new(start % 2, sentence), sentence }];
        Fact {
            id: String::new(),
            verdict,
            kind,
            label: Label {
                template: LabelTemplate::Plain,
                words: Some(words.to_owned()).filter(|words| !words.is_empty()).into_iter().collect(),
            },
            positions: vec![Position { value: Some(Value::Number(value)), support: 1, claims }],
            notes: if start > 0 { vec![Note::Rounded] } else { Vec::new() },
        }
    };
    let bench = Bench { readings: &[], texts: &[] };
    let count = |facts: [Fact; 2]| told_once(&bench, facts.to_vec()).len();
    let (agreed, figure) = (Verdict::Agreed, FactKind::Quantity);
    let first = fact(agreed, "schools closed", figure, 6.0, 0);
    let told = told_once(&bench, vec![first.clone(), fact(agreed, "schools closed", figure, 6.0, 21), first.clone()]);
    let starts = |fact: &Fact| fact.positions[0].claims.iter().map(|claim| claim.sentence.start).collect::<Vec<_>>();
    assert_eq!(told.iter().map(starts).collect::<Vec<_>>(), [[0, 21]]);
    assert_eq!((told[0].positions[0].support, told[0].notes.as_slice()), (2, &[Note::Rounded][..]));
    // Another value, another sort, other words, and what is not agreed or has no name.
    assert_eq!(count([first.clone(), fact(agreed, "schools closed", figure, 7.0, 21)]), 2);
    assert_eq!(count([first.clone(), fact(agreed, "schools closed", FactKind::Time, 6.0, 21)]), 2);
    assert_eq!(count([first.clone(), fact(agreed, "schools", figure, 6.0, 21)]), 2);
    assert_eq!(count([first.clone(), fact(Verdict::Related, "schools closed", figure, 6.0, 21)]), 2);
    assert_eq!(count([0, 21].map(|start| fact(Verdict::Related, "schools closed", figure, 6.0, start))), 2);
    assert_eq!(count([0, 21].map(|start| fact(agreed, "", figure, 6.0, start))), 2);
}
