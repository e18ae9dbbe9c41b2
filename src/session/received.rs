//! A link that was opened, and whether the file holds the data that it was made from.

use crate::share::Link;

pub struct Received {
    pub link: Link,
    /// `None` until a file is compared with its fingerprint.
    pub same_data: Option<bool>,
}
