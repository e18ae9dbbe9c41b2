// Trunk's pre_build hook: installs the packages of package.json where they are missing or older than the lock file.
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

const www = join(import.meta.dirname, "..");
const modified = (file) => statSync(join(www, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm writes the second one last, so that it is as new as the whole installation.
if (modified("package-lock.json") > modified("node_modules/.package-lock.json")) {
  // None of them needs its install script. npm is a batch file on Windows, which only a shell can start.
  const options = { cwd: www, stdio: "inherit", shell: process.platform === "win32" };
  try {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], options);
  } catch (error) {
    console.error(`The packages of www/package.json could not be installed: ${error.message}
npm needs its registry; behind a proxy set \`npm config set proxy URL\`, for a mirror \`npm config set registry URL\`, then run this again.`);
    process.exit(1);
  }
}
