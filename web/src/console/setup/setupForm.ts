import { computed, signal } from "@preact/signals";
import { t } from "../../shared/i18n";
import { explainField } from "../../shared/i18n/errors";
import { ApiError, type Api } from "../../shared/net/api";
import type { FieldCode } from "../../shared/net/wire";
import { passwordRules } from "../../shared/account/passwordRules";

export type SetupField = "code" | "firstName" | "lastName" | "email" | "password" | "deskName" | "timeZone";
type Values = Readonly<Record<SetupField, string>>;

/** What was typed into the setup page, and what is wrong with it. */
export class SetupForm {
  readonly values;
  readonly busy = signal(false);
  readonly failure = signal<unknown>(undefined);
  readonly rules = computed(() => {
    const { password, firstName, lastName, email } = this.values.value;
    return passwordRules(password, [firstName, lastName, email, email.split("@")[0] ?? ""]);
  });
  private readonly refused = signal<Partial<Record<SetupField, FieldCode | "code" | "about_you">>>({});

  constructor(
    private readonly api: Api,
    timeZone: string,
  ) {
    const nothing = { code: "", firstName: "", lastName: "", email: "", password: "", deskName: "" };
    this.values = signal<Values>({ ...nothing, timeZone });
  }

  async stillNeeded(): Promise<boolean> {
    try {
      return (await this.api.get<{ needed: boolean }>("/setup")).needed;
    } catch (error) {
      this.failure.value = error;
      return true;
    }
  }

  set(field: SetupField, value: string): void {
    this.values.value = { ...this.values.value, [field]: value };
    const others = Object.entries(this.refused.value).filter(([name]) => name !== field);
    this.refused.value = Object.fromEntries(others);
  }

  error(field: SetupField): string | undefined {
    const code = this.refused.value[field];
    if (code === undefined) return undefined;
    if (code === "code") return t("error.wrong_setup_code");
    return code === "about_you" ? t("account.ruleNotYou") : explainField(code);
  }

  /** True once the administrator exists and is signed in. */
  async submit(): Promise<boolean> {
    this.failure.value = undefined;
    this.refused.value = this.check();
    if (this.busy.value || Object.keys(this.refused.value).length > 0) return false;
    this.busy.value = true;
    try {
      await this.api.post("/setup", this.trimmed());
      return true;
    } catch (error) {
      this.learn(error);
      return false;
    } finally {
      this.busy.value = false;
    }
  }

  private check(): Partial<Record<SetupField, FieldCode | "about_you">> {
    const wrong: Partial<Record<SetupField, FieldCode | "about_you">> = {};
    for (const [field, value] of Object.entries(this.values.value)) {
      if (value.trim() === "") wrong[field as SetupField] = "required";
    }
    const { longEnough, notAboutYou } = this.rules.value;
    if (!longEnough) wrong.password ??= "too_short";
    if (!notAboutYou) wrong.password ??= "about_you";
    if (!/^\S+@\S+$/.test(this.values.value.email.trim())) wrong.email ??= "format";
    return wrong;
  }

  private trimmed(): Values {
    const { password, ...rest } = this.values.value;
    const trimmed = Object.entries(rest).map(([field, value]) => [field, value.trim()]);
    return { ...(Object.fromEntries(trimmed) as Values), password };
  }

  private learn(error: unknown): void {
    if (error instanceof ApiError && error.code === "wrong_setup_code") this.refused.value = { code: "code" };
    else if (error instanceof ApiError && Object.keys(error.fields).length > 0)
      this.refused.value = error.fields;
    else this.failure.value = error;
  }
}
