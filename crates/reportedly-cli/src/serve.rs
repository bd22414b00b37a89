use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use reportedly_serve::{Config, Server};

use crate::Stop;
use crate::arguments::ServeOptions;
use crate::failure::Failure;
use crate::library::{path_to_make, user};
use crate::publishers::publishers;

/// Serves a library until it is stopped.
pub(crate) fn serve(options: &ServeOptions) -> Result<Vec<Failure>, Stop> {
    let publishers = match publishers(options.publishers.as_deref()) {
        Ok(publishers) => publishers,
        Err(failure) => return Ok(vec![failure]),
    };
    let address = options.listen.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let server = Server::bind(Config {
        library: path_to_make(options.library.as_ref())?,
        listen: SocketAddr::new(address, options.port),
        token: options.token.clone(),
        name: options.name.clone(),
        engine: options.reader.engine()?,
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
