/** What a page says of its visitor, as it crosses the network (docs/protocol.md). */

/** Why a page's word on who its visitor is was not taken: the code of the field `token`. */
export type IdentityReason =
  | "required"
  | "format"
  | "algorithm"
  | "signature"
  | "audience"
  | "expired"
  | "not_yet"
  | "lifetime"
  | "replayed";

/** What a script in a page tells of its visitor: flat and short. */
export type Fact = string | number | boolean;

/** What a page tells while a chat is there. An attribute that is `null` is forgotten; tags take the place of those before. */
export interface VisitorContext {
  page?: { title?: string; url?: string };
  attributes?: Record<string, Fact | null>;
  tags?: string[];
  events?: { name: string; data?: Record<string, Fact> }[];
}
