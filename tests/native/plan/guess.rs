//! The guessed Plan: lists of headers and what they mean.

use crate::support::text::{say, table};
use prepost::plan::{Better, Guess, guess};

const ROWS: usize = 24;

/// A file with these columns, separated by blanks around a bar. `name = a/b` cycles through the values, `name = #` is a
/// rating from 1 to 5, `name = id` an id; any other column holds scores.
fn file(columns: &str) -> String {
    let columns: Vec<(&str, &str)> =
        columns.split(" | ").map(|c| c.split_once(" = ").unwrap_or((c, "score"))).collect();
    let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let mut text = names.join(",") + "\n";
    for row in 0..ROWS {
        let cells: Vec<String> = columns.iter().enumerate().map(|(at, (_, kind))| cell(kind, row, at)).collect();
        text += &(cells.join(",") + "\n");
    }
    text
}

fn cell(kind: &str, row: usize, column: usize) -> String {
    let noise = (row * 7 + column * 5 + row * row * 3) % 31;
    match kind {
        "id" => format!("P{:02}", row + 1),
        "#" => (noise % 5 + 1).to_string(),
        "score" => format!("{}.5", 20 + noise),
        levels => {
            let levels: Vec<&str> = levels.split('/').collect();
            levels[row % levels.len()].to_string()
        }
    }
}

fn guessed(columns: &str) -> Guess {
    guess(&table(&file(columns)))
}

/// `pre post: EE(EE_pre EE_post)↓ …`
fn in_short(guess: &Guess) -> String {
    let outcomes = guess.plan.outcomes.iter().map(|outcome| {
        let better = if outcome.better == Some(Better::Lower) { "↓" } else { "" };
        format!("{}({}){better}", outcome.name, outcome.columns.join("; "))
    });
    format!("{}: {}", guess.plan.occasions.join(", "), outcomes.collect::<Vec<_>>().join(" "))
}

fn check(columns: &str, expected: &str) {
    assert_eq!(in_short(&guessed(columns)), expected, "{columns}");
}

#[test]
fn occasions_are_words_at_the_end() {
    check(
        "id = id | group = waitlist/A | resilience_pre | resilience_post | resilience_fu | EE_pre | EE_post | EE_fu",
        "pre, post, fu: resilience(resilience_pre; resilience_post; resilience_fu) EE(EE_pre; EE_post; EE_fu)↓",
    );
    check("id = id | PSS.Pre | PSS.Post | PSS.FollowUp", "Pre, Post, FollowUp: PSS(PSS.Pre; PSS.Post; PSS.FollowUp)↓");
    check(
        "cd pre-test | cd post-test | cd follow-up",
        "pre-test, post-test, follow-up: cd(cd pre-test; cd post-test; cd follow-up)",
    );
    check("cd baseline | cd 6wk | cd 6mo", "baseline, 6wk, 6mo: cd(cd baseline; cd 6wk; cd 6mo)");
    check("stress_before | stress_after", "before, after: stress(stress_before; stress_after)↓");
    check("BDIpre | BDIpost | BDIfu1 | BDIfu2", "pre, post, fu1, fu2: BDI(BDIpre; BDIpost; BDIfu1; BDIfu2)↓");
    check("HopePreTest | HopePostTest", "PreTest, PostTest: Hope(HopePreTest; HopePostTest)");
    check(
        "PHQ9_pre | PHQ9_post | GAD7_pre | GAD7_post",
        "pre, post: PHQ9(PHQ9_pre; PHQ9_post)↓ GAD7(GAD7_pre; GAD7_post)↓",
    );
    check("SF36 wk 0 | SF36 wk 6 | SF36 wk 12", "wk 0, wk 6, wk 12: SF36(SF36 wk 0; SF36 wk 6; SF36 wk 12)");
    check("pain f/u | pain pre", "pre, f/u: pain(pain pre; pain f/u)↓");
    check("EE (pre) | EE (post)", "pre, post: EE(EE (pre); EE (post))↓");
    check("hope_pre_total | hope_post_total", "pre, post: hope_total(hope_pre_total; hope_post_total)");
    check("qol_2 month follow-up | qol_pre", "pre, 2 month follow-up: qol(qol_pre; qol_2 month follow-up)");
}

