//! Numbers in decimal figures, read and written.
//!
//! The standard library does both for every number there is, with tables of 11 kB. The numbers of news have few digits, and
//! one division by a power of ten is then as exact (W. Clinger, How to Read Floating Point Numbers Accurately, PLDI 1990).

/// The most figures that are read one by one; those behind them only count as places.
const FIGURES: u32 = 19;

/// The least number of sixteen figures: more than fifteen are not written for the sake of a part.
const MOST: f64 = 1e15;

/// Reads figures with at most one point among them: `12`, `0.5`, `.5`. `None` where there is anything else, or no figure.
///
/// Exact for up to fifteen figures; the last bit may differ beyond.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    // Zeros at the end of the part would only cost exactness.
    let part = part.trim_end_matches('0');
    let (mut value, mut figures, mut places) = (0_u64, 0, 0_i32);
    for (digit, is_part) in whole.bytes().map(|digit| (digit, false)).chain(part.bytes().map(|digit| (digit, true))) {
        if !digit.is_ascii_digit() {
            return None;
        }
        if figures < FIGURES {
            value = value * 10 + u64::from(digit - b'0');
            figures += u32::from(value > 0);
            places += i32::from(is_part);
        } else {
            places -= i32::from(!is_part);
        }
    }
    let figure = |byte: u8| byte.is_ascii_digit();
    text.bytes().any(figure).then(|| match places {
        0.. => value as f64 / power_of_ten(places.unsigned_abs()),
        _ => value as f64 * power_of_ten(places.unsigned_abs()),
    })
}

/// Ten to the power of `exponent`: exact up to 22.
#[must_use]
pub fn power_of_ten(exponent: u32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// Writes a number with as few figures as tell it from its neighbours, at most fifteen: `12`, `-0.5`.
#[must_use]
pub fn written(value: f64) -> String {
    let mut text = String::new();
    if value.is_nan() || value.is_infinite() {
        return text;
    }
    if value < 0.0 {
        text.push('-');
    }
    let (mut value, mut zeros) = (value.abs(), 0);
    while value >= 1e19 {
        value /= 10.0;
        zeros += 1;
    }
    let mut places = 0;
    let shifted = |places: usize| value * power_of_ten(places as u32);
    let nearest = |places: usize| (shifted(places) + 0.5).floor();
    while nearest(places) / power_of_ten(places as u32) != value && shifted(places + 1) < MOST {
        places += 1;
    }
    let whole = if value < MOST { nearest(places) } else { value } as u64;
    let figures = whole.to_string();
    for _ in figures.len()..=places {
        text.push('0');
    }
    text.push_str(&figures);
    if places > 0 {
        text.insert(text.len() - places, '.');
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text.extend((0..zeros).map(|_| '0'));
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_figures_and_nothing_else() {
        let check = |text: &str, expected: Option<f64>| assert_eq!(parse(text), expected, "{text}");
        for text in ["0", "12", "0.5", ".5", "5.", "007", "1.50", "745.6998715822702", "9460730472580800.0", "1000000"]
        {
            check(text, text.parse().ok());
        }
        for text in ["", ".", "1.2.3", "1,2", "-1", "1e6", "inf", "½", " 1"] {
            check(text, None);
        }
        check("0.0000000000000000000001", Some(1e-22));
        check(&"0".repeat(900), Some(0.0));
        assert!(parse(&"9".repeat(900)).unwrap().is_infinite());
    }

    #[test]
    fn writes_what_it_means() {
        let check = |value: f64, expected: &str| assert_eq!(written(value), expected);
        check(0.0, "0");
        check(12.0, "12");
        check(-0.5, "-0.5");
        check(0.05, "0.05");
        check(1.0 / 3.0, "0.333333333333333");
        check(123_456_789_012.1, "123456789012.1");
        check(0.007, "0.007");
        check(1e21, "1000000000000000000000");
        check(0.1 + 0.2, "0.3");
        check(f64::NAN, "");
    }

    proptest! {
        #[test]
        fn equals_the_standard_library_on_the_figures_of_news(whole in 0_u64..10_000_000_000, part in "[0-9]{0,5}") {
            let text = format!("{whole}.{part}");
            let value: f64 = text.parse().unwrap();
            prop_assert_eq!(parse(&text), Some(value));
            prop_assert_eq!(written(value), value.to_string());
        }

        #[test]
        fn large_numbers_come_near(digits in "[1-9][0-9]{16,40}") {
            let (value, expected) = (parse(&digits).unwrap(), digits.parse::<f64>().unwrap());
            prop_assert!((value - expected).abs() <= expected * 1e-14);
        }
    }
}
