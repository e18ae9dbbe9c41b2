// The report: one outcome at a time, its answers first, then the picture, then the sections.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { editOf } from "../dom";
import type { OutcomeReport, Report, Section } from "../core-types";
import type { Basis, Resampling, Run } from "../state/state";
import { say } from "../words";
import { text } from "./text";
import { AppElement } from "./app-element";
import "./app-html";
import "./app-outcome-list";
import type { AppSection } from "./app-section";
import "./app-section";

/** More entries of the contents than these are folded. */
const LONGEST = 10;

type Entry = { anchor: string; title: string; chapter: string };

export class AppReport extends AppElement {
  static override properties = {
    report: { attribute: false },
    run: { attribute: false },
    basis: { attribute: false },
    resampling: { attribute: false },
    outcome: { attribute: false },
    folds: { attribute: false },
  };
  declare report: Report | undefined;
  declare run: Run;
  declare basis: Basis;
  declare resampling: Resampling["at"];
  declare outcome: string | undefined;
  declare folds: ReadonlyMap<string, boolean>;

  /** Whether a question was answered that the next report does not ask any more. */
  private isAnswering = false;

  protected override render(): TemplateResult {
    const { report } = this;
    const outcome = report?.outcomes.find((it) => it.name === this.outcome) ?? report?.outcomes[0];
    return html`<section
      class="wrap report"
      id="report"
      tabindex="-1"
      ?hidden=${this.basis === "draft"}
      data-testid="report"
      data-state=${this.stateName()}
      data-resampling=${this.resampling}
      aria-label=${say("page-report")}
      lang=${report?.language ?? nothing}
      @click=${this.pressed}
    >
      ${report === undefined || outcome === undefined ? nothing : this.whole(report, outcome)}
    </section>`;
  }

  /** The stable name of the state, for tests and styles. */
  private stateName(): string {
    switch (this.run.at) {
      case "reading":
      case "opening":
      case "analysing":
        return "running";
      case "failed":
        return "failed";
      case "idle":
      case "ready":
      case "cancelled":
        return this.report === undefined ? "empty" : "ready";
    }
  }

  private whole(report: Report, outcome: OutcomeReport): TemplateResult {
    return html`
      <div class="rail">
        <app-outcome-list .outcomes=${report.outcomes} .current=${outcome.name}></app-outcome-list>
        ${this.contents(report, outcome)}
      </div>
      <article class="of-outcome" aria-labelledby="${outcome.id}-name">
        ${this.head(report, outcome)}
        <app-html .html=${report.questions}></app-html>
        <app-html .html=${outcome.notices}></app-html>
        ${report.overview.map((section) => this.section(section))}
        <app-html .html=${outcome.answers}></app-html>
        <app-html .html=${outcome.figures}></app-html>
        ${outcome.sections.map((section) => this.section(section))}
        <app-html .html=${report.further}></app-html>
        <app-html .html=${report.conventions}></app-html>
      </article>
    `;
  }

  private head(report: Report, outcome: OutcomeReport): TemplateResult {
    return html`<header class="head">
      ${this.basis === "summaries" ? html`<p class="every-page">${say("link-recomputed")}</p>` : nothing}
      <p class="only-print">${text(report.summary)}</p>
      <app-html .html=${outcome.head}></app-html>
      <div class="exports" role="group" aria-label=${say("page-exports")}>
        <span class="label" aria-hidden="true">${say("page-exports")}</span>
        <button class="link" data-testid="export-word" @click=${() => this.send({ type: "export", format: "docx" })}>
          ${say("page-export-word")}
        </button>
        <button class="link" data-testid="export-tidy" @click=${() => this.send({ type: "export", format: "tidy" })}>
          ${say("page-export-tidy")}
        </button>
        <button class="link" @click=${() => this.send({ type: "export", format: "markdown" })}>${say("page-export-markdown")}</button>
        <button class="link" @click=${() => this.send({ type: "export", format: "html" })}>${say("page-export-html")}</button>
        <button class="link" @click=${() => this.send({ type: "export", format: "latex" })}>${say("page-export-latex")}</button>
        ${this.basis === "file" ? this.scripts() : nothing}
      </div>
    </header>`;
  }

  /** The same analysis in other programs, which need the file. */
  private scripts(): TemplateResult {
    return html`<button class="link" @click=${() => this.send({ type: "export", format: "r" })}>${say("page-export-r")}</button>
      <button class="link" @click=${() => this.send({ type: "export", format: "spss" })}>${say("page-export-spss")}</button>`;
  }

  private contents(report: Report, outcome: OutcomeReport): TemplateResult {
    const answers = { anchor: `${outcome.id}-answers`, title: say("page-answers"), chapter: "" };
    const all: Entry[] = [...report.overview, ...(outcome.answers === "" ? [] : [answers]), ...outcome.sections];
    const [first, rest] = all.length <= LONGEST ? [all, []] : [all.slice(0, LONGEST - 1), all.slice(LONGEST - 1)];
    const entry = ({ anchor, title, chapter }: Entry) => html`${chapter === ""
        ? nothing
        : html`<p class="label chapter">${chapter}</p>`}<a data-go href="#${anchor}">${title}</a>`;
    return html`<nav class="contents" aria-label=${say("page-contents")}>
      <p class="label">${say("page-contents")}</p>
      ${first.map(entry)}
      ${rest.length === 0
        ? nothing
        : html`<details><summary class="link">${say("page-contents-more")}</summary>${rest.map(entry)}</details>`}
    </nav>`;
  }

  private section({ id, chapter, open, html: content }: Section): TemplateResult {
    return html`${chapter === "" ? nothing : html`<h3 class="chapter">${chapter}</h3>`}
      <app-section .name=${id} .html=${content} .open=${this.folds.get(id) ?? open}></app-section>`;
  }

  /** An answer is a change of the Plan, which the core wrote beside its button. */
  private answered(button: HTMLElement): void {
    this.isAnswering = true;
    this.send({ type: "edit", change: editOf(button), say: say("page-answered") });
  }

  /** The question that was answered is gone: the keyboard goes on at the next, or at the answers. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isAnswering || !changed.has("report")) return;
    this.isAnswering = false;
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    this.querySelector<HTMLElement>("#questions, .answers[tabindex]")?.focus({ preventScroll: true });
  }

  private pressed(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-edit]") : null;
    if (button === null) this.follow(event);
    else if (button.closest(".further") !== null)
      this.send({ type: "edit", change: editOf(button), say: say("page-report-changed") });
    else this.answered(button);
  }

  /** A way to another part of the report unfolds what it leads to; the address stays as it is. */
  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a[data-go]") : null;
    const id = link?.getAttribute("href")?.slice(1);
    if (id === undefined) return;
    event.preventDefault();
    const section = document.getElementById(id)?.closest("app-section");
    this.go(id, section?.name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "app-section": AppSection;
  }
}

customElements.define("app-report", AppReport);
