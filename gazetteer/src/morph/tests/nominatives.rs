//! From forms back to dictionary forms. A row is a form, the kind of what is so called, what can stand there, and the
//! dictionary forms that it may be of, with the gender of a person.

use crate::entity::{EntityType, Gender};
use crate::language::Language;
use crate::morph::{Nominative, nominatives};
use crate::reading::GrammaticalCase;

use EntityType::{Organization, Person, Place};

fn all(form: &str, kind: EntityType, language: &Language, case: Option<GrammaticalCase>) -> String {
    let found = nominatives(form, kind, language, |one| {
        case.is_none_or(|case| case == one || is_second_locative(case, one))
    });
    // As many are offered.
    let drawn = found
        .iter()
        .take(3)
        .map(|Nominative { text, gender, .. }| match gender {
            Some(Gender::Masculine) => format!("{text} m"),
            Some(Gender::Feminine) => format!("{text} f"),
            _ => text.clone(),
        });
    drawn.collect::<Vec<_>>().join(", ")
}

fn is_second_locative(case: GrammaticalCase, one: GrammaticalCase) -> bool {
    case == GrammaticalCase::Locative && one == GrammaticalCase::SecondLocative
}

fn check(language: &Language, rows: &[(&str, EntityType, Option<GrammaticalCase>, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(form, kind, case, expected)| {
            let found = all(form, *kind, language, *case);
            (found != *expected).then(|| format!("{form} {kind:?}: {found} (expected: {expected})"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn russian_persons() {
    check(
        &Language::Russian,
        &[
            ("Варфоломея Укропова", Person, None, "Варфоломей Укропов m"),
            (
                "Варфоломею Ивановичу Укропову",
                Person,
                None,
                "Варфоломей Иванович Укропов m",
            ),
            ("В. Укроповым", Person, None, "В. Укропов m"),
            ("Марии Ивановны Укроповой", Person, None, "Мария Ивановна Укропова f"),
            ("Варфоломей Укропов", Person, None, "Варфоломей Укропов m"),
            ("Укропову", Person, None, "Укропов m, Укропова f"),
            ("Укропова", Person, Some(GrammaticalCase::Genitive), "Укропов m"),
            ("Укроповым", Person, None, "Укропов m"),
            ("Вышнеградского", Person, None, "Вышнеградский m"),
            ("Вышнеградской", Person, None, "Вышнеградская f, Вышнеградской m"),
            ("Ивана Толстым", Person, None, "Ивана Толстым"),
            ("Льву Троцкому", Person, None, "Лев Троцкий m"),
            ("Павлом Гореловым", Person, None, "Павел Горелов m"),
            ("Коллонтая", Person, None, "Коллонтая, Коллонтай m"),
            (
                "Иоганна Вольфганга Гете",
                Person,
                None,
                "Иоганн Вольфганг Гете m, Иоганна Вольфганга Гете",
            ),
            (
                "Сергея Есенского-Задунайского",
                Person,
                None,
                "Сергей Есенский-Задунайский m",
            ),
            (
                "Ллойд Хопкинсона",
                Person,
                None,
                "Ллойд Хопкинсон m, Ллойд Хопкинсона m",
            ),
            ("Неру", Person, None, "Нер m, Нера, Неру"),
            ("Укроповых", Person, None, "Укропов m, Укроповых, Укропова f"),
        ],
    );
}

#[test]
fn russian_things() {
    check(
        &Language::Russian,
        &[
            (
                "Новом Урюпинске",
                Place,
                None,
                "Новый Урюпинск, Новой Урюпинск, Новое Урюпинско",
            ),
            ("Урюпинск", Place, None, "Урюпинск"),
            ("Александро-Невской Лавры", Place, None, "Александро-Невская Лавра"),
            (
                "Усть-Каменогорска",
                Place,
                None,
                "Усть-Каменогорск, Усть-Каменогорско, Усть-Каменогорска",
            ),
            (
                "Урюпинске-на-Волге",
                Place,
                None,
                "Урюпинск-на-Волге, Урюпинска-на-Волге, Урюпинско-на-Волге",
            ),
            ("Казани", Place, None, "Казань, Казаня, Казани"),
            ("Рауфа", Organization, None, "Рауф, Рауфа"),
            ("Дарданелл", Place, Some(GrammaticalCase::Genitive), "Дарданеллы"),
            (
                "Принцевых островов",
                Place,
                None,
                "Принцевы острова, Принцевые острова, Принцевы островова",
            ),
            (
                "Лиге Народов",
                Organization,
                None,
                "Лиг Народов, Лига Народов, Лиге Народов",
            ),
            (
                "Великого национального собрания Турции",
                Organization,
                None,
                "Великое национальное собрание Турции",
            ),
            ("Крыму", Place, Some(GrammaticalCase::Locative), "Крым, Крыму"),
        ],
    );
}

#[test]
fn turkish_and_english() {
    check(
        &Language::Turkish,
        &[
            ("Kastamonu’da", Place, None, "Kastamonu"),
            ("Kastamonu'ya", Place, None, "Kastamonu"),
            ("Kastamonu", Place, None, "Kastamonu"),
            ("Sorokin’in", Person, None, "Sorokin"),
            ("Kastamonudan", Place, None, "Kastamonudan, Kastamonu"),
            ("Enver Sorokin’e", Person, None, "Enver Sorokin m"),
            ("O’Connor", Person, None, "O’Connor"),
            ("Halide Sorokina", Person, None, "Halide Sorokina f"),
        ],
    );
    check(
        &Language::English,
        &[
            ("Ukropov’s", Person, None, "Ukropov"),
            ("Ukropov", Person, None, "Ukropov"),
        ],
    );
}