#[test]
fn occasions_are_words_at_the_beginning_or_alone() {
    check("id = id | T1_EE | T2_EE | T1_PA | T2_PA", "T1, T2: EE(T1_EE; T2_EE)↓ PA(T1_PA; T2_PA)");
    check("EE.T1 | EE.T2 | EE.T3", "T1, T2, T3: EE(EE.T1; EE.T2; EE.T3)↓");
    check("pre_EE | post_EE | fup_EE", "pre, post, fup: EE(pre_EE; post_EE; fup_EE)↓");
    check("Time1Anxiety | Time2Anxiety", "Time1, Time2: Anxiety(Time1Anxiety; Time2Anxiety)↓");
    check("id = id | pre | post | fu", "pre, post, fu: score(pre; post; fu)");
    check("id = id | T1 | T2 | T3", "T1, T2, T3: score(T1; T2; T3)");
}

#[test]
fn occasions_are_numbers() {
    check("CDRISC1 | CDRISC2 | CDRISC3", "1, 2, 3: CDRISC(CDRISC1; CDRISC2; CDRISC3)");
    check(
        "resilience_1 | resilience_2 | resilience_3 | burnout_1 | burnout_2 | burnout_3",
        "1, 2, 3: resilience(resilience_1; resilience_2; resilience_3) burnout(burnout_1; burnout_2; burnout_3)↓",
    );
    check("hope2 | hope1", "1, 2: hope(hope1; hope2)");
    check("PHQ9_1 | PHQ9_2", "1, 2: PHQ9(PHQ9_1; PHQ9_2)↓");
}

#[test]
fn occasions_stand_in_time_order() {
    check("EE_post | EE_fu | EE_pre", "pre, post, fu: EE(EE_pre; EE_post; EE_fu)↓");
    check("bdi_m8 | bdi_pre | bdi_m3 | bdi_m2", "pre, m2, m3, m8: bdi(bdi_pre; bdi_m2; bdi_m3; bdi_m8)↓");
    check("hope_12mo | hope_6wk | hope_bl", "bl, 6wk, 12mo: hope(hope_bl; hope_6wk; hope_12mo)");
    check(
        "hope_month 3 | hope_week 6 | hope_day 0",
        "day 0, week 6, month 3: hope(hope_day 0; hope_week 6; hope_month 3)",
    );
    check("fev1_VIS2 | fev1_VIS1 | fev1_bl", "bl, VIS1, VIS2: fev1(fev1_bl; fev1_VIS1; fev1_VIS2)");
    check("hope_t10 | hope_t9 | hope_t0", "t0, t9, t10: hope(hope_t0; hope_t9; hope_t10)");
    check(
        "memory_August | memory_January | memory_June",
        "August, January, June: memory(memory_August; memory_January; memory_June)",
    );
    check("judgeA | judgeB | judgeC", "judgeA, judgeB, judgeC: score(judgeA; judgeB; judgeC)");
}

#[test]
fn persian_headers() {
    check(
        "کد = id | گروه = گواه/آزمایش | تاب\u{200C}آوری_پیش\u{200C}آزمون | تاب\u{200C}آوری_پس\u{200C}آزمون | تاب\u{200C}آوری_پیگیری",
        "پیش\u{200C}آزمون, پس\u{200C}آزمون, پیگیری: \
         تاب\u{200C}آوری(تاب\u{200C}آوری_پیش\u{200C}آزمون; تاب\u{200C}آوری_پس\u{200C}آزمون; تاب\u{200C}آوری_پیگیری)",
    );
    check("پس آزمون فرسودگی | پیش آزمون فرسودگی", "پیش آزمون, پس آزمون: فرسودگی(پیش آزمون فرسودگی; پس آزمون فرسودگی)↓");
    check("اضطراب قبل | اضطراب بعد", "قبل, بعد: اضطراب(اضطراب قبل; اضطراب بعد)↓");
    check(
        "اميد_پيگيري ۲ | اميد_پيگيري ۱ | اميد_پيش آزمون",
        "پيش آزمون, پيگيري ۱, پيگيري ۲: اميد(اميد_پيش آزمون; اميد_پيگيري ۱; اميد_پيگيري ۲)",
    );
    check("شفقت۱ | شفقت۲ | شفقت۳", "۱, ۲, ۳: شفقت(شفقت۱; شفقت۲; شفقت۳)");
    check(
        "امید هفته ۶ | امید هفته ۰ | امید ۳ ماهه",
        "هفته ۰, هفته ۶, ۳ ماهه: امید(امید هفته ۰; امید هفته ۶; امید ۳ ماهه)",
    );
    let guess = guessed("شناسه = id | گروه = شفقت/لیست انتظار | امید پیش | امید پس");
    let arm = guess.plan.arm.expect("گروه");
    assert_eq!(
        (guess.plan.id.as_ref().and_then(|id| id.last()), arm.control.as_deref()),
        (Some("شناسه"), Some("لیست انتظار"))
    );
    assert_eq!(arm.levels, ["لیست انتظار", "شفقت"]);
}

