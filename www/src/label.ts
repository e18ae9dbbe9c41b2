// User text on the page, cleaned by the rules of `report::label` in the core so that it cannot hide, reorder or drown out
// the text around it. The Plan keeps names exactly.

/** Longer labels are cut in the middle: names of one questionnaire often differ at their ends only. */
const LONGEST = 160;
const START = 110;
const END = 40;
/** More marks than these on one letter grow over the lines above and below. */
const TOWER = /(\p{Mn}{6})\p{Mn}+/gu;
const HIDDEN =
  /[\p{Cc}\p{Cs}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{180b}-\u{180e}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{2800}\u{3164}\u{e000}\u{feff}\u{ffa0}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]/u;
/** They belong to the writing of Persian, of Hindi, to emoji; in Latin letters they only hide. */
const JOINER = /[\u{200c}-\u{200f}\u{61c}]/u;
/** Letters; the digits of Persian and Arabic are written from left to right. */
const RIGHT_TO_LEFT = /[\u{590}-\u{65f}\u{66a}-\u{6ef}\u{6fa}-\u{8ff}\u{200f}\u{fb1d}-\u{fdff}\u{fe70}-\u{fefe}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A label by itself: what does not show is written as `⟨U+202E⟩`, a line end is a blank. */
export function label(name: string): string {
  const letters = name.length <= 2 * LONGEST ? [...name] : [...name.slice(0, 2 * LONGEST), ...name.slice(-2 * END)];
  const short = letters.length > LONGEST ? [...letters.slice(0, START), "…", ...letters.slice(-END)] : letters;
  const shown = short.map((letter, i) => {
    if (/[\t-\r\u{85}\u{2028}\u{2029}]/u.test(letter)) return " ";
    const joins = JOINER.test(letter) && (short[i - 1] ?? " ") > "\u{7f}";
    return HIDDEN.test(letter) && !joins ? `⟨U+${codeOf(letter)}⟩` : letter;
  });
  return shown.join("").replaceAll(TOWER, "$1");
}

/** A label inside a sentence: one that is written from right to left turns nothing beside it. */
export function within(name: string): string {
  const shown = label(name);
  return RIGHT_TO_LEFT.test(shown) ? `\u{2068}${shown}\u{2069}` : shown;
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
