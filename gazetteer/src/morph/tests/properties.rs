use super::*;

/// Names of every shape that the tables know, with their categories.
const NAMES: &str = "
    person masculine surname: Чичерин Ленин Каменев Троцкий Толстой Джебесой Карахан Гоголь Фрунзе Шевченко Седых Цой Герц Ткач Белый Берия
    person feminine surname: Кузнецова Крупская Коллонтай Арманд
    person masculine given: Лев Павел Пётр Георгий Николай Кемаль Никита Илья Серго Иван Фома
    person feminine given: Вера Любовь Мария Наталья Кристин
    person masculine patronymic: Васильевич Ильич
    person: Халиль-паша Энвер-паша Сами-бей Ата-Тюрк
    place: Анкара Карс Артвин Турция Закавказье Севастополь Казань Крым Китай Батуми Иваново Нью-Йорк Керчь Ростов-на-Дону Баку Тверь Эрзинджан
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
        subjects.extend(words.map(|text| Subject::new(text, line.0, Language::Russian)));
    }
    for (text, category) in [
        ("Великое национальное собрание Турции", "organization"),
        ("Соединенные Штаты Америки", "place"),
        ("Георгий Васильевич Чичерин", "person masculine"),
        ("Lozan Antlaşması", "tr treaty"),
        ("Sovyetler Birliği", "tr place"),
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
        for paragraph in [Language::Russian, Language::Turkish, Language::English] {
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
        // Where a second person is also another reading, the other is what people mean.
        let second = missing.is_some_and(|reading| reading.possessor.is_some_and(|who| who.person == 2));
        assert!(
            missing.is_none() || second,
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
    fn a_chain_of_any_length_ends(times in 0usize..2000) {
        let ending = "lerindekilerindeki".repeat(times);
        let subject = Subject::new("Ankara", "place", Language::Turkish);
        for (_, endings) in &plan("Ankara", &subject.category()).words[0].stems {
            readings(*endings, &Language::Turkish, &Ending { folded: &ending, apostrophe: true, source: &ending });
        }
    }
}
