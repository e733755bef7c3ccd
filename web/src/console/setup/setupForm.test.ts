import { beforeAll, describe, expect, it } from "vitest";
import { startTexts } from "../../shared/i18n";
import { Api } from "../../shared/net/api";
import { SetupForm } from "./setupForm";

beforeAll(() => startTexts("account", "setup"));

function formAnswering(status: number, body: unknown) {
  const sent: unknown[] = [];
  const api = new Api("agent", async (_, init) => {
    sent.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  });
  const form = new SetupForm(api, "Europe/Berlin");
  const values = {
    code: "7KQD",
    firstName: " Daniel ",
    lastName: "Osei",
    email: "d@northwind.example",
    deskName: "Northwind",
  };
  for (const [field, value] of Object.entries(values)) form.set(field as keyof typeof values, value);
  form.set("password", "moss-ridge-lantern");
  return { form, sent };
}

describe("the setup form", () => {
  it("sends what was typed, without blanks around it", async () => {
    const { form, sent } = formAnswering(201, {});
    expect(await form.submit()).toBe(true);
    expect(sent).toEqual([
      {
        code: "7KQD",
        firstName: "Daniel",
        lastName: "Osei",
        email: "d@northwind.example",
        password: "moss-ridge-lantern",
        deskName: "Northwind",
        timeZone: "Europe/Berlin",
      },
    ]);
  });

  it("sends nothing while something is missing, and says where", async () => {
    const { form, sent } = formAnswering(201, {});
    form.set("lastName", "");
    form.set("password", "short");
    expect(await form.submit()).toBe(false);
    expect(sent).toEqual([]);
    expect(form.error("lastName")).toBe("Please fill this in.");
    expect(form.error("password")).toBe("This is too short.");
    expect(form.error("email")).toBeUndefined();
  });

  it("puts a wrong code at its field and forgets the error when it is corrected", async () => {
    const { form } = formAnswering(403, { code: "wrong_setup_code" });
    expect(await form.submit()).toBe(false);
    expect(form.error("code")).toBe("This is not the setup code.");
    form.set("code", "8");
    expect(form.error("code")).toBeUndefined();
  });

  it("shows what the server found at the fields it named", async () => {
    const { form } = formAnswering(422, { code: "invalid", fields: { email: "taken" } });
    await form.submit();
    expect(form.error("email")).toBe("This is taken already.");
  });

  it("keeps an error that belongs to no field", async () => {
    const { form } = formAnswering(503, { code: "unavailable" });
    await form.submit();
    expect(form.failure.value).toBeDefined();
    expect(form.values.value.firstName).toBe(" Daniel ");
  });
});
