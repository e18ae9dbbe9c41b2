//! Key files that are wrong, and the exact words with the line.

use prepost::scale::Key;

use super::say;

const HEAD: &str = "id = \"x\"\ntitles = [\"X\"]\nconfidence = \"own\"\n";

/// The mistakes of a key file: line, code and text.
fn mistakes(text: &str) -> Vec<(usize, String, String)> {
    let problems = Key::read(text).expect_err(text);
    let said = say(&problems);
    for [_, message, hint] in &said {
        assert!(!message.ends_with('.') && !hint.ends_with('.') && !hint.is_empty(), "{message} | {hint}");
    }
    let lines = problems.iter().map(|problem| problem.at.line.expect("a line"));
    lines.zip(said).map(|(line, [code, message, _])| (line, code, message)).collect()
}

/// Four lines of head (or more), and what is wrong behind them.
fn check(rest: &str, expected: &[(usize, &str, &str)]) {
    check_whole(&format!("{HEAD}{rest}"), expected);
}

fn check_whole(text: &str, expected: &[(usize, &str, &str)]) {
    let found = mistakes(text);
    let found: Vec<(usize, &str, &str)> = found.iter().map(|(line, code, text)| (*line, &**code, &**text)).collect();
    assert_eq!(found, expected, "{text}");
}

const ONE: &str = "[[scores]]\nname = \"s\"\nrule = \"sum\"\nitems = [1, 2]\n";

#[test]
fn what_is_no_toml() {
    check("items = = 3", &[(4, "key-not-toml", "Line 4 of the key file is not TOML")]);
    check("\n\nitems = [1,", &[(6, "key-ends", "The key file ends inside a value, or text stays open, on line 6")]);
    check("id = \"y\"", &[(4, "key-field-twice", "Line 4 says id a second time")]);
    let deep = format!("items = {}", "[".repeat(50_000));
    check(&deep, &[(4, "key-too-deep", "Line 4 of the key file nests lists or tables deeper than any key")]);
    let long = "#".repeat(100_001 - HEAD.len());
    check(&long, &[(1, "key-too-large", "The key file has 100001 bytes, and a key has no more than 100000")]);
}

#[test]
fn fields_that_are_unknown_missing_or_of_another_kind() {
    check_whole(
        "titles = [\"X\"]\nconfidence = \"A\"\nlicence = \"\"\nitems = 2\nrange = [0, 4]\nitem_text = \"I feel\"\n[[scores]]\nname = \"s\"\nrule = \"sum\"\nitems = [1, 2]\n",
        &[
            (1, "key-field-missing", "The part of the key file that begins on line 1 does not say id"),
            (1, "key-field-missing", "The part of the key file that begins on line 1 does not say source"),
            (3, "key-field-empty", "licence on line 3 is empty"),
            (6, "key-field-unknown", "Line 6 has a field item_text, which keys do not have"),
        ],
    );
    check("items = \"two\"", &[(4, "key-field-type", "items on line 4 is not a whole number from 0")]);
    check(ONE, &[(1, "key-field-missing", "The part of the key file that begins on line 1 does not say items")]);
    check(
        &format!("items = 2\nrange = 4\naliases = [1]\nin_blocks = 1\n{ONE}better = \"up\"\nreversed = [1.5]\n"),
        &[
            (5, "key-field-type", "range on line 5 is not a list of numbers"),
            (6, "key-field-type", "aliases on line 6 is not a list of texts"),
            (7, "key-field-type", "in_blocks on line 7 is not true or false"),
            (12, "key-value-unknown", "better on line 12 is up, which is none of higher and lower"),
            (13, "key-field-type", "reversed on line 13 is not a list of whole numbers"),
        ],
    );
    check("items = 2\nscores = 3", &[(5, "key-field-type", "scores on line 5 is not a list of tables")]);
    check("items = 2", &[(1, "key-without-scores", "The key file has no scores (line 1)")]);
    check(
        "items = 2\nleast_answered = 80\nscores = [1]",
        &[
            (5, "key-share", "least_answered on line 5 is 80, not a share above 0 and up to 1"),
            (6, "key-field-type", "scores on line 6 is not a table"),
        ],
    );
}

#[test]
fn items_that_cannot_be() {
    check(
        &format!("items = 10000\n{ONE}"),
        &[(4, "key-items-many", "Line 4 says 10000 items, and no questionnaire has more than 600")],
    );
    let list = (1..=10_000).map(|item| item.to_string()).collect::<Vec<_>>().join(", ");
    let found = mistakes(&format!("{HEAD}items = 3\n[[scores]]\nname = \"s\"\nrule = \"sum\"\nitems = [{list}]\n"));
    assert_eq!(found.len(), 20, "the first few of many");
    check(
        "items = 3\nrange = [0, 4]\n[[scores]]\nname = \"s\"\nrule = \"sum\"\nitems = [1,\n 2,\n 4,\n 2]\nreversed = [3, 1, 1]\n",
        &[
            (11, "key-item-outside", "Line 11: s has item 4, and the form has items 1 to 3"),
            (12, "key-item-twice", "Line 12: s has item 2 twice"),
            (13, "key-not-its-item", "Line 13: reversed of s names item 3, which is not among the items of the score"),
            (13, "key-turned-twice", "Line 13: item 1 of s is reversed or recoded twice"),
        ],
    );
    check(
        &format!("items = 2\n{ONE}reversed = [2]"),
        &[(9, "key-reversed-without-range", "Line 9: s reverses items, and without range they cannot be turned")],
    );
    check(
        &format!("items = 2\n{ONE}recodes = [{{ items = [1], from = [1, 2], to = [3] }}]"),
        &[(9, "key-recode", "Line 9: a recode of s has 2 answers and 1 values")],
    );
    check(
        &format!("items = 2\nrange = [4, 0]\n{ONE}"),
        &[(5, "key-range", "Line 5: the lowest answer, 4, is not below the highest, 0")],
    );
    check(
        &format!("items = 2\nrange = [0]\n{ONE}"),
        &[(5, "key-range-ends", "range on line 5 does not have two ends")],
    );
}

