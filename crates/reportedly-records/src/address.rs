use crate::Record;

/// Its address on the web; what has another scheme is none.
pub(crate) fn address(record: &Record) -> Option<&str> {
    let address = record.canonical_url.as_deref().or(record.url.as_deref());
    address.filter(|a| a.starts_with("http://") || a.starts_with("https://"))
}
