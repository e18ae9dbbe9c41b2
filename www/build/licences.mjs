// Third-party software in the site: licences.txt with its copyright and licence texts, and sbom.cdx.json, a software bill of
// materials (CycloneDX 1.6). From what Cargo resolves for the core and what esbuild bundled for the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const TARGET = "wasm32-unknown-unknown";

/** `inputs`: the paths of the files that esbuild bundled, as its metafiles have them. */
export function writeLicences(folder, inputs) {
  const { version, parts } = crates();
  const all = [...parts, rustLibrary(), ...packages(inputs)].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const silent = all.filter((part) => part.texts.length === 0).map((part) => `${part.name} ${part.version}`);
  if (silent.length > 0) throw new Error(`No licence text is known of ${silent.join(", ")}: see www/build/licences.mjs`);
  writeFileSync(join(folder, "licences.txt"), text(all));
  writeFileSync(join(folder, "sbom.cdx.json"), `${JSON.stringify(bom(version, all), undefined, 1)}\n`);
}

/** The crates whose code is in the core: not those that only built it, nor macros. */
function crates() {
  const cargo = (...more) => execFileSync("cargo", [...more, "--locked"], { cwd: root, maxBuffer: 1 << 28, encoding: "utf8" });
  const { packages } = JSON.parse(cargo("metadata", "--format-version", "1"));
  const linked = cargo("tree", "--package", "prepost", "--edges", "normal,no-proc-macro", "--target", TARGET, "--prefix", "none", "--format", "{p}");
  const names = new Set(linked.trim().split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const isLinked = (own) => own.source !== null && names.has(`${own.name} v${own.version}`);
  const hashes = checksums();
  const parts = packages.filter(isLinked).map((own) => ({
    name: own.name,
    version: own.version,
    // As old crates write it, `MIT/Apache-2.0`.
    licence: own.license?.replaceAll("/", " OR "),
    purl: `pkg:cargo/${own.name}@${own.version}`,
    hash: { alg: "SHA-256", content: hashes.get(`${own.name} ${own.version}`) },
    texts: texts(dirname(own.manifest_path), own.license, own.authors),
  }));
  return { version: packages.find((own) => own.name === "prepost" && own.source === null).version, parts };
}

/** The SHA-256 of each crate, from the lock file. */
function checksums() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const entries = lock.matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g);
  return new Map([...entries].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

/** Rust's standard library, of the compiler that built the core. */
function rustLibrary() {
  const version = execFileSync("rustc", ["--version"], { cwd: root, encoding: "utf8" }).split(" ")[1];
  const [licence, author] = ["MIT OR Apache-2.0", "The Rust Project Contributors"];
  return { name: "rust-std", version, licence, purl: `pkg:generic/rust-std@${version}`, texts: [mit(author)] };
}

/** The packages whose files were bundled. */
function packages(inputs) {
  const lock = JSON.parse(readFileSync(join(root, "www/package-lock.json"), "utf8")).packages;
  const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...folders].map((folder) => {
    const { name, version, license: licence, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const integrity = lock[folder.slice(folder.lastIndexOf("node_modules"))]?.integrity?.split("-")[1] ?? "";
    return {
      name,
      version,
      licence,
      purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      hash: { alg: "SHA-512", content: Buffer.from(integrity, "base64").toString("hex") },
      texts: texts(folder, licence, [author?.name ?? author].filter(Boolean)),
    };
  });
}

/** The licence texts of a folder: of a choice the first that we take; where there are none, that of the licence it names. */
function texts(folder, licence = "", authors = []) {
  const isText = (name) => /^(licen[cs]es?|copying|copyright|notice|unlicense)\b/i.test(name) && !/\.(rs|js|html)$/.test(name);
  const files = readdirSync(folder).filter(isText).sort();
  const offered = /\bAND\b/.test(licence) ? [] : ["MIT", "Apache"].filter((name) => licence.includes(name));
  const chosen = offered.map((name) => files.filter((file) => file.toLowerCase().includes(name.toLowerCase()))).find((own) => own.length > 0);
  if (files.length > 0) return (chosen ?? files).flatMap((name) => readable(join(folder, name)));
  if (offered[0] === "MIT") return [mit(authors.join(", ") || "the authors")];
  return offered[0] === "Apache" ? readable(join(root, "LICENSE-APACHE")) : [];
}

/** A file's text, or those of a folder's files. */
function readable(path) {
  try {
    return [readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim()];
  } catch (error) {
    if (error.code !== "EISDIR") throw error;
    return readdirSync(path).sort().flatMap((name) => readable(join(path, name)));
  }
}

function mit(holder) {
  const own = readFileSync(join(root, "LICENSE-MIT"), "utf8").replaceAll("\r\n", "\n").trim();
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

/** Each text once, under the names of those that come with it. */
function text(parts) {
  const byText = new Map();
  for (const part of parts) {
    for (const own of part.texts) byText.set(own, [...(byText.get(own) ?? []), part]);
  }
  const list = parts.map((part) => `${part.name} ${part.version} (${part.licence})`).join("\n");
  const bodies = [...byText].map(([own, of]) => `${of.map((part) => `${part.name} ${part.version}`).join(", ")}\n\n${own}`);
  const line = `\n\n${"-".repeat(80)}\n\n`;
  return `${["Prepost is made with the work of others, whose licences ask for these texts.\n\n" + list, ...bodies].join(line)}\n`;
}

function bom(version, parts) {
  const component = ({ name, version, licence, purl, hash }) => ({
    type: "library",
    "bom-ref": purl,
    name,
    version,
    ...(hash ? { hashes: [hash] } : {}),
    licenses: [{ expression: licence }],
    purl,
  });
  const components = parts.map(component);
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuid(JSON.stringify(components))}`,
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "prepost", name: "prepost", version, licenses: [{ expression: "MIT OR Apache-2.0" }] } },
    components,
  };
}

/** A UUID of version 8: the hash of a text, so that the same parts have the same number. */
function uuid(content) {
  const digits = createHash("sha256").update(content).digest("hex");
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join("-");
}
