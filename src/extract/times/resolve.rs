//! Lays a calendar beside what an expression says: its TIMEX3 value and the days it stands for.

use std::ops::Range;

use crate::{
    date::{Date, Moment, Weekday},
    decimal,
    document::Document,
    extract::times::{
        calendar::is_british,
        choose,
        meaning::{Anchor, Clock, Count, Found, Meaning, Portion, YearWord},
        point::{self, Point},
        tense::{self, Direction},
    },
    lexicon::time::{TimeUnit, ZONES, holiday},
    time::{TimeExpression, TimeKind},
};

/// Reads a document's expressions one after the other, remembering the dates that were spoken of.
pub(super) struct Resolver<'a> {
    document: &'a Document,
    published: Option<Moment>,
    /// The last day spoken of.
    day: Option<Date>,
    /// The last date spoken of, and the sentence it stands in.
    spoken: Option<(Point, usize)>,
}

/// A value, the days it stands for, and whether it was reckoned from another date.
struct Resolved {
    value: String,
    point: Option<Point>,
    relative: bool,
}

impl<'a> Resolver<'a> {
    pub fn new(document: &'a Document) -> Self {
        Self { document, published: document.published, day: None, spoken: None }
    }

    /// The meaning of one expression on the calendar; `None` where it has none that is sure.
    pub fn resolve(&mut self, found: &Found, sentence: usize, tokens: &Range<usize>) -> Option<TimeExpression> {
        let span = self.document.span_of(&(found.start..found.end));
        let zoned = (found.start..found.end)
            .any(|token| !self.document.is_word(token, "local") && ZONES.get(self.document.word(token)).is_some());
        let approximate = found.approximate || found.clock.is_some() && self.is_loosely_said(found);
        let expression = |kind, value: String| TimeExpression {
            span,
            kind,
            value,
            interval: None,
            length: None,
            longest: None,
            upper: None,
            approximate,
            zoned,
            relative: false,
        };
        match &found.meaning {
            // "will return in two days"
            Meaning::Duration { count: Count::Exact(count), unit } if self.is_ahead(found, tokens) => {
                let offset = match unit {
                    // Weeks from a day lead to a day.
                    TimeUnit::Week => self.offset(count * 7.0, TimeUnit::Day, 1, Anchor::Publication, sentence)?,
                    TimeUnit::Fortnight => {
                        self.offset(count * 14.0, TimeUnit::Day, 1, Anchor::Publication, sentence)?
                    }
                    _ => self.offset(*count, *unit, 1, Anchor::Publication, sentence)?,
                };
                let interval = offset.point.and_then(Point::interval);
                return Some(TimeExpression { interval, relative: true, ..expression(TimeKind::Date, offset.value) });
            }
            Meaning::Duration { count, unit } => {
                let length = count.least().map(|count| count * unit.days());
                let value = duration(*count, *unit);
                let most = if let Count::Range(_, most) = count { Some(*most) } else { None };
                return Some(TimeExpression {
                    length,
                    longest: most.map(|most| most * unit.days()),
                    upper: most.map(|most| duration(Count::Exact(most), *unit)),
                    approximate: found.approximate || *count == Count::Vague,
                    ..expression(TimeKind::Duration, value)
                });
            }
            // "two days later" says only how long where no day was spoken of.
            Meaning::Offset { count, unit, anchor: Anchor::Spoken, .. }
                if *unit <= TimeUnit::Fortnight && self.day.is_none() =>
            {
                return Some(expression(TimeKind::Duration, duration(*count, *unit)));
            }
            // "three minutes from now"
            Meaning::Offset { count: Count::Exact(count), unit, sign, anchor: Anchor::Publication }
                if unit.is_clock() && *sign > 0 && self.published.is_some_and(|now| now.minute.is_some()) =>
            {
                let minutes = libm::round(count * unit.days() * 1440.0) as i64;
                let now = self.published?;
                let then = i64::from(now.minute?) + minutes;
                let mut value = now.date.plus_days(then.div_euclid(1440))?.to_string();
                let clock = then.rem_euclid(1440) as u32;
                push_clock(&mut value, Clock { hour: clock / 60, minute: Some(clock % 60), second: None });
                return Some(TimeExpression { relative: true, ..expression(TimeKind::Time, value) });
            }
            // "in the morning", where no day was spoken of: it need not be the publication's.
            Meaning::Clock if found.clock.is_none() && self.spoken_day(sentence).is_none() => {
                return Some(expression(TimeKind::Time, format!("T{}", found.part?)));
            }
            Meaning::Set(value) => return Some(expression(TimeKind::Set, value.clone())),
            Meaning::Reference(value) => return Some(expression(TimeKind::Date, (*value).to_owned())),
            Meaning::Offset { count, unit, .. } if unit.is_clock() || *unit == TimeUnit::Millennium => {
                return Some(expression(TimeKind::Duration, duration(*count, *unit)));
            }
            // "more than eight decades ago" bounds a date and names none.
            Meaning::Offset { count: Count::Exact(_), unit, .. } if found.bounded && *unit >= TimeUnit::Year => {
                let Meaning::Offset { count, unit, .. } = found.meaning else { return None };
                let length = if let Count::Exact(count) = count { Some(count * unit.days()) } else { None };
                return Some(TimeExpression {
                    length,
                    approximate: true,
                    ..expression(TimeKind::Duration, duration(count, unit))
                });
            }
            Meaning::Offset { count: Count::Vague, sign, .. } => {
                let value = if *sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
                return Some(expression(TimeKind::Date, value.to_owned()));
            }
            _ => {}
        }
        let direction = tense::direction(self.document, tokens, &(found.start..found.end));
        let resolved = self.date(&found.meaning, direction, sentence)?;
        if let Some(point) = resolved.point {
            self.spoken = Some((point, sentence));
            if let Point::Day(day) = point {
                self.day = Some(day);
            }
        }
        let mut value = resolved.value;
        let kind = if let Some(clock) = found.clock {
            push_clock(&mut value, clock);
            TimeKind::Time
        } else if let Some(part) = found.part {
            value.push('T');
            value.push_str(part);
            TimeKind::Time
        } else {
            TimeKind::Date
        };
        let interval = resolved.point.and_then(Point::interval);
        Some(TimeExpression { interval, relative: resolved.relative, ..expression(kind, value) })
    }

