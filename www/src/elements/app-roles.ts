// The other columns: who the participant is, what is adjusted for, how the file is laid out, what is not used.
import { html, nothing, type TemplateResult } from "lit";
import { valueOf } from "../dom";
import { label } from "../label";
import { levelled, type Trial } from "../state/state";
import { say } from "../words";
import { hover, leave, lift, put } from "./drag";
import { doubt } from "./reason";
import { choice, select } from "./select";
import { AppElement } from "./app-element";
import "./app-columns";

/** More unused columns than these are counted, not listed. */
const LISTED = 40;

type Role = "covariates" | "factors";

export class AppRoles extends AppElement {
  static override properties = { trial: { attribute: false } };
  declare trial: Trial;

  protected override render(): TemplateResult {
    const { plan, grid, opened, reasons } = this.trial;
    const used = new Set(grid.columns);
    const unused = opened.columns.filter((column) => !used.has(column));
    return html`
      <div class="roles">
        <div class="fields">
          <label class="field">
            <span>${say("page-id")} ${doubt(reasons, "id")}</span>
            <app-columns
              .label=${say("page-id")}
              .value=${typeof plan.id === "string" ? plan.id : ""}
              .columns=${opened.columns}
              .typed=${this.isDraft()}
              .none=${Array.isArray(plan.id) ? plan.id.map(label).join(" + ") : say("page-id-none")}
              @choose=${({ detail }: CustomEvent<string>) => this.send({ type: "edit", change: { edit: "id", column: detail || null } })}
            ></app-columns>
          </label>
          ${this.isDraft() ? nothing : this.layout()}
        </div>
        ${this.roleRow("covariates", opened.columns.filter((column) => !used.has(column)))}
        ${this.roleRow("factors", levelled(opened).filter((column) => !used.has(column)))}
        ${this.isDraft() ? nothing : this.unused(unused)}
      </div>
    `;
  }

  private isDraft(): boolean {
    return this.trial.source === undefined;
  }

  /** One row per participant, or one per participant and occasion. */
  private layout(): TemplateResult {
    const { plan, opened, reasons } = this.trial;
    const { long } = plan;
    const rows = html`<span class="field-with-flag">
      ${select(
        say("page-layout"),
        long === undefined ? "wide" : "long",
        ["wide", "long"].map((value) => choice(value, say(`page-layout-${value}`))),
        (event) => this.setLayout(valueOf(event)),
      )}
      ${doubt(reasons, "long")}
    </span>`;
    if (long === undefined) return rows;
    return html`${rows}
      <label class="field">
        <span>${say("page-occasion-column")}</span>
        <app-columns
          .label=${say("page-occasion-column")}
          .value=${long.occasion}
          .columns=${levelled(opened)}
          @choose=${({ detail }: CustomEvent<string>) => this.setOccasionColumn(detail)}
        ></app-columns>
      </label>`;
  }

  private setLayout(layout: string): void {
    if (layout === "wide") return this.send({ type: "edit", change: { edit: "wide" } });
    const candidates = levelled(this.trial.opened);
    const taken = new Set(this.trial.grid.columns);
    const column = candidates.find((name) => !taken.has(name)) ?? candidates[0];
    if (column !== undefined) this.setOccasionColumn(column);
  }

  private setOccasionColumn(occasion: string): void {
    const levels = this.trial.opened.levels.get(occasion) ?? [];
    this.send({ type: "edit", change: { edit: "long", occasion, levels } });
  }

  private roleRow(role: Role, candidates: string[]): TemplateResult {
    const chosen = this.trial.plan[role];
    return html`<div
      class="role"
      role="group"
      aria-label=${say(`page-${role}`)}
      @dragover=${(event: DragEvent) => hover(event, (what) => what.kind === "column")}
      @dragleave=${leave}
      @drop=${(event: DragEvent) => this.drop(event, role)}
    >
      <span class="label">${say(`page-${role}`)} ${doubt(this.trial.reasons, role)}</span>
      ${chosen.map(
        (column) => html`<span class="chip"
          ><code>${label(column)}</code>
          <button class="tool" aria-label=${say("page-disuse", { column })} title=${say("page-disuse", { column })}
            @click=${() => this.send({ type: "edit", change: { edit: "disuse", role, column } })}>×</button></span
        >`,
      )}
      <app-columns
        .label=${say(`page-${role}-add`)}
        .value=${""}
        .columns=${candidates}
        .typed=${this.isDraft()}
        .none=${say("page-add-column")}
        @choose=${({ detail }: CustomEvent<string>) => this.use(role, detail)}
      ></app-columns>
    </div>`;
  }

  private use(role: Role, column: string): void {
    if (column !== "") this.send({ type: "edit", change: { edit: "use", role, column } });
  }

  private drop(event: DragEvent, role: Role): void {
    const what = put(event);
    if (what?.kind === "column") this.use(role, what.column);
  }

  private unused(columns: string[]): TemplateResult | typeof nothing {
    if (columns.length === 0) return nothing;
    const chip = (column: string) => html`<span
        class="chip"
        draggable="true"
        @dragstart=${(event: DragEvent) => lift(event, { kind: "column", column })}
        ><span class="grip" aria-hidden="true">⠿</span><code>${label(column)}</code></span
      > `;
    const more = columns.length - LISTED;
    return html`<p class="role unused">
      <span class="label">${say("page-unused")}</span> ${columns.slice(0, LISTED).map(chip)}
      ${more > 0 ? html`<span class="label">${say("page-unused-more", { count: more })}</span>` : nothing}
    </p>`;
  }
}

customElements.define("app-roles", AppRoles);
