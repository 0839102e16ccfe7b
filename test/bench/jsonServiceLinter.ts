// VS Code's JSON language service as a linter: checks every JSON file below a folder with the schema of UpdateJob.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { type JSONSchema, getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { updateJobSchema } from "../../server/src/model/jsonSchema";

const service = getLanguageService({});
const schema: JSONSchema = updateJobSchema();

async function main(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".update-job.json"),
  );
  const lines: string[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const document = TextDocument.create(file, "json", 1, readFileSync(file, "utf8"));
    const problems = await service.doValidation(document, service.parseJSONDocument(document), {}, schema);
    for (const { message, range } of problems) {
      const { line, character } = range.start;
      lines.push(`${file}:${line + 1}:${character + 1}: ${typeof message === "string" ? message : message.value}`);
    }
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

void main(process.argv[2] ?? ".");
