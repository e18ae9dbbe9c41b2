// The report: one outcome at a time, its answers first, then the picture, then the sections.
import { html, nothing, type TemplateResult } from "lit";
import type { Block, Figure, OutcomeReport, Report, Section } from "../core-types";
import type { Basis, Resampling, Run } from "../state/state";
import { say } from "../words";
import { forestOf } from "../view/forest";
import { noticeLine, noticeList } from "../view/notice";
import { tableOf } from "../view/table";
import { text } from "../view/text";
import { AppElement } from "./app-element";
import "./app-answers";
import "./app-figure";
import "./app-outcome-list";
import "./app-section";

/** The answers come first: more notices than these are folded. */
const SHOWN = 2;

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
      <article class="of-outcome" aria-labelledby="outcome-name">
        ${this.head(report, outcome)}
        ${noticeList(outcome.notices, SHOWN, (action) => this.send(action))}
        ${report.overview.map((section) => this.section(section, tablesOf(report.overview)))}
        ${outcome.answers === null
          ? nothing
          : html`<app-answers .answers=${outcome.answers} .tables=${tablesOf(outcome.sections)}></app-answers>`}
        ${outcome.figures.map((figure) => this.figure(figure, tablesOf(outcome.sections)))}
        ${outcome.sections.map((section) => this.section(section, tablesOf(outcome.sections)))}
        <footer class="conventions">
          <h3>${say("page-conventions")}</h3>
          ${report.colophon.map((paragraph) => html`<p>${text(paragraph)}</p>`)}
        </footer>
      </article>
    `;
  }

  private head(report: Report, outcome: OutcomeReport): TemplateResult {
    return html`<header class="head">
      ${this.basis === "summaries" ? html`<p class="every-page">${say("link-recomputed")}</p>` : nothing}
      <p class="only-print">${text(report.summary)}</p>
      <h2 id="outcome-name">${outcome.name}</h2>
      <div class="exports" role="group" aria-label=${say("page-exports")}>
        <span class="label" aria-hidden="true">${say("page-exports")}</span>
        <button class="link" data-testid="export-tidy" @click=${() => this.send({ type: "export", format: "tidy" })}>
          ${say("page-export-tidy")}
        </button>
        <button class="link" @click=${() => this.send({ type: "export", format: "markdown" })}>${say("page-export-markdown")}</button>
        <button class="link" @click=${() => this.send({ type: "export", format: "html" })}>${say("page-export-html")}</button>
        ${this.basis === "file" ? this.scripts() : nothing}
      </div>
      <p class="subtitle">${text(outcome.subtitle)}</p>
    </header>`;
  }

  /** The same analysis in other programs, which need the file. */
  private scripts(): TemplateResult {
    return html`<button class="link" @click=${() => this.send({ type: "export", format: "r" })}>${say("page-export-r")}</button>
      <button class="link" @click=${() => this.send({ type: "export", format: "spss" })}>${say("page-export-spss")}</button>`;
  }

  private contents(report: Report, outcome: OutcomeReport): TemplateResult {
    const link = (id: string, title: string) =>
      html`<a href="#${id}" @click=${(event: Event) => {
        event.preventDefault();
        this.go(id);
      }}>${title}</a>`;
    return html`<nav class="contents" aria-label=${say("page-contents")}>
      <p class="label">${say("page-contents")}</p>
      ${report.overview.map((section) => link(`section-${section.id}`, section.title))}
      ${outcome.answers === null ? nothing : link("answers", say("page-answers"))}
      ${outcome.sections.map(
        (section) => html`${section.chapter === "" ? nothing : html`<p class="label chapter">${section.chapter}</p>`}
        ${link(`section-${section.id}`, section.title)}`,
      )}
    </nav>`;
  }

  private section(section: Section, tables: TablePlace[]): TemplateResult {
    return html`${section.chapter === "" ? nothing : html`<h3 class="chapter">${section.chapter}</h3>`}
      <app-section
        .section=${section}
        .open=${this.folds.get(section.id) ?? section.open}
        .blocks=${section.blocks.map((block) => this.block(block, tables))}
      ></app-section>`;
  }

  private block(block: Block, tables: TablePlace[]): TemplateResult {
    switch (block.kind) {
      case "table":
        return tableOf(block.table);
      case "figure":
        return this.figure(block.figure, tables);
      case "paragraph":
        return html`<p class="paragraph">${text(block.text)}</p>`;
      case "notice":
        return noticeLine(block.notice);
    }
  }

  private figure(figure: Figure, tables: TablePlace[]): TemplateResult {
    if (figure.kind !== "forest") return html`<app-figure .figure=${figure} .tables=${tables}></app-figure>`;
    const table = tables.find((it) => it.id === figure.forest.table);
    const numbers = table === undefined
      ? undefined
      : html`<button class="link" @click=${() => this.go(`table-${table.id}`, table.section)}>
          ${say("page-numbers", { number: table.number })}
        </button>`;
    return forestOf(figure.forest, numbers);
  }
}

/** Where each table stands: its printed number and the section that holds it. */
export type TablePlace = { id: string; number: number; section: string };

function tablesOf(sections: readonly Section[]): TablePlace[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === "table" ? [{ id: block.table.id, number: block.table.number, section: section.id }] : [],
    ),
  );
}

customElements.define("app-report", AppReport);
