//! The tables of beginnings that completion looks names up in, made in the background: of a hundred thousand names they take
//! seconds, and nobody who types waits for them.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use onomast_gazetteer::Gazetteer;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The gazetteers whose tables are being made.
#[derive(Debug)]
pub(super) struct Beginnings {
    begun: Mutex<Vec<Weak<Gazetteer>>>,
    /// One that lasts, as those do on which projects are loaded.
    thread: Option<ThreadPool>,
}

impl Default for Beginnings {
    fn default() -> Beginnings {
        let thread = ThreadPoolBuilder::new().num_threads(1);
        let thread = thread.thread_name(|_| "beginnings".to_owned());
        // Else a panic there would be the end of the server.
        let thread = thread.panic_handler(|_| tracing::error!("a table of beginnings was not made"));
        Beginnings {
            begun: Mutex::default(),
            thread: thread
                .build()
                .inspect_err(|error| tracing::warn!(%error, "no thread for the table of beginnings"))
                .ok(),
        }
    }
}

impl Beginnings {
    /// Sees to it that the table of a gazetteer is made, by a thread of its own, once, unless nobody holds the gazetteer when
    /// its turn comes. The thread is not waited for at the end of the session.
    pub(super) fn make(&self, gazetteer: &Arc<Gazetteer>) {
        let Some(thread) = self.thread.as_ref().filter(|_| gazetteer.prefixes_if_made().is_none()) else {
            return;
        };
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        begun.retain(|other| other.strong_count() > 0);
        if begun
            .iter()
            .any(|other| std::ptr::eq(other.as_ptr(), Arc::as_ptr(gazetteer)))
        {
            return;
        }
        let of = Arc::downgrade(gazetteer);
        begun.push(of.clone());
        thread.spawn(move || {
            if let Some(gazetteer) = of.upgrade() {
                gazetteer.prefixes();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use std::thread;
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
        assert_eq!(gazetteer.prefixes().begun("kar", &gazetteer).len(), 1);
        assert!(beginnings.begun.lock().unwrap().len() <= 1);
    }
}
