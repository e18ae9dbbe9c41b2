// A figure that is drawn as wide as the page allows: its picture, its caption, the way to its numbers.
import { html, type TemplateResult } from "lit";
import type { Marker, Profile, Scatter } from "../core-types";
import { say } from "../words";
import { mark } from "../view/marks";
import { plotProfile } from "../view/plot-profile";
import { plotScatter } from "../view/plot-scatter";
import { text } from "../view/text";
import { AppElement } from "./app-element";
import type { TablePlace } from "./app-report";

/** Under this width the arms are named in a legend, not beside their lines. */
const DIRECT_PX = 520;

type Drawn = { kind: "profile"; profile: Profile } | { kind: "scatter"; scatter: Scatter };

export class AppFigure extends AppElement {
  static override properties = {
    figure: { attribute: false },
    tables: { attribute: false },
    width: { state: true },
  };
  declare figure: Drawn;
  declare tables: TablePlace[];
  declare width: number;

  private readonly sizes = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width > 0) this.width = width;
  });

  protected override firstUpdated(): void {
    const box = this.querySelector(".plot");
    if (box !== null) this.sizes.observe(box);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  protected override render(): TemplateResult {
    const { figure, width } = this;
    const direct = width >= DIRECT_PX;
    const shown = figure.kind === "profile" ? figure.profile : figure.scatter;
    return html`<figure class="figure" data-kind=${figure.kind} aria-labelledby="figure-${shown.id}">
      <div class="picture">
        <p class="y-label" aria-hidden="true">${shown.y_label}</p>
        ${figure.kind === "profile" ? legend(figure.profile.series, direct) : legend(figure.scatter.groups, false)}
        <div class="plot" role="img" aria-label=${shown.description}>
          ${width > 0
            ? figure.kind === "profile"
              ? plotProfile(figure.profile, width, direct)
              : plotScatter(figure.scatter, width)
            : null}
        </div>
      </div>
      <figcaption id="figure-${shown.id}">
        <b>${say("page-figure", { number: shown.number })}</b> ${text(shown.caption)} ${this.numbers(shown.table)}
      </figcaption>
    </figure>`;
  }

  private numbers(id: string): TemplateResult | undefined {
    const table = this.tables.find((it) => it.id === id);
    if (table === undefined) return undefined;
    return html`<br /><button class="link" @click=${() => this.go(`table-${table.id}`, table.section)}>
        ${say("page-numbers", { number: table.number })}
      </button>`;
  }
}

/** The names of what is drawn; unseen where they stand in the picture, or there is one. */
function legend(drawn: { marker: Marker | null; name: string }[], direct: boolean): TemplateResult {
  return html`<ul class="legend" aria-hidden="true" ?hidden=${direct || drawn.length < 2}>
    ${drawn.map(({ marker, name }) => html`<li>${marker === null ? null : mark(marker)}${name}</li>`)}
  </ul>`;
}

customElements.define("app-figure", AppFigure);
