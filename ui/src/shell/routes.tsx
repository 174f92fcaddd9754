// Every screen and its address. Only the bench is in the first bundle; the others come when they are
// opened, from this machine's disk.

import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from "@tanstack/react-router";
import { BenchPage } from "../features/bench/BenchPage";
import { readOptions } from "../ipc/ipc";
import { searchOf } from "../features/board/view";
import { masterKinds } from "../features/masters/kinds";
import type { MasterKind, TicketFilter } from "../ipc/types.generated";
import type { Booted } from "./boot";
import { BrokenScreen, MissingScreen } from "./BrokenScreen";
import { Frame } from "./Frame";

const root = createRootRouteWithContext<{ booted: Booted }>()({
  component: Frame,
  errorComponent: BrokenScreen,
  notFoundComponent: MissingScreen,
});

const bench = createRoute({ getParentRoute: () => root, path: "/", component: BenchPage });

/** Goes on with the check-in at hand, or begins one: `serial` of that unit, `fresh` of the next. */
const intake = createRoute({
  getParentRoute: () => root,
  path: "/intake",
  validateSearch: (search: Record<string, unknown>): { serial?: string; fresh?: string } => ({
    ...textOf(search, "serial"),
    ...textOf(search, "fresh"),
  }),
  beforeLoad: async ({ context, search }) => {
    const { deskOf } = await import("../features/intake/desk");
    const { transport, answers } = context.booted;
    const { today } = await answers.ensureQueryData(readOptions(transport, "station_get", null));
    const desk = deskOf(transport);
    const isNew = search.fresh !== undefined || search.serial !== undefined;
    const session = isNew ? desk.begin(today, search.serial ?? "") : (desk.current() ?? desk.begin(today, ""));
    throw redirect({ to: "/intake/$draft", params: { draft: session.address() }, replace: true });
  },
});

const draft = createRoute({
  getParentRoute: () => root,
  path: "/intake/$draft",
  component: lazyRouteComponent(() => import("./screens/IntakeScreen"), "IntakeScreen"),
});

const parcels = createRoute({
  getParentRoute: () => root,
  path: "/parcels",
  component: lazyRouteComponent(() => import("../features/consignment/ConsignmentList"), "ConsignmentList"),
});

/** A parcel at the door: its `waybill`, and the same code as a `serial` where it may be one. */
const parcelReceive = createRoute({
  getParentRoute: () => root,
  path: "/parcels/receive",
  validateSearch: (search: Record<string, unknown>): { waybill?: string; serial?: string } => ({
    ...textOf(search, "waybill"),
    ...textOf(search, "serial"),
  }),
  component: lazyRouteComponent(() => import("../features/consignment/ReceivePage"), "ReceivePage"),
});

const parcel = createRoute({
  getParentRoute: () => root,
  path: "/parcels/$id",
  component: lazyRouteComponent(() => import("./screens/ConsignmentScreen"), "ConsignmentScreen"),
});

const enquiries = createRoute({
  getParentRoute: () => root,
  path: "/enquiries",
  component: lazyRouteComponent(() => import("../features/enquiry/EnquiryList"), "EnquiryList"),
});

/** A new enquiry; of the unit with that `serial` when it is known. */
const enquiryNew = createRoute({
  getParentRoute: () => root,
  path: "/enquiries/new",
  validateSearch: (search: Record<string, unknown>): { serial?: string } => textOf(search, "serial"),
  component: lazyRouteComponent(() => import("../features/enquiry/NewEnquiryPage"), "NewEnquiryPage"),
});

const enquiry = createRoute({
  getParentRoute: () => root,
  path: "/enquiries/$id",
  component: lazyRouteComponent(() => import("./screens/EnquiryScreen"), "EnquiryScreen"),
});

const filters: readonly TicketFilter[] = ["open", "due", "overdue", "mine", "form_owed", "all"];

/** The sheet of a `week`, 2026-W47; of the one that ended last where none is named. */
const week = createRoute({
  getParentRoute: () => root,
  path: "/week",
  validateSearch: (search: Record<string, unknown>): { week?: string } => textOf(search, "week"),
  component: lazyRouteComponent(() => import("./screens/WeekScreen"), "WeekScreen"),
});

const tickets = createRoute({
  getParentRoute: () => root,
  path: "/tickets",
  validateSearch: (search: Record<string, unknown>): { filter?: TicketFilter; text?: string } => {
    const filter = filters.find((known) => known === search["filter"]);
    return { ...(filter === undefined ? {} : { filter }), ...textOf(search, "text") };
  },
  component: lazyRouteComponent(() => import("../features/ticket/TicketList"), "TicketList"),
});

/** The overdue board: which list, of whose units of which model and dealer. */
const board = createRoute({
  getParentRoute: () => root,
  path: "/board",
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import("./screens/BoardScreen"), "BoardScreen"),
});

const ticket = createRoute({
  getParentRoute: () => root,
  path: "/tickets/$id",
  component: lazyRouteComponent(() => import("./screens/TicketScreen"), "TicketScreen"),
});

/** What the customer is shown of a work order or of a check-in, on the whole screen. */
const customerTicket = createRoute({
  getParentRoute: () => root,
  path: "/customer/ticket/$id",
  component: lazyRouteComponent(() => import("../features/customer/CustomerPage"), "CustomerOfTicket"),
});

