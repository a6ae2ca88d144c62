//! Language tags (BCP 47): their usual capitals, and whether there is such a language.

/// The tag in the capitals that RFC 5646, section 2.1.1 recommends: `ru-Latn`, `tr-TR`, `ru-petr1708`.
pub(super) fn canonical(tag: &str) -> String {
    let subtags = tag
        .split('-')
        .enumerate()
        .map(|(number, subtag)| match (number, subtag.len()) {
            (1.., 2) => subtag.to_ascii_uppercase(),
            (1.., 4) if subtag.is_ascii() => subtag[..1].to_ascii_uppercase() + &subtag[1..].to_ascii_lowercase(),
            _ => subtag.to_ascii_lowercase(),
        });
    subtags.collect::<Vec<_>>().join("-")
}

/// Whether the primary language can be one. Two letters are looked up; three are believed, except those for which
/// there are two (`rus`); longer ones (`russian`) are reserved and no language has one.
pub(super) fn is_known(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    match primary.len() {
        2 => TWO_LETTERS.split_whitespace().any(|known| known == primary),
        3 => !INSTEAD_OF_TWO.split_whitespace().any(|known| known == primary),
        _ => false,
    }
}

/// ISO 639-1.
const TWO_LETTERS: &str = "
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj
    kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv
    ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th
    ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Codes of three letters that people write for languages of this corpus, and that BCP 47 writes with two.
const INSTEAD_OF_TWO: &str =
    "ara aze bul deu ell eng fas fra fre ger gre hye ita jpn kat kaz kir pol ron rus spa tat tur ukr uzb zho";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_usual_capitals() {
        for (tag, expected) in [
            ("RU-latn", "ru-Latn"),
            ("tr-tr", "tr-TR"),
            ("ru-PETR1708", "ru-petr1708"),
            ("de", "de"),
            ("ру-ццçç", "ру-ццçç"),
        ] {
            assert_eq!(canonical(tag), expected);
        }
    }

    #[test]
    fn languages_that_are_none() {
        for known in ["ru", "tr", "ota", "ru-Latn", "crh"] {
            assert!(is_known(known), "{known}");
        }
        for unknown in ["rr", "rus", "turkish", ""] {
            assert!(!is_known(unknown), "{unknown}");
        }
    }
}
