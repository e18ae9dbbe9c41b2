//! Planning for page and shell: power, without data.

use super::Session;
use crate::notice::{Arg, Message, Problem, Severity};
use crate::planning::power::Unusable;
use crate::planning::power::arm_contrast::BaselineUse;
use crate::planning::power::cases::power_of_cases;
pub use crate::planning::power::outlook::TrialAssumptions;
use crate::planning::power::outlook::{ContrastOutlook, Outlook};
use crate::planning::power::sample_size::MOST_PER_ARM;
use crate::report::Notice;
use crate::report::write::seventeen_digits;
use crate::table::{self, ReadOptions};

/// The power of a file's designs.
#[derive(Clone, Debug)]
pub struct PowerOfCases {
    /// `row,statistic,value` as CSV; `None` where no row has a power.
    pub tidy: Option<String>,
    pub notices: Vec<Notice>,
}

impl Session {
    /// The power of every design in a file, one a row.
    pub fn power_of_cases(&self, bytes: &[u8], options: &ReadOptions) -> PowerOfCases {
        let (table, of_file) = table::read_bytes(bytes, options);
        let (cases, of_cases) = power_of_cases(&table);
        // What the reader only notes is about scores, such as whether 0 stands for a missing one.
        let of_file = of_file.iter().filter(|problem| problem.severity == Severity::Error);
        let problems: Vec<Problem> = of_file.cloned().chain(of_cases).collect();
        let tidy = (!cases.is_empty()).then(|| {
            let mut csv = String::from("row,statistic,value\n");
            for case in &cases {
                for (statistic, value) in case.numbers() {
                    csv.push_str(&format!("{},{statistic},{}\n", case.row, seventeen_digits(value)));
                }
            }
            csv
        });
        PowerOfCases { tidy, notices: self.notices(&problems) }
    }

    /// What a trial can and cannot show, as Markdown.
    ///
    /// # Errors
    /// What is said of the first assumption that is out of its range; `option` names it.
    #[expect(clippy::result_large_err, reason = "a Notice is made once, where it ends the reading")]
    pub fn outlook(&self, assumed: &TrialAssumptions, option: impl Fn(&str) -> String) -> Result<String, Notice> {
        let refused = |no: Unusable| self.notice(&no.as_option(&option(no.input)));
        let outlook = assumed.outlook().map_err(refused)?;
        let (can, cannot) = in_two(assumed, &outlook);
        let mut text = format!("# {}\n", self.words.plain(&title(assumed)));
        for (heading, lines) in
            [("outlook-can", can), ("outlook-cannot", cannot), ("outlook-assumed", basis(assumed, &outlook))]
        {
            text.push_str(&format!("\n## {}\n\n", self.words.plain(&with_power(Message::new(heading), assumed))));
            for line in lines {
                text.push_str(&format!("- {}\n", self.words.plain(&line)));
            }
        }
        Ok(text)
    }
}

fn title(assumed: &TrialAssumptions) -> Message {
    Message::new("outlook-title").with("n", assumed.n_per_arm as usize)
}

/// What is shown with the wanted power, and what is not.
fn in_two(assumed: &TrialAssumptions, outlook: &Outlook) -> (Vec<Message>, Vec<Message>) {
    let (mut can, mut cannot) = (Vec::new(), Vec::new());
    let least = outlook.contrasts.iter().filter_map(|contrast| contrast.least_effect).min_by(f64::total_cmp);
    can.extend(least.map(|d| {
        // Upwards, so that the power is reached.
        let d = (d * 100.0).ceil() / 100.0;
        Message::new("outlook-least-effect").with("d", Arg::Decimal(d, 2))
    }));
    can.extend(interaction(outlook));
    let mut place = |message: Message, power: f64| {
        if power >= assumed.power { can.push(message) } else { cannot.push(message) }
    };
    for contrast in &outlook.contrasts {
        place(of_contrast(assumed, contrast), contrast.power_adjusted);
    }
    // One intervention is the contrast of changes above.
    if assumed.arms > 2 {
        place(any_and_all(assumed, outlook), outlook.any_and_all.all);
    }
    if let Some(maintained) = outlook.maintained {
        let message = Message::new("outlook-maintained")
            .with("margin", assumed.margin)
            .with("non-inferiority", Arg::PValue(maintained.non_inferiority))
            .with("equivalence", Arg::PValue(maintained.equivalence));
        place(message, maintained.non_inferiority);
    }
    let best = outlook.contrasts.iter().map(|contrast| contrast.power_adjusted).fold(0.0, f64::max);
    let no_difference = Message::new("outlook-no-difference").with("d", assumed.effect_size);
    cannot.push(no_difference.with("missed", Arg::PValue(1.0 - best)));
    if can.is_empty() {
        can.push(Message::new("outlook-nothing"));
    }
    (can, cannot)
}

