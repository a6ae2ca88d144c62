//! Texts changed on disk: `check --fix`, `--diff`, `--changes`, and what takes it back.

use gix_object::{Kind, Write as _};

use super::*;

const TEXT: &str = "Mektubu Tchitcherine’e kim götürdü?\r\nTchitcherine’in cevabı gelmedi.\r\n\r\n> Tchitcherine’in sözü bugün de hatırlanıyor.\r\n";
const FIXED: &str = "Mektubu Çiçerin’e kim götürdü?\r\nÇiçerin’in cevabı gelmedi.\r\n\r\n> Tchitcherine’in sözü bugün de hatırlanıyor.\r\n";

fn place() -> Place {
    Place::with(&[
        ("names.gazetteer.json", NAMES),
        (
            "onomast.toml",
            "[[documents]]\nfiles = [\"*.md\", \"*.txt\"]\nlang = \"tr\"\n",
        ),
        ("a.md", TEXT),
    ])
}

/// Puts a repository around a folder, with one commit that has one file as it is now.
fn keep_in_git(place: &Place, name: &str) {
    let objects = place.0.path().join(".git/objects");
    std::fs::create_dir_all(&objects).unwrap();
    let objects = gix_odb::loose::Store::at(objects, gix_hash::Kind::Sha1);
    let bytes = std::fs::read(place.0.path().join(name)).unwrap();
    let blob = objects.write_buf(Kind::Blob, &bytes).unwrap();
    // A tree is of entries without separators: mode, name, the bytes of the hash.
    let entry = [format!("100644 {name}\0").as_bytes(), blob.as_slice()].concat();
    let tree = objects.write_buf(Kind::Tree, &entry).unwrap();
    let who = "A <a@example.org> 0 +0000";
    let commit = format!("tree {tree}\nauthor {who}\ncommitter {who}\n\nkept\n");
    let commit = objects.write_buf(Kind::Commit, commit.as_bytes()).unwrap();
    place.write(".git/HEAD", b"ref: refs/heads/main\n");
    place.write(".git/refs/heads/main", format!("{commit}\n").as_bytes());
}

#[test]
fn safe_fixes_are_made_where_git_keeps_the_file() {
    let place = place();
    keep_in_git(&place, "a.md");
    let run = place.run("check --fix");
    assert_eq!(place.read("a.md"), FIXED, "{}", run.err);
    assert!(run.err.contains("2 names changed in 1 file"), "{}", run.err);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    // Now it holds what Git does not.
    place.write("a.md", format!("{FIXED}\r\nTchitcherine’e yazdı.\r\n").as_bytes());
    let refused = place.run("check --fix");
    assert!(
        refused.err.contains("a.md is not changed: Git does not keep"),
        "{}",
        refused.err
    );
    assert_eq!(refused.code, Some(2));
    assert!(place.read("a.md").contains("Tchitcherine’e yazdı"));
    assert_eq!(place.run("check --fix --allow-dirty").code, Some(0));
    assert!(place.read("a.md").contains("Çiçerin’e yazdı"));
}

#[test]
fn outside_of_git_an_undo_file_is_wanted_and_takes_it_back() {
    let place = place();
    let refused = place.run("check --fix");
    assert!(refused.err.contains("say --undo-file FILE"), "{}", refused.err);
    assert_eq!((refused.code, place.read("a.md").as_str()), (Some(2), TEXT));
    place.run("check --fix --undo-file undo.json");
    assert_eq!(place.read("a.md"), FIXED);
    let undone = place.run("undo undo.json");
    assert_eq!(
        (undone.code, undone.err.as_str()),
        (Some(0), "onomast: taken back in 1 file\n")
    );
    assert_eq!(place.read("a.md"), TEXT);
    place.run("check --fix --undo-file undo.json");
    place.write("a.md", b"something else\n");
    let refused = place.run("undo undo.json");
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("a.md has changed since"), "{}", refused.err);
    assert_eq!(place.read("a.md"), "something else\n");
}

