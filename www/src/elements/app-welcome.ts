// The page before a file: what it does, a drop zone that is a table of the right shape, and the privacy line.
import { html, nothing, type TemplateResult } from "lit";
import sample from "../../locales/en/sample.html";
import type { Example } from "../core-types";
import { exampleSource } from "../sources";
import type { DraftText, Link, Lock, Run } from "../state/state";
import { marked, say } from "../words";
import { fileInput } from "./file-input";
import { text } from "./text";
import { AppElement } from "./app-element";
import "./app-draft";
import "./app-html";
import "./app-link";
import "./app-lock";
import "./app-paste-link";
import "./app-status";

/** Some columns of the example's first rows, and a sign that there are more. */
const SAMPLE_TABLE: string[][] = [
  ["id", "group", "resilience_pre", "resilience_post", "resilience_fu", "exhaustion_pre", "…"],
  ["P01", "waitlist", "61", "29", "49", "39", "…"],
  ["P02", "mentalization", "39", "58", "36", "38", "…"],
  ["P03", "mentalization", "48", "67", "59", "36", "…"],
];

export class AppWelcome extends AppElement {
  static override properties = {
    run: { attribute: false },
    lock: { attribute: false },
    link: { attribute: false },
    draft: { attribute: false },
    folds: { attribute: false },
  };
  declare run: Run;
  declare lock: Lock;
  /** A link that waits for its file. */
  declare link: Link | undefined;
  declare draft: DraftText | undefined;
  declare folds: ReadonlyMap<string, boolean>;

  protected override render(): TemplateResult {
    const status = html`<app-status .run=${this.run} .lock=${this.lock} .kept=${false}></app-status>`;
    // Said before the ways on: another file, the example, the link once more.
    const badLink = this.run.at === "failed" && this.run.what === "opening";
    // The report is there from the beginning, empty: who waits for it finds it.
    return html`<section class="wrap welcome" data-testid="report" data-state=${this.stateName()}>
      ${this.link === undefined ? this.hero() : this.opened(this.link)}
      ${badLink ? status : nothing} ${this.dropZone()} ${badLink ? nothing : status} ${this.help()}
      <app-paste-link .again=${badLink}></app-paste-link>
      <app-draft .text=${this.draft}></app-draft>
      <div class="pair">
        <section class="answers" aria-labelledby="sample">
          <h2 id="sample">${say("page-sample")}</h2>
          <app-html .html=${sample}></app-html>
        </section>
        <section aria-labelledby="privacy">
          <h2 id="privacy">${say("page-privacy")}</h2>
          <app-lock .lock=${this.lock}></app-lock>
        </section>
      </div>
    </section>`;
  }

  private hero(): TemplateResult {
    return html`<header class="hero">
      <h1>${say("page-hero")}</h1>
      <p>${say("page-hero-more")}</p>
    </header>`;
  }

  private opened(link: Link): TemplateResult {
    return html`<header class="hero"><h1>${say("link-title")}</h1></header>
      <app-link .link=${link} .basis=${undefined} .folds=${this.folds}></app-link>`;
  }

  private stateName(): string {
    const { at } = this.run;
    return at === "reading" || at === "opening" || at === "analysing" ? "running" : at === "failed" ? "failed" : "empty";
  }

  private dropZone(): TemplateResult {
    const [head = [], ...rows] = SAMPLE_TABLE;
    return html`<div class="drop" data-testid="drop-zone">
      <table aria-label=${say("page-sample-table")}>
        <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>
      <div class="say">
        <strong>${say("page-drop")}</strong>
        <label class="button" data-main>
          ${fileInput((action) => this.send(action))}
          ${say("page-choose")}
        </label>
        <button class="button" data-testid="load-example" @click=${() => this.load("example")}>${say("page-example")}</button>
        ${(["example-items", "example-dropout"] as const).map(
          (which) => html`<button class="button" aria-label=${say(`page-${which}-title`)} @click=${() => this.load(which)}>${say(`page-${which}`)}</button>`,
        )}
      </div>
    </div>`;
  }

  private help(): TemplateResult {
    return html`<details class="help">
      <summary class="link">${say("page-help")}</summary>
      <div class="columns">
        <p>${text(marked("page-help-wide"))}</p>
        <p>${text(marked("page-help-long"))}</p>
        <p>${text(marked("page-help-items"))}</p>
      </div>
    </details>`;
  }

  private load(which: Example): void {
    this.send({ type: "open", source: exampleSource(which) });
  }
}

customElements.define("app-welcome", AppWelcome);
