// What jsdom lacks and the window has.

import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

vi.stubGlobal("scrollTo", () => undefined);
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
globalThis.CSS ??= Object.create(null);
CSS.escape ??= (text: string) => text.replaceAll(/[^\w-]/g, String.raw`\$&`);
Element.prototype.scrollIntoView ??= () => undefined;

// Screens are loaded when they are opened; on a busy machine the first one takes a while.
// Nothing is hidden by style sheets here, so looking for hidden elements is not worth its time.
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });
document.title = "Nightbench";

afterEach(cleanup);
