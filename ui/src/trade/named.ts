// A name that is kept in both languages.

import type { Catalogue } from "../i18n/catalogue";

export function named({ language }: Pick<Catalogue, "language">, name: { zh: string; en: string }): string {
  return language === "zh-CN" ? name.zh : name.en;
}
