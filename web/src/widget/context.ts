import type { PageState } from "../shared/embed/protocol";

/** More the server does not take at once. */
export const MOST_EVENTS = 10;

/** What the page around the window tells the agent: with the start of a chat, and while one is there. */
export class VisitorContext {
  now: Pick<PageState, "attributes" | "tags" | "page" | "events"> = {
    attributes: {},
    tags: [],
    page: undefined,
    events: [],
  };
  /** What the server knows of it, as it was written: nothing is no news. */
  told = written({ attributes: {}, tags: [], page: undefined });
  private readonly warned = new Set<string>();

  /** Tags are those of the record, whatever the page asks for. */
  constructor(private readonly allowed: readonly string[]) {}

  learn({ attributes, tags, page, events }: PageState): void {
    this.now = {
      attributes,
      tags: tags.filter((tag) => this.mayTag(tag)),
      page,
      events: [...this.now.events, ...events].slice(-MOST_EVENTS),
    };
  }

  startsWith(): object {
    const { attributes, tags, page } = this.now;
    this.told = written({ attributes, tags, page });
    return { attributes, tags, page };
  }

  private mayTag(tag: string): boolean {
    if (this.allowed.includes(tag)) return true;
    if (!this.warned.has(tag)) console.warn("Parley: this widget has no such tag:", tag);
    this.warned.add(tag);
    return false;
  }
}

export function written(told: object): Record<string, string> {
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, JSON.stringify(value) ?? ""]));
}
