//! Cells that stand for a missing value: `NA`, `n/a`, `-`.

use super::blank::trim;

/// Whether a cell is missing: empty, or one of the ways in which programs and people write so.
pub fn is_missing(cell: &str) -> bool {
    const WRITTEN: [&str; 12] = ["na", "nan", "n/a", "null", ".", "-", "–", "—", "#n/a", "#null!", "<na>", "#n/a n/a"];
    const LONGEST: usize = 8;
    let cell = trim(cell);
    // Most cells begin with a digit: these are decided by one byte.
    match cell.as_bytes().first() {
        None => true,
        Some(first) if first.is_ascii_digit() || cell.len() > LONGEST => false,
        Some(_) => WRITTEN.iter().any(|written| written.eq_ignore_ascii_case(cell)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_missing() {
        for cell in ["", "  ", "NA", "na", "N/A", "NaN", "nan", ".", "-", "—", "#N/A", "#NULL!", "null", "NULL", " NA "]
        {
            assert!(is_missing(cell), "{cell:?}");
        }
        for cell in ["0", "none", "nap", "-1", "..", "۰", "missing", "#DIV/0!"] {
            assert!(!is_missing(cell), "{cell:?}");
        }
    }
}