    /// Whether a time by the clock is not said to the minute: "about 5 a.m.", "shortly after noon".
    fn is_loosely_said(&self, found: &Found) -> bool {
        let (document, before) = (self.document, found.start.saturating_sub(1));
        document.is_word(before, "before after")
            && document.is_word(before.saturating_sub(1), "just shortly soon right")
            || (before..found.end)
                .any(|token| document.is_word(token, "about around approximately roughly nearly almost circa"))
    }

    /// Whether a duration is a time to come: `in` before it, and a verb in the future, or `in two weeks' time`.
    fn is_ahead(&self, found: &Found, tokens: &Range<usize>) -> bool {
        let Meaning::Duration { count: Count::Exact(count), unit } = found.meaning else { return false };
        let before = found.start.checked_sub(1).map_or("", |at| self.document.word(at));
        before == "in"
            && self.published.is_some()
            && count.fract() == 0.0
            && !unit.is_clock()
            && unit <= TimeUnit::Decade
            && !self.document.is_word(found.start, "the")
            && (self.document.word(found.end + 1) == "time"
                || (tokens.start..found.start)
                    .rev()
                    .take(12)
                    .any(|at| self.document.is_word(at, "will 'll due please want")))
            && tense::direction(self.document, tokens, &(found.start..found.end)) != Direction::Back
    }

    fn today(&self) -> Option<Date> {
        self.published.map(|published| published.date)
    }

