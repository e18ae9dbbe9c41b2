//! Small and capital letters are the same natively and in the browser, which is asked for them there.

use prepost::letters::{capitalised, lower, push_lower};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn letter_by_letter(text: &str) -> String {
    let mut small = String::new();
    text.chars().for_each(|c| push_lower(c, &mut small));
    small
}

#[test]
fn small_letters() {
    for (text, small) in [
        ("", ""),
        ("Waitlist CONTROL 2", "waitlist control 2"),
        ("گروه انتظار", "گروه انتظار"),
        ("STRAẞE Straße ÄÖÜ", "straße straße äöü"),
        ("İstanbul ILIK", "i\u{307}stanbul ilik"),
        ("ÉLÈVE Ñandú Œuvre", "élève ñandú œuvre"),
        ("ГРУППА Контроль Ї", "группа контроль ї"),
        ("対照群 Ａ", "対照群 ａ"),
    ] {
        assert_eq!(lower(text), small);
        assert_eq!(letter_by_letter(text), small);
    }
}

#[test]
fn sigma_at_the_end_of_a_word() {
    assert_eq!(lower("ΟΔΥΣΣΕΥΣ ΜΕΣΟΣ Σ"), "οδυσσευς μεσος σ");
    assert_eq!(lower("ΜΕΣΟΣ2 Σ.Σ ΣΑΣ-Α"), "μεσος2 σ.ς σας-α");
    assert_eq!(letter_by_letter("ΜΕΣΟΣ"), "μεσοσ");
}

#[test]
fn capital_first_letters() {
    for (text, with_capital) in [
        ("", ""),
        ("waitlist", "Waitlist"),
        ("mBSR", "MBSR"),
        ("2 weeks", "2 weeks"),
        ("گروه کنترل", "گروه کنترل"),
        ("ßa", "SSa"),
        ("ıi", "Ii"),
        ("éa", "Éa"),
        ("ςα", "Σα"),
        ("ŉa", "ʼNa"),
        ("ǆa", "Ǆa"),
        ("ÿa", "Ÿa"),
        ("контроль", "Контроль"),
    ] {
        assert_eq!(capitalised(text), with_capital);
    }
}