#[test]
fn spellings_of_an_occasion_are_one() {
    check("EE_pre | EE_post | PA_Pretest | PA_Posttest", "pre, post: EE(EE_pre; EE_post)↓ PA(PA_Pretest; PA_Posttest)");
    check("EE_bl | EE_pre | EE_post", "bl, pre, post: EE(EE_bl; EE_pre; EE_post)↓");
}

#[test]
fn what_is_measured_at_fewer_occasions_is_no_outcome() {
    let columns = "id = id | EE_pre | EE_post | PA_pre | PA_post | hope_pre | age";
    check(columns, "pre, post: EE(EE_pre; EE_post)↓ PA(PA_pre; PA_post)");
    let guess = guessed(columns);
    assert_eq!(guess.unused, ["hope_pre", "age"]);
    check(
        "EE_pre | EE_post | hope_pre | hope_post | hope_fu | PA_pre | PA_post | stress_1",
        "pre, post: EE(EE_pre; EE_post)↓ hope(hope_pre; hope_post) PA(PA_pre; PA_post)",
    );
    check("EE_pre | EE_post | smokes_pre = yes/no | smokes_post = yes/yes/no", "pre, post: EE(EE_pre; EE_post)↓");
}

#[test]
fn one_occasion() {
    check("id = id | group = a/b | score", "(only): score(score)");
    check(
        "id = id | group = a/b | puppy_love | happiness | age",
        "(only): puppy_love(puppy_love) happiness(happiness)",
    );
    // Parts of a questionnaire are no occasions.
    check("id = id | MBI_EE | MBI_DP | MBI_PA", "(only): MBI_EE(MBI_EE)↓ MBI_DP(MBI_DP)↓ MBI_PA(MBI_PA)");
    check(
        "id = id | bdi_total | bdi_mood | bdi_sleep",
        "(only): bdi_total(bdi_total)↓ bdi_mood(bdi_mood)↓ bdi_sleep(bdi_sleep)↓",
    );
}

#[test]
fn items_of_a_questionnaire_do_not_explode() {
    let items = |n: usize, ends: &[&str]| -> String {
        let item = |i: usize| ends.iter().map(move |end| format!("abc{i}{end} = #"));
        (1..=n).flat_map(item).collect::<Vec<_>>().join(" | ")
    };
    let with_scores = format!("id = id | EE_pre | EE_post | {}", items(22, &["_pre", "_post"]));
    check(&with_scores, "pre, post: EE(EE_pre; EE_post)↓");
    let guess = guessed(&with_scores);
    let reason = guess.reasons.iter().find(|reason| reason.message.id == "items-look-like-a-questionnaire");
    assert_eq!(
        reason.map(|reason| say(&reason.message)).as_deref(),
        Some(
            "44 columns, abc1_pre to abc22_post, look like the items of a questionnaire, so they are no outcomes of their own"
        )
    );

    let alone = guessed(&format!("id = id | {}", items(22, &["_pre", "_post"])));
    assert_eq!((alone.plan.occasions.len(), alone.plan.outcomes.len()), (2, 0));
    let once = guessed(&format!("id = id | {}", items(22, &[""])));
    assert_eq!((once.plan.occasions[0].as_str(), once.plan.outcomes.len()), ("(only)", 0));
    assert!(once.reasons.iter().any(|reason| reason.message.id == "items-without-key"));

    check(
        "id = id | Q1 = # | Q2 = # | Q3 = # | stress_pre | stress_post",
        "pre, post: stress(stress_pre; stress_post)↓",
    );
    check("id = id | A1 = # | A2 = # | A3 = # | A4 = # | A5 = # | total", "(only): total(total)");
}

#[test]
fn further_within_factors() {
    let guess = guessed("id = id | pre.1 | pre.2 | pre.3 | post.1 | post.2 | post.3");
    assert_eq!(in_short(&guess), "pre, post: score(pre.1; pre.2; pre.3; post.1; post.2; post.3)");
    assert_eq!(guess.plan.within[0].levels, ["1", "2", "3"]);
}

