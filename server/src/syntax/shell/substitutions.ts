import type { Source } from "../source";
import type { Span } from "../tree";
import { type Quoting, backquoted, expansionEnd } from "./expansion";
import { scriptIn } from "./runners";
import type { Part } from "./shell";

/** Deeper ones are not looked into: nobody writes them. */
const maximumDepth = 20;

interface Around {
  readonly source: Source;
  readonly quoting: Quoting;
  readonly depth?: number;
}

/** Finds the commands that an expansion runs: its own, or those in a default or in arithmetic. */
export function eachPartOf(around: Around, { start, end }: Span, visit: (part: Part) => void): void {
  const { source, quoting, depth = 0 } = around;
  const { text } = source;
  if (text[start] === "`") {
    const command = backquoted(source, start + 1, end - 1, quoting);
    visit(scriptIn({ source: command, unknownFrom: undefined }));
  } else if (text.startsWith("$(", start) && text[start + 2] !== "(") {
    visit({ source, isExpanded: false, start: start + 2, end: end - 1 });
  } else if (/[{(]/.test(text.charAt(start + 1)) && depth < maximumDepth) {
    eachPartInside({ ...around, depth: depth + 1 }, { start: start + 2, end }, visit);
  }
}

function eachPartInside(around: Around, { start, end }: Span, visit: (part: Part) => void): void {
  const { source, quoting } = around;
  const { text } = source;
  for (let index = start; index < end; index++) {
    const character = text[index];
    if (character === "\\") index++;
    else if (character === "'" && quoting === "bare") {
      const close = text.indexOf("'", index + 1);
      if (close > 0 && close < end) index = close;
    } else if (character === "$" || character === "`") {
      const inner = { start: index, end: Math.min(expansionEnd(text, index, end, quoting), end) };
      eachPartOf(around, inner, visit);
      index = Math.max(index, inner.end - 1);
    }
  }
}
