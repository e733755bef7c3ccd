import { ApiError } from "../shared/net/api";
import type { Clock } from "../shared/net/surroundings";
import type { Me } from "../shared/net/wire";

export interface IdentityUse {
  clock: Clock;
  /** Asks the page around the window for a token; `undefined` if it has none. */
  ask(): Promise<unknown>;
  /** Asks the server to believe it. */
  present(token: string): Promise<Me>;
  identified(sub: string): void;
  failed(code: string): void;
}

const BEFORE_EXPIRY = 60_000;
const SOONEST = 5_000;

/** The visitor as the page around the window vouches for him: asked for at the start, before expiry, and after a 401. */
export class Identity {
  private cancel = (): void => undefined;
  /** A later question or a farewell makes the answer to an earlier one void. */
  private turn = 0;

  constructor(private readonly use: IdentityUse) {}

  async ask(): Promise<Me | undefined> {
    this.cancel();
    const turn = ++this.turn;
    const token = await this.use.ask();
    if (turn !== this.turn) return undefined;
    if (typeof token !== "string") {
      this.use.failed("no_token");
      return undefined;
    }
    const claims = claimsOf(token);
    try {
      const me = await this.use.present(token);
      if (turn !== this.turn) return undefined;
      this.use.identified(claims.sub);
      this.renew(claims.exp);
      return me;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.use.failed(codeOf(error));
      return undefined;
    }
  }

  forget(): void {
    this.turn++;
    this.cancel();
  }

  private renew(expiry: number): void {
    if (!Number.isFinite(expiry)) return;
    const left = expiry * 1_000 - this.use.clock.now() - BEFORE_EXPIRY;
    this.cancel = this.use.clock.after(Math.max(SOONEST, left), () => void this.ask());
  }
}

function codeOf(error: ApiError): string {
  const reason: string | undefined = error.fields["token"];
  return reason ?? error.code;
}

/** Only to know when to ask again and whom to name; what counts the server looks into itself. */
export function claimsOf(token: string): { sub: string; exp: number } {
  try {
    const body = (token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/");
    const bytes = Uint8Array.from(atob(body), (each) => each.charCodeAt(0));
    const { sub, exp } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown; exp?: unknown };
    return { sub: typeof sub === "string" ? sub : "", exp: Number(exp) };
  } catch {
    return { sub: "", exp: Number.NaN };
  }
}
