#![doc = include_str!("method.md")]

pub mod compute;
mod numbers;
mod section;

use self::compute::KruskalWallisAt;
use crate::analysis::method::Method;

pub static METHOD: Method<KruskalWallisAt> = Method {
    computation: compute::KRUSKAL_WALLIS,
    numbers: numbers::numbers,
    sections: section::sections,
    problems: section::problems,
};
