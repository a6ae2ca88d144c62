//! Messages for people, from the catalogue of their language. Codes and machine formats never come from here.
//!
//! The catalogues are `server/messages/*.ftl` (Project Fluent). English is complete by definition; a test holds the others
//! to its keys and variables.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

mod dates;
mod reading;

pub use dates::{describe_period, describe_use};
pub use reading::{describe, describe_one};

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// English
    #[default]
    English,
    /// Русский
    Russian,
    /// Türkçe
    Turkish,
}

/// A value that a message names: a text or a number.
pub type Argument<'a> = FluentValue<'a>;

/// The catalogue of one language.
pub struct Messages {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl Locale {
    /// Every language, English first.
    pub const ALL: [Locale; 3] = [Locale::English, Locale::Russian, Locale::Turkish];

    /// Reads a tag as systems and editors write it: `ru`, `ru-RU`, `ru_RU.UTF-8`. `None` for other languages.
    pub fn parse(tag: &str) -> Option<Locale> {
        let primary = tag.split(['-', '_', '.', '@']).next()?.to_ascii_lowercase();
        Locale::ALL.into_iter().find(|locale| locale.tag() == primary)
    }

    /// What `ONOMAST_LOCALE` says, else the language of the system, else English.
    pub fn of_system() -> Locale {
        let stated = std::env::var("ONOMAST_LOCALE").ok().and_then(|tag| Locale::parse(&tag));
        let system = || sys_locale::get_locales().find_map(|tag| Locale::parse(&tag));
        stated.or_else(system).unwrap_or_default()
    }

    /// The language tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Russian => "ru",
            Locale::Turkish => "tr",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Locale::English => include_str!("../../messages/en.ftl"),
            Locale::Russian => include_str!("../../messages/ru.ftl"),
            Locale::Turkish => include_str!("../../messages/tr.ftl"),
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

impl Messages {
    /// The catalogue of a language.
    pub fn of(locale: Locale) -> &'static Messages {
        static CATALOGUES: [OnceLock<Messages>; 3] = [const { OnceLock::new() }; 3];
        CATALOGUES[locale as usize].get_or_init(|| Messages::new(locale))
    }

    /// The message of a key with its variables. A key that no catalogue has stands for itself.
    pub fn text(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        match self.find(key, arguments) {
            Some(text) => text,
            None if self.locale != Locale::English => Messages::of(Locale::English).text(key, arguments),
            None => key.to_owned(),
        }
    }

    /// Why a file cannot be read or written, of the word that [`crate::project::read::why`] has for it.
    pub fn reason(&self, why: &str) -> String {
        let key = format!("reason-{why}");
        match self.has(&key) {
            true => self.text(&key, &[]),
            false => why.to_owned(),
        }
    }

    /// Whether this very catalogue has the key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Its language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    fn new(locale: Locale) -> Messages {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier()]);
        // Marks of isolation would end up in terminals and logs, which show them as boxes.
        bundle.set_use_isolating(false);
        // What a broken entry leaves of a catalogue still serves; the tests refuse the broken entry.
        let resource = FluentResource::try_new(locale.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
        let _ = bundle.add_resource(resource);
        Messages { locale, bundle }
    }

    fn find(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        Some(text.into_owned())
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages")
            .field("locale", &self.locale)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The keys of a catalogue and the variables of each. Crude but sure: an entry begins at the left margin, and a
    /// variable is `$` and letters.
    fn variables(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if !line.starts_with([' ', '}']) && line.contains('=') {
                key = line.split('=').next().unwrap_or("").trim();
                assert!(!found.contains_key(key), "{key} is there twice");
                found.insert(key, BTreeSet::new());
            }
            for rest in line.split('$').skip(1) {
                let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
                found.entry(key).or_default().insert(&rest[..end.unwrap_or(rest.len())]);
            }
        }
        found
    }

