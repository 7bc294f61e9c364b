//! How two values stand to each other: whether both can hold.

use crate::{
    quantity::{Modifier, Quantity, Unit},
    time::{Hours, TimeExpression, TimeKind},
};

/// How two values of the same question stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// They say the same.
    Equal,
    /// One is the other, rounded or bounded: `about 620 miles` and `1,000 km`, `more than 200` and `213`.
    Rounded,
    /// One is more exact than the other: `June 2025` and `2025`.
    MoreExact,
    /// They cannot both hold.
    Different,
    /// They are no answers to the same question.
    Incomparable,
}

impl Relation {
    /// Whether both values can hold.
    #[must_use]
    pub const fn is_compatible(self) -> bool {
        matches!(self, Self::Equal | Self::Rounded | Self::MoreExact)
    }
}

/// Two figures of one measurement in two systems of units differ by no more than this share.
const CONVERSION: f64 = 0.03;

/// `about` allows for this share on either side.
const ABOUT: f64 = 0.08;

/// `more than` is said of values up to this many times as large: nobody says `more than 200` of 700.
const BOUND: f64 = 1.5;

/// From this size on a figure of a single digit may be one that was rounded to it: `$1 trillion` of $1.2 trillion.
const LARGE: f64 = 1e6;

/// By so much of itself such a figure may be rounded.
const SINGLE_DIGIT: f64 = 0.2;

/// Lengths of time that differ by more than this factor are answers to different questions.
const UNLIKE: f64 = 12.0;

/// The minutes of a day.
const DAY: i64 = 1440;

/// By so many minutes a time of day may be off of which it is said that it is not exact.
const ABOUT_AN_HOUR: i64 = 30;

/// By so many minutes a whole hour may be off.
const ROUND_HOUR: i64 = 15;

/// By so many minutes a time may be off that is a multiple of five minutes.
const ROUND_MINUTES: i64 = 2;

/// A part of the day and a time by the clock contradict each other from so many minutes on.
const PART_OF_DAY: i64 = 180;

/// How two quantities of the same question stand to each other. Whether their units are the same is for the caller to
/// know where they are counted nouns; other units must be equal or convertible.
#[must_use]
pub fn of_quantities(a: &Quantity, b: &Quantity) -> Relation {
    if a.ordinal != b.ordinal {
        return Relation::Incomparable;
    }
    let (converted, a_value, b_value) = match (a.base, b.base) {
        (Some((x, unit)), Some((y, other))) if unit == other => (a.unit != b.unit, x, y),
        (None, None) if same_plain_unit(&a.unit, &b.unit) => (false, a.value, b.value),
        _ => return Relation::Incomparable,
    };
    let rounded =
        (is_single_digit(a.value) && !is_single_digit(b.value), is_single_digit(b.value) && !is_single_digit(a.value));
    let (Some(a), Some(b)) = (Bounds::of(a, a_value, rounded.0), Bounds::of(b, b_value, rounded.1)) else {
        return Relation::Incomparable;
    };
    if a.directed * b.directed < 0.0 {
        return Relation::Different;
    }
    let same_bound = a.open != 0 && a.open == b.open;
    let slack = if converted { CONVERSION * a.high.abs().max(b.high.abs()) } else { 0.0 };
    if a.low == b.low && a.high == b.high {
        Relation::Equal
    } else if a.low <= b.high + slack && b.low <= a.high + slack {
        Relation::Rounded
    } else if same_bound {
        // "Less than 25 km" and "less than 50 km" can both hold, and are no agreement either.
        Relation::Incomparable
    } else {
        Relation::Different
    }
}

fn same_plain_unit(a: &Unit, b: &Unit) -> bool {
    match (a, b) {
        (Unit::None | Unit::Counted(_), Unit::None | Unit::Counted(_)) => true,
        _ => a == b,
    }
}

/// What a figure, with its words and its roundness, allows the value to be.
struct Bounds {
    low: f64,
    high: f64,
    /// 1 for a rise, -1 for a fall, otherwise 0.
    directed: f64,
    /// 1 where nothing is said of how much more it is, -1 of how much less, otherwise 0.
    open: i8,
}

