//! Names in historical texts: a gazetteer of entities with their spellings, and what finds every inflected mention of
//! them.
//!
//! The crate knows text and entities. It knows nothing of editors, positions, severities or wording, reads no file, and
//! cannot fail on any text.

pub mod analysis;
pub mod builtin;
pub mod date;
pub mod detect;
pub mod entity;
pub mod fold;
pub mod gazetteer;
pub mod language;
pub mod load;
pub mod matcher;
pub mod morph;
pub mod prose;
pub mod reading;
pub mod text;

pub use analysis::Analysis;
pub use gazetteer::Gazetteer;
pub use language::Language;
pub use text::Text;