    #[test]
    fn the_catalogues_have_the_same_keys_with_the_same_variables() {
        let english = variables(Locale::English.source());
        assert!(english.len() > 50);
        for locale in Locale::ALL {
            assert_eq!(variables(locale.source()), english, "{}", locale.tag());
        }
    }

    #[test]
    fn every_message_of_every_catalogue_can_be_written() {
        for locale in Locale::ALL {
            if let Err((_, errors)) = FluentResource::try_new(locale.source().to_owned()) {
                panic!("{}: {errors:?}", locale.tag());
            }
            let messages = Messages::of(locale);
            for (key, variables) in variables(locale.source()) {
                for number in [0, 1, 2, 5] {
                    let arguments: FluentArgs<'_> =
                        variables.iter().map(|name| (*name, Argument::from(number))).collect();
                    let pattern = messages
                        .bundle
                        .get_message(key)
                        .and_then(|message| message.value())
                        .expect(key);
                    let mut errors = Vec::new();
                    messages.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                    assert!(errors.is_empty(), "{} {key}: {errors:?}", locale.tag());
                }
            }
        }
    }

    #[test]
    fn keys_are_in_order_of_the_english_catalogue() {
        let order = |locale: Locale| -> Vec<String> {
            let lines = locale
                .source()
                .lines()
                .filter(|line| !line.starts_with(['#', ' ', '}']));
            lines
                .filter_map(|line| line.split_once('='))
                .map(|(key, _)| key.trim().to_owned())
                .collect()
        };
        for locale in Locale::ALL {
            assert_eq!(order(locale), order(Locale::English), "{}", locale.tag());
        }
    }

    #[test]
    fn locales_are_read_as_systems_write_them() {
        for (tag, locale) in [
            ("ru_RU.UTF-8", Some(Locale::Russian)),
            ("tr", Some(Locale::Turkish)),
            ("en-GB", Some(Locale::English)),
            ("C", None),
            ("de_DE", None),
            ("", None),
        ] {
            assert_eq!(Locale::parse(tag), locale, "{tag}");
        }
    }

    #[test]
    fn numbers_take_the_plural_of_their_language() {
        let files = |locale: Locale, count: usize| Messages::of(locale).text("count-files", &[("count", count.into())]);
        let found: Vec<String> = [1, 2, 5, 11, 21, 22].map(|count| files(Locale::Russian, count)).into();
        assert_eq!(
            found.join(", "),
            "1 файле, 2 файлах, 5 файлах, 11 файлах, 21 файле, 22 файлах"
        );
        assert_eq!(files(Locale::English, 1), "1 file");
        assert_eq!(files(Locale::Turkish, 5), "5 dosyada");
    }

    // A count has its case already, and what it is put into must not add another word for it.
    #[test]
    fn counts_of_files_fit_into_their_sentences() {
        for (locale, done, undone) in [
            (Locale::English, "2 names changed in 3 files", "taken back in 3 files"),
            (Locale::Russian, "изменено 2 имени в 3 файлах", "возвращено в 3 файлах"),
            (
                Locale::Turkish,
                "3 dosyada 2 ad değiştirildi",
                "3 dosyada değişiklikler geri alındı",
            ),
        ] {
            let messages = Messages::of(locale);
            let files = messages.text("count-files", &[("count", 3.into())]);
            let told = messages.text("fix-done", &[("count", 2.into()), ("files", files.clone().into())]);
            assert_eq!(told, done);
            assert_eq!(messages.text("undo-done", &[("files", files.into())]), undone);
        }
    }

    // One thing is called by one word, whatever its number.
    #[test]
    fn problems_of_settings_are_counted_in_russian() {
        let settings = |problems: usize| {
            let args = [("path", "onomast.toml".into()), ("problems", problems.into())];
            Messages::of(Locale::Russian).text("status-settings", &args)
        };
        assert_eq!(settings(1), "настройки: onomast.toml, 1 замечание");
        assert_eq!(settings(5), "настройки: onomast.toml, 5 замечаний");
    }
}
