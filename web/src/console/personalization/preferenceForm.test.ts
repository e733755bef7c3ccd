import { beforeEach, describe, expect, it } from "vitest";
import { startTexts } from "../../shared/i18n";
import { Api } from "../../shared/net/api";
import { FakeWorld } from "../../shared/testing/fakes";
import { timeZone } from "../../shared/ui/time";
import { DEFAULTS, PreferenceStore, type Preferences } from "../state/preferences";
import { PreferenceForm } from "./preferenceForm";

let world: FakeWorld;
let store: PreferenceStore;
let form: PreferenceForm;
let served: Preferences;
let channels: readonly string[];

beforeEach(async () => {
  await startTexts("personal");
  world = new FakeWorld();
  served = DEFAULTS;
  world.answer = (_, body) => {
    served = { ...served, ...(body as Partial<Preferences>) };
    return { status: 200, body: served };
  };
  store = new PreferenceStore(new Api("agent", (path, init) => world.fetch(path, init)));
  channels = [];
  form = new PreferenceForm(store, async (chosen) => void (channels = chosen));
  form.channels.value = [
    { id: "a", name: "A", chosen: true, colleagues: 1 },
    { id: "b", name: "B", chosen: false, colleagues: 0 },
  ];
});

describe("what is changed on the page", () => {
  it("is sent only when it is saved, and only what differs", async () => {
    form.set({ enterSends: false, singleKeys: true });
    form.set({ singleKeys: false });
    expect(form.shown.value.enterSends).toBe(false);
    expect(world.requests).toEqual([]);
    await form.save();
    expect(world.requests.map(({ body }) => body)).toEqual([{ enterSends: false }]);
    expect(form.changed.value).toBe(false);
    expect(store.value.value.enterSends).toBe(false);
  });

  it("is forgotten on request", () => {
    form.notify("message", "sound", false);
    form.chooseChannels(["b"]);
    expect(form.changed.value).toBe(true);
    form.discard();
    expect(form.changed.value).toBe(false);
    expect(form.shown.value.notifications.message.sound).toBe(true);
    expect(form.chosenChannels.value).toEqual(["a"]);
  });

  it("keeps the rest of the matrix", async () => {
    form.notify("request", "email", true);
    await form.save();
    expect(served.notifications.request).toEqual({ popup: true, sound: true, email: true });
    expect(served.notifications.mention).toEqual(DEFAULTS.notifications.mention);
  });

  it("may be the channels", async () => {
    form.chooseChannels(["a", "b"]);
    form.chooseChannels(["a"]);
    expect(form.changed.value).toBe(false);
    form.chooseChannels(["b"]);
    await form.save();
    expect(channels).toEqual(["b"]);
    expect(form.chosenChannels.value).toEqual(["b"]);
    expect(form.changed.value).toBe(false);
  });

  it("stays when it could not be saved", async () => {
    form.set({ timeZone: "Mars/Olympus" });
    world.answer = () => ({ status: 422, body: { code: "invalid" } });
    await expect(form.save()).rejects.toThrow("invalid");
    expect(form.changed.value).toBe(true);
  });
});

describe("preferences", () => {
  it("hold for the page as soon as they are read", async () => {
    served = { ...DEFAULTS, theme: "dark", language: "de", timeZone: "Asia/Tokyo" };
    await store.load();
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    expect(document.documentElement.lang).toBe("de");
    expect(timeZone.value).toBe("Asia/Tokyo");
    await store.save({ theme: "light", language: "en", timeZone: "Europe/Berlin" });
    expect(document.documentElement.dataset["theme"]).toBe("light");
    expect(document.documentElement.lang).toBe("en");
  });

  it("read before a change are not taken over after it", async () => {
    const reading = store.load();
    const saving = store.save({ enterSends: false });
    await Promise.all([reading, saving]);
    expect(store.value.value.enterSends).toBe(false);
  });
});
