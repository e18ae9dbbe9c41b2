// The arms: which column names them, which one is the control, their order.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { valueOf } from "../dom";
import { label } from "../label";
import type { ArmPlan } from "../core-types";
import { isOpen } from "../guesses";
import { levelled, type Trial } from "../state/state";
import { say } from "../words";
import { hover, leave, lift, put } from "./drag";
import { doubt } from "./reason";
import { choice, select } from "./select";
import { AppElement } from "./app-element";
import "./app-columns";
import "./app-html";

/** What no arm is called: nobody has said which one is the control. */
const ASKED = "\u{0}asked";

export class AppArms extends AppElement {
  static override properties = { trial: { attribute: false } };
  declare trial: Trial;

  /** What to focus after the next drawing: a moved arm's button has a new place. */
  private refocus: string | undefined;

  protected override render(): TemplateResult {
    const { plan, reasons, opened } = this.trial;
    const { arm } = plan;
    const hasColumn = arm !== undefined || !this.isDraft();
    return html`
      <div class="fields">
        ${hasColumn ? html`<label class="field">
          <span>${say("page-arm-column")} ${doubt(reasons, "arm")}</span>
          <app-columns
            .label=${say("page-arm-column")}
            .value=${arm?.column ?? ""}
            .columns=${levelled(opened)}
            .none=${this.isDraft() ? undefined : say("page-arm-none")}
            .typed=${this.isDraft()}
            @choose=${({ detail }: CustomEvent<string>) => this.chooseColumn(detail)}
          ></app-columns>
        </label>` : nothing}
        ${arm === undefined ? nothing : this.control(arm)}
        ${select(
          say("page-randomised"),
          plan.randomised === undefined ? "" : plan.randomised ? "yes" : "no",
          ["", "yes", "no"].map((value) => choice(value, say(`page-randomised-${value || "unsaid"}`))),
          (event) => this.randomised(valueOf(event)),
        )}
      </div>
      ${arm === undefined ? nothing : this.list(arm)}
    `;
  }

  protected override updated(): void {
    if (this.refocus === undefined) return;
    this.querySelector<HTMLElement>(this.refocus)?.focus();
    this.refocus = undefined;
  }

  private control(arm: ArmPlan): TemplateResult {
    const isAsked = arm.control === undefined && isOpen(this.trial.plan, "control");
    const choices = [
      ...(isAsked ? [choice(ASKED, say("page-please-choose"))] : []),
      ...arm.levels.map((level) => choice(level, label(nameOf(arm, level)))),
      choice("", say("page-control-none")),
    ];
    return html`<span class="field-with-flag">
      ${select(say("page-control"), isAsked ? ASKED : (arm.control ?? ""), choices, (event) => this.chooseControl(valueOf(event)))}
      ${doubt(this.trial.reasons, "control")}
    </span>`;
  }

  private chooseControl(level: string): void {
    if (level !== ASKED) this.send({ type: "edit", change: { edit: "control", level: level || null } });
  }

  private list(arm: ArmPlan): TemplateResult {
    const left = (this.trial.opened.levels.get(arm.column) ?? []).filter((level) => !arm.levels.includes(level));
    return html`<ol class="arms" aria-label=${say("page-arms")}>
        ${repeat(arm.levels, (level) => level, (level, index) => this.arm(arm, level, index))}
      </ol>
      ${left.length === 0
        ? nothing
        : html`<p class="label">
            ${say("page-arms-left")}
            ${left.map(
              (level) => html`<button class="link" @click=${() => this.send({ type: "edit", change: { edit: "arm-restore", level } })}>
                ${say("page-arm-restore", { arm: level })}
              </button> `,
            )}
          </p>`}`;
  }

