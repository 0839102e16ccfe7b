import { invalidRequest } from "./serviceError";

/** Where the next page begins, in letters that mean nothing to a caller. */
export function writeToken(position: number): string {
  return Buffer.from(`page ${position}`).toString("base64url");
}

/** @throws InvalidRequestException for a token that no page gave. */
export function readToken(token: string | undefined): number | undefined {
  if (token === undefined) return undefined;
  const position = /^page (-?\d{1,15})$/u.exec(Buffer.from(token, "base64url").toString())?.[1];
  if (position === undefined) throw invalidRequest("Invalid NextToken.");
  return Number(position);
}
