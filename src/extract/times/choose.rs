//! Chooses among the days, months and years that incomplete words may stand for. News looks back, unless a verb looks
//! ahead.

use crate::{
    date::{Date, Weekday},
    extract::times::{
        meaning::YearWord,
        point::{self, Point},
        tense::Direction,
    },
    lexicon::time::{TimeUnit, holiday},
};

/// The day in this year, the last or the next on which it falls on the weekday that was named with it.
pub(super) fn on_weekday(today: Date, month: u32, day: u32, year: YearWord) -> Option<Date> {
    let YearWord::On(weekday) = year else { return None };
    let years = [today.year, today.year - 1, today.year + 1];
    let fitting =
        years.into_iter().filter_map(|year| Date::new(year, month, day)).filter(|date| date.weekday() == weekday);
    fitting.min_by_key(|date| (date.days() - today.days()).abs())
}

/// A day and month without a year. News names the year of what lies far off, so a day that is soon to come is that one
/// even where the verb looks back.
pub(super) fn yearless(today: Date, month: u32, day: u32, direction: Direction) -> Option<Date> {
    // Leap days may be eight years apart.
    let candidates = || (today.year - 8..=today.year + 8).filter_map(|year| Date::new(year, month, day));
    let before = candidates().filter(|&date| date <= today).max();
    let after = candidates().find(|&date| date >= today);
    let (Some(before), Some(after)) = (before, after) else { return before.or(after) };
    let (back, ahead) = (today.days() - before.days(), after.days() - today.days());
    Some(match direction {
        // Of a day this year and one next year the past tense means the former.
        Direction::Back if ahead > 60 || before.year == today.year && after.year > today.year => before,
        Direction::Ahead if ahead <= 330 => after,
        _ if back <= ahead => before,
        _ => after,
    })
}

/// A day whose month is not named: the one in this month or the last, or the nearest that falls on the weekday.
pub(super) fn day_of_month(
    today: Date,
    day: u32,
    weekday: Option<Weekday>,
    shift: Option<i32>,
    direction: Direction,
) -> Option<Date> {
    let first = Date::new(today.year, today.month, 1)?;
    let on = |months: i32| first.plus_months(months).and_then(|month| Date::new(month.year, month.month, day));
    match (weekday, shift) {
        (Some(weekday), _) => (-11..=11)
            .filter_map(on)
            .filter(|date| date.weekday() == weekday)
            .min_by_key(|date| (date.days() - today.days()).abs()),
        (None, Some(shift)) => on(shift),
        (None, None) => on(0).filter(|&date| date <= today || direction != Direction::Back).or_else(|| on(-1)),
    }
}

/// A month that is no further ahead than this many months is near.
const NEAR: u32 = 2;

pub(super) fn month_year(today: Date, month: u32, shift: Option<i32>, direction: Direction) -> i32 {
    let latest = if month <= today.month { today.year } else { today.year - 1 };
    match shift {
        // "last June" in July is the one just over, "last January" in January the one a year ago.
        Some(-1) => {
            if month < today.month {
                today.year
            } else {
                today.year - 1
            }
        }
        Some(1) => {
            if month > today.month {
                today.year
            } else {
                today.year + 1
            }
        }
        Some(_) => today.year,
        // "The bank reports earnings in January", in December: of a month that is near, nobody means the one long gone.
        None if direction == Direction::Ahead
            || direction == Direction::Open && (month + 12 - today.month) % 12 <= NEAR =>
        {
            if month >= today.month {
                today.year
            } else {
                today.year + 1
            }
        }
        None => latest,
    }
}

pub(super) fn weekday_from(today: Date, weekday: Weekday, shift: Option<i32>, direction: Direction) -> Option<Date> {
    let back = (today.weekday() as i64 - weekday as i64).rem_euclid(7);
    let ahead = (weekday as i64 - today.weekday() as i64).rem_euclid(7);
    let in_week = weekday as i64 - today.weekday() as i64;
    today.plus_days(match shift {
        Some(-1) => -if back == 0 { 7 } else { back },
        // "next Friday" is the one of the week to come.
        Some(1) => in_week + 7,
        Some(2) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Some(-2) => -if back == 0 { 7 } else { back },
        Some(_) => in_week,
        None if direction == Direction::Ahead => ahead,
        None => -back,
    })
}

