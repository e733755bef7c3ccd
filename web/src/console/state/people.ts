import { computed, signal } from "@preact/signals";
import type { Api } from "../../shared/net/api";
import type { Clock } from "../../shared/net/surroundings";
import type { Presence, PresenceState } from "../../shared/net/wire";

export type PersonRow = Presence & {
  mayChat?: boolean;
  channels?: string[];
  company?: string;
  endsAt?: string;
};
export type Absence = Presence & { startsAt: string; endsAt: string };

interface PeopleAnswer {
  agents: PersonRow[];
  customerUsers: PersonRow[];
  outOfOffice: Absence[];
}

const ORDER: readonly PresenceState[] = ["available", "away", "inactive", "unavailable", "offline"];
const ASK_AGAIN_AFTER = 1_500;

/** Everybody the People widget shows. Presence comes at once; who may be chatted with is the server's to say. */
export class People {
  private readonly known = signal<PeopleAnswer>({ agents: [], customerUsers: [], outOfOffice: [] });
  readonly agents = computed(() => sortPeople(this.known.value.agents));
  readonly customerUsers = computed(() => sortPeople(this.known.value.customerUsers));
  readonly outOfOffice = computed(() => this.known.value.outOfOffice);
  readonly loaded = signal(false);
  private readonly byId = computed(() => index(this.known.value));
  private waiting = false;

  constructor(
    private readonly api: Api,
    private readonly clock: Clock,
  ) {}

  presence(id: string): PersonRow | undefined {
    return this.byId.value.get(id);
  }

  async load(): Promise<void> {
    this.known.value = await this.api.get<PeopleAnswer>("/people");
    this.loaded.value = true;
  }

  apply(changed: readonly Presence[]): void {
    const news = new Map(changed.map((each) => [each.id, each]));
    const moved = changed.some((each) => this.presence(each.id)?.presence !== each.presence);
    const { agents, customerUsers, outOfOffice } = this.known.value;
    this.known.value = {
      agents: agents.map((each) => ({ ...each, ...news.get(each.id) })),
      customerUsers: customerUsers.map((each) => ({ ...each, ...news.get(each.id) })),
      outOfOffice: outOfOffice.map((each) => ({ ...each, ...news.get(each.id) })),
    };
    if (moved) this.askAgainSoon();
  }

  private askAgainSoon(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.clock.after(ASK_AGAIN_AFTER, () => {
      this.waiting = false;
      // What fails now is asked for again with the next change; the list stays as it was.
      this.load().catch(() => undefined);
    });
  }
}

/** By presence, then by name. */
export function sortPeople<T extends Presence>(people: readonly T[]): T[] {
  const rank = (each: T) => ORDER.indexOf(each.presence);
  return [...people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Keeps the order that is on screen while a pointer is over it; newcomers come last. */
export function keepOrder<T extends { id: string }>(people: readonly T[], shown: readonly string[]): T[] {
  const at = (each: T) => (shown.includes(each.id) ? shown.indexOf(each.id) : shown.length);
  return [...people].sort((a, b) => at(a) - at(b));
}

/** Those whose name, company or channels contain what was typed, whatever its case and accents. */
export function found<T extends { name: string; company?: string; channels?: string[] }>(
  people: readonly T[],
  typed: string,
): T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return people.filter((each) => {
    const text = plain([each.name, each.company, ...(each.channels ?? [])].join(" "));
    return words.every((word) => text.includes(word));
  });
}

/** Without case and accents, to compare what somebody typed. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function index({ agents, customerUsers }: PeopleAnswer): ReadonlyMap<string, PersonRow> {
  return new Map([...agents, ...customerUsers].map((each) => [each.id, each]));
}
