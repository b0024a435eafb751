//! Listening, until told to stop.

use crate::access::Access;
use crate::api::{Context, router};
use crate::home::{Home, HomeTrouble};
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
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

impl Listening {
    /// Takes an address of this machine. Port 0 takes any that is free.
    ///
    /// # Errors
    /// If the address is not of this machine alone, or cannot be had.
    pub async fn at(address: SocketAddr, home: Home, clock: Clock) -> Result<Listening, RunTrouble> {
        local(address)?;
        let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => RunTrouble::Taken(address),
            _ => RunTrouble::Listen { address, error },
        })?;
        let address = listener.local_addr().map_err(|error| RunTrouble::Listen { address, error })?;
        Ok(Listening { listener, address, home, clock })
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
    /// older than a day; `told` hears of one that could not be made.
    ///
    /// # Errors
    /// If the listener breaks.
    pub async fn serve(
        self,
        stop: impl Future<Output = ()> + Send + 'static,
        told: impl Fn(&store::Trouble) + Send + Sync + 'static,
    ) -> Result<(), RunTrouble> {
        let Listening { listener, address, home, clock } = self;
        let access = Access::new(home.key.clone(), address);
        let context = Arc::new(Context { home, access, clock });
        let backups = tokio::spawn(keep_backups(context.clone(), told));
        let (stopping, stopped) = tokio::sync::oneshot::channel();
        let served = axum::serve(listener, router(context.clone())).with_graceful_shutdown(async move {
            stop.await;
            let _ = stopping.send(());
        });
        let served = tokio::spawn(async move { served.await });
        // An error here means that it ended by itself.
        let _ = stopped.await;
        let ended = timeout(LAST_REQUESTS, served).await;
        backups.abort();
        context.home.store.stop().await;
        match ended {
            Ok(Ok(Err(error))) => Err(RunTrouble::Serve(error)),
            Ok(Err(error)) => Err(RunTrouble::Serve(error.into())),
            // A connection that somebody holds open is cut.
            Ok(Ok(Ok(()))) | Err(_) => Ok(()),
        }
    }
}

async fn keep_backups(context: Arc<Context>, told: impl Fn(&store::Trouble)) {
    let mut look = interval(BACKUP_LOOK);
    loop {
        look.tick().await;
        if let Err(trouble) = context.home.store.backup_if_older((context.clock)(), BACKUP_AGE_MS).await {
            told(&trouble);
        }
    }
}
