//! Days as numbers, so that they can be subtracted, and which day it is.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::entry::Date;

/// The day since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
#[must_use]
pub fn number(date: Date) -> i64 {
    let month = i64::from(date.month);
    let year = i64::from(date.year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(date.day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The calendar day with this number.
#[must_use]
pub fn date(number: i64) -> Date {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date {
        year: u16::try_from(year).unwrap_or_default(),
        month: u8::try_from(month).unwrap_or_default(),
        day: u8::try_from(day).unwrap_or_default(),
    }
}

/// Today, in UTC; `CNREF_TODAY` sets it, so that an answer can be repeated.
#[must_use]
pub fn today() -> Date {
    let set = env::var("CNREF_TODAY").ok().and_then(|text| parse(&text));
    set.unwrap_or_else(|| {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        date(i64::try_from(seconds / 86_400).unwrap_or_default())
    })
}

/// The day that `text` writes as `2026-08-07`.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let parsed: toml::value::Datetime = text.parse().ok()?;
    let date = parsed.date.filter(|_| parsed.time.is_none())?;
    Some(Date { year: date.year, month: date.month, day: date.day })
}

/// The number of days in `90d`, `12w`, `6m` (of 30 days) or `1y` (of 365).
#[must_use]
pub fn span(text: &str) -> Option<u32> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let days = match unit {
        "d" => 1,
        "w" => 7,
        "m" => 30,
        "y" => 365,
        _ => return None,
    };
    number.parse::<u32>().ok()?.checked_mul(days)
}

#[cfg(test)]
mod tests {
    use super::{date, number, parse, span};

    #[test]
    fn days_are_numbered_from_1970() {
        let number_of = |text: &str| number(parse(text).expect("a day"));
        assert_eq!(number_of("1970-01-01"), 0);
        assert_eq!(number_of("2000-03-01"), 11_017);
        assert_eq!(number_of("2026-11-21") - number_of("2026-02-28"), 266);
        for day in (0..40_000).step_by(7) {
            assert_eq!(number(date(day)), day);
        }
    }

    #[test]
    fn spans_have_a_unit() {
        assert_eq!(
            (span("180d"), span("2w"), span("6m"), span("1y")),
            (Some(180), Some(14), Some(180), Some(365))
        );
        for wrong in ["", "d", "180", "-1d", "1h", "99999999999d", "9\u{e9}"] {
            assert_eq!(span(wrong), None, "{wrong}");
        }
    }
}
