import { signal } from "@preact/signals";
import { ApiError, type Api } from "../../shared/net/api";
import type { Me, Session as Opened } from "../../shared/net/wire";

export type SessionState =
  | { name: "asking" }
  | { name: "signed-out" }
  | { name: "signed-in"; me: Me }
  | { name: "unreachable"; error: unknown }
  | { name: "setup-needed" };

/** Who is signed in at this browser as an agent. */
export class Session {
  readonly state = signal<SessionState>({ name: "asking" });

  constructor(private readonly api: Api) {}

  async begin(): Promise<void> {
    this.state.value = { name: "asking" };
    try {
      const { needed } = await this.api.get<{ needed: boolean }>("/setup");
      this.state.value = needed ? { name: "setup-needed" } : await this.current();
    } catch (error) {
      this.state.value = { name: "unreachable", error };
    }
  }

  async signIn(login: string, password: string): Promise<Me> {
    const { me } = await this.api.post<Opened>("/session", { as: "agent", login, password });
    if (this.state.value.name !== "signed-in") this.state.value = { name: "signed-in", me };
    return me;
  }

  async signOut(): Promise<void> {
    await this.api.delete("/session");
    this.state.value = { name: "signed-out" };
  }

  private async current(): Promise<SessionState> {
    try {
      const { me } = await this.api.get<Opened>("/session");
      return { name: "signed-in", me };
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return { name: "signed-out" };
      throw error;
    }
  }
}
