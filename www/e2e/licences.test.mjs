// The site comes with the copyright and licence texts of what it is made of, and with their list.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const read = (file) => readFileSync(join(import.meta.dirname, "../../dist", file), "utf8");

test("every part of the site is listed with its licence, and its text is there", () => {
  const { bomFormat, components } = JSON.parse(read("sbom.cdx.json"));
  assert.equal(bomFormat, "CycloneDX");
  const names = components.map(({ name }) => name);
  for (const part of ["nalgebra", "statrs", "encoding_rs", "rust-std", "lit", "comlink", "@fluent/bundle", "lean-qr"]) assert.ok(names.includes(part), part);
  const texts = read("licences.txt");
  for (const { name, version, licenses: [{ expression }], hashes } of components) {
    assert.ok(expression, name);
    assert.ok(name === "rust-std" || /^[0-9a-f]{64,128}$/.test(hashes[0].content), name);
    // Once in the list, and once over a text.
    assert.ok(texts.split(`${name} ${version}`).length > 2, name);
  }
  // Those of lit (BSD) and of the encoding standard ask for it.
  for (const holder of ["Google LLC", "WHATWG"]) assert.ok(texts.includes(holder), holder);
});
