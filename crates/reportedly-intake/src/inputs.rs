use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::Kind;
use crate::archive::mime;
use crate::failure::{Failure, Problem};
use crate::feed::{Item, items};
use crate::fetch::Fetcher;
use crate::folder::{files, head, kind_by, kind_of, shown, sniffed};
use crate::lines::JsonLines;
use crate::open::{Input, Page, Stream, limited};
use crate::polite::{Manners, Seen};
use crate::records::{Inputs, archive, archive_file, failed, once};

/// How inputs are taken.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What all of them are.
    pub kind: Kind,
    /// Whether several lines of one file may have the same id.
    pub same_id: bool,
    /// Whether addresses may be fetched at all.
    pub network: bool,
    /// Whether the links of feeds are fetched where the feed holds only a summary.
    pub fetch: bool,
    /// Whether addresses of this machine and private networks may be fetched.
    pub allow_local: bool,
    /// How servers are treated.
    pub manners: Manners,
    /// What servers said of addresses before, and say now.
    pub seen: Seen,
}

/// What the paths and addresses name; "-" is standard input.
pub struct Named {
    all: Vec<Result<PathBuf, Failure>>,
    left_out: BTreeMap<String, usize>,
}

/// Opens the folders among the names; in the order given, within a folder by name.
///
/// A name that is missing is counted, too: its failure comes when its turn does.
///
/// ```
/// use reportedly_intake::{Kind, named};
///
/// let names = named(&["no such folder/pier.html".into()]);
/// assert_eq!((names.count(), names.is_open_ended(Kind::Auto)), (1, false));
/// ```
pub fn named(names: &[PathBuf]) -> Named {
    let mut left_out = BTreeMap::new();
    let opened = names.iter().flat_map(|name| match address(name) {
        Some(_) => vec![Ok(name.clone())],
        None => files(std::slice::from_ref(name), &mut left_out),
    });
    Named { all: opened.collect(), left_out }
}

impl Named {
    /// How many files and addresses there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// What was passed over in folders, in words: "2 files left out: 1 .png, 1 .xlsx".
    pub fn left_out(&self) -> Option<String> {
        let total: usize = self.left_out.values().sum();
        let kinds: Vec<String> = self.left_out.iter().map(|(ending, n)| format!("{n} {ending}")).collect();
        let files = if total == 1 { "file" } else { "files" };
        (total > 0).then(|| format!("{total} {files} left out: {}", kinds.join(", ")))
    }

    /// Takes a file out, as what will be written over; whether it was there.
    pub fn without(&mut self, file: &Path) -> bool {
        let (before, same) = (self.all.len(), |path: &Path| path.canonicalize().ok());
        if let Some(file) = same(file).filter(|f| f.is_file()) {
            self.all.retain(|named| !named.as_ref().is_ok_and(|path| same(path).as_ref() == Some(&file)));
        }
        self.all.len() < before
    }

    /// Keeps only the files, addresses and failures that pass.
    pub fn retain(&mut self, mut keep: impl FnMut(&Path) -> bool) {
        self.all.retain(|named| named.as_ref().map_or(true, |path| keep(path)));
    }

    /// Whether one of them may hold many articles, so that their number shows only on the way.
    pub fn is_open_ended(&self, kind: Kind) -> bool {
        let many = |kind| matches!(kind, Kind::Jsonl | Kind::Archive | Kind::Feed);
        many(kind) || self.all.iter().flatten().any(|path| many(kind_of(path)))
    }

    /// The inputs one after the other. Files are opened and addresses fetched when their turn comes.
    ///
    /// ```
    /// use reportedly_intake::{Opened, Options, named};
    ///
    /// let folder = tempfile::tempdir()?;
    /// std::fs::write(folder.path().join("pier.txt"), "The pier held, the town said.")?;
    /// let lines = "{\"id\": \"1\", \"text\": \"It rained.\"}\n{\"id\": \"2\", \"text\": \"It snowed.\"}\n";
    /// std::fs::write(folder.path().join("rain.jsonl"), lines)?;
    /// let mut words = Vec::new();
    /// for input in named(&[folder.path().into()]).inputs(&Options::default()) {
    ///     if let Ok(Opened::Article(capture)) = input.open(false) {
    ///         words.push(capture.article.text.as_str().to_owned());
    ///     }
    /// }
    /// assert_eq!(words, ["The pier held, the town said.", "It rained.", "It snowed."]);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn inputs(self, options: &Options) -> impl Iterator<Item = Input> + use<> {
        let fetcher = Fetcher::new(options.allow_local, options.manners, options.seen.clone());
        let host = Rc::new(Host { options: options.clone(), fetcher });
        self.all.into_iter().flat_map(move |name| match name {
            Err(failure) => once(Input::Failed(failure)),
            Ok(path) => match address(&path) {
                Some(address) => host.clone().fetched(address, None),
                None => host.clone().file(path),
            },
        })
    }
}