impl Bounds {
    /// `value` is the quantity's value in the unit in which it is compared; `rounded`, whether the other figure has digits that
    /// this one may have lost.
    fn of(quantity: &Quantity, value: f64, rounded: bool) -> Option<Self> {
        let scale = if quantity.value == 0.0 { 1.0 } else { value / quantity.value };
        if !scale.is_finite() {
            return None;
        }
        let top = quantity.upper.map_or(value, |upper| upper * scale);
        let (low, high) = if top < value { (top, value) } else { (value, top) };
        let lost = if rounded { SINGLE_DIGIT * quantity.value.abs() } else { 0.0 };
        let half = scale.abs() * half_step(quantity.value, quantity.approximate).max(lost);
        let (low, high) = match quantity.modifier {
            _ if quantity.ordinal => (low, high),
            Modifier::Approximate | Modifier::Up | Modifier::Down if quantity.approximate => {
                (low - half.max(ABOUT * low.abs()), high + half.max(ABOUT * high.abs()))
            }
            Modifier::Exact | Modifier::Approximate | Modifier::Up | Modifier::Down => (low - half, high + half),
            Modifier::More | Modifier::AtLeast => (low, high.max(low.abs() * BOUND)),
            Modifier::Less | Modifier::AtMost => (low.min(low.abs() / BOUND), high),
        };
        let directed = match quantity.modifier {
            Modifier::Up => 1.0,
            Modifier::Down => -1.0,
            _ => 0.0,
        };
        let open = match quantity.modifier {
            Modifier::More | Modifier::AtLeast => 1,
            Modifier::Less | Modifier::AtMost => -1,
            _ => 0,
        };
        Some(Self { low, high, directed, open })
    }
}

/// Whether it is a single digit before a word such as "million": 1,000,000, 3 trillion.
fn is_single_digit(value: f64) -> bool {
    let mut mantissa = value.abs();
    if mantissa < LARGE {
        return false;
    }
    while mantissa >= 1000.0 {
        mantissa /= 1000.0;
    }
    mantissa < 10.0 && mantissa.fract() == 0.0
}

/// Half of the step to which a figure seems to be rounded: 500 for 213,000, 0.05 for 2.5, but nothing for a whole number
/// below 100, which is usually counted.
fn half_step(value: f64, approximate: bool) -> f64 {
    let size = value.abs();
    if size < 100.0 && size.fract() == 0.0 {
        return if approximate { 0.5 } else { 0.0 };
    }
    // The smallest power of ten of which the value is no whole multiple is the one below the step.
    let mut step = 1e-4;
    while step < size && (size / (step * 10.0)).fract().min(1.0 - (size / (step * 10.0)).fract()) < 1e-6 {
        step *= 10.0;
    }
    // A round figure is rarely rounded by more than a twentieth.
    (step / 2.0).min(size * 0.05)
}

/// How two expressions of time stand to each other as answers to the same question.
#[must_use]
pub fn of_times(a: &TimeExpression, b: &TimeExpression) -> Relation {
    if let (Some(x), Some(y)) = (a.length, b.length)
        && a.kind == TimeKind::Duration
        && b.kind == TimeKind::Duration
    {
        if x.max(y) > UNLIKE * x.min(y) {
            return Relation::Incomparable;
        }
        let allowed = if a.approximate || b.approximate { 0.16 } else { 0.02 } * x.max(y);
        // "two to three weeks" and "three weeks"
        let (least, most) = (a.longest.unwrap_or(x), b.longest.unwrap_or(y));
        if x != y && x <= most && y <= least {
            return Relation::Rounded;
        }
        return match (x - y).abs() {
            0.0 => Relation::Equal,
            difference if difference <= allowed => Relation::Rounded,
            _ => Relation::Different,
        };
    }
    let (Some(x), Some(y)) = (a.interval, b.interval) else {
        return match of_partial_dates(a, b) {
            Relation::Equal => of_hours(a, b, 0),
            relation => relation,
        };
    };
    let weeks_apart = a.relative && b.relative && x.days() == 1 && (x.first.days() - y.first.days()) % 7 == 0;
    if x == y || (weeks_apart && y.days() == 1) {
        // "Friday" in two articles is one Friday, though one of them gives a date of publication a week off.
        return of_hours(a, b, 0);
    }
    let hours = x.is_next_to(y).then(|| of_hours(a, b, x.first.days() - y.first.days()));
    let may_be_zones = (a.zoned || b.zoned) && hours.is_some_and(|hours| hours != Relation::Different);
    if hours.is_some_and(Relation::is_compatible) {
        // One in the morning on Saturday is in Friday's night.
        Relation::MoreExact
    } else if x.overlaps(y) || may_be_zones {
        // 01:40 in London is the evening before in New York.
        Relation::MoreExact
    } else if x.days() == y.days() || (x.days() >= 28 && y.days() >= 28 && x.days().abs_diff(y.days()) <= 3) {
        Relation::Different
    } else {
        // A day and another year: they speak of two things.
        Relation::Incomparable
    }
}

