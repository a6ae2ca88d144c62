use super::*;

#[test]
fn cases_behind_an_apostrophe() {
    check(
        &Language::Turkish,
        "
        Ankara | place | Ankara’da | l
        Ankara | place | Ankara’nın | g
        Ankara | place | Ankara’yla | i
        Ankara | place | ANKARA’DAN | abl
        Paris | place | Paris’te | l
        Paris | place | Paris’de | l
        Atatürk | person | Atatürk’ü | n+3sg a
        Atatürk | person | Atatürğ’ü | -
        Kemal | person | Kemal’e | d
        Kemal | person | Kemal’a | d
        Paşa | person title | Paşa’ydı | n!was
        Mujen | person | Mujen’dir | n!is
        Kemalist | group | Kemalist’lerin | G
        Moskova | place | Moskova’dakilerin | lki:G
        Moskova | place | Moskova’daki | lki:n
        Moskova | place | Moskova’dakinden | lki:abl
        Ukrayna | place | Ukrayna’sı | n+3sg
        Paris | place | Paris’teydik | l!was1pl
        Türkiye | place | Türkiye’deyken | l!while
        İstanbul | place | İstanbul’dadır | l!is
        ABD | organization acronym | ABD’nin | g
        KGB | organization acronym | KGB’ye | d
        T.B.M.M. | organization acronym | T.B.M.M’nin | g
        SSCB | organization acronym | SSCB’de | l
        Romanov | person | Romanovlar’ın | G
        Shakespeare | person reading=şekspir | Shakespeare’in | g
        Chicherin | en person | Chicherin’in | g
        George | en person | George’un | g
        IBM | organization acronym | IBM’in | g
        IBM | organization acronym | IBMin | g
        HUD | organization acronym | HUDdaki | lki:n
        NATO | organization acronym | NATOya | d
        Ankara | place | Ankara’lı | -
        ABD | organization acronym | ABD’li | -
        ",
    );
}

#[test]
fn without_an_apostrophe() {
    check(
        &Language::Turkish,
        "
        Ankara | place | Ankarada | l
        Ankara | place | Ankarade | -
        Ankara | place | Ankarata | -
        Ankara | place | Ankaralı | -
        Ankara | place | ANKARADA | l
        Ankara | place | Ankaradaki | lki:n
        Kars | place | karşı | -
        Kars | place | Karsta | l
        Kars | place | Karsda | -
        Türk | group | Türkçe | -
        Türk | group | Türklük | -
        Irak | place | Irakın | g
        Irak | place | Irağın | g
        Isparta | place | Ispartanın | g
        Isparta | place | Ispartanin | -
        İzmir | place | İzmiri | n+3sg a
        İzmir | place | İzmırı | -
        Kemal | person | Kemale | d
        Kemal | person | Kemala | -
        Bolşevik | group | Bolşeviği | n+3sg a
        Bolşevik | group | Bolşeviğler | -
        Grup | organization | Grubun | g
        Paşa | person title | Paşaya | d
        Bey | person title | Beyin | g
        Ali | person | Alim | -
        Meral | person | Meralin | g
        Nepal | place | Nepale | d
        Nepal | place | Nepala | -
        Bengal | place | Bengalin | g
        Bengal | place | Bengala | d
        ",
    );
}

#[test]
fn compounds() {
    check(
        &Language::Turkish,
        "
        Büyük Millet Meclisi | organization | Büyük Millet Meclisi’nde | l
        Büyük Millet Meclisi | organization | Büyük Millet Meclisinde | l
        Büyük Millet Meclisi | organization | Büyük Millet Meclisimiz | n+1pl
        Büyük Millet Meclisi | organization | Büyük Millet Meclisimizin | g+1pl
        Büyük Millet Meclisi | organization | Büyük Millet Meclis | -
        Büyük Millet Meclisi | organization | Büyük Millet Meclisine | d
        Büyük Millet Meclisi | organization | Büyük Milletin Meclisi | -
        Lozan Konferansı | event | Lozan Konferansı’nda | l
        Lozan Konferansı | event | Lozan Konferansı’na | d
        Lozan Antlaşması | treaty | Lozan Antlaşması’yla | i
        Lozan Antlaşması | treaty | Lozan Antlaşması’da | l
        Erzurum Kongresi | event | Erzurum Kongresinin | g
        Erzurum Kongresi | event | Erzurum Kongreleri | N n+3pl
        Sovyetler Birliği | place | Sovyetler Birliği’ne | d
        Sovyetler Birliği | place | Sovyetler Birliğimiz | n+1pl
        Boğaziçi | place | Boğaziçi’nde | l
        Boğaziçi | place | Boğaziçinde | l
        Rusyası | place | Rusyasında | l
        Sovyet Kuvvetleri | organization plural | Sovyet Kuvvetleri’ne | D
        Mustafa Kemal Paşa | person | Mustafa Kemal Paşa’yla | i
        İsmet İnönü | person | İsmet İnönü’nün | g
        ",
    );
}

