//! What quantities are found, and what they are read as.

use crate::{Article, Readings, Story, quantity::Modifier};

/// A quantity as a case writes it: its words, its value, its unit, its modifier.
type Case<'a> = (&'a str, f64, &'a str, Modifier);

fn readings(text: &str) -> Readings {
    let published = Some("2026-01-06".to_owned());
    let article = Article { text: Some(text.into()), published, lang: Some("en".into()), ..Article::default() };
    Readings::of(&Story { title: None, articles: vec![article] }).unwrap()
}

/// Compares all quantities of `text` with `expected`.
fn check(text: &str, expected: &[Case<'_>]) {
    let readings = readings(text);
    let reading = readings.get(0).unwrap();
    let found: Vec<Case<'_>> = reading
        .extraction
        .quantities
        .iter()
        .map(|quantity| {
            let words = reading.document.slice(quantity.span);
            (words, quantity.value, quantity.unit.name().unwrap_or(""), quantity.modifier)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

use Modifier::{Approximate, AtLeast, AtMost, Down, Exact, Less, More, Up};

#[test]
fn counted_things() {
    check("Some 2.5m people fled.", &[("Some 2.5m people", 2.5e6, "people", Approximate)]);
    check("He ran half a mile.", &[("half a mile", 0.5, "mile", Exact)]);
    check("He ran the 400m hurdles.", &[("400m", 400.0, "meter", Exact)]);
    check(
        "It sold 22,24 and 12,34,567 boats.",
        &[("22", 22.0, "", Exact), ("24", 24.0, "", Exact), ("12,34,567 boats", 1_234_567.0, "boats", Exact)],
    );

    check(
        "They signed 15 cooperation documents.",
        &[("15 cooperation documents", 15.0, "cooperation documents", Exact)],
    );
    check(
        "They signed 14 memorandums of understanding.",
        &[("14 memorandums of understanding", 14.0, "memorandums of understanding", Exact)],
    );
    check("At least 12 people were killed.", &[("At least 12 people", 12.0, "people", AtLeast)]);
    check("The storm left 12 dead.", &[("12 dead", 12.0, "dead", Exact)]);
    check("More than 200 shops closed.", &[("More than 200 shops", 200.0, "shops", More)]);
    check("Up to 3,000 troops arrived.", &[("Up to 3,000 troops", 3000.0, "troops", AtMost)]);
    check("Fewer than 50 tanks remain.", &[("Fewer than 50 tanks", 50.0, "tanks", Less)]);
    check("A quarter of a million homes flooded.", &[("A quarter of a million homes", 250_000.0, "homes", Exact)]);
    check("One of every five new cars failed.", &[("One of every five new cars", 0.2, "new cars", Exact)]);
    check("Twenty-six boats sank.", &[("Twenty-six boats", 26.0, "boats", Exact)]);
}

/// What bounds a figure bounds it in another unit too.
#[test]
fn conversions() {
    check(
        "The camp is less than 25 km (15 miles) from Orm.",
        &[("less than 25 km", 25.0, "kilometer", Less), ("15 miles", 15.0, "mile", Less)],
    );
    check(
        "It landed 2,000 kilometres (about 1,200 miles) east of Orm.",
        &[("2,000 kilometres", 2000.0, "kilometer", Exact), ("about 1,200 miles", 1200.0, "mile", Approximate)],
    );
    check(
        "They ran up to 25 km (40 miles were planned).",
        &[("up to 25 km", 25.0, "kilometer", AtMost), ("40 miles", 40.0, "mile", Exact)],
    );
}

#[test]
fn parts_and_powers() {
    check("They won 8-7 in 10 innings.", &[("10 innings", 10.0, "innings", Exact)]);
    check("They won the best-of-seven series.", &[]);
    check("Orrin (12-3) beat Norvik (4-11) by 10 points.", &[("10 points", 10.0, "points", Exact)]);
    check("Small children (4-11) ran.", &[("4-11", 4.0, "", Exact)]);
    check("It told of a fall of 4 percent.", &[("4 percent", 4.0, "percent", Down)]);
    check("It told of a fall of 4 boats.", &[("4 boats", 4.0, "boats", Exact)]);
    check("Holt added a 10-yard run.", &[("10-yard", 10.0, "yard", Exact)]);
    check("He died in 44 BC.", &[]);
    check("They sold 4 thousand 3 hundred boats.", &[("4 thousand 3 hundred boats", 4300.0, "boats", Exact)]);
    check("Twenty fifths of it was left.", &[("Twenty fifths", 4.0, "", Exact)]);
    check("It fell from $12 to $9.", &[("$12 to $9", 9.0, "USD", Down)]);
    check("Dozens of people left.", &[("Dozens of people", 12.0, "people", Exact)]);
    check("It holds 1.5e+3 litres.", &[("1.5e+3 litres", 1500.0, "liter", Exact)]);
}

#[test]
fn ages() {
    let age = "year of age";
    check("The 18-year-old ran.", &[("18-year-old", 18.0, age, Exact)]);
    check("Maria Lopez, 65, ran.", &[("65", 65.0, age, Exact)]);
    check("A man of 71 ran.", &[("71", 71.0, age, Exact)]);
    check("She was ten years old.", &[("ten years old", 10.0, age, Exact)]);
}

#[test]
fn money() {
    check("It cost about $273 billion.", &[("about $273 billion", 273e9, "USD", Approximate)]);
    check("It cost US$1.5m.", &[("US$1.5m", 1.5e6, "USD", Exact)]);
    check("It cost €1.2bn.", &[("€1.2bn", 1.2e9, "EUR", Exact)]);
    check("It cost HK$40.", &[("HK$40", 40.0, "HKD", Exact)]);
    check("It cost $2.07 billion.", &[("$2.07 billion", 2_070_000_000.0, "USD", Exact)]);
    check("It cost 1.5 billion yen.", &[("1.5 billion yen", 1.5e9, "JPY", Exact)]);
    check("It cost USD 20 million.", &[("USD 20 million", 20e6, "USD", Exact)]);
    check("It cost half a million dollars.", &[("half a million dollars", 5e5, "USD", Exact)]);
    check("It cost 15 dollars and 50 cents.", &[("15 dollars and 50 cents", 15.5, "USD", Exact)]);
    check("It cost 50 cents.", &[("50 cents", 0.5, "USD", Exact)]);
}

#[test]
fn shares_and_changes() {
    check("Sales rose 5 percent.", &[("5 percent", 5.0, "percent", Up)]);
    check("Sales fell by 3.5%.", &[("3.5%", 3.5, "percent", Down)]);
    check("Support is down 2 percentage points.", &[("2 percentage points", 2.0, "percentage point", Down)]);
    check("Two-thirds of voters agreed.", &[("Two-thirds of voters", 2.0 / 3.0, "voters", Exact)]);
    check("One in five members agreed.", &[("One in five members", 0.2, "members", Exact)]);
}

#[test]
fn measures_in_their_base_unit() {
    let check = |text: &str, expected: f64, base: &str| {
        let readings = readings(text);
        let (value, unit) = readings.get(0).unwrap().extraction.quantities[0].base.unwrap();
        assert!((value - expected).abs() < 1e-6 * expected, "{text} {value}");
        assert_eq!(unit, base);
    };
    check("It lies about 620 miles away.", 997_793.28, "meter");
    check("It lies 1,000 km away.", 1e6, "meter");
    check("Winds reached 120 mph.", 53.6448, "meter per second");
    check("It covers 2.5 square miles.", 6_474_970.275_84, "square meter");
    check("It was 20°C.", 293.15, "kelvin");
    check("It was 68 degrees Fahrenheit.", 293.15, "kelvin");
}

#[test]
fn ranges() {
    let check = |text: &str, expected: (f64, f64, &str)| {
        let readings = readings(text);
        let quantities = &readings.get(0).unwrap().extraction.quantities;
        assert_eq!(quantities.len(), 1, "{text} {quantities:?}");
        let quantity = &quantities[0];
        assert_eq!((quantity.value, quantity.upper.unwrap(), quantity.unit.name().unwrap_or("")), expected, "{text}");
    };
    check("It fell by 10 to 15 percent.", (10.0, 15.0, "percent"));
    check("Between 20 and 30 boats sank.", (20.0, 30.0, "boats"));
    check("Some 5-7 boats sank.", (5.0, 7.0, "boats"));
    check("It cost $5-7 million.", (5e6, 7e6, "USD"));
    check("Dozens of boats sank.", (12.0, 120.0, "boats"));
    check("It cost from $5 to $7 million.", (5e6, 7e6, "USD"));
    check("It cost from $500 to $2 million.", (500.0, 2e6, "USD"));
    check("It cost US$5-7m.", (5e6, 7e6, "USD"));
    check("The sea rose by six to nine feet.", (6.0, 9.0, "foot"));
    check("It was an 8-to-12-foot wall.", (8.0, 12.0, "foot"));
    check("It was a two- to three-mile walk.", (2.0, 3.0, "mile"));
    check("One or two boats sank.", (1.0, 2.0, "boats"));
    check("One to two inches of rain fell.", (1.0, 2.0, "inch"));
    check("Children aged 5 to 11 may come.", (5.0, 11.0, "year of age"));
    check("It needs about 2000 - 2500 calories.", (2000.0, 2500.0, "calorie"));
}

#[test]
fn parts_of_units_and_units_in_two_parts() {
    check("He is 5'10\" tall.", &[("5'10\"", 5.0 + 10.0 / 12.0, "foot", Exact)]);
    check("She is 6-foot-6.", &[("6-foot-6", 6.5, "foot", Exact)]);
    check("It rose by half a point.", &[("half a point", 0.5, "point", Up)]);
    check("It fell by half a percentage point.", &[("half a percentage point", 0.5, "percentage point", Down)]);
    check(
        "It cut a quarter of a percentage point.",
        &[("a quarter of a percentage point", 0.25, "percentage point", Exact)],
    );
    check("He ran three quarters of a mile.", &[("three quarters of a mile", 0.75, "mile", Exact)]);
    check("Two of Holt's deputies left.", &[("Two of Holt's deputies", 2.0, "deputies", Exact)]);
    check(
        "It cut power to 180,000 homes and businesses.",
        &[("180,000 homes and businesses", 180_000.0, "homes and businesses", Exact)],
    );
    check("It burned 12 homes and officials said so.", &[("12 homes", 12.0, "homes", Exact)]);
    check("Prices rose about 5 percent.", &[("about 5 percent", 5.0, "percent", Up)]);
}

#[test]
fn places_in_an_order() {
    let check = |text: &str, expected: &[(&str, f64, &str)]| {
        let readings = readings(text);
        let reading = readings.get(0).unwrap();
        let ordinals = reading.extraction.quantities.iter().filter(|quantity| quantity.ordinal);
        let found: Vec<(&str, f64, &str)> = ordinals
            .map(|found| (reading.document.slice(found.span), found.value, found.unit.name().unwrap_or("")))
            .collect();
        assert_eq!(found, expected, "{text}");
    };
    check("It was his third trip to the town.", &[("third trip", 3.0, "trip")]);
    check("He won a second term.", &[("second term", 2.0, "term")]);
    check("The 20th round of talks began.", &[("20th round of talks", 20.0, "round of talks")]);
    check("The twenty-first attempt worked.", &[("twenty-first attempt", 21.0, "attempt")]);
    for none in [
        "He finished third.",
        "It is the third-largest port and the second largest town.",
        "A third-party report came in.",
        "They met on Third Avenue in the second half.",
        "Pupils in seventh through 12th grades stay home.",
        "The third quarter was good.",
        "One third left.",
    ] {
        check(none, &[]);
    }
}

#[test]
fn numbers_that_are_no_quantities() {
    check("It opened on 31 February.", &[]);
    check("Shares of Acme (7203.T) fell.", &[]);
    check("No one was hurt by the one-time tax.", &[]);

    for text in [
        "Call 555-123-4567 now.",
        "Call 0207 555 0123 now.",
        "It began with the Six-Day War.",
        "He read page 5.",
        "They met in 2024.",
        "She lives at 10 Downing Street.",
        "A Boeing 747 landed.",
        "The Falcon 9 rockets landed.",
        "The G20 met.",
        "The team won 3-2.",
        "They beat Vale 2-1 thanks to rain.",
        "The hall at 16-18 Industrial Avenue burned.",
        "They slipped into the bottom three.",
        "The four-day visit ended.",
        "The shop is open 24/7.",
    ] {
        check(text, &[]);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_in_order_and_on_character_boundaries(text in "([0-9.,:/$€%½'’-]|[a-z ]|one|two|million|January|Mon|p\\.m\\.|ago|last|the |of |é|😀){0,60}") {
        let readings = readings(&format!("{text}."));
        let reading = readings.get(0).unwrap();
        let quantities = reading.extraction.quantities.iter().map(|quantity| quantity.span);
        let times = reading.extraction.times.iter().map(|time| time.span);
        for spans in [quantities.collect::<Vec<_>>(), times.collect()] {
            let mut end = 0;
            for span in spans {
                proptest::prop_assert!(span.start >= end && span.end > span.start, "{span:?}");
                proptest::prop_assert!(reading.document.text.get(span.range()).is_some());
                end = span.end;
            }
        }
    }
}
