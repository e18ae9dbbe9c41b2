// Means and intervals of the arms over the occasions, drawn as wide as the page allows.
import { html, type TemplateResult } from "lit";
import type { Profile } from "../core-types";
import { say } from "../words";
import { mark } from "../view/marks";
import { plotProfile } from "../view/plot-profile";
import { text } from "../view/text";
import { AppElement } from "./app-element";
import type { TablePlace } from "./app-report";

/** Under this width the arms are named in a legend, not beside their lines. */
const DIRECT_PX = 520;

export class AppProfile extends AppElement {
  static override properties = {
    profile: { attribute: false },
    tables: { attribute: false },
    width: { state: true },
  };
  declare profile: Profile;
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
    const { profile, width } = this;
    const direct = width >= DIRECT_PX;
    return html`<figure class="figure" aria-labelledby="figure-${profile.id}">
      <div class="picture">
        <p class="y-label" aria-hidden="true">${profile.y_label}</p>
        <ul class="legend" aria-hidden="true" ?hidden=${direct || profile.series.length < 2}>
          ${profile.series.map((series) => html`<li>${mark(series.marker)}${series.name}</li>`)}
        </ul>
        <div class="plot" role="img" aria-label=${profile.description}>
          ${width > 0 ? plotProfile(profile, width, direct) : null}
        </div>
      </div>
      <figcaption id="figure-${profile.id}">
        <b>${say("page-figure", { number: profile.number })}</b> ${text(profile.caption)} ${this.numbers()}
      </figcaption>
    </figure>`;
  }

  private numbers(): TemplateResult | undefined {
    const table = this.tables.find((it) => it.id === this.profile.table);
    if (table === undefined) return undefined;
    return html`<br /><button class="link" @click=${() => this.go(`table-${table.id}`, table.section)}>
        ${say("page-numbers", { number: table.number })}
      </button>`;
  }
}

customElements.define("app-profile", AppProfile);
