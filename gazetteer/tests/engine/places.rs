//! Which mention a place of the text belongs to.

use onomast_gazetteer::analysis::Facts;
use onomast_gazetteer::{Analysis, Language};

use crate::support::gazetteer;

/// A cursor stands between two characters, so both ends are the mention’s; and where two touch, editors take what is
/// behind the cursor.
#[test]
fn a_mention_holds_both_its_ends_and_of_two_that_touch_the_right_one() {
    let gazetteer = gazetteer("other/b: full tr T.C.\nplace/ankara: full tr Ankara");
    let text = "Dün T.C.Ankara’da toplandı.";
    let facts = Facts {
        language: Language::parse("tr"),
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &gazetteer);
    let at = |place: usize| Some(&text[analysis.mention_at(place)?.with_suffix]);
    let find = |part: &str| text.find(part).expect("in the text");
    assert_eq!(at(find("T.C.")), Some("T.C."));
    assert_eq!(
        at(find("Ankara")),
        Some("Ankara’da"),
        "where the one ends the other begins"
    );
    assert_eq!(at(find(" toplandı")), Some("Ankara’da"), "with the suffix");
    for off in [find("T.C.") - 1, find("toplandı"), text.len()] {
        assert_eq!(at(off), None, "byte {off}");
    }
}
