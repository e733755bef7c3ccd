import { beforeAll, describe, expect, it } from "vitest";
import { startTexts } from "../i18n";
import { waitText } from "./WaitingParts";

beforeAll(() => startTexts("chat", "window"));

const typical = (typicalSeconds: number, waitedSeconds = 0) => waitText({ typicalSeconds, waitedSeconds });

describe("the typical wait", () => {
  it("is told in minutes, never less than one", () => {
    expect(typical(8)).toBe("Typical wait: about 1 minute");
    expect(typical(95)).toBe("Typical wait: about 2 minutes");
    expect(typical(60 * 60)).toBe("Typical wait: about 60 minutes");
    expect(typical(2 * 60 * 60)).toBe("Typical wait: more than an hour");
  });

  it("is not told where the channel does not show it", () => {
    expect(waitText({ waitedSeconds: 10 })).toBeUndefined();
  });

  it("is not told any longer once it was wrong", () => {
    expect(typical(60, 80)).toBe("Typical wait: about 1 minute");
    expect(typical(60, 100)).toBe("It takes a little longer than usual.");
  });
});
