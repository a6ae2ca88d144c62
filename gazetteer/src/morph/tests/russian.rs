use super::*;

#[test]
fn surnames() {
    check(
        &Language::Russian,
        "
        # possessive
        Чичерин | person masculine surname | Чичериным | i D
        Чичерин | person masculine surname | Чичерина | g a
        Чичерин | person masculine surname | Чичерину | d
        Чичерин | person masculine surname | Чичерине | l
        Чичерин | person masculine surname | Чичерины | N
        Чичерин | person masculine surname | Чичериных | G A L
        Чичерин | person masculine surname | Чичериной | -
        Чичерин | person masculine surname | Чичеринский | -
        Чаплин | person masculine surname | Чаплином | i
        Хрущёв | person masculine surname | Хрущевым | i D
        Кузнецова | person feminine surname | Кузнецовой | g d i l
        Кузнецова | person feminine surname | Кузнецову | a
        Кузнецова | person feminine surname | Кузнецовою | i
        Кузнецова | person feminine surname | Кузнецовым | -
        Крупская | person feminine surname | Крупским | -
        # adjectival
        Упмал-Ангарский | person masculine surname | Упмал-Ангарским | i D
        Упмал-Ангарский | person masculine surname | Упмалу-Ангарскому | d
        Упмал-Ангарский | person masculine surname | Упмалом-Ангарском | l
        Троцкий | person masculine surname | Троцкого | g a
        Толстой | person masculine surname | Толстого | g a
        Толстой | person masculine surname | Толстоя | -
        Трубецкой | person masculine surname | Трубецким | i D
        Крупская | person feminine surname | Крупской | g d i l
        Крупская | person feminine surname | Крупскую | a
        Крупская | person feminine surname | Крупские | N
        Крупская | person feminine surname | Крупских | G A L
        Толстая | person feminine surname | Толстыми | I
        Советская Россия | place | Советские Россия | -
        Белый | person masculine surname | Белого | g a
        # nouns in -ой and -ай of other languages
        Джебесой | person masculine surname | Джебесоя | g a
        Джебесой | person masculine surname | Джебесоем | i
        Джебесой | person masculine surname | Джебесого | -
        Цой | person masculine surname | Цоем | i
        Орбай | person masculine surname | Орбаю | d
        Гайдай | person masculine surname | Гайдая | g a
        # consonants, soft and hard
        Венизелос | person masculine surname | Венизелосу | d
        Карахан | person masculine surname | Караханом | i
        Гоголь | person masculine surname | Гоголем | i
        Герц | person masculine surname | Герцем | i
        Ткач | person masculine surname | Ткачом | i
        Стасюк | person masculine surname | Стасюки | N
        # what stays
        Коллонтай | person feminine surname | Коллонтай | n g d a i l
        Коллонтай | person feminine surname | Коллонтая | -
        Седых | person masculine surname | Седых | n g d a i l
        Седых | person masculine surname | Седыха | -
        Фрунзе | person masculine surname | Фрунзе | n g d a i l
        Шевченко | person masculine surname | Шевченка | -
        Живаго | person masculine surname | Живаго | n g d a i l
        Дурново | person masculine surname | Дурново | n g d a i l
        Орджоникидзе | person masculine surname | Орджоникидзем | -
        Джугашвили | person masculine surname | Джугашвили | n g d a i l
        Пиаф | person feminine surname | Пиафа | -
        Дюма | person masculine surname | Дюмы | -
        # -а, -я
        Окуджава | person masculine surname | Окуджавы | g N
        Берия | person masculine surname | Берией | i
        Берия | person masculine surname | Берии | g d l N
        ",
    );
}

