//! The session as JavaScript sees it, in a worker of a headless browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Object, Reflect};
use prepost::wasm::Session;
use tsify::Ts;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const EXAMPLE: &[u8] = include_bytes!("../www/examples/example-dropout.csv");
const NUMBERS: &str = include_str!("fixtures/example/tidy.csv");

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap()
}

fn read(session: &mut Session, bytes: &[u8]) -> JsValue {
    session.read(bytes, Ts::new_unchecked(Object::new().into())).unwrap().into()
}

#[wasm_bindgen_test]
fn a_file_is_read_into_its_rows_and_columns() {
    let opened = read(&mut Session::new(), b"id,pre,post\nP1,3,4\nP2,5,6\n");
    assert_eq!(get(&opened, "rows"), 2);
    let columns: Array = get(&opened, "columns").unchecked_into();
    assert_eq!(columns.to_vec(), ["id", "pre", "post"].map(JsValue::from));
}

#[wasm_bindgen_test]
fn the_browser_computes_the_native_numbers() {
    let mut session = Session::new();
    let opened = read(&mut session, EXAMPLE);
    let report: JsValue = session.analyse(Ts::new_unchecked(get(&opened, "plan"))).unwrap().into();
    let outcomes: Array = get(&report, "outcomes").unchecked_into();
    assert_eq!(outcomes.length(), 5);
    let tidy = session.export("tidy").unwrap();
    assert_eq!(tidy.lines().count(), NUMBERS.lines().count());
    for (here, native) in tidy.lines().zip(NUMBERS.lines()).skip(1) {
        let ((name, here), (native_name, native)) = (split(here), split(native));
        assert_eq!(name, native_name);
        assert!((here - native).abs() <= 1e-12 * native.abs().max(1e-3), "{name}: {here}, natively {native}");
    }
}

fn split(line: &str) -> (&str, f64) {
    let (name, value) = line.rsplit_once(',').unwrap();
    (name, value.parse().unwrap())
}

#[wasm_bindgen_test]
fn a_picture_is_named_and_not_read() {
    let opened = read(&mut Session::new(), b"\x89PNG\r\n\x1a\n");
    let notices: Array = get(&opened, "notices").unchecked_into();
    assert_eq!(get(&notices.get(0), "code"), "file-not-text");
}
