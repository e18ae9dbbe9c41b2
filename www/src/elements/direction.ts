// The direction of benefit of an outcome, to be chosen; nothing is chosen while nobody has said it.
import type { TemplateResult } from "lit";
import { valueOf } from "../dom";
import type { Better, Edit, Plan } from "../core-types";
import { isOpen } from "../guesses";
import { say } from "../words";
import { bareSelect, choice } from "./select";

const DIRECTIONS: readonly Better[] = ["higher", "lower"];

export function direction(plan: Plan, index: number, edit: (change: Edit) => void): TemplateResult {
  const { name = "", better } = plan.outcomes[index] ?? {};
  const stated = isOpen(plan, `better:${name}`) ? undefined : better;
  const choices = DIRECTIONS.map((it) => choice(it, say(`page-better-${it}`)));
  return bareSelect(
    say("page-better-of", { name }),
    stated ?? "",
    stated == null ? [choice("", say("page-please-choose")), ...choices] : choices,
    (event) => {
      const chosen = DIRECTIONS.find((it) => it === valueOf(event));
      if (chosen !== undefined) edit({ edit: "better", index, better: chosen });
    },
  );
}