/// How two expressions stand to each other whose days are the same, or `days` apart, by the hours that they name.
fn of_hours(a: &TimeExpression, b: &TimeExpression, days: i64) -> Relation {
    let (x, y) = match (a.hours(), b.hours()) {
        (None, None) if days == 0 => return Relation::Equal,
        (Some(x), Some(y)) => (x, y),
        _ if days == 0 => return Relation::MoreExact,
        _ => return Relation::Incomparable,
    };
    if x == y && days == 0 {
        return Relation::Equal;
    }
    let moved = |minute: u32| i64::from(minute) + days * DAY;
    // "Friday night" and "Saturday morning" are two times, though somebody may have been up for both.
    if days != 0 && !x.is_exact() && !y.is_exact() {
        return Relation::Different;
    }
    // How long after the one's end the other begins.
    let gap = (i64::from(y.first) - moved(x.last)).max(moved(x.first) - i64::from(y.last));
    let slack = |time: &TimeExpression, hours: Hours| match hours.first {
        _ if !hours.is_exact() => 0,
        _ if time.approximate => ABOUT_AN_HOUR,
        minute if minute % 60 == 0 => ROUND_HOUR,
        minute if minute % 5 == 0 => ROUND_MINUTES,
        _ => 0,
    };
    if gap <= slack(a, x).max(slack(b, y)) {
        return if x.is_exact() && y.is_exact() { Relation::Rounded } else { Relation::MoreExact };
    }
    // Parts of the day have no sharp limits, noon is taken for midnight where nobody says which half of the day is meant, and
    // two zones are whole hours apart, or half of one.
    let is_exact = x.is_exact() && y.is_exact();
    let unsure = !is_exact && gap < PART_OF_DAY || is_exact && gap == DAY / 2 || (a.zoned || b.zoned) && gap % 30 == 0;
    if unsure { Relation::Incomparable } else { Relation::Different }
}

/// Whether both name hours, of one day as far as that is known: what they differ in are the hours.
#[must_use]
pub fn are_of_one_day(a: &TimeExpression, b: &TimeExpression) -> bool {
    let one_day = match (a.interval, b.interval) {
        (None, None) => of_partial_dates(a, b) == Relation::Equal,
        (x, y) => x == y,
    };
    one_day && a.hours().is_some() && b.hours().is_some()
}

/// How two dates stand to each other of which one lacks its year or week, because nobody said when its article was
/// published: by what is known of both.
fn of_partial_dates(a: &TimeExpression, b: &TimeExpression) -> Relation {
    let (a, b) = (Partial::of(a), Partial::of(b));
    let common = [
        a.weekday.zip(b.weekday).map(|(x, y)| x == y),
        a.month.zip(b.month).map(|(x, y)| x == y),
        a.day.zip(b.day).map(|(x, y)| x == y),
    ];
    let mut known = common.into_iter().flatten();
    match known.next() {
        None => Relation::Incomparable,
        Some(first) if first && known.all(|same| same) => Relation::Equal,
        Some(_) => Relation::Different,
    }
}

