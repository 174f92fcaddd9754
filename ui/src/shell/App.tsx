// Everything around the screens: answers, words, look, keys, messages. It draws no screen itself.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { WordsProvider } from "../i18n/i18n";
import { IpcProvider, useRead } from "../ipc/ipc";
import type { Transport } from "../ipc/transport";
import { KeysProvider } from "../kit/keys";
import { ToastsProvider } from "../kit/toasts";
import { ImportsProvider } from "../trade/importing/imports";
import { catalogueOptions, type Booted } from "./boot";
import { useLook } from "./look";
import type { AppRouter } from "./routes";

export function App(props: { booted: Booted; router: AppRouter }) {
  return (
    <IpcProvider {...props.booted}>
      <KeysProvider>
        <ToastsProvider>
          <ImportsProvider>
            <Spoken router={props.router} transport={props.booted.transport} />
          </ImportsProvider>
        </ToastsProvider>
      </KeysProvider>
    </IpcProvider>
  );
}

function Spoken(props: { router: AppRouter; transport: Transport }) {
  const { router, transport } = props;
  const settings = useRead("settings_get", null).data;
  const station = useRead("station_get", null).data;
  const catalogue = useQuery({
    ...catalogueOptions(settings?.language ?? "zh-CN"),
    placeholderData: keepPreviousData,
  }).data;
  useLook(settings?.theme ?? "system", settings?.density ?? "normal");

  const language = catalogue?.language;
  // Follows the chosen language: assistive software reads the page by it.
  useEffect(() => {
    if (language !== undefined) document.documentElement.lang = language;
  }, [language]);

  // Follows what is chosen beside the clock.
  useEffect(() => transport.onGo((place) => router.history.push(place)), [router, transport]);

  if (catalogue === undefined || station === undefined) return null;
  return (
    <WordsProvider catalogue={catalogue} zone={station.centre.zone}>
      <RouterProvider router={router} />
    </WordsProvider>
  );
}
