// Brings the pictures that the page tests made for the README and the docs from out/pictures/ to docs/images/.
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { progress, root } from "./child.mjs";

/** Named as in `screenshot(name)` of the page tests: what each notation has, in each theme. */
const features = ["language", "completion", "fixes"].flatMap((feature) =>
  ["json", "yaml", "options", "script"].flatMap((notation) => [
    `${feature}-${notation}-light`,
    `${feature}-${notation}-dark`,
  ]),
);
const chosen = [
  "mistake",
  "completion",
  "hover",
  "review-light",
  "review-dark",
  "updated",
  "payloads",
  "no-region",
  "offline",
  "samples",
  "walkthrough",
  "consent",
  ...features,
];

rmSync(path.join(root, "docs/images"), { recursive: true, force: true });
mkdirSync(path.join(root, "docs/images"), { recursive: true });
for (const name of chosen) {
  const made = path.join(root, "out/pictures", `${name}.png`);
  if (!existsSync(made)) throw new Error(`There is no ${name}.png in out/pictures: run \`npm test -- page\` first.`);
  copyFileSync(made, path.join(root, "docs/images", `${name}.png`));
  progress(`docs/images/${name}.png`);
}