#[test]
fn given_names_and_patronymics() {
    check(
        &Language::Russian,
        "
        Лев | person masculine given | Льва | g a
        Лев | person masculine given | Львом | i
        Лев | person masculine given | Лева | -
        Павел | person masculine given | Павлу | d
        Пётр | person masculine given | Петром | i
        Георгий | person masculine given | Георгии | l
        Георгий | person masculine given | Георгие | -
        Сергей | person masculine given | Сергеем | i
        Кемаль | person masculine given | Кемалем | i
        Никита | person masculine given | Никиту | a
        Илья | person masculine given | Ильёй | i
        Николай | person masculine given | Николаем | i
        Серго | person masculine given | Сергом | -
        Иван | person masculine given | Иванов | -
        Любовь | person feminine given | Любови | g d l
        Любовь | person feminine given | Любовью | i
        Мария | person feminine given | Марии | g d l
        Наталья | person feminine given | Наталье | d l
        Наталья | person feminine given | Натальею | i
        Кристин | person feminine given | Кристина | -
        Вера | person feminine given | вера | n
        Вера | person feminine given | веранда | -
        Васильевич | person masculine patronymic | Васильевичем | i
        Ильич | person masculine patronymic | Ильичом | i
        Сергеевна | person feminine patronymic | Сергеевной | i
        Сергеевна | person feminine patronymic | Сергеевн | -
        ",
    );
}

#[test]
fn people_in_several_words() {
    check(
        &Language::Russian,
        "
        Георгий Васильевич Чичерин | person masculine | Георгием Васильевичем Чичериным | i
        Владимир Ильич Ленин | person masculine | Владимиром Ильичом Лениным | i
        Лев Каменев | person masculine | Льва Каменева | g a
        Дэвид Ллойд Джордж | person masculine | Дэвида Ллойд Джорджа | g a
        Дэвид Ллойд Джордж | person masculine | Дэвид Ллойд Джорджа | g a
        Халиль-паша | person masculine | Халиль-пашой | i
        Халиль-паша | person masculine | Халилем-пашой | i
        Халиль-паша | person masculine | Халиля-пашой | i
        Халиль-паша | person masculine | Халиль-паши | g
        Бекир Сами-бей | person masculine | Бекиру Сами-бею | d
        Бекир Сами-бей | person masculine | Бекира Сами-бее | l
        Али Фуат Джебесой | person masculine | Али Фуата Джебесоя | g a
        Я. Я. Упмал-Ангарский | person masculine | Я. Я. Упмал-Ангарским | i
        Николай II | person masculine | Николаем II | i
        Александра Коллонтай | person feminine | Александрой Коллонтай | n g d a i l
        С. И. Кузнецова | person feminine | С. И. Кузнецовым | -
        ",
    );
}

