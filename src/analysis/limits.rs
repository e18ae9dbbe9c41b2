//! Notices of the participants and levels that the model leaves out.

use super::study::Study;
use crate::notice::{Arg, Message, Problem};

impl Study<'_> {
    /// Of arms and of outcomes that nobody has whole the Trial has told already.
    pub(super) fn note_absent_levels(&mut self) {
        let absent = |names: &[String], present: &[usize]| -> Vec<String> {
            let levels = names.iter().enumerate().filter(|(level, _)| !present.contains(level));
            levels.map(|(_, name)| name.clone()).collect()
        };
        for (factor, present) in self.trial.factors.iter().zip(&self.levels).filter(|(_, present)| !present.is_empty())
        {
            let levels = absent(&factor.levels, present);
            if !levels.is_empty() {
                let message = Message::new("level-without-complete")
                    .with("factor", &factor.name)
                    .with("levels", Arg::List(levels));
                self.problems.push(Problem::warning(message));
            }
        }
    }

    /// Arms that dropout leaves with one participant. Of an arm that had only one the Trial has told.
    pub(super) fn note_arms_with_one(&mut self) {
        let trial = self.trial;
        let n_in = |arm: usize, among: &mut dyn Iterator<Item = usize>| {
            among.filter(|&p| trial.arm.get(p).copied() == u32::try_from(arm).ok()).count()
        };
        for &arm in self.arms.iter().filter(|_| self.arms.len() > 1) {
            let complete = n_in(arm, &mut self.used.iter().copied());
            let all = n_in(arm, &mut (0..trial.ids.len()));
            if complete == 1 && all > 1 {
                let message = Message::new("arm-with-one-complete").with("arm", self.arm_name(arm));
                self.problems.push(Problem::warning(message));
            }
        }
    }
}
