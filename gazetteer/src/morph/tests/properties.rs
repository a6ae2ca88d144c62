use super::*;
use crate::reading::Base;

/// Names of every shape that the tables know, with their categories.
const NAMES: &str = "
    person masculine surname: Чичерин Ленин Каменев Троцкий Толстой Джебесой Карахан Гоголь Фрунзе Шевченко Седых Цой Герц Ткач Белый Берия
    person feminine surname: Кузнецова Крупская Коллонтай Арманд
    person masculine given: Лев Павел Пётр Георгий Николай Кемаль Никита Илья Серго Иван Фома
    person feminine given: Вера Любовь Мария Наталья Кристин
    person masculine patronymic: Васильевич Ильич
    person: Халиль-паша Энвер-паша Сами-бей Ата-Тюрк
    place: Анкара Карс Артвин Турция Закавказье Севастополь Казань Крым Китай Батуми Иваново Нью-Йорк Керчь Ростов-на-Дону Баку Тверь Эрзинджан
    other: Четырнадцать_пунктов Двадцать_шесть_бакинских_комиссаров Три_мушкетера Сорок_лет Две_недели 26_бакинских_комиссаров
    place plural: Дарданеллы Афины Гималаи Балканы
    group plural: большевики кемалисты деникинцы турки англичане грузины белые жители герои
    organization: Совнарком Антанта Политбюро Яблоко Собрание
    organization acronym: МИД РСФСР НАТО
    ship: Живой Шамиль Аврора
    other: Пушкин Москва Ева Петрово Саша Осло Киев Дон Егорий Соловей
    tr place: Ankara İzmir Kars Paris Nepal Boğaziçi Irak Trabzon Batumi İstanbul Ukrayna
    tr person: Kemal Atatürk Çiçerin İnönü Enver Ali Kâzım
    tr group plural: Bolşevikler Kemalistler Türkler
    tr organization: Komintern Politbüro Grup Meclis
    tr organization acronym: TBMM KGB SSCB ABD
    en person: Chicherin Shakespeare Dumas
    en group plural: Bolsheviks Allies
    ru-Latn place: Turtsiya Moskva Turcija
    ru-Latn publication: Pravda Pravdı
    ru-Latn person masculine surname: Trotskii Trockij Troçki Čičerin
    place: Вильно Лиепая Елец Урень Стрый Волочек Уголь
    place plural: Ливны Люберцы Гавайи Луховицы Сосны Ровеньки
    organization: Церковь Дворец Деньги Золото Медвежий
    group plural: татары евреи младотурки
    de place: Köln
";

fn subjects() -> Vec<Subject> {
    let mut subjects = Vec::new();
    for line in NAMES.lines().filter_map(|line| line.trim().split_once(':')) {
        let words = line.1.split_whitespace();
        let subject = |text: &str| Subject::new(&text.replace('_', " "), line.0, Language::Russian);
        subjects.extend(words.map(subject));
    }
    for (text, category) in [
        ("Великое национальное собрание Турции", "organization"),
        ("Соединенные Штаты Америки", "place"),
        ("Георгий Васильевич Чичерин", "person masculine"),
        ("Lozan Antlaşması", "tr treaty"),
        ("Sovyetler Birliği", "tr place"),
        ("Prens Adaları", "tr place plural"),
        ("Büyük Millet Meclisi", "tr organization"),
        ("Voprosı istorii", "ru-Latn publication plural"),
    ] {
        subjects.push(Subject::new(text, category, Language::Russian));
    }
    subjects
}

#[test]
fn every_form_is_found_again() {
    for subject in subjects() {
        for paragraph in [
            Language::Russian,
            Language::Turkish,
            Language::English,
            Language::RussianLatin,
        ] {
            forms_are_found(&subject, &paragraph);
        }
    }
}

/// The names in Russian of the built-in gazetteer.
#[test]
fn every_russian_form_of_the_builtin_names_is_found_again() {
    let gazetteer = crate::builtin::gazetteer();
    let mut count = 0;
    for (id, entity) in gazetteer.entities() {
        for (number, name) in gazetteer.names(id) {
            for (_, spelling) in gazetteer.spellings(number) {
                if !matches!(spelling.language, Language::Russian | Language::RussianLatin) {
                    continue;
                }
                let subject = Subject {
                    text: spelling.text.clone(),
                    language: spelling.language.clone(),
                    kind: entity.kind,
                    gender: entity.gender,
                    part: name.part,
                    number: name.number,
                    inflection: spelling.inflection.clone(),
                };
                forms_are_found(&subject, &Language::Russian);
                readings_are_written(&subject, &Language::Russian);
                count += 1;
            }
        }
    }
    assert!(count > 300, "{count} names are few");
}