#[test]
fn places() {
    check(
        &Language::Russian,
        "
        Анкара | place | Анкары | g
        Анкара | place | Анкарою | i
        Анкара | place | Анкарский | -
        Анкара | place | Анкарам | -
        Карс | place | Карсе | l
        Карс | place | карст | -
        Карс | place | КАРСЕ | l
        Артвин | place | Артвином | i
        Артвин | place | Артвиным | -
        Киев | place | Киевом | i
        Турция | place | Турции | g d l
        Турция | place | Турцией | i
        Турция | place | Турціи | g d l
        Закавказье | place | Закавказьем | i
        Закавказье | place | Закавказья | g
        Севастополь | place | Севастополем | i
        Севастополь | place | Севастополью | -
        Казань | place | Казанью | i
        Керчь | place | Керчью | i
        Крым | place | Крыму | d l2
        Крым | place | Крыме | l
        Китай | place | Китае | l
        Батуми | place | Батуми | n g d a i l
        Батуми | place | Батумом | -
        Баку | place | Баку | n g d a i l
        Токио | place | Токиа | -
        Иваново | place | Иванове | l
        Иваново | place | Иваново | n g d a i l
        Дарданеллы | place plural | Дарданелл | G
        Дарданеллы | place plural | Дарданеллами | I
        Афины | place plural | Афинах | L
        Соединенные Штаты Америки | place | Соединенных Штатов Америки | G
        Соединенные Штаты Америки | place | Соединёнными Штатами Америки | I
        Соединенные Штаты Америки | place | Соединенных Штатами Америки | -
        Черное море | place | Чёрного моря | g
        Черное море | place | Черным морем | i
        Черное море | place | Черному море | -
        Советская Россия | place | Советской Россией | i
        Дальний Восток | place | Дальнего Востока | g
        Нью-Йорк | place | Нью-Йорке | l
        Москва-река | place | Москвы-реки | g
        Москва-река | place | Москва-реки | g
        Ростов-на-Дону | place | Ростовом-на-Дону | i
        Ростов-на-Дону | place | Ростов-на-Доне | -
        Александрополь | place | Александрополя | g
        # possessive adjectives, before a noun of their gender
        Берингов пролив | place | Берингова пролива | g
        Берингов пролив | place | Беринговым проливом | i
        Берингов пролив | place | Беринговом проливе | l
        Сергиев Посад | place | Сергиевым Посадом | i
        Баренцево море | place | Баренцева моря | g
        Баренцево море | place | Баренцевым морем | i
        Марьина Роща | place | Марьину Рощу | a
        Марьина Роща | place | Марьиной Роще | d l
        Принцевы острова | place plural | Принцевых островов | G
        Принцевы острова | place plural | Принцевыми островами | I
        Принцевы острова | place | Принцевых островах | L
        Карловы Вары | other | Карловых Вар | G A
        Ростов Великий | place | Ростова Великого | -
        Остров Крым | place | Острова Крым | g
        Остров Крым | place | Острова Крыма | -
        Долина роз | place | Долины роз | g
        Долина роз | place | Долиной роз | i
        Долина роз | place | Долиною роза | -
        # two nouns with и between them
        Босния и Герцеговина | place | Боснии и Герцеговины | g
        Босния и Герцеговина | place | Боснией и Герцеговиной | i
        Босния и Герцеговина | place | Боснии и Герцеговиной | -
        Босфор и Дарданеллы | place | Босфора и Дарданелл | G
        Босфор и Дарданеллы | place | Босфором и Дарданеллами | I
        Босфор и Дарданеллы | place | Босфор и Дарданелл | -
        # of unknown type
        Великие Луки | other | Великих Лук | G A
        Римский-Корсаков | other | Римским-Корсаковым | i D
        Мустафа Кемаль-паша | other | Мустафой Кемаль-пашой | i
        Гюмри | place | Гюмри | n g d a i l
        ",
    );
}

#[test]
fn institutions_events_and_the_rest() {
    check(
        &Language::Russian,
        "
        Великое национальное собрание Турции | organization | Великого национального собрания Турции | g
        Великое национальное собрание Турции | organization | Великом Национальном Собрании Турции | l
        Великое национальное собрание Турции | organization | Великим национальным собранием Турцией | -
        Великое национальное собрание Турции | organization | Великое национального собрания Турции | -
        Московский договор | treaty | Московским договором | i
        Московский договор | treaty | Московский договора | -
        Первая мировая война | event | Первой мировой войне | d l
        Севрский мирный договор | treaty | Севрскому мирному договору | d
        Третий Интернационал | organization | Третьего Интернационала | g
        национально-освободительная война в Турции | event | национально-освободительной войной в Турции | i
        Центральная и Восточная Европа | place | Центральной и Восточной Европой | i
        Из истории отношений | publication | Из истории отношений | n g d a i l
        Путь новой Турции | publication | Пути новой Турции | g d l
        Вооружённые силы УССР | organization | Вооруженных сил УССР | G
        Вопросы истории | publication | Вопросов истории | G
        Советская Россия и сопредельные страны | publication | Советской России и сопредельных стран | G
        Советская Россия и сопредельные страны | publication | Советской Россией и сопредельными странами | I
        Советская дипломатия и народы Востока | publication | Советскую дипломатию и народы Востока | A
        Советская дипломатия и народы Востока | publication | Советской дипломатии и народов Востока | G
        Советская дипломатия и народы Востока | publication | Советская дипломатия и народов Востока | -
        Союз рабочих и крестьян | organization | Союза рабочих и крестьян | g
        XI российская армия | organization | XI российской армией | i
        11-я армия | organization | 11-й армии | g d l
        11-я армия | organization | 11-я армии | -
        Красная армия | organization | Красную армию | a
        Совнарком | organization | Совнаркома | g
        Народный комиссариат иностранных дел | organization | Народного комиссариата иностранных дел | g
        ЦК РКП(б) | organization | ЦК РКП(б) | n g d a i l
        МИД | organization acronym | МИДом | i
        МИД | organization acronym | МИД | n g d a i l
        РСФСР | organization acronym | РСФСРа | -
        НАТО | organization acronym | НАТОм | -
        Живой | ship | Живым | i
        Живой | ship | Живого | g
        Правда | publication | Правде | d l
        Известия | publication plural | Известиями | I
        Известия | publication plural | Известиях | L
        Красное знамя | publication | Красном знамени | l
        ",
    );
}

