// The page with a made-up core, for looking at it. Not shipped. A file whose name has `slow`, `broken`, `bad` or `many`
// shows those states.
import { startPage } from "../src/start";
import type { Core } from "../src/work";
import { notice, openedOf, reportOf, t } from "./fixture";

let name = "";
const wait = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((done, fail) => {
    const clock = setTimeout(done, ms);
    signal?.addEventListener("abort", () => { clearTimeout(clock); fail(signal.reason); });
  });

const fake: Core = {
  async read(files, options, signal) {
    const text = (await files[0]?.blob.text()) ?? "";
    const [header = "", ...rows] = text.trim().split(/\r?\n/);
    name = header;
    await wait(header.includes("slow") ? 4000 : 5, signal);
    const opened = openedOf(header.split(","), rows.length, !header.includes("unsure") && !location.search.includes("unsure"));
    if (header.includes("bad")) return { ...opened, rows: 0, notices: [notice("error", "This is a picture, not a table of text.", { hint: t("Save the data as CSV and drop that.") })] };
    if (header.includes("many")) return { ...opened, notices: [...opened.notices, ...Array.from({ length: 30 }, (_, i) => notice(i % 3 ? "note" : "warning", `Row ${i} has 3 cells where the header has 7.`, { line: i + 2 }))] };
    return { ...opened, encoding: options.encoding ?? "utf-8", delimiter: options.delimiter ?? ",", decimal: options.decimal ?? "." };
  },
  async analyse(plan, signal) {
    await wait(name.includes("late") ? 4000 : 5, signal);
    if (name.includes("broken")) throw new Error("unreachable executed");
    return reportOf(plan);
  },
  async resample(_files, _options, _plan, signal, onProgress) {
    for (let share = 0; name.includes("resample") && share < 1; share += 0.05) {
      onProgress(share);
      await wait(400, signal);
    }
    return undefined;
  },
  openLink: async () => ({
    summary: t("A link."), opened: undefined, carried: [], has_summaries: false, registered: undefined, plan_hash: "",
    notices: [notice("error", "The made-up core opens no link.")],
  }),
  closeLink: async () => undefined,
  link: async () => ({ fragment: "1.made-up", carried: [], refused: [], plan_text: "{}", plan_hash: "0".repeat(64) }),
  example: async () => "id,group,mood_pre,mood_post,mood_fu\nP01,waitlist,3,4,5\n",
  draft: async ({ outcomes }) => openedOf(outcomes, 0, true),
  keys: async () => [],
  withScale: async (plan, scale) => ({ ...plan, scales: [scale] }),
  withoutScale: async (plan) => ({ ...plan, scales: [] }),
  keyFile: async ({ name }) => `titles = ["${name}"]\n`,
  openKey: async () => ({ scale: undefined, notices: [notice("error", "The made-up core opens no key file.")] }),
  export: async (format) => `outcome,method,term,statistic,value\n${format},x,y,z,1\n`,
};
startPage(fake);
