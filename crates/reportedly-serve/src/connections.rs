use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use http_body_util::channel::{Channel, Sender};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use sha2::{Digest, Sha256};
use tokio::runtime::{Handle, Runtime};
use tokio::sync::{Notify, Semaphore};
use tokio::time::{sleep, timeout};

use crate::answer::{Answer, Body, Writing};
use crate::app::{AT_ONCE, App};
use crate::problem::Problem;
use crate::request::{Asked, query};
use crate::{Config, Error, LEAST_TOKEN, MAX_BODY, guard, route, routes};

/// A head of a request must come within this time; a quiet connection is closed after it.
const HEAD: Duration = Duration::from_secs(20);
/// What is sent must come within this time.
const BODY: Duration = Duration::from_secs(30);
/// A piece of an answer must be taken within this time.
const PIECE: Duration = Duration::from_secs(60);
/// Open requests are given so long when the server is stopped.
const LAST: Duration = Duration::from_secs(10);

/// The response of hyper, whatever its body.
type Sent = Response<UnsyncBoxBody<Bytes, Infallible>>;

/// A server that is bound and not yet running.
pub struct Server {
    runtime: Runtime,
    listener: tokio::net::TcpListener,
    address: SocketAddr,
    app: Arc<App>,
    work: Arc<Semaphore>,
    stop: Arc<Notify>,
}

/// Stops a server.
#[derive(Clone)]
pub struct Stopper(Arc<Notify>);

impl Stopper {
    /// Open requests are answered, then [`Server::run`] comes back.
    pub fn stop(&self) {
        self.0.notify_one();
    }
}

impl Server {
    /// Opens the library and binds the address.
    ///
    /// # Errors
    /// Where either cannot be done, or a token is needed.
    pub fn bind(config: Config) -> Result<Self, Error> {
        match &config.token {
            None if !config.listen.ip().is_loopback() => return Err(Error::NoToken(config.listen.ip())),
            None if config.name.is_some() => return Err(Error::NoTokenForName),
            Some(t) if t.len() < LEAST_TOKEN || !t.bytes().all(in_token) => return Err(Error::BadToken),
            _ => {}
        }
        let listen = config.listen;
        let app = App::new(config)?;
        let listener = TcpListener::bind(listen).map_err(|e| Error::Bind(listen, e))?;
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .max_blocking_threads(4 * AT_ONCE)
            .enable_all()
            .build()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let work = Arc::new(Semaphore::new(AT_ONCE));
        Ok(Self { runtime, listener, address, app: Arc::new(app), work, stop: Arc::new(Notify::new()) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What stops it from another thread.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.stop.clone())
    }

    /// Answers until it is stopped, by a [`Stopper`] or a signal; requests that are open are done first.
    pub fn run(self) {
        let Self { runtime, listener, address, app, work, stop } = self;
        runtime.block_on(async move {
            for_signals(&stop);
            let open = Arc::new(GracefulShutdown::new());
            let answering = tokio::spawn(accept(listener, address, app, work, open.clone()));
            stop.notified().await;
            answering.abort();
            let _ = answering.await;
            if let Some(open) = Arc::into_inner(open) {
                let _ = timeout(LAST, open.shutdown()).await;
            }
        });
        runtime.shutdown_timeout(LAST);
    }
}

fn for_signals(stop: &Arc<Notify>) {
    let by_hand = stop.clone();
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            by_hand.notify_one();
        }
    });
    #[cfg(unix)]
    if let Ok(mut term) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        let stop = stop.clone();
        tokio::spawn(async move {
            term.recv().await;
            stop.notify_one();
        });
    }
}

async fn accept(
    listener: tokio::net::TcpListener,
    at: SocketAddr,
    app: Arc<App>,
    work: Arc<Semaphore>,
    open: Arc<GracefulShutdown>,
) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // no more files may be open: wait until one is closed
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let (app, work) = (app.clone(), work.clone());
        let service = service_fn(move |request| {
            let (app, work) = (app.clone(), work.clone());
            async move { Ok::<_, Infallible>(answered(at, app, work, request).await) }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .max_buf_size(64 << 10)
            .serve_connection(TokioIo::new(stream), service);
        tokio::spawn(open.watch(connection));
    }
}

async fn answered(at: SocketAddr, app: Arc<App>, work: Arc<Semaphore>, request: Request<Incoming>) -> Sent {
    let (parts, body) = request.into_parts();
    let answer = match done(at, &app, &work, &parts, body).await {
        Ok(answer) => answer,
        Err(problem) => problem.answer(),
    };
    sent(answer, &parts, app)
}

async fn done(
    at: SocketAddr,
    app: &Arc<App>,
    work: &Arc<Semaphore>,
    parts: &Parts,
    body: Incoming,
) -> Result<Answer, Problem> {
    if let Some(answer) = shown_once(at, app, parts) {
        return answer;
    }
    guard::check(at, &app.config, app.config.token.as_deref(), parts)?;
    let (route, places) = routes::find(&parts.method, parts.uri.path())?;
    let header = |name| parts.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let kind = header(CONTENT_TYPE).split(';').next().unwrap_or_default().trim().to_lowercase();
    let asked = Asked {
        places,
        query: query(parts.uri.query().unwrap_or_default()),
        lines: header(ACCEPT).contains("application/x-ndjson"),
        body: if route.takes.is_empty() { Vec::new() } else { received(parts, body).await? },
        content_type: kind,
    };
    route::checked(route, &asked.query)?;
    let same = route.kept.then(|| format!("{} {}", asked.lines, parts.uri));
    let (kept, stamp) = same.as_ref().map_or((None, None), |same| app.answers.find(same));
    if let Some(kept) = kept {
        return Ok(kept.into());
    }
    let _turn = work.clone().acquire_owned().await.map_err(|_| stopped())?;
    let app = app.clone();
    let answering = move || {
        let mut answer = (route.answer)(&app, &asked)?;
        if let (Body::Whole(bytes), StatusCode::OK, &Method::GET) =
            (&answer.body, answer.status, &route.method)
        {
            answer.etag = Some(etag(bytes));
            if let (Some(same), Some(kept), Some(stamp)) = (same, answer.kept(), stamp) {
                app.answers.keep(same, kept, stamp);
            }
        }
        Ok(answer)
    };
    tokio::task::spawn_blocking(answering).await.map_err(|_| stopped())?
}