fn address(name: &Path) -> Option<&str> {
    name.to_str()
        .filter(|n| n.split_once("://").is_some_and(|(scheme, _)| scheme.chars().all(char::is_alphanumeric)))
}

/// What opening and fetching need.
struct Host {
    options: Options,
    fetcher: Fetcher,
}

impl Host {
    fn file(self: Rc<Self>, path: PathBuf) -> Inputs {
        let stdin = path.as_os_str() == "-";
        let place = if stdin { "standard input".to_owned() } else { shown(&path) };
        // of what can be read once the beginning is looked at where it is read
        let once_only = stdin || path.metadata().is_ok_and(|m| !m.is_file());
        let kind = match self.options.kind {
            Kind::Auto if !once_only => sniffed(&path),
            kind => kind,
        };
        if !once_only && kind == Kind::Archive {
            return archive_file(&path, place);
        }
        if !once_only && !matches!(kind, Kind::Jsonl | Kind::Feed) {
            return once(Input::File(path, kind));
        }
        let opened = match stdin {
            true => Ok(Box::new(std::io::stdin()) as Stream),
            false => File::open(&path).map(|file| Box::new(file) as Stream),
        };
        let begun = opened.and_then(|stream| match kind {
            Kind::Auto => begun(stream),
            kind => Ok((kind, stream)),
        });
        match begun {
            Err(e) => once(Input::Failed(Failure::io(place, e))),
            Ok((Kind::Jsonl, stream)) => lines(stream, place, self.options.same_id),
            Ok((Kind::Archive, stream)) => archive(stream, place),
            Ok((Kind::Feed, stream)) => self.feed(stream, place),
            Ok((kind, stream)) => once(Input::Stream(place, kind, stream)),
        }
    }

    fn feed(self: Rc<Self>, reader: impl Read, place: String) -> Inputs {
        match limited(reader).and_then(|bytes| items(&bytes, None)) {
            Ok(items) => self.items(items, place),
            Err(problem) => failed(place, problem),
        }
    }

    fn items(self: Rc<Self>, items: Vec<Item>, place: String) -> Inputs {
        let numbered = items.into_iter().enumerate();
        Box::new(numbered.flat_map(move |(i, item)| {
            let place = format!("{place}, item {}", i + 1);
            match (&item.link, self.options.fetch && item.content.is_none()) {
                (Some(link), true) => self.clone().fetched(link, Some(&place)),
                _ => once(Input::Item(place, Box::new(item))),
            }
        }))
    }

    /// The page at an address, or the items of the feed there. `linked` is the item that led to it.
    fn fetched(self: Rc<Self>, address: &str, linked: Option<&str>) -> Inputs {
        let place = linked.map_or(address.to_owned(), |item| format!("{item} ({address})"));
        if !self.options.network {
            return failed(place, Problem::NoNetwork);
        }
        if !["http://", "https://"]
            .iter()
            .any(|s| address.get(..s.len()).is_some_and(|a| a.eq_ignore_ascii_case(s)))
        {
            return failed(place, Problem::OtherScheme);
        }
        let fetched = match self.fetcher.get(address) {
            Ok(Some(fetched)) => fetched,
            Ok(None) => return once(Input::Unchanged(place)),
            Err(problem) => return failed(place, problem),
        };
        let fetched_at = chrono::Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
        let kind = match fetched.content_type.as_deref().map(mime).as_deref() {
            Some("text/html" | "application/xhtml+xml") => Kind::Html,
            Some("text/plain") => Kind::Text,
            Some("text/markdown") => Kind::Markdown,
            Some("application/pdf") => Kind::Document,
            Some(m) if m.ends_with("wordprocessingml.document") || m.ends_with("opendocument.text") => {
                Kind::Document
            }
            Some(m) if m.ends_with("xml") || m.ends_with("json") => Kind::Feed,
            Some("application/octet-stream") | None => Kind::Auto,
            Some(other) => return failed(place, Problem::OtherType(other.to_owned())),
        };
        match kind {
            Kind::Feed if linked.is_none() => match items(&fetched.bytes, Some(&fetched.url)) {
                Ok(items) => self.items(items, place),
                Err(problem) => failed(place, problem),
            },
            kind => once(Input::Page(Box::new(Page {
                place,
                url: fetched.url,
                kind,
                bytes: fetched.bytes,
                fetched_at,
            }))),
        }
    }
}

/// What a stream is by what it begins with, and the whole of it.
fn begun(mut stream: Stream) -> std::io::Result<(Kind, Stream)> {
    let head = head(&mut stream)?;
    Ok((kind_by(&head), Box::new(Cursor::new(head).chain(stream))))
}

fn lines(reader: impl Read + 'static, place: String, same_id: bool) -> Inputs {
    Box::new(JsonLines::new(BufReader::new(reader), place, same_id).map(|line| match line {
        Ok((place, line)) => Input::Line(place, line),
        Err(failure) => Input::Failed(failure),
    }))
}
