//! A questionnaire put into a Plan, changed in it, and taken out of it.

use std::collections::BTreeMap;

use prepost::plan::{OutcomeRole, Plan, with_scale, without_scale};
use prepost::scale::{Items, ScalePlan, ScoringRule, SubscalePlan};

fn own(occasions: &[&str]) -> ScalePlan {
    let columns = |at: &&str| ((*at).to_owned(), (1..=4).map(|item| format!("calm{item}_{at}")).collect());
    let subscale = |name: &str, items: &[usize]| SubscalePlan {
        name: name.into(),
        items: items.to_vec(),
        ..SubscalePlan::default()
    };
    ScalePlan {
        name: "calm".into(),
        items: Items::ByOccasion(occasions.iter().map(columns).collect::<BTreeMap<_, _>>()),
        subscales: vec![subscale("rest", &[1, 2]), subscale("ease", &[3, 4])],
        ..ScalePlan::default()
    }
}

fn in_short(plan: &Plan) -> Vec<String> {
    plan.outcomes.iter().map(|outcome| format!("{}: {}", outcome.name, outcome.columns.join(", "))).collect()
}

#[test]
fn an_occasion_that_is_renamed_names_the_scores_too() {
    let mut plan = with_scale(Plan::default(), own(&["pre", "post"]));
    assert_eq!(in_short(&plan), ["rest: rest_pre, rest_post", "ease: ease_pre, ease_post"]);
    plan.outcomes[1].role = Some(OutcomeRole::Primary);
    plan.occasions = vec!["before".into(), "post".into()];
    let plan = with_scale(plan, own(&["before", "post"]));
    assert_eq!(in_short(&plan), ["rest: rest_before, rest_post", "ease: ease_before, ease_post"]);
    assert_eq!(plan.outcomes[1].role, Some(OutcomeRole::Primary), "what was said of an outcome stays");
}

#[test]
fn a_questionnaire_leaves_with_its_scores() {
    let plan = with_scale(Plan::default(), own(&["pre", "post"]));
    let plan = without_scale(plan, "another");
    assert_eq!((plan.scales.len(), plan.outcomes.len()), (1, 2));
    let plan = without_scale(plan, "calm");
    assert_eq!((plan.scales.len(), plan.outcomes.len()), (0, 0));
}

#[test]
fn a_plan_names_rules_as_key_files_do() {
    let json = |rule: ScoringRule| serde_json::to_string(&rule).unwrap();
    assert_eq!(json(ScoringRule::SumTimes2), "\"sum-times-2\"");
    assert_eq!(json(ScoringRule::SumTimes4), "\"sum-times-4\"");
}
