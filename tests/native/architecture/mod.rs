//! The house rules that a test can hold: the direction of the layers, purity, where numbers become text, the words.

mod imports;
mod modules;
mod names;
mod publishing;
mod sizes;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may use besides itself and the leaf, `notice`.
const LAYERS: [(&str, &[&str]); 14] = [
    ("notice", &[]),
    ("num", &[]),
    ("table", &["num"]),
    ("scale", &["table", "num"]),
    // A Plan names an adjustment, an error term, a type of sums of squares in the model's own words, so that there is one
    // of each; the model knows nothing of Plans.
    ("plan", &["table", "scale", "num", "model"]),
    ("trial", &["plan", "table", "scale", "num"]),
    ("model", &["num"]),
    ("report", &[]),
    ("analysis", &["model", "trial", "report", "num"]),
    ("script", &["table", "plan", "trial"]),
    ("share", &["num", "plan", "trial", "analysis", "model", "report"]),
    ("planning", &["num", "table", "model"]),
    ("session", &["scale", "num", "table", "plan", "trial", "analysis", "report", "script", "share", "planning"]),
    ("wasm", &["session", "table", "plan", "trial", "report"]),
];

struct Source {
    layer: String,
    path: PathBuf,
    /// Without its `#[cfg(test)]` module, which stands last in a file.
    code: String,
    lines: usize,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                files(&path, ending, found);
            }
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut paths = Vec::new();
    files(&src, ".rs", &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let whole = fs::read_to_string(&path).expect("readable source");
            let first = path.strip_prefix(&src).expect("inside src").components().next().expect("a name");
            let stem = Path::new(first.as_os_str()).file_stem().expect("a stem").to_string_lossy().into_owned();
            // `src/shell` is the rest of `main.rs`.
            let layer = if stem == "shell" { "main".to_owned() } else { stem };
            let code = whole.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
            Source { layer, lines: whole.lines().count(), path, code }
        })
        .collect()
}

/// Every line of code (not of a comment) that contains one of the words, as `file:line: text`.
fn lines_with(sources: &[&Source], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (number, line) in source.code.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if words.iter().any(|word| code.contains(word)) {
                found.push(format!("{}:{}: {}", source.path.display(), number + 1, line.trim()));
            }
        }
    }
    found
}

