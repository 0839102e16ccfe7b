// JSON files whose form the caller knows.
import { readFileSync } from "node:fs";

/**
 * @param {string} file
 * @returns {unknown} to be given its type where it is read
 */
export function readJson(file) {
  return parseJson(readFileSync(file, "utf8"));
}

/**
 * @param {string} text
 * @returns {unknown}
 */
export function parseJson(text) {
  return JSON.parse(text);
}
