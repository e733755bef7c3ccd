import { isSetting } from "./checks";
import { run, warn } from "./commands";
import { dataset } from "./widget";

type Args = [unknown, ...unknown[]];
type Stub = { q?: Iterable<Args>; boot?: unknown };

const page = window as unknown as Record<string, unknown>;
const { widget, autoboot, global = "Parley" } = dataset;
const stub = (page[global] ?? {}) as Stub;

// Takes over from the stub of the snippet: what was asked for until now is done in its order. A second copy does nothing.
if (!widget) warn("data-widget");
else if (!stub.boot) {
  const given: Record<string, unknown> = { ...(page["ParleySettings"] as object) };
  for (const each in dataset) if (isSetting(each, dataset[each])) given[each] = dataset[each];
  page[global] = run;
  run(autoboot === "false" ? "update" : "boot", given);
  for (const args of stub.q ?? []) run(...args);
  // Whoever kept the stub still speaks to us through it.
  stub.q = { push: (args: Args) => run(...args) } as never;
}
