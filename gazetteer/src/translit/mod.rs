//! Names across scripts and orthographies: transliteration by named schemes, proposals for a name that the gazetteer
//! lacks, a coarse key under which all spellings of a name meet, and the order in which spellings may be counterparts.
//!
//! Which letters stand for which is data (`data/tables/translit/`, a file for each scheme, one for the key); the code
//! only applies rows. Nothing here finds names in text, so nothing of it may be called during a scan, but for the key of a
//! patronymic that is not spelled as the bearer’s, which is rare.
//!
//! ```
//! use onomast_gazetteer::Language;
//! use onomast_gazetteer::translit::{Scheme, SearchKey, proposals, transliterate};
//!
//! assert_eq!(transliterate("Чичерин", Scheme::Turkish), "Çiçerin");
//! assert_eq!(proposals("Cebesoy", &Language::Turkish, &Language::Russian)[0].text, "Джебесой");
//! assert!(SearchKey::of("Tchitcherine").meets(&SearchKey::of("Чичерин")));
//! assert!(SearchKey::of_beginning("чич").begins(&SearchKey::of("Çiçerin")));
//! ```

mod beginning;
mod distance;
mod key;
mod letters;
mod proposals;
mod rank;
mod rules;
mod scheme;
mod sounds;
#[cfg(test)]
mod tests;

pub use beginning::{Beginning, sounds_in};
pub use key::SearchKey;
pub use proposals::{Proposal, proposals};
pub use rank::{Counterpart, Spellings};
pub use scheme::{Scheme, read_back, transliterate};
