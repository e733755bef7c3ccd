import { describe, expect, it } from "vitest";
import { FakeClock } from "../testing/fakes";
import { ToastList } from "./toasts";

describe("toasts", () => {
  it("go by themselves, those with actions later", () => {
    const clock = new FakeClock();
    const toasts = new ToastList(clock);
    toasts.add({ kind: "success", title: "Saved" });
    toasts.add({ kind: "info", title: "Asks", actions: [{ label: "Accept", choose: () => undefined }] });
    clock.pass(6_000);
    expect(toasts.shown.value.map((toast) => toast.title)).toEqual(["Asks"]);
    clock.pass(6_000);
    expect(toasts.shown.value).toEqual([]);
  });

  it("show at most four, the newest", () => {
    const toasts = new ToastList(new FakeClock());
    for (const title of ["1", "2", "3", "4", "5"]) toasts.add({ kind: "info", title });
    expect(toasts.shown.value.map((toast) => toast.title)).toEqual(["2", "3", "4", "5"]);
  });

  it("can be dismissed", () => {
    const toasts = new ToastList(new FakeClock());
    const id = toasts.add({ kind: "danger", title: "No" });
    toasts.dismiss(id);
    expect(toasts.shown.value).toEqual([]);
  });
});