const WHOLE: &str = "rule = \"mean-of-subscale-means\"\n";

#[test]
fn scores_that_cannot_be() {
    check(
        &format!("items = 2\n{ONE}{ONE}[[scores]]\nname = \"t\"\nrule = \"sum\"\n[[scores]]\nname = \"u\"\n{WHOLE}"),
        &[
            (9, "key-score-twice", "The score s on line 9 has the name of another"),
            (13, "key-score-without-items", "The score t on line 13 has no items"),
            (
                16,
                "key-of-or-items",
                "The score u on line 16 must have either items or, as a mean of subscale means, subscales in of",
            ),
        ],
    );
    let whole = |name: &str, of: &str| format!("[[scores]]\nname = \"{name}\"\n{WHOLE}of = [\"{of}\"]\n");
    check(
        &format!("items = 2\n{ONE}{}{}{}{}", whole("a", "b"), whole("b", "a"), whole("c", "none"), whole("d", "d")),
        &[
            (9, "key-subscale-cycle", "The score a on line 9 is made of b, which is made of it"),
            (13, "key-subscale-cycle", "The score b on line 13 is made of a, which is made of it"),
            (17, "key-subscale-missing", "The score c on line 17 is made of none, which is no score of this key"),
            (21, "key-subscale-cycle", "The score d on line 21 is made of d, which is made of it"),
        ],
    );
    check(
        &format!("items = 2\n{ONE}{}{}", whole("a", "s"), whole("b", "a")),
        &[(13, "key-subscale-nested", "The score b on line 13 is made of a, which has no items of its own")],
    );
}

#[test]
fn numbers_from_papers_that_cannot_be() {
    check(
        &format!(
            "items = 2\n{ONE}norms = [{{ population = \"p\", mean = 3, sd = 0, source = \"x\" }}]\n\
             retests = [{{ r = 1.2, interval = \"a week\", source = \"x\" }}]\ncutoffs = [{{ label = \"high\", source = \"x\" }}]\n\
             [[examples]]\nanswers = [1]\n[[examples]]\nanswers = [1, 2]\nscores = {{ t = 3 }}\n"
        ),
        &[
            (9, "key-sd", "The SD on line 9 is 0, not above 0"),
            (10, "key-retest", "The correlation on line 10 is 1.2, not from 0 to below 1"),
            (11, "key-field-missing", "The part of the key file that begins on line 11 does not say from"),
            (12, "key-example", "The example on line 12 has 1 answers for 2 items, or no scores"),
            (16, "key-example-score", "The example expects t on line 16, which is no score of this key"),
        ],
    );
}

/// A questionnaire of the user's own, as JSON.
#[test]
fn key_files_of_ones_own() {
    let check = |text: &str, code: &str, expected: &str| {
        let problems = prepost::scale::own_key::read(text).expect_err(text);
        let said: Vec<[String; 2]> = say(&problems).into_iter().map(|[code, text, _]| [code, text]).collect();
        assert_eq!(said, [[code, expected]], "{text}");
        assert!(problems.iter().all(|problem| problem.at.line.is_some()));
    };
    check(
        "{\n\"name\": \"x\",\n\"range\": [0, }",
        "key-not-json",
        "Line 3 of the key file is not the JSON of a questionnaire",
    );
    check("id = \"x\"", "key-not-json", "Line 1 of the key file is not the JSON of a questionnaire");
    check("", "key-not-json", "Line 1 of the key file is not the JSON of a questionnaire");
    let scale = |subscales: &str| format!("{{\"name\": \"x\",\n\"range\": [0, 4],\n\"subscales\": [\n{subscales}]}}");
    let a = "{\"name\": \"a\", \"score\": \"mean-of-subscale-means\", \"of\": [\"b\"]}";
    let b = "{\"name\": \"b\", \"score\": \"mean-of-subscale-means\", \"of\": [\"a\"]}";
    let problems = prepost::scale::own_key::read(&scale(&format!("{a},\n{b}"))).expect_err("a cycle");
    let said: Vec<(&str, Option<usize>)> = problems.iter().map(|own| (own.code(), own.at.line)).collect();
    assert_eq!(said, [("key-subscale-cycle", Some(4)), ("key-subscale-cycle", Some(5))]);
    let many: Vec<String> = (1..=10_000).map(|item| item.to_string()).collect();
    check(
        &scale(&format!("{{\"name\": \"a\",\n\"items\": [{}]}}", many.join(", "))),
        "key-items-many",
        "Line 5 says 10000 items, and no questionnaire has more than 600",
    );
    let problems = prepost::scale::own_key::read(&scale("{\"name\": \"a\", \"items\": [1, 1, 0]}")).expect_err("twice");
    let said: Vec<(&str, Option<usize>)> = problems.iter().map(|own| (own.code(), own.at.line)).collect();
    assert_eq!(said, [("key-item-twice", Some(4)), ("key-item-outside", Some(4))]);
}
