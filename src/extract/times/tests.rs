//! What expressions of time are found, and what they are read as.

use crate::{Article, Readings, Story, lexicon::time};

/// The words, values and types of all times in `text`, as published on `published`.
fn times(published: &str, text: &str) -> Vec<(String, String)> {
    let published = (!published.is_empty()).then(|| published.to_owned());
    let article = Article { text: Some(text.into()), published, lang: Some("en".into()), ..Article::default() };
    let readings = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
    let reading = readings.get(0).unwrap();
    let found = &reading.extraction.times;
    found.iter().map(|time| (reading.document.slice(time.span).to_owned(), time.value.clone())).collect()
}

/// Compares all times of `text` with `expected`: their words and values.
fn check(published: &str, text: &str, expected: &[(&str, &str)]) {
    let found = times(published, text);
    let found: Vec<(&str, &str)> = found.iter().map(|(words, value)| (words.as_str(), value.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

/// Cases that were published on the same Tuesday, each a text with its times.
fn tuesday(cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        check("2026-01-06", text, expected);
    }
}

#[test]
fn the_quick_answer_knows_every_list() {
    use crate::lexicon::measure::{CARDINALS, MODIFIERS, ORDINALS};
    let lists = [&CARDINALS, &ORDINALS, &MODIFIERS, &time::MONTHS, &time::WEEKDAYS, &time::SEASONS, &time::DAY_PARTS];
    let more = [&time::DECADES, &time::REFERENCES, &time::FREQUENCIES, &time::HOLIDAYS];
    let keys = lists.into_iter().chain(more).flat_map(|list| list.iter().map(|(key, _)| key));
    for word in keys.filter_map(|key| key.split(' ').next()) {
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(!plain || time::OPENINGS.contains(word), "{word}");
    }
}

#[test]
fn dates_of_the_calendar() {
    tuesday(&[
        ("The treaty was signed on January 6, 2026.", &[("January 6, 2026", "2026-01-06")]),
        ("The treaty was signed on 6 January.", &[("6 January", "2026-01-06")]),
        ("The treaty was signed on the 6th of January 2025.", &[("the 6th of January 2025", "2025-01-06")]),
        ("It opened on Monday, January 5, 2026.", &[("Monday, January 5, 2026", "2026-01-05")]),
        ("They met on Sunday, March 8.", &[("Sunday, March 8", "2026-03-08")]),
        ("It was filed on 2026-01-06.", &[("2026-01-06", "2026-01-06")]),
        ("It was filed on 23/12/2025.", &[("23/12/2025", "2025-12-23")]),
        ("It was filed on 06/01/2026.", &[("06/01/2026", "2026-01-06")]),
        ("It was filed on 3-Feb-2025.", &[("3-Feb-2025", "2025-02-03")]),
        ("They met in June.", &[("June", "2025-06")]),
        ("They met in June 2024.", &[("June 2024", "2024-06")]),
        ("They will meet in June.", &[("June", "2026-06")]),
        ("Exports rose in 2024.", &[("2024", "2024")]),
        ("Talks ran Jan. 2-4.", &[("Jan. 2", "2026-01-02"), ("4", "2026-01-04")]),
        ("Talks ran from 2 to 4 December 2025.", &[("2", "2025-12-02"), ("4 December 2025", "2025-12-04")]),
        ("The Sept. 11 attacks changed the law.", &[("Sept. 11", "2001-09-11")]),
        ("The fair ran from 10/1 to 11/7.", &[("10/1", "2025-10-01"), ("11/7", "2025-11-07")]),
        ("See 2026-13-45.", &[]),
    ]);
    // Of a day in this year and one in the next, the past tense means the former.
    check("2026-11-20", "The ministers met on Jan. 5.", &[("Jan. 5", "2026-01-05")]);
    check("2026-11-20", "The ministers will meet on Jan. 5.", &[("Jan. 5", "2027-01-05")]);
}

#[test]
fn hours() {
    tuesday(&[
        ("It fell in the early hours of Monday.", &[("the early hours of Monday", "2026-01-05TMO")]),
        ("It fell in the last quarter of 2024.", &[("the last quarter of 2024", "2024-Q4")]),
        ("April Jones left at 9am ET.", &[("9am ET", "2026-01-06T09:00")]),
        ("It began at 2026-01-05T10:30.", &[("2026-01-05T10:30", "2026-01-05T10:30")]),
        ("It began at 2026-01-05T10:30:15+01:00, he said.", &[("2026-01-05T10:30:15+01:00", "2026-01-05T10:30:15")]),
        (
            "It opens from 3 to 5 p.m. daily.",
            &[("3", "2026-01-06T15:00"), ("5 p.m.", "2026-01-06T17:00"), ("daily", "P1D")],
        ),
        (
            "It opened from 11 to 2 p.m. on Monday.",
            &[("11", "2026-01-05T11:00"), ("2 p.m. on Monday", "2026-01-05T14:00")],
        ),
    ]);
}

#[test]
fn what_is_planned_to_the_day() {
    tuesday(&[
        ("The minister flies home on Wednesday.", &[("Wednesday", "2026-01-07")]),
        ("The minister arrives Thursday for talks.", &[("Thursday", "2026-01-08")]),
        ("The talks resume Friday, and the court meets Monday.", &[("Friday", "2026-01-09"), ("Monday", "2026-01-12")]),
        ("Ships sank between May and July.", &[("May", "2025-05"), ("July", "2025-07")]),
        ("The minister said Friday that it was over.", &[("Friday", "2026-01-02")]),
        ("The shop opens in two weeks' time.", &[("two weeks", "2026-01-20")]),
        ("The shop will open in a fortnight.", &[("a fortnight", "2026-01-20")]),
        ("They built it in two weeks.", &[("two weeks", "P2W")]),
        ("They left at seven thirty.", &[("seven thirty", "2026-01-06T07:30")]),
        ("They left at 8:00 early morning.", &[("8:00 early morning", "2026-01-06T08:00")]),
    ]);
}

#[test]
fn numbers_and_words_that_are_no_dates() {
    for text in [
        "Port Vale scored two touchdowns in the third quarter.",
        "The paper USA Today has it.",
        "The Six-Day War changed the border.",
        "They left at seven thirty ships.",
        "It was filed as 2026-13-45.",
        "She may march on.",
        "They sold 2024 tickets and 1,999 chairs.",
        "The 12-year-old boy won.",
        "The ministers walked 5 miles.",
        "Call 555-0123 or see page 1999.",
        "As soon as he spoke, the room fell silent.",
        "The second bus left.",
    ] {
        check("2026-01-06", text, &[]);
    }
}

#[test]
fn dates_from_the_publication() {
    tuesday(&[
        ("They met on Monday.", &[("Monday", "2026-01-05")]),
        ("They will meet on Friday.", &[("Friday", "2026-01-09")]),
        ("They plan to meet Friday.", &[("Friday", "2026-01-09")]),
        ("They may go home from Friday.", &[("Friday", "2026-01-09")]),
        ("They met last week.", &[("last week", "2026-W01")]),
        ("He left two days ago.", &[("two days ago", "2026-01-04")]),
        ("Votes are due later this month.", &[("later this month", "2026-01")]),
        ("Prices fell last year.", &[("last year", "2025")]),
        ("They spoke yesterday.", &[("yesterday", "2026-01-05")]),
        ("The court opens next Friday.", &[("next Friday", "2026-01-16")]),
        ("She was born ten years ago.", &[("ten years ago", "2016")]),
        ("She left last June.", &[("last June", "2025-06")]),
        ("The bank reports earnings in March.", &[("March", "2026-03")]),
        ("The bank reports earnings in May.", &[("May", "2025-05")]),
        ("The bank reported earnings in March.", &[("March", "2025-03")]),
        ("It snowed at Christmas.", &[("Christmas", "2025-12-25")]),
        ("They put up the Christmas lights.", &[]),
        ("She sold her midnight cherry car.", &[]),
        ("The ferry left at midnight.", &[("midnight", "2026-01-06T24:00")]),
        ("She came home for the Christmas holidays.", &[("Christmas", "2025-12-25")]),
        ("The plane turned around four hours into its flight.", &[("four hours", "PT4H")]),
        ("The plane flew around four hours.", &[("around four hours", "PT4H")]),
        ("It ended over 80 years ago.", &[("over 80 years ago", "P80Y")]),
        ("She will return in three days.", &[("three days", "2026-01-09")]),
    ]);
}

#[test]
fn days_in_figures_and_days_of_months() {
    tuesday(&[
        ("It opens on 1/15, 1/17 or 1/20.", &[("1/15", "2026-01-15"), ("1/17", "2026-01-17"), ("1/20", "2026-01-20")]),
        ("It won on 1/3 of the ballots.", &[]),
        ("They will meet on Fri 16th.", &[("Fri 16th", "2026-01-16")]),
        ("They will meet on Friday 16.", &[("Friday 16", "2026-01-16")]),
        ("They will meet on the 15th day of next month.", &[("the 15th day of next month", "2026-02-15")]),
        ("It was sent around the 2nd of this month.", &[("the 2nd of this month", "2026-01-02")]),
        ("It was filed under 20251231.", &[("20251231", "2025-12-31")]),
        ("It was built in two thousand and five.", &[("two thousand and five", "2005")]),
        ("They sold two thousand chairs.", &[]),
        ("It opens the week after next.", &[("the week after next", "2026-W04")]),
        ("Sales rose the year before last.", &[("the year before last", "2024")]),
        ("It rained in the week of January 5.", &[("the week of January 5", "2026-W02")]),
        ("She will return in two weeks.", &[("two weeks", "2026-01-20")]),
        ("It rained all day.", &[("all day", "P1D")]),
        ("It lasted one second.", &[("one second", "PT1S")]),
    ]);
}

#[test]
fn parts_of_days_without_a_day() {
    check("2026-01-06", "Rain fell in the morning.", &[("the morning", "TMO")]);
    check(
        "2026-01-06",
        "They left on Sunday. Rain fell in the evening.",
        &[("Sunday", "2026-01-04"), ("the evening", "2026-01-04TEV")],
    );
    check("2026-01-06", "She comes tomorrow pm.", &[("tomorrow pm", "2026-01-07TAF")]);
    check("2026-01-06T23:50:00Z", "It ends 30 minutes from now.", &[("30 minutes from now", "2026-01-07T00:20")]);
}

#[test]
fn without_a_publication_no_date_is_guessed() {
    check("", "They met on Monday.", &[("Monday", "XXXX-WXX-1")]);
    check("", "They met in June.", &[("June", "XXXX-06")]);
    check("", "They met on June 5.", &[("June 5", "XXXX-06-05")]);
    check("", "They ruled from 1215 to 1297.", &[("1215", "1215"), ("1297", "1297")]);
    check("", "Between 1066 and 1087 it grew.", &[("1066", "1066"), ("1087", "1087")]);
    check("", "They sold from 1215 to 1297 boats.", &[]);
    check("", "In this Nov. 2, 2017 photo, rain falls.", &[("Nov. 2, 2017", "2017-11-02")]);
    check("", "They met last week.", &[("last week", "XXXX-WXX")]);
    check("", "They met in June 2024.", &[("June 2024", "2024-06")]);
}

#[test]
fn days_named_by_two_expressions() {
    tuesday(&[
        ("They met two weeks ago Thursday.", &[("two weeks ago Thursday", "2025-12-25")]),
        ("It happened a week ago on Monday.", &[("a week ago on Monday", "2025-12-29")]),
        ("It opened Friday a week ago.", &[("Friday a week ago", "2025-12-26")]),
        ("It burned a year ago Monday night.", &[("a year ago Monday night", "2025-01-06TNI")]),
        ("They will meet a week from Tuesday.", &[("a week from Tuesday", "2026-01-13")]),
        ("They will meet on Friday week.", &[("Friday week", "2026-01-16")]),
    ]);
    check("", "They met two weeks ago Thursday.", &[("two weeks ago Thursday", "XXXX-WXX-4")]);
}

#[test]
fn ranges_of_durations_and_years() {
    let check = |text: &str, expected: (&str, &str)| {
        let article = Article {
            text: Some(text.into()),
            published: Some("2026-01-06".into()),
            lang: Some("en".into()),
            ..Article::default()
        };
        let readings = Readings::of(&Story { title: None, articles: vec![article] }).unwrap();
        let times = &readings.get(0).unwrap().extraction.times;
        let time = times.first().unwrap();
        assert_eq!((time.value.as_str(), time.upper.as_deref().unwrap_or("")), expected, "{text}");
    };
    check("The plan takes 2-3 weeks.", ("P2W", "P3W"));
    check("It lasted between two and three weeks.", ("P2W", "P3W"));
    check("A two- to three-day delay is likely.", ("P2D", "P3D"));
    check("He will return in two to three hours.", ("PT2H", "PT3H"));
    check("It took two weeks.", ("P2W", ""));
    tuesday(&[
        ("The war of 1939-45 ended it.", &[("1939", "1939"), ("45", "1945")]),
        ("It rained in 1999-00.", &[("1999", "1999"), ("00", "2000")]),
    ]);
}

#[test]
fn dates_from_another_date() {
    let arrived = ("December 1, 2025", "2025-12-01");
    tuesday(&[
        ("He arrived on December 1, 2025. Two days later he left.", &[arrived, ("Two days later", "2025-12-03")]),
        ("He arrived on December 1, 2025. The next day he left.", &[arrived, ("The next day", "2025-12-02")]),
        ("He arrived on December 1, 2025, a day earlier than planned.", &[arrived, ("a day", "P1D")]),
        ("He left three days after December 1, 2025.", &[("three days after December 1, 2025", "2025-12-04")]),
        ("Two days later he left.", &[("Two days later", "P2D")]),
    ]);
}

#[test]
fn durations_and_sets() {
    tuesday(&[
        ("The rent is due on the 19th of every month.", &[("the 19th of every month", "XXXX-XX-19")]),
        ("It made an SEC filing.", &[]),
        ("The four-day visit ended.", &[("four-day", "P4D")]),
        ("It lasted more than a decade.", &[("more than a decade", "P10Y")]),
        ("It took several weeks.", &[("several weeks", "PXW")]),
        ("It took five and a half hours.", &[("five and a half hours", "PT5H30M")]),
        ("It took half an hour.", &[("half an hour", "PT30M")]),
        ("It grew over the past two months.", &[("the past two months", "P2M")]),
        ("They argued for years.", &[("years", "PXY")]),
        ("They meet every Tuesday.", &[("every Tuesday", "XXXX-WXX-2")]),
        ("They meet twice a week.", &[("twice a week", "P1W")]),
        ("They meet daily.", &[("daily", "P1D")]),
        ("They meet on the first Monday of every month.", &[("the first Monday of every month", "P1M")]),
    ]);
}

#[test]
fn parts_of_years_and_days() {
    tuesday(&[
        ("Profit rose in the third quarter.", &[("the third quarter", "2025-Q3")]),
        ("Profit rose in Q3 2024.", &[("Q3 2024", "2024-Q3")]),
        ("Profit rose in the first half of 2025.", &[("the first half of 2025", "2025-H1")]),
        ("Profit rose in the summer of 2025.", &[("the summer of 2025", "2025-SU")]),
        ("It was built in the 1980s.", &[("the 1980s", "198")]),
        ("It was built in the 19th century.", &[("the 19th century", "18")]),
        ("It began at 2:30 p.m. on Monday.", &[("2:30 p.m. on Monday", "2026-01-05T14:30")]),
        ("It began on Monday at 15:00 GMT.", &[("Monday at 15:00 GMT", "2026-01-05T15:00")]),
        ("It began at half past nine.", &[("half past nine", "2026-01-06T09:30")]),
        ("It rained on Monday night.", &[("Monday night", "2026-01-05TNI")]),
        ("It snowed in the winter of 2010-11.", &[("the winter of 2010-11", "2010-WI")]),
        ("It rained over the weekend.", &[("the weekend", "2026-W01-WE")]),
        ("It has recently changed.", &[("recently", "PAST_REF")]),
    ]);
}

#[test]
fn every_frequency_and_reference_is_found() {
    for (phrase, value) in time::FREQUENCIES.iter() {
        let text = format!("They meet {} here.", phrase.replace(" - ", "-"));
        let found = times("2026-01-06", &text);
        assert!(found.iter().any(|(_, found)| found == value), "{text} {found:?}");
    }
}
