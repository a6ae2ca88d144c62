//! What people decide about places of a text, and what comes of it.

use std::ops::Range;

use crate::support::gazetteer;
use onomast_gazetteer::Analysis;
use onomast_gazetteer::analysis::{Decided, Decision, Facts, Resolution};
use onomast_gazetteer::consistency::Aside;
use onomast_gazetteer::prose::{Format, Zone};

const NAMES: &str = "
person/s-kamenev masculine homonym: full ru Сергей Сергеевич Каменев; surname ru Каменев
person/l-kamenev masculine homonym: full ru Лев Борисович Каменев; surname ru Каменев
place/kars: full ru Карс
person/karabekir masculine: full ru Кязым Карабекир; surname ru Карабекир
";

/// Checks what is found in a text in which the words of each decision stand in brackets, in the order of the decisions:
/// `not`, `is ID`, `file ID`. A line a mention: its words, what it may mean, and why. In the second text are the
/// spellings that count, each with its number, in the order of the entities.
#[track_caller]
fn check(text: &str, decisions: &[&str], mentions: &[&str], uses: &str) {
    let gazetteer = gazetteer(NAMES);
    let (text, ranges) = bare(text);
    let decided = |words: &str| match words.split_once(' ') {
        Some(("is", id)) => Decided::Is(gazetteer.find(id).unwrap()),
        Some(("file", id)) => Decided::IsInFile(gazetteer.find(id).unwrap()),
        _ => Decided::NotAName,
    };
    let decision = |(range, words): (Range<usize>, &&str)| Decision {
        range,
        decided: decided(words),
    };
    let decisions = ranges.into_iter().zip(decisions).map(decision).collect();
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer).decided(decisions);
    let drawn: Vec<String> = analysis
        .mentions()
        .map(|mention| {
            let ids: Vec<&str> = mention
                .candidates
                .iter()
                .map(|candidate| gazetteer.entity(candidate.entity).id.as_str())
                .collect();
            let why = match mention.resolution {
                Resolution::Only | Resolution::Ambiguous => "",
                Resolution::Decision => " by decision",
                Resolution::FullName => " by full name",
                Resolution::Neighbours => " by neighbours",
                other => panic!("{other:?}"),
            };
            format!("{} {}{why}", &text[mention.range], ids.join(" or "))
        })
        .collect();
    assert_eq!(drawn, mentions);
    let counts = analysis.uses().iter().flat_map(|one| &one.counts);
    let counts: Vec<String> = counts
        .map(|(spelling, count)| format!("{} {count}", gazetteer.spelling(*spelling).text))
        .collect();
    assert_eq!(counts.join(", "), uses);
    let idle = analysis
        .decisions()
        .iter()
        .filter(|decision| !analysis.takes_effect(decision));
    assert_eq!(
        idle.map(|decision| &text[decision.range.clone()]).collect::<Vec<_>>(),
        [""; 0]
    );
}

/// The text without brackets, and what stood between them.
fn bare(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut bare, mut ranges, mut start) = (String::new(), Vec::new(), 0);
    for sign in text.chars() {
        match sign {
            '[' => start = bare.len(),
            ']' => ranges.push(start..bare.len()),
            _ => bare.push(sign),
        }
    }
    (bare, ranges)
}

#[test]
fn here_it_is_one_of_several() {
    check(
        "Пришёл [Каменев]. Каменева ждали.",
        &["is person/l-kamenev"],
        &[
            "Каменев person/l-kamenev by decision",
            "Каменева person/l-kamenev or person/s-kamenev",
        ],
        "Каменев 1",
    );
}

#[test]
fn a_full_name_decided_bears_the_others_out() {
    check(
        "Сергей Каменев писал. Льва Борисовича Каменева ждали. Потом Каменев уехал. [Каменев] вернулся.",
        &["is person/s-kamenev"],
        &[
            "Сергей Каменев person/s-kamenev by neighbours",
            "Льва Борисовича Каменева person/l-kamenev by neighbours",
            "Каменев person/l-kamenev by full name",
            "Каменев person/s-kamenev by decision",
        ],
        "Лев Борисович Каменев 1, Каменев 2, Каменев 2",
    );
}

#[test]
fn in_this_file_it_is_one_of_several() {
    check(
        "Пришёл [Каменев].\n\nКаменева ждали. Л. Б. Каменев писал.\n\nО Каменеве.",
        &["file person/s-kamenev"],
        &[
            "Каменев person/s-kamenev by decision",
            "Каменева person/s-kamenev by decision",
            "Л. Б. Каменев person/l-kamenev by neighbours",
            "Каменеве person/s-kamenev by decision",
        ],
        "Каменев 1, Каменев 3",
    );
}

#[test]
fn what_is_no_name_is_not_found_and_not_counted() {
    check(
        "Взяли Карс. [Карс] был генерал. О Карсе.",
        &["not"],
        &["Карс place/kars", "Карсе place/kars"],
        "Карс 2",
    );
}

