// The data strip: the file in one sentence, how it was read, and the notices about it.
import { html, nothing, type TemplateResult } from "lit";
import { valueOf } from "../dom";
import { label } from "../label";
import type { Notice, Question } from "../core-types";
import type { Lock, Trial } from "../state/state";
import { say } from "../words";
import { fileInput } from "./file-input";
import { noticeList } from "./notice";
import { choice, select } from "./select";
import { text } from "./text";
import { AppElement } from "./app-element";
import "./app-lock";

/** More notices than these are folded, the questions excepted. */
const SHOWN = 4;
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256"];
const DELIMITERS = [",", ";", "\t", "|"];
const DECIMALS = [".", ",", "/", "٫"];

export class AppData extends AppElement {
  static override properties = { trial: { attribute: false }, problems: { attribute: false }, lock: { attribute: false } };
  declare trial: Trial;
  /** What the report says about the file and the design as a whole. */
  declare problems: Notice[];
  declare lock: Lock;

  protected override render(): TemplateResult | typeof nothing {
    const { opened, source } = this.trial;
    if (source === undefined) return nothing;
    return html`<section class="strip" id="data" data-testid="drop-zone" tabindex="-1" aria-labelledby="data-heading">
      <div class="strip-row">
        <h2 id="data-heading">${say("page-data")}</h2>
        <div class="strip-body">
          <div class="strip-line">
            <p>${source.files.map(({ name }, i) => html`${i === 0 ? nothing : " + "}<code>${label(name)}</code>`)} · ${text(opened.summary)}</p>
            <label class="link">
              ${fileInput((action) => this.send(action))}${say("page-another")}
            </label>
          </div>
          ${this.notices()} ${this.reading()}
          <app-lock .lock=${this.lock}></app-lock>
        </div>
      </div>
    </section>`;
  }

  private notices(): TemplateResult | typeof nothing {
    const open = distinct([...this.trial.opened.notices, ...this.problems]).filter((notice) => !this.isAnswered(notice));
    return noticeList(open, SHOWN, (action) => this.send(action));
  }

  private isAnswered({ question }: Notice): boolean {
    return question !== null && (this.trial.plan.codes ?? []).some((code) => isAbout(code, question));
  }

  /** How the file was read, and the ways to read it otherwise. */
  private reading(): TemplateResult {
    const { encoding, delimiter, decimal } = this.trial.opened;
    return html`<details class="reading">
      <summary class="label">
        ${say("page-read-as", { encoding, delimiter: nameOf(delimiter), decimal: nameOf(decimal) })}
        <span class="link">${say("page-change")}</span>
      </summary>
      <div class="fields">
        ${select(say("page-encoding"), encoding, choices(ENCODINGS, encoding, (it) => it), (event) =>
          this.send({ type: "reread", options: { encoding: valueOf(event) } }))}
        ${select(say("page-delimiter"), delimiter, choices(DELIMITERS, delimiter, nameOf), (event) =>
          this.send({ type: "reread", options: { delimiter: valueOf(event) } }))}
        ${select(say("page-decimal"), decimal, choices(DECIMALS, decimal, nameOf), (event) =>
          this.send({ type: "reread", options: { decimal: valueOf(event) } }))}
      </div>
      ${this.answered()}
    </details>`;
  }

  /** What the visitor said of suspected codes, so that it can be taken back. */
  private answered(): TemplateResult[] {
    return (this.trial.plan.codes ?? []).map(
      (code) => html`<p class="label">
        ${say(code.means === "missing" ? "page-code-missing" : "page-code-value", { column: code.column, value: String(code.value) })}
        <button
          class="link"
          @click=${() =>
            this.send({ type: "edit", change: { edit: "code", code: { ...code, means: code.means === "missing" ? "value" : "missing" } } })}
        >
          ${say("page-code-turn")}
        </button>
      </p>`,
    );
  }

}

function isAbout(code: { column: string; value: number }, question: Question): boolean {
  return code.column === question.column && code.value === question.value;
}

/** The same problem said by reading and by the report is shown once. */
function distinct(notices: Notice[]): Notice[] {
  const seen = new Set<string>();
  return notices.filter((notice) => {
    const key = JSON.stringify([notice.code, notice.message, notice.line, notice.column]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** A separator or decimal mark by its name. */
function nameOf(sign: string): string {
  const names: Record<string, string> = {
    ",": "comma",
    ";": "semicolon",
    "\t": "tab",
    "|": "bar",
    ".": "point",
    "/": "slash",
    "٫": "arabic",
  };
  const name = names[sign];
  return name === undefined ? sign : say(`page-sign-${name}`);
}

/** The choices of a setting; what was detected is among them, whatever it is. */
function choices(known: string[], current: string, name: (value: string) => string) {
  return (known.includes(current) ? known : [current, ...known]).map((value) => choice(value, name(value)));
}

customElements.define("app-data", AppData);
