//! Intraclass correlations of n participants at k occasions, from their moments.
//!
//! # Formulas
//! With C the cross-products of the occasions and m their means: SSR = 1′C1/k, SSE = tr C − SSR, SSC = nΣ(m − m̄)².
//! See [`crate::analysis::icc`] for the six forms (Shrout & Fleiss, 1979, pp. 423–425).

use nalgebra::{DMatrix, DVector};

use crate::num::moments::Moments;
use crate::num::tail::{f_quantile_upper, f_sf};

/// One form of the coefficient, with the F test that it is zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form {
    pub icc: f64,
    pub f: f64,
    pub df1: f64,
    pub df2: f64,
    pub p: f64,
    pub low: f64,
    pub high: f64,
}

/// ICC1 to ICC3, of one occasion and of the mean of all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forms {
    pub single: [Form; 3],
    pub average: [Form; 3],
}

struct Squares {
    n: f64,
    k: f64,
    participants: f64,
    occasions: f64,
    rest: f64,
    within: f64,
    tail: f64,
}

/// `each`: measures per occasion, whose mean is the score. `None` with fewer than two occasions or participants, or where
/// all participants differ by the same change only.
pub fn forms(moments: &Moments, each: usize, level: f64) -> Option<Forms> {
    let k = moments.d() / each.max(1);
    let n = moments.n() as f64;
    if k < 2 || n < 2.0 {
        return None;
    }
    let mean_of = DMatrix::from_fn(k, moments.d(), |row, col| if col / each == row { 1.0 / each as f64 } else { 0.0 });
    let products = &mean_of * moments.cross_products() * mean_of.transpose();
    let means: DVector<f64> = &mean_of * moments.mean_shifted() + &mean_of * moments.shift();
    let deviations = means.add_scalar(-means.mean());
    let k = k as f64;
    let of_participants = products.sum() / k;
    let of_rest = products.trace() - of_participants;
    let of_occasions = n * deviations.norm_squared();
    let squares = Squares {
        n,
        k,
        participants: of_participants / (n - 1.0),
        occasions: of_occasions / (k - 1.0),
        rest: of_rest / ((n - 1.0) * (k - 1.0)),
        within: (of_occasions + of_rest) / (n * (k - 1.0)),
        tail: (1.0 - level) / 2.0,
    };
    (squares.rest > 0.0 && squares.participants > 0.0).then(|| Forms {
        single: [squares.one_way(), squares.agreement(), squares.consistency()],
        average: [squares.one_way(), squares.agreement(), squares.consistency()].map(|form| squares.of_mean(form)),
    })
}

impl Squares {
    /// The form with error term `error`, with exact limits.
    fn exact(&self, error: f64, df2: f64) -> Form {
        let (f, df1, k) = (self.participants / error, self.n - 1.0, self.k);
        let icc = |f: f64| (f - 1.0) / (f + k - 1.0);
        Form {
            icc: icc(f),
            f,
            df1,
            df2,
            p: f_sf(f, df1, df2),
            low: icc(f / f_quantile_upper(self.tail, df1, df2)),
            high: icc(f * f_quantile_upper(self.tail, df2, df1)),
        }
    }

    fn one_way(&self) -> Form {
        self.exact(self.within, self.n * (self.k - 1.0))
    }

    fn consistency(&self) -> Form {
        self.exact(self.rest, (self.n - 1.0) * (self.k - 1.0))
    }

    fn agreement(&self) -> Form {
        let Squares { n, k, participants: msr, occasions: msc, rest: mse, tail, .. } = *self;
        let icc = (msr - mse) / (msr + (k - 1.0) * mse + k * (msc - mse) / n);
        let ratio = msc / mse;
        let (a, b) = (k * icc * ratio, n * (1.0 + (k - 1.0) * icc) - k * icc);
        let df = (n - 1.0) * (k - 1.0) * (a + b).powi(2) / ((n - 1.0) * a * a + b * b);
        let (above, below) = (f_quantile_upper(tail, n - 1.0, df), f_quantile_upper(tail, df, n - 1.0));
        let others = k * msc + (k * n - k - n) * mse;
        Form {
            icc,
            low: n * (msr - above * mse) / (above * others + n * msr),
            high: n * (below * msr - mse) / (others + n * below * msr),
            ..self.consistency()
        }
    }

    /// The same for the mean of the occasions (Spearman–Brown).
    fn of_mean(&self, form: Form) -> Form {
        let stepped = |icc: f64| self.k * icc / (1.0 + (self.k - 1.0) * icc);
        Form { icc: stepped(form.icc), low: stepped(form.low), high: stepped(form.high), ..form }
    }
}
