//! A page saved as MHTML (RFC 2557), or a newsletter as a mail (RFC 5322).

use mail_parser::{HeaderValue, MessageParser, MimeHeaders};

use crate::failure::Problem;

/// What a mail holds to read.
#[derive(Debug, PartialEq)]
pub(crate) struct Mail {
    /// Markup or plain text, after a mark that says that it is UTF-8 whatever the markup says.
    pub body: String,
    pub is_html: bool,
    /// The address that was saved, as the browser wrote it.
    pub url: Option<String>,
    /// When it was saved or sent (ISO 8601).
    pub date: Option<String>,
}

/// How a browser says where the page came from.
const SNAPSHOT: &str = "Snapshot-Content-Location";

impl Mail {
    /// The main part: the one that was saved, else the first that is markup, else the text.
    pub fn of(bytes: &[u8]) -> Result<Self, Problem> {
        let message = MessageParser::default().parse(bytes).ok_or(Problem::NoMail)?;
        let text = |value: &HeaderValue| value.as_text().map(|s| s.trim().to_owned());
        let web = |url: String| url.starts_with("http").then_some(url);
        let url = message.header(SNAPSHOT).and_then(text).and_then(web);
        let of_url = |part: &&mail_parser::MessagePart| {
            part.content_location().is_some() && part.content_location() == url.as_deref()
        };
        let html = |part: &&mail_parser::MessagePart| part.is_text_html();
        let part =
            message.parts.iter().find(|p| html(p) && of_url(p)).or_else(|| message.parts.iter().find(html));
        let text_part = || {
            message
                .parts
                .iter()
                .find(|p| p.is_text() && p.text_contents().is_some_and(|t| !t.trim().is_empty()))
        };
        let part = part.or_else(text_part).ok_or(Problem::NoMail)?;
        let is_html = part.is_text_html();
        let url = url.or_else(|| part.content_location().map(str::to_owned).and_then(web));
        let body = part.text_contents().unwrap_or_default();
        let body = format!("{}{body}", if is_html { "\u{feff}" } else { "" });
        Ok(Self { body, is_html, url, date: message.date().map(mail_parser::DateTime::to_rfc3339) })
    }
}

/// Whether bytes begin as a mail does: with header lines, one of them its version.
pub(crate) fn is_mail(head: &str) -> bool {
    let mut lines = head.lines().take_while(|line| !line.trim().is_empty());
    let header =
        |line: &str| line.split_once(':').is_some_and(|(name, _)| !name.contains([' ', '<', '{', '"']));
    lines.next().is_some_and(header) && lines.any(|line| line.starts_with("mime-version:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/pier\r\nSubject: Pier\r\n\
        Date: Sun, 16 Mar 2031 10:15:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n\
        --b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://quay.example/ad\r\n\r\n<p>Ad\r\n\
        --b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://quay.example/pier\r\n\r\n\
        <p>=E2=80=9CIt held,=E2=80=9D she said.</p>\r\n--b--\r\n";

    #[test]
    fn the_saved_part_is_the_page() {
        let mail = Mail::of(SAVED.as_bytes()).unwrap();
        assert_eq!(mail.body.trim_start_matches('\u{feff}').trim(), "<p>“It held,” she said.</p>");
        assert_eq!(mail.url.as_deref(), Some("https://quay.example/pier"));
        assert_eq!(mail.date.as_deref(), Some("2031-03-16T10:15:00Z"));
        assert!(is_mail(&SAVED.to_lowercase()) && !is_mail("the pier held: it did.\nmime-version: 1.0"));
    }

    #[test]
    fn a_letter_without_markup_is_text() {
        let letter =
            "From: a@quay.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nThe pier held.\r\n";
        let mail = Mail::of(letter.as_bytes()).unwrap();
        assert_eq!((mail.body.trim(), mail.is_html, mail.url), ("The pier held.", false, None));
        assert!(Mail::of(b"").is_err());
    }
}