/// A false quotation stays none when the words by which it is known are respelled, and all its names are.
#[test]
fn decisions_go_with_the_words_that_are_changed() {
    let text = "Dediler ki “Tchitcherine o gün Moskova’ya geldi, Tchitcherine’e soruldu”.\n";
    let line = "{\"path\":\"a.md\",\"quote\":\"Tchitcherine\",\"before\":\"Dediler ki “\",\"after\":\" o gün Moskova’ya geldi, Tchitcherine\",\"kind\":\"zone\",\"zone\":\"narration\",\"by\":\"N\"}\n";
    let place = place();
    place.write("a.md", text.as_bytes());
    place.write("onomast.decisions.jsonl", line.as_bytes());
    let diff = place.run("check --diff").out;
    assert!(
        diff.contains("+++ b/a.md") && diff.contains("+++ b/onomast.decisions.jsonl"),
        "{diff}"
    );
    let run = place.run("check --fix --undo-file undo.json");
    assert!(run.err.contains("2 names changed in 1 file"), "{}", run.err);
    assert_eq!(place.read("a.md"), text.replace("Tchitcherine", "Çiçerin"));
    let written = place.read("onomast.decisions.jsonl");
    assert!(
        written.contains("\"quote\":\"Çiçerin\"") && written.contains("\"by\":\"N\""),
        "{written}"
    );
    let checked = place.run("check --all");
    assert_eq!(
        (checked.code, checked.out.contains("a decision about")),
        (Some(0), false),
        "{}",
        checked.out
    );
    assert_eq!(place.run("undo undo.json").code, Some(0));
    assert_eq!(
        (
            place.read("a.md").as_str(),
            place.read("onomast.decisions.jsonl").as_str()
        ),
        (text, line)
    );
    // A byte order mark is no part of the first decision, and stays.
    place.write("onomast.decisions.jsonl", format!("\u{feff}{line}").as_bytes());
    place.run("check --fix --undo-file marked.json");
    assert_eq!(place.read("onomast.decisions.jsonl"), format!("\u{feff}{written}"));
    place.write("a.md", text.as_bytes());
    place.write("onomast.decisions.jsonl", line.as_bytes());
    // With what is ticked in a table too.
    place.run("check --changes table.tsv");
    let run = place.run("apply table.tsv --undo-file applied.json");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(place.read("a.md"), text.replace("Tchitcherine", "Çiçerin"));
    assert_eq!(place.read("onomast.decisions.jsonl"), written);
    place.write("a.md", text.as_bytes());
    place.write("onomast.decisions.jsonl", line.as_bytes());
    // Where Git keeps the text and not the decision, neither changes.
    keep_in_git(&place, "a.md");
    let refused = place.run("check --fix");
    assert!(
        refused.err.contains("onomast.decisions.jsonl is not changed"),
        "{}",
        refused.err
    );
    assert_eq!((refused.code, place.read("a.md").as_str()), (Some(2), text));
}

#[test]
fn a_difference_is_shown_and_nothing_changed() {
    let place = place();
    let run = place.run("check --diff");
    let expected = "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n-Mektubu Tchitcherine’e kim götürdü?\r\n-Tchitcherine’in cevabı gelmedi.\r\n+Mektubu Çiçerin’e kim götürdü?\r\n+Çiçerin’in cevabı gelmedi.\r\n \r\n > Tchitcherine’in sözü bugün de hatırlanıyor.\r\n";
    assert_eq!((run.out.as_str(), run.code), (expected, Some(1)));
    assert_eq!(place.read("a.md"), TEXT);
}

#[test]
fn encodings_are_kept_and_what_they_lack_is_refused() {
    let place = Place::with(&[
        ("names.gazetteer.json", NAMES),
        (
            "onomast.toml",
            "[[documents]]\nfiles = [\"*.txt\"]\nlang = \"tr\"\nencoding = \"windows-1254\"\n",
        ),
    ]);
    place.write("a.txt", b"Mektubu Tchitcherine\x92e kim g\xf6t\xfcrd\xfc?\r\n");
    assert_eq!(place.run("check --fix --allow-dirty").code, Some(0));
    let bytes = std::fs::read(place.0.path().join("a.txt")).unwrap();
    assert_eq!(bytes, b"Mektubu \xc7i\xe7erin\x92e kim g\xf6t\xfcrd\xfc?\r\n");
}

