import { signal } from "@preact/signals";
import { Api } from "../shared/net/api";
import { browserSurroundings, type Surroundings } from "../shared/net/surroundings";

/**
 * Whose the window is. A browser that takes our cookie keeps it from us; where it refuses, the token stays in the memory
 * of this page and ends with it.
 */
export class WidgetSession {
  /** Cookies are refused: the window says that the chat ends with the page. */
  readonly inMemory = signal(false);
  readonly api: Api;
  readonly outside: Surroundings;
  held: string | undefined;

  constructor(readonly plain: Surroundings = browserSurroundings()) {
    const fetch: Surroundings["fetch"] = (path, init) =>
      plain.fetch(
        path,
        this.held ? { ...init, headers: { ...init.headers, Authorization: `Bearer ${this.held}` } } : init,
      );
    this.outside = { ...plain, fetch };
    this.api = new Api("widget", fetch);
  }
}
