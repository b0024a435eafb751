//! `cargo xtask test e2e` and `cargo xtask shots`: the app in Debian's Chromium, driven from Node (tests/e2e).

use crate::cargo::{built, root, succeed};
use crate::system::{apt, says};
use crate::wasm::{TARGET, Toolchain};
use crate::{Outcome, app};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::{env, fs, thread};

/// Oldest version of Node that the driver of the browser takes.
const NODE: u32 = 20;
/// Test files at once: the machine may have two cores, and stories wait for more than they reckon.
const AT_ONCE: usize = 3;
/// What measures time runs alone, before the others.
const ALONE: &str = "speed.test.mjs";
/// The longest begin first, so that none of them is left to run alone at the end. Node would run them by name.
const LONG: [&str; 5] = ["reach.test.mjs", "weeks.test.mjs", "durable.test.mjs", "same.test.mjs", "way.test.mjs"];
const CHROMIUM: &str = "/usr/bin/chromium";

/// Runs every story in the browser.
///
/// # Errors
/// If something does not build, if browser or Node are missing and cannot be had, or if a story ends badly.
pub(crate) fn e2e() -> Outcome {
    ready()?;
    // After the app, as the program carries the app's files; side by side, as they share nothing.
    let (unknot, same) = thread::scope(|both| {
        let same = both.spawn(same);
        (built(), same.join().unwrap_or_else(|_| Err("building what is compared came to no end".to_owned())))
    });
    let (unknot, same) = (unknot?, same?);
    let told = |file: &Path| {
        let mut node = node();
        node.env("UNKNOT_BIN", &unknot).env("UNKNOT_SAME", &same);
        node.args(["--test", "--test-reporter=spec"]).arg(file);
        node
    };
    let (alone, together): (Vec<PathBuf>, Vec<PathBuf>) =
        stories()?.into_iter().partition(|file| file.ends_with(ALONE));
    for file in alone {
        succeed(&mut told(&file))?;
    }
    side_by_side(&together, told)
}

/// Runs the stories of each file, some files at once; shows what each wrote when it is through.
///
/// # Errors
/// The files in which a story ended badly.
fn side_by_side(files: &[PathBuf], told: impl Fn(&Path) -> Command + Sync) -> Outcome {
    let waiting = Mutex::new(files.iter());
    let failed = Mutex::new(Vec::new());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.next());
    thread::scope(|lanes| {
        for _ in 0..AT_ONCE {
            lanes.spawn(|| {
                while let Some(file) = next() {
                    let ended = told(file).output();
                    if let Ok(output) = &ended {
                        eprint!(
                            "{}{}",
                            String::from_utf8_lossy(&output.stdout),
                            String::from_utf8_lossy(&output.stderr)
                        );
                    }
                    if !ended.is_ok_and(|output| output.status.success())
                        && let Ok(mut failed) = failed.lock()
                    {
                        failed.push(file.display().to_string());
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_else(|_| vec!["a lane of stories".to_owned()]);
    if failed.is_empty() { Ok(()) } else { Err(format!("a story ended badly in {}", failed.join(", "))) }
}

/// Writes a picture of every screen into `shots`.
///
/// # Errors
/// As [`e2e`].
pub(crate) fn shots() -> Outcome {
    ready()?;
    succeed(node().arg("shots.mjs").arg(root().join("shots")))
}

/// Prints how fast the body on screen is.
///
/// # Errors
/// As [`e2e`], or if a promise is not kept.
pub(crate) fn bench() -> Outcome {
    ready()?;
    succeed(node().arg("page.bench.mjs"))
}

/// Browser, Node and its packages are there, and the app is built.
fn ready() -> Outcome {
    chromium_is_there()?;
    node_is_enough()?;
    packages()?;
    app::build()
}

/// Node in the folder of the stories, told where things are.
fn node() -> Command {
    let mut node = Command::new("node");
    node.current_dir(here()).env("UNKNOT_CHROMIUM", chromium()).env("UNKNOT_DIST", app::dist()).stdin(Stdio::null());
    node
}

fn here() -> PathBuf {
    root().join("tests").join("e2e")
}

/// The files with stories, the long ones first.
fn stories() -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(here()).map_err(|error| format!("tests/e2e: {error}"))?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut stories: Vec<PathBuf> =
        names.filter(|name| name.to_string_lossy().ends_with(".test.mjs")).map(PathBuf::from).collect();
    stories.sort_by_key(|file| (LONG.iter().position(|long| file.ends_with(long)).unwrap_or(LONG.len()), file.clone()));
    if stories.is_empty() { Err("there are no stories in tests/e2e".to_owned()) } else { Ok(stories) }
}

/// Builds what [`same`] gives.
pub(crate) fn compared(toolchain: &Toolchain) -> Command {
    let mut command = toolchain.build("app");
    command.arg("--lib").current_dir(root().join("tools").join("same"));
    command
}

/// The rooms of the app that `same.test.mjs` compares with the command line, as WebAssembly.
fn same() -> Result<PathBuf, String> {
    let toolchain = Toolchain::find()?;
    succeed(&mut compared(&toolchain))?;
    Ok(toolchain.target_dir().join(TARGET).join("app").join("same.wasm"))
}

fn chromium() -> PathBuf {
    PathBuf::from(env::var_os("UNKNOT_CHROMIUM").unwrap_or_else(|| CHROMIUM.into()))
}

fn chromium_is_there() -> Outcome {
    let path = chromium();
    if !path.exists() {
        install(&["chromium"]);
    }
    let wanted = "install it (Debian: `sudo apt-get install chromium`), or say where it is by UNKNOT_CHROMIUM";
    path.exists().then_some(()).ok_or_else(|| format!("there is no Chromium at {}; {wanted}", path.display()))
}

fn node_is_enough() -> Outcome {
    if version("node").is_none() || version("npm").is_none() {
        install(&["nodejs", "npm"]);
    }
    let found = version("node").filter(|_| version("npm").is_some());
    match found {
        Some(found) if found >= NODE => Ok(()),
        Some(found) => Err(format!("Node {NODE} or newer drives the browser, this is {found}")),
        None => Err(format!("Node {NODE} or newer drives the browser; install it with its npm")),
    }
}

/// The first number of a program's version.
fn version(program: &str) -> Option<u32> {
    let says = says(Command::new(program).arg("--version"))?;
    says.trim_start_matches('v').split('.').next()?.parse().ok()
}

fn install(packages: &[&str]) {
    if Path::new("/usr/bin/apt-get").exists() {
        eprintln!("installing {}", packages.join(" "));
        // whether that helped is looked at by whoever asked
        let _ = apt(&["update"]);
        let _ = apt(&[&["install", "-y", "--no-install-recommends"], packages].concat());
    }
}

/// What package-lock.json names, if it is not there yet.
fn packages() -> Outcome {
    let changed = |path: &str| fs::metadata(here().join(path)).and_then(|file| file.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    succeed(Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(here()).stdin(Stdio::null()))
}
