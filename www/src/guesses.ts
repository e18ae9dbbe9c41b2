// What of a Plan is still a guess.
import type { Plan } from "./core-types";

/** Whether the Plan lists that part as a guess. */
export function isOpen({ unconfirmed }: Plan, part: string): boolean {
  return unconfirmed?.includes(part) ?? false;
}

/** The parts that the visitor confirms with the design as a whole: those listed, and what a Plan without a list leaves out. */
export function openParts({ unconfirmed, arm, baseline, end_of_treatment: end, outcomes }: Plan): string[] {
  const unsaid = [
    ...(arm !== undefined && arm.control === undefined ? ["control"] : []),
    ...(baseline === undefined ? ["baseline"] : []),
    ...(end === undefined ? ["end_of_treatment"] : []),
  ];
  const directions = outcomes.filter(({ better }) => better == null).map(({ name }) => `better:${name}`);
  return [...new Set([...(unconfirmed ?? unsaid), ...directions])];
}
