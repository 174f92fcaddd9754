// The turned screen: two sentences in both languages, nothing else of the shop, Escape back.

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openApp } from "./app";
import { Failure } from "../src/ipc/failure";
import { fakeStation } from "./fake";
import * as fixtures from "./fixtures";

it("one key turns a work order into two sentences of each language, and Escape turns it back", async () => {
  const { user, router, station } = await openApp("/tickets/0193-00411");
  await screen.findByRole("heading", { level: 1, name: "CD01-A7K3M-00411-K" });
  await user.keyboard("{F8}");
  const cover = await screen.findByRole("region", { name: "For the customer" });
  expect(station.asked("customer_view")).toEqual([{ kind: "ticket", id: "0193-00411" }]);
  for (const { text } of fixtures.customerView.sentences) {
    expect((await within(cover).findByText(text.zh)).lang).toBe("zh-CN");
    expect(within(cover).getByText(text.en).lang).toBe("en");
  }
  expect(within(cover).queryByText(fixtures.ticketRow(411).customer)).toBeNull();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/tickets/0193-00411"));
});

it("a check-in is saved before the customer is shown it, and goes on where it was", async () => {
  const { user, router, station } = await openApp(`/intake?serial=${fixtures.sale.serial}`);
  await screen.findByRole("heading", { level: 1, name: "Check-in" });
  await user.keyboard("{F8}");
  await screen.findByRole("region", { name: "For the customer" });
  expect(station.asked("draft_save").length).toBeGreaterThan(0);
  const asked = station.asked("customer_view").at(-1);
  expect(asked?.kind).toBe("draft");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(router.state.location.pathname).toBe(`/intake/${asked?.id ?? ""}`));
});

it("a customer view that cannot be made says so and can be left", async () => {
  const { user, router } = await openApp(
    "/customer/ticket/0193-00411",
    fakeStation({
      customer_view: () => {
        throw new Failure("not_found");
      },
    }),
  );
  expect(await screen.findByRole("alert")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Back/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/tickets/0193-00411"));
});

it("what a person gave beside the determination is what the customer reads", async () => {
  const sentence = (id: string, zh: string, en: string) => ({ id, text: { zh, en } });
  const sentences: typeof fixtures.customerView.sentences = [
    sentence("customer-given", "我们同意为您免费维修。", "We decided in your favour: we offer you a free repair."),
    sentence("customer-carried_out", "办理完成后会通知您。", "We will tell you when it is done."),
  ];
  await openApp("/customer/ticket/0193-00411", fakeStation({ customer_view: () => ({ ...fixtures.customerView, sentences }) }));
  const cover = await screen.findByRole("region", { name: "For the customer" });
  expect(await within(cover).findByText("We decided in your favour: we offer you a free repair.")).toBeTruthy();
  expect(within(cover).queryByText(fixtures.customerView.sentences[0]?.text.en ?? "")).toBeNull();
});