  private arm(arm: ArmPlan, level: string, index: number): TemplateResult {
    const pinned = level === arm.control;
    const accepts = () => !pinned;
    return html`<li
      data-arm=${level}
      draggable=${String(!pinned)}
      @dragstart=${(event: DragEvent) => lift(event, { kind: "arm", level })}
      @dragover=${(event: DragEvent) => hover(event, (what) => what.kind === "arm" && what.level !== level && accepts())}
      @dragleave=${leave}
      @drop=${(event: DragEvent) => this.drop(event, index)}
    >
      ${pinned ? nothing : html`<span class="grip" aria-hidden="true">⠿</span>`}
      <app-html .html=${this.trial.opened.marks[index] ?? ""}></app-html>${this.name(arm, level)}
      ${pinned ? html`<span class="pill">${say("page-is-control")}</span>` : nothing}
      <span class="tools">
        ${pinned
          ? nothing
          : html`${this.mover(arm, level, index, -1)}${this.mover(arm, level, index, 1)}`}
        ${arm.levels.length > 1
          ? html`<button class="tool" data-tool="leave" aria-label=${say("page-arm-leave", { arm: level })} title=${say("page-arm-leave", { arm: level })}
              @click=${() => this.send({ type: "edit", change: { edit: "arm-leave", level }, say: say("page-arm-is-left", { arm: level }) })}>×</button>`
          : nothing}
      </span>
    </li>`;
  }

  /** The name that is printed, and where it differs the one of the file. */
  private name(arm: ArmPlan, level: string): TemplateResult {
    const printed = label(nameOf(arm, level));
    return html`<span class="named"
        ><input
          aria-label=${say("page-arm-name", { arm: level })}
          .value=${live(printed)}
          size="8"
          @change=${(event: Event) => this.rename(level, printed, valueOf(event).trim())}
      /></span>
      ${printed === label(level) ? nothing : html`<code class="label">${label(level)}</code>`}`;
  }

  /** An empty name gives the file's back. */
  private rename(level: string, before: string, name: string): void {
    if (name === before) return this.requestUpdate();
    this.send({ type: "edit", change: { edit: "arm-label", level, label: name === level ? "" : name } });
  }

  private mover(arm: ArmPlan, level: string, index: number, by: -1 | 1): TemplateResult {
    const to = index + by;
    const possible = to >= (arm.control === undefined ? 0 : 1) && to < arm.levels.length;
    const action = say(by < 0 ? "page-earlier" : "page-later", { name: level });
    return html`<button class="tool" data-tool=${by < 0 ? "earlier" : "later"} aria-label=${action} title=${action}
      aria-disabled=${String(!possible)} @click=${() => (possible ? this.move(level, to) : undefined)}>${by < 0 ? "←" : "→"}</button>`;
  }

  private move(level: string, to: number): void {
    const focused = document.activeElement?.getAttribute("data-tool");
    if (focused != null) this.refocus = `[data-arm="${CSS.escape(level)}"] [data-tool="${focused}"]`;
    const count = this.trial.plan.arm?.levels.length ?? 0;
    this.send({ type: "edit", change: { edit: "arm-move", level, to }, say: say("page-moved", { name: level, place: to + 1, count }) });
  }

  private drop(event: DragEvent, index: number): void {
    const what = put(event);
    if (what?.kind === "arm") this.move(what.level, index);
  }

  private chooseColumn(column: string): void {
    const { plan, opened } = this.trial;
    // Without a file the column gets another name, and its arms stay.
    const levels = (this.isDraft() ? plan.arm?.levels : opened.levels.get(column)) ?? [];
    this.send({ type: "edit", change: { edit: "arm-column", column: column || null, levels } });
  }

  private isDraft(): boolean {
    return this.trial.source === undefined;
  }

  private randomised(value: string): void {
    this.send({ type: "edit", change: { edit: "randomised", value: value === "" ? null : value === "yes" } });
  }
}

/** The name of an arm as it is printed. */
function nameOf({ labels }: ArmPlan, level: string): string {
  return labels?.get(level) ?? level;
}

customElements.define("app-arms", AppArms);
