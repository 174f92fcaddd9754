//! The socket: taking connections, plain on this machine or over TLS, until the program is asked to end; then what is
//! under way is finished.

use super::{Listen, tls};
use crate::error::HqError;
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

/// How many connections are open at once; others wait in the system's queue.
const CONNECTIONS: usize = 2048;
/// How long a stranger may take to shake hands, or to send the head of a request.
const GREETING_PATIENCE: Duration = Duration::from_secs(15);
/// How long what is under way may take once the program is asked to end.
const FAREWELL_PATIENCE: Duration = Duration::from_secs(20);

/// Serves until `stop` comes. Prints the address once it listens.
///
/// # Errors
/// When the address cannot be listened on, or is not this machine's alone and no certificate is given.
pub async fn listen(listen: &Listen, router: Router, stop: impl Future<Output = ()>) -> Result<(), HqError> {
    let unusable = |source| HqError::File { path: listen.address.clone(), source };
    let acceptor = listen.tls.as_ref().map(|(chain, key)| tls::acceptor(chain, key)).transpose()?;
    let listener = TcpListener::bind(&listen.address).await.map_err(unusable)?;
    let address = listener.local_addr().map_err(unusable)?;
    if acceptor.is_none() && !address.ip().is_loopback() {
        return Err(HqError::PlainHttp);
    }
    let scheme = if acceptor.is_some() { "https" } else { "http" };
    announce(&format!("listening on {scheme}://{address}")).map_err(unusable)?;
    tracing::info!(%address, "listening");

    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    tokio::pin!(stop);
    loop {
        let place = Arc::clone(&places).acquire_owned();
        let (place, socket) = tokio::select! {
            () = &mut stop => break,
            accepted = accept(&listener, place) => match accepted {
                Ok(accepted) => accepted,
                // Out of file handles, or a connection that ended before it began: the next one may do.
                Err(error) => {
                    tracing::warn!(%error, "no connection");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
        };
        let (acceptor, router, watcher) = (acceptor.clone(), router.clone(), graceful.watcher());
        tokio::spawn(async move {
            match acceptor {
                None => converse(socket, router, watcher).await,
                Some(acceptor) => {
                    if let Some(socket) = greet(&acceptor, socket).await {
                        converse(socket, router, watcher).await;
                    }
                }
            }
            drop(place);
        });
    }
    tracing::info!("ending");
    // Who is not done by then sees the connection break, and asks again.
    let _ = timeout(FAREWELL_PATIENCE, graceful.shutdown()).await;
    Ok(())
}

/// Waits for a place and then for somebody to take it.
async fn accept(
    listener: &TcpListener,
    place: impl Future<Output = Result<OwnedSemaphorePermit, AcquireError>>,
) -> std::io::Result<(OwnedSemaphorePermit, TcpStream)> {
    let place = place.await.map_err(std::io::Error::other)?;
    Ok((place, listener.accept().await?.0))
}

async fn greet(
    acceptor: &TlsAcceptor,
    socket: TcpStream,
) -> Option<tokio_rustls::server::TlsStream<TcpStream>> {
    match timeout(GREETING_PATIENCE, acceptor.accept(socket)).await {
        Ok(Ok(socket)) => Some(socket),
        Ok(Err(error)) => {
            tracing::debug!(%error, "no handshake");
            None
        }
        Err(_) => None,
    }
}

async fn converse(
    socket: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    router: Router,
    watcher: hyper_util::server::graceful::Watcher,
) {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(GREETING_PATIENCE)
        .serve_connection(TokioIo::new(socket), TowerToHyperService::new(router));
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "connection broke");
    }
}

/// Scripts wait for this line, so it does not stay in a buffer.
fn announce(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}
