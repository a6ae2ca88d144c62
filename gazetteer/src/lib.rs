//! Names in historical texts: a gazetteer of entities with their spellings, and what finds every inflected mention of
//! them.
//!
//! The crate knows text and entities. It knows nothing of editors, positions, severities or wording, reads no file, and
//! cannot fail on any text.
//!
//! ```
//! use std::sync::Arc;
//!
//! use onomast_gazetteer::analysis::{Analysis, Facts};
//! use onomast_gazetteer::load;
//! use onomast_gazetteer::reading::ud_strings;
//!
//! let names = r#"{ "onomast": 1, "title": "My article", "entities": [
//!     { "id": "person/georgy-chicherin", "gender": "masculine", "names": [
//!         { "part": "full", "spellings": { "ru": ["Георгий Васильевич Чичерин"] } },
//!         { "part": "surname", "spellings": { "ru": ["Чичерин"] } } ] } ] }"#;
//! let loaded = load::load_text("names.gazetteer.json", names);
//! assert!(loaded.problems.is_empty());
//! let gazetteer = Arc::new(loaded.gazetteer);
//!
//! let text = "Посол писал Г. В. Чичерину.";
//! let analysis = Analysis::fresh(&text, &Facts::default(), &gazetteer);
//! for mention in analysis.mentions() {
//!     let entity = mention.entity().expect("nobody else is called so");
//!     let readings = ud_strings(&mention.readings).join(" ");
//!     println!("{} {} {readings}", &text[mention.range.clone()], gazetteer.entity(entity).id);
//!     assert_eq!(&text[mention.range], "Г. В. Чичерину");
//!     assert_eq!(readings, "Case=Dat|Number=Sing");
//! }
//! assert_eq!(analysis.mentions().count(), 1);
//! ```

pub mod analysis;
pub mod anchor;
pub mod builtin;
pub mod consistency;
mod counterpart;
pub mod date;
pub mod detect;
pub mod entity;
pub mod fold;
pub mod gazetteer;
pub mod identifier;
pub mod language;
pub mod load;
pub mod matcher;
pub mod morph;
mod near;
pub mod prefixes;
pub mod prose;
pub mod reading;
pub mod replace;
mod slips;
pub mod text;
pub mod translit;

pub use analysis::Analysis;
pub use gazetteer::Gazetteer;
pub use language::Language;
pub use text::Text;
