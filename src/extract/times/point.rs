//! Points and stretches of the calendar, from a day to a century: their TIMEX3 value, their days, their neighbours.

use crate::{date::Date, lexicon::time::TimeUnit, time::Interval};

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Day(Date),
    /// The year and number of an ISO 8601 week.
    Week(i32, u32),
    Weekend(i32, u32),
    Month(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    /// A year and TIMEX3's sign of the season; a winter belongs to the year it begins in.
    Season(i32, &'static str),
    Year(i32),
    /// The first three digits of its years: 199 for the 1990s.
    Decade(i32),
    /// The first two digits of its years: 19 for the 20th century.
    Century(i32),
}

impl Point {
    /// The stretch of that unit in which a day lies; `None` for units of the clock.
    pub fn holding(day: Date, unit: TimeUnit) -> Option<Self> {
        let (year, week) = day.iso_week();
        Some(match unit {
            TimeUnit::Day => Self::Day(day),
            TimeUnit::Week | TimeUnit::Fortnight => Self::Week(year, week),
            TimeUnit::Weekend => Self::Weekend(year, week),
            TimeUnit::Month => Self::Month(day.year, day.month),
            TimeUnit::Quarter => Self::Quarter(day.year, day.month.div_ceil(3)),
            TimeUnit::Year => Self::Year(day.year),
            TimeUnit::Decade => Self::Decade(day.year.div_euclid(10)),
            TimeUnit::Century => Self::Century(day.year.div_euclid(100)),
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Millennium => return None,
        })
    }

    /// The TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Week(year, week) => format!("{year:04}-W{week:02}"),
            Self::Weekend(year, week) => format!("{year:04}-W{week:02}-WE"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{season}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
        }
    }

    /// Its days.
    pub fn interval(self) -> Option<Interval> {
        let months = |year, first: u32, count: i32| {
            let first = Date::new(year, first, 1)?;
            Some(Interval { first, last: first.plus_months(count - 1)?.month_end() })
        };
        match self {
            Self::Day(day) => Some(Interval::day(day)),
            Self::Week(year, week) => {
                let first = monday(year, week)?;
                Some(Interval { first, last: first.plus_days(6)? })
            }
            Self::Weekend(year, week) => {
                let first = monday(year, week)?.plus_days(5)?;
                Some(Interval { first, last: first.plus_days(1)? })
            }
            Self::Month(year, month) => months(year, month, 1),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => months(year, half * 6 - 5, 6),
            Self::Season(year, season) => months(year, season_start(season), 3),
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(decade) => {
                Some(Interval { first: Date::new(decade * 10, 1, 1)?, last: Date::new(decade * 10 + 9, 12, 31)? })
            }
            Self::Century(century) => {
                let first = Date::new((century * 100).max(1), 1, 1)?;
                Some(Interval { first, last: Date::new(century * 100 + 99, 12, 31)? })
            }
        }
    }

    /// Its first day.
    pub fn first(self) -> Option<Date> {
        self.interval().map(|interval| interval.first)
    }

    /// The unit of which it is one; halves and seasons count as quarters.
    pub const fn unit(self) -> TimeUnit {
        match self {
            Self::Day(_) => TimeUnit::Day,
            Self::Week(..) => TimeUnit::Week,
            Self::Weekend(..) => TimeUnit::Weekend,
            Self::Month(..) => TimeUnit::Month,
            Self::Quarter(..) | Self::Half(..) | Self::Season(..) => TimeUnit::Quarter,
            Self::Year(_) => TimeUnit::Year,
            Self::Decade(_) => TimeUnit::Decade,
            Self::Century(_) => TimeUnit::Century,
        }
    }

    /// The same stretch in another year: `2025-Q3` for `2026-Q3`.
    pub fn in_year(self, year: i32) -> Self {
        match self {
            Self::Day(day) => {
                let same = Date::new(year, day.month, day.day).or_else(|| Date::new(year, day.month, day.day - 1));
                same.map_or(self, Self::Day)
            }
            Self::Week(_, week) => Self::Week(year, week),
            Self::Weekend(_, week) => Self::Weekend(year, week),
            Self::Month(_, month) => Self::Month(year, month),
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Half(_, half) => Self::Half(year, half),
            Self::Season(_, season) => Self::Season(year, season),
            Self::Year(_) => Self::Year(year),
            Self::Decade(_) | Self::Century(_) => self,
        }
    }

    /// The calendar year it belongs to.
    pub const fn year(self) -> Option<i32> {
        match self {
            Self::Day(day) => Some(day.year),
            Self::Week(year, _)
            | Self::Weekend(year, _)
            | Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::Year(year) => Some(year),
            Self::Decade(_) | Self::Century(_) => None,
        }
    }
}

