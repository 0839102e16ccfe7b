import type * as library from "yaml";

/** The YAML library, loaded with the first YAML text: ten milliseconds that no start has to pay. */
export function yamlLibrary(): typeof library {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-return -- an import would load it at the start
  return require("yaml");
}
