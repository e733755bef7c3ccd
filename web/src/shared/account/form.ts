import { signal, type Signal } from "@preact/signals";
import { t } from "../i18n";
import { explainField } from "../i18n/errors";
import { ApiError } from "../net/api";
import type { FieldCode } from "../net/wire";

export type Fault = FieldCode | "about_you";
export type Values<F extends string> = Readonly<Record<F, string>>;
export type Faults<F extends string> = Partial<Record<F, Fault>>;

interface Purpose<F extends string> {
  check(values: Values<F>): Faults<F>;
  send(values: Values<F>): Promise<unknown>;
}

/** What was typed into a form, and what is wrong with it: found here before it is sent, or by the server. */
export class Form<F extends string> {
  readonly values: Signal<Values<F>>;
  readonly busy = signal(false);
  /** Why it was refused, if that belongs to no field. */
  readonly failure = signal<unknown>(undefined);
  private readonly refused = signal<Faults<F>>({});

  constructor(
    initial: Values<F>,
    private readonly purpose: Purpose<F>,
  ) {
    this.values = signal(initial);
  }

  set(field: F, value: string): void {
    this.values.value = { ...this.values.value, [field]: value };
    const others = Object.entries(this.refused.value).filter(([name]) => name !== field);
    this.refused.value = Object.fromEntries(others) as Faults<F>;
  }

  error(field: F): string | undefined {
    const code = this.refused.value[field];
    if (code === undefined) return undefined;
    return field === "password" || code === "about_you" ? explainPassword(code) : explainField(code);
  }

  /** What a text field of it needs. */
  field(name: F): { id: string; value: string; set: (value: string) => void; error: string | undefined } {
    return {
      id: `account-${name}`,
      value: this.values.value[name],
      set: (value) => this.set(name, value),
      error: this.error(name),
    };
  }

  /** True once it was sent and taken. */
  async submit(): Promise<boolean> {
    if (this.busy.value) return false;
    this.failure.value = undefined;
    this.refused.value = this.purpose.check(this.values.value);
    if (Object.keys(this.refused.value).length > 0) return false;
    this.busy.value = true;
    try {
      await this.purpose.send(this.values.value);
      return true;
    } catch (error) {
      this.learn(error);
      return false;
    } finally {
      this.busy.value = false;
    }
  }

  private learn(error: unknown): void {
    const named = error instanceof ApiError ? error.fields : {};
    const own = Object.entries(named).filter(([field]) => Object.hasOwn(this.values.value, field));
    if (own.length === 0) this.failure.value = error;
    else this.refused.value = Object.fromEntries(own) as Faults<F>;
  }
}

function explainPassword(code: Fault): string {
  if (code === "about_you" || code === "format") return t("account.ruleNotYou");
  return code === "unknown" ? t("account.wrongPassword") : explainField(code);
}

/** Those of the fields in which nothing stands. */
export function missing<F extends string>(values: Values<F>, fields: readonly F[]): Faults<F> {
  const empty = fields.filter((field) => values[field].trim() === "").map((field) => [field, "required"]);
  return Object.fromEntries(empty) as Faults<F>;
}

/** As far as a page can tell: the server knows better. */
export function looksLikeEmail(text: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(text.trim());
}