#[test]
fn layers_look_one_way() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == source.layer) else { continue };
        for (number, line) in source.code.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for (at, _) in code.match_indices("crate::") {
                let used: String = code[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let known = LAYERS.iter().any(|(layer, _)| *layer == used);
                if known && used != source.layer && used != "notice" && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{}:{}: {} uses {used}", source.path.display(), number + 1, source.layer));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A fit yields a grid, and comparisons, adjustments and effect sizes know the grid only: a new model needs no new
/// comparison. The fits themselves are private to `model`; its linear model and the results of its analyses of variance
/// are named by the methods that report exactly that model, and by the study that fits it.
#[test]
fn the_linear_model_is_named_by_its_own_methods_only() {
    let all = sources();
    let outside: Vec<&Source> = all.iter().filter(|s| s.layer != "model").collect();
    let wrong = lines_with(&outside, &["model::fit", "&Fit", "<Fit>", ".fit.", "grid.fit"]);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));

    const MAY: [&str; 6] = [
        "analysis/anova/",
        "analysis/ancova/",
        "analysis/assumptions/",
        "analysis/bayes/bayes_bic/",
        "analysis/study.rs",
        "analysis/limits.rs",
    ];
    let is_of_the_model = |path: &Path| {
        let path = path.to_string_lossy().replace('\\', "/");
        MAY.iter().any(|place| path.contains(&format!("src/{place}")))
    };
    let others: Vec<&Source> = outside.iter().copied().filter(|s| !is_of_the_model(&s.path)).collect();
    assert!(others.len() < outside.len());
    let modules = ["model::effects", "model::strata", "model::sphericity", "model::multivariate"];
    let types = ["LinearModel", "ErrorStratum", "MultivariateTests"];
    let wrong = lines_with(&others, &[modules.as_slice(), types.as_slice()].concat());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));

    // Within `model` only the list of its modules names the fits.
    let in_model: Vec<&Source> = (all.iter())
        .filter(|s| s.layer == "model" && !s.path.components().any(|part| part.as_os_str() == "fit"))
        .filter(|s| !s.path.ends_with("model/mod.rs"))
        .collect();
    let wrong = lines_with(&in_model, &["fit::", "LinearModel", "&Fit", "<Fit>"]);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn significance_is_decided_in_one_place() {
    let all = sources();
    let outside: Vec<&Source> =
        all.iter().filter(|s| s.layer != "num" && !s.path.ends_with("model/verdict.rs")).collect();
    let found = lines_with(&outside, &["< 0.05", "<= 0.05", "< ALPHA", "<= ALPHA"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn below_the_session_nothing_reads_a_clock_a_file_or_a_setting() {
    let all = sources();
    let below: Vec<&Source> = all.iter().filter(|s| !["main", "wasm", "session"].contains(&s.layer.as_str())).collect();
    let words = [
        "std::fs",
        "std::env",
        "std::time",
        "std::net",
        "std::thread",
        "static mut",
        "thread_local",
        "OnceLock",
        "println!",
    ];
    let found = lines_with(&below, &words);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn browser_and_shell_libraries_stay_at_their_ends() {
    let all = sources();
    let inside: Vec<&Source> = all.iter().filter(|s| !["wasm"].contains(&s.layer.as_str())).collect();
    let found = lines_with(&inside, &["wasm_bindgen", "js_sys"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    let inside: Vec<&Source> = all.iter().filter(|s| s.layer != "main").collect();
    let found = lines_with(&inside, &["clap"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_library_does_not_panic() {
    let all = sources();
    let found = lines_with(
        &all.iter().collect::<Vec<_>>(),
        &[".unwrap()", "panic!(", "unreachable!(", "todo!(", "unimplemented!("],
    );
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_number_becomes_text_in_the_report_only() {
    let all = sources();
    let outside: Vec<&Source> = all.iter().filter(|s| s.layer != "report").collect();
    let found = lines_with(&outside, &["{:.", ":.0$}", ":.1$}", ":.places"]);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_probability_is_a_survival_function() {
    let all = sources();
    let found: Vec<String> = lines_with(&all.iter().collect::<Vec<_>>(), &["1.0 - "])
        .into_iter()
        .filter(|line| line.contains("cdf("))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_file_holds_one_idea() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|s| s.lines > 400)
        .map(|s| format!("{}: {} lines", s.path.display(), s.lines))
        .collect();
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

/// Ids of the message files with the file they stand in.
fn messages() -> Vec<(String, PathBuf)> {
    let mut paths = Vec::new();
    files(&root().join("www/locales/en"), ".ftl", &mut paths);
    let mut ids = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("readable messages");
        for line in text.lines() {
            if let Some((id, _)) = line.split_once(" =")
                && id.starts_with(|c: char| c.is_ascii_lowercase())
            {
                ids.push((id.to_owned(), path.clone()));
            }
        }
    }
    ids
}

#[test]
fn every_message_is_said_once_and_somewhere() {
    let ids = messages();
    let mut names: Vec<&str> = ids.iter().map(|(id, _)| id.as_str()).collect();
    names.sort_unstable();
    let twice: Vec<&str> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    assert!(twice.is_empty(), "in two message files: {twice:?}");

    let mut code: String = sources().into_iter().map(|source| source.code).collect();
    let mut pages = Vec::new();
    files(&root().join("www/src"), ".ts", &mut pages);
    code.extend(pages.iter().map(|path| fs::read_to_string(path).expect("readable source")));
    let quoted: BTreeSet<&str> = code.split('"').collect();
    // The page makes some from their beginning and a value: `page-level-${severity}`.
    let made: BTreeSet<&str> =
        code.split('`').filter_map(|text| text.split_once("-${")).map(|(beginning, _)| beginning).collect();
    let unsaid: Vec<&str> = names
        .into_iter()
        // Occasions are looked up by what the file calls them, methods by their ids; two pages are built.
        .filter(|id| {
            !["occasion-", "about-", "name-", "methods-page-", "privacy-page-"].iter().any(|made| id.starts_with(made))
        })
        .filter(|id| !quoted.contains(id) && !id.match_indices('-').any(|(at, _)| made.contains(&id[..at])))
        .collect();
    assert!(unsaid.is_empty(), "in no source file: {unsaid:?}");
}

#[test]
fn every_message_of_the_core_has_its_words() {
    let ids = messages();
    let mut missing = Vec::new();
    for source in sources() {
        for part in source.code.split("Message::new(\"").skip(1) {
            let id = part.split('"').next().unwrap_or_default();
            if !ids.iter().any(|(known, _)| known == id) {
                missing.push(format!("{}: {id}", source.path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

/// What could carry something out of the page or keep it there, and the files that may name it.
const WAYS_OUT: [(&str, &[&str]); 30] = [
    // Before the lock, the core; after it, to show that it is refused.
    ("fetch(", &["core/load.ts", "lock-try.ts", "sw.ts"]),
    ("XMLHttpRequest", &[]),
    ("sendBeacon", &[]),
    ("WebSocket", &[]),
    ("EventSource", &[]),
    ("WebTransport", &[]),
    ("RTCPeerConnection", &[]),
    ("RTCDataChannel", &[]),
    ("importScripts", &[]),
    // An address can carry data.
    ("window.open", &[]),
    // The service worker asks for its own file, to learn of a newer one.
    ("location.href", &["sw.ts"]),
    ("location.assign", &[]),
    ("location.replace", &[]),
    ("preconnect", &[]),
    ("prefetch", &[]),
    ("localStorage", &[]),
    ("sessionStorage", &[]),
    ("indexedDB", &[]),
    ("document.cookie", &[]),
    ("cookieStore", &[]),
    ("caches.", &["sw.ts"]),
    ("getDirectory", &[]),
    ("pushState", &[]),
    ("BroadcastChannel", &[]),
    ("console.log", &[]),
    // The page's own messages, when they do not parse.
    ("console.error", &["words.ts"]),
    ("innerHTML", &["trusted-types.ts"]),
    ("setContent", &["trusted-types.ts", "elements/app-html.ts"]),
    ("unsafeHTML", &[]),
    ("eval(", &[]),
];

/// Each line of the page's sources with its place, of a file that `may` not hold it.
fn page_lines(may: impl Fn(&Path) -> bool, holds: impl Fn(&str) -> bool) -> Vec<String> {
    let src = root().join("www/src");
    let mut pages = Vec::new();
    files(&src, ".ts", &mut pages);
    let mut found = Vec::new();
    for path in pages.iter().filter(|path| !may(path.strip_prefix(&src).expect("inside src"))) {
        let text = fs::read_to_string(path).expect("readable source");
        let lines = text.lines().enumerate().filter(|(_, line)| holds(line));
        found.extend(lines.map(|(number, line)| format!("{}:{}: {}", path.display(), number + 1, line.trim())));
    }
    found
}

#[test]
fn the_page_has_no_way_out_and_keeps_nothing_outside_named_files() {
    for (word, may) in WAYS_OUT {
        let found = page_lines(|path| may.iter().any(|name| path == Path::new(name)), |line| line.contains(word));
        assert!(found.is_empty(), "{word}:\n{}", found.join("\n"));
    }
}

#[test]
fn no_source_of_the_page_has_a_remote_address() {
    let found = page_lines(
        |_| false,
        |line| ["https://", "http://", "wss://", "\"//", "`//"].iter().any(|start| line.contains(start)),
    );
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    for page in ["index.html", "methods.html", "privacy.html"] {
        let text = fs::read_to_string(root().join("www").join(page)).expect("a page");
        assert!(!text.contains("//"), "{page}");
    }
    let mut styles = Vec::new();
    files(&root().join("www/styles"), ".css", &mut styles);
    for path in styles {
        let text = fs::read_to_string(&path).expect("readable style");
        assert!(!text.contains("url(") && !text.contains("//"), "{}", path.display());
    }
}

/// The page hears its own workers and no other window: a message may come from whoever opened or framed it.
#[test]
fn the_page_listens_to_messages_of_its_workers_only() {
    let mut pages = Vec::new();
    files(&root().join("www/src"), ".ts", &mut pages);
    for path in pages {
        let text = fs::read_to_string(&path).expect("readable source");
        let hears = text.contains("Listener(\"message\"") || text.contains("onmessage");
        // A service worker is reached by pages of its own origin only; it answers by the port that came with the question.
        let may = ["offline.ts", "sw.ts"].iter().any(|name| path.ends_with(name));
        assert!(!hears || may, "{}: listens to messages", path.display());
        let of_window =
            ["window.addEventListener(\"message\"", "globalThis.addEventListener(\"message\"", "BroadcastChannel"];
        assert!(!of_window.iter().any(|word| text.contains(word)), "{}: listens to windows", path.display());
        let heard = text.matches("onmessage").count();
        assert_eq!(heard, text.matches("port1.onmessage").count(), "{}: listens to more than its port", path.display());
    }
}

/// Objects that name their entries by the user's words: `__proto__` would name another thing. A Map keeps them apart.
#[test]
fn the_users_words_are_keys_of_maps_only() {
    let mut pages = Vec::new();
    files(&root().join("www/src"), ".ts", &mut pages);
    for path in pages {
        let text = fs::read_to_string(&path).expect("readable source");
        for word in [".levels[", "levels: Record", "folds[", "folds: Record"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
