//! A link that was opened, and whether the file holds the data that it was made from.

use crate::share::Link;

pub struct Received {
    pub link: Link,
    /// Of the Plan as it was issued.
    pub plan_hash: String,
    /// `None` until a file is compared with its fingerprint.
    pub same_data: Option<bool>,
}