#[test]
fn arms_and_control() {
    for (columns, expected) in [
        ("id = id | group = A/control/B", Some("group: control* A B")),
        ("id = id | arm = 2/1/3", Some("arm: 1 2 3")),
        ("id = id | condition = WL/CBT | site = x/y/z", Some("condition: WL* CBT")),
        ("id = id | sex = f/m | x = TAU/ACT", Some("x: TAU* ACT")),
        ("id = id | sex = f/m | treated = 0/1", Some("treated: 0 1")),
        ("id = id | sex = f/m", None),
        (
            "id = id | gender = f/m | Study Arm = wait-list control/Compassion",
            Some("Study Arm: wait-list control* Compassion"),
        ),
        ("id = id | tx = Placebo/Drug A/Drug B", Some("tx: Placebo* Drug A Drug B")),
        ("id = id | group = Control/exp/control /exp", Some("group: Control* exp")),
        ("id = id | team = red/blue", Some("team: red blue")),
        ("id = id | group = active control/waiting list", Some("group: waiting list* active control")),
        ("id = id | drug = placebo/lithium | smoker = yes/no", Some("drug: placebo* lithium")),
        ("id = id | group = grp2/grp1/grp3", Some("group: grp2 grp1 grp3")),
        ("id = id | group = only", Some("group: only")),
    ] {
        let guess = guessed(&format!("{columns} | EE_pre | EE_post"));
        let found = guess.plan.arm.map(|arm| {
            let levels = arm.levels.iter().map(|level| {
                let is_control = arm.control.as_ref() == Some(level);
                format!(" {level}{}", if is_control { "*" } else { "" })
            });
            format!("{}:{}", arm.column, levels.collect::<String>())
        });
        assert_eq!(found.as_deref(), expected, "{columns}");
    }
}

#[test]
fn the_id() {
    for (columns, expected) in [
        ("ID = id | x_pre | x_post", Some("ID")),
        ("age | Participant ID = id | x_pre | x_post", Some("Participant ID")),
        ("subject = id | x_pre | x_post", Some("subject")),
        ("name of person = id | x_pre | x_post", Some("name of person")),
        ("x_pre | x_post | initials = id", Some("initials")),
        ("x_pre | x_post", None),
    ] {
        assert_eq!(guessed(columns).plan.id.as_ref().and_then(|id| id.last()), expected, "{columns}");
    }
}

fn long_file(header: &str, times: &[&str], row: impl Fn(usize, usize) -> String) -> Guess {
    let mut text = format!("{header}\n");
    for participant in 0..12 {
        for (at, time) in times.iter().enumerate() {
            text += &format!("P{participant},{time},{}\n", row(participant, at));
        }
    }
    guess(&table(&text))
}

#[test]
fn long_files() {
    let arm = |p: usize| if p.is_multiple_of(2) { "control" } else { "act" };
    let score = |p: usize, t: usize| 20 + (p * 7 + t * 5 + p * p) % 31;
    let guess = long_file("id,time,group,age,EE", &["post", "pre", "fu"], |p, t| {
        format!("{},{},{}", arm(p), 30 + p, score(p, t))
    });
    let long = guess.plan.long.clone().expect("long");
    assert_eq!((long.occasion.as_str(), long.value.as_deref()), ("time", Some("EE")));
    assert_eq!(in_short(&guess), "pre, post, fu: EE()↓");
    assert_eq!(guess.plan.arm.map(|arm| arm.levels), Some(vec!["control".into(), "act".into()]));
    assert_eq!(guess.unused, ["age"]);

    let guess = long_file("subject,week,EE,PA", &["0", "6", "12"], |p, t| format!("{},{}", score(p, t), score(t, p)));
    assert_eq!(in_short(&guess), "0, 6, 12: EE(EE)↓ PA(PA)");
    assert_eq!(guess.plan.long.map(|long| long.value), Some(None));

    // The week says no more than the visit, and the first column only counts the rows.
    let guess =
        long_file("usubjid,visit,week,score", &["Baseline", "Week 6"], |p, t| format!("{},{}", t * 6, score(p, t)));
    assert_eq!(in_short(&guess), "Baseline, Week 6: score()");

    let guess = long_file("code,مرحله,نمره", &["پیش‌آزمون", "پس‌آزمون", "پیگیری"], |p, t| score(p, t).to_string());
    assert_eq!(in_short(&guess), "پیش‌آزمون, پس‌آزمون, پیگیری: نمره()");
}

