// The whole window on a fake station, at one address.

import { createMemoryHistory } from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { App } from "../src/shell/App";
import { boot } from "../src/shell/boot";
import { createAppRouter } from "../src/shell/routes";
import { fakeStation, type FakeStation } from "./fake";

export async function openApp(address: string, station: FakeStation = fakeStation()) {
  const booted = await boot(station);
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createAppRouter(booted, history);
  render(<App booted={booted} router={router} />);
  await screen.findByRole("main");
  return { station, router, user: userEvent.setup({ delay: null }) };
}
