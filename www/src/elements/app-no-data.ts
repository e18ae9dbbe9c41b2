// Takes the place of the data strip while a trial is planned: there are no data yet, and what to do once there are.
import { html, type TemplateResult } from "lit";
import { say } from "../words";
import { fileInput } from "./file-input";
import { AppElement } from "./app-element";

export class AppNoData extends AppElement {
  protected override render(): TemplateResult {
    return html`<section class="strip" id="data" data-testid="drop-zone" tabindex="-1" aria-labelledby="data-heading">
      <div class="strip-row">
        <h2 id="data-heading">${say("page-data")}</h2>
        <div class="strip-body strip-line">
          <p>${say("draft-no-data")}</p>
          <label class="link">
            ${fileInput((action) => this.send(action))}${say("draft-file")}
          </label>
          <button class="link" @click=${() => this.send({ type: "leave-draft" })}>${say("draft-back")}</button>
        </div>
      </div>
    </section>`;
  }
}

customElements.define("app-no-data", AppNoData);