    fn date(&self, meaning: &Meaning, direction: Direction, sentence: usize) -> Option<Resolved> {
        let at = |point: Point| Resolved { value: point.value(), point: Some(point), relative: false };
        let from = |point: Point| Resolved { relative: true, ..at(point) };
        let open = |value: String| Resolved { value, point: None, relative: true };
        Some(match *meaning {
            Meaning::Day { year, month, day } => match self.year(year) {
                Some(year) => at(Point::Day(Date::new(year, month, day)?)),
                None => match self.today() {
                    // "Sunday, March 8": the nearest year in which it is a Sunday.
                    Some(today) => {
                        let named = choose::on_weekday(today, month, day, year);
                        at(Point::Day(named.or_else(|| choose::yearless(today, month, day, direction))?))
                    }
                    None => open(format!("XXXX-{month:02}-{day:02}")),
                },
            },
            Meaning::Numeric { first, second, year } => at(Point::Day(self.numeric(first, second, year)?)),
            Meaning::Month { year, month, shift } => match (self.year(year), self.today()) {
                (Some(year), _) => at(Point::Month(year, month)),
                (None, Some(today)) => from(Point::Month(choose::month_year(today, month, shift, direction), month)),
                (None, None) => open(format!("XXXX-{month:02}")),
            },
            Meaning::Year(year) => at(Point::Year(year)),
            Meaning::DayOfWeek { weekday, shift } => {
                let week = self.today()?.plus_days(7 * i64::from(shift))?;
                from(Point::Day(week.plus_days(weekday as i64 - week.weekday() as i64)?))
            }
            Meaning::WeekOfYear { week, year } => {
                let last = Date::new(year, 12, 28)?.iso_week().1;
                at(Point::Week(year, u32::try_from(week).unwrap_or(last).clamp(1, last)))
            }
            Meaning::Weekday { weekday, shift: Some(shift), anchor: Anchor::Spoken } if shift != 0 => {
                from(Point::Day(choose::weekday_from(self.day.or(self.today())?, weekday, Some(shift * 2), direction)?))
            }
            Meaning::Weekday { weekday, shift, .. } => match self.today() {
                Some(today) => from(Point::Day(choose::weekday_from(today, weekday, shift, direction)?)),
                None => open(format!("XXXX-WXX-{}", weekday as u32 + 1)),
            },
            Meaning::DayOfMonth { day, weekday, shift } => {
                from(Point::Day(choose::day_of_month(self.today()?, day, weekday, shift, direction)?))
            }
            Meaning::Season { season, year, shift } => match (self.year(year), self.today()) {
                (Some(year), _) => at(Point::Season(year, season)),
                (None, Some(today)) => {
                    from(Point::Season(choose::season_year(today, season, shift, direction), season))
                }
                (None, None) => open(format!("XXXX-{season}")),
            },
            Meaning::Portion { portion, year } => self.portion(portion, year, direction, sentence)?,
            Meaning::Holiday { rule, year, shift } => match (self.year(year), self.today()) {
                (Some(year), _) => at(Point::Day(holiday(rule, year)?)),
                (None, Some(today)) => from(Point::Day(choose::holiday_from(rule, today, shift, direction)?)),
                (None, None) => return None,
            },
            Meaning::Current { unit, shift, anchor } => {
                let base = match anchor {
                    Anchor::Publication => self.today(),
                    Anchor::Spoken if unit == TimeUnit::Day => self.day,
                    Anchor::Spoken => self.anchor(unit),
                };
                match base {
                    Some(base) if unit == TimeUnit::Weekend => from(choose::weekend(base, shift, direction)?),
                    Some(base) => from(point::moved(base, shift, unit)?),
                    None => open(unknown(unit)?.to_owned()),
                }
            }
            Meaning::Offset { count: Count::Exact(count), unit, sign, anchor } => {
                self.offset(count, unit, sign, anchor, sentence)?
            }
            Meaning::UnitOf(unit, ref day) => {
                let day = self.date(day, direction, sentence)?.point?.first()?;
                // The weekend before a Monday, and the one of any other day's week.
                let before = unit == TimeUnit::Weekend && day.weekday() == Weekday::Monday;
                from(Point::holding(if before { day.plus_days(-1)? } else { day }, unit)?)
            }
            Meaning::From { count, unit, sign, ref named } => {
                let day = self.date(named, direction, sentence)?.point?.first()?;
                let steps = libm::round(count) as i32;
                // Weeks and months from a day lead to a day.
                let moved = match unit {
                    TimeUnit::Week => day.plus_days(7 * i64::from(sign * steps))?,
                    TimeUnit::Fortnight => day.plus_days(14 * i64::from(sign * steps))?,
                    TimeUnit::Month => day.plus_months(sign * steps)?,
                    TimeUnit::Year => day.plus_months(12 * sign * steps)?,
                    _ => point::moved(day, sign * steps, unit)?.first()?,
                };
                if count.fract() != 0.0 || steps > 5000 {
                    return None;
                }
                from(Point::Day(moved))
            }
            Meaning::On(weekday, ref near) => {
                match self.date(near, direction, sentence).and_then(|near| near.point?.first()) {
                    Some(day) => {
                        let ahead = (weekday as i64 - day.weekday() as i64).rem_euclid(7);
                        let nearest = day.plus_days(if ahead > 3 { ahead - 7 } else { ahead })?;
                        // "a week ago Friday" is not the Friday of this week.
                        let back = self.today()?.days() - nearest.days();
                        from(Point::Day(if (1..7).contains(&back) { nearest.plus_days(-7)? } else { nearest }))
                    }
                    None => open(format!("XXXX-WXX-{}", weekday as u32 + 1)),
                }
            }
            Meaning::Period { unit, year } => self.period(unit, year)?,
            Meaning::Decade(decade) => at(Point::Decade(decade)),
            Meaning::Century(century) => at(Point::Century(century)),
            Meaning::Clock => match self.spoken_day(sentence).or(self.today()) {
                Some(day) => from(Point::Day(day)),
                None => open(String::new()),
            },
            Meaning::Duration { .. } | Meaning::Set(_) | Meaning::Reference(_) | Meaning::Offset { .. } => return None,
        })
    }

