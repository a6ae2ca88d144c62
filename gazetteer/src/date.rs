//! Dates as historians have them: a year, a month or a day.

use std::fmt;

/// A year, a month of a year or a day, in the calendar of its source (here: Gregorian).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, possible in that month.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `1921`, `1921-03` or `1921-03-16`. `None` for anything else and for days that no calendar has.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts
            .next()
            .map(|part| number(part, 2))
            .map_or(Some(None), |m| m.map(Some))?;
        let day = parts
            .next()
            .map(|part| number(part, 2))
            .map_or(Some(None), |d| d.map(Some))?;
        let possible = parts.next().is_none()
            && year > 0
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days(year, month.unwrap_or(1))).contains(&day));
        possible.then_some(Date {
            year,
            month: month.map(|month| month as u8),
            day: day.map(|day| day as u8),
        })
    }

    /// The first day it can mean, as `(year, month, day)`.
    pub fn earliest(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it can mean, as `(year, month, day)`.
    pub fn latest(self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        (
            self.year,
            month,
            self.day.unwrap_or(days(self.year, u16::from(month)) as u8),
        )
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// From one date to another, both ends included, either open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// First date.
    pub from: Option<Date>,
    /// Last date.
    pub to: Option<Date>,
}

impl Period {
    /// Whether neither end is known.
    pub fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether some day that `date` can mean lies inside.
    pub fn contains(self, date: Date) -> bool {
        self.from.is_none_or(|from| from.earliest() <= date.latest())
            && self.to.is_none_or(|to| date.earliest() <= to.latest())
    }

    /// Whether the two have a day in common.
    pub fn overlaps(self, other: Period) -> bool {
        let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(end), Some(start)) if end.latest() < start.earliest());
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn days(year: u16, month: u16) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "1921-02-29",
            "1921-13",
            "1921-00",
            "21",
            "1921-3-16",
            "1921-03-16-1",
            "",
            "+921",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for text in ["1920-02-29", "1921", "1921-03", "1921-03-16"] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_period_holds_every_day_its_ends_can_mean() {
        let period = Period {
            from: None,
            to: Date::parse("1930"),
        };
        assert!(period.contains(Date::parse("1930-12-31").unwrap()));
        assert!(!period.contains(Date::parse("1931").unwrap()));
        assert!(!period.overlaps(Period {
            from: Date::parse("1931-01-01"),
            to: None
        }));
        assert!(period.overlaps(Period {
            from: Date::parse("1930-06"),
            to: None
        }));
    }
}
