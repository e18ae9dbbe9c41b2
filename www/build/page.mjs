// index.html and methods.html with the names and hashes of the files that were built.

/**
 * Each `href` or `src` of a source becomes the built file's; whatever could run besides is refused. Without `integrity` a
 * file is checked by whoever uses it.
 */
export function withAssets(html, assets) {
  let page = html;
  for (const [source, { file, integrity }] of Object.entries(assets)) {
    const reference = new RegExp(`(href|src)="?${source.replaceAll(".", "\\.")}"?`);
    if (!reference.test(page)) throw new Error(`a page does not refer to ${source}`);
    const checked = /\.(css|js)$/.test(file) && integrity !== undefined ? ` integrity="${integrity}" crossorigin="anonymous"` : "";
    page = page.replace(reference, `$1="${file}"${checked}`);
  }
  if (/<script(?![^>]*\bintegrity=)/.test(page)) throw new Error("a page has a script without integrity");
  if (/<style|\sstyle=|\son\w+=/.test(page)) throw new Error("a page has an inline style or handler");
  return page;
}

/** The page with its one stylesheet in it, for a policy that admits no request. */
export function withStyles(html, source, css) {
  const link = `<link rel="stylesheet" href="${source}">`;
  if (!html.includes(link) || css.includes("</")) throw new Error(`a page does not refer to ${source}, or it cannot stand in it`);
  return html.replace(link, () => `<style>${css}</style>`);
}
