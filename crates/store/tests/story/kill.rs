//! A process that keeps records is killed at any moment. What it said it kept is there.

use crate::support::{DAY, LAPTOP, NOW, PHONE, VAULT, all, dir, open, records};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use store::{Envelope, Store};

const TRIALS: u64 = 20;
const PLACE: &str = "UNKNOT_TEST_KILL_DIR";

#[test]
fn what_was_said_to_be_kept_survives_a_kill() {
    let dir = dir("kill");
    let mut kept = (0, 0);
    for trial in 0..TRIALS {
        // Spread over the start, the first records, and backups, never the same.
        let told = run_and_kill(&dir, Duration::from_micros(2_000 + trial * trial * 1_300));
        kept = (told.0.max(kept.0), told.1.max(kept.1));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
        let found = runtime.block_on(async {
            let store = open(&dir).await;
            store.check().await.expect("whole");
            (last(&store, PHONE).await, last(&store, LAPTOP).await)
        });
        assert!(found.0 >= kept.0 && found.1 >= kept.1, "trial {trial}: {kept:?} was said, {found:?} is there");
        assert_eq!(found.1 % 3, 0, "trial {trial}: three at once, or none");
        kept = found;
    }
    assert!(kept.0 > 20, "only {kept:?} records in all trials");
}

/// The last number of a device, with every record up to it as it was.
async fn last(store: &Store, device: store::DeviceId) -> u64 {
    let of_device = |envelope: &Envelope| envelope.device == device;
    let found: Vec<Envelope> = all(store, VAULT).await.into_iter().filter(of_device).collect();
    assert_eq!(found, records(device, 1, found.len() as u64));
    found.len() as u64
}

/// Lets a process keep records for a while, kills it, and gives the last numbers it told.
fn run_and_kill(dir: &Path, after: Duration) -> (u64, u64) {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["kill::records_are_kept_round_after_round", "--exact", "--nocapture"]);
    command.env(PLACE, dir).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    // The time counts from when it is open, or it would be killed before, each time, on a slow machine.
    while !line.contains("open") {
        line.clear();
        assert!(out.read_line(&mut line).expect("a line") > 0, "it ended by itself");
    }
    std::thread::sleep(after);
    child.kill().expect("killed");
    child.wait().expect("gone");
    let mut rest = String::new();
    out.read_to_string(&mut rest).expect("what it told");
    let told = rest.lines().filter_map(|line| line.strip_prefix("kept ")?.split_once(' '));
    let mut told = told.filter_map(|(phone, laptop)| Some((phone.parse().ok()?, laptop.parse().ok()?)));
    told.next_back().unwrap_or_default()
}

/// By itself a few rounds; as the process that the test above kills, rounds without an end.
#[test]
fn records_are_kept_round_after_round() {
    let killed = std::env::var_os(PLACE);
    let place = killed.as_ref().map_or_else(|| dir("rounds"), PathBuf::from);
    let rounds = if killed.is_some() { i64::MAX } else { 3 };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
    runtime.block_on(async {
        let store = open(&place).await;
        tell("\nopen");
        let (mut phone, mut laptop) = (last(&store, PHONE).await, last(&store, LAPTOP).await);
        for round in 0..rounds {
            phone += 1;
            store.append(VAULT, &records(PHONE, phone, phone)).await.expect("taken");
            tell(&format!("kept {phone} {laptop}"));
            laptop += 3;
            store.append(VAULT, &records(LAPTOP, laptop - 2, laptop)).await.expect("taken");
            tell(&format!("kept {phone} {laptop}"));
            if round % 10 == 0 {
                store.backup_here(NOW + DAY + round).await.expect("backup");
            }
        }
        assert_eq!((last(&store, PHONE).await, last(&store, LAPTOP).await), (phone, laptop));
        assert_eq!((phone, laptop), (3, 9));
    });
}

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").expect("told");
    out.flush().expect("told");
}
