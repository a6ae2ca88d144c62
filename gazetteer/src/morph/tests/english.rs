use super::*;

#[test]
fn possessive() {
    check(
        &Language::English,
        "
        Chicherin | person | Chicherin’s | g
        Chicherin | person | Chicherin | _
        Chicherin | person | Chicherins | -
        Chicherin | person | Chicherin’in | -
        Dumas | person | Dumas’ | _ g
        Ankara | tr place | Ankara’s | g
        Ankara | tr place | Ankara’da | -
        ",
    );
    let french = Language::Other("fr".into());
    check(
        &french,
        "Ankara | tr place | Ankara’da | l\nAnkara | tr place | Ankarada | -\nAnkara | en place | Ankara’da | -",
    );
}