#[test]
fn groups_in_both_numbers() {
    check(
        &Language::Russian,
        "
        большевики | group plural | большевиков | G A
        большевики | group plural | большевиком | i
        большевики | group plural | большевик | n
        большевики | group plural | большевистский | -
        кемалисты | group plural | Кемалистам | D
        кемалисты | group plural | кемалиста | g a
        деникинцы | group plural | деникинцев | G A
        деникинцы | group plural | деникинец | n
        деникинцы | group plural | деникинцу | d
        белогвардейцы | group plural | белогвардейцами | I
        белогвардейцы | group plural | белогвардеец | n
        турки | group plural | турок | n G A
        турки | group plural | турку | d
        турки | group plural | турков | -
        англичане | group plural | англичан | G A
        англичане | group plural | англичанином | i
        армяне | group plural | армянами | I
        грузины | group plural | грузин | n G A
        дашнаки | group plural | дашнаков | G A
        белые | group plural | белых | G A L
        белые | group plural | белым | i D
        Каменевы | person plural surname | Каменевых | G A L
        Каменевы | person plural surname | Каменевым | i D
        ",
    );
}

#[test]
fn what_the_gazetteer_says() {
    check(
        &Language::Russian,
        "
        Джебесой | person masculine surname paradigm=adjective-masculine-stressed | Джебесого | g a
        Джебесой | person masculine surname paradigm=adjective-masculine-stressed | Джебесоя | -
        Чичерин | person masculine surname none | Чичерина | -
        Чичерин | person masculine surname none | Чичерин | n g d a i l
        Рылей | person masculine surname forms=genitive:Рылья | Рылья | g
        Рылей | person masculine surname forms=genitive:Рылья | Рылея | a
        Рылей | person masculine surname forms=genitive:Рылья | Рылею | d
        Живое слово | publication words=adjective,fixed | Живого слово | g
        Живое слово | publication words=adjective,fixed | Живого слова | -
        Живое слово | publication words=fixed,noun | Живое слова | g
        Горки Ленинские | place plural words=noun,adjective | Горок Ленинских | G
        Торонто | place paradigm=noun-o | Торонте | l
        Иваново | place paradigm=fixed | Иванова | -
        Крым | place none | Крыму | -
        Афины | place plural none | Афин | -
        Афины | place plural none | Афины | n g d a i l N G D A I L
        Лев | person masculine given forms=genitive:Лева;accusative:Лева | Лева | g a
        Лев | person masculine given forms=genitive:Лева;accusative:Лева | Льва | -
        Лев | person masculine given forms=genitive:Лева;accusative:Лева | Львом | i
        Три брата | place forms=genitive:Трёх_братьев;dative:Трём_братьям | Трёх братьев | G
        Три брата | place forms=genitive:Трёх_братьев;dative:Трём_братьям | Три брата | N A
        Три брата | place forms=genitive:Трёх_братьев;dative:Трём_братьям | Трёх братов | -
        Горки | place forms=genitive-plural:Горок | Горок | G
        Живое слово | publication words=adjective,noun | Живого слова | g
        ",
    );
}

#[test]
fn unknown_type_and_gender() {
    check(
        &Language::Russian,
        "
        Пушкин |  | Пушкиным | i D
        Пушкин |  | Пушкином | i
        Пушкин |  | Пушкинской | -
        Саддам Хусейн |  | Саддама Хусейна | g a
        Великобритания |  | Великобританией | i
        Вера |  | Верой | i
        Карс |  | Карса | g a
        ",
    );
}

