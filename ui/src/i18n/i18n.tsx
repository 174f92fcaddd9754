// The language in use, for components. The screen's language is a setting of this machine; the language
// of paper is another one and does not come through here.

import { I18nProvider } from "react-aria-components/I18nProvider";
import { createContext, use, type ReactNode } from "react";
import type { Catalogue } from "./catalogue";
import { createTimes, type Times } from "./times";

interface Spoken extends Catalogue {
  readonly times: Times;
}

const SpokenContext = createContext<Spoken | null>(null);

/** `en-SE` writes dates as year-month-day, as the rest of the program does; web views disagree about `en-CA`. */
const ariaLocale = { "zh-CN": "zh-CN", en: "en-SE" } as const;

export function WordsProvider(props: { catalogue: Catalogue; zone: string; children: ReactNode }) {
  const { catalogue, zone, children } = props;
  const spoken = { ...catalogue, times: createTimes(catalogue, zone) };
  return (
    <SpokenContext value={spoken}>
      <I18nProvider locale={ariaLocale[catalogue.language]}>{children}</I18nProvider>
    </SpokenContext>
  );
}

/** The words of the screen: `t` for messages, `say` for ids from the back end, `times` for dates. */
export function useWords(): Spoken {
  const spoken = use(SpokenContext);
  if (spoken === null) throw new Error("WordsProvider is missing");
  return spoken;
}