/// `day` moved by `count` units, back where negative, and seen at that unit's exactness; `None` for units of the clock.
pub(super) fn moved(day: Date, count: i32, unit: TimeUnit) -> Option<Point> {
    let to = match unit {
        TimeUnit::Day => day.plus_days(i64::from(count))?,
        TimeUnit::Week | TimeUnit::Weekend => day.plus_days(7 * i64::from(count))?,
        TimeUnit::Fortnight => day.plus_days(14 * i64::from(count))?,
        TimeUnit::Month => day.plus_months(count)?,
        TimeUnit::Quarter => day.plus_months(count.checked_mul(3)?)?,
        TimeUnit::Year => day.plus_months(count.checked_mul(12)?)?,
        TimeUnit::Decade => day.plus_months(count.checked_mul(120)?)?,
        TimeUnit::Century => day.plus_months(count.checked_mul(1200)?)?,
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Millennium => return None,
    };
    Point::holding(to, unit)
}

/// The Monday of an ISO 8601 week: 4 January always lies in week 1.
fn monday(year: i32, week: u32) -> Option<Date> {
    let fourth = Date::new(year, 1, 4)?;
    fourth.plus_days(7 * (i64::from(week) - 1) - fourth.weekday() as i64)
}

/// The season in which a month lies (the meteorological ones of the north) and the year that it is counted to.
pub(super) fn season_of(day: Date) -> (i32, &'static str) {
    match day.month {
        3..=5 => (day.year, "SP"),
        6..=8 => (day.year, "SU"),
        9..=11 => (day.year, "FA"),
        12 => (day.year, "WI"),
        _ => (day.year - 1, "WI"),
    }
}

/// The first month of a season.
pub(super) fn season_start(season: &str) -> u32 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_days() {
        let check = |point: Point, value: &str, first: &str, last: &str| {
            assert_eq!(point.value(), value);
            let days = point.interval().unwrap();
            assert_eq!((days.first.to_string().as_str(), days.last.to_string().as_str()), (first, last), "{value}");
        };
        check(Point::Week(2026, 1), "2026-W01", "2025-12-29", "2026-01-04");
        check(Point::Weekend(2026, 1), "2026-W01-WE", "2026-01-03", "2026-01-04");
        check(Point::Quarter(2025, 3), "2025-Q3", "2025-07-01", "2025-09-30");
        check(Point::Half(2025, 2), "2025-H2", "2025-07-01", "2025-12-31");
        check(Point::Season(2025, "WI"), "2025-WI", "2025-12-01", "2026-02-28");
        check(Point::Decade(198), "198", "1980-01-01", "1989-12-31");
        check(Point::Century(19), "19", "1900-01-01", "1999-12-31");
    }

    #[test]
    fn moves_by_units() {
        let day = Date::new(2026, 1, 6).unwrap();
        let check = |count, unit, expected: &str| assert_eq!(moved(day, count, unit).unwrap().value(), expected);
        check(-2, TimeUnit::Day, "2026-01-04");
        check(-1, TimeUnit::Week, "2026-W01");
        check(-1, TimeUnit::Month, "2025-12");
        check(-1, TimeUnit::Quarter, "2025-Q4");
        check(-3, TimeUnit::Decade, "199");
        assert_eq!(Point::Day(Date::new(2024, 2, 29).unwrap()).in_year(2025).value(), "2025-02-28");
    }
}
