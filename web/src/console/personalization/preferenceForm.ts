import { computed, signal } from "@preact/signals";
import type { Notified, Preferences, PreferenceStore, Way } from "../state/preferences";

export interface OwnChannel {
  id: string;
  name: string;
  chosen: boolean;
  colleagues: number;
}

/** What was changed on the page and not saved yet, over what holds. */
export class PreferenceForm {
  private readonly changes = signal<Partial<Preferences>>({});
  readonly channels = signal<readonly OwnChannel[] | undefined>(undefined);
  private readonly chosen = signal<readonly string[] | undefined>(undefined);
  readonly shown = computed<Preferences>(() => ({ ...this.store.value.value, ...this.changes.value }));
  readonly chosenChannels = computed<readonly string[]>(
    () => this.chosen.value ?? (this.channels.value ?? []).filter(({ chosen }) => chosen).map(({ id }) => id),
  );
  readonly changed = computed(
    () => Object.keys(this.changes.value).length > 0 || this.chosen.value !== undefined,
  );

  constructor(
    private readonly store: PreferenceStore,
    private readonly saveChannels: (channels: readonly string[]) => Promise<void>,
  ) {}

  /** A value that is as before is no change. */
  set(change: Partial<Preferences>): void {
    const next = Object.entries({ ...this.changes.value, ...change }).filter(
      ([name, value]) => !same(value, this.store.value.value[name as keyof Preferences]),
    );
    this.changes.value = Object.fromEntries(next) as Partial<Preferences>;
  }

  notify(event: Notified, way: Way, on: boolean): void {
    const { notifications } = this.shown.value;
    this.set({ notifications: { ...notifications, [event]: { ...notifications[event], [way]: on } } });
  }

  chooseChannels(channels: readonly string[]): void {
    const before = (this.channels.value ?? []).filter(({ chosen }) => chosen).map(({ id }) => id);
    this.chosen.value = same([...channels].sort(), before.sort()) ? undefined : channels;
  }

  discard(): void {
    this.changes.value = {};
    this.chosen.value = undefined;
  }

  /** What fails stays as a change, so that nothing that was chosen is lost. */
  async save(): Promise<void> {
    const channels = this.chosen.value;
    if (channels) {
      await this.saveChannels(channels);
      this.channels.value = this.channels.value?.map((each) => ({
        ...each,
        chosen: channels.includes(each.id),
      }));
      this.chosen.value = undefined;
    }
    if (Object.keys(this.changes.value).length === 0) return;
    await this.store.save(this.changes.value);
    this.changes.value = {};
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
