//! Which bytes are which letters: byte-order marks, UTF-8, UTF-16, and two of Windows' code pages by their letters.
//!
//! Detection is the same natively and in the browser. Decoding is done natively by encoding_rs and in the browser by
//! `TextDecoder`, which follow the same standard.

use crate::notice::{Message, Problem};

/// An encoding by its WHATWG label, and whether the file leaves no doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    pub label: &'static str,
    pub sure: bool,
}

impl Detected {
    /// The Note that a guessed encoding deserves. Damaged UTF-8 shows in the letters lost.
    pub fn note(&self) -> Option<Problem> {
        (!self.sure && self.label != "utf-8")
            .then(|| Problem::note(Message::new("encoding-guessed").with("encoding", self.label)))
    }
}

/// The encoding of a file, from its bytes.
pub fn detect(bytes: &[u8]) -> Detected {
    let sure = |label| Detected { label, sure: true };
    let guessed = |label| Detected { label, sure: false };
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return sure("utf-8");
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return sure("utf-16le");
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return sure("utf-16be");
    }
    match utf16_by_nuls(bytes) {
        Some(label) => guessed(label),
        None if std::str::from_utf8(bytes).is_ok() => sure("utf-8"),
        None if is_damaged_utf8(bytes) => guessed("utf-8"),
        None => guessed(code_page(bytes)),
    }
}

/// Whether the bytes are UTF-16 by their mark or by the pattern of NULs.
pub fn looks_like_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || utf16_by_nuls(bytes).is_some()
}

/// UTF-16 without a mark: digits, separators and line ends have a NUL on one side, in Persian files too.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static str> {
    const HEAD: usize = 4096;
    let head = &bytes[..bytes.len().min(HEAD)];
    let (pairs, _) = head.as_chunks::<2>();
    let n_first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let n_second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let mostly = |many: usize, few: usize| many >= 3 && many * 10 >= pairs.len() && many > few * 20;
    if mostly(n_second, n_first) {
        Some("utf-16le")
    } else if mostly(n_first, n_second) {
        Some("utf-16be")
    } else {
        None
    }
}

/// UTF-8 with a few bytes spoilt: far more sequences are whole than not.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_whole, mut n_spoilt) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_whole += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        n_spoilt += chunk.invalid().len();
    }
    n_whole > n_spoilt.saturating_mul(4)
}

/// The letters of Persian and Arabic in Windows-1256 that fill most of a text: ا ب ت ح د ر س ش ع ف ق ك ل م ن ه و ى ي پ گ ک.
/// In Windows-1252 these bytes are letters as well, but not these side by side.
const COMMON_IN_1256: [u8; 22] = [
    0xC7, 0xC8, 0xCA, 0xCD, 0xCF, 0xD1, 0xD3, 0xD4, 0xDA, 0xDD, 0xDE, 0xDF, 0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xEC, 0xED,
    0x81, 0x90, 0x98,
];

/// Windows-1256 (Arabic, Persian) or Windows-1252 (western Europe).
///
/// In a western text a letter beyond ASCII stands among ASCII letters; in a Persian one such letters stand together,
/// and most of them are the common ones of Persian.
fn code_page(bytes: &[u8]) -> &'static str {
    let (mut n_arabic, mut n_western) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(|b| *b >= 0x80).map(|offset| at + offset) {
        let len = bytes[start..].iter().take_while(|b| **b >= 0x80).count();
        let run = &bytes[start..start + len];
        let beside = [start.checked_sub(1).and_then(|i| bytes.get(i)), bytes.get(start + len)];
        let n_common = run.iter().filter(|b| COMMON_IN_1256.contains(b)).count();
        if beside.iter().flatten().any(|b| b.is_ascii_alphabetic()) {
            n_western += len;
        } else if len >= 2 && n_common * 5 >= len * 3 {
            n_arabic += len;
        } else if len >= 2 {
            n_western += len;
        }
        at = start + len;
    }
    if n_arabic > n_western { "windows-1256" } else { "windows-1252" }
}

/// The text of a file in that encoding; `None` where the label names none. UTF-8 is not copied.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode<'b>(bytes: &'b [u8], label: &str) -> Option<std::borrow::Cow<'b, str>> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode_with_bom_removal(bytes).0)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// A header and rows as Iranian offices keep them, with Arabic ي and ك as the code page demands.
    const PERSIAN: &str = "شناسه,گروه,پيش‌آزمون\n1,كنترل,12\n2,آزمايش,15\n";

    fn bytes_of(text: &str, label: &str) -> Vec<u8> {
        encoding_rs::Encoding::for_label(label.as_bytes()).expect("a known label").encode(text).0.into_owned()
    }

    #[test]
    fn code_pages_are_told_apart_by_their_letters() {
        for (text, label) in [
            (PERSIAN, "windows-1256"),
            ("كد,جنس\n1,مرد\n2,زن\n", "windows-1256"),
            ("id,Gruppe,Müdigkeit,Größe\n1,Übung,3,180\n", "windows-1252"),
            ("id,été,déjà reçu\n1,oui,5\n", "windows-1252"),
            ("id,note\n1,“quite tired” – 20 °C\n", "windows-1252"),
        ] {
            let bytes = bytes_of(text, label);
            assert_eq!(detect(&bytes), Detected { label, sure: false }, "{text}");
            assert_eq!(decode(&bytes, label).as_deref(), Some(text));
        }
    }

    #[test]
    fn utf16_is_known_with_and_without_its_mark() {
        for text in ["id,pre,post\n1,2,3\n", "شناسه,گروه\n1,کنترل\n2,آزمایش\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for (bytes, mark, label) in [(little, b"\xFF\xFE", "utf-16le"), (big, b"\xFE\xFF", "utf-16be")] {
                let marked = [&mark[..], &bytes].concat();
                assert_eq!(detect(&bytes), Detected { label, sure: false }, "{text}");
                assert_eq!(detect(&marked), Detected { label, sure: true });
                assert_eq!(decode(&marked, label).as_deref(), Some(text));
            }
        }
    }

    #[test]
    fn utf8_is_borrowed_and_survives_a_spoilt_byte() {
        assert_eq!(detect(PERSIAN.as_bytes()), Detected { label: "utf-8", sure: true });
        assert!(matches!(decode(PERSIAN.as_bytes(), "utf-8"), Some(std::borrow::Cow::Borrowed(_))));
        let spoilt = [PERSIAN.as_bytes(), b"3,\xFF,4\n"].concat();
        assert_eq!(detect(&spoilt), Detected { label: "utf-8", sure: false });
        assert_eq!(decode(b"a", "no such"), None);
    }
}
