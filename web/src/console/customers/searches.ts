import { browserClock } from "../../shared/net/surroundings";
import type { Desk } from "../state/desk";
import { CustomerSearch } from "./customerSearch";

// What was looked for is still there after a look at one of those found, or at another page.
const searches = new WeakMap<Desk, CustomerSearch>();

export function searchOf(desk: Desk): CustomerSearch {
  const search = searches.get(desk) ?? new CustomerSearch(desk.client.api, browserClock);
  searches.set(desk, search);
  return search;
}
