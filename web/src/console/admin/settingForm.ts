import { computed, signal } from "@preact/signals";
import { ApiError, type Api } from "../../shared/net/api";
import type { FieldCode } from "../../shared/net/wire";

/** What a setting of the desk may hold, as the server tells. */
export type SettingKind =
  | { type: "choice"; values: readonly string[] }
  | { type: "line"; longest: number }
  | { type: "number"; least: number; most: number }
  | { type: "web_address" }
  | { type: "time_zone" };

export interface Setting {
  name: string;
  value: string;
  /** What it is as long as nobody sets it; empty if it is nothing then. */
  default: string;
  kind: SettingKind;
}

const PATH = "/admin/settings";

/** The desk's settings, and over them what was changed on the page and not saved yet. */
export class SettingForm {
  private readonly held = signal<ReadonlyMap<string, Setting> | undefined>(undefined);
  private readonly changes = signal<Readonly<Record<string, string>>>({});
  private readonly refused = signal<Readonly<Record<string, FieldCode>>>({});
  readonly settings = computed(() => this.held.value);
  readonly changed = computed(() => Object.keys(this.changes.value).length > 0);

  constructor(private readonly api: Api) {}

  async load(): Promise<void> {
    this.take(await this.api.get<{ settings: Setting[] }>(PATH));
  }

  shown({ name, value }: Setting): string {
    return this.changes.value[name] ?? value;
  }

  /** What the server said of this value, until it is another. */
  fault({ name }: Setting): FieldCode | undefined {
    return this.refused.value[name];
  }

  /** A value that is as before is no change. */
  set({ name, value: before }: Setting, value: string): void {
    this.changes.value = having(this.changes.value, name, value === before ? undefined : value);
    this.refused.value = having(this.refused.value, name);
  }

  discard(): void {
    this.changes.value = {};
    this.refused.value = {};
  }

  /** Only what was changed is sent, so that nobody else's change is undone. What fails stays changed. */
  async save(): Promise<void> {
    try {
      this.take(await this.api.put<{ settings: Setting[] }>(PATH, this.changes.value));
      this.discard();
    } catch (error) {
      if (error instanceof ApiError) this.refused.value = error.fields;
      throw error;
    }
  }

  private take({ settings }: { settings: Setting[] }): void {
    this.held.value = new Map(settings.map((each) => [each.name, each]));
  }
}

/** The record with another value for a name, or without that name. */
function having<V>(record: Readonly<Record<string, V>>, name: string, value?: V): Record<string, V> {
  const others = Object.entries(record).filter(([each]) => each !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}
