import type { ErrorCode, FieldCode, Interface, Person } from "./wire";

/** Why a request was refused: the server's stable code, or `offline` when nothing answered. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode | "offline",
    readonly detail = "",
    readonly fields: Readonly<Record<string, FieldCode>> = {},
    readonly by?: Person,
    readonly retryAfterSeconds?: number,
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.name = "ApiError";
  }
}

const KEPT_ALIVE = 1_000;

type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** The REST side of Parley for one interface. */
export class Api {
  constructor(
    readonly as: Interface,
    private readonly fetcher: Fetch = (path, init) => fetch(path, init),
  ) {}

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.ask<T>("GET", path, undefined, signal);
  }

  post<T>(path: string, body: unknown = {}, signal?: AbortSignal): Promise<T> {
    return this.ask<T>("POST", path, body, signal);
  }

  put<T>(path: string, body: unknown, how: { outlivesPage?: boolean } = {}): Promise<T> {
    return this.ask<T>("PUT", path, body, undefined, how.outlivesPage);
  }

  /** Something to keep, under the name the server gives it. */
  async file(path: string): Promise<File> {
    const response = await this.reach(path, { headers: { "X-Parley": this.as } });
    const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
    return new File([await response.blob()], name ?? "", {
      type: response.headers.get("Content-Type") ?? "",
    });
  }

  async delete(path: string): Promise<void> {
    await this.ask<unknown>("DELETE", path);
  }

  private async ask<T>(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
    outlivesPage = false,
  ): Promise<T> {
    const headers: Record<string, string> = { "X-Parley": this.as, Accept: "application/json" };
    const init: RequestInit = { method, headers };
    if (signal) init.signal = signal;
    if (outlivesPage) init.keepalive = true;
    if (body !== undefined) {
      headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(body);
      // What was asked for is done although the page goes; browsers allow that to small requests.
      init.keepalive = init.body.length < KEPT_ALIVE;
    }
    const response = await this.reach(path, init);
    if (response.status === 202 || response.status === 204) return undefined as T;
    return (await response.json()) as T;
  }

  /** The server's answer, unless it refuses. */
  private async reach(path: string, init: RequestInit): Promise<Response> {
    const response = await this.fetcher(`/api/v1${path}`, { credentials: "same-origin", ...init }).catch(
      () => {
        throw new ApiError(0, "offline");
      },
    );
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

interface Problem {
  code?: ErrorCode;
  detail?: string;
  fields?: Record<string, FieldCode>;
  by?: Person;
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = await readProblem(response);
  const retryAfter = Number(response.headers.get("Retry-After") ?? "");
  return new ApiError(
    response.status,
    problem.code ?? codeFor(response.status),
    problem.detail,
    problem.fields,
    problem.by,
    retryAfter > 0 ? retryAfter : undefined,
  );
}

async function readProblem(response: Response): Promise<Problem> {
  if (!(response.headers.get("Content-Type") ?? "").includes("json")) return {};
  try {
    return (await response.json()) as Problem;
  } catch {
    return {};
  }
}

/** A proxy in between answers without our code. */
function codeFor(status: number): ErrorCode {
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 413) return "too_large";
  if (status === 429) return "too_fast";
  if (status >= 502 && status <= 504) return "unavailable";
  return status >= 500 ? "internal" : "malformed";
}
