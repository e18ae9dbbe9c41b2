//! A payload: parts, each a letter, a length and that many bytes; then the CRC-32 (ISO-HDLC) of all of it.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::bytes::{ByteReader, push_count};
use super::damaged::damaged;
use crate::notice::Message;

const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
const CRC_BYTES: usize = 4;

#[derive(Default)]
pub struct Payload(Vec<u8>);

impl Payload {
    pub fn push(&mut self, letter: u8, bytes: &[u8]) {
        self.0.push(letter);
        push_count(&mut self.0, bytes.len());
        self.0.extend(bytes);
    }

    pub fn finish(mut self) -> Vec<u8> {
        let sum = CRC.checksum(&self.0);
        self.0.extend(sum.to_le_bytes());
        self.0
    }
}

/// The parts with their letters, in order; none twice.
pub fn read(payload: &[u8]) -> Result<Vec<(u8, &[u8])>, Message> {
    let at = payload.len().checked_sub(CRC_BYTES).ok_or_else(damaged)?;
    let (body, sum) = payload.split_at(at);
    if CRC.checksum(body).to_le_bytes() != sum {
        return Err(damaged());
    }
    let mut reader = ByteReader(body);
    let mut parts: Vec<(u8, &[u8])> = Vec::new();
    while !reader.is_empty() {
        let part = next(&mut reader).ok_or_else(damaged)?;
        if parts.iter().any(|(letter, _)| *letter == part.0) {
            return Err(damaged());
        }
        parts.push(part);
    }
    Ok(parts)
}

fn next<'a>(reader: &mut ByteReader<'a>) -> Option<(u8, &'a [u8])> {
    let letter = *reader.take(1)?.first()?;
    let n = reader.small(reader.0.len())?;
    Some((letter, reader.take(n)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_is_found() {
        let mut payload = Payload::default();
        payload.push(b'P', b"{}");
        payload.push(b'F', &[7; 16]);
        let whole = payload.finish();
        assert_eq!(read(&whole), Ok(vec![(b'P', &b"{}"[..]), (b'F', &[7; 16][..])]));
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(read(&changed).is_err(), "byte {at}");
            assert!(read(&whole[..at]).is_err(), "cut at {at}");
        }
    }
}
