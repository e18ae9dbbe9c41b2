//! The session as JavaScript sees it, in a worker of a headless browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Object, Reflect};
use prepost::wasm::Session;
use tsify::Ts;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn a_file_is_read_into_its_rows_and_columns() {
    let options = Ts::new_unchecked(Object::new().into());
    let shape: JsValue = Session::new().read(b"id,pre,post\nP1,3,4\nP2,5,6\n", options).unwrap().into();
    assert_eq!(Reflect::get(&shape, &"rows".into()).unwrap(), 2);
    let columns: Array = Reflect::get(&shape, &"columns".into()).unwrap().unchecked_into();
    assert_eq!(columns.to_vec(), ["id", "pre", "post"].map(JsValue::from));
}