    fn year(&self, year: YearWord) -> Option<i32> {
        match year {
            YearWord::Number(year) => Some(year),
            YearWord::Shift(shift) => Some(self.today()?.year + shift),
            YearWord::Earlier => Some(self.today()?.year - 1),
            YearWord::Unsaid | YearWord::On(_) => None,
        }
    }

    /// The last day spoken of in this sentence or the one before.
    fn spoken_day(&self, sentence: usize) -> Option<Date> {
        match self.spoken {
            Some((Point::Day(day), at)) if at + 1 >= sentence => Some(day),
            _ => None,
        }
    }

    /// The date last spoken of that is at least as exact as the unit, or the publication's.
    fn anchor(&self, unit: TimeUnit) -> Option<Date> {
        match self.spoken {
            Some((point, _)) if point.unit() <= unit && point.unit() != TimeUnit::Day => point.first(),
            _ => self.day.or(self.today()),
        }
    }

    /// The order of day and month in figures is the one that can be, or the one that lies nearer to the publication; by
    /// default the American one.
    fn numeric(&self, first: u32, second: u32, year: i32) -> Option<Date> {
        let (american, british) = (Date::new(year, first, second), Date::new(year, second, first));
        match (american, british) {
            (Some(american), Some(british)) => {
                if is_british(self.document) {
                    return Some(british);
                }
                let Some(today) = self.today() else { return Some(american) };
                let far = |date: Date| (date.days() - today.days()).abs();
                Some(if far(british) < 45 && far(american) >= 45 { british } else { american })
            }
            (american, british) => american.or(british),
        }
    }

    fn portion(&self, portion: Portion, year: YearWord, direction: Direction, sentence: usize) -> Option<Resolved> {
        let make = |year| match portion {
            Portion::Quarter(quarter) => Point::Quarter(year, quarter),
            Portion::Half(half) => Point::Half(year, half),
        };
        let nearby = match self.spoken {
            Some((Point::Year(year), at))
                if at == sentence && year <= self.today().map_or(9999, |today| today.year) =>
            {
                Some(year)
            }
            _ => None,
        };
        let relative = !matches!(year, YearWord::Number(_));
        let named = match year {
            YearWord::Unsaid => nearby,
            YearWord::Earlier => None,
            _ => self.year(year),
        };
        let point = match (named, self.today()) {
            (Some(year), _) => make(year),
            (None, Some(today)) => {
                let begun = make(today.year).first().is_some_and(|first| first <= today);
                let shift = i32::from(year == YearWord::Earlier);
                make(if begun || direction == Direction::Ahead { today.year - shift } else { today.year - 1 - shift })
            }
            (None, None) => {
                let value = match portion {
                    Portion::Quarter(quarter) => format!("XXXX-Q{quarter}"),
                    Portion::Half(half) => format!("XXXX-H{half}"),
                };
                return Some(Resolved { value, point: None, relative });
            }
        };
        Some(Resolved { value: point.value(), point: Some(point), relative })
    }

