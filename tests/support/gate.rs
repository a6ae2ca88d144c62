//! A gate in the way of the server, by which a test holds it up for as long as it wants.

use std::sync::{Condvar, Mutex};

/// A gate, shut at first.
#[derive(Default)]
pub(crate) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    open: bool,
    /// How many have come to it.
    came: usize,
}

impl Gate {
    /// Shuts it, and begins to count anew.
    pub(crate) fn close(&self) {
        let mut state = self.state.lock().expect("a gate");
        (state.open, state.came) = (false, 0);
    }

    /// Opens it.
    pub(crate) fn open(&self) {
        self.state.lock().expect("a gate").open = true;
        self.changed.notify_all();
    }

    /// Waits until it is open.
    pub(crate) fn pass(&self) {
        let mut state = self.state.lock().expect("a gate");
        state.came += 1;
        self.changed.notify_all();
        drop(self.changed.wait_while(state, |state| !state.open).expect("a gate"));
    }

    /// Waits until somebody waits at it.
    pub(crate) fn reached(&self) {
        let state = self.state.lock().expect("a gate");
        drop(self.changed.wait_while(state, |state| state.came == 0).expect("a gate"));
    }

    /// How many have come to it since it was shut.
    pub(crate) fn came(&self) -> usize {
        self.state.lock().expect("a gate").came
    }
}
