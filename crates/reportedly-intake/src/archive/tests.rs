use super::*;

fn record(kind: &str, length: usize, block: &str) -> String {
    format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <http://courier.example/a>\r\n\
         WARC-Date: 2031-04-05T10:00:00Z\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
    )
}

fn read(archive: &[u8]) -> Vec<Result<Record, Damage>> {
    Archive::new(archive).collect()
}

#[test]
fn records_follow_one_another() {
    let archive = record("warcinfo", 4, "a: b") + &record("resource", 3, "one") + &record("revisit", 0, "");
    let read = read(archive.as_bytes());
    let second = read[1].as_ref().unwrap();
    assert_eq!((second.kind, second.number, second.block.as_slice()), (RecordKind::Resource, 2, &b"one"[..]));
    assert_eq!(second.url.as_deref(), Some("http://courier.example/a"));
    assert_eq!(read[2].as_ref().unwrap().kind, RecordKind::Revisit);
    assert_eq!(read.len(), 3);
}

#[test]
fn after_a_length_that_is_too_short_the_next_record_is_found() {
    let archive = record("resource", 3, "one and more\nlines") + &record("resource", 3, "two");
    let read = read(archive.as_bytes());
    assert_eq!(read[0].as_ref().unwrap().block, b"one");
    assert_eq!(read[1].as_ref().unwrap().block, b"two");
    assert!(read[2].as_ref().unwrap_err().what.contains("belong to no record"));
}

#[test]
fn a_length_beyond_the_file_gives_what_there_is_and_ends() {
    let archive = record("resource", 3, "one") + &record("resource", usize::MAX, "two");
    let read = read(archive.as_bytes());
    assert_eq!(read[1].as_ref().unwrap().block, b"two\r\n\r\n");
    assert!(read[2].as_ref().unwrap_err().what.contains("and has 7"));
    assert_eq!(read.len(), 3);
}

#[test]
fn records_that_a_wrong_length_took_in_are_read() {
    let archive =
        record("resource", 3 << 30, "one") + &record("resource", 3, "two") + &record("resource", 5, "three");
    let read = read(archive.as_bytes());
    let blocks: Vec<_> = read.iter().flatten().map(|r| (r.number, r.block.as_slice())).collect();
    assert_eq!(blocks, [(1, &b"one"[..]), (2, b"two"), (3, b"three")]);
    assert_eq!(read.iter().filter(|r| r.is_err()).count(), 1);
}

#[test]
fn many_wrong_lengths_cost_no_more_than_their_bytes() {
    let archive = record("resource", 1 << 30, "one").repeat(20_000);
    let read = read(archive.as_bytes());
    assert_eq!(read.iter().flatten().count(), 20_000);
}

#[test]
fn a_record_without_a_length_costs_only_itself() {
    let broken = record("resource", 3, "one").replace("Content-Length: 3", "Content-Length: many");
    let read = read((broken + &record("resource", 3, "two")).as_bytes());
    assert!(read[0].is_err());
    assert_eq!(read[1].as_ref().unwrap().block, b"two");
}

#[test]
fn arc_addresses_may_hold_spaces() {
    let archive = "filedesc://a.arc 127.0.0.1 20310405100000 text/plain 9\n1 0 Test\n\n\
        http://courier.example/a b 93.184.216.119 20310405100000 text/html 3\none\n\
        http://courier.example/c 93.184.216.119 20310405100000 text/html no\n";
    let read = read(archive.as_bytes());
    let second = read[1].as_ref().unwrap();
    assert_eq!(second.url.as_deref(), Some("http://courier.example/a b"));
    assert_eq!(
        (second.date.as_deref(), second.block.as_slice()),
        (Some("2031-04-05T10:00:00Z"), &b"one"[..])
    );
    assert!(read[2].is_err());
}

#[test]
fn endless_lines_are_not_held() {
    struct Endless(u64);
    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
            let n = buffer.len().min(self.0 as usize);
            self.0 -= n as u64;
            buffer[..n].fill(b'x');
            Ok(n)
        }
    }
    let mut archive = Archive::new(std::io::BufReader::new(Endless(1 << 30)));
    assert!(archive.next().unwrap().is_err());
    assert!(archive.next().is_none());
    assert!(archive.line.capacity() as u64 <= 2 * MAX_LINE);
}
