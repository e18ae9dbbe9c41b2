//! Why the numbers of an effect are left out.

use crate::model::Lack;
use crate::notice::{Message, Problem};

/// Why the numbers of an effect are left out, in words; `None` where that goes without saying.
pub fn lack(lack: Lack, effect: &str, too_few: &'static str) -> Option<Problem> {
    let message = match lack {
        Lack::NotApplicable => return None,
        Lack::Singular => Message::new("covariance-singular").with("effect", effect),
        Lack::TooFew { df_error, needed } => {
            Message::new(too_few).with("effect", effect).with("df", df_error).with("needed", needed)
        }
    };
    Some(Problem::warning(message))
}
