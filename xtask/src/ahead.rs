//! Builds what later steps need beside the earlier ones, in the time of the processor that nobody else wants.
//!
//! Nothing rests on it: the step itself builds again, finds most of it done, and says what does not build.

use crate::wasm::Toolchain;
use crate::{app, browser, cargo};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How often it is seen whether a build is through.
const LOOK: Duration = Duration::from_millis(200);

/// Builds going on in the background until they are done or this is dropped.
pub(crate) struct Ahead(Arc<Mutex<Building>>);

#[derive(Default)]
struct Building {
    child: Option<Child>,
    stopped: bool,
}

/// Begins to build the app, the program for release, and what the stories compare it with.
pub(crate) fn begin() -> Ahead {
    let building = Arc::new(Mutex::new(Building::default()));
    let shared = Arc::clone(&building);
    thread::spawn(move || {
        let Ok(toolchain) = Toolchain::find() else { return };
        let rest = [cargo::release(), browser::compared(&toolchain)];
        for command in app::wasm(&toolchain).into_iter().chain(rest) {
            if !run(&shared, &command) {
                return;
            }
        }
    });
    Ahead(building)
}

impl Drop for Ahead {
    fn drop(&mut self) {
        if let Ok(mut building) = self.0.lock() {
            building.stopped = true;
            if let Some(child) = &mut building.child {
                let _ = child.kill();
            }
        }
    }
}

/// Is it built, and may the next begin?
fn run(building: &Mutex<Building>, command: &Command) -> bool {
    let Ok(mut now) = building.lock() else { return false };
    if !now.stopped {
        now.child = last(command).spawn().ok();
    }
    drop(now);
    loop {
        thread::sleep(LOOK);
        let Ok(mut now) = building.lock() else { return false };
        match now.child.as_mut().map(Child::try_wait) {
            Some(Ok(None)) => {}
            Some(Ok(Some(status))) => return status.success() && !now.stopped,
            Some(Err(_)) | None => return false,
        }
    }
}

/// The same command, after everybody else and silent.
fn last(command: &Command) -> Command {
    let mut nice = Command::new("nice");
    nice.args(["-n", "19"]).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => nice.env(name, value),
            None => nice.env_remove(name),
        };
    }
    if let Some(place) = command.get_current_dir() {
        nice.current_dir(place);
    }
    nice.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    nice
}
