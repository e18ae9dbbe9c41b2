//! Which encoding a file is in: by its byte-order mark, as valid UTF-8, or by the letters that its bytes would spell.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::notice::{Message, Problem};

/// An encoding, and whether the file leaves no doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    pub encoding: &'static Encoding,
    pub sure: bool,
}

impl Detected {
    /// The WHATWG label, in small letters: `utf-8`, `windows-1252`.
    pub fn label(&self) -> String {
        self.encoding.name().to_ascii_lowercase()
    }

    /// The Note that a guessed encoding deserves. Damaged UTF-8 shows in the letters lost.
    pub fn note(&self) -> Option<Problem> {
        (!self.sure && self.encoding != UTF_8)
            .then(|| Problem::note(Message::new("encoding-guessed").with("encoding", self.label())))
    }
}

/// The encoding of a file, from its bytes.
pub fn detect(bytes: &[u8]) -> Detected {
    let sure = |encoding| Detected { encoding, sure: true };
    let guessed = |encoding| Detected { encoding, sure: false };
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return sure(encoding);
    }
    match utf16_by_nuls(bytes) {
        Some(encoding) => guessed(encoding),
        None if std::str::from_utf8(bytes).is_ok() => sure(UTF_8),
        None if is_damaged_utf8(bytes) => guessed(UTF_8),
        None => guessed(legacy(bytes)),
    }
}

/// The text in that encoding, without its mark. UTF-8 is not copied.
pub fn decode<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Cow<'b, str> {
    encoding.decode_with_bom_removal(bytes).0
}

/// Whether the bytes are UTF-16 by their mark or by the pattern of NULs.
pub fn looks_like_utf16(bytes: &[u8]) -> bool {
    matches!(Encoding::for_bom(bytes), Some((encoding, _)) if encoding != UTF_8) || utf16_by_nuls(bytes).is_some()
}

/// UTF-16 without a mark: digits, separators and line ends have a NUL on one side, in Persian files too. Browsers do not
/// guess UTF-16, and neither does chardetng; but programs of statistics write it.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 4096;
    let head = &bytes[..bytes.len().min(HEAD)];
    let (pairs, _) = head.as_chunks::<2>();
    let n_first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let n_second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let mostly = |many: usize, few: usize| many >= 3 && many * 10 >= pairs.len() && many > few * 20;
    if mostly(n_second, n_first) {
        Some(UTF_16LE)
    } else if mostly(n_first, n_second) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 with a few bytes spoilt: far more sequences are whole than not. To chardetng one such byte rules UTF-8 out.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_whole, mut n_spoilt) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_whole += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        n_spoilt += chunk.invalid().len();
    }
    n_whole > n_spoilt.saturating_mul(4)
}

/// The encoding of a file that is neither UTF-8 nor UTF-16, by its letters.
///
/// A few single bytes (`°`, `£`, the ï of `naïve`) are too little for letter statistics: chardetng then names Baltic or
/// central European encodings at random, where western European is by far the likeliest.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    const FEW: usize = 4;
    let mut runs = bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii()).filter(|run| !run.is_ascii());
    let is_scarce = runs.by_ref().take(FEW).all(|run| run.len() == 1) && runs.next().is_none();
    if is_scarce {
        return WINDOWS_1252;
    }
    // Escape sequences of ISO-2022-JP can hide markup; no program writes tables in it.
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header and rows as Iranian offices keep them, with Arabic ي and ك as the code page demands.
    const PERSIAN: &str = "شناسه,گروه,پيش‌آزمون\n1,كنترل,12\n2,آزمايش,15\n";

    fn encoding(label: &str) -> &'static Encoding {
        Encoding::for_label(label.as_bytes()).expect("a known label")
    }

    #[test]
    fn old_encodings_are_told_apart_by_their_letters() {
        for (text, label) in [
            (PERSIAN, "windows-1256"),
            ("كد,جنس\n1,مرد\n2,زن\n", "windows-1256"),
            ("id,Gruppe,Müdigkeit,Größe\n1,Übung,3,180\n", "windows-1252"),
            ("id,été,déjà reçu\n1,oui,5\n", "windows-1252"),
            ("id,note\n1,“quite tired” – 20 °C\n", "windows-1252"),
            ("id,naïve\n1,5\n", "windows-1252"),
            ("id;± 2 µg\n1;5\n", "windows-1252"),
            ("id,группа,до,после\n1,контроль,3,4\n", "windows-1251"),
            ("被験者,群,事前\n1,統制,3\n", "shift_jis"),
        ] {
            let encoding = encoding(label);
            let bytes = encoding.encode(text).0;
            assert_eq!(detect(&bytes), Detected { encoding, sure: false }, "{text}");
            assert_eq!(decode(&bytes, encoding), text);
        }
    }

    #[test]
    fn utf16_is_known_with_and_without_its_mark() {
        for text in ["id,pre,post\n1,2,3\n", "شناسه,گروه\n1,کنترل\n2,آزمایش\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for (bytes, mark, encoding) in [(little, b"\xFF\xFE", UTF_16LE), (big, b"\xFE\xFF", UTF_16BE)] {
                let marked = [&mark[..], &bytes].concat();
                assert_eq!(detect(&bytes), Detected { encoding, sure: false }, "{text}");
                assert_eq!(detect(&marked), Detected { encoding, sure: true });
                assert_eq!(decode(&marked, encoding), text);
            }
        }
    }

    #[test]
    fn utf8_is_borrowed_and_survives_a_spoilt_byte() {
        assert_eq!(detect(PERSIAN.as_bytes()), Detected { encoding: UTF_8, sure: true });
        assert!(matches!(decode(PERSIAN.as_bytes(), UTF_8), Cow::Borrowed(_)));
        let spoilt = [PERSIAN.as_bytes(), b"3,\xFF,4\n"].concat();
        assert_eq!(detect(&spoilt), Detected { encoding: UTF_8, sure: false });
    }
}