fn forms_are_found(subject: &Subject, paragraph: &Language) {
    let forms = forms(&subject.text, &subject.category(), paragraph);
    assert!(!forms.is_empty(), "{} has no form in {paragraph}", subject.text);
    for (form, expected) in forms {
        let found = analyse(subject, paragraph, &form);
        let says = |reading: &Reading| {
            found.iter().any(|known| {
                let same = Reading { gender: None, ..*known }
                    == Reading {
                        gender: None,
                        ..*reading
                    };
                same || *known == Reading::default()
            })
        };
        let missing = expected.iter().find(|reading| !says(reading));
        assert!(
            missing.is_none(),
            "{} in {paragraph}: {form} is not {}, it is {}",
            subject.text,
            draw(&expected),
            draw(&found)
        );
    }
}

#[test]
fn what_is_read_can_be_written() {
    for subject in subjects() {
        let paragraph = if subject.language.is_cyrillic() {
            Language::Russian
        } else {
            Language::Turkish
        };
        readings_are_written(&subject, &paragraph);
    }
}

fn readings_are_written(subject: &Subject, paragraph: &Language) {
    for (form, _) in forms(&subject.text, &subject.category(), paragraph) {
        for reading in analyse(subject, paragraph, &form) {
            let joint = if form.contains('’') {
                Joint::Apostrophe('’')
            } else {
                Joint::Solid
            };
            let written = generate(&subject.text, &subject.category(), paragraph, &reading, joint);
            assert!(
                !written.is_empty(),
                "{}: nothing for {}",
                subject.text,
                draw(&[reading])
            );
        }
    }
}

const CATEGORIES: [&str; 14] = [
    "person masculine surname",
    "person feminine surname",
    "person masculine given",
    "person feminine given",
    "person masculine",
    "person",
    "place",
    "place plural",
    "organization",
    "ship",
    "publication",
    "publication plural",
    "group plural",
    "other",
];

/// What a chain of Turkish suffixes can say of a name in the singular: all of it, and of the copula enough for each of its
/// suffixes behind each other one.
fn all_turkish_readings() -> Vec<Reading> {
    let numbers = [Number::Singular, Number::Plural];
    let persons = || {
        numbers
            .into_iter()
            .flat_map(|number| [1, 2, 3].map(|person| Possessor { person, number }))
    };
    let cases = GrammaticalCase::ALL
        .into_iter()
        .filter(|case| *case != GrammaticalCase::SecondLocative);
    let mut readings: Vec<Reading> = Vec::new();
    for (case, number) in cases.flat_map(|case| numbers.map(|number| (case, number))) {
        readings.push(Reading::new(case, number));
        readings.extend(persons().map(|who| Reading {
            possessor: Some(who),
            ..Reading::new(case, number)
        }));
        let bases = [GrammaticalCase::Locative, GrammaticalCase::Genitive];
        for (base, of) in bases.into_iter().flat_map(|base| numbers.map(|of| (base, of))) {
            let base = Some(Base { case: base, number: of });
            readings.push(Reading {
                base,
                ..Reading::new(case, number)
            });
        }
    }
    let copulas = [
        Copula::Present,
        Copula::Past,
        Copula::Evidential,
        Copula::Conditional,
        Copula::While,
    ];
    let few = |who: &Possessor| who.person == 3 || who.number == Number::Singular && who.person == 1;
    let plain = |reading: &Reading| {
        reading.possessor.is_none_or(|who| who.person == 3) && reading.number == Some(Number::Singular)
    };
    let plain: Vec<Reading> = readings.iter().copied().filter(plain).collect();
    for reading in plain {
        for copula in copulas {
            let subjects = std::iter::once(None).chain(persons().filter(few).map(Some));
            readings.extend(subjects.map(|subject| Reading {
                copula: Some(copula),
                subject,
                ..reading
            }));
        }
    }
    readings
}

