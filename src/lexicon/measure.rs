//! Number words, scales, currencies, units of measurement and what converts them, words that bound a number.

use crate::{
    decimal,
    lexicon::{List, WordMap, WordSet, list},
    word,
};

/// Cardinal numbers below a hundred.
pub static CARDINALS: WordMap = WordMap::new(list!("number_words"));
/// Ordinal numbers.
pub static ORDINALS: WordMap = WordMap::new(list!("ordinal_words"));
/// What multiplies the number before it: `million`, `bn`, `k`.
pub static SCALES: WordMap = WordMap::new(list!("scales"));
/// Parts of one: `half`, `thirds`.
pub static FRACTIONS: WordMap = WordMap::new(list!("fractions"));
/// Words before a number that bound it.
pub static MODIFIERS: WordMap = WordMap::new(list!("number_modifiers"));
/// Words that make a number a rise or a fall.
pub static CHANGES: WordMap = WordMap::new(list!("change_words"));
/// Signs of currencies: `$`, `us$`, `€`.
pub static CURRENCY_SIGNS: WordMap = WordMap::new(list!("currency_signs"));
/// Codes of currencies, lower case.
pub static CURRENCY_CODES: WordMap = WordMap::new(list!("currency_codes"));
/// Names of currencies: `dollars`, `swiss francs`.
pub static CURRENCY_NAMES: WordMap = WordMap::new(list!("currency_names"));
/// Names of units, with the name that they go by here.
pub static UNIT_NAMES: WordMap = WordMap::new(list!("unit_names"));
/// Symbols of units in their case, with the name that they go by here.
pub static UNIT_SYMBOLS: WordMap = WordMap::new(list!("unit_symbols"));
/// Nouns after which a number is a name: `flight`, `page`.
pub static LABEL_NOUNS: WordSet = WordSet::new(list!("label_nouns"));
/// Words that end the name of a street.
pub static STREET_WORDS: WordSet = WordSet::new(list!("street_words"));

static UNIT_VALUES: WordMap = WordMap::new(list!("unit_values"));

/// `value` of the unit in its base unit, with that unit's name; `None` for a unit that is not known.
///
/// `square`, `cubic` and `per` are reckoned: 2 `square mile` are 5179976.22 `square meter`.
#[must_use]
pub fn to_base(value: f64, unit: &str) -> Option<(f64, &'static str)> {
    if let Some(entry) = UNIT_VALUES.get(unit) {
        let (factor, base) = entry.split_once(' ')?;
        return Some(match factor {
            "C" => (value + 273.15, base),
            "F" => ((value + 459.67) * 5.0 / 9.0, base),
            _ => (value * decimal::parse(factor)?, base),
        });
    }
    if let Some(length) = unit.strip_prefix("square ") {
        let (factor, base) = to_base(1.0, length)?;
        return (base == "meter").then_some((value * factor * factor, "square meter"));
    }
    if let Some(length) = unit.strip_prefix("cubic ") {
        let (factor, base) = to_base(1.0, length)?;
        return (base == "meter").then_some((value * factor * factor * factor * 1000.0, "liter"));
    }
    let at = word::find(unit, " per ")?;
    let (above, below) = (unit.get(..at)?, unit.get(at + " per ".len()..)?);
    let ((above, above_base), (below, below_base)) = (to_base(value, above)?, to_base(1.0, below)?);
    let base = match (above_base, below_base) {
        ("meter", "second") => "meter per second",
        ("liter", "second") => "liter per second",
        ("kilogram", "second") => "kilogram per second",
        ("bit", "second") => "bit per second",
        ("kilogram", "square meter") => "kilogram per square meter",
        _ => return None,
    };
    Some((above / below, base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_to_the_base_unit() {
        let check = |value: f64, unit: &str, expected: f64, base: &str| {
            let (got, got_base) = to_base(value, unit).unwrap();
            assert!((got - expected).abs() <= 1e-6 * expected.abs(), "{value} {unit}: {got}");
            assert_eq!(got_base, base);
        };
        check(620.0, "mile", 997_793.28, "meter");
        check(100.0, "kilometer per hour", 27.777_778, "meter per second");
        check(2.0, "square mile", 5_179_976.22, "square meter");
        check(1.0, "cubic meter", 1000.0, "liter");
        check(-40.0, "fahrenheit", 233.15, "kelvin");
        check(-40.0, "celsius", 233.15, "kelvin");
        check(3.0, "tablespoon", 0.044_360_294, "liter");
        assert_eq!(to_base(1.0, "furlong per fortnight"), None);
    }

    #[test]
    fn every_unit_has_a_value() {
        for (word, unit) in UNIT_NAMES.iter().chain(UNIT_SYMBOLS.iter()) {
            assert!(to_base(1.0, unit).is_some() || unit.contains("revolution"), "{word} {unit}");
        }
    }
}
