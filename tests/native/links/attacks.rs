//! Attempts to read a participant's scores from the summaries of a link.

use std::collections::BTreeSet;

use prepost::session::{LinkOptions, Session};
use prepost::share;
use prepost::table::ReadOptions;
use prepost::trial::{ArmPlan, OutcomePlan, Plan, Trial};

use super::whole_rows::{Row, Sums, planes, solve_on_surface, with_the_same_sums};
use super::{ATTACKS, EXAMPLE, codes, content, read, summaries};
use crate::support;

/// A link of a former version, two arms of ten with nine scores from 0 to 10 each: the search gives all twenty rows. The
/// program of today keeps its summaries back.
#[test]
fn the_rows_of_an_old_link_are_computed_and_no_new_one_gives_them() {
    let link = share::open(&content(&format!("{ATTACKS}/all-rows-from-moments.link"))).expect("old links open");
    let csv = content(&format!("{ATTACKS}/all-rows-from-moments.csv"));
    let summary = link.summary.expect("summaries");
    for (cell, arm) in summary.outcomes[0].cells.iter().zip(["waitlist", "therapy"]) {
        let of_arm = csv.lines().filter(|line| line.split(',').nth(1) == Some(arm));
        let score = |score: &str| score.parse::<i64>().expect("a score");
        let mut rows: Vec<Row> = of_arm.map(|line| line.split(',').skip(2).map(score).collect()).collect();
        rows.sort();
        let sums = Sums::of_cell(cell);
        assert_eq!(sums, Sums::of(&rows));
        let mut solved = solve_on_surface(&sums, 10);
        assert_eq!(solved.len(), 1, "{arm}");
        solved[0].sort();
        assert_eq!(solved[0], rows, "{arm}");
    }
    let plan = Plan::from_json(&content(&format!("{ATTACKS}/all-rows-from-moments.plan.json"))).expect("a Plan");
    let mut session = Session::default();
    session.read(csv.as_bytes(), &ReadOptions::default());
    let made = session.link(&plan, &summaries());
    assert_eq!(codes(&made), ["link-solvable"]);
    assert!(share::open(&made.fragment).expect("a Plan still goes").summary.is_none());
}

/// Ten dropped out, nine men and one woman: one summary subtracted from the other would give her pretest.
#[test]
fn people_apart_are_counted_in_each_cell() {
    let plan = Plan::from_json(&content(&format!("{ATTACKS}/cell-apart.plan.json"))).expect("a Plan");
    let mut session = Session::default();
    session.read(content(&format!("{ATTACKS}/cell-apart.csv")).as_bytes(), &ReadOptions::default());
    let made = session.link(&plan, &summaries());
    assert_eq!(codes(&made), ["link-pattern-small"]);
    let summary = share::open(&made.fragment).expect("a link").summary.expect("the first outcome");
    assert_eq!(summary.outcomes.len(), 1);
}

/// Two links of one trial that differ by few give their scores by subtraction, and no program can know of the other link:
/// whoever makes one with summaries is told, on the page and in the shell.
#[test]
fn whoever_makes_a_link_with_summaries_is_told_to_make_one_only() {
    let (session, plan) = read(&content(EXAMPLE));
    let said = |options| session.in_words(&session.link(&plan, &options).carried);
    let (with, without) = (said(summaries()), said(LinkOptions::default()));
    for words in ["Make only one link with summaries of a trial", "half of an arm", "by an estimate"] {
        assert!(with.contains(words) && !without.contains(words), "{with}");
    }
}

/// A file without a header: its first participant's name and scores would be the names of the columns.
#[test]
fn no_link_is_made_of_a_participant_taken_for_a_header() {
    let mut session = Session::default();
    let opened = session.read(content(&format!("{ATTACKS}/headerless.csv")).as_bytes(), &ReadOptions::default());
    assert!(opened.notices.iter().any(|notice| notice.code == "header-like-data" && notice.hint.is_some()));
    let made = session.link(&opened.plan, &summaries());
    assert_eq!(codes(&made), ["link-names-are-data"]);
    assert!(made.fragment.is_empty() && made.plan_text.is_empty() && made.carried.is_empty());
}

/// Knuth's generator, so that every run draws the same trials.
struct Draws(u64);

impl Draws {
    /// From 0 to below 1.
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.uniform() * n as f64) as usize
    }

    /// Twelve uniform numbers make a normal one, nearly.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    /// Whole scores from 0 to `most` of 10 to 14 participants at some occasions: any, or normal and correlated ones.
    fn arm(&mut self, occasions: usize, most: i64) -> Vec<Row> {
        let (n, correlation, any) = (10 + self.below(5), 0.9 * self.uniform(), self.below(3) == 0);
        let row = |draws: &mut Self| -> Row {
            let common = draws.normal();
            let mut score = || {
                let z = correlation.sqrt() * common + (1.0 - correlation).sqrt() * draws.normal();
                let normal = most as f64 * (0.5 + z / 6.0);
                if any { draws.below(most as usize + 1) as i64 } else { (normal.round() as i64).clamp(0, most) }
            };
            (0..occasions).map(|_| score()).collect()
        };
        (0..n).map(|_| row(self)).collect()
    }

    /// Half of the rows, rounded up, in an order of their own.
    fn half<'r>(&mut self, rows: &'r [Row]) -> Vec<&'r Row> {
        let mut left: Vec<&Row> = rows.iter().collect();
        while left.len() > rows.len().div_ceil(2) {
            left.swap_remove(self.below(left.len()));
        }
        left
    }
}

