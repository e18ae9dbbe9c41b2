// The page: its regions, and what may happen anywhere on it (a file dropped, a table pasted).
import { html, nothing, type TemplateResult } from "lit";
import { goTo, isTyping } from "../dom";
import { sourceOf, tableIn } from "../sources";
import { basisOf, type Basis, type State, type Trial } from "../state/state";
import type { Store } from "../state/store";
import { say } from "../words";
import { AppElement, UNKEPT } from "./app-element";
import "./app-data";
import "./app-design";
import "./app-link";
import "./app-masthead";
import "./app-no-data";
import "./app-offer";
import "./app-report";
import "./app-share";
import "./app-status";
import "./app-update";
import "./app-welcome";

export class AppPage extends AppElement {
  static override properties = { store: { attribute: false }, dragging: { state: true } };
  declare store: Store;
  declare dragging: boolean;

  private stop: (() => void) | undefined;
  private readonly listening = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.store.listen((_, state, before) => {
      if (state.theme !== before.theme) this.setTheme();
      this.requestUpdate();
      if (titleOf(state) !== titleOf(before)) this.setTitle(titleOf(state));
      if (state.trial !== undefined && before.trial === undefined) void this.arrive();
      if (state.trial === undefined && state.link !== before.link && state.link !== undefined) void this.show("link", undefined);
      if (state.offered !== undefined && state.offered !== before.offered) void this.show("offer", undefined);
    });
    this.addEventListener("app-action", (event) => this.store.dispatch(event.detail));
    this.addEventListener("app-go", (event) => void this.show(event.detail.id, event.detail.section));
    const { signal } = this.listening;
    window.addEventListener("dragover", (event) => this.over(event), { signal });
    window.addEventListener("dragleave", (event) => this.leave(event), { signal });
    window.addEventListener("drop", (event) => this.drop(event), { signal });
    window.addEventListener("paste", (event) => this.paste(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.listening.abort();
  }

  protected override render(): TemplateResult {
    const state = this.store.state();
    const { trial, run } = state;
    return html`
      <app-masthead .theme=${state.theme} .basis=${basisOf(state)}></app-masthead>
      <main id="content" tabindex="-1" ?data-dragging=${this.dragging}>
        ${state.offered === undefined ? nothing : html`<app-offer .text=${state.offered}></app-offer>`}
        ${trial === undefined
          ? html`<app-welcome
              .run=${run}
              .lock=${state.lock}
              .link=${state.link}
              .draft=${state.draft}
              .folds=${state.folds}
            ></app-welcome>`
          : this.trial(state, trial, basisOf(state) ?? "file")}
      </main>
      <app-update .offered=${state.newVersion} .loaded=${trial !== undefined || state.link !== undefined}></app-update>
      <footer class="wrap page-foot" data-offline=${state.offline}>
        <p>${say("page-footer")} ${state.offline === "ready" ? say("page-offline") : nothing}
          <a href="methods.html" target="_blank" rel="noopener">${say("page-methods")}</a> ·
          <a href="privacy.html" target="_blank" rel="noopener">${say("page-privacy")}</a></p>
      </footer>
      <p class="hidden" role="status" aria-live="polite">${state.said}</p>
      <form id=${UNKEPT} autocomplete="off" hidden @submit=${(event: Event) => event.preventDefault()}></form>
      ${this.dragging ? html`<p class="veil" aria-hidden="true"><span>${say("page-drop-now")}</span></p>` : nothing}
    `;
  }

  private trial(state: State, trial: Trial, basis: Basis): TemplateResult {
    const { report, run, link } = state;
    const name = nameOf(state) ?? "";
    return html`<h1 class="hidden">${trial.source === undefined ? name : say("page-title", { name })}</h1>
      <div class="wrap">
        ${basis === "file" ? html`<app-data .trial=${trial} .problems=${report?.notices ?? []} .lock=${state.lock}></app-data>` : nothing}
        ${basis === "draft" ? html`<app-no-data></app-no-data>` : nothing}
        ${basis === "file" ? nothing : html`<app-lock .lock=${state.lock}></app-lock>`}
        ${link === undefined ? nothing : html`<app-link .link=${link} .basis=${basis} .problems=${report?.notices ?? []} .folds=${state.folds}></app-link>`}
        <app-design .trial=${trial} .basis=${basis} .summary=${report?.summary} .scales=${state.scales} .open=${state.designOpen}></app-design>
      </div>
      <app-status .run=${run} .resampling=${state.resampling} .kept=${report !== undefined}></app-status>
      <app-report
        .report=${report}
        .run=${run}
        .basis=${basis}
        .resampling=${state.resampling.at}
        .outcome=${state.outcome}
        .folds=${state.folds}
      ></app-report>
      ${report === undefined && basis !== "draft"
        ? nothing
        : html`<app-share .trial=${trial} .sharing=${state.sharing} .basis=${basis} .folds=${state.folds}></app-share>`}`;
  }

  private async show(id: string, section: string | undefined): Promise<void> {
    if (section !== undefined) this.store.dispatch({ type: "fold", section, open: true });
    if (id === "design") this.store.dispatch({ type: "fold-design", open: true });
    await this.updateComplete;
    // The fold's own element draws in the next turn.
    requestAnimationFrame(() => goTo(id));
  }

  /** What was pressed to open the first file is gone with the welcome: the keyboard goes on at the head of the report. */
  private async arrive(): Promise<void> {
    await this.updateComplete;
    this.querySelector("main")?.focus({ preventScroll: true });
  }

  private setTitle(title: string | undefined): void {
    if (title !== undefined) document.title = say("page-document", { title });
  }

  private setTheme(): void {
    const { theme } = this.store.state();
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }

  private over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    this.dragging = true;
  }

  private leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.dragging = false;
  }

  private drop(event: DragEvent): void {
    this.dragging = false;
    const source = sourceOf([...(event.dataTransfer?.files ?? [])]);
    if (source === undefined) return;
    event.preventDefault();
    this.store.dispatch({ type: "open", source });
  }

  private paste(event: ClipboardEvent): void {
    if (isTyping(event)) return;
    const files = sourceOf([...(event.clipboardData?.files ?? [])]);
    // What is pasted can be read in this moment only: the page cannot wait with the lock.
    if (files === undefined) this.store.dispatch({ type: "lock-now", name: say("page-pasted") });
    const source = files ?? tableIn(event.clipboardData?.getData("text/plain") ?? "");
    if (source === undefined) return;
    this.store.dispatch({ type: "open", source });
    event.preventDefault();
  }

}

/** What the page shows, in a word. */
function nameOf(state: State): string | undefined {
  return state.trial?.source?.name ?? titleOf(state);
}

/** The same without the file's name: browsers keep the titles of visited pages, and some send them to other devices. */
function titleOf({ trial, link }: State): string | undefined {
  if (trial === undefined) return undefined;
  if (trial.source !== undefined) return say("page-title-file");
  return say(link === undefined ? "page-title-draft" : "page-title-link");
}

customElements.define("app-page", AppPage);
