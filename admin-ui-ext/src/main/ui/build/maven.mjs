/**
 * Entry point for Maven: runs `build` or `check`. Skips a step if its inputs have not changed since it last succeeded.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE = [20, 19];

const ui = fileURLToPath(new URL("..", import.meta.url));
const target = join(ui, "../../../target");
const output = join(target, "classes/theme/strongroom/admin/resources");
const messages = join(ui, "../resources/theme/strongroom/admin/messages");

const filesBelow = (directory) =>
  readdirSync(directory, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });

const hash = (files) => {
  const digest = createHash("sha256").update(process.version);
  for (const file of files) {
    const content = readFileSync(file);
    digest.update(`${file.slice(ui.length)}\n${content.length}\n`);
    digest.update(content);
  }
  return digest.digest("hex");
};

const npm = (...args) =>
  execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
    cwd: ui,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, CI: "1", NO_COLOR: "1" },
  });

/** Runs a step unless its stamp shows that it succeeded with the same inputs. */
const step = (stamp, files, result, run) => {
  const now = hash(files);
  const done = existsSync(result) && existsSync(stamp) && readFileSync(stamp, "utf8") === now;
  if (!done) {
    rmSync(stamp, { force: true });
    run();
    writeFileSync(stamp, now);
  }
};

const steps = {
  install: () => {
    const modules = join(ui, "node_modules");
    const lock = [join(ui, "package.json"), join(ui, "package-lock.json")];
    step(join(modules, ".installed"), lock, modules, () => npm("ci", "--ignore-scripts", "--no-audit", "--no-fund"));
  },
  build: () => {
    const manifest = join(output, ".vite/manifest.json");
    step(join(target, "ui-built"), filesBelow(ui), manifest, () => npm("run", "--silent", "build"));
  },
  check: () => {
    const inputs = [...filesBelow(ui), ...filesBelow(messages)];
    step(join(target, "ui-checked"), inputs, target, () => npm("run", "--silent", "check"));
  },
};

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
  throw new Error(`Node ${NODE.join(".")} or newer is needed, this is ${process.versions.node}`);
}
mkdirSync(target, { recursive: true });
steps.install();
steps[process.argv[2]]();