fn trial(arms: &[Vec<Row>]) -> Trial {
    let scores = |row: &Row| row.iter().map(|score| *score as f64).collect::<Vec<f64>>();
    let rows = arms.iter().zip(0_u32..).flat_map(|(rows, arm)| rows.iter().map(move |row| (arm, scores(row))));
    let mut trial = support::of_rows(arms.len(), &rows.collect::<Vec<_>>());
    let arm = ArmPlan {
        column: "group".into(),
        levels: trial.arms.clone(),
        control: trial.arms.first().cloned(),
        ..ArmPlan::default()
    };
    let columns = trial.occasions.iter().map(|occasion| format!("score_{occasion}")).collect();
    trial.plan = Plan {
        arm: Some(arm),
        occasions: trial.occasions.clone(),
        outcomes: vec![OutcomePlan { name: "score".into(), columns, ..OutcomePlan::default() }],
        ..Plan::default()
    };
    trial
}

/// The lowest and the highest score: a reader who knows the range of the instrument knows no less.
fn range(arms: &[Vec<Row>]) -> [i64; 2] {
    let scores = || arms.iter().flatten().flatten().copied();
    [scores().min().expect("scores"), scores().max().expect("scores")]
}

/// Whatever small trial has its summaries let go: a thousand other sets of whole scores, within the range of those that
/// were seen, have the very sums of the link, and no participant's scores are in all of them.
#[test]
fn a_thousand_sets_of_scores_have_the_sums_of_every_link_that_goes() {
    const TRIALS: usize = 100;
    const MANY: usize = 1_000;
    let across: Vec<Vec<Vec<i64>>> = (0..=14).map(|n| if n < 10 { Vec::new() } else { planes(n, 2, 6) }).collect();
    let mut draws = Draws(1);
    let (mut gone, mut refused) = (0, 0);
    for _ in 0..TRIALS {
        let (occasions, most) = (1 + draws.below(4), [10, 27, 54, 100, 300][draws.below(5)]);
        let arms = vec![draws.arm(occasions, most), draws.arm(occasions, most)];
        let trial = trial(&arms);
        let Some(summary) = share::shared(&trial, &trial.plan).summary else {
            refused += 1;
            continue;
        };
        gone += 1;
        for (cell, rows) in summary.outcomes[0].cells.iter().zip(&arms) {
            let sums = Sums::of_cell(cell);
            let sets_of = |most| with_the_same_sums(rows, &across[rows.len()], range(&arms), most);
            let mut solutions = sets_of(MANY);
            let fixed = |solutions: &BTreeSet<Vec<Row>>| {
                rows.iter().filter(|row| solutions.iter().all(|other| other.contains(row))).count()
            };
            if fixed(&solutions) > 0 {
                solutions = sets_of(30 * MANY);
            }
            assert!(solutions.len() >= MANY, "{} of {rows:?}", solutions.len());
            assert!(solutions.iter().all(|other| Sums::of(other) == sums));
            assert_eq!(fixed(&solutions), 0, "{rows:?}");
        }
    }
    assert!(gone > 20 && refused > 20, "{gone} let go, {refused} refused");
}

/// Who knows half of an arm, any half, subtracts them. Of what is left another set of scores can be made nearly always: by
/// reflections, of which the smallest halves have few, so that not finding one does not say that there is none.
#[test]
fn who_knows_half_of_an_arm_cannot_compute_the_others() {
    const TRIALS: usize = 200;
    const HALVES: usize = 3;
    // The fewer rows, the fewer short planes: longer ones for them.
    let across = [planes(5, 9, 160), planes(6, 5, 60), planes(7, 4, 36)];
    let mut draws = Draws(2);
    let (mut halves, mut without) = (0, 0);
    for _ in 0..TRIALS {
        let (occasions, most) = (2, [54, 100, 300][draws.below(3)]);
        let arms = vec![draws.arm(occasions, most), draws.arm(occasions, most)];
        let trial = trial(&arms);
        if share::shared(&trial, &trial.plan).summary.is_none() {
            continue;
        }
        for rows in arms.iter().flat_map(|rows| std::iter::repeat_n(rows, HALVES)) {
            let left: Vec<Row> = draws.half(rows).into_iter().cloned().collect();
            let sets = with_the_same_sums(&left, &across[left.len() - 5], range(&arms), 2);
            halves += 1;
            without += usize::from(sets.len() < 2);
        }
    }
    assert!(halves > 100 && 20 * without <= halves, "{without} of {halves} halves");
}
