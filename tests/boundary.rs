//! The session as JavaScript sees it, in a worker of a headless browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Float64Array, Map, Object, Reflect};
use prepost::wasm::JsSession as Session;
use std::cell::RefCell;
use std::rc::Rc;
use tsify::Ts;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const EXAMPLE: &[u8] = include_bytes!("../www/examples/example-dropout.csv");
const NUMBERS: &str = include_str!("fixtures/example/tidy.csv");
const RESAMPLED: &str = include_str!("fixtures/example/resampled.csv");

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap()
}

fn read(session: &mut Session, bytes: &[u8]) -> JsValue {
    session.read(bytes, Ts::new_unchecked(Object::new().into())).unwrap().into()
}

fn columns(opened: &JsValue) -> Vec<JsValue> {
    get(opened, "columns").unchecked_into::<Array>().to_vec()
}

#[wasm_bindgen_test]
fn a_file_is_read_into_its_rows_and_columns() {
    let opened = read(&mut Session::new(), b"id,pre,post\nP1,3,4\nP2,5,6\n");
    assert_eq!(get(&opened, "rows"), 2);
    assert_eq!(columns(&opened), ["id", "pre", "post"].map(JsValue::from));
}

#[wasm_bindgen_test]
fn a_file_in_an_old_encoding_is_read() {
    let opened = read(&mut Session::new(), b"n\xFAmero,pr\xE9\n1,2\n");
    assert_eq!(get(&opened, "encoding"), "windows-1252");
    assert_eq!(columns(&opened), ["número", "pré"].map(JsValue::from));
}

#[wasm_bindgen_test]
fn a_file_beyond_the_limit_is_refused_by_its_size() {
    let mut session = Session::new();
    assert!(session.refuse_size(1e6).unwrap().is_none());
    assert!(session.refuse_size(1e10).unwrap().is_some());
}

#[wasm_bindgen_test]
fn the_browser_computes_the_native_numbers() {
    let mut session = Session::new();
    let opened = read(&mut session, EXAMPLE);
    let shares = Rc::new(RefCell::new(Vec::new()));
    let heard = shares.clone();
    let progress = Closure::<dyn Fn(f64)>::new(move |share| heard.borrow_mut().push(share));
    let plan = Ts::new_unchecked(get(&opened, "plan"));
    let report: JsValue = session.analyse(plan, progress.as_ref().unchecked_ref()).unwrap().into();
    assert_eq!(*shares.borrow(), [0.2, 0.4, 0.6, 0.8, 1.0]);
    let outcomes: Array = get(&report, "outcomes").unchecked_into();
    assert_eq!(outcomes.length(), 5);
    let tidy = tidy(&session);
    let first: Vec<&str> = tidy.lines().filter(|line| line.starts_with("resilience,")).collect();
    assert_eq!(first.len(), NUMBERS.lines().count() - 1);
    for (here, native) in first.into_iter().zip(NUMBERS.lines().skip(1)) {
        let ((name, here), (native_name, native)) = (split(here), split(native));
        assert_eq!(name, native_name);
        let size = native.abs().max(1e-3).max(size_of_limit(name));
        assert!((here - native).abs() <= 1e-12 * size, "{name}: {here}, natively {native}");
    }
}

/// The models of everyone who has any value are fitted by a search, so that a limit near zero, the difference of an estimate and
/// a multiple of its error, is as exact as these are: the size of the estimate. Zero for every other number.
fn size_of_limit(name: &str) -> f64 {
    let searched = ["mmrm", "random_intercept", "clda", "effects"];
    let is_searched = name.split(',').nth(1).is_some_and(|method| searched.iter().any(|own| method.starts_with(own)));
    let row = name.strip_suffix("ci95_low").or_else(|| name.strip_suffix("ci95_high"));
    let Some(row) = row.filter(|_| is_searched) else { return 0.0 };
    let estimate = NUMBERS.lines().find_map(|line| line.strip_prefix(row)?.strip_prefix("estimate,"));
    estimate.map_or(0.0, |estimate| estimate.parse::<f64>().unwrap().abs())
}

/// Every number, as the page saves them.
fn tidy(session: &Session) -> String {
    let content: js_sys::Uint8Array = session.export("tidy").unwrap().get(2).unchecked_into();
    String::from_utf8(content.to_vec()).unwrap()
}

#[wasm_bindgen]
extern "C" {
    /// What a worker may wait for.
    type XMLHttpRequest;
    #[wasm_bindgen(constructor)]
    fn new() -> XMLHttpRequest;
    #[wasm_bindgen(method)]
    fn open(this: &XMLHttpRequest, method: &str, address: &str, is_async: bool);
    #[wasm_bindgen(method)]
    fn send(this: &XMLHttpRequest);
    #[wasm_bindgen(method, getter)]
    fn status(this: &XMLHttpRequest) -> u16;
    #[wasm_bindgen(method, getter, js_name = responseText)]
    fn response_text(this: &XMLHttpRequest) -> String;
}

