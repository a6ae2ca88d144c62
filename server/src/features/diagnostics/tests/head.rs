//! What texts say of themselves that means nothing.

use super::Given;

#[track_caller]
fn check(path: &str, settings: &str, fixture: &str) {
    let given = Given {
        path,
        settings,
        ..Given::default()
    };
    given.check(fixture);
}

#[test]
fn front_matter_that_means_nothing_is_reported_at_its_place() {
    check(
        "a.md",
        "",
        "---
lang: Türk dili
      ^^^^^^^^^ information settings: wrong value for “lang”; expected \"ru\" | \"tr\" | \"en\" | …
date: bahar
      ^^^^^ information settings: wrong value for “date”; expected \"1921\" | \"1921-03\" | \"1921-03-16\"
onomast:
  role: souce
        ^^^^^ warning settings: wrong value for “onomast.role”; expected \"draft\" | \"source\" | \"edition\" | \"ignore\"
  enable: maybe
  ^^^^^^ warning settings: there is no setting “enable” in “onomast”
  style: zeitung
         ^^^^^^^ warning settings: there is no style “zeitung” in onomast.toml
---

Ankara.
",
    );
}

#[test]
fn the_date_of_a_header_is_reported_at_its_place() {
    check(
        "a.xml",
        "",
        "<TEI><teiHeader><profileDesc><creation><date when=\"bahar\"/></creation></profileDesc></teiHeader>
                                                   ^^^^^ information settings: wrong value for “date”; expected \"1921\" | \"1921-03\" | \"1921-03-16\"
<text><p>Ankara.</p></text></TEI>
",
    );
}

/// A style that the settings name for a document is reported there, not in each document.
#[test]
fn a_style_of_the_settings_is_no_fault_of_the_text() {
    let settings = "[[documents]]\nfiles = ['*.md']\nstyle = 'zeitung'\n";
    check("a.md", settings, "Ankara.\n");
}
