import type { TFunction } from "i18next";
import { ApiError } from "../api/ApiError";

/** Returns the server's message of an error, or that the server could not be reached. */
export const errorMessageOf = (error: unknown, t: TFunction): string =>
  error instanceof ApiError ? error.message : t("twoFactorNotReached");
