//! Where a recording may be fetched from. The provider names the address: it must not lead into our own network.

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// How an address is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// The service that an admin configured: asked with the key.
    Configured,
    /// Anywhere else: over TLS, at public addresses only, and without the key.
    Public,
}

/// The address leads where nobody should go.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Forbidden;

/// Whether an address may be fetched, and how.
pub(super) fn trust(address: &Url, configured: &Url) -> Result<Trust, Forbidden> {
    let is_plain = address.username().is_empty() && address.password().is_none();
    if is_plain && address.origin() == configured.origin() {
        return Ok(Trust::Configured);
    }
    let host = match address.host() {
        Some(url_host) => url_host.to_string(),
        None => return Err(Forbidden),
    };
    let literal: Option<IpAddr> = host.trim_start_matches('[').trim_end_matches(']').parse().ok();
    if is_plain && address.scheme() == "https" && literal.is_none_or(is_public) {
        Ok(Trust::Public)
    } else {
        Err(Forbidden)
    }
}

/// Whether an address is on the open internet.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_special = a == 0 || a >= 240 || (a == 192 && b == 0 && c == 0) || (a == 198 && (18..20).contains(&b));
    !(v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_multicast()
        || v4.is_documentation()
        || is_shared
        || is_special)
}

/// Of IPv6 only global unicast, and of that nothing that stands for an IPv4 address or is for examples.
fn is_public_v6(v6: Ipv6Addr) -> bool {
    let [first, second, ..] = v6.segments();
    let is_global = first & 0xe000 == 0x2000;
    let is_special = first == 0x2002 || (first == 0x2001 && (second < 0x0200 || second == 0x0db8)) || first == 0x3fff;
    is_global && !is_special
}

/// Finds a host's addresses, and refuses the host when one of them is not public. What it finds is what is connected to:
/// a name cannot mean another address a moment later.
pub(super) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if found.iter().all(|address| is_public(address.ip())) {
                Ok(Box::new(found.into_iter()) as Addrs)
            } else {
                Err("the host is in a private network".into())
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Forbidden, Trust, is_public, trust};
    use reqwest::Url;

    #[test]
    fn only_the_open_internet_is_public() {
        for public in ["8.8.8.8", "203.162.4.190", "100.63.0.1", "2400:cb00::1", "2a00:1450::1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        let closed = "0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.0.0.1 192.168.1.1 198.18.0.1 \
                      203.0.113.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 \
                      2001::1 2001:db8::1 2002:7f00:1:: fc00::1 fd12::1 fe80::1 ff02::1";
        for closed in closed.split_whitespace() {
            assert!(!is_public(closed.parse().unwrap()), "{closed}");
        }
    }

    #[test]
    fn only_the_configured_service_and_tls_elsewhere_are_fetched() {
        let configured = Url::parse("http://localhost:3000/sandbox/3c").unwrap();
        let asked = |address: &str| trust(&Url::parse(address).unwrap(), &configured);
        assert_eq!(asked("http://localhost:3000/r/1.wav"), Ok(Trust::Configured));
        assert_eq!(asked("https://files.example/r/1.mp3"), Ok(Trust::Public));
        for address in [
            "http://localhost:3001/r/1.wav",
            "http://127.0.0.1:3000/r/1.wav",
            "http://localhost.evil.example:3000/r",
            "http://user@localhost:3000/r",
            "http://files.example/r/1.mp3",
            "https://user:secret@files.example/r/1.mp3",
            "https://127.0.0.1/r",
            "https://2130706433/r",
            "https://0x7f.1/r",
            "https://[::1]/r",
            "https://[::ffff:10.0.0.1]/r",
            "https://169.254.169.254/latest/meta-data/",
            "ftp://files.example/r",
            "file:///etc/passwd",
            "data:audio/wav,x",
        ] {
            assert_eq!(asked(address), Err(Forbidden), "{address}");
        }
    }
}