/// What is known of a day.
struct Partial {
    /// From 1 for Monday.
    weekday: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

impl Partial {
    /// From the day itself where it is known, otherwise from TIMEX3 values such as `XXXX-WXX-1` and `XXXX-09-08`.
    fn of(time: &TimeExpression) -> Self {
        if let Some(interval) = time.interval.filter(|interval| interval.days() == 1) {
            let date = interval.first;
            return Self { weekday: Some(date.weekday() as u32 + 1), month: Some(date.month), day: Some(date.day) };
        }
        let none = Self { weekday: None, month: None, day: None };
        let value = time.value.split('T').next().unwrap_or("");
        let Some(rest) = value.strip_prefix("XXXX-") else { return none };
        let number = |text: &str| text.parse::<u32>().ok();
        match rest.split_once('-') {
            Some(("WXX", weekday)) => Self { weekday: number(weekday), ..none },
            Some((month, day)) => Self { month: number(month), day: number(day), ..none },
            None => none,
        }
    }
}

/// Whether something is known of the day or the length that an expression stands for, so that it can be compared.
#[must_use]
pub fn is_comparable(time: &TimeExpression) -> bool {
    let partial = Partial::of(time);
    time.interval.is_some() || time.length.is_some() || partial.weekday.is_some() || partial.day.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{date::Moment, span::Span, time::Interval};

    fn quantity(value: f64, modifier: Modifier) -> Quantity {
        Quantity {
            span: Span::default(),
            number: Span::default(),
            value,
            upper: None,
            unit: Unit::None,
            modifier,
            approximate: modifier == Modifier::Approximate,
            ordinal: false,
            conversion: false,
            change: None,
            counted: 0..0,
            base: None,
        }
    }

    #[test]
    fn figures() {
        use Modifier::{Approximate, AtLeast, AtMost, Down, Exact, Less, More, Up};
        let check = |a: (f64, Modifier), b: (f64, Modifier), expected| {
            let [x, y] = [a, b].map(|(value, modifier)| quantity(value, modifier));
            assert_eq!(of_quantities(&x, &y), expected, "{a:?} {b:?}");
            assert_eq!(of_quantities(&y, &x), expected, "{b:?} {a:?}");
        };
        check((15.0, Exact), (14.0, Exact), Relation::Different);
        check((15.0, Exact), (15.0, Exact), Relation::Equal);
        check((213.0, Exact), (200.0, More), Relation::Rounded);
        check((700.0, Exact), (200.0, More), Relation::Different);
        check((12.0, AtLeast), (15.0, Exact), Relation::Rounded);
        check((12.0, AtLeast), (10.0, Exact), Relation::Different);
        check((25.0, Less), (50.0, Less), Relation::Incomparable);
        check((25.0, Less), (30.0, AtMost), Relation::Rounded);
        check((200.0, More), (700.0, AtLeast), Relation::Incomparable);
        check((25.0, Less), (50.0, More), Relation::Different);
        check((1.2e12, Exact), (1.21e12, Exact), Relation::Rounded);
        check((1.2e12, Exact), (1e12, Exact), Relation::Rounded);
        check((4e9, Exact), (5e9, Exact), Relation::Different);
        check((1.2e12, Exact), (1.5e12, Exact), Relation::Different);
        check((3.4e6, Exact), (4e6, Exact), Relation::Rounded);
        check((2.6e6, Exact), (4e6, Exact), Relation::Different);
        check((8e3, Exact), (9.1e3, Exact), Relation::Different);
        check((100e6, Approximate), (109.4e6, Exact), Relation::Different);
        check((273e9, Approximate), (273e9, Exact), Relation::Rounded);
        check((600.0, Exact), (900.0, Exact), Relation::Different);
        check((20.0, Exact), (19.0, Exact), Relation::Different);
        check((20.0, Approximate), (19.0, Exact), Relation::Rounded);
        check((12.0, Up), (12.0, Down), Relation::Different);
        check((2.5, Exact), (2.54, Exact), Relation::Rounded);
        check((2.5, Exact), (2.7, Exact), Relation::Different);
        let rise = |value, approximate| Quantity { approximate, ..quantity(value, Up) };
        assert_eq!(of_quantities(&rise(30.0, true), &rise(31.0, false)), Relation::Rounded);
        assert_eq!(of_quantities(&rise(30.0, false), &rise(31.0, false)), Relation::Different);
        let third = Quantity { ordinal: true, ..quantity(3.0, Exact) };
        assert_eq!(of_quantities(&third, &Quantity { value: 2.0, ..third.clone() }), Relation::Different);
        assert_eq!(of_quantities(&third, &quantity(3.0, Exact)), Relation::Incomparable);
    }

    #[test]
    fn miles_and_kilometres() {
        let miles = Quantity {
            unit: Unit::Measure("mile".to_owned()),
            base: Some((620.0 * 1609.344, "meter")),
            ..quantity(620.0, Modifier::Approximate)
        };
        let kilometres = Quantity {
            unit: Unit::Measure("kilometer".to_owned()),
            base: Some((1_000_000.0, "meter")),
            ..quantity(1000.0, Modifier::Exact)
        };
        assert_eq!(of_quantities(&miles, &kilometres), Relation::Rounded);
        let more = Quantity { base: Some((1_300_000.0, "meter")), value: 1300.0, ..kilometres };
        assert_eq!(of_quantities(&miles, &more), Relation::Different);
        assert_eq!(of_quantities(&miles, &quantity(620.0, Modifier::Exact)), Relation::Incomparable);
    }

    #[test]
    fn days_months_and_lengths() {
        let time = |first: &str, last: &str| TimeExpression {
            interval: Some(Interval {
                first: Moment::parse(first).unwrap().date,
                last: Moment::parse(last).unwrap().date,
            }),
            ..TimeExpression::of_value(TimeKind::Date, first)
        };
        let length = |days: f64, approximate| TimeExpression {
            kind: TimeKind::Duration,
            interval: None,
            length: Some(days),
            approximate,
            ..time("2026-01-01", "2026-01-01")
        };
        let check = |a: &TimeExpression, b: &TimeExpression, expected| assert_eq!(of_times(a, b), expected);
        check(&time("2026-01-05", "2026-01-05"), &time("2026-01-05", "2026-01-05"), Relation::Equal);
        check(&time("2026-01-05", "2026-01-05"), &time("2026-01-06", "2026-01-06"), Relation::Different);
        check(&time("2025-06-01", "2025-06-30"), &time("2025-01-01", "2025-12-31"), Relation::MoreExact);
        check(&length(4.0, false), &length(4.0, false), Relation::Equal);
        check(&length(4.0, false), &length(6.0, false), Relation::Different);
        let range = TimeExpression { longest: Some(6.0), ..length(4.0, true) };
        check(&range, &length(6.0, false), Relation::Rounded);
        check(&range, &length(9.0, false), Relation::Different);
        check(&length(4.0, false), &length(2190.0, false), Relation::Incomparable);
        check(&time("2019-01-01", "2019-12-31"), &time("2026-01-05", "2026-01-05"), Relation::Incomparable);
        check(&time("2025-10-01", "2025-10-31"), &time("2025-11-01", "2025-11-30"), Relation::Different);
        check(&length(30.0, true), &length(28.0, false), Relation::Rounded);
        let zoned = TimeExpression { kind: TimeKind::Time, zoned: true, ..time("2026-01-06", "2026-01-06") };
        check(&zoned, &time("2026-01-05", "2026-01-05"), Relation::MoreExact);
        check(&zoned, &time("2026-01-04", "2026-01-04"), Relation::Different);
        check(&length(4.0, false), &time("2026-01-05", "2026-01-05"), Relation::Incomparable);
        let unanchored = |value: &str| TimeExpression {
            interval: None,
            value: value.to_owned(),
            ..time("2026-01-05", "2026-01-05")
        };
        check(&unanchored("XXXX-WXX-1"), &unanchored("XXXX-WXX-1"), Relation::Equal);
        check(&unanchored("XXXX-WXX-1"), &unanchored("XXXX-WXX-2TNI"), Relation::Different);
        check(&unanchored("XXXX-WXX-1"), &time("2026-01-05", "2026-01-05"), Relation::Equal);
        check(&unanchored("XXXX-01-06"), &time("2026-01-05", "2026-01-05"), Relation::Different);
        check(&unanchored("XXXX-WXX-1"), &unanchored("XXXX-01-06"), Relation::Incomparable);
        check(&unanchored("XXXX-WXX-1T20:00"), &unanchored("XXXX-WXX-1T17:00"), Relation::Different);
    }

    #[test]
    fn hours_of_a_day() {
        let time = |value: &str| {
            let day = Moment::parse(value.split('T').next().unwrap()).unwrap().date;
            let kind = if value.contains('T') { TimeKind::Time } else { TimeKind::Date };
            TimeExpression { interval: Some(Interval::day(day)), ..TimeExpression::of_value(kind, value) }
        };
        let both = |a: &TimeExpression, b: &TimeExpression, expected| {
            assert_eq!(of_times(a, b), expected, "{} {}", a.value, b.value);
            assert_eq!(of_times(b, a), expected, "{} {}", b.value, a.value);
        };
        let check = |a: &str, b: &str, expected| both(&time(a), &time(b), expected);
        check("2026-01-06T11:36", "2026-01-06T11:36", Relation::Equal);
        check("2026-01-06TMO", "2026-01-06TMO", Relation::Equal);
        check("2026-01-06T11:36", "2026-01-06T19:33", Relation::Different);
        check("2026-01-06T11:36", "2026-01-06", Relation::MoreExact);
        check("2026-01-06T11:36", "2026-01-06TMO", Relation::MoreExact);
        check("2026-01-06T19:33", "2026-01-06TMO", Relation::Different);
        check("2026-01-06T12:30", "2026-01-06TMO", Relation::Incomparable);
        check("2026-01-06TEV", "2026-01-06TNI", Relation::MoreExact);
        check("2026-01-06TEV", "2026-01-06TMO", Relation::Different);
        // As they are rounded.
        check("2026-01-06T05:00", "2026-01-06T05:15", Relation::Rounded);
        check("2026-01-06T05:00", "2026-01-06T05:16", Relation::Different);
        check("2026-01-06T05:10", "2026-01-06T05:12", Relation::Rounded);
        check("2026-01-06T05:10", "2026-01-06T05:13", Relation::Different);
        check("2026-01-06T05:11", "2026-01-06T05:12", Relation::Different);
        let about = TimeExpression { approximate: true, ..time("2026-01-06T05:20") };
        both(&about, &time("2026-01-06T05:49"), Relation::Rounded);
        both(&about, &time("2026-01-06T05:51"), Relation::Different);
        // The other half of the day, and other zones.
        check("2026-01-06T08:30", "2026-01-06T20:30", Relation::Incomparable);
        let zoned = TimeExpression { zoned: true, ..time("2026-01-06T20:30") };
        both(&zoned, &time("2026-01-06T15:00"), Relation::Incomparable);
        both(&zoned, &time("2026-01-06T15:10"), Relation::Different);
        both(&zoned, &time("2026-01-06T20:30"), Relation::Equal);
        // A night goes on after midnight.
        check("2026-01-06TNI", "2026-01-07T01:00", Relation::MoreExact);
        check("2026-01-06TNI", "2026-01-07T09:00", Relation::Different);
        check("2026-01-06TNI", "2026-01-05T23:00", Relation::Different);
        check("2026-01-06TNI", "2026-01-07TMO", Relation::Different);
        check("2026-01-06T23:50", "2026-01-07T00:00", Relation::MoreExact);
        check("2026-01-06TNI", "2026-01-07", Relation::Different);
        let zoned = TimeExpression { zoned: true, ..time("2026-01-07T01:40") };
        both(&zoned, &time("2026-01-06T20:40"), Relation::MoreExact);
        both(&zoned, &time("2026-01-06T20:25"), Relation::Different);
    }
}
