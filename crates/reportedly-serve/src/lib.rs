//! A library as a local web page and an HTTP API.
//!
//! [`Server`] binds an address of this machine and answers from one library. Everything that it serves is
//! part of the program; it asks no other host. [`routes`](crate::OPENAPI_PATH) are one table, from which the
//! OpenAPI description is made. Who may ask is decided in one place (`guard`): the name that the browser
//! used, the page that the request came from, and the token where one is set. What is stored is hostile: it
//! goes out as JSON, and the page puts it in as text.

mod answer;
mod api;
mod app;
mod connections;
mod guard;
mod kept;
mod openapi;
mod page;
mod problem;
mod request;
mod route;
mod routes;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use reportedly::Engine;
use reportedly::trace::Publishers;

pub use connections::{Server, Stopper};

/// Where the OpenAPI description is.
pub const OPENAPI_PATH: &str = "/api/v1/openapi.json";
/// A page or text that is sent may have so many bytes.
pub const MAX_BODY: usize = 8 << 20;
/// A list gives no more rows in one answer.
pub const MAX_ITEMS: usize = 1_000;
/// A list gives so many rows where nothing is said.
pub const DEFAULT_ITEMS: usize = 100;
/// A search can be paged through to this many results.
pub const MAX_FOUND: usize = 10_000;
/// The least number of characters of a token.
pub const LEAST_TOKEN: usize = 16;

/// What to serve, and to whom.
pub struct Config {
    /// The library; it is made where there is none.
    pub library: PathBuf,
    /// The address to listen at; port 0 takes a free one.
    pub listen: SocketAddr,
    /// What everybody must show. Needed for every address that is not this machine's own.
    pub token: Option<String>,
    /// The name under which a proxy with TLS shows it: `news.example`, with a port where it is not 443. It needs a token.
    pub name: Option<String>,
    /// What reads the pages that are dropped.
    pub engine: Engine,
    /// Which outlets belong to one owner.
    pub publishers: Publishers,
    /// The name for the log of corrections.
    pub who: String,
}

/// Why nothing can be served.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // each says what it is
#[non_exhaustive]
pub enum Error {
    #[error("{0}: other machines can reach this address: also give a --token")]
    NoToken(IpAddr),
    #[error("anyone who knows the name could connect: also give a --token")]
    NoTokenForName,
    #[error("the token needs at least {LEAST_TOKEN} characters and must not contain spaces or ; % & #")]
    BadToken,
    #[error("{0}: cannot listen on this port ({1}): choose another --port")]
    Bind(SocketAddr, std::io::Error),
    #[error("{0}")]
    Library(#[from] reportedly_library::Error),
    #[error("cannot start: {0}")]
    Start(#[from] std::io::Error),
}