fn with_power(message: Message, assumed: &TrialAssumptions) -> Message {
    message.with("power", Arg::Share(assumed.power, 2))
}

fn of_contrast(assumed: &TrialAssumptions, contrast: &ContrastOutlook) -> Message {
    let baseline = match contrast.baseline {
        BaselineUse::Raw => "raw",
        BaselineUse::Change => "change",
        BaselineUse::Ancova => "ancova",
    };
    with_power(Message::new("outlook-contrast"), assumed)
        .with("baseline", baseline)
        .with("d", assumed.effect_size)
        .with("adjusted", Arg::PValue(contrast.power_adjusted))
        .with("unadjusted", Arg::PValue(contrast.power_unadjusted))
        .with("known", usize::from(contrast.n_per_arm_wanted.is_some()))
        .with("needed", contrast.n_per_arm_wanted.unwrap_or(f64::NAN))
        .with("most", f64::from(MOST_PER_ARM))
}

fn any_and_all(assumed: &TrialAssumptions, outlook: &Outlook) -> Message {
    let power = outlook.any_and_all;
    Message::new("outlook-any-all")
        .with("interventions", assumed.arms as usize - 1)
        .with("d", assumed.effect_size)
        .with("any", Arg::PValue(power.any))
        .with("all", Arg::PValue(power.all))
        .with("simulated", usize::from(power.monte_carlo_se.is_some()))
        .with("se", Arg::Share(power.monte_carlo_se.unwrap_or(0.0), 4))
}

fn interaction(outlook: &Outlook) -> Option<Message> {
    let least: Vec<f64> = outlook.least_interaction.iter().filter_map(|(_, f)| *f).collect();
    let [gpower, spss, cohen] = least.as_slice() else { return None };
    let f = |f: f64| Arg::Decimal((f * 1000.0).ceil() / 1000.0, 3);
    let message = Message::new("outlook-interaction");
    Some(message.with("gpower", f(*gpower)).with("spss", f(*spss)).with("cohen", f(*cohen)))
}

/// The assumptions, in words.
fn basis(assumed: &TrialAssumptions, outlook: &Outlook) -> Vec<Message> {
    let n = assumed.n_per_arm as usize;
    let design = Message::new("outlook-design")
        .with("arms", assumed.arms as usize)
        .with("n", n)
        .with("total", n * assumed.arms as usize)
        .with("occasions", assumed.occasions as usize)
        .with("r", assumed.correlation)
        .with("level", assumed.alpha);
    let dropout =
        Message::new("outlook-dropout").with("n", n).with("left", outlook.n_at_end).with("dropout", assumed.dropout);
    let family = Message::new("outlook-family")
        .with("comparisons", outlook.family)
        .with("control", usize::from(assumed.adjust.id() == "dunnett"))
        .with("adjust", outlook.adjusted_by.id())
        .with("each", Arg::Share(outlook.alpha_each, 4));
    let groups = Message::new("outlook-groups")
        .with("size", assumed.group_size)
        .with("icc", assumed.icc)
        .with("effect", Arg::Decimal(outlook.design_effect, 2));
    let changed = Message::new("outlook-adjust-changed").with("from", assumed.adjust.id());
    let mut lines = vec![design];
    lines.extend(Some(dropout).filter(|_| assumed.dropout > 0.0));
    lines.push(family);
    lines.extend(Some(changed).filter(|_| outlook.adjusted_by != assumed.adjust));
    lines.extend(Some(groups).filter(|_| outlook.design_effect > 1.0));
    lines.push(Message::new("outlook-normal"));
    lines
}
