// The catalogue of one language: typed messages out of locales/<language>/*.ftl. Both languages are in
// the program; the one in use is loaded when it is needed. Dates, spans and counts are spoken here too.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "../ipc/types.generated";
import type { MessageId, MessageValues } from "./messages.generated";

export type { MessageId };

/** Speaks a message; a missing value does not compile. */
export type Speak = <Id extends MessageId>(
  id: Id,
  ...values: null extends MessageValues[Id] ? [] : [MessageValues[Id]]
) => string;

export interface Catalogue {
  readonly language: Language;
  readonly t: Speak;
  /** Speaks a message whose name came from the back end; `fallback` when there is no such message. */
  readonly say: (id: string, values: Readonly<Record<string, string | number>>, fallback: string) => string;
  readonly knows: (id: string) => boolean;
}

const loaders: Record<Language, () => Promise<{ sources: readonly string[] }>> = {
  "zh-CN": () => import("./zhCN"),
  en: () => import("./en"),
};

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const { sources } = await loaders[language]();
  return createCatalogue(language, sources);
}

function createCatalogue(language: Language, sources: readonly string[]): Catalogue {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of sources) bundle.addResource(new FluentResource(source));
  const format = (id: string, values: Record<string, FluentVariable> | null): string | null => {
    const pattern = bundle.getMessage(id)?.value;
    // A broken value shows as `{$name}`, plain to see, instead of breaking the screen.
    return pattern ? bundle.formatPattern(pattern, values, []) : null;
  };
  return {
    language,
    t: (id, ...values) => format(id, values[0] ?? null) ?? `⟦${id}⟧`,
    say: (id, values, fallback) => format(id, values) ?? fallback,
    knows: (id) => bundle.hasMessage(id),
  };
}
