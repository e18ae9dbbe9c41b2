//! Planning for page and shell: power, without data.

use super::Session;
use crate::notice::{Problem, Severity};
use crate::planning::power::cases::power_of_cases;
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
}