/// What `tests/native/session/large.rs` wrote; the tests' server serves the package's folder.
fn fetched(name: &str) -> String {
    let request = XMLHttpRequest::new();
    request.open("GET", &format!("/target/tmp/large/{name}"), false);
    request.send();
    assert_eq!(request.status(), 200, "{name} is missing: `cargo test --test native large` makes it");
    request.response_text()
}

/// Every number of a trial of that size, natively and here. Beyond 65 536 participants counts of pairs pass 32 bits.
fn holds_to_the_native_numbers(name: &str) {
    let mut session = Session::new();
    let opened = read(&mut session, fetched(&format!("{name}.csv")).as_bytes());
    let quiet = Closure::<dyn Fn(f64)>::new(|_| {});
    session.analyse(Ts::new_unchecked(get(&opened, "plan")), quiet.as_ref().unchecked_ref()).unwrap();
    let (here, native) = (tidy(&session), fetched(&format!("{name}.tidy")));
    assert!(native.lines().count() > 500, "{name}");
    assert_eq!(here.lines().count(), native.lines().count(), "{name}");
    let apart = here.lines().zip(native.lines()).skip(1).filter_map(|(here, native)| {
        let ((key, here), (native_key, native)) = (split(here), split(native));
        assert_eq!(key, native_key, "{name}");
        // Not a number, or beyond all: the same in both.
        let same = here == native || (here.is_nan() && native.is_nan());
        let close = (here - native).abs() <= 1e-12 * native.abs().max(1e-3);
        (!same && !close).then(|| format!("{key}: {here}, natively {native}"))
    });
    let apart: Vec<String> = apart.collect();
    assert!(
        apart.is_empty(),
        "{name}: {apart:#?}; if the core has changed since, `cargo test --test native large` comes first"
    );
}

#[wasm_bindgen_test]
fn sixty_participants_have_the_native_numbers() {
    holds_to_the_native_numbers("two_arms_60");
    holds_to_the_native_numbers("one_group_60");
}

#[wasm_bindgen_test]
fn six_thousand_participants_have_the_native_numbers() {
    holds_to_the_native_numbers("two_arms_6000");
    holds_to_the_native_numbers("one_group_6000");
}

#[wasm_bindgen_test]
fn two_arms_of_seventy_thousand_have_the_native_numbers() {
    holds_to_the_native_numbers("two_arms_140000");
}

#[wasm_bindgen_test]
fn a_group_of_140_000_has_the_native_numbers() {
    holds_to_the_native_numbers("one_group_140000");
}

fn split(line: &str) -> (&str, f64) {
    let (name, value) = line.rsplit_once(',').unwrap();
    (name, value.parse().unwrap())
}

/// The jobs are done by another session that holds the same file, as the page's workers do them.
#[wasm_bindgen_test]
fn the_browser_draws_the_native_random_numbers() {
    let (mut session, mut worker) = (Session::new(), Session::new());
    let plan = get(&read(&mut session, EXAMPLE), "plan");
    read(&mut worker, EXAMPLE);
    let of = |plan: &JsValue| Ts::new_unchecked(plan.clone());
    let jobs = session.resampling(of(&plan)).unwrap();
    assert_eq!(jobs.len(), 5 * 3 * 4);
    // The last job first: no order is asked for.
    let pieces = jobs.iter().rev().map(|job| worker.work(of(&plan), job).unwrap()).collect();
    session.analyse_with(of(&plan), pieces).unwrap();
    let tidy = tidy(&session);
    let found: Vec<(&str, f64)> = tidy.lines().filter(|line| line.starts_with("resilience,")).map(split).collect();
    for (name, native) in RESAMPLED.lines().skip(1).map(split) {
        let (_, here) = *found.iter().find(|(found, _)| *found == name).unwrap();
        assert!((here - native).abs() <= 1e-12 * native.abs().max(1e-3), "{name}: {here}, natively {native}");
    }
}

#[wasm_bindgen_test]
fn what_is_no_job_is_refused() {
    let mut session = Session::new();
    let plan = get(&read(&mut session, EXAMPLE), "plan");
    assert!(session.work(Ts::new_unchecked(plan), &Float64Array::from(&[0.0, 9.0, 0.0, 1.0][..])).is_err());
}

/// One representation of nothing, wherever it is: `null`.
#[wasm_bindgen_test]
fn what_is_not_there_is_null() {
    let mut session = Session::new();
    let opened = read(&mut session, b"id,arm,EE_pre,EE_post\n1,a,99,5\n2,b,,6\n3,a,4,2\n4,b,5,1\n5,a,3,\n6,b,2,4\n");
    let plan = Ts::new_unchecked(get(&opened, "plan"));
    let quiet = Closure::<dyn Fn(f64)>::new(|_| {});
    let report: JsValue = session.analyse(plan, quiet.as_ref().unchecked_ref()).unwrap().into();
    let refused: JsValue = session.open_link("no link").unwrap().into();
    assert!(get(&refused, "opened").is_null());
    let all = [flat(&opened), flat(&report), flat(&refused)].concat();
    assert!(!all.iter().any(JsValue::is_undefined));
    assert!(all.iter().filter_map(JsValue::as_f64).all(f64::is_finite));
}

