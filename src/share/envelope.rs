//! Payload ↔ text: deflate (RFC 1951), then base64url without padding (RFC 4648 § 5), behind the version and a point.

use base64ct::{Base64UrlUnpadded, Encoding};
use miniz_oxide::{deflate, inflate};

use super::damaged::damaged;
use crate::notice::{Arg, Message};
use crate::plan::defaults::TODAY;

/// The version of the links that are made now.
pub const VERSION: u32 = TODAY;
/// Longer texts are refused before they are decoded.
const MOST_LETTERS: usize = 100_000;
/// Nothing is inflated beyond this, however little it was: a link is hostile until it is read.
const MOST_BYTES: usize = 1_000_000;

pub fn seal(payload: &[u8]) -> String {
    let packed = deflate::compress_to_vec(payload, deflate::CompressionLevel::UberCompression as u8);
    format!("{VERSION}.{}", Base64UrlUnpadded::encode_string(&packed))
}

/// A link's version and its payload. What mail programs add (line breaks, blanks) and an address before the `#` are passed over.
pub fn unseal(text: &str) -> Result<(u32, Vec<u8>), Message> {
    if text.len() > MOST_LETTERS {
        return Err(Message::new("link-too-long").with("letters", text.len()).with("most", MOST_LETTERS));
    }
    let fragment = text.rsplit('#').next().unwrap_or_default();
    let fragment: String = fragment.chars().filter(|c| !c.is_whitespace()).collect();
    if fragment.is_empty() {
        return Err(Message::new("link-empty"));
    }
    let is_version = |version: &str| !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
    if fragment.split_once('.').is_some_and(|(version, _)| !version.is_empty() && version.bytes().all(|b| b == b'0')) {
        return Err(Message::new("link-version-zero"));
    }
    let Some((version, code)) = fragment.split_once('.').filter(|(version, _)| is_version(version)) else {
        return Err(Message::new("link-not-ours"));
    };
    let Some(number) = version.parse::<u32>().ok().filter(|number| (1..=VERSION).contains(number)) else {
        return Err(Message::new("link-version").with("version", Arg::Text(version.chars().take(9).collect())));
    };
    let packed = Base64UrlUnpadded::decode_vec(code).map_err(|_| damaged())?;
    let payload = inflate::decompress_to_vec_with_limit(&packed, MOST_BYTES).map_err(|_| damaged())?;
    Ok((number, payload))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_from_an_address_or_a_mail() {
        let link = seal(b"a payload");
        for text in
            [link.clone(), format!("https://example.org/x/#{link}"), format!(" #{}\r\n {}\n", &link[..5], &link[5..])]
        {
            assert_eq!(unseal(&text), Ok((VERSION, b"a payload".to_vec())), "{text}");
        }
    }

    #[test]
    fn a_bomb_is_not_inflated() {
        let bomb = seal(&vec![0; 50_000_000]);
        assert!(bomb.len() < MOST_LETTERS, "{}", bomb.len());
        assert_eq!(unseal(&bomb), Err(damaged()));
    }

    #[test]
    fn what_is_not_a_link_says_so() {
        let id = |text: &str| unseal(text).map_err(|message| message.id);
        assert_eq!(id(""), Err("link-empty"));
        assert_eq!(id("https://example.org/#"), Err("link-empty"));
        assert_eq!(id("#report"), Err("link-not-ours"));
        assert_eq!(id("3.AAAA"), Err("link-version"));
        assert_eq!(id("0.AAAA"), Err("link-version-zero"));
        assert_eq!(id("1.A"), Err("link-damaged"));
        assert_eq!(id("1.%3Cscript%3E"), Err("link-damaged"));
        assert_eq!(id(&"1".repeat(MOST_LETTERS + 1)), Err("link-too-long"));
    }
}