#[test]
fn turkish_chains_are_read_as_they_are_written() {
    let readings = all_turkish_readings();
    for (text, category) in [
        ("Ankara", "place"),
        ("Bakü", "place"),
        ("Kars", "place"),
        ("Selanik", "place"),
        ("Lozan Antlaşması", "treaty"),
        ("Sovyetler Birliği", "place"),
        ("İstiklal Harbi", "event"),
        ("Bolşevikler", "group plural"),
        ("Prens Adaları", "place plural"),
        ("TBMM", "organization acronym"),
        ("Kemal", "person"),
        ("Shakespeare", "en person"),
    ] {
        let subject = Subject::new(text, category, Language::Turkish);
        for joint in [Joint::Apostrophe('’'), Joint::Solid] {
            for reading in &readings {
                for form in generate_exactly(&subject, reading, joint) {
                    assert_is_read(&subject, &form, reading, joint);
                }
            }
        }
    }
}

/// Checks that a generated form of Turkish has its reading.
fn assert_is_read(subject: &Subject, form: &str, reading: &Reading, joint: Joint) {
    let found = analyse(subject, &Language::Turkish, form);
    let second = |reading: &Reading| reading.possessor.is_some_and(|who| who.person == 2);
    let mine = |reading: &Reading| {
        reading
            .possessor
            .is_some_and(|who| who.person < 3 && who.number == Number::Singular)
    };
    // Without an apostrophe my Ankara is rather another name; and where nobody need be spoken to, nobody is.
    let refused = joint == Joint::Solid && mine(reading) || second(reading) && !found.is_empty();
    let found_it = found.contains(reading) || refused;
    assert!(found_it, "{form} is not {}, it is {}", draw(&[*reading]), draw(&found));
}

fn generate_exactly(subject: &Subject, reading: &Reading, joint: Joint) -> Vec<String> {
    super::super::generate::exactly(&subject.text, &subject.category(), &Language::Turkish, reading, joint)
}

proptest! {
    #[test]
    fn forms_of_random_russian_names_are_found_again(
        text in "[А-Я][а-яё]{1,8}(ск|ц|ш|н|л|о|ь|й)?(ий|ый|ая|ое|ов|ин|а|я|ь|о|е|и|ы|ец|ок|ия|ие|их)?([ -][А-Я][а-я]{1,6})?",
        row in 0..CATEGORIES.len(),
    ) {
        let subject = Subject::new(&text, CATEGORIES[row], Language::Russian);
        forms_are_found(&subject, &Language::Russian);
        readings_are_written(&subject, &Language::Russian);
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,16}", ending in "\\PC{0,12}", row in 0usize..200) {
        let subjects = subjects();
        let mut subject = subjects[row % subjects.len()].clone();
        subject.text = text;
        for paragraph in [Language::Russian, Language::Turkish, Language::English, Language::Other("de".into())] {
            let plan = plan(&subject.text, &subject.category());
            let folded = fold_word(&ending);
            for (_, endings) in plan.words.iter().flat_map(|word| &word.stems) {
                for apostrophe in [false, true] {
                    readings(*endings, &paragraph, &Ending { folded: &folded, apostrophe, source: &ending });
                }
            }
            forms(&subject.text, &subject.category(), &paragraph);
        }
    }

    #[test]
    fn forms_of_any_turkish_name_are_read(
        text in "[A-PR-VYZÇİÖŞÜ][a-pr-vyzçğıöşüâî]{1,7}( [A-Z][a-zçğıöşü]{2,6})?",
        category in prop::sample::select(vec!["place", "person", "other", "organization", "group", "en place", "place plural", "group plural"]),
    ) {
        let subject = Subject::new(&text, category, Language::Turkish);
        for joint in [Joint::Apostrophe('’'), Joint::Solid] {
            let category = subject.category();
            for (form, readings) in super::super::generate::joined_forms(&text, &category, &Language::Turkish, joint) {
                for reading in readings {
                    assert_is_read(&subject, &form, &reading, joint);
                }
            }
        }
    }

    #[test]
    fn a_chain_of_any_length_ends(times in 0usize..2000) {
        let ending = "lerindekilerindeki".repeat(times);
        let subject = Subject::new("Ankara", "place", Language::Turkish);
        for (_, endings) in &plan("Ankara", &subject.category()).words[0].stems {
            readings(*endings, &Language::Turkish, &Ending { folded: &ending, apostrophe: true, source: &ending });
        }
    }
}
