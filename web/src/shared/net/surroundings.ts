/** What the network code needs from outside: a clock, timers, chance, sockets, HTTP and the page's own events. */
export interface Surroundings extends Clock {
  random(): number;
  openSocket(url: string): SocketLike;
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Calls back when the device says that it is online or offline again, or when the page becomes visible. */
  watch(seen: (event: "online" | "offline" | "visible") => void): () => void;
  socketUrl: string;
}

export interface Clock {
  now(): number;
  /** Runs once after the time; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The part of a WebSocket that is used. */
export interface SocketLike {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(data: string): void;
  close(): void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

export function browserSurroundings(): Surroundings {
  return {
    ...browserClock,
    random: () => Math.random(),
    openSocket: (url) => new WebSocket(url),
    fetch: (path, init) => fetch(path, init),
    watch: watchPage,
    socketUrl: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/socket`,
  };
}

function watchPage(seen: (event: "online" | "offline" | "visible") => void): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  window.addEventListener("online", () => seen("online"), { signal });
  window.addEventListener("offline", () => seen("offline"), { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "visible") seen("visible");
    },
    { signal },
  );
  return () => ends.abort();
}
