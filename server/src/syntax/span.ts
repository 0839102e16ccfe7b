import type { Member, Node, Span } from "./tree";

/** An offset at either end of a span belongs to it: a cursor after a word is on that word. */
export function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two have anything in common, were it an end of each. */
export function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Whether two have some text in common; an empty one has what it stands in, or at an end of. */
export function overlaps(one: Span, other: Span): boolean {
  const isEmpty = one.start === one.end || other.start === other.end;
  return isEmpty ? touches(one, other) : one.start < other.end && other.start < one.end;
}

/** From the start of a name or an item to the end of its value. */
export function extentOf(part: Member | Node): Span {
  return "kind" in part ? part : { start: part.start, end: Math.max(part.end, part.value?.end ?? part.end) };
}
