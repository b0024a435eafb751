//! Listening, until told to stop.

use crate::access::Access;
use crate::api::{Context, router};
use crate::home::{Home, HomeTrouble};
use crate::questions::{self, Board};
use axum::Router;
use mail::NotSent;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use store::{QuestionId, Trouble};
use tokio::net::TcpListener;
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{interval, timeout};

/// Tells the time: milliseconds since 1970, UTC.
pub type Clock = fn() -> i64;

/// How old the newest backup may get.
const BACKUP_AGE_MS: i64 = 24 * 60 * 60 * 1000;
/// How often its age is looked at.
const BACKUP_LOOK: Duration = Duration::from_secs(60 * 60);
/// How long requests under way may take when the server is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(3);

/// A server that has its address and does not answer yet.
#[derive(Debug)]
pub struct Listening {
    listener: TcpListener,
    address: SocketAddr,
    home: Home,
    clock: Clock,
    board: Option<(Board, TcpListener)>,
}

/// What the owner should hear of while it runs. Holds nothing of who asked.
#[derive(Debug, thiserror::Error)]
pub enum Told {
    /// No backup could be made.
    #[error("no backup could be made: {0}")]
    Backup(Trouble),
    /// An answer was not mailed.
    #[error("the answer to question {question} was not mailed: {not_sent}")]
    NotMailed {
        /// Number of the question.
        question: QuestionId,
        /// Why.
        not_sent: NotSent,
    },
    /// The program ended while an answer was handed over.
    #[error(
        "nobody knows whether some answers were mailed when Unknot ended; `unknot questions list --mail` names them"
    )]
    Unsure,
    /// Looking for answers to mail failed.
    #[error("answers could not be mailed: {0}")]
    Letters(Trouble),
}

/// Why a server does not run.
#[derive(Debug, thiserror::Error)]
pub enum RunTrouble {
    /// Other machines could reach that address.
    #[error("{0} can be reached by other machines; only addresses of this one (127.0.0.1, [::1]) are served")]
    NotLocal(SocketAddr),
    /// Another program listens there.
    #[error("another program has {0} already")]
    Taken(SocketAddr),
    /// It cannot listen there.
    #[error("cannot listen on {address}: {error}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// Why.
        error: io::Error,
    },
    /// The records or the key.
    #[error(transparent)]
    Home(#[from] HomeTrouble),
    /// Answering failed.
    #[error("the server stopped: {0}")]
    Serve(io::Error),
}

/// Is an address one of this machine alone?
///
/// # Errors
/// If other machines could reach it.
pub fn local(address: SocketAddr) -> Result<(), RunTrouble> {
    if address.ip().is_loopback() { Ok(()) } else { Err(RunTrouble::NotLocal(address)) }
}

async fn bind(address: SocketAddr) -> Result<TcpListener, RunTrouble> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => RunTrouble::Taken(address),
        _ => RunTrouble::Listen { address, error },
    })
}

impl Listening {
    /// Takes an address of this machine. Port 0 takes any that is free.
    ///
    /// # Errors
    /// If the address is not of this machine alone, or cannot be had.
    pub async fn at(address: SocketAddr, home: Home, clock: Clock) -> Result<Listening, RunTrouble> {
        local(address)?;
        let listener = bind(address).await?;
        let address = listener.local_addr().map_err(|error| RunTrouble::Listen { address, error })?;
        Ok(Listening { listener, address, home, clock, board: None })
    }

    /// Serves a question board too, at the address it wants. Other machines may reach it: nothing of the records is there.
    ///
    /// # Errors
    /// If the address cannot be had.
    pub async fn with_board(mut self, board: Board) -> Result<Listening, RunTrouble> {
        let listener = bind(board.bind).await?;
        self.board = Some((board, listener));
        Ok(self)
    }

    /// Where the board is, if there is one.
    pub fn board_address(&self) -> Option<SocketAddr> {
        self.board.as_ref().and_then(|(_, listener)| listener.local_addr().ok())
    }

    /// Where it is.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The first address to open: it hands the browser the key.
    pub fn first_address(&self) -> String {
        format!("http://{}/api/open?key={}", self.address, self.home.key)
    }

    /// Answers until `stop` is done, then lets requests under way end and closes the records. Makes a backup when the last is
    /// older than a day, and mails answers; `told` hears of what could not be done.
    ///
    /// # Errors
    /// If a listener breaks.
    pub async fn serve(
        self,
        stop: impl Future<Output = ()> + Send + 'static,
        told: impl Fn(&Told) + Clone + Send + Sync + 'static,
    ) -> Result<(), RunTrouble> {
        let Listening { listener, address, home, clock, board } = self;
        let store = home.store.clone();
        let access = Access::new(home.key.clone(), address);
        let context = Arc::new(Context { home, access, clock });
        let mut beside = vec![tokio::spawn(keep_backups(context.clone(), told.clone()))];
        let (stopping, stopped) = watch::channel(false);
        let mut serving = vec![tokio::spawn(answer(listener, router(context), stopped.clone()))];
        if let Some((board, listener)) = board {
            let context = questions::Context::new(board.board, store.clone(), clock).map_err(HomeTrouble::Chance)?;
            let context = Arc::new(context);
            serving.push(tokio::spawn(answer(listener, questions::router(context.clone()), stopped)));
            beside.push(tokio::spawn(questions::send_letters(context, board.sender, told)));
        }
        tokio::spawn(async move {
            stop.await;
            stopping.send_replace(true);
        });
        let mut ended = Ok(());
        for served in serving {
            ended = ended.and(served.await.unwrap_or_else(|error| Err(error.into())));
        }
        beside.iter().for_each(JoinHandle::abort);
        store.stop().await;
        ended.map_err(RunTrouble::Serve)
    }
}

/// Answers on one address until told to stop; a connection that somebody holds open then is cut after a while.
async fn answer(listener: TcpListener, router: Router, mut stopped: watch::Receiver<bool>) -> io::Result<()> {
    let (stopping, told) = oneshot::channel();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = stopped.wait_for(|stop| *stop).await;
        let _ = stopping.send(());
    });
    let served = tokio::spawn(async move { served.await });
    // An error here means that it ended by itself.
    let _ = told.await;
    match timeout(LAST_REQUESTS, served).await {
        Ok(ended) => ended.unwrap_or_else(|error| Err(error.into())),
        Err(_) => Ok(()),
    }
}

async fn keep_backups(context: Arc<Context>, told: impl Fn(&Told)) {
    let mut look = interval(BACKUP_LOOK);
    loop {
        look.tick().await;
        if let Err(trouble) = context.home.store.backup_if_older((context.clock)(), BACKUP_AGE_MS).await {
            told(&Told::Backup(trouble));
        }
    }
}
