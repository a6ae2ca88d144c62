//! The built-in gazetteer: Soviet–Turkish relations, 1919–1923. It is data compiled in; what it says is in
//! `data/entities`.

use std::sync::{Arc, OnceLock};

use crate::Gazetteer;
use crate::load::{self, Provider};

macro_rules! entities {
    ($($file:literal)+) => {
        [$((concat!("builtin/", $file), include_str!(concat!("../data/entities/", $file)))),+]
    };
}

/// Its files, one for each type of entity, as `(name, text)`.
pub fn sources() -> [(&'static str, &'static str); 8] {
    entities! {
        "persons.json" "places.json" "organizations.json" "events.json"
        "treaties.json" "ships.json" "publications.json" "groups.json"
    }
}

/// The gazetteer, loaded once.
pub fn gazetteer() -> Arc<Gazetteer> {
    static GAZETTEER: OnceLock<Arc<Gazetteer>> = OnceLock::new();
    let load = || Arc::new(load::load(&Nothing, &[]).gazetteer);
    Arc::clone(GAZETTEER.get_or_init(load))
}

/// The built-in gazetteer extends nothing, so nothing is asked for.
struct Nothing;

impl Provider for Nothing {
    fn read(&self, name: &str) -> Result<String, String> {
        Err(name.to_owned())
    }

    fn resolve(&self, _from: &str, extends: &str) -> String {
        extends.to_owned()
    }
}
