import { describe, expect, it } from "vitest";
import { Api } from "../../shared/net/api";
import { SettingForm, type Setting } from "./settingForm";

const name: Setting = {
  name: "desk.name",
  value: "Northwind",
  default: "Parley",
  kind: { type: "line", longest: 64 },
};
const days: Setting = {
  name: "desk.keeps-days",
  value: "",
  default: "",
  kind: { type: "number", least: 1, most: 36_500 },
};

/** The server's side: what it was told, and what it answers to the next change. */
function server() {
  const told: unknown[] = [];
  const answers: Response[] = [];
  const api = new Api("agent", async (_path, init) => {
    const sent = init?.body as string | undefined;
    if (sent !== undefined) told.push(JSON.parse(sent));
    return Promise.resolve(answers.shift() ?? listed());
  });
  return { told, answers, form: new SettingForm(api) };
}

const listed = (value = "Northwind") => Response.json({ settings: [{ ...name, value }, days] });

describe("the settings of the desk", () => {
  it("sends what was changed and nothing else, and shows what came of it", async () => {
    const { told, answers, form } = server();
    await form.load();
    form.set(name, "Harbour");
    expect(form.shown(name)).toBe("Harbour");
    expect(form.changed.value).toBe(true);
    answers.push(listed("Harbour"));
    await form.save();
    expect(told).toEqual([{ "desk.name": "Harbour" }]);
    expect(form.changed.value).toBe(false);
    expect(form.settings.value?.get("desk.name")?.value).toBe("Harbour");
  });

  it("counts what is as before as no change", async () => {
    const { form } = server();
    await form.load();
    form.set(name, "Harbour");
    form.set(name, "Northwind");
    expect(form.changed.value).toBe(false);
  });

  it("keeps what was refused, with what is wrong, until it is another value", async () => {
    const { answers, form } = server();
    await form.load();
    form.set(days, "soon");
    form.set(name, "Harbour");
    const problem = { code: "invalid", fields: { "desk.keeps-days": "format" } };
    answers.push(Response.json(problem, { status: 422 }));
    await expect(form.save()).rejects.toThrow();
    expect(form.shown(days)).toBe("soon");
    expect(form.shown(name)).toBe("Harbour");
    expect(form.fault(days)).toBe("format");
    expect(form.fault(name)).toBeUndefined();
    form.set(days, "30");
    expect(form.fault(days)).toBeUndefined();
    form.discard();
    expect(form.changed.value).toBe(false);
  });
});
