//! A link that is broken: letters lost on the way, or never made by Prepost.

use crate::notice::Message;

pub fn damaged() -> Message {
    Message::new("link-damaged")
}
