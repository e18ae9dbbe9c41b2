//! How the program is built and published: nothing unsafe, nothing newer than the lock file, nothing that a tag can change.

use super::{files, root};

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|why| panic!("{file}: {why}"))
}

#[test]
fn unsafe_code_is_forbidden() {
    for crate_root in ["src/lib.rs", "src/main.rs", "xtask/src/main.rs"] {
        assert!(read(crate_root).contains("\n#![forbid(unsafe_code)]\n"), "{crate_root}");
    }
}

#[test]
fn cargo_builds_by_the_lock_file() {
    assert!(read(".cargo/config.toml").contains("xtask = \"run --quiet --locked "));
    assert!(read("Trunk.toml").contains("locked = true"));
}

/// The jobs of a workflow, each with its lines.
fn jobs(workflow: &str) -> Vec<String> {
    let (_, jobs) = workflow.split_once("\njobs:\n").expect("jobs");
    let mut all: Vec<String> = Vec::new();
    for line in jobs.lines() {
        if line.starts_with("  ") && !line.starts_with("   ") {
            all.push(String::new());
        }
        if let Some(job) = all.last_mut() {
            job.push_str(line);
            job.push('\n');
        }
    }
    all
}

#[test]
fn workflows_run_pinned_actions_and_publish_apart_from_what_they_build() {
    let mut workflows = Vec::new();
    files(&root().join(".github/workflows"), ".yml", &mut workflows);
    assert!(!workflows.is_empty());
    for path in workflows {
        let workflow = std::fs::read_to_string(&path).expect("a workflow");
        for line in workflow.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: ")) {
            let commit = line.split_once('@').and_then(|(_, rest)| rest.split_once(" # v")).map(|(commit, _)| commit);
            let is_commit = |commit: &str| commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(commit.is_some_and(is_commit), "{line} is not pinned by its commit, with the version behind it");
        }
        assert_eq!(
            workflow.matches("actions/checkout@").count(),
            workflow.matches("persist-credentials: false").count()
        );
        assert!(workflow.contains("\npermissions: {}\n"), "a job has what it asks for, and nothing else");
        for job in jobs(&workflow) {
            let may_publish = job.contains("id-token: write") || job.contains("pages: write");
            assert!(!may_publish || !job.contains("run:") && job.contains("needs: build"), "{job}");
        }
        assert!(workflow.contains("- run: cargo xtask test\n"), "what is published is tested first");
    }
}