#[test]
fn a_long_file_with_a_further_within_factor() {
    let mut text = String::from("id,phase,hour,score\n");
    for p in 0..10 {
        for phase in ["pre", "post"] {
            for hour in 1..4 {
                text += &format!("{p},{phase},{hour},{}\n", (p * 7 + hour * 3 + phase.len()) % 11);
            }
        }
    }
    let guess = guess(&table(&text));
    assert_eq!(in_short(&guess), "pre, post: score()");
    assert_eq!(guess.plan.within[0].name, "hour");
    assert_eq!(guess.plan.within[0].levels, ["1", "2", "3"]);
}

#[test]
fn reasons_read_as_sentences() {
    let guess = guessed("id = id | group = waitlist/A/B | resilience_pre | resilience_post | resilience_fu | x_pre");
    let reasons: Vec<(String, String)> =
        guess.reasons.iter().map(|reason| (reason.part.clone(), say(&reason.message))).collect();
    let expected = [
        ("id", "id names the participants"),
        ("arm", "group names the arms"),
        ("control", "“waitlist” names a control"),
        ("occasions", "_pre _post _fu name the occasions"),
        ("outcome:resilience", "resilience_pre, resilience_post and resilience_fu differ only in the occasion"),
        ("better:resilience", "“resilience” names a gain: higher is better"),
        ("unused", "x_pre is measured at fewer or other occasions than the outcomes; it can be a covariate"),
        ("baseline", "pre is the occasion before treatment, by its name"),
        ("end_of_treatment", "Treatment had ended at post, by its name and place"),
    ];
    assert_eq!(reasons, expected.map(|(part, text)| (part.to_string(), text.to_string())));
    assert!(guess.reasons.iter().all(|reason| reason.certain == (reason.part != "unused")));
}

#[test]
fn every_reason_has_its_words() {
    let words = prepost::report::Words::english();
    for columns in ["a | b", "x | y = a/b", "a = # | b_1 | b_2 | c_x", "id = id | pre.1 | pre.2 | post.1 | post.2"] {
        for reason in guessed(columns).reasons {
            assert!(words.has(reason.message.id), "{}", reason.message.id);
            assert!(!say(&reason.message).contains(['{', '$']), "{}", say(&reason.message));
        }
    }
}

#[test]
fn hostile_names_are_names() {
    check(
        "<img src=x onerror=alert(1)>_pre | <img src=x onerror=alert(1)>_post",
        "pre, post: <img src=x onerror=alert(1)>(<img src=x onerror=alert(1)>_pre; <img src=x onerror=alert(1)>_post)↓",
    );
    let long = "x".repeat(10_000);
    let guess = guessed(&format!("{long}_pre | {long}_post"));
    assert!(guess.reasons.iter().all(|reason| say(&reason.message).len() < 1000));
}

#[test]
fn a_file_of_3000_columns_is_not_a_trial_of_3000_outcomes() {
    for end in ["", "_pre", "_t", "_x"] {
        let columns: Vec<String> = (0..3000).map(|i| format!("x{i}{end}")).collect();
        let guess = guessed(&format!("id = id | {}", columns.join(" | ")));
        assert_eq!((guess.plan.occasions.len(), guess.plan.outcomes.len()), (1, 40));
        assert!(guess.reasons.iter().any(|reason| say(&reason.message) == "The first 40 of 3000 outcomes are taken"));
    }
}

mod laws {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn any_headers_and_cells_give_a_guess(
            headers in prop::collection::vec("(?s).{0,12}|(pre|post|fu|T[0-9]|[0-9]{1,12}|EE|_| |پیش|آزمون|گروه|id){0,5}", 1..9),
            cells in prop::collection::vec("[a-c1-3.]{0,3}", 0..60),
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let mut text = headers.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n";
            for row in cells.chunks(headers.len()) {
                text += &(row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n");
            }
            let table = table(&text);
            let guess = guess(&table);
            let words = crate::support::text::english();
            for reason in &guess.reasons {
                prop_assert!(words.has(reason.message.id), "{}", reason.message.id);
            }
            let (_, problems) = prepost::trial::Trial::assemble(&table, &guess.plan);
            for problem in &problems {
                prop_assert!(words.has(problem.code()), "{}", problem.code());
                // The guess does not contradict the file.
                prop_assert!(!["column-missing", "column-used-twice", "outcome-columns-count", "control-unknown"].contains(&problem.code()), "{text}\n{:?}", problem);
            }
        }
    }
}