const customerDraft = createRoute({
  getParentRoute: () => root,
  path: "/customer/draft/$id",
  component: lazyRouteComponent(() => import("../features/customer/CustomerPage"), "CustomerOfDraft"),
});

const units = createRoute({
  getParentRoute: () => root,
  path: "/units",
  component: lazyRouteComponent(() => import("../features/unit/UnitList"), "UnitList"),
});

const unit = createRoute({
  getParentRoute: () => root,
  path: "/units/$serial",
  component: lazyRouteComponent(() => import("../features/unit/UnitPage"), "UnitPage"),
});

const authorisations = createRoute({
  getParentRoute: () => root,
  path: "/authorisations",
  component: lazyRouteComponent(() => import("../features/authorisation/AuthorisationsPage"), "AuthorisationsPage"),
});

const duties = createRoute({
  getParentRoute: () => root,
  path: "/duties",
  component: lazyRouteComponent(() => import("./screens/DutiesScreen"), "DutiesScreen"),
});

const decisions = createRoute({
  getParentRoute: () => root,
  path: "/decisions",
  component: lazyRouteComponent(() => import("../features/decision/DecisionsPage"), "DecisionsPage"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: lazyRouteComponent(() => import("../features/registry/RegisterPage"), "RegisterPage"),
});

const registerImport = createRoute({
  getParentRoute: () => root,
  path: "/register/import",
  component: lazyRouteComponent(() => import("../features/registry/ImportPage"), "ImportPage"),
});

/** Places: `place` is the code of the one that is looked at. */
const places = createRoute({
  getParentRoute: () => root,
  path: "/places",
  validateSearch: (search: Record<string, unknown>): { place?: string } => textOf(search, "place"),
  component: lazyRouteComponent(() => import("../features/place/PlacesPage"), "PlacesPage"),
});

const stocktake = createRoute({
  getParentRoute: () => root,
  path: "/places/stocktake",
  component: lazyRouteComponent(() => import("../features/place/StocktakePage"), "StocktakePage"),
});

/** Spare parts on stock. */
const parts = createRoute({
  getParentRoute: () => root,
  path: "/parts",
  component: lazyRouteComponent(() => import("../features/part/PartsPage"), "PartsPage"),
});

const part = createRoute({
  getParentRoute: () => root,
  path: "/parts/$id",
  component: lazyRouteComponent(() => import("./screens/PartScreen"), "PartScreen"),
});

const kindOf = (search: Record<string, unknown>): { kind?: MasterKind } => {
  const kind = masterKinds.find((known) => known === search["kind"]);
  return kind === undefined ? {} : { kind };
};

/** Masters of one `kind`. */
const masters = createRoute({
  getParentRoute: () => root,
  path: "/masters",
  validateSearch: kindOf,
  component: lazyRouteComponent(() => import("../features/masters/MastersPage"), "MastersPage"),
});

const mastersImport = createRoute({
  getParentRoute: () => root,
  path: "/masters/import",
  validateSearch: kindOf,
  component: lazyRouteComponent(() => import("../features/masters/MasterImportPage"), "MasterImportPage"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../features/settings/SettingsPage"), "SettingsPage"),
});

const catalogue = createRoute({
  getParentRoute: () => root,
  path: "/settings/bench",
  component: lazyRouteComponent(() => import("../features/catalogue/CataloguePage"), "CataloguePage"),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: "/settings/calendar",
  component: lazyRouteComponent(() => import("../features/calendar/CalendarPage"), "CalendarPage"),
});

const line = createRoute({
  getParentRoute: () => root,
  path: "/line",
  component: lazyRouteComponent(() => import("../features/line/LinePage"), "LinePage"),
});

/** The policy packs: `pack` by its hash, at a `clause` or a `reading`. */
const policy = createRoute({
  getParentRoute: () => root,
  path: "/policy",
  validateSearch: (search: Record<string, unknown>): { pack?: string; clause?: string; reading?: string } => ({
    ...textOf(search, "pack"),
    ...textOf(search, "clause"),
    ...textOf(search, "reading"),
  }),
  component: lazyRouteComponent(() => import("../features/policy/PolicyPage"), "PolicyPage"),
});

const policyCompare = createRoute({
  getParentRoute: () => root,
  path: "/policy/compare",
  component: lazyRouteComponent(() => import("../features/policy/ComparePage"), "ComparePage"),
});

const tree = root.addChildren([
  bench,
  intake,
  draft,
  parcels,
  parcelReceive,
  parcel,
  enquiries,
  enquiryNew,
  enquiry,
  week,
  tickets,
  board,
  ticket,
  customerTicket,
  customerDraft,
  units,
  unit,
  authorisations,
  decisions,
  duties,
  register,
  registerImport,
  places,
  stocktake,
  parts,
  part,
  masters,
  mastersImport,
  settings,
  catalogue,
  calendar,
  line,
  policy,
  policyCompare,
]);

export function createAppRouter(booted: Booted, history: RouterHistory) {
  return createRouter({ routeTree: tree, history, context: { booted }, defaultPendingMs: 400, defaultPreload: "intent" });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouter;
  }
}

function textOf<Name extends string>(search: Record<string, unknown>, name: Name): { [N in Name]?: string } {
  const value = search[name];
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" ? only(name, text) : {};
}

function only<Name extends string>(name: Name, text: string): { [N in Name]?: string } {
  const record: { [N in Name]?: string } = {};
  record[name] = text;
  return record;
}
