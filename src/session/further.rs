//! The analyses that the Plan leaves out of the report, each with the change of the Plan that brings it.

use crate::analysis;
use crate::notice::Message;
use crate::plan::{Edit, Plan, ReportExtent};
use crate::report::{FurtherAnalyses, FurtherChapter, Words};

/// `None` where nothing is left out.
pub fn further(plan: &Plan, words: &Words) -> Option<FurtherAnalyses> {
    let left_out = analysis::left_out(plan);
    let edit = |report: ReportExtent| serde_json::to_value(Edit::Report { report }).unwrap_or_default();
    let chapters: Vec<FurtherChapter> = left_out
        .iter()
        .map(|chapter| FurtherChapter {
            title: words.label(chapter.title),
            edit: edit(plan.report.with(chapter.methods.iter().copied())),
        })
        .collect();
    let titles: Vec<String> = chapters.iter().map(|chapter| chapter.title.clone()).collect();
    (!chapters.is_empty()).then(|| FurtherAnalyses {
        heading: words.label("further-heading"),
        note: words.say(&Message::new("further-note").with("chapters", titles)),
        chapters,
        everything: edit(ReportExtent::Full),
        everything_label: words.label("further-everything"),
    })
}