    /// `two days ago`, `a year earlier`.
    fn offset(&self, count: f64, unit: TimeUnit, sign: i32, anchor: Anchor, sentence: usize) -> Option<Resolved> {
        if count.fract() != 0.0 && unit <= TimeUnit::Week || count > 5000.0 {
            return Some(Resolved {
                value: if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned(),
                point: None,
                relative: true,
            });
        }
        let from = |point: Point| Resolved { value: point.value(), point: Some(point), relative: true };
        // "up 5 percent from a year earlier", after a quarter: the same quarter, a year before.
        if unit == TimeUnit::Year
            && count == 1.0
            && let Some((point @ (Point::Quarter(..) | Point::Month(..)), at)) = self.spoken
            && at + 1 >= sentence
        {
            return Some(from(point.in_year(point.year()? + sign)));
        }
        let base = match anchor {
            Anchor::Publication => self.today(),
            Anchor::Spoken if unit >= TimeUnit::Year => match self.spoken {
                Some((point, at)) if at + 2 >= sentence => point.first(),
                _ => self.today(),
            },
            Anchor::Spoken => self.anchor(unit),
        };
        let Some(base) = base else {
            return Some(Resolved { value: unknown(unit)?.to_owned(), point: None, relative: true });
        };
        // Half a year is six months, a year and a half eighteen.
        let point = if count.fract() == 0.0 {
            point::moved(base, sign * count as i32, unit)?
        } else {
            let months = libm::round(count * unit.days() / TimeUnit::Month.days());
            point::moved(base, sign * months as i32, TimeUnit::Month)?
        };
        Some(from(point))
    }

    /// `the quarter`, `the year-ago period`.
    fn period(&self, unit: Option<TimeUnit>, year: YearWord) -> Option<Resolved> {
        let shift = i32::from(year == YearWord::Earlier);
        let spoken = self.spoken.map(|(point, _)| point).filter(|_| year != YearWord::Shift(0));
        let point = match (unit, spoken) {
            (Some(TimeUnit::Year), Some(point @ (Point::Quarter(..) | Point::Half(..)))) if shift == 1 => point,
            (Some(TimeUnit::Year), _) => Point::Year(self.today()?.year),
            (_, Some(point @ (Point::Quarter(..) | Point::Half(..)))) => point,
            (None, Some(point @ Point::Year(_))) => point,
            // The last quarter that is over.
            _ => point::moved(self.today()?, -1, TimeUnit::Quarter)?,
        };
        let current = self.today().map_or(0, |today| today.year);
        // "the year-ago quarter" after one that is itself of last year is the same one.
        let same = spoken == Some(point) && point.year() == Some(current - 1);
        let point = match point.year() {
            Some(year) if shift == 1 && !same => point.in_year(year - 1),
            _ => point,
        };
        Some(Resolved { value: point.value(), point: Some(point), relative: true })
    }
}

/// The value of a unit whose place on the calendar is not known.
fn unknown(unit: TimeUnit) -> Option<&'static str> {
    Some(match unit {
        TimeUnit::Day => "XXXX-XX-XX",
        TimeUnit::Week | TimeUnit::Fortnight => "XXXX-WXX",
        TimeUnit::Weekend => "XXXX-WXX-WE",
        TimeUnit::Month => "XXXX-XX",
        TimeUnit::Quarter => "XXXX-QX",
        TimeUnit::Year => "XXXX",
        TimeUnit::Decade => "XXX",
        TimeUnit::Century => "XX",
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Millennium => return None,
    })
}

/// The TIMEX3 value of a duration: `P4D`, `PT5H30M`, `PXW`.
fn duration(count: Count, unit: TimeUnit) -> String {
    let clock = if unit.is_clock() { "T" } else { "" };
    let Some(count) = count.least() else { return format!("P{clock}X{}", unit.vague_sign()) };
    let (sign, times) = unit.sign();
    let count = count * f64::from(times);
    if count.fract() == 0.5 {
        // Half of an hour is 30 minutes, half of a year 6 months.
        let smaller = match unit {
            TimeUnit::Hour => Some((30, "M")),
            TimeUnit::Minute => Some((30, "S")),
            TimeUnit::Year => Some((6, "M")),
            _ => None,
        };
        if let Some((rest, small)) = smaller {
            let whole = libm::floor(count);
            return if whole == 0.0 {
                format!("P{clock}{rest}{small}")
            } else {
                format!("P{clock}{}{sign}{rest}{small}", decimal::written(whole))
            };
        }
    }
    format!("P{clock}{}{sign}", decimal::written(count))
}

fn push_clock(value: &mut String, clock: Clock) {
    let Clock { hour, minute, second } = clock;
    value.push_str(&format!("T{hour:02}:{:02}", minute.unwrap_or(0)));
    if let Some(second) = second {
        value.push_str(&format!(":{second:02}"));
    }
}
