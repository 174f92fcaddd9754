// Boots and draws the app; when the records cannot be opened, says so instead.

import type { RouterHistory } from "@tanstack/react-router";
import type { Root } from "react-dom/client";
import { loadCatalogue } from "../i18n/catalogue";
import { WordsProvider } from "../i18n/i18n";
import { toFailure } from "../ipc/failure";
import type { Transport } from "../ipc/transport";
import { App } from "./App";
import { boot } from "./boot";
import { FailurePage } from "./FailurePage";
import { createAppRouter } from "./routes";

export async function start(root: Root, transport: Transport, history: RouterHistory): Promise<void> {
  try {
    const booted = await boot(transport);
    root.render(<App booted={booted} router={createAppRouter(booted, history)} />);
  } catch (thrown) {
    const language = navigator.language.startsWith("zh") ? "zh-CN" : "en";
    const catalogue = await loadCatalogue(language);
    root.render(
      <WordsProvider catalogue={catalogue} zone="Asia/Shanghai">
        <FailurePage failure={toFailure(thrown)} onRetry={() => void start(root, transport, history)} />
      </WordsProvider>,
    );
  }
}
