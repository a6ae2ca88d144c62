//! Names that are known in each scheme.

use crate::language::Language;
use crate::translit::{Scheme, proposals, read_back, transliterate};

fn check(scheme: Scheme, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, transliterate(text, scheme)))
        .filter(|(_, expected, result)| result != *expected)
        .map(|(text, expected, result)| format!("{text}: {result}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}:\n{}", scheme.as_str(), wrong.join("\n"));
}

#[test]
fn english_practice() {
    check(
        Scheme::English,
        &[
            ("Георгий Васильевич Чичерин", "Georgy Vasilyevich Chicherin"),
            ("Хейфец", "Kheyfets"),
            ("Троцкий", "Trotsky"),
            ("Лев Михайлович Карахан", "Lev Mikhaylovich Karakhan"),
            ("Будённый", "Budyonny"),
            ("Еремеев", "Yeremeyev"),
            ("Горбачёв", "Gorbachov"),
            ("Ильич", "Ilyich"),
            ("Щедрин", "Shchedrin"),
        ],
    );
}

#[test]
fn bgn_pcgn() {
    check(
        Scheme::BgnPcgn,
        &[
            ("Васильевич", "Vasil’yevich"),
            ("Ельцин", "Yel’tsin"),
            ("Подъездной", "Pod”yezdnoy"),
            ("Алексеев", "Alekseyev"),
            ("Ёлка", "Yëlka"),
            ("Щёлково", "Shchëlkovo"),
            ("Троцкий", "Trotskiy"),
            ("Эхо", "Ekho"),
            ("Красный", "Krasnyy"),
            ("ЩУКА", "SHCHUKA"),
            ("Щ. Ю. Ярый", "Shch. Yu. Yaryy"),
        ],
    );
}

#[test]
fn ala_lc() {
    check(
        Scheme::AlaLc,
        &[
            ("Троцкий", "Trot͡skiĭ"),
            ("Юрий", "I͡uriĭ"),
            ("Россія", "Rossīi͡a"),
            ("Вѣстникъ", "Vi͡estnik"),
            ("Ѳедоръ", "Ḟedor"),
            ("Подъезд", "Podʺezd"),
            ("Этнограф", "Ėtnograf"),
            ("ЮЖНЫЙ", "I͡UZHNYĬ"),
        ],
    );
    check(
        Scheme::AlaLcPlain,
        &[
            ("Троцкий", "Trotskii"),
            ("Ильич", "Ilich"),
            ("Юрий", "Iurii"),
            ("Вѣстникъ", "Viestnik"),
        ],
    );
}

#[test]
fn iso_9() {
    check(
        Scheme::Iso9,
        &[
            ("Щука", "Ŝuka"),
            ("Юрий Яхья", "Ûrij Âhʹâ"),
            ("Эхо", "Èho"),
            ("Чичерин", "Čičerin"),
            ("Ѣ", "Ě"),
            ("Київ", "Kiïv"),
            ("Џуџа", "D̂ud̂a"),
        ],
    );
}

#[test]
fn scientific() {
    check(
        Scheme::Scientific,
        &[
            ("Чичерин", "Čičerin"),
            ("Троцкий", "Trockij"),
            ("Щедрин", "Ščedrin"),
            ("Хрущёв", "Xruščëv"),
            ("Юрьев", "Jurʹev"),
            ("ЩУКА", "ŠČUKA"),
        ],
    );
}

#[test]
fn gost() {
    check(
        Scheme::Gost,
        &[
            ("Троцкий", "Troczkij"),
            ("Цицерон", "Ciceron"),
            ("Щукарь", "Shhukar`"),
            ("Эйдельман", "E`jdel`man"),
            ("Крым", "Kry`m"),
            ("Хрущёв", "Xrushhyov"),
            ("Ѳедоръ", "Fhedor"),
        ],
    );
    check(
        Scheme::Gost52535,
        &[("Троцкий", "Trotckii"), ("Подъячий", "Podiachii"), ("Юлия", "Iuliia")],
    );
    check(
        Scheme::Passport,
        &[
            ("Троцкий", "Trotskii"),
            ("Подъячий", "Podieiachii"),
            ("Артём", "Artem"),
            ("Чичеринъ", "Chicherin"),
        ],
    );
}

