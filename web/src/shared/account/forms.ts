import type { Api } from "../net/api";
import type { FieldCode } from "../net/wire";
import { ApiError } from "../net/api";
import { Form, looksLikeEmail, missing, type Faults, type Values } from "./form";
import { passwordRules, type PasswordRules } from "./passwordRules";

/** Whose password is forgotten: agents and customer users have accounts of their own kinds. */
export type AccountKind = "agent" | "customer";

export type RegistrationField = "firstName" | "lastName" | "email" | "company" | "password";

/** Somebody describes himself who wants an account. */
export function registrationForm(api: Api): Form<RegistrationField> {
  const nothing = { firstName: "", lastName: "", email: "", company: "", password: "" };
  return new Form<RegistrationField>(nothing, {
    check: (values) => ({
      ...emailFault(values),
      ...passwordFault(registrationRules(values)),
      ...missing(values, ["firstName", "lastName", "email", "password"]),
    }),
    send: ({ firstName, lastName, email, company, password }) =>
      api.post("/registrations", {
        firstName: firstName.trim(),
        lastName: lastName.trim(),
        email: email.trim(),
        ...(company.trim() ? { company: company.trim() } : {}),
        password,
        locale: document.documentElement.lang,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
  });
}

export function registrationRules(values: Values<RegistrationField>): PasswordRules {
  const { password, firstName, lastName, email } = values;
  return passwordRules(password, [firstName, lastName, email, email.split("@")[0] ?? ""]);
}

/** Somebody has forgotten his password. */
export function forgottenForm(api: Api, as: AccountKind): Form<"email"> {
  return new Form<"email">(
    { email: "" },
    {
      check: (values) => ({ ...emailFault(values), ...missing(values, ["email"]) }),
      send: ({ email }) =>
        api.post("/password-resets", { as, email: email.trim(), locale: document.documentElement.lang }),
    },
  );
}

/** He comes with the link from his mail. */
export function newPasswordForm(api: Api, as: AccountKind, token: string): Form<"password"> {
  return new Form<"password">(
    { password: "" },
    {
      check: (values) => ({
        ...passwordFault(passwordRules(values.password, [])),
        ...missing(values, ["password"]),
      }),
      send: ({ password }) => api.post("/password-resets/confirm", { as, token, password }),
    },
  );
}

/** Somebody follows the link of his registration in another browser. */
export function confirmationForm(api: Api, token: string): Form<"password"> {
  return new Form<"password">(
    { password: "" },
    {
      check: (values) => missing(values, ["password"]),
      send: ({ password }) => confirm(api, token, password),
    },
  );
}

export function confirm(api: Api, token: string, password?: string): Promise<unknown> {
  return api.post("/registrations/confirm", { token, ...(password === undefined ? {} : { password }) });
}

/** What is wrong with the link that was followed, if that is why the server refused. */
export function linkFault(error: unknown): FieldCode | undefined {
  return error instanceof ApiError ? error.fields["token"] : undefined;
}

function emailFault({ email }: Readonly<{ email: string }>): Faults<"email"> {
  return looksLikeEmail(email) ? {} : { email: "format" };
}

function passwordFault({ longEnough, notAboutYou }: PasswordRules): Faults<"password"> {
  if (!longEnough) return { password: "too_short" };
  return notAboutYou ? {} : { password: "about_you" };
}
