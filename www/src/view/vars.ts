// Custom properties set through the CSSOM: the page's policy refuses style attributes.
import { nothing } from "lit";
import { directive, Directive, PartType, type ElementPart, type PartInfo } from "lit/directive.js";

type Vars = Record<`--${string}`, string | number>;

class VarsDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("vars stands in an element's tag");
  }

  override update({ element }: ElementPart, [vars]: [Vars]) {
    if (element instanceof HTMLElement || element instanceof SVGElement) {
      for (const [name, value] of Object.entries(vars)) element.style.setProperty(name, String(value));
    }
    return this.render(vars);
  }

  render(_: Vars) {
    return nothing;
  }
}

/** `<span ${vars({ "--at": 12.5 })}>` */
export const vars = directive(VarsDirective);
