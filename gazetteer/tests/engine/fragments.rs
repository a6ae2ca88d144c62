//! What is a mention in Turkish and English, and what is not: short pieces of text, five or more for a rule.

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::{Analysis, Language};

use crate::support::gazetteer;

/// Every name of the tables.
const NAMES: &str = "\
place/ankara: full tr Ankara; full en Ankara
place/kars: full tr Kars
place/istanbul: full tr İstanbul
place/moscow: full tr Moskova; full en Moscow
place/bosporus: full tr İstanbul Boğazı
place/black-sea: full tr Karadeniz
place/marmara: full tr Marmara Denizi
place/crimea: full tr Kırım
place/soviet-union: full tr Sovyetler Birliği; acronym tr SSCB
organization/assembly: full tr Büyük Millet Meclisi; acronym tr TBMM
organization/ministry: full tr Dışişleri Bakanlığı
organization/party: full tr Rusya Komünist Partisi; acronym tr RKP(b)
organization/nato: acronym tr NATO
organization/army: full tr 11. Ordu
publication/yeni-dunya: full tr Yeni Dünya
treaty/lausanne: full tr Lozan Antlaşması
event/war: full tr İstiklal Harbi
group/turks plural: full tr Türkler
group/bolsheviks plural: full tr Bolşevikler; full en Bolsheviks
person/ataturk masculine: full tr Mustafa Kemal Atatürk; given tr Mustafa Kemal [alone=yes]; surname tr Atatürk; surname en Ataturk
person/enver masculine: full tr Enver Yıldız; given tr Enver [alone=yes]
person/chicherin masculine: full tr Georgiy Çiçerin; surname tr Çiçerin; full en Georgy Chicherin; surname en Chicherin
person/clinton masculine: full tr Hillary Clinton; surname tr Clinton
person/dumas masculine: full en Alexandre Dumas; surname en Dumas
";

