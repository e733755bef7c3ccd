import type { Api } from "../../shared/net/api";

const SCRIPT = "/worker.js";
const SCOPE = "/agent";

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypesHost {
  trustedTypes?: {
    createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
  };
}

/** The one script address our content policy shall trust besides those of the page itself. */
const policy = (globalThis as TrustedTypesHost).trustedTypes?.createPolicy("parley-worker", {
  createScriptURL: (url) => {
    if (url !== SCRIPT) throw new TypeError("Only our own worker");
    return url;
  },
});

/** The worker that shows notifications; none where the browser has no such thing or the page is not secure. */
export async function startWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!("serviceWorker" in navigator)) return undefined;
  try {
    await navigator.serviceWorker.register(policy?.createScriptURL(SCRIPT) ?? SCRIPT, { scope: SCOPE });
    return await navigator.serviceWorker.ready;
  } catch {
    return undefined;
  }
}

/** Lets the server reach this browser while no tab is open. Where push is not to be had it is done without. */
export async function subscribe(worker: ServiceWorkerRegistration, api: Api): Promise<void> {
  const { key } = await api.get<{ key: string }>("/push/key");
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const { endpoint, keys } = (await worker.pushManager.subscribe(options)).toJSON();
  await api.post<unknown>("/push/subscriptions", { endpoint, keys });
}

/** Whoever signs out gets no more notifications here. */
export async function unsubscribe(api: Api): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration(SCOPE);
  const subscription = await worker?.pushManager.getSubscription();
  if (!subscription) return;
  await api.post<unknown>("/push/subscriptions/end", { endpoint: subscription.endpoint });
  await subscription.unsubscribe();
}
