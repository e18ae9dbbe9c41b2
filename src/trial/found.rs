//! Names of `notice` as this layer has used them.

use crate::notice::Message;
pub use crate::notice::{Problems as Found, excerpt as shown, first_names as some};

pub fn listed<S: AsRef<str>>(message: Message, name: &'static str, names: &[S]) -> Message {
    message.with_names(name, names)
}