#[test]
fn turkish_practice() {
    check(
        Scheme::Turkish,
        &[
            ("Чичерин", "Çiçerin"),
            ("Аралов", "Aralov"),
            ("Мдивани", "Mdivani"),
            ("Фрунзе", "Frunze"),
            ("Семён Иванович Аралов", "Semyon İvanoviç Aralov"),
            ("Георгий Васильевич", "Georgiy Vasilyeviç"),
            ("Карахан", "Karahan"),
            ("Орджоникидзе", "Orconikidze"),
            ("Шишмарева", "Şişmareva"),
            ("Будённый", "Budyonnıy"),
            ("Достоевский", "Dostoyevski"),
            ("Горбачёв", "Gorbaçov"),
            ("Ильич", "İlyiç"),
            ("Щука", "Şçuka"),
            ("ЩУКА", "ŞÇUKA"),
            ("ИЛЬИЧ", "İLYİÇ"),
            ("Ыгыатта", "Igıatta"),
            ("Ёлка", "Yolka"),
            ("Жуковский", "Jukovski"),
            ("Крым", "Krım"),
            ("Чичеринъ", "Çiçerin"),
            ("Россія", "Rossiya"),
            ("Упмал-Ангорский", "Upmal-Angorski"),
        ],
    );
}

#[test]
fn french_and_german_practice() {
    check(
        Scheme::French,
        &[
            ("Чичерин", "Tchitcherine"),
            ("Троцкий", "Trotski"),
            ("Тургенев", "Tourguenev"),
            ("Достоевский", "Dostoïevski"),
            ("Пушкин", "Pouchkine"),
            ("Хрущёв", "Khrouchtchev"),
            ("Толстой", "Tolstoï"),
            ("Мусоргский", "Moussorgski"),
            ("Васильевич", "Vassilievitch"),
        ],
    );
    check(
        Scheme::German,
        &[
            ("Чичерин", "Tschitscherin"),
            ("Троцкий", "Trotzki"),
            ("Кузнецов", "Kusnezow"),
            ("Достоевский", "Dostojewski"),
            ("Зиновьев", "Sinowjew"),
            ("Горбачёв", "Gorbatschow"),
            ("Щедрин", "Schtschedrin"),
            ("Толстой", "Tolstoi"),
            ("Александр", "Alexandr"),
        ],
    );
}

#[test]
fn russian_practice_for_turkish() {
    check(
        Scheme::TurkishRussian,
        &[
            ("Ali Fuat Cebesoy", "Али Фуат Джебесой"),
            ("İsmet İnönü", "Исмет Инёню"),
            ("Kâzım Karabekir", "Кязым Карабекир"),
            ("Mustafa Kemal Atatürk", "Мустафа Кемаль Ататюрк"),
            ("Rauf Orbay", "Рауф Орбай"),
            ("Enver Paşa", "Энвер Паша"),
            ("Celâl Bayar", "Джеляль Баяр"),
            ("İsmail", "Исмаил"),
            ("Halil", "Халиль"),
            ("Bülent", "Бюлент"),
            ("Selçuk", "Сельчук"),
            ("Yusuf Akçura", "Юсуф Акчура"),
            ("Yunus Nadi", "Юнус Нади"),
            ("Üsküdar", "Ускюдар"),
            ("Ödemiş", "Одемиш"),
            ("Süleymaniye", "Сюлеймание"),
            ("Mudanya", "Муданья"),
            ("Beyoğlu", "Бейоглу"),
            ("Hüseyin", "Хюсейн"),
            ("Erdoğan", "Эрдоган"),
            ("Çakmak", "Чакмак"),
            ("Aral", "Арал"),
            ("IRAK", "ЫРАК"),
            ("PAŞA", "ПАША"),
            ("Yahya", "Яхья"),
            ("Elbistan", "Эльбистан"),
            ("Elmalı", "Эльмалы"),
            ("Millî", "Милли"),
            ("Yozgat", "Йозгат"),
        ],
    );
}

