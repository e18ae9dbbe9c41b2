//! Trials from small to large, for `tests/boundary.rs`: their files, and the numbers that this machine makes of them.
//!
//! On wasm32 a `usize` has 32 bits, and counts of pairs pass them from 65 536 participants on. The browser's test fetches
//! what is written here into `target/tmp/large`, and holds its numbers to these.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use prepost::session::Session;
use prepost::table::ReadOptions;

/// A trial of two arms or of one group at three occasions, always the same: sums of uniform values from a linear
/// congruential generator (Knuth's MMIX), with one decimal.
fn simulated(participants: usize, n_arms: usize) -> String {
    let mut state = 20_261_129_u64;
    let mut uniform = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut normal = move || (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
    let group = if n_arms > 1 { "group," } else { "" };
    let mut csv = format!("id,{group}score_pre,score_post,score_fu\n");
    for participant in 0..participants {
        let arm = participant % n_arms;
        let level = 50.0 + 8.0 * normal();
        let shares = [0.0, 1.0, 0.8];
        let [pre, post, fu] = shares.map(|share| level + 4.0 * normal() - share * (1.0 + 2.0 * arm as f64));
        let group = if n_arms > 1 { ["waitlist,", "therapy,"][arm] } else { "" };
        writeln!(csv, "P{participant:06},{group}{pre:.1},{post:.1},{fu:.1}").expect("a String grows");
    }
    csv
}

/// Writes the file and its numbers, and looks at those that counts of pairs choose.
fn write_down(name: &str, participants: usize, n_arms: usize, rank_methods: &[&str]) {
    let csv = simulated(participants, n_arms);
    let mut session = Session::default();
    let plan = session.read(csv.as_bytes(), &ReadOptions::default()).plan;
    session.analyse(&plan, &mut |_| {});
    let tidy = session.export("tidy").expect("numbers").into_text();
    let of = |method: &str, statistic: &str| -> Vec<f64> {
        let mark = format!(",{statistic},");
        let lines = tidy.lines().filter(|line| line.starts_with(&format!("score,{method},")) && line.contains(&mark));
        lines.filter_map(|line| line.rsplit(',').next()?.parse().ok()).collect()
    };
    for method in rank_methods {
        let [low, middle, high] = ["hodges_lehmann_ci95_low", "hodges_lehmann", "hodges_lehmann_ci95_high"]
            .map(|statistic| of(method, statistic));
        assert!(middle.len() >= 2 && low.len() == middle.len() && high.len() == middle.len(), "{name} {method}");
        let limits = low.iter().zip(&high);
        assert!(limits.zip(&middle).all(|((low, high), middle)| low <= middle && middle <= high), "{name} {method}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp/large");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(name).with_extension("csv"), csv).expect("a file");
    fs::write(folder.join(name).with_extension("tidy"), tidy).expect("a file");
}

#[test]
fn two_arms_for_the_browser() {
    let methods = ["mann_whitney", "mann_whitney_change", "wilcoxon"];
    for participants in [60, 6_000, 140_000] {
        write_down(&format!("two_arms_{participants}"), participants, 2, &methods);
    }
}

#[test]
fn one_group_for_the_browser() {
    for participants in [60, 6_000, 140_000] {
        write_down(&format!("one_group_{participants}"), participants, 1, &["wilcoxon"]);
    }
}
