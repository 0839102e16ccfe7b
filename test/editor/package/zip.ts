// The directory at the end of a ZIP file (APPNOTE.TXT, 4.3.12 and 4.3.16), as far as a VSIX needs it.
import { readFileSync } from "node:fs";

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** The paths of the files in a ZIP file, in its order. */
export function filesInZip(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(endSignature);
  if (end < 0) throw new Error(`${file} is no ZIP file.`);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString("utf8", at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}