pub(super) fn season_year(today: Date, season: &'static str, shift: Option<i32>, direction: Direction) -> i32 {
    let begun = |year| Point::Season(year, season).first().is_some_and(|first| first <= today);
    let latest = if begun(today.year) { today.year } else { today.year - 1 };
    let running = point::season_of(today) == (latest, season);
    match shift {
        Some(-1) if running => latest - 1,
        Some(-1) => latest,
        Some(1) => latest + 1,
        Some(_) => today.year,
        None if direction == Direction::Ahead && !running => latest + 1,
        None => latest,
    }
}

pub(super) fn holiday_from(rule: &str, today: Date, shift: Option<i32>, direction: Direction) -> Option<Date> {
    let dates: Vec<Date> = (today.year - 1..=today.year + 1).filter_map(|year| holiday(rule, year)).collect();
    let before = dates.iter().copied().filter(|&date| date <= today).max();
    let after = dates.iter().copied().filter(|&date| date > today).min();
    match (shift, direction) {
        (Some(-1), _) => before,
        (Some(1), _) => after,
        (Some(_), _) => holiday(rule, today.year),
        (None, Direction::Ahead) => after,
        (None, Direction::Back) => before,
        (None, Direction::Open) => {
            let far = |date: Option<Date>| date.map_or(i64::MAX, |date| (date.days() - today.days()).abs());
            if far(before) <= far(after) { before } else { after }
        }
    }
}

/// `the weekend` is the one just over unless the verb looks ahead; on a weekend it is the running one.
pub(super) fn weekend(base: Date, shift: i32, direction: Direction) -> Option<Point> {
    let running = base.weekday() as u32 >= Weekday::Saturday as u32;
    let shift = if shift == 0 && !running && direction == Direction::Back { -1 } else { shift };
    point::moved(base, shift, TimeUnit::Weekend)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Tuesday.
    fn today() -> Date {
        Date::new(2026, 1, 6).unwrap()
    }

    #[test]
    fn days_without_a_year() {
        let check = |month, day, direction, expected: &str| {
            assert_eq!(yearless(today(), month, day, direction).unwrap().to_string(), expected);
        };
        check(1, 4, Direction::Back, "2026-01-04");
        check(11, 20, Direction::Back, "2025-11-20");
        check(1, 14, Direction::Back, "2026-01-14");
        check(6, 1, Direction::Ahead, "2026-06-01");
        check(12, 30, Direction::Open, "2025-12-30");
        check(2, 29, Direction::Back, "2024-02-29");
    }

    #[test]
    fn months_and_weekdays() {
        assert_eq!(month_year(today(), 6, None, Direction::Back), 2025);
        assert_eq!(month_year(today(), 6, None, Direction::Ahead), 2026);
        assert_eq!(month_year(today(), 1, None, Direction::Back), 2026);
        assert_eq!(month_year(today(), 1, Some(-1), Direction::Back), 2025);
        let check = |weekday, shift, direction, expected: &str| {
            assert_eq!(weekday_from(today(), weekday, shift, direction).unwrap().to_string(), expected);
        };
        check(Weekday::Monday, None, Direction::Back, "2026-01-05");
        check(Weekday::Tuesday, None, Direction::Back, "2026-01-06");
        check(Weekday::Wednesday, None, Direction::Back, "2025-12-31");
        check(Weekday::Friday, None, Direction::Ahead, "2026-01-09");
        check(Weekday::Tuesday, Some(-1), Direction::Open, "2025-12-30");
        check(Weekday::Friday, Some(1), Direction::Open, "2026-01-16");
    }
}
