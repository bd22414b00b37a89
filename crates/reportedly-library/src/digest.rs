use std::fs::File;
use std::io::{self, BufWriter, Write};

use sha2::{Digest, Sha256};

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// SHA-256, in hex.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A file, and the digest of what went into it.
pub(crate) struct Digesting {
    to: BufWriter<File>,
    digest: Sha256,
}

impl Digesting {
    pub fn new(file: File) -> Self {
        Self { to: BufWriter::new(file), digest: Sha256::new() }
    }

    /// The digest of the whole file, once it is on the disk.
    pub fn close(mut self) -> io::Result<String> {
        self.flush()?;
        self.to.get_ref().sync_all()?;
        Ok(hex(&self.digest.finalize()))
    }
}

impl Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.digest.update(bytes.get(..n).unwrap_or_default());
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
