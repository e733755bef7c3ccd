import { beforeAll, describe, expect, it } from "vitest";
import { startTexts } from "../i18n";
import { Api } from "../net/api";
import { forgottenForm, linkFault, newPasswordForm, registrationForm, registrationRules } from "./forms";
import { passwordRules } from "./passwordRules";

beforeAll(() => startTexts("account"));

function answering(status: number, body?: unknown) {
  const sent: { path: string; body: unknown }[] = [];
  const api = new Api("customer", async (path, init) => {
    sent.push({ path, body: JSON.parse(String(init.body)) });
    const text = body === undefined ? null : JSON.stringify(body);
    return new Response(text, { status, headers: { "Content-Type": "application/json" } });
  });
  return { api, sent };
}

function filled(api: Api) {
  const form = registrationForm(api);
  form.set("firstName", " Greta ");
  form.set("lastName", "Lund");
  form.set("email", " greta@fjord.example ");
  form.set("password", "seven quiet otters");
  return form;
}

describe("the password rules", () => {
  it("want twelve characters", () => {
    expect(passwordRules("elevenchars", []).longEnough).toBe(false);
    expect(passwordRules("twelve chars", []).longEnough).toBe(true);
    expect(passwordRules("😀😀😀😀😀😀", []).longEnough).toBe(false);
  });

  it("refuse one's own name and address, but no short words", () => {
    expect(passwordRules("daniel-is-the-best", ["Daniel"]).notAboutYou).toBe(false);
    expect(passwordRules("moss-ridge-lantern", ["Daniel", ""]).notAboutYou).toBe(true);
    expect(passwordRules("a lantern on the ridge", ["Ant"]).notAboutYou).toBe(true);
    expect(passwordRules("", []).notAboutYou).toBe(false);
  });
});

describe("the registration form", () => {
  it("sends what was typed with the language and time zone of the page", async () => {
    const { api, sent } = answering(202, {});
    expect(await filled(api).submit()).toBe(true);
    expect(sent[0]?.path).toBe("/api/v1/registrations");
    expect(sent[0]?.body).toEqual({
      firstName: "Greta",
      lastName: "Lund",
      email: "greta@fjord.example",
      password: "seven quiet otters",
      locale: "en",
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  it("sends nothing while something is missing, and says where", async () => {
    const { api, sent } = answering(202, {});
    const form = registrationForm(api);
    expect(await form.submit()).toBe(false);
    expect(sent).toEqual([]);
    for (const field of ["firstName", "lastName", "email", "password"] as const) {
      expect(form.error(field)).toBe("Please fill this in.");
    }
    expect(form.error("company")).toBeUndefined();
    form.set("email", "greta@fjord");
    form.set("password", "short");
    await form.submit();
    expect(form.error("email")).toBe("This does not look right.");
    expect(form.error("password")).toBe("This is too short.");
    form.set("password", "Greta and her otters");
    form.set("firstName", "Greta");
    await form.submit();
    expect(form.error("password")).toBe("Not your name or email");
    expect(registrationRules(form.values.value).notAboutYou).toBe(false);
  });

  it("shows what the server found at the fields it named, until they are corrected", async () => {
    const { api } = answering(422, { code: "invalid", fields: { email: "format", password: "format" } });
    const form = filled(api);
    expect(await form.submit()).toBe(false);
    expect(form.error("email")).toBe("This does not look right.");
    expect(form.error("password")).toBe("Not your name or email");
    form.set("email", "other@fjord.example");
    expect(form.error("email")).toBeUndefined();
    expect(form.error("password")).toBeDefined();
  });

  it("keeps an error that belongs to no field, and what was typed", async () => {
    const { api } = answering(429, { code: "too_many_attempts" });
    const form = filled(api);
    await form.submit();
    expect(form.failure.value).toBeDefined();
    expect(form.values.value.lastName).toBe("Lund");
  });
});

describe("the forms for a new password", () => {
  it("ask for a link", async () => {
    const { api, sent } = answering(202, {});
    const form = forgottenForm(api, "agent");
    form.set("email", "maya@northwind.example ");
    expect(await form.submit()).toBe(true);
    expect(sent[0]?.body).toEqual({ as: "agent", email: "maya@northwind.example", locale: "en" });
  });

  it("know a link that leads nowhere any more", async () => {
    const { api } = answering(422, { code: "invalid", fields: { token: "expired" } });
    const form = newPasswordForm(api, "customer", "abc");
    form.set("password", "nine loud herons");
    expect(await form.submit()).toBe(false);
    expect(linkFault(form.failure.value)).toBe("expired");
    expect(linkFault(new Error("other"))).toBeUndefined();
  });

  it("send the new password with the token", async () => {
    const { api, sent } = answering(204);
    const form = newPasswordForm(api, "customer", "abc");
    form.set("password", "nine loud herons");
    expect(await form.submit()).toBe(true);
    expect(sent).toEqual([
      {
        path: "/api/v1/password-resets/confirm",
        body: { as: "customer", token: "abc", password: "nine loud herons" },
      },
    ]);
  });
});
