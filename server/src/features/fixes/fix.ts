import type { Edit } from "../edits";

/** What a fix would do to the document. Its edits do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Nothing else can be meant. */
  readonly isSure: boolean;
  /** It takes away what is written: never the first choice because there is no other. */
  readonly removes?: boolean;
  /** What the mistake kept from being judged is judged now, and may turn out to be wrong itself. */
  readonly uncovers: boolean;
}
