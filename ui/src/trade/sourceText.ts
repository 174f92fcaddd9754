// Where a fact nobody stated was taken from, in words, with the date as of which its source says so.

import type { Catalogue } from "../i18n/catalogue";
import type { Times } from "../i18n/times";
import type { Derived } from "../ipc/types.generated";

/** `from model NV-640, master of 2026-11-20`. */
export function sourceText({ t, times }: Catalogue & { readonly times: Times }, derived: Derived): string {
  const { source, by } = derived;
  const at = derived.as_of === null ? t("value-not_stated") : times.date(derived.as_of);
  switch (source) {
    case "register":
      return derived.as_of === null ? t("fact_source-register") : t("fact_source-by-register", { at });
    case "loan_register":
      return t("fact_source-by-loan_register", { at });
    case "model":
      return t("fact_source-by-model", { by, at });
    case "dealer":
      return t("fact_source-by-dealer", { by, at });
    case "contract":
      return t("fact_source-by-contract", { by, at, file: derived.file });
    case "standing_consent":
      return t("fact_source-by-standing_consent", { by, at });
    case "exchange":
      return t("fact_source-exchange", { by });
    case "ledger":
    case "intake":
    case "receipt":
    case "counter":
    case "authorisation":
    case "unannounced":
    case "label":
      return t(`fact_source-${source}`);
  }
}