/// Russian of Windows, and what Windows calls Unicode: read, fixed and written in place, mark and ends of lines kept.
#[test]
fn texts_of_windows_are_fixed_as_they_are_written() {
    let place = Place::with(&[(
        "names.gazetteer.json",
        r#"{"onomast":1,"title":"t","entities":[{"id":"person/chicherin","gender":"masculine","names":[{"part":"surname","spellings":{"ru":["Чичерин",{"text":"Чечерин","status":"misspelling"}]}}]}]}"#,
    )]);
    place.write(
        "onomast.toml",
        b"[[documents]]\nfiles = [\"a.txt\"]\nencoding = \"windows-1251\"\n",
    );
    let text = "Письмо Чечерину пришло.\r\nЧечериным оно и читано.\r\n";
    let fixed = text.replace("Чечерин", "Чичерин");
    let cyrillic = |text: &str| -> Vec<u8> {
        let byte = |sign: char| match sign {
            'А'..='я' => (sign as u32 - 'А' as u32) as u8 + 0xC0,
            other => other as u8,
        };
        text.chars().map(byte).collect()
    };
    let little = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let big = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(u16::to_be_bytes).collect()
    };
    place.write("a.txt", &cyrillic(text));
    place.write("b.txt", &little(text));
    place.write("c.txt", &big(text));
    let run = place.run("check --fix --allow-dirty");
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let read = |name: &str| std::fs::read(place.0.path().join(name)).unwrap();
    assert_eq!(read("a.txt"), cyrillic(&fixed));
    assert_eq!(read("b.txt"), little(&fixed));
    assert_eq!(read("c.txt"), big(&fixed));
}

#[test]
fn what_an_encoding_lacks_is_not_written() {
    let place = place();
    place.write(
        "onomast.toml",
        b"[[documents]]\nfiles = [\"*.txt\"]\nlang = \"tr\"\nencoding = \"windows-1251\"\n",
    );
    let text = "Mektubu Tchitcherine'e kim verdi?\r\n";
    place.write("a.txt", text.as_bytes());
    let run = place.run("check a.txt --fix --allow-dirty");
    assert!(run.err.contains("a.txt"), "{}", run.err);
    assert_eq!(place.read("a.txt"), text);
}

#[test]
fn sources_are_left_alone() {
    let place = place();
    let settings = "[[documents]]\nfiles = [\"*.md\"]\nlang = \"tr\"\nrole = \"source\"\n";
    place.write("onomast.toml", settings.as_bytes());
    place.run("check --fix --allow-dirty");
    assert_eq!(place.read("a.md"), TEXT);
}

#[test]
fn ticked_changes_are_made_where_they_still_fit() {
    let place = place();
    let run = place.run("check --changes table.tsv");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let table = place.read("table.tsv");
    let ticks: Vec<&str> = table.lines().skip(2).map(|line| &line[..3]).collect();
    assert_eq!(ticks, ["[x]", "[x]", "[ ]"], "{table}");
    assert_eq!(place.read("a.md"), TEXT);
    // The quotation is ticked, and the text moves on.
    place.write("table.tsv", table.replace("[ ]", "[x]").as_bytes());
    place.write("a.md", TEXT.replacen("Mektubu ", "Bir gün mektubu ", 1).as_bytes());
    let run = place.run("apply table.tsv --undo-file undo.json");
    assert!(run.err.contains("1 ticked change no longer fits"), "{}", run.err);
    let text = place.read("a.md");
    assert!(
        text.contains("Bir gün mektubu Tchitcherine’e") && text.contains("> Çiçerin’in sözü"),
        "{text}"
    );
    assert_eq!(place.run("undo undo.json").code, Some(0));
    assert!(place.read("a.md").contains("> Tchitcherine’in sözü"));
}

#[test]
fn fixes_stand_in_the_records() {
    let place = place();
    let run = place.run("check --format jsonl --all");
    let findings = run.json();
    let first = &findings[0];
    assert_eq!(first["fixes"][0]["title"], "Replace by “Çiçerin’e”");
    assert_eq!(first["fixes"][0]["safe"], true);
    let edits = first["fixes"][0]["edits"].as_array().unwrap();
    let letters: Vec<char> = TEXT.chars().collect();
    let taken: String = letters
        [edits[0]["start"].as_u64().unwrap() as usize..edits[0]["end"].as_u64().unwrap() as usize]
        .iter()
        .collect();
    assert_eq!(
        (edits[0]["path"].as_str(), taken.as_str()),
        (Some("a.md"), "Tchitcherine")
    );
    assert_eq!(edits[0]["text"], "Çiçerin");
    assert_eq!(findings.last().unwrap()["fixes"][0]["safe"], false, "a quotation");
}
