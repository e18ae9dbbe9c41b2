// The page reads the examples from the files that came with it, which the tests and the documents use as well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { onPage } from "./browser.mjs";
import { EXAMPLE, keptOffline, reportIs } from "./visit.mjs";

const BUTTONS = { example: "Load the example", "example-items": "Load the example with items", "example-dropout": "Load the example with dropout" };

for (const [name, button] of Object.entries(BUTTONS)) {
  test(`${name}.csv is read as it is, without a request`, () => onPage(async ({ page, server, errors }) => {
    await keptOffline(page);
    const asked = server.requests.length;
    await page.getByRole("button", { name: button, exact: true }).click();
    await reportIs(page, "ready");
    const source = await page.evaluate(async () => {
      const { name, from, files: [file] } = document.querySelector("app-page").store.state().trial.source;
      return { name, from, file: file.name, text: await file.blob.text() };
    });
    const text = readFileSync(join(import.meta.dirname, `../examples/${name}.csv`), "utf8");
    assert.deepEqual(source, { name: `${name}.csv`, from: "example", file: `${name}.csv`, text });
    assert.match(await page.getByTestId("lock-status").innerText(), new RegExp(`before anything of ${name}\\.csv was read`));
    assert.equal(server.requests.length, asked);
    assert.deepEqual(errors, []);
  }));
}

test("the table on the welcome page is the beginning of the example", () => onPage(async ({ page }) => {
  const rowsOf = (text, between) => text.trim().split("\n").slice(0, 4).map((line) => line.split(between));
  const [head, ...rows] = rowsOf(await page.getByTestId("drop-zone").getByRole("table").innerText(), "\t");
  const [names, ...people] = rowsOf(EXAMPLE, ",");
  assert.equal(head.pop(), "…");
  const promised = people.map((person) => [...head.map((name) => person[names.indexOf(name)]), "…"]);
  assert.deepEqual(rows, promised);
}));
