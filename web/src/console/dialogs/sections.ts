import { computed, signal, type Signal } from "@preact/signals";

const USUAL = ["visitor", "page", "attributes", "pages", "events", "history"] as const;
/** A part of what is known of somebody. */
export type SectionName = (typeof USUAL)[number];

const FOLDED = "parley.details.folded";
const ORDER = "parley.details.order";

/** In which order somebody reads the details and which of them he has folded away; it stays so in this browser. */
export class DetailSections {
  private readonly folded: Signal<readonly SectionName[]>;
  private readonly order: Signal<readonly SectionName[]>;
  readonly usual = computed(() => USUAL.every((name, at) => this.order.value[at] === name));

  constructor() {
    this.folded = signal(kept(FOLDED));
    const order = kept(ORDER);
    this.order = signal([...order, ...USUAL.filter((name) => !order.includes(name))]);
  }

  isFolded(name: SectionName): boolean {
    return this.folded.value.includes(name);
  }

  fold(name: SectionName, folded: boolean): void {
    const others = this.folded.value.filter((each) => each !== name);
    this.folded.value = folded ? [...others, name] : others;
    keep(FOLDED, this.folded.value);
  }

  inOrder<T extends { name: SectionName }>(sections: readonly T[]): T[] {
    const at = ({ name }: T) => this.order.value.indexOf(name);
    return [...sections].sort((a, b) => at(a) - at(b));
  }

  /** Changes places past this one, whatever is not shown between the two. */
  move(name: SectionName, past: SectionName): void {
    const { value } = this.order;
    const down = value.indexOf(name) < value.indexOf(past);
    const others = value.filter((each) => each !== name);
    const at = others.indexOf(past) + (down ? 1 : 0);
    this.order.value = [...others.slice(0, at), name, ...others.slice(at)];
    keep(ORDER, this.order.value);
  }

  reset(): void {
    this.order.value = USUAL;
    keep(ORDER, []);
  }
}

/** Those of this page. */
export const detailSections = new DetailSections();

function kept(key: string): SectionName[] {
  try {
    const words = (localStorage.getItem(key) ?? "").split(" ");
    return USUAL.filter((name) => words.includes(name)).sort((a, b) => words.indexOf(a) - words.indexOf(b));
  } catch {
    return [];
  }
}

function keep(key: string, names: readonly SectionName[]): void {
  try {
    if (names.length > 0) localStorage.setItem(key, names.join(" "));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it lasts as long as the page.
  }
}
