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

/// Names that sound otherwise than they are spelled: suffixes follow the sound, which the spelling does not tell.
#[test]
fn foreign_names() {
    check(
        &Language::Turkish,
        "
        Clinton | person | Clinton’ın | g
        Clinton | person | Clintonın | g
        Clinton | person | Clintonun | g
        Clinton | person | Clintonlu | -
        Denver | place | Denverdaki | lki:n
        Denver | place | Denverdeki | lki:n
        Trump | person | Trumpın | g
        Churchill | person | Churchillin | g
        Churchill | person | Churchille | d
        Marx | person | Marxın | g
        Engels | person | Engelsin | g
        Engels | person | Engelsden | abl
        Bush | person | Bushun | g
        Bush | person | Bushın | g
        George | person | Georgeun | g
        George | person | Georgenin | g
        Shakespeare | person | Shakespearein | g
        Voltaire | person | Voltairein | g
        Voltaire | person | Voltairee | d
        Versailles | place | Versaillesda | l
        Versailles | place | Versaillesa | d
        Lausanne | place | Lausanneda | l
        Lausanne | place | Lausannein | g
        Lausanne | place | Lausannenin | g
        Joffe | person | Joffenin | g
        Joffe | person | Joffeun | g
        Carbide | organization | Carbidein | g
        Einstein | person | Einsteinın | g
        Einstein | person | Einsteina | d
        Curzon | person | Curzonla | i
        Curzon | person | Curzonle | -
        Isabel | person | Isabella | -
        Mart | other | Martin | -
        Winston | person | Winstone | -
        İzmir | place | İzmirın | -
        ",
    );
}

/// What the last letters of a foreign name show of its sound licenses suffixes of one letter too.
#[test]
fn foreign_ends() {
    check(
        &Language::Turkish,
        "
        Times | other | Timesa | d
        Times | other | Timesı | n+3sg a
        Angeles | place | Angelesa | d
        Jones | person | Jonesun | g
        Goebbels | person | Goebbelsa | d
        Goebbels | person | Goebbelsla | i
        Denver | place | Denvera | d
        Faulkner | person | Faulknera | d
        Isabel | person | Isabela | -
        Helen | person | Helena | -
        Milne | person | Milnele | i
        Milne | person | Milnee | d
        Verne | person | Vernei | n+3sg a
        Joyce | person | Joyceun | g
        Joyce | person | Joyceu | n+3sg a
        Joyce | person | Joycela | i
        Ange | person | Angela | -
        Andre | person | Andrei | -
        Kore | place | Korea | -
        Monet | person | Monetnin | g
        Monet | person | Monetye | d
        Renault | organization | Renaultda | l
        Diderot | person | Diderotnun | g
        Dumas | person | Dumasya | d
        Kafkas | place | Kafkasya | -
        Balzac | person | Balzacta | l
        Balzac | person | Balzacda | l
        Graz | place | Grazta | l
        Kirov | person | Kirovta | l
        Meclis | organization | Meclisnin | -
        ",
    );
}

/// A suffix that makes another word of a short stem needs its apostrophe.
#[test]
fn the_copula_behind_one_syllable() {
    check(
        &Language::Turkish,
        "
        Bur | other | Bursa | -
        Bur | other | Burdur | -
        Bur | other | Bur’sa | n!if
        Nil | other | Nilsen | -
        Var | place | Vardı | -
        Van | place | Vandaydı | l!was
        Paris | place | Paristi | n!was
        Kars | place | Karstı | -
        Kars | place | Kars’tı | n!was
        Enver Bey | person | Enver Beydi | n!was
        ",
    );
}

#[test]
fn the_equative_of_a_compound() {
    check(
        &Language::Turkish,
        "
        Dışişleri Bakanlığı | organization | Dışişleri Bakanlığınca | equ
        Millet Meclisi | organization | Millet Meclisince | equ
        Millet Meclisi | organization | Millet Meclisi’nce | equ
        Millet Meclisi | organization | Millet Meclisçe | -
        Millet Meclisi | organization | Millet Meclisimizce | -
        Ankara | place | Ankaraca | -
        Ankara | place | Ankara’ca | -
        Ankara | place | Ankara’nca | -
        Türk | group | Türkçe | -
        ",
    );
}

