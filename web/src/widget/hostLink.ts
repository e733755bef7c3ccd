import type { FrameEvents, FrameMessage, HostMessage, Init } from "../shared/embed/protocol";
import { readInit, readMessage } from "./hostState";

/** A first message that has the right shape, from a window that may send it; whether its page may is asked next. */
export interface Greeting {
  init: Init;
  origin: string;
  port: MessagePort;
}

/** The first well-formed greeting that this window sends us. */
export function greetingFrom(source: Window): Promise<Greeting> {
  return new Promise((resolve) => {
    const heard = (event: MessageEvent<unknown>): void => {
      const greeting = event.source === source ? readGreeting(event) : undefined;
      if (!greeting) return;
      window.removeEventListener("message", heard);
      resolve(greeting);
    };
    window.addEventListener("message", heard);
  });
}

export function readGreeting({ data, origin, ports }: MessageEvent<unknown>): Greeting | undefined {
  const init = readInit(data);
  const [port] = ports;
  return init && port && { init, origin, port };
}

/** The page around the window, by the port it gave us. */
export class HostLink {
  private last = "";

  constructor(
    private readonly port: MessagePort | undefined,
    private readonly debug: () => boolean,
  ) {}

  listen(hear: (message: HostMessage) => void): void {
    if (!this.port) return;
    this.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data);
      if (this.debug()) console.debug("Parley: heard", data);
      if (message) hear(message);
    };
  }

  send(message: FrameMessage): void {
    if (this.debug()) console.debug("Parley: says", message);
    this.port?.postMessage(message);
  }

  event<N extends keyof FrameEvents>(name: N, detail: FrameEvents[N]): void {
    this.send({ type: "event", name, detail });
  }

  /** What is as it was is not told again. */
  look(look: Extract<FrameMessage, { type: "look" }>["look"]): void {
    const now = JSON.stringify(look);
    if (now !== this.last) this.send({ type: "look", look });
    this.last = now;
  }
}
