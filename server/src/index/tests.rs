//! Documents are put, replaced and taken away; whatever came before, the index is that of the documents it holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onomast_gazetteer::Analysis;
use onomast_gazetteer::Gazetteer;
use proptest::prelude::*;

use super::*;
use crate::project::root::Root;
use crate::project::{DocumentSettings, Layers, Project, Role, Unsaved};

const NAMES: &str = r#"{"onomast":1,"title":"t","entities":[
{"id":"place/ankara","names":[{"spellings":{"ru":["Анкара"],"tr":["Ankara",{"text":"Angora","status":"historical","to":"1930"}]}}]},
{"id":"person/halil-kut","homonym":true,"names":[{"spellings":{"tr":["Halil"]}}]},
{"id":"person/halil-mentese","homonym":true,"names":[{"spellings":{"tr":["Halil"]}},{"part":"surname","spellings":{"tr":["Menteşe"]}}]}
]}"#;

fn gazetteer(names: &str) -> Arc<Gazetteer> {
    let unsaved: Unsaved = [(PathBuf::from("/p/n.gazetteer.json"), names.into())].into();
    let layers = Layers {
        editor: crate::project::Settings {
            gazetteers: Some(vec!["n.gazetteer.json".to_owned()]),
            ..Default::default()
        },
        ..Layers::default()
    };
    let root = Root {
        folder: "/p".into(),
        declared: true,
    };
    Project::open(root, Arc::new(layers), &unsaved).gazetteer
}

fn summary(text: &str, role: Role, gazetteer: &Arc<Gazetteer>) -> Arc<Summary> {
    let settings = DocumentSettings {
        role,
        ..DocumentSettings::default()
    };
    let analysis = Analysis::fresh(&text, &settings.facts, gazetteer);
    Arc::new(Summary::of_text(&analysis, &settings))
}

/// Documents with their mentions, then entities with their documents and counts, then the sums.
fn drawn(index: &Index) -> String {
    let mut drawn = String::new();
    for (path, summary) in index.documents() {
        let mentions: Vec<_> = summary.mentions().map(|mention| mention.range).collect();
        drawn.push_str(&format!("{}: {mentions:?}\n", path.display()));
    }
    for (id, entity) in index.gazetteer().entities() {
        let paths: Vec<&Path> = index.documents_of(id).map(|(path, _)| path).collect();
        drawn.push_str(&format!("{}: {} in {paths:?}\n", entity.id, index.mentions_of(id)));
    }
    drawn + &format!("{:?}\n", index.uses())
}

const TEXTS: &[&str] = &[
    "",
    "Ankara’da, Angora’da ve Ankara’ya.",
    "Halil geldi. Анкара, Анкары.",
    "Angora ve Menteşe, sonra Halil.",
];

#[test]
fn a_document_says_whom_it_names_and_in_which_language() {
    let gazetteer = gazetteer(NAMES);
    let read = summary(
        "Halil bu sabah şehre geldi ve hemen gitti.\n\nАнкары нет.\n",
        Role::Draft,
        &gazetteer,
    );
    let seen: Vec<_> = read
        .mentions()
        .map(|mention| {
            (
                mention.range,
                mention.ambiguous,
                mention.language.map(|language| language.tag().to_owned()),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (0..5, true, Some("tr".to_owned())),
            (45..57, false, Some("ru".to_owned()))
        ]
    );
    let find = |id: &str| gazetteer.find(id).unwrap();
    for id in ["person/halil-kut", "person/halil-mentese"] {
        assert_eq!(read.mentions_of(find(id)).count(), 0, "{id}");
        assert_eq!(read.perhaps(find(id)).count(), 1, "{id}");
    }
    assert_eq!(read.mentions_of(find("place/ankara")).count(), 1);
    assert_eq!(read.perhaps(find("place/ankara")).count(), 0);
}

#[test]
fn the_words_of_others_do_not_count() {
    let gazetteer = gazetteer(NAMES);
    let mut index = Index::new(gazetteer.clone());
    index.put(Path::new("/p/a"), summary(TEXTS[1], Role::Source, &gazetteer));
    assert!(index.uses().is_empty());
    let ankara = gazetteer.find("place/ankara").unwrap();
    assert_eq!(index.mentions_of(ankara), 3);
}

#[test]
fn a_summary_of_another_gazetteer_is_refused() {
    let mut index = Index::new(gazetteer(NAMES));
    let (path, other) = (Path::new("/p/a"), gazetteer(NAMES));
    assert!(!index.put(path, summary(TEXTS[1], Role::Draft, &other)));
    assert_eq!(index.documents().count(), 0);
}

#[test]
fn what_is_open_holds_instead_of_what_is_on_disk() {
    let (old, new) = (gazetteer(NAMES), gazetteer(&NAMES.replace("Menteşe", "Mentese")));
    let mut index = Index::new(old.clone());
    for (name, text) in ["/p/a", "/p/b", "/p/c"].iter().zip(&TEXTS[1..]) {
        index.put(Path::new(name), summary(text, Role::Draft, &old));
    }
    let open: BTreeMap<PathBuf, Option<Arc<Summary>>> = [
        ("/p/b".into(), Some(summary("Angora’da.", Role::Draft, &new))),
        ("/p/c".into(), None),
        ("/p/d".into(), Some(summary("Mentese.", Role::Draft, &new))),
    ]
    .into();
    let corpus = Corpus::new(Some(Arc::new(index)), open);
    let mentions: Vec<_> = corpus
        .mentions_of("place/ankara")
        .map(|(path, mention)| format!("{} {}", path.display(), mention.range.start))
        .collect();
    assert_eq!(mentions, ["/p/a 0", "/p/a 13", "/p/a 28", "/p/b 0"]);
    let counts = corpus.counts("place/ankara");
    let spellings: Vec<_> = counts
        .spellings
        .iter()
        .map(|one| (one.text.as_str(), one.count))
        .collect();
    assert_eq!((counts.mentions, counts.documents), (4, 2));
    assert_eq!(spellings, [("Angora", 2), ("Ankara", 2)]);
    let entities: Vec<_> = corpus.entities().into_iter().collect();
    assert_eq!(entities, [("person/halil-mentese", 1), ("place/ankara", 4)]);
    assert_eq!(corpus.documents_of("place/none").count(), 0);
}

proptest! {
    #[test]
    fn an_index_is_that_of_the_documents_it_holds(steps in proptest::collection::vec((0u8..4, proptest::option::of(0usize..4)), 0..12)) {
        let gazetteer = gazetteer(NAMES);
        let mut index = Index::new(gazetteer.clone());
        let mut held: BTreeMap<PathBuf, usize> = BTreeMap::new();
        for (name, text) in steps {
            let path = PathBuf::from(format!("/p/{name}"));
            match text {
                Some(text) => {
                    prop_assert!(index.put(&path, summary(TEXTS[text], Role::Draft, &gazetteer)));
                    held.insert(path, text);
                }
                None => prop_assert_eq!(index.remove(&path).is_some(), held.remove(&path).is_some()),
            }
        }
        let mut fresh = Index::new(gazetteer.clone());
        for (path, text) in held {
            fresh.put(&path, summary(TEXTS[text], Role::Draft, &gazetteer));
        }
        prop_assert_eq!(drawn(&index), drawn(&fresh));
    }
}
