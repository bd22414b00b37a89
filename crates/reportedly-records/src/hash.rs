use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 of the parts, in hex. Each part is closed by a zero byte, so that "ab","c" is not "a","bc".
pub(crate) fn of_parts(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hex(&hasher.finalize())
}

/// SHA-256 of a text alone, in hex: what `sha256sum` gives for the same bytes.
pub(crate) fn of_text(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// The first 16 digits: enough to tell documents and claims apart.
pub(crate) fn short(mut hex: String) -> String {
    hex.truncate(16);
    hex
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}
