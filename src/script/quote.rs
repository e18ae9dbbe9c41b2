//! Names from the file, quoted for R and SPSS. A name is hostile input: it may hold quotes, line ends, marks that turn
//! the direction of writing.

use std::fmt::Write as _;

use crate::notice::is_hidden;

/// A string of R between double quotes. Letters of any script stand as they are; what does not show is escaped.
pub fn r_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // R has no such character.
            '\0' => {}
            _ if is_hidden(c) => drop(write!(quoted, "\\u{{{:x}}}", u32::from(c))),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// One line of a comment.
pub fn comment(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) || c.is_whitespace() { ' ' } else { c }).collect()
}

/// One line of a comment of SPSS, without quotes, which some versions want in pairs.
pub fn spss_comment(text: &str) -> String {
    comment(text).replace(['\'', '"'], " ")
}

/// A string of SPSS between single quotes. SPSS cuts long lines off, and the closing quote with them: a long string is
/// several, added.
pub fn spss_string(text: &str) -> String {
    const PIECE: usize = 60;
    let letters: Vec<char> = comment(text).chars().collect();
    let quoted = |piece: &[char]| format!("'{}'", piece.iter().collect::<String>().replace('\'', "''"));
    if letters.is_empty() {
        "''".into()
    } else {
        letters.chunks(PIECE).map(quoted).collect::<Vec<_>>().join(" +\n    ")
    }
}

/// A name that SPSS takes for each column: letters of ASCII, digits and `_`, none twice whatever the case.
pub fn spss_names<'a>(columns: impl Iterator<Item = &'a str>) -> Vec<String> {
    const LONGEST: usize = 40;
    let mut names: Vec<String> = Vec::new();
    for (column, place) in columns.zip(1..) {
        let letters: String = column.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let short: String = letters.trim_matches('_').chars().take(LONGEST).collect();
        let short = short.trim_end_matches('_');
        // No name that SPSS keeps for itself, and none that ours, which end in `_`, could meet.
        let reserved = ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"];
        let lower = short.to_ascii_lowercase();
        let taken = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        let starts = short.starts_with(|c: char| c.is_ascii_alphabetic());
        let fits = starts && !reserved.contains(&lower.as_str()) && !taken(short);
        names.push(if fits { short.to_owned() } else { format!("v{place}_{short}").trim_end_matches('_').to_owned() });
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_of_r_ends_where_it_should() {
        for (text, wanted) in [
            ("score", r#""score""#),
            (r#"say "no" \ `x`"#, r#""say \"no\" \\ `x`""#),
            ("پس\u{200c}آزمون", "\"پس\\u{200c}آزمون\""),
            ("two\nlines\r\u{202e}", r#""two\nlines\u{d}\u{202e}""#),
            ("a\0b", r#""ab""#),
            ("</script>\\\"\\", r#""</script>\\\"\\""#),
            ("\u{e0022}\u{2066}", r#""\u{e0022}\u{2066}""#),
            ("", r#""""#),
        ] {
            assert_eq!(r_string(text), wanted);
        }
    }

    #[test]
    fn a_comment_is_one_line() {
        assert_eq!(comment("a\nquit()\r\u{2028}b"), "a quit()  b");
    }

    #[test]
    fn a_string_of_spss_ends_where_it_should() {
        assert_eq!(spss_string("it's \"one\"\n. EXECUTE."), "'it''s \"one\" . EXECUTE.'");
        assert_eq!(spss_string(""), "''");
        let long = spss_string(&"it's".repeat(2_500));
        assert!(long.lines().all(|line| line.chars().count() < 160 && line.matches('\'').count() % 2 == 0), "{long}");
    }

    #[test]
    fn names_of_spss() {
        let columns = ["id", "gr`oup.", "EE pre", "ee_PRE", "all", "1st", "\u{67e}\u{633}", "__", "score_pre", "a;b"];
        let wanted = ["id", "gr_oup", "EE_pre", "v4_ee_PRE", "v5_all", "v6_1st", "v7", "v8", "score_pre", "a_b"];
        assert_eq!(spss_names(columns.into_iter()), wanted);
    }
}
