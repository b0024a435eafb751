//! `serve`, and what `unknot` does alone.

use super::place::{now_ms, of, wait_for};
use super::{own_guide, print, settings};
use crate::args::Serve;
use crate::failure::Failure;
use server::{Board, Home, HomeTrouble, Listening, RunTrouble};
use std::future::Future;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, io, thread};
use store::Trouble;

/// Serves the app until it is told to stop.
pub(super) fn serve(args: &Serve, guide: Option<&Path>) -> Result<(), Failure> {
    own_guide(guide)?;
    server::local(args.bind)?;
    let dir = of(&args.data)?;
    let board = args.questions.as_deref().map(settings::board).transpose()?;
    wait_for(async {
        // Before anything is printed: whoever reads the address may stop it at once.
        let stop = told_to_stop()?;
        let home = Home::open(&dir, now_ms()).await.map_err(RunTrouble::from)?;
        let mut listening = Listening::at(args.bind, home, now_ms).await?;
        if let Some(board) = board.clone() {
            listening = listening.with_board(board).await?;
        }
        let first = listening.first_address();
        let questions = listening.board_address().zip(board.as_ref());
        greet(&first, &dir, &questions.map(|(address, board)| of_board(address, board)).unwrap_or_default());
        if !args.no_open {
            open_browser(&first);
        }
        listening.serve(stop, |told| eprintln!("warning: {told}")).await?;
        Ok(())
    })
}

/// Prints the address. If nobody reads it, the app is served all the same.
fn greet(first: &str, dir: &Path, questions: &str) {
    let app = if server::has_app() { "" } else { "The app is not in this build; `cargo xtask run` builds it.\n" };
    let _ = print(&format!(
        "Unknot: {first}\n{app}Only this machine can reach it. This address hands your browser the key; keep it to yourself.\n\
         Records are kept in {}. {questions}Stop with Ctrl+C.\n",
        dir.display()
    ));
}

/// Where questions are taken, and what is done with the answers.
fn of_board(address: SocketAddr, board: &Board) -> String {
    let mail = if board.sender.is_some() { "answers are mailed" } else { "no answer is mailed, as there is no [smtp]" };
    format!("Questions are taken at {}/questions/, which must lead to {address}; {mail}.\n", board.board.url)
}

/// Opens an address in the browser, if there is one. The address is printed in any case, so nothing is said.
fn open_browser(address: &str) {
    let mut command = if cfg!(target_os = "windows") {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        // Without a screen a browser of text would take over the terminal.
        if env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none() {
            return;
        }
        Command::new("xdg-open")
    };
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Ctrl+C here must not close a browser that was started with it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    if let Ok(mut child) = command.spawn() {
        thread::spawn(move || child.wait());
    }
}

/// Done when the system or a person says stop.
#[cfg(unix)]
fn told_to_stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use std::task::Poll;
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(std::future::poll_fn(move |context| {
        let told = interrupt.poll_recv(context).is_ready() || terminate.poll_recv(context).is_ready();
        if told { Poll::Ready(()) } else { Poll::Pending }
    }))
}

/// Done when a person says stop.
#[cfg(not(unix))]
fn told_to_stop() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async { drop(tokio::signal::ctrl_c().await) })
}

impl From<RunTrouble> for Failure {
    fn from(trouble: RunTrouble) -> Failure {
        let message = trouble.to_string();
        match trouble {
            RunTrouble::NotLocal(_) => Failure::input(message, "leave out --bind, or say --bind 127.0.0.1:4747"),
            RunTrouble::Taken(address) => {
                let other = address.port().checked_add(1).unwrap_or(4747);
                Failure::undone(
                    message,
                    format!("if it is not Unknot, take another port: unknot serve --bind {}:{other}", address.ip()),
                )
            }
            RunTrouble::Home(HomeTrouble::Store(Trouble::Busy { .. })) => Failure::undone(
                message,
                "or go on with the one that is running, at the address it printed when it started",
            ),
            _ => Failure::undone(message, ""),
        }
    }
}
