use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an IP address belongs to the public Internet: not to this machine, a private network, or a
/// range set aside (the special-purpose registries of RFC 6890). An IPv4 address inside an IPv6 one (mapped,
/// NAT64, 6to4) counts as what it leads to.
///
/// ```
/// use reportedly_intake::is_public;
///
/// assert!(!is_public("192.168.1.9".parse()?));
/// assert!(!is_public("::ffff:127.0.0.1".parse()?)); // an IPv4 address of this machine
/// assert!(is_public("9.9.9.9".parse()?));
/// # Ok::<(), std::net::AddrParseError>(())
/// ```
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => match inner(v6) {
            Some(v4) => is_public_v4(v4),
            // only 2000::/3 is given out, and 2001:db8::/32 of it is for documents
            None => {
                matches!(v6.segments(), [0x2000..=0x3fff, ..]) && !v6.segments().starts_with(&[0x2001, 0xdb8])
            }
        },
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let special = matches!(
        v4.octets(),
        [0, ..] | [240..=255, ..] | [100, 64..=127, ..] | [192, 0, 0, _] | [198, 18 | 19, ..]
    );
    !(special
        || v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_documentation()
        || v4.is_multicast())
}

fn inner(v6: Ipv6Addr) -> Option<Ipv4Addr> {
    let v4 = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match v6.segments() {
        [0, 0, 0, 0, 0, 0xffff, a, b] | [0x64, 0xff9b, 0, 0, 0, 0, a, b] | [0x2002, a, b, ..] => {
            Some(v4(a, b))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn only_what_anyone_can_reach_is_public() {
        let public = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"];
        let local = [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "198.18.0.1",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
        ];
        assert!(public.iter().all(|a| is_public(a.parse().unwrap())));
        for address in local {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
