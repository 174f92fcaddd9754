// What must be known before the first screen can be drawn, asked for all at once.

import type { QueryClient } from "@tanstack/react-query";
import { loadCatalogue, type Catalogue } from "../i18n/catalogue";
import { createAnswers, readOptions } from "../ipc/ipc";
import type { Transport } from "../ipc/transport";
import type { Language } from "../ipc/types.generated";

export interface Booted {
  readonly transport: Transport;
  readonly answers: QueryClient;
}

/** Asks for the settings, the station and the first screen, and loads the words of the chosen language. */
export async function boot(transport: Transport): Promise<Booted> {
  const answers = createAnswers();
  const [settings] = await Promise.all([
    answers.fetchQuery(readOptions(transport, "settings_get", null)),
    answers.fetchQuery(readOptions(transport, "station_get", null)),
    // The bench of a station that is not set up yet is refused; its screen is another one then.
    answers.prefetchQuery(readOptions(transport, "bench_today", null)),
  ]);
  await answers.fetchQuery(catalogueOptions(settings.language));
  return { transport, answers };
}

export function catalogueOptions(language: Language) {
  return {
    queryKey: ["catalogue", language],
    queryFn: (): Promise<Catalogue> => loadCatalogue(language),
    structuralSharing: false,
  } as const;
}
