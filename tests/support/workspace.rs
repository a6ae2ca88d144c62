//! A folder with files, gone when the test ends.

use std::path::{Path, PathBuf};

/// The folder.
pub(crate) struct Workspace {
    folder: tempfile::TempDir,
}

/// A gazetteer small enough to know by heart.
pub(crate) const GAZETTEER: &str = r#"{
  "onomast": 1,
  "title": "Test names",
  "entities": [
    {
      "id": "person/georgy-chicherin",
      "type": "person",
      "gender": "masculine",
      "description": { "en": "People's commissar", "ru": "Нарком" },
      "dates": { "from": "1872-11-24", "to": "1936-07-07" },
      "sameAs": ["https://example.org/chicherin", "command:bad"],
      "names": [
        { "part": "full", "spellings": { "ru": ["Георгий Васильевич Чичерин"], "tr": ["Georgiy Vasilyeviç Çiçerin"] } },
        { "part": "surname", "spellings": {
            "ru": ["Чичерин"],
            "tr": ["Çiçerin", { "text": "Tchitcherine", "status": "deprecated" }, { "text": "Cicerin", "status": "misspelling" }] } }
      ]
    },
    {
      "id": "person/halil-kut",
      "type": "person",
      "gender": "masculine",
      "homonym": true,
      "names": [ { "part": "surname", "spellings": { "ru": ["Халилов"] } } ]
    },
    {
      "id": "person/halil-two",
      "type": "person",
      "gender": "masculine",
      "homonym": true,
      "names": [ { "part": "surname", "spellings": { "ru": ["Халилов"] } } ]
    },
    {
      "id": "place/ankara",
      "type": "place",
      "names": [ { "spellings": { "ru": ["Анкара"], "tr": ["Ankara"] } } ]
    }
  ]
}
"#;

impl Workspace {
    /// A folder with these files, and the gazetteer.
    pub(crate) fn new(files: &[(&str, &str)]) -> Workspace {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let workspace = Workspace { folder };
        workspace.write("names.gazetteer.json", GAZETTEER);
        for (name, text) in files {
            workspace.write(name, text);
        }
        workspace
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// The folder.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The path of a file.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    /// The URI of a file, with nothing escaped but what has to be.
    pub(crate) fn uri(&self, name: &str) -> String {
        let escape = |c: char| match c {
            ' ' => "%20".to_owned(),
            c if c.is_ascii() => c.to_string(),
            c => c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect(),
        };
        format!(
            "file://{}",
            self.path(name)
                .to_string_lossy()
                .chars()
                .map(escape)
                .collect::<String>()
        )
    }
}