/// A value and all that are in it.
fn flat(value: &JsValue) -> Vec<JsValue> {
    let mut all = vec![value.clone()];
    if let Some(object) = value.dyn_ref::<Object>() {
        for inner in Object::values(object).iter() {
            all.extend(flat(&inner));
        }
    }
    all
}

/// The keys of a Map, so that no name is taken for another thing.
#[wasm_bindgen_test]
fn a_column_may_be_named_as_an_objects_own_part() {
    let opened = read(&mut Session::new(), b"id,__proto__,x\n1,a,1\n2,b,2\n3,a,3\n4,b,4\n");
    let levels: js_sys::Map = get(&opened, "levels").unchecked_into();
    let named: Array = levels.get(&"__proto__".into()).unchecked_into();
    assert_eq!(named.to_vec(), ["a", "b"].map(JsValue::from));
}

/// What the page leaves out, and what it leaves undefined, is as by default.
#[wasm_bindgen_test]
fn what_is_left_out_is_by_default() {
    let options = Object::new();
    Reflect::set(&options, &"encoding".into(), &JsValue::UNDEFINED).unwrap();
    Reflect::set(&options, &"decimal".into(), &",".into()).unwrap();
    let opened: JsValue = Session::new().read(b"id;x\n1;2,5\n", Ts::new_unchecked(options.into())).unwrap().into();
    assert_eq!(get(&opened, "encoding"), "utf-8");
    assert_eq!(get(&opened, "decimal"), ",");
}

#[wasm_bindgen_test]
fn half_a_surrogate_pair_is_replaced() {
    let draft = js_sys::JSON::parse(r#"{"outcomes": ["\\ud83d\ud83d!", "😀\\"]}"#).unwrap();
    let opened: JsValue = Session::new().draft(Ts::new_unchecked(draft)).unwrap().into();
    assert_eq!(columns(&opened)[1..], ["\\ud83d\u{fffd}!", "😀\\"].map(JsValue::from));
}

/// Whatever JavaScript hands over is refused with words, and the session goes on.
#[wasm_bindgen_test]
fn what_no_plan_can_be_is_refused() {
    let mut session = Session::new();
    let quiet = Closure::<dyn Fn(f64)>::new(|_| {});
    let endless = Object::new();
    Reflect::set(&endless, &"occasions".into(), &endless).unwrap();
    for value in [endless.into(), JsValue::UNDEFINED, JsValue::from("plan"), JsValue::from(f64::NAN)] {
        assert!(session.analyse(Ts::new_unchecked(value), quiet.as_ref().unchecked_ref()).is_err());
    }
    assert_eq!(get(&read(&mut session, b"id,pre,post\nP1,3,4\n"), "rows"), 1);
}

/// Occasions are the visitor's words: as keys of a `Map` they cross in both directions, whatever they are.
#[wasm_bindgen_test]
fn an_occasion_may_be_named_as_an_objects_own_part() {
    let mut session = Session::new();
    let plan = get(&read(&mut session, b"id,q1_a,q2_a,q1_b,q2_b\n1,2,3,4,5\n2,3,4,5,1\n"), "plan");
    let items = Map::new();
    for (occasion, columns) in [("__proto__", ["q1_a", "q2_a"]), ("b", ["q1_b", "q2_b"])] {
        items.set(&occasion.into(), &columns.into_iter().map(JsValue::from).collect::<Array>());
    }
    let scale = Object::new();
    Reflect::set(&scale, &"name".into(), &"calm".into()).unwrap();
    Reflect::set(&scale, &"items".into(), &items).unwrap();
    let edit = Object::new();
    Reflect::set(&edit, &"edit".into(), &"scale-put".into()).unwrap();
    Reflect::set(&edit, &"scale".into(), &scale).unwrap();
    let edited: JsValue = session.edit(Ts::new_unchecked(plan), Ts::new_unchecked(edit.into())).unwrap().into();
    let scales: Array = get(&get(&edited, "plan"), "scales").unchecked_into();
    let items: Map = get(&scales.get(0), "items").unchecked_into();
    assert!(items.has(&"__proto__".into()) && items.has(&"b".into()));
}

#[wasm_bindgen_test]
fn a_picture_is_named_and_not_read() {
    let opened = read(&mut Session::new(), b"\x89PNG\r\n\x1a\n");
    let notices: Array = get(&opened, "notices").unchecked_into();
    assert_eq!(get(&notices.get(0), "code"), "file-not-text");
}

/// A key file is TOML, as the keys that come with Prepost are, or JSON, as the page saves it.
#[wasm_bindgen_test]
fn key_files_are_toml_or_json() {
    let session = Session::new();
    let toml = include_str!("../src/scale/keys/rfq-8.toml");
    let json = r#"{"name": "calm", "range": [1, 5], "subscales": [{"name": "calm", "items": [1, 2]}]}"#;
    for (text, name) in [(toml, "Reflective Functioning Questionnaire"), (json, "calm")] {
        let opened: JsValue = session.open_key(text).unwrap().into();
        assert!(get(&get(&opened, "scale"), "name").as_string().is_some_and(|own| own.starts_with(name)), "{name}");
    }
}
