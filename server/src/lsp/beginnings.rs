//! The tables of beginnings that completion looks names up in, made in the background: of a hundred thousand names they take
//! seconds, and nobody who types waits for them.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;

use onomast_gazetteer::Gazetteer;

/// The gazetteers whose tables are being made.
#[derive(Debug, Default)]
pub(super) struct Beginnings(Mutex<Vec<Weak<Gazetteer>>>);

impl Beginnings {
    /// Sees to it that the table of a gazetteer is made, by a thread of its own, once. The thread is not waited for at the
    /// end of the session.
    pub(super) fn make(&self, gazetteer: &Arc<Gazetteer>) {
        if gazetteer.prefixes_if_made().is_some() {
            return;
        }
        let mut begun = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        begun.retain(|other| other.strong_count() > 0);
        if begun
            .iter()
            .any(|other| std::ptr::eq(other.as_ptr(), Arc::as_ptr(gazetteer)))
        {
            return;
        }
        let of = gazetteer.clone();
        let thread = thread::Builder::new().name("beginnings".to_owned());
        let make = move || {
            of.prefixes();
        };
        match thread.spawn(make) {
            Ok(_) => begun.push(Arc::downgrade(gazetteer)),
            Err(error) => tracing::warn!(%error, "no thread for the table of beginnings"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use onomast_gazetteer::load::load_text;

    use super::*;

    #[test]
    fn a_table_is_made_once_in_the_background() {
        let text = r#"{"onomast":1,"entities":[{"id":"place/kars","names":[{"spellings":{"tr":["Kars"]}}]}]}"#;
        let gazetteer = Arc::new(load_text("a.json", text).gazetteer);
        let beginnings = Beginnings::default();
        assert!(gazetteer.prefixes_if_made().is_none());
        beginnings.make(&gazetteer);
        beginnings.make(&gazetteer);
        let deadline = Instant::now() + Duration::from_secs(60);
        while gazetteer.prefixes_if_made().is_none() {
            assert!(Instant::now() < deadline, "never made");
            thread::yield_now();
        }
        beginnings.make(&gazetteer);
        assert_eq!(gazetteer.prefixes().begun("kar").len(), 1);
        assert!(beginnings.0.lock().unwrap().len() <= 1);
    }
}
