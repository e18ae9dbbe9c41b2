//! Numbers and names in bytes: whole numbers as varints (LEB128, signed ones by zigzag), others as eight bytes, names
//! behind their length.

use integer_encoding::VarInt;

/// Names longer than this are refused: a link holds labels, not texts.
const LONGEST_NAME: usize = 1_000;

/// Reads from the start; `None` where the bytes end too soon or say something impossible.
pub struct ByteReader<'a>(pub &'a [u8]);

impl<'a> ByteReader<'a> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    fn number<N: VarInt>(&mut self) -> Option<N> {
        let (number, n) = N::decode_var(self.0)?;
        self.take(n)?;
        Some(number)
    }

    pub fn count(&mut self) -> Option<u64> {
        self.number()
    }

    /// A count that is at most `most`.
    pub fn small(&mut self, most: usize) -> Option<usize> {
        usize::try_from(self.count()?).ok().filter(|&count| count <= most)
    }

    pub fn whole(&mut self) -> Option<i64> {
        self.number()
    }

    pub fn real(&mut self) -> Option<f64> {
        let value = f64::from_le_bytes(self.take(8)?.try_into().ok()?);
        value.is_finite().then_some(value)
    }

    pub fn name(&mut self) -> Option<String> {
        let n = self.small(LONGEST_NAME)?;
        std::str::from_utf8(self.take(n)?).ok().map(str::to_owned)
    }
}

pub fn push_count(out: &mut Vec<u8>, count: usize) {
    out.extend(count.encode_var_vec());
}

pub fn push_whole(out: &mut Vec<u8>, whole: i64) {
    out.extend(whole.encode_var_vec());
}

pub fn push_real(out: &mut Vec<u8>, real: f64) {
    out.extend(real.to_le_bytes());
}

pub fn push_name(out: &mut Vec<u8>, name: &str) {
    push_count(out, name.len());
    out.extend(name.as_bytes());
}
