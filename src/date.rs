//! Days of the civil calendar, without clocks, zones or locales.

use std::fmt;

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, from 1 to 9999.
    pub year: i32,
    /// The month, from 1 to 12.
    pub month: u32,
    /// The day of the month, from 1 to 31.
    pub day: u32,
}

/// The days of the week, Monday first as in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];
}

impl Date {
    /// The day, if there is such a day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month))
            .then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01. Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    #[must_use]
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i64::from((self.month + 9) % 12);
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day that is `days` after 1970-01-01. Source: the same, `civil_from_days`.
    #[must_use]
    pub fn from_days(days: i64) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
    }

    /// The day `count` days later, or earlier where negative.
    #[must_use]
    pub fn plus_days(self, count: i64) -> Option<Self> {
        Self::from_days(self.days().checked_add(count)?)
    }

    /// The same day of the month `count` months later; the month's last day where it has no such day.
    #[must_use]
    pub fn plus_months(self, count: i32) -> Option<Self> {
        let months = self.year.checked_mul(12)?.checked_add(i32::try_from(self.month).ok()? - 1)?.checked_add(count)?;
        let (year, month) = (months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1);
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        let index = (self.days() + 3).rem_euclid(7);
        usize::try_from(index).ok().and_then(|index| Weekday::ALL.get(index).copied()).unwrap_or(Weekday::Monday)
    }

    /// The ISO 8601 week: its year and its number, from 1 to 53.
    #[must_use]
    pub fn iso_week(self) -> (i32, u32) {
        let thursday = self.plus_days(3 - self.weekday() as i64).unwrap_or(self);
        let first = Self { month: 1, day: 1, ..thursday };
        (thursday.year, u32::try_from((thursday.days() - first.days()) / 7 + 1).unwrap_or(1))
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn month_end(self) -> Self {
        Self { day: days_in_month(self.year, self.month), ..self }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days the month has; 0 for a month that there is not.
#[must_use]
pub const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A moment as an article's metadata gives it: a day, and a time of day where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day, in the zone that the text names.
    pub date: Date,
    /// Minutes since midnight in that zone.
    pub minute: Option<u32>,
    /// The zone's distance from UTC in minutes, east positive.
    pub offset: Option<i32>,
}

impl Moment {
    /// Reads an ISO 8601 calendar date or date-time: `2026-01-06`, `2026-01-06T08:30`, `2026-01-06T08:30:00.5+09:00`,
    /// `2026-01-06 08:30Z`; also a bare month or year, which stand for their first day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, clock) = match text.find(['T', 't', ' ']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)),
            None => (text, None),
        };
        let mut parts = day.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(1), |part| number(part, 2))?;
        let day = parts.next().map_or(Some(1), |part| number(part, 2))?;
        if parts.next().is_some() {
            return None;
        }
        let date = Date::new(i32::try_from(year).ok()?, month, day)?;
        let Some(clock) = clock else { return Some(Self { date, minute: None, offset: None }) };
        let zone = clock.find(['Z', 'z', '+', '-']);
        let (time, zone) = clock.split_at_checked(zone.unwrap_or(clock.len()))?;
        let offset = match zone.chars().next() {
            None => None,
            Some('Z' | 'z') => (zone.len() == 1).then_some(Some(0))?,
            Some(sign) => {
                let digits: String = zone.chars().skip(1).filter(|&character| character != ':').collect();
                let hours = i32::try_from(number(digits.get(..2)?, 2)?).ok()?;
                let minutes = if digits.len() == 2 { 0 } else { i32::try_from(number(digits.get(2..)?, 2)?).ok()? };
                Some(if sign == '-' { -(hours * 60 + minutes) } else { hours * 60 + minutes })
            }
        };
        let mut parts = time.trim_end().splitn(3, ':');
        let (hour, minute) = (number(parts.next()?, 2)?, parts.next().map_or(Some(0), |part| number(part, 2))?);
        let second = parts.next().unwrap_or("0");
        if hour > 24 || minute > 59 || !second.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return None;
        }
        Some(Self { date, minute: Some(hour * 60 + minute), offset })
    }
}

impl fmt::Display for Moment {
    /// ISO 8601, as exact as it was given: `2026-01-06`, `2026-01-06T08:30`, `2026-01-06T08:30+09:00`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.date)?;
        let Some(minute) = self.minute else { return Ok(()) };
        write!(formatter, "T{:02}:{:02}", minute / 60, minute % 60)?;
        match self.offset {
            None => Ok(()),
            Some(0) => formatter.write_str("Z"),
            Some(offset) => {
                let (sign, offset) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
                write!(formatter, "{sign}{:02}:{:02}", offset / 60, offset % 60)
            }
        }
    }
}

/// `digits` as a number, if it consists of exactly `width` ASCII digits.
fn number(digits: &str, width: usize) -> Option<u32> {
    (digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for days in (-700_000..2_900_000).step_by(37) {
            let date = Date::from_days(days).unwrap();
            assert_eq!(date.days(), days);
        }
        assert_eq!(Date::new(1970, 1, 1).unwrap().days(), 0);
        assert_eq!(Date::new(2023, 2, 29), None);
    }

    #[test]
    fn weeks_and_weekdays() {
        let date = |text| Moment::parse(text).unwrap().date;
        assert_eq!(date("2026-01-05").weekday(), Weekday::Monday);
        assert_eq!(date("2026-01-04").iso_week(), (2026, 1));
        assert_eq!(date("2027-01-01").iso_week(), (2026, 53));
        assert_eq!(date("2024-12-30").iso_week(), (2025, 1));
        assert_eq!(date("2024-01-31").plus_months(1).unwrap().to_string(), "2024-02-29");
        assert_eq!(date("2026-01-15").plus_months(-13).unwrap().to_string(), "2024-12-15");
    }

    #[test]
    fn moments() {
        let check = |text: &str, expected: Option<(&str, Option<u32>, Option<i32>)>| {
            let moment = Moment::parse(text).map(|moment| (moment.date.to_string(), moment.minute, moment.offset));
            assert_eq!(moment, expected.map(|(date, minute, offset)| (date.to_owned(), minute, offset)), "{text}");
        };
        check("2026-01-06", Some(("2026-01-06", None, None)));
        check("2026-01", Some(("2026-01-01", None, None)));
        check("2026-01-06T08:30", Some(("2026-01-06", Some(510), None)));
        check("2026-01-06T08:30:00.25Z", Some(("2026-01-06", Some(510), Some(0))));
        check("2026-01-06 08:30:00+0900", Some(("2026-01-06", Some(510), Some(540))));
        check("2026-01-06T08:30:00-05:30", Some(("2026-01-06", Some(510), Some(-330))));
        check("2026-01-06T08", Some(("2026-01-06", Some(480), None)));
        for wrong in [
            "",
            "06/01/2026",
            "2026-13-01",
            "2026-02-30",
            "yesterday",
            "2026-1-6",
            "2026-01-06T25:00",
            "2026-01-06T08:30Zz",
            "26-01-06",
        ] {
            check(wrong, None);
        }
    }
}
