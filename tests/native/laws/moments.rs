//! Laws of the moments: one pass is two passes, the parts merged are the whole, and a large level costs nothing.

use nalgebra::{DMatrix, DVector};
use prepost::num::moments::Moments;
use proptest::prelude::*;

fn gathered(shift: &[f64], rows: &[Vec<f64>]) -> Moments {
    let mut moments = Moments::new(shift);
    rows.iter().for_each(|row| moments.add(row));
    moments
}

/// Means and cross-products in two passes.
fn two_passes(rows: &[Vec<f64>]) -> (DVector<f64>, DMatrix<f64>) {
    let matrix = DMatrix::from_fn(rows.len(), rows[0].len(), |row, column| rows[row][column]);
    let mean = matrix.row_mean().transpose();
    let centred = DMatrix::from_fn(matrix.nrows(), matrix.ncols(), |row, column| matrix[(row, column)] - mean[column]);
    (mean, centred.tr_mul(&centred))
}

/// Whether cross-products agree to `tolerance` of their columns' own scale.
fn agree(found: &DMatrix<f64>, expected: &DMatrix<f64>, tolerance: f64) -> bool {
    let scale = expected.diagonal().map(f64::sqrt);
    (0..found.nrows()).all(|row| {
        (0..found.ncols()).all(|col| {
            (found[(row, col)] - expected[(row, col)]).abs()
                <= tolerance * (scale[row] * scale[col]) + f64::MIN_POSITIVE
        })
    })
}

fn rows() -> impl Strategy<Value = Vec<Vec<f64>>> {
    prop::collection::vec(prop::collection::vec(-100.0..100.0f64, 3), 2..60)
}

proptest! {
    #[test]
    fn one_pass_is_two_passes(rows in rows()) {
        let moments = gathered(&rows[0], &rows);
        let (mean, cross_products) = two_passes(&rows);
        prop_assert!((moments.mean() - mean).amax() < 1e-12);
        prop_assert!(agree(moments.cross_products(), &cross_products, 1e-12));
        prop_assert_eq!(moments.cross_products(), &moments.cross_products().transpose());
        prop_assert_eq!(moments.n(), rows.len() as u64);
    }

    #[test]
    fn the_parts_merged_are_the_whole(rows in rows(), cut in 0usize..60, other_shift in -50.0..50.0f64) {
        let cut = cut.min(rows.len());
        let whole = gathered(&rows[0], &rows);
        let mut merged = gathered(&rows[0], &rows[..cut]);
        merged.merge(&gathered(&[other_shift; 3], &rows[cut..]));
        prop_assert_eq!(merged.n(), whole.n());
        prop_assert!((merged.mean_shifted() - whole.mean_shifted()).amax() < 1e-12);
        prop_assert!(agree(merged.cross_products(), whole.cross_products(), 1e-12));
    }

    #[test]
    fn a_level_that_doubles_can_hold_changes_no_bit(
        rows in prop::collection::vec(prop::collection::vec(0u16..1000, 3), 2..40),
    ) {
        // Quarters stay exact at a level of 2⁴⁰.
        let level = 2f64.powi(40);
        let at = |level: f64| -> Vec<Vec<f64>> {
            rows.iter().map(|row| row.iter().map(|value| level + f64::from(*value) / 4.0).collect()).collect()
        };
        let (low, high) = (gathered(&at(0.0)[0], &at(0.0)), gathered(&at(level)[0], &at(level)));
        prop_assert_eq!(low.cross_products(), high.cross_products());
        prop_assert_eq!(low.mean_shifted(), high.mean_shifted());
    }
}

#[test]
fn the_hardest_of_simon_and_lesage_keeps_nine_digits() {
    // NIST StRD SmLs09 by its rule (Simon & Lesage, 1989): nine arms of 2001, one value at the arm's level and a
    // thousand pairs a tenth below and above it, all at 10¹². The exact F of these doubles, by rational arithmetic
    // (Python's `fractions`), is 2001.134926220950509…; of the decimals, 2001.
    let exact = 2_001.134_926_220_950_5;
    let tenths = |tenths: u32| format!("1000000000000.{tenths}").parse::<f64>().unwrap();
    let shift = [tenths(4)];
    let arms: Vec<Moments> = [4, 3, 5, 3, 5, 3, 5, 3, 5]
        .into_iter()
        .map(|level| {
            let mut arm = Moments::new(&shift);
            arm.add(&[tenths(level)]);
            for _ in 0..1000 {
                arm.add(&[tenths(level - 1)]);
                arm.add(&[tenths(level + 1)]);
            }
            arm
        })
        .collect();
    let grand_mean = arms.iter().map(|arm| arm.mean_shifted()[0]).sum::<f64>() / 9.0;
    let ss_between: f64 = arms.iter().map(|arm| 2001.0 * (arm.mean_shifted()[0] - grand_mean).powi(2)).sum();
    let ss_within: f64 = arms.iter().map(|arm| arm.cross_products()[(0, 0)]).sum();
    let f = (ss_between / 8.0) / (ss_within / 18_000.0);
    assert!((f / exact - 1.0).abs() < 1e-12, "{f}");

    // The same from the merged whole: total minus within.
    let mut whole = Moments::new(&shift);
    arms.iter().for_each(|arm| whole.merge(arm));
    let f = ((whole.cross_products()[(0, 0)] - ss_within) / 8.0) / (ss_within / 18_000.0);
    assert!((f / exact - 1.0).abs() < 1e-9, "{f}");
}

#[test]
fn nothing_one_row_and_what_is_missing() {
    let nothing = Moments::new(&[1.0, 2.0]);
    assert!(nothing.mean()[0].is_nan() && nothing.covariance()[(0, 0)].is_nan());
    let one = gathered(&[1.0, 2.0], &[vec![4.0, 6.0]]);
    assert_eq!((one.mean()[1], one.cross_products()[(0, 1)]), (6.0, 0.0));
    assert!(one.covariance()[(0, 0)].is_nan());
    let gap = gathered(&[1.0, 2.0], &[vec![4.0, 6.0], vec![f64::NAN, 7.0], vec![1.0, 8.0]]);
    assert!(gap.mean()[0].is_nan() && gap.cross_products()[(0, 0)].is_nan());
    assert_eq!(gap.mean()[1], 7.0);
}

#[test]
fn stored_parts_come_back() {
    let moments = gathered(&[1.0], &[vec![2.0], vec![5.0]]);
    let stored = moments.cross_products().clone();
    let back = Moments::from_parts(2, &[1.0], moments.mean_shifted().as_slice(), stored).unwrap();
    assert_eq!((back.mean(), back.covariance()), (moments.mean(), moments.covariance()));
    assert!(Moments::from_parts(2, &[1.0], &[1.0, 2.0], DMatrix::zeros(1, 1)).is_none());
}