#[test]
fn pre_reform() {
    check(
        &Language::Russian,
        "
        Чичерин | person masculine surname | Чичеринъ | n
        Чичерин | person masculine surname | Чичеринымъ | i D
        Россия | place | Россіей | i
        Георгий | person masculine given | Георгій | n
        Москва | place | Москвѣ | d l
        Диана | person feminine given | Діану | a
        Троцкий | person masculine surname | Троцкаго | g a
        Троцкий | person masculine surname | Троцкій | n
        Рабочий | publication | Рабочаго | g
        Рабочий | publication | Рабочяго | g
        Нижний Новгород | place | Нижняго Новгорода | g
        Третья армия | organization | Третьей арміи | g d l
        Соединенные Штаты | place | Соединенныя Штаты | N A
        Великие Луки | place | Великія Луки | N A
        Собрание | organization | Собранія | g
        Собрание | organization | Собраніемъ | i
        Афины | place plural | Аѳинами | I
        Федор | person masculine given | Ѳедоромъ | i
        Алексей | person masculine given | Алексѣю | d
        Матвей | person masculine given | Матвѣй | n
        Совет | organization | Совѣтѣ | l
        Север | place | Сѣверъ | n a
        Северная армия | organization | Сѣверной арміей | i
        Днепр | place | Днѣпромъ | i
        Известия | publication plural | Извѣстіяхъ | L
        турки | group plural | туркахъ | L
        турки | group plural | турокъ | n G A
        Ильич | person masculine patronymic | Ильичемъ | i
        Чичеринъ | ru-petr1708 person masculine surname | Чичерину | d
        Турція | ru-petr1708 place | Турціей | i
        Турція | ru-petr1708 place | Турція | n
        ",
    );
}

#[test]
fn latin_letters() {
    check(
        &Language::Other("de".into()),
        "
        Voprosı istorii | ru-Latn publication plural | Voprosov istorii | G
        Putin | ru-Latn person masculine surname | Putinym | i D
        Turtsiya | ru-Latn place | Turtsii | g d l
        Turcija | ru-Latn place | Turciej | i
        Trotsky | ru-Latn person masculine surname | Trotskogo | g a
        Troçkiy | ru-Latn person masculine surname | Troçkomu | d
        Chicherin | ru-Latn person masculine surname | Chicherinı | N
        Trotskii | ru-Latn person masculine surname | Trotskomu | d
        Novyi Vostok | ru-Latn publication | Novogo Vostoka | g
        Sergei | ru-Latn person masculine given | Sergeia | g a
        Sergei | ru-Latn person masculine given | Sergeya | g a
        Čičerin | ru-Latn person masculine surname | Čičerinym | i D
        Kazan' | ru-Latn place | Kazani | g d l
        bol'sheviki | ru-Latn group plural | bol'shevikov | G A
        Lev | ru-Latn person masculine given | L'va | g a
        Lev | ru-Latn person masculine given | Lvu | d
        Vneshniaia politika SSSR | ru-Latn publication | Vneshnei politiki SSSR | g
        Vneshniaia politika SSSR | ru-Latn publication | Vneshney politiki SSSR | g
        Zapiski | ru-Latn publication | Zapisok | G
        Tschitscherin | ru-Latn person masculine surname | Tschitscherinu | d
        ",
    );
}

/// Spellings of other languages are declined among Russian words in Latin letters, and nowhere else.
#[test]
fn borrowed_spellings_in_latin_letters() {
    check(
        &Language::RussianLatin,
        "
        Çiçerin | tr person masculine surname | Çiçerina | g a
        Çiçerin | tr person masculine surname | Çiçerinım | i D
        Chicherin | en person masculine surname | Chicherinym | i D
        Chicherin | en person masculine surname | Chicherine | l
        Georgy Chicherin | en person masculine | Georgy Chicherinu | d
        Lev Karahan | tr person masculine | Lvom Karahanom | i
        Kollontay | tr person feminine surname | Kollontay | _ a d g i l n
        Kollontay | tr person feminine surname | Kollontaya | -
        Ankara | tr place | Ankare | d l
        Ankara | tr place | Ankaru | a
        Ankara | tr place | Ankarada | -
        Moscow | en place | Moscowa | g
        Büyük Millet Meclisi | tr organization | Büyük Millet Mecliside | -
        Bolşevikler | tr group plural | Bolşeviklera | -
        ",
    );
    for paragraph in [Language::Turkish, Language::English, Language::Russian] {
        check(
            &paragraph,
            "
            Çiçerin | tr person masculine surname | Çiçerina | -
            Chicherin | en person masculine surname | Chicherinym | -
            ",
        );
    }
}

