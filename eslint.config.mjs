// Lint, and the layering rule of ARCHITECTURE.md made executable.
import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const offline = ["vscode", "@aws-sdk/*", "@smithy/*", "node:http", "node:https", "node:net", "node:tls", "node:dns"];

/**
 * In flat config a later entry replaces an earlier one, so each folder states all that it may not import.
 * @param {string} folder
 * @param {string[]} forbidden patterns in the syntax of .gitignore
 * @param {string} message
 * @returns {import("typescript-eslint").ConfigArray[number]}
 */
function layer(folder, forbidden, message) {
  return {
    files: [`${folder}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { patterns: [{ group: forbidden, message }] }] },
  };
}

const besideSyntax = [...offline, "**/client/**", "**/emulator/**", "**/model/**", "**/features/**", "vscode-*"];
const protocolOnly = ["**/server/**", "!**/server", "!**/server/src", "!**/server/src/protocol", "**/emulator/**"];

export default defineConfig(
  { ignores: ["dist/", "out/", ".vscode-test/", "node_modules/", "eslint.config.mjs"] },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket"],
      "max-lines": ["error", { max: 350 }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "no-control-regex": "off",
      "@typescript-eslint/explicit-member-accessibility": ["error", { accessibility: "no-public" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  layer("server/src", [...offline, "**/client/**", "**/emulator/**"], "The server is offline and knows no editor."),
  {
    files: ["server/src/*.ts"],
    ignores: ["server/src/lsp.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          paths: ["vscode-languageserver", "vscode-languageserver/node"].map((name) => ({
            name,
            allowTypeImports: true,
          })),
        },
      ],
    },
  },
  layer("server/src/syntax", [...besideSyntax, "../*"], "syntax knows no jobs and no editor."),
  layer("server/src/syntax/*", [...besideSyntax, "../../*"], "syntax knows no jobs and no editor."),
  layer(
    "server/src/syntax/{json,yaml,shell}",
    [...besideSyntax, "../../*", "../command/*", "../json/*", "../shell/*", "../shorthand/*", "../yaml/*"],
    "A notation knows no other: those inside one another are put together in command.",
  ),
  layer(
    "server/src/model",
    [
      ...offline,
      "**/client/**",
      "**/emulator/**",
      "**/features/**",
      "../*",
      "!../syntax",
      "../syntax/*",
      "!../syntax/tree",
      "!../syntax/source",
      "!../syntax/span",
      "!../syntax/plainValue",
      "!../syntax/pythonBlank",
      "!../syntax/shown",
      "vscode-*",
    ],
    "model knows no parser and no editor.",
  ),
  layer(
    "server/src/features",
    [
      ...offline,
      "**/client/**",
      "**/emulator/**",
      "**/server",
      "**/main",
      "vscode-languageserver",
      "vscode-languageserver/*",
    ],
    "features use plain LSP data types and the analysis.",
  ),
  layer(
    "client/src",
    [...protocolOnly, "@aws-sdk/*", "@smithy/*", "**/aws/sdk"],
    "The client knows of the server its protocol only, and the AWS SDK in aws/ alone.",
  ),
  {
    files: ["client/src/**/*.ts"],
    ignores: ["client/src/notify.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[property.name=/^show(Information|Warning|Error)Message$/], MemberExpression[object.property.name=ProgressLocation][property.name=Notification]",
          message: "What the user reads in notifications goes through notify.ts: no foreign text may be a link there.",
        },
      ],
    },
  },
  layer("client/src/aws", [...protocolOnly, "vscode", "../*", "!../.."], "Calling AWS needs no editor."),
  {
    files: ["client/src/account/connect.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [...protocolOnly, "@aws-sdk/*", "@smithy/*"] }] },
  },
  layer(
    "client/src/apply",
    [
      "vscode",
      "@aws-sdk/*",
      "**/emulator/**",
      "../*",
      "!../..",
      "**/server/**",
      "!**/server",
      "!**/server/src",
      "!**/server/src/protocol",
      "!../aws",
      "../aws/sdk",
      "!../journal",
      "../journal/*",
      "!../journal/journal",
      "!../journal/record",
      "!../liveJob",
      "../liveJob/liveJobs",
      "!../plainText",
    ],
    "An apply knows no editor and no AWS SDK: what VS Code shows of it is in applyInEditor.",
  ),
  layer(
    "cli/src",
    [
      ...offline,
      "vscode-languageserver",
      "**/client/**",
      "**/emulator/**",
      "**/server/src/main",
      "**/server/src/server",
      "**/server/src/start",
    ],
    "The command line is offline and asks the features of the server, not its protocol.",
  ),
  {
    files: ["client/src/samples/emulator.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: ["**/server/**"] }] },
  },
  layer("emulator/src", ["**/server/**", "**/client/**", "vscode"], "The emulator shares no code with what it checks."),
  {
    files: ["test/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: ["test", "suite", "describe", "it"].map((name) => ({
            from: "package",
            name,
            package: "node:test",
          })),
        },
      ],
    },
  },
  {
    files: ["**/*.mjs"],
    rules: {
      "no-restricted-globals": "off",
      "no-undef": "off",
    },
  },
);
