//! Dates and periods in the words of a language: "4–11 September 1919", "22 ноября 1872 – 7 июля 1936", "1920–1923".

use onomast_gazetteer::date::{Date, Period};
use onomast_gazetteer::entity::EntityType;

use super::{Argument, Locale, Messages};

/// A period of an entity of this kind. `None` where neither end is known.
pub fn describe_period(period: Period, kind: EntityType, locale: Locale) -> Option<String> {
    let messages = Messages::of(locale);
    match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => Some(date(messages, from)),
        (Some(from), Some(to)) => Some(from_to(messages, from, to)),
        // What happens or appears at one time lasts no longer because nobody wrote down an end.
        (Some(from), None) if matches!(kind, EntityType::Event | EntityType::Treaty | EntityType::Publication) => {
            Some(date(messages, from))
        }
        (Some(from), None) if kind == EntityType::Person => Some(one_end(messages, "date-born", from)),
        (None, Some(to)) if kind == EntityType::Person => Some(one_end(messages, "date-died", to)),
        (Some(from), None) => Some(one_end(messages, "date-from", from)),
        (None, Some(to)) => Some(one_end(messages, "date-until", to)),
        (None, None) => None,
    }
}

/// When a spelling or a name was in use. `None` where neither end is known.
pub fn describe_use(period: Period, locale: Locale) -> Option<String> {
    let messages = Messages::of(locale);
    match (period.from, period.to) {
        (Some(from), Some(to)) => Some(from_to(messages, from, to)),
        (Some(from), None) => Some(one_end(messages, "date-used-from", from)),
        (None, Some(to)) => Some(one_end(messages, "date-used-until", to)),
        (None, None) => None,
    }
}

fn from_to(messages: &Messages, from: Date, to: Date) -> String {
    if let (Some(day), Some(_)) = (from.day, to.day)
        && (from.year, from.month) == (to.year, to.month)
    {
        return format!("{day}–{}", date(messages, to));
    }
    let (from, to) = (date(messages, from), date(messages, to));
    // Between dates of several words the dash has room, between two years it has none.
    match from.contains(' ') || to.contains(' ') {
        true => format!("{from} – {to}"),
        false => format!("{from}–{to}"),
    }
}

fn one_end(messages: &Messages, key: &str, end: Date) -> String {
    messages.text(key, &[("date", date(messages, end).into())])
}

/// As exact as it is known.
fn date(messages: &Messages, date: Date) -> String {
    // As texts: a year takes no separator of thousands. The month is a number, by which its word is chosen.
    let year = ("year", Argument::from(date.year.to_string()));
    match (date.month, date.day) {
        (Some(month), Some(day)) => {
            let day = ("day", day.to_string().into());
            messages.text("date-day", &[day, ("month", month.into()), year])
        }
        (Some(month), None) => messages.text("date-month", &[("month", month.into()), year]),
        (None, _) => date.year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: EntityType, from: &str, to: &str, expected: [&str; 3]) {
        let period = Period {
            from: Date::parse(from),
            to: Date::parse(to),
        };
        let found = Locale::ALL.map(|locale| describe_period(period, kind, locale).unwrap_or_default());
        assert_eq!(found, expected, "{from} {to}");
    }

    #[test]
    fn periods_have_words_in_each_language() {
        use EntityType::{Event, Organization, Person, Publication};
        check(
            Person,
            "1872-11-24",
            "1936-07-07",
            [
                "24 November 1872 – 7 July 1936",
                "24 ноября 1872 – 7 июля 1936",
                "24 Kasım 1872 – 7 Temmuz 1936",
            ],
        );
        check(Person, "1881", "", ["born 1881", "род. 1881", "doğumu 1881"]);
        check(
            Person,
            "",
            "1933-02",
            ["died February 1933", "ум. февраль 1933", "ölümü Şubat 1933"],
        );
        check(
            Event,
            "1919-09-04",
            "1919-09-11",
            ["4–11 September 1919", "4–11 сентября 1919", "4–11 Eylül 1919"],
        );
        check(
            Event,
            "1920-09",
            "1920-09",
            ["September 1920", "сентябрь 1920", "Eylül 1920"],
        );
        check(Organization, "1920", "1923", ["1920–1923"; 3]);
        check(
            Organization,
            "1920",
            "",
            ["from 1920", "начало: 1920", "başlangıç: 1920"],
        );
        check(Organization, "", "1923", ["until 1923", "конец: 1923", "bitiş: 1923"]);
        check(Publication, "1973", "", ["1973"; 3]);
        check(Publication, "", "", [""; 3]);
    }
}