#[test]
fn a_suffix_of_another_language_behind_an_apostrophe() {
    check(
        &Language::Turkish,
        "Анкара | ru place | Анкара’da | l\nАнкара | ru place | Анкары’da | l\nКарс | ru place | Карсda | -",
    );
    check(&Language::English, "Чичерин | ru person | Чичерин’s | g");
}

#[test]
fn generation() {
    check_forms(
        &Language::Russian,
        Joint::Solid,
        "
        басмачи | group plural | G | басмачей
        чуваши | group plural | G | чувашей
        новости | publication plural | G | новостей
        жители | group plural | A | жителей
        недели | other plural | G | недель
        тысячи | other plural | G | тысяч
        Четырнадцать пунктов | other | I | Четырнадцатью пунктами
        Двадцать шесть бакинских комиссаров | group plural | D | Двадцати шести бакинским комиссарам
        Анкара | place | g | Анкары
        Анкара | place | i | Анкарой, Анкарою
        Стамбул | place | i | Стамбулом
        Батуми | place | l | Батуми
        Крым | place | l2 | Крыму
        Кавказ | place | l2 | Кавказе
        Гюмри | place | g | Гюмри
        Кемал | person masculine | g | Кемала
        Халиль | person masculine | i | Халилем
        Джебесой | person masculine surname | i | Джебесоем
        Бекир Сами-бей | person masculine | g | Бекира Сами-бея
        Халиль-паша | person masculine | g | Халиль-паши, Халиля-паши
        Ибрагим-бек | person masculine | g | Ибрагим-бека, Ибрагима-бека
        Реза-шах | person masculine | d | Реза-шаху, Резе-шаху
        Йорюк Али-эфе | person masculine | i | Йорюком Али-эфе
        Упмал-Ангарский | person masculine | d | Упмалу-Ангарскому
        Коллонтай | person feminine surname | i | Коллонтай
        Лев Карахан | person masculine | i | Львом Караханом
        Хрущёв | person masculine surname | i | Хрущёвым, Хрущёвом
        Пётр | person masculine given | d | Петру
        Севрский мирный договор | treaty | d | Севрскому мирному договору
        кемалисты | group plural | D | кемалистам
        кемалисты | group plural | i | кемалистом
        деникинцы | group plural | g | деникинца
        турки | group plural | G | турок
        Дарданеллы | place plural | l | Дарданеллах
        Дарданеллы | place | g | Дарданелл
        Кронштадтский мятеж | event | i | Кронштадтским мятежом, Кронштадтским мятежем
        Мамурет-уль-Азиз | place | g | Мамурет-уль-Азиза, Мамурета-уль-Азиза
        Великое национальное собрание Турции | organization | l | Великом национальном собрании Турции
        Ростов-на-Дону | place | i | Ростовом-на-Дону
        Вооружённые силы УССР | organization | g | Вооружённых сил УССР
        Франко-турецкие отношения | publication | i | Франко-турецкими отношениями
        Воспоминания советского дипломата | publication | g | Воспоминаний советского дипломата
        Турецкая Республика. Очерк | publication | g | Турецкой Республики. Очерк
        Политбюро | organization | g | Политбюро
        Mejdunarodnaya jizn | ru-Latn publication | g | Mejdunarodnoy jizni
        Velikiy Oktyabr | ru-Latn publication | g | Velikogo Oktyabrya
        Нью-Йорк | place | g | Нью-Йорка
        МИД | organization acronym | i | МИД
        Voprosı istorii | ru-Latn publication plural | G | Voprosov istorii
        Троцкий | person masculine surname | abl | 
        ",
    );
}