#[test]
fn what_is_no_letter_stays() {
    check(
        Scheme::Turkish,
        &[
            ("«Ка́рс», 1921 – №\u{a0}5", "«Kars», 1921 – №\u{a0}5"),
            ("", ""),
            ("中 α", "中 α"),
        ],
    );
    check(
        Scheme::TurkishRussian,
        &[("T.B.M.M.", "Т.Б.М.М."), ("Kur’an", "Кур’ан")],
    );
}

#[test]
fn names_are_read_back() {
    for (scheme, text, expected) in [
        (Scheme::Turkish, "Çiçerin", "Чичерин"),
        (Scheme::Turkish, "Troçki", "Троцкий"),
        (Scheme::Turkish, "Dostoyevski", "Достоевский"),
        (Scheme::Turkish, "Vasilyeviç", "Васильевич"),
        (Scheme::Turkish, "Şçerbakov", "Щербаков"),
        (Scheme::Turkish, "Kırım", "Кырым"),
        (Scheme::Turkish, "Jukov", "Жуков"),
        (Scheme::Turkish, "Yeremeyev", "Еремеев"),
        (Scheme::English, "Chicherin", "Чичерин"),
        (Scheme::English, "Trotsky", "Троцкий"),
        (Scheme::English, "Vasilyevich", "Васильевич"),
        (Scheme::English, "Budyonny", "Будённый"),
        (Scheme::English, "Zhukov", "Жуков"),
        (Scheme::English, "Georgiy", "Георгий"),
        (Scheme::Scientific, "Čičerin", "Чичерин"),
        (Scheme::Scientific, "Trockij", "Троцкий"),
        (Scheme::French, "Tchitcherine", "Чичерин"),
        (Scheme::French, "Trotski", "Троцкий"),
        (Scheme::German, "Tschitscherin", "Чичерин"),
        (Scheme::German, "Sinowjew", "Зиновьев"),
    ] {
        assert_eq!(read_back(text, scheme).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(read_back("Čičerin", Scheme::Iso9), None);
}

#[test]
fn proposals_come_best_first() {
    for (text, from, to, expected) in [
        ("Троцкий", "ru", "tr", "Trotski Trotskiy Troçki"),
        ("Егоров", "ru", "tr", "Yegorov Egorov"),
        ("Чичеринъ", "ru-petr1708", "tr", "Çiçerin"),
        ("Звонарёв", "ru", "tr", "Zvonaryov Zvonarev"),
        ("Cebesoy", "tr", "ru", "Джебесой"),
        ("Aralov", "tr", "ru", "Аралов"),
        ("Yegorov", "tr", "ru", "Егоров"),
        ("Kazım", "tr", "ru", "Казым Кязым Казим"),
        ("Troçki", "tr", "ru", "Троцкий Трочки"),
        ("Chicherin", "en", "ru", "Чичерин"),
        ("Tchitcherine", "fr", "ru", "Чичерин"),
        ("Tschitscherin", "de", "ru", "Чичерин"),
        ("Чичерин", "ru", "fr", "Tchitcherine Tchitchérine"),
        ("Чичерин", "ru", "de", "Tschitscherin"),
        ("Чичерин", "ru", "ru-Latn", "Chicherin Čičerin Çiçerin"),
        ("Çiçerin", "tr", "en", ""),
        ("Çiçerin", "tr", "tr", ""),
    ] {
        let [from, to] = [from, to].map(|tag| Language::parse(tag).unwrap());
        let texts: Vec<String> = proposals(text, &from, &to)
            .into_iter()
            .map(|proposal| proposal.text)
            .collect();
        assert_eq!(texts.join(" "), expected, "{text} {from} {to}");
    }
    let first = proposals("Trotsky", &Language::RussianLatin, &Language::Russian)
        .into_iter()
        .next();
    assert_eq!(
        first.map(|first| (first.text, first.scheme)),
        Some(("Троцкий".to_owned(), Scheme::English))
    );
}
