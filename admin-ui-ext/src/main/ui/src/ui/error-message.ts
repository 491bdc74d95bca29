import type { TFunction } from "i18next";
import { ApiError } from "../api/ApiError";

/** What to tell of an error: the server's sentence, or that it was not reached. */
export const sentenceOf = (error: unknown, t: TFunction): string =>
  error instanceof ApiError ? error.message : t("twoFactorNotReached");
