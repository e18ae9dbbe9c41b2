// The aims of the trial: each outcome's role and margin, and the claims to be checked.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { isChecked, valueOf } from "../dom";
import { label } from "../label";
import type { ClaimPlan, KeyDescription, Margin, MarginUnit, OutcomePlan, OutcomeRole, Plan } from "../core-types";
import { say } from "../words";
import { bareSelect, choice } from "./select";
import { AppElement } from "./app-element";
import "./app-change";

const ROLES: readonly OutcomeRole[] = ["primary", "secondary", "exploratory"];
const UNITS: readonly MarginUnit[] = ["sd", "raw"];

/** What the core takes where the Plan has no margin. */
const DEFAULT_MARGIN: Margin = { value: 0.5, unit: "sd" };

export class AppAims extends AppElement {
  static override properties = { plan: { attribute: false }, single: { attribute: false }, keys: { attribute: false } };
  declare plan: Plan;
  /** Whether there are participants, or will be, who can change one by one. */
  declare single: boolean;
  declare keys: readonly KeyDescription[] | undefined;

  protected override render(): TemplateResult {
    const { outcomes } = this.plan;
    return html`<details class="options aims">
      <summary>
        <span class="link">${say("page-aims")}</span>
        <span class="label">${say("page-aims-label", { unset: outcomes.filter(({ margin }) => margin === undefined).length })}</span>
      </summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${say("page-aims")}>
      <table class="aims-grid">
        <thead>
          <tr>
            <th scope="col">${say("page-aim-outcome")}</th>
            <th scope="col">${say("page-role")}</th>
            <th scope="col">${say("page-margin")}</th>
          </tr>
        </thead>
        <tbody>
          ${outcomes.map((outcome, index) => this.row(outcome, index))}
        </tbody>
      </table>
      </div>
      ${this.single ? html`<app-change .plan=${this.plan} .keys=${this.keys}></app-change>` : nothing} ${this.claims()}
    </details>`;
  }

  private row(outcome: OutcomePlan, index: number): TemplateResult {
    const { name, role } = outcome;
    const { margin } = outcome;
    const { value, unit } = margin ?? DEFAULT_MARGIN;
    return html`<tr>
      <th scope="row">${label(name)}</th>
      <td>
        ${bareSelect(
          say("page-role-of", { name }),
          role ?? "none",
          ["none", ...ROLES].map((it) => choice(it, say(`page-role-${it}`))),
          (event) =>
            this.send({
              type: "edit",
              change: { edit: "role", index, role: ROLES.find((it) => it === valueOf(event)) ?? null },
            }),
        )}
      </td>
      <td>
        <input
          type="number"
          min="0"
          step="any"
          size="6"
          aria-label=${say("page-margin-of", { name })}
          placeholder=${String(DEFAULT_MARGIN.value)}
          .value=${live(margin === undefined ? "" : String(value))}
          @change=${(event: Event) => this.margin(index, valueOf(event) === "" ? null : { value: Number(valueOf(event)), unit })}
        />
        ${bareSelect(
          say("page-margin-unit-of", { name }),
          unit,
          UNITS.map((it) => choice(it, say(`page-margin-${it}`))),
          (event) => this.margin(index, { value, unit: UNITS.find((it) => it === valueOf(event)) ?? unit }),
        )}
        ${margin === undefined ? html`<span class="label">${say("page-margin-default")}</span>` : nothing}
      </td>
    </tr>`;
  }

  private margin(index: number, margin: Margin | null): void {
    this.send({ type: "edit", change: { edit: "margin", index, margin } });
  }

  /** Offered where two interventions or more stand against a control, at two occasions or more. */
  private claims(): TemplateResult | typeof nothing {
    const { arm, outcomes, occasions } = this.plan;
    const [control, first, second] = arm?.levels ?? [];
    if (control === undefined || first === undefined || second === undefined || occasions.length < 2) return nothing;
    const printed = (level: string) => arm?.labels?.get(level) ?? level;
    const offered: { claim: ClaimPlan; text: string }[] = [
      ...outcomes.map(({ name }) => ({
        claim: { claim: "improves" as const, outcome: name },
        text: say("page-claim-improves", { outcome: name }),
      })),
      ...(occasions.length > 2 ? [{ claim: { claim: "maintained" as const }, text: say("page-claim-maintained") }] : []),
      ...outcomes.map(({ name }) => ({
        claim: { claim: "better" as const, outcome: name },
        text: say("page-claim-better", { first: printed(first), second: printed(second), outcome: name }),
      })),
    ];
    return html`<fieldset class="claims">
      <legend>${say("page-claims")}</legend>
      ${offered.map(
        ({ claim, text }) => html`<label
          ><input
            type="checkbox"
            .checked=${live((this.plan.claims ?? []).some((it) => isSameClaim(it, claim)))}
            @change=${(event: Event) =>
              this.send({ type: "edit", change: { edit: "claim", claim, made: isChecked(event) } })}
          />
          ${text}</label
        >`,
      )}
    </fieldset>`;
  }
}

function isSameClaim(one: ClaimPlan, other: ClaimPlan): boolean {
  return one.claim === other.claim && one.outcome === other.outcome;
}

customElements.define("app-aims", AppAims);