/// Checks rows `rule | text | mentions`: each mention as it stands, with `+` before a suffix outside of it.
fn check(language: &Language, table: &str) {
    let gazetteer = gazetteer(NAMES);
    let mut wrong = Vec::new();
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let columns: Vec<&str> = row.split(" | ").collect();
        let [rule, text, expected] = columns.as_slice() else {
            panic!("a row has three columns: {row}")
        };
        let facts = Facts {
            language: Some(language.clone()),
            ..Facts::default()
        };
        let analysis = Analysis::fresh(text, &facts, &gazetteer);
        let draw = |mention: onomast_gazetteer::analysis::Mention| {
            let suffix = &text[mention.range.end..mention.with_suffix.end];
            let plus = if suffix.is_empty() { "" } else { "+" };
            format!("{}{plus}{suffix}", &text[mention.range])
        };
        let found: Vec<String> = analysis.mentions().map(draw).collect();
        let found = if found.is_empty() {
            "-".to_owned()
        } else {
            found.join(", ")
        };
        if found != *expected {
            wrong.push(format!("{rule}: {text} | expected {expected} | found {found}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn turkish() {
    check(
        &Language::Turkish,
        "
        cases behind an apostrophe | O gün Ankara’da kaldı | Ankara+’da
        cases behind an apostrophe | O gün Ankara'dan çıktı | Ankara+'dan
        cases behind an apostrophe | O gün Kars’ı aldı | Kars+’ı
        cases behind an apostrophe | O gün Çiçerin’le görüştü | Çiçerin+’le
        cases behind an apostrophe | O gün Kars’tandı | Kars+’tandı
        cases without one | O gün Ankarada kaldı | Ankarada
        cases without one | O gün Ankaraya gitti | Ankaraya
        cases without one | O gün Karsın yolu | Karsın
        cases without one | O gün Çiçerinle görüştü | Çiçerinle
        cases without one | O gün Clintonın yolu | Clintonın
        cases without one | O gün Karsde kaldı | -
        chains with -ki | Moskova’dakilerin sözü | Moskova+’dakilerin
        chains with -ki | Moskova’daki elçi | Moskova+’daki
        chains with -ki | Moskovadakilere yazdı | Moskovadakilere
        chains with -ki | Moskova’nınki uzundu | Moskova+’nınki
        chains with -ki | Moskova’dakiymiş gibi | Moskova+’dakiymiş
        the copula | O şehir Ankara’ydı | Ankara+’ydı
        the copula | O şehir Kars’mış | Kars+’mış
        the copula | O şehir Ankara’dır | Ankara+’dır
        the copula | Biz Moskova’daydık | Moskova+’daydık
        the copula | Daha Kars’tayken yazdı | Kars+’tayken
        the copula | Eğer Çiçerin’se gelir | Çiçerin+’se
        the copula | O şehir Ankara’ymışsa | Ankara+’ymışsa
        derivations are none | Bir Ankaralı geldi | -
        derivations are none | Bir Ankara’lı geldi | -
        derivations are none | Bir Türkçe söz | -
        derivations are none | Türklük davası | -
        derivations are none | Bir Atatürkçü geldi | -
        derivations are none | Bir Moskovasız dünya | -
        derivations are none | SSCB’li uzman | -
        particles stay outside | Ankara da kabul etti | Ankara
        particles stay outside | Ankara mı Kars mı | Ankara, Kars
        particles stay outside | Ankara ile Kars | Ankara, Kars
        particles stay outside | Ankara ise sustu | Ankara
        particles stay outside | Ankara ki başkenttir | Ankara
        compounds take n | Büyük Millet Meclisi’nde konuştu | Büyük Millet Meclisi+’nde
        compounds take n | Büyük Millet Meclisinde konuştu | Büyük Millet Meclisinde
        compounds take n | Dışişleri Bakanlığına gitti | Dışişleri Bakanlığına
        compounds take n | İstanbul Boğazı’ndan geçti | İstanbul Boğazı+’ndan
        compounds take n | Marmara Denizinin suyu | Marmara Denizinin
        compounds take n | İstiklal Harbi’nde öldü | İstiklal Harbi+’nde
        compounds take n | Lozan Antlaşması’yla bitti | Lozan Antlaşması+’yla
        another possessive | Büyük Millet Meclisimiz açıldı | Büyük Millet Meclisimiz
        another possessive | Sovyetler Birliğimiz güçlüdür | Sovyetler Birliğimiz
        another possessive | Dışişleri Bakanlıkları yazdı | Dışişleri Bakanlıkları
        another possessive | Dışişleri Bakanlığımızdan geldi | Dışişleri Bakanlığımızdan
        another possessive | Büyük Millet Meclisleri açıldı | Büyük Millet Meclisleri
        another possessive | Büyük Millet Meclis açıldı | -
        a suffix behind quotation marks | “Yeni Dünya”nın sahibi | Yeni Dünya+”nın
        a suffix behind quotation marks | «Yeni Dünya»da çıktı | Yeni Dünya+»da
        a suffix behind quotation marks | \"Yeni Dünya\"ya yazdı | Yeni Dünya+\"ya
        a suffix behind quotation marks | “Yeni Dünya”’dan alındı | Yeni Dünya+”’dan
        a suffix behind quotation marks | “Yeni Dünya” sustu | Yeni Dünya
        letters and words of letters | TBMM’nin kararı | TBMM+’nin
        letters and words of letters | TBMM'ye gitti | TBMM+'ye
        letters and words of letters | T.B.M.M.’nde konuştu | T.B.M.M.+’nde
        letters and words of letters | SSCB’deki elçi | SSCB+’deki
        letters and words of letters | NATO’nun kararı | NATO+’nun
        letters and words of letters | RKP(b)’nin kararı | RKP(b)+’nin
        letters and words of letters | tbmm’nin kararı | -
        letters and words of letters | 11. Ordu’nun yolu | 11. Ordu+’nun
        letters and words of letters | 11. Orduya katıldı | 11. Orduya
        letters and words of letters | 111. Orduya katıldı | -
        softening | Bir Bolşeviği gördü | Bolşeviği
        softening | Bir bolşeviğin sözü | bolşeviğin
        softening | Bir Bolşevik’i gördü | Bolşevik+’i
        softening | O gün Atatürk’ü gördü | Atatürk+’ü
        softening | O gün Atatürkü gördü | Atatürkü
        softening | O gün Atatürğü gördü | -
        groups in both numbers | Bolşeviklere yazdı | Bolşeviklere
        groups in both numbers | Bir Bolşevik geldi | Bolşevik
        groups in both numbers | Türk’ün sözü | Türk+’ün
        groups in both numbers | Türkler’in sözü | Türkler+’in
        groups in both numbers | Türklerdeki istek | Türklerdeki
        titles | Mustafa Kemal Paşa’yla görüştü | Mustafa Kemal Paşa+’yla
        titles | Enver Paşanın yolu | Enver Paşanın
        titles | Enver Bey’inki uzundu | Enver Bey+’inki
        titles | Enver paşa geldi | Enver paşa
        titles | General Enver geldi | Enver
        titles | Enver Paşazade geldi | Enver
        capitals | ANKARA’DA KALDI | ANKARA+’DA
        capitals | ANKARA'NIN YOLU | ANKARA+'NIN
        capitals | İSTANBUL’DAKİLER SUSTU | İSTANBUL+’DAKİLER
        capitals | BÜYÜK MİLLET MECLİSİNDE | BÜYÜK MİLLET MECLİSİNDE
        capitals | ATATÜRK’ÜN YOLU | ATATÜRK+’ÜN
        capitals | KIRIM’IN YOLU | KIRIM+’IN
        small letters are other words | karşı çıktı, kars | -
        small letters are other words | bir ankara gazozu | -
        small letters are other words | o günkü istanbul’da | -
        small letters are other words | karslar yağdı | -
        small letters are other words | yeni dünyada | -
        joined names | Ankara-Moskova yolu | Ankara, Moskova
        joined names | Kars-Ankara’ya gitti | Kars, Ankara+’ya
        joined names | Türk-Bolşevik dostluğu | Türk, Bolşevik
        joined names | Ankara/Kars | Ankara, Kars
        joined names | (Ankara’da) | Ankara+’da
        ",
    );
}

#[test]
fn english() {
    check(
        &Language::English,
        "
        possessive | Then Chicherin’s note came | Chicherin+’s
        possessive | Then Chicherin's note came | Chicherin+'s
        possessive | The Bolsheviks’ note came | Bolsheviks+’
        possessive | The ‘Bolsheviks’ came | Bolsheviks
        possessive | Then Dumas’ note came | Dumas+’
        possessive | Then Dumas’s note came | Dumas+’s
        possessive | CHICHERIN’S NOTE | CHICHERIN+’S
        possessive | THE BOLSHEVIKS’ NOTE | BOLSHEVIKS+’
        no suffixes of Turkish | Then Chicherinin came | -
        no suffixes of Turkish | Then Ankarada came | -
        no suffixes of Turkish | Then Ankara’da came | -
        no suffixes of Turkish | Then Chicherin’in came | -
        no suffixes of Turkish | Then Moscowers came | -
        both numbers of a group | A Bolshevik came | Bolshevik
        both numbers of a group | The Bolshevik’s note | Bolshevik+’s
        both numbers of a group | The bolsheviks came | bolsheviks
        both numbers of a group | The Bolshevist note | -
        both numbers of a group | The Bolsheviks came | Bolsheviks
        titles stay outside | Comrade Chicherin came | Chicherin
        titles stay outside | Commissar Chicherin’s note | Chicherin+’s
        titles stay outside | Mr. Chicherin came | Chicherin
        titles stay outside | Mr. G. Chicherin came | G. Chicherin
        titles stay outside | G. Chicherin came | G. Chicherin
        titles stay outside | L. Chicherin came | -
        ",
    );
}