#[test]
fn a_part_that_is_no_name_leaves_the_whole() {
    let gazetteer = gazetteer(NAMES);
    let text = "Кязым Карабекир писал.";
    let range = text.find("Карабекир").unwrap()..text.find(" писал").unwrap();
    let decision = Decision {
        range,
        decided: Decided::NotAName,
    };
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer).decided(vec![decision.clone()]);
    assert_eq!(analysis.mentions().count(), 1);
    assert!(!analysis.takes_effect(&decision));
}

#[test]
fn a_decision_for_somebody_who_cannot_be_meant_has_no_effect() {
    let gazetteer = gazetteer(NAMES);
    let text = "Взяли Карс.";
    let decision = Decision {
        range: 11..19,
        decided: Decided::Is(gazetteer.find("person/s-kamenev").unwrap()),
    };
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer).decided(vec![decision.clone()]);
    assert_eq!(analysis.mentions().count(), 1);
    assert!(!analysis.takes_effect(&decision));
}

/// A text with the words of a decision in brackets: of each name the zone with the decision, and whether it takes effect.
#[track_caller]
fn check_zone(format: Format, text: &str, zone: Zone, expected: &[&str], takes_effect: bool) {
    let (text, ranges) = bare(text);
    let decision = Decision {
        range: ranges[0].clone(),
        decided: Decided::Zone(zone),
    };
    let facts = Facts {
        format,
        ..Facts::default()
    };
    let analysis = Analysis::fresh(&text, &facts, &gazetteer(NAMES)).decided(vec![decision.clone()]);
    let zones = analysis
        .mentions()
        .map(|mention| format!("{} {}", &text[mention.range.clone()], mention.zone.as_str()));
    assert_eq!(zones.collect::<Vec<_>>(), expected, "{text}");
    let counted: u32 = analysis
        .uses()
        .iter()
        .flat_map(|one| &one.counts)
        .map(|(_, count)| count)
        .sum();
    let narrated = analysis.mentions().filter(|mention| mention.counts()).count();
    assert_eq!(counted as usize, narrated, "{text}");
    assert_eq!(analysis.takes_effect(&decision), takes_effect, "{text}");
}

#[test]
fn a_false_quotation_is_narration() {
    let text = "Взяли «Карс после долгой осады, и [Карс] был наш, а Карс молчал». Потом Карс пал.";
    check_zone(
        Format::PlainText,
        text,
        Zone::Narration,
        &["Карс narration", "Карс narration", "Карс narration", "Карс narration"],
        true,
    );
    check_zone(
        Format::PlainText,
        text,
        Zone::Quotation,
        &["Карс quotation", "Карс quotation", "Карс quotation", "Карс narration"],
        false,
    );
    check_zone(
        Format::Markdown,
        "# О том, как взяли [Карс]\n\nКарс взят.\n\n> Карс наш.",
        Zone::Narration,
        &["Карс narration", "Карс narration", "Карс quotation"],
        true,
    );
}

/// What stands in a title keeps standing in one: it neither counts nor changes.
#[test]
fn a_title_in_a_false_quotation_is_one_still() {
    let text = "Он писал «Карс взят, как сказано в книге “История города Карс до войны”, и Карс молчал о том».";
    let gazetteer = gazetteer(NAMES);
    let start = text.find("Карс").unwrap();
    let decision = Decision {
        range: start..start + "Карс".len(),
        decided: Decided::Zone(Zone::Narration),
    };
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer).decided(vec![decision]);
    let counts: Vec<bool> = analysis.mentions().map(|mention| mention.counts()).collect();
    assert_eq!(counts, [true, false, true]);
    let asides: Vec<bool> = analysis
        .mentions()
        .map(|mention| mention.aside == Some(Aside::Title))
        .collect();
    assert_eq!(asides, [false, true, false]);
    assert_eq!(
        analysis
            .uses()
            .iter()
            .flat_map(|one| &one.counts)
            .map(|(_, count)| count)
            .sum::<u32>(),
        2
    );
}

#[test]
fn words_are_a_quotation() {
    check_zone(
        Format::PlainText,
        "Карс взят. [Он писал, что Карс наш.] И Карс пал.",
        Zone::Quotation,
        &["Карс narration", "Карс quotation", "Карс narration"],
        true,
    );
    check_zone(
        Format::Xml,
        "<p>Карс взят. [Писано о том: Карс, 1921.] И Карс пал.</p>",
        Zone::Bibliography,
        &["Карс narration", "Карс bibliography", "Карс narration"],
        true,
    );
    check_zone(
        Format::PlainText,
        "Карс [взят].",
        Zone::Narration,
        &["Карс narration"],
        false,
    );
}

#[test]
fn the_last_word_about_a_zone_holds() {
    let gazetteer = gazetteer(NAMES);
    let text = "Взяли «Карс после долгой осады и холодной зимы».";
    let range = text.find("Карс").unwrap()..text.find(" после").unwrap();
    let say = |zone| Decision {
        range: range.clone(),
        decided: Decided::Zone(zone),
    };
    let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer);
    let zone = |decisions| analysis.clone().decided(decisions).mentions().next().unwrap().zone;
    assert_eq!(zone(vec![say(Zone::Narration), say(Zone::Heading)]), Zone::Heading);
    assert_eq!(zone(vec![say(Zone::Heading), say(Zone::Narration)]), Zone::Narration);
}