#[test]
fn softening_of_the_last_part() {
    check(
        &Language::Turkish,
        "
        Abdülhamit | person | Abdülhamide | d
        Abdülmecit | person | Abdülmecidin | g
        Bozkurt | person | Bozkurdun | g
        Turgut | person | Turguda | d
        Sabit | person | Sabidi | -
        Devlet | organization | Devledi | -
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
        Misak-ı Millî | treaty | Misak-ı Millî’de | l
        Nutuk | publication | Nutkun | g
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
        İnönü | other | İnönüye | d
        İnönü | other | İnönüne | d
        Eminönü | place | Eminönüne | d
        Eminönü | place | Eminönüye | -
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
        Kars | place forms=locative:Kars'ta | l | Kars’ta
        Kars (Kale) | place forms=locative:Kars_Kale'de | l | Kars (Kale)’de
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
        Dışişleri Bakanlığı | organization | equ | Dışişleri Bakanlığı’nca
        Lozan Antlaşması | treaty | n+1pl | Lozan Antlaşma’mız
        Misak-ı Millî | treaty | d | Misak-ı Millî’ye
        Bâb-ı Âli | organization | a | Bâb-ı Âli’yi
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
        Kars | place forms=locative:Kars’ta | l | Karsta
        ",
    );
}

/// What takes the place of a form of one spelling when another spelling takes the place of the first: the readings of
/// the old form, written with the new spelling and the same joint. A row is `rule | old | new | category | old form |
/// new forms`.
#[test]
fn another_spelling_in_the_same_reading() {
    let table = "
        a vowel takes a joining letter | İzmir | Ankara | place | İzmir’e | Ankara’ya
        a vowel takes a joining letter | İzmir | Ankara | place | İzmir’i | Ankara’sı, Ankara’yı
        a vowel takes a joining letter | İzmir | Ankara | place | İzmir’in | Ankara’nın
        a vowel takes a joining letter | İzmir | Ankara | place | İzmir’le | Ankara’yla
        a vowel takes a joining letter | İzmir | Bakü | place | İzmir’e | Bakü’ye
        a vowel takes a joining letter | Batum | Batumi | place | Batum’un | Batumi’nin
        a vowel takes a joining letter | Batum | Batumi | place | Batumdu | Batumiydi
        a consonant takes none | Smyrna | İzmir | place | Smyrna’ya | İzmir’e
        a consonant takes none | Smyrna | İzmir | place | Smyrna’yı | İzmir’i
        a consonant takes none | Smyrna | İzmir | place | Smyrna’nın | İzmir’in
        a consonant takes none | Smyrna | İzmir | place | Smyrna’yla | İzmir’le
        a consonant takes none | Smyrna | İzmir | place | Smyrna’ydı | İzmir’di
        a consonant takes none | Angora | Erzurum | place | Angorayı | Erzurumu
        harmony back, unrounded | Trebizond | Kars | place | Trebizond’un | Kars’ın
        harmony back, unrounded | Trebizond | Kars | place | Trebizond’dan | Kars’tan
        harmony back, unrounded | Tiflis | Ardahan | place | Tiflis’in | Ardahan’ın
        harmony back, unrounded | Tiflis | Ardahan | place | Tiflis’ler | Ardahan’lar
        harmony back, unrounded | Bitlis | Van | place | Bitlisin | Vanın
        harmony back, rounded | Trebizond | Trabzon | place | Trebizond’un | Trabzon’un
        harmony back, rounded | İzmir | Batum | place | İzmir’in | Batum’un
        harmony back, rounded | İzmir | Batum | place | İzmir’i | Batum’u
        harmony back, rounded | Kars | Erzurum | place | Kars’tı | Erzurum’du
        harmony back, rounded | Kars | Samsun | place | Kars’mış | Samsun’muş
        harmony front, unrounded | Tchitcherine | Çiçerin | person | Tchitcherine’in | Çiçerin’in
        harmony front, unrounded | Troçki | Lenin | person | Troçki’yle | Lenin’le
        harmony front, unrounded | Kars | İzmir | place | Karsın | İzmirin
        harmony front, unrounded | Kars | İzmir | place | Kars’ınki | İzmir’inki
        harmony front, unrounded | Ankara | Tiflis | place | Ankara’dakilerin | Tiflis’tekilerin
        harmony front, rounded | Kemal | Atatürk | person | Kemal’i | Atatürk’ü
        harmony front, rounded | İsmet | İnönü | person | İsmet’in | İnönü’nün
        harmony front, rounded | Moskova | Bakü | place | Moskova’ydı | Bakü’ydü
        harmony front, rounded | Kars | Gümrü | place | Karsın | Gümrünün
        harmony front, rounded | Lenin | Rüştü | person | Lenin’mişsin | Rüştü’ymüşsün
        d behind voiced sounds | Tiflis | Tbilisi | place | Tiflis’ten | Tbilisi’den
        d behind voiced sounds | Tiflis | Erivan | place | Tiflis’te | Erivan’da
        d behind voiced sounds | Bitlis | İzmir | place | Bitliste | İzmirde
        d behind voiced sounds | Kars | Van | place | Kars’taki | Van’daki
        d behind voiced sounds | Paris | Lozan | place | Paris’teydik | Lozan’daydık
        t behind voiceless sounds | Ankara | Kars | place | Ankara’da | Kars’ta
        t behind voiceless sounds | Ankara | Sivas | place | Ankara’dan | Sivas’tan
        t behind voiceless sounds | Lozan | Paris | place | Lozan’dadır | Paris’tedir
        t behind voiceless sounds | Ankara | Tokat | place | Ankaradaki | Tokattaki
        t behind voiceless sounds | Kemal | Atatürk | person | Kemal’di | Atatürk’tü
        the equative keeps its n | Millet Meclisi | Dışişleri Bakanlığı | organization | Millet Meclisince | Dışişleri Bakanlığınca
        a palatal l takes front vowels | Enver | Kemal | person | Enver’e | Kemal’e
        a palatal l takes front vowels | Enver | Celal | person | Enver’i | Celal’i
        a palatal l takes front vowels | Enver | Cemal | person | Enver’in | Cemal’in
        a palatal l takes front vowels | Fuat | Bilal | person | Fuat’a | Bilal’e
        a palatal l takes front vowels | Londra Barışı | Londra Protokolü | treaty | Londra Barışı’nda | Londra Protokolü’nde
        a compound takes n | Lozan | Lozan Antlaşması | treaty | Lozan’da | Lozan Antlaşması’nda
        a compound takes n | Lozan | Lozan Antlaşması | treaty | Lozan’a | Lozan Antlaşması’na
        a compound takes n | Lozan Muahedesi | Lozan Antlaşması | treaty | Lozan Muahedesi’yle | Lozan Antlaşması’yla
        a compound takes n | Meclis | Millet Meclisi | organization | Meclis’in | Millet Meclisi’nin
        a compound takes n | Karadeniz | Ege Denizi | place | Karadeniz’den | Ege Denizi’nden
        a compound takes n | Kurtuluş Savaşı | İstiklal Harbi | event | Kurtuluş Savaşı’nda | İstiklal Harbi’nde
        a compound takes n | Kerç | Boğaziçi | place | Kerç’ten | Boğaziçi’nden
        another possessive replaces that of a compound | Millet Meclisi | Rusya Hükümeti | organization | Millet Meclisimiz | Rusya Hükümetimiz
        another possessive replaces that of a compound | Millet Meclisi | Erzurum Kongresi | organization | Millet Meclisimiz | Erzurum Kongremiz
        another possessive replaces that of a compound | Millet Meclisi | Sovyetler Birliği | organization | Millet Meclisimiz | Sovyetler Birliğimiz, Sovyetler Birlikimiz
        another possessive replaces that of a compound | Millet Meclisi | Türk Ordusu | organization | Millet Meclisimizin | Türk Ordumuzun
        another possessive replaces that of a compound | Millet Meclisi | İzmir Valiliği | organization | Millet Meclisleri | İzmir Valilikleri
        k softens without an apostrophe | Sosyalist | Bolşevik | group | Sosyalisti | Bolşeviği, Bolşeviki
        k softens without an apostrophe | Sosyalist | Bolşevik | group | Sosyaliste | Bolşeviğe, Bolşevike
        k softens without an apostrophe | Sosyalist | Menşevik | group | Sosyalistin | Menşeviğin, Menşevikin
        k softens without an apostrophe | Kars | Selanik | place | Karsın | Selaniğin, Selanikin
        k softens without an apostrophe | Meclis | Grup | organization | Meclisin | Grubun, Grupun
        k stays behind an apostrophe | Sosyalist | Bolşevik | group | Sosyalist’i | Bolşevik’i
        k stays behind an apostrophe | Kars | Selanik | place | Kars’ın | Selanik’in
        k stays behind an apostrophe | Ali | Recep | person | Ali’ye | Recep’e
        k stays behind an apostrophe | Ali | Ragıp | person | Ali’nin | Ragıp’ın
        k stays behind an apostrophe | Mustafa Kemal | Atatürk | person | Mustafa Kemal’e | Atatürk’e
        k stays behind another consonant | Kemal | Atatürk | person | Kemali | Atatürkü
        k stays behind another consonant | Sovyet | Türk | group | Sovyetin | Türkün
        k stays behind another consonant | Kemal | Öztürk | person | Kemalin | Öztürkün
        k stays behind another consonant | Kemal | Köktürk | person | Kemale | Köktürke
        k stays behind another consonant | Nil | Lark | place | Nili | Larkı
        letters are called by their names | Meclis | TBMM | organization acronym | Meclis’in | TBMM’nin
        letters are called by their names | Rusya | SSCB | organization acronym | Rusya’yla | SSCB’yle
        letters are called by their names | Amerika | ABD | organization acronym | Amerika’dan | ABD’den
        letters are called by their names | Parti | RKP | organization acronym | Parti’ye | RKP’ye
        letters are called by their names | Birlik | AB | organization acronym | Birlik’te | AB’de
        letters that make a word are read | Pakt | NATO | organization acronym | Pakt’a | NATO’ya
        letters that make a word are read | Ajans | TASS | organization acronym | Ajans’ın | TASS’ın
        letters that make a word are read | Pakt | SEATO | organization acronym | Pakt’ın | SEATO’nun
        letters that make a word are read | Pakt | CENTO | organization acronym | Pakt’ta | CENTO’da
        letters that make a word are read | Fon | UNESCO | organization acronym | Fon’u | UNESCO’su, UNESCO’yu
    ";
    let mut wrong = Vec::new();
    for row in rows(table) {
        let [rule, old, new, category, form, expected] = row.as_slice() else {
            panic!("a row has six columns: {row:?}");
        };
        let found = moved(old, new, category, form);
        if found != *expected {
            wrong.push(format!(
                "{rule}: {old} → {new}, {form} | expected {expected}, found {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn moved(old: &str, new: &str, category: &str, form: &str) -> String {
    let (old, new) = [old, new]
        .map(|text| Subject::new(text, category, Language::Turkish))
        .into();
    let joint = if form.contains('’') {
        Joint::Apostrophe('’')
    } else {
        Joint::Solid
    };
    let mut forms: Vec<String> = Vec::new();
    for reading in analyse(&old, &Language::Turkish, form) {
        for form in generate(&new.text, &new.category(), &Language::Turkish, &reading, joint) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms.join(", ")
}
