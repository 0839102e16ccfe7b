// Copies the pictures that the page tests made for the README and the docs from out/pictures/ to docs/images/.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { progress, root } from "./child.mjs";

/** Named as in `screenshot(name)` of the page tests. */
const languages = ["json", "yaml", "options", "script"].flatMap((one) => [
  `language-${one}-light`,
  `language-${one}-dark`,
]);
const completions = ["json", "yaml", "options", "shell"].map((one) => `completion-${one}`);
const chosen = [
  "mistake",
  "completion",
  "hover",
  "review-light",
  "updated",
  "payloads",
  "no-region",
  "offline",
  "samples",
  "walkthrough",
  "consent",
  "quick-fixes",
  ...languages,
  ...completions,
];

mkdirSync(path.join(root, "docs/images"), { recursive: true });
for (const name of chosen) {
  const made = path.join(root, "out/pictures", `${name}.png`);
  if (!existsSync(made)) throw new Error(`There is no ${name}.png in out/pictures: run \`npm test -- page\` first.`);
  copyFileSync(made, path.join(root, "docs/images", `${name}.png`));
  progress(`docs/images/${name}.png`);
}