/// What means nothing else in an address or a cookie.
fn in_token(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b";%&#".contains(&byte)
}

/// `/?token=...`: keeps the token in a cookie, and shows the page.
fn shown_once(at: SocketAddr, app: &App, parts: &Parts) -> Option<Result<Answer, Problem>> {
    let token = app.config.token.as_deref()?;
    let given = query(parts.uri.query().unwrap_or_default()).into_iter().find(|(n, _)| n == "token")?.1;
    // a plus stands for a space there, and no token has one
    if parts.uri.path() != "/" || !guard::same(&given.replace(' ', "+"), token) {
        return None;
    }
    // whose page it is still counts
    if let Err(problem) = guard::check(at, &app.config, None, parts) {
        return Some(Err(problem));
    }
    let cookie = format!("{}={token}; Path=/; HttpOnly; SameSite=Strict", guard::COOKIE_NAME);
    let answer = Answer::bytes("text/plain", Bytes::new()).status(StatusCode::SEE_OTHER);
    Some(Ok(answer.with("location", "/").with("set-cookie", cookie)))
}

async fn received(parts: &Parts, body: Incoming) -> Result<Vec<u8>, Problem> {
    let too_large = || {
        let detail = format!("the request is larger than {} MB: send only the article", MAX_BODY >> 20);
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", detail)
    };
    let stated = parts.headers.get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    if stated.is_some_and(|n| n > MAX_BODY as u64) {
        return Err(too_large());
    }
    match timeout(BODY, Limited::new(body, MAX_BODY).collect()).await {
        Err(_) => {
            Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "too-slow", "the request took too long to arrive"))
        }
        Ok(Err(e)) if e.is::<LengthLimitError>() => Err(too_large()),
        Ok(Err(_)) => Err(Problem::bad("the request was cut off")),
        Ok(Ok(whole)) => Ok(whole.to_bytes().to_vec()),
    }
}

fn stopped() -> Problem {
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "stopped",
        "the server stopped unexpectedly on this request; please report this as a bug",
    )
}

/// The headers that every answer has.
const ALWAYS: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cache-control", "private, no-cache"),
    ("vary", "accept, cookie, authorization"),
];

fn sent(answer: Answer, parts: &Parts, app: Arc<App>) -> Sent {
    let mut response = Response::builder().status(answer.status).header(CONTENT_TYPE, answer.content_type);
    for (name, value) in ALWAYS {
        response = response.header(name, value);
    }
    for (name, value) in &answer.headers {
        response = response.header(*name, value);
    }
    let head = parts.method == Method::HEAD;
    let body = match answer.body {
        Body::Whole(bytes) => {
            if let Some(etag) = answer.etag {
                let known = parts.headers.get_all(IF_NONE_MATCH).iter().filter_map(|v| v.to_str().ok());
                let known = known
                    .flat_map(|v| v.split(','))
                    .any(|v| v.trim().trim_start_matches("W/") == etag || v.trim() == "*");
                response = response.header(ETAG, etag);
                if known {
                    return finished(response.status(StatusCode::NOT_MODIFIED), Bytes::new());
                }
            }
            if head {
                response = response.header(CONTENT_LENGTH, bytes.len());
            }
            return finished(response, if head { Bytes::new() } else { bytes });
        }
        Body::Long(_) if head => return finished(response, Bytes::new()),
        Body::Long(writing) => streamed(writing, app),
    };
    response.body(body).unwrap_or_default()
}

fn finished(response: hyper::http::response::Builder, bytes: Bytes) -> Sent {
    response.body(Full::new(bytes).boxed_unsync()).unwrap_or_default()
}

fn etag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let hex: String = digest.iter().take(12).map(|b| format!("{b:02x}")).collect();
    format!("\"{hex}\"")
}

/// An answer that is written while it is sent.
fn streamed(writing: Writing, app: Arc<App>) -> UnsyncBoxBody<Bytes, Infallible> {
    let (to, body) = Channel::<Bytes, Infallible>::new(2);
    tokio::spawn(async move {
        // turns of their own: whoever takes an answer slowly keeps no other request waiting
        let Ok(turn) = app.streams.clone().acquire_owned().await else { return };
        let handle = Handle::current();
        let _ = tokio::task::spawn_blocking(move || write_all(writing, &app, to, &handle)).await;
        drop(turn);
    });
    body.boxed_unsync()
}

fn write_all(writing: Writing, app: &App, mut to: Sender<Bytes, Infallible>, handle: &Handle) {
    writing(app, &mut |piece: Vec<u8>| {
        piece.is_empty()
            || handle
                .block_on(async { matches!(timeout(PIECE, to.send_data(piece.into())).await, Ok(Ok(()))) })
    });
}
