use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::OnceLock;

use reportedly::article::Article;
use reportedly::reading::read;
use reportedly_intake::Failure;
use reportedly_records::Record;
use reportedly_serve::{Config, Reader, Server};

use crate::Stop;
use crate::arguments::{ReaderOptions, ServeOptions};
use crate::library::{path, user};
use crate::proposers::{Proposers, proposers};
use crate::relate::publishers;

/// Serves a library until it is stopped.
pub(crate) fn serve(options: &ServeOptions) -> Result<Vec<Failure>, Stop> {
    let publishers = match publishers(options.publishers.as_deref()) {
        Ok(publishers) => publishers,
        Err(failure) => return Ok(vec![failure]),
    };
    let address = options.listen.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let server = Server::bind(Config {
        library: path(options.library.as_ref())?,
        listen: SocketAddr::new(address, options.port),
        token: options.token.clone(),
        name: options.name.clone(),
        reader: reader(options.reader),
        publishers,
        who: user(),
    })?;
    let mut out = io::stdout().lock();
    writeln!(out, "http://{}/", server.address())?;
    out.flush()?;
    drop(out);
    eprintln!("reportedly: open the address above in a browser; press Ctrl-C to stop");
    server.run();
    Ok(Vec::new())
}

/// The trained reader and the rules, made when the first page comes.
fn reader(options: ReaderOptions) -> Reader {
    let made: OnceLock<Result<Proposers, String>> = OnceLock::new();
    Box::new(move |article: &Article| {
        let proposers =
            made.get_or_init(|| proposers(options.depth()).map_err(|e| e.to_string())).as_ref()?;
        let reading = read(article, &proposers.list(), &options.reading());
        let record = Record::new(article, &reading, Some(proposers.name()), true);
        record.check().map_err(|e| e.to_string())?;
        Ok(record)
    })
}