#[test]
fn groups_in_both_numbers() {
    check(
        &Language::Turkish,
        "
        Bolşevikler | group plural | Bolşevikler | N
        Bolşevikler | group plural | Bolşevik | n
        Bolşevikler | group plural | Bolşeviklerin | G
        Bolşevikler | group plural | Bolşevikler’e | D
        Bolşevikler | group plural | Bolşeviği | n+3sg a
        Bolsheviks | en group plural | Bolshevik’in | g
        ",
    );
}

#[test]
fn regular_suffixes() {
    let regular = |text: &str, category: &str, suffix: &str| {
        let subject = Subject::new(text, category, Language::Turkish);
        let plan = plan(text, &subject.category());
        let folded = fold_word(suffix);
        let ending = Ending {
            folded: &folded,
            apostrophe: true,
            source: suffix,
        };
        let stems = plan.words.last().map(|word| word.stems.clone()).unwrap_or_default();
        stems.iter().any(|(_, endings)| suffix_is_regular(*endings, &ending))
    };
    for (text, category, suffix, expected) in [
        ("Mustafa Kemal", "person", "e", true),
        ("Mustafa Kemal", "person", "a", false),
        ("Paris", "place", "te", true),
        ("Paris", "place", "de", false),
        ("Lozan Antlaşması", "treaty", "nda", true),
        ("Lozan Antlaşması", "treaty", "da", false),
        ("Ankara", "place", "ya", true),
        ("Ankara", "place", "a", false),
        ("Chicherin", "en person", "ın", true),
        ("Bengal", "place", "e", true),
    ] {
        assert_eq!(regular(text, category, suffix), expected, "{text} {suffix}");
    }
}

#[test]
fn generation() {
    check_forms(
        &Language::Turkish,
        Joint::Apostrophe('’'),
        "
        Ankara | place | abl | Ankara’dan
        Çiçerin | person | g | Çiçerin’in
        İzmir | place | d | İzmir’e
        İzmir | place | a | İzmir’i
        İzmir | place | lki:n | İzmir’deki
        Trabzon | place | g | Trabzon’un
        Batumi | place | g | Batumi’nin
        Tbilisi | place | abl | Tbilisi’den
        Lozan Antlaşması | treaty | l | Lozan Antlaşması’nda
        Lozan Antlaşması | treaty | i | Lozan Antlaşması’yla
        Lozan Antlaşması | treaty | n+1pl | Lozan Antlaşma’mız
        Mustafa Kemal | person | d | Mustafa Kemal’e
        Atatürk | person | a | Atatürk’ü
        KGB | organization acronym | d | KGB’ye
        ABD | organization acronym | g | ABD’nin
        NATO | organization acronym | g | NATO’nun
        Boğaziçi | place | l | Boğaziçi’nde
        T.B.M.M. | organization acronym | g | T.B.M.M.’nin
        RKP(b) | organization | l | RKP(b)’de
        Kızıl Ordu | organization | d | Kızıl Ordu’ya
        Arıkoğlu | person surname | d | Arıkoğlu’na
        İsmet İnönü | person | d | İsmet İnönü’ye
        Komünist Enternasyonal | organization | g | Komünist Enternasyonal’in
        Bolşevikler | group plural | D | Bolşevikler’e, Bolşevik’lere
        ",
    );
    check_forms(
        &Language::Turkish,
        Joint::Solid,
        "
        Bolşevik | group | a | Bolşeviği, Bolşeviki
        Bolşevik | group | l | Bolşevikte
        Bolşevikler | group plural | G | Bolşeviklerin
        Bolşevikler | group plural | d | Bolşeviğe, Bolşevike
        Ankara | place | l | Ankarada
        ",
    );
}
