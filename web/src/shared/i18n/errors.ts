import { ApiError } from "../net/api";
import type { FieldCode } from "../net/wire";
import { t } from "./index";

/** What to tell a person about a failed request. */
export function explain(error: unknown): string {
  if (!(error instanceof ApiError)) return t("error.internal");
  const { code } = error;
  // A limit that opens again by itself: there is nothing to close.
  return t(code === "limit" && error.retryAfterSeconds ? `error.${code}_later` : `error.${code}`);
}

export function explainField(code: FieldCode): string {
  switch (code) {
    case "required":
      return t("common.required");
    case "too_long":
      return t("common.tooLong");
    case "too_short":
      return t("common.tooShort");
    case "format":
      return t("common.format");
    case "unknown":
      return t("common.unknown");
    case "taken":
      return t("common.taken");
    case "used":
      return t("common.used");
    case "expired":
      return t("common.expired");
  }
}
