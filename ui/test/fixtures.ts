// Answers as a real station gives them, for tests that need a screen and not a store. Dates are fixed:
// today is Sunday 22 November 2026 at the centre.

import type {
  Bench,
  Check,
  ContractCard,
  CustomerView,
  IntakeDraft,
  ModelCard,
  Sale,
  Settings,
  Station,
  TicketLife,
  TicketRow,
  UnitLife,
  UserRow,
} from "../src/ipc/types.generated";
import { assessment, unknownAssessment, verdict } from "./verdictFixtures";
import { work } from "./workFixtures";
import { noParts } from "./partFixtures";

export * from "./verdictFixtures";

const TODAY = "2026-11-22";
/** 10:42:07 in Chengdu. */
export const NOW = Date.parse("2026-11-22T02:42:07Z");

export const settings: Settings = {
  language: "en",
  document_language: "both",
  theme: "light",
  density: "normal",
  actor: "Chen",
  form_printer: "",
  label_printer: "",
  label_size: "60x40",
  label_resolution: "203",
  label_right_tenths_mm: 0,
  label_down_tenths_mm: 0,
  label_grid: "3x8",
  scan_prefix: "",
  scan_suffix: "",
  lock_minutes: 15,
  notifies: true,
};

export const station: Station = {
  identity: { centre: "CD01", series: "A7K3M" },
  centre: {
    name_zh: "成都服务中心",
    name_en: "Chengdu service centre",
    address_zh: "四川省成都市高新区天府大道 1 号",
    address_en: "1 Tianfu Avenue, Chengdu",
    phone: "028-85355966",
    hours: "9:00-18:00",
    zone: "Asia/Shanghai",
    country: "CN",
  },
  today: TODAY,
  version: "0.1.0",
  policy: { id: "jp", version: "2026.1", hash: "9f3a55c2d1e0b7a8" },
  countries: ["CN", "DE"],
  notices: [],
  unsynced: 3,
  has_line: false,
  accessories: [
    {
      product_class: "terminal",
      items: ["battery", "charger", "data_cable", "lens_cap", "strap", "carrying_case", "manual"],
    },
    { product_class: "module", items: ["data_cable", "adapter_board", "manual"] },
    { product_class: "detector", items: ["antistatic_box", "test_report"] },
  ],
};

export const sale: Sale = {
  serial: "JP2409-00417",
  model: "NV-640",
  product_class: "terminal",
  contract_date: null,
  voucher_date: "2026-10-28",
  sale_kind: "normal",
  dealer: "成都夜行者户外",
  customer: "李雷",
  phone: "13980005966",
};

export function ticketRow(number: number, change: Partial<TicketRow> = {}): TicketRow {
  const count = String(number).padStart(5, "0");
  return {
    id: `0193-${count}`,
    rma: `CD01-A7K3M-${count}-K`,
    serial: `JP2409-${count}`,
    model: "NV-640",
    product_class: "terminal",
    customer: "韩梅梅",
    status: "to_be_diagnosed",
    received_on: "2026-11-10",
    target_on: "2026-11-24",
    limit_on: "2026-12-08",
    calendar_status: "published",
    state: "on_time",
    handed_over_on: null,
    elapsed_working_days: 8,
    cancel_reason: "",
    damage: null,
    dealer: "",
    late_entry: false,
    owned_by_us: false,
    form_owed: false,
    parts: null,
    sync: "local",
    custody: null,
    owner: null,
    resolution: null,
    next: { event: "start_diagnosis", gate: null, mover: "technician" },
    ...change,
  };
}

export const bench: Bench = {
  parcels: [],
  counts: { open: 86, on_time: 72, due: 11, overdue: 3, received_today: 4, forms_owed: 2, decisions: 1, waiting: 0, unsynced: 3, registry: 5000 },
  due: [
    ticketRow(371, { state: "overdue", elapsed_working_days: 22, received_on: "2026-10-21", limit_on: "2026-11-18" }),
    ticketRow(380, { state: "due", elapsed_working_days: 17, received_on: "2026-10-28", limit_on: "2026-11-25" }),
    ticketRow(411),
  ],
  recent: [ticketRow(411), ticketRow(410, { customer: "Müller Optik GmbH", model: "Core M3" })],
  drafts: [
    { id: "0193-draft", serial: "JP2409-00500", model: "NV-200", customer: "王芳", saved_at: NOW, discarded_at: null, user: null },
  ],
  mine: [],
  came_back: null,
};

export const emptyBench: Bench = {
  parcels: [],
  counts: { open: 0, on_time: 0, due: 0, overdue: 0, received_today: 0, forms_owed: 0, decisions: 0, waiting: 0, unsynced: 0, registry: 0 },
  due: [],
  recent: [],
  drafts: [],
  mine: [],
  came_back: null,
};

export const emptyDraft: IntakeDraft = {
  serial: "",
  no_serial: false,
  label: null,
  model: "",
  product_class: null,
  symptom: "",
  customer: { name: "", company: "", phone: "", email: "", address: "" },
  parties: { end_user: null, dealer: null, owner: null, payer: null, ship_to: null },
  received_on: TODAY,
  channel: null,
  authorisation: null,
  dealer: "",
  first_reported: { on: null, to: "", proof: "", none: false },
  remote_attempts: "",
  accessories: [],
  condition: "",
  purchase_document: "",
  remedy_wanted: null,
  paper_form: null,
  damage: null,
  late_entry: null,
  owned_by_us: false,
  calendar: null,
  consignment: null,
  facts: {},
};

export const modelCard: ModelCard = {
  model: {
    code: "NV-640",
    name_zh: "手持夜视仪",
    name_en: "Handheld",
    product_class: "terminal",
    kit: ["battery", "遮光罩"],
    specification: [{ parameter: "NETD", value: "35", unit: "mK" }],
    serial_pattern: "JP####-#####",
    successor: "NV-650",
    firmware: "2.4",
    documents: [{ title: "用户手册", target: "manuals/nv640.pdf" }],
    is_current: true,
  },
  as_of: NOW,
};

export const noCheck: Check = {
  asks_label_photo: false,
  problems: [],
  conflicts: [],
  serial: null,
  open: null,
  look_alikes: [],
  sale: null,
  register_as_of: null,
  model: null,
  fits_model: null,
  loan: null,
  earlier_tickets: 0,
  quoted: null,
  asked: null,
  relabelled_at: null,
  repeats: { repeats: [], batch: [] },
  sender: null,
};

export function ticketLife(change: Partial<TicketRow> = {}): TicketLife {
  const row = ticketRow(411, change);
  const draft: IntakeDraft["customer"] = { name: "李雷", company: "", phone: "13980005966", email: "", address: "成都市武侯区" };
  return {
    row,
    work: work(),
    handover: { done: null, account: null, payments: [], loans: [], covers: [], freight: null },
    intake: {
      serial: row.serial,
      model: row.model,
      product_class: row.product_class,
      symptom: "开机后画面左上角坏点成片,温度越高越明显",
      customer: draft,
      received_on: row.received_on,
      channel: "courier",
      authorisation: null,
      label: null,
      parties: { end_user: null, dealer: null, owner: null, payer: null, ship_to: null },
      damage: null,
      late_entry: null,
      owned_by_us: false,
      dealer: "成都夜行者户外",
      first_reported: { on: "2026-11-08", to: "微信", proof: "" },
      no_earlier_report: false,
      remote_attempts: "",
      accessories: [
        { item: "battery", state: "present" },
        { item: "data_cable", state: "missing" },
      ],
      condition: "左下角轻微划痕",
      purchase_document: "24512003",
      remedy_wanted: "exchange",
      paper_form: true,
      calendar: null,
      consignment: null,
    },
    facts: { purchase: { voucher_date: "2026-10-28" } },
    assessment,
    conflicts: [{ kind: "register", field: "model", register: "NV-640", intake: "NV-600" }],
    diagnosis: { records: [], sheets: [], is_test_passed: false, repeats: { repeats: [], batch: [] } },
    attachments: [],
    given: [],
    decisions: [],
    verdicts: [
      {
        id: "v2",
        made_at: NOW,
        facts: assessment.facts,
        verdict,
        explanation: assessment.explanation,
        actor: "Liu",
        changed: {
          facts: [
            { fact: "claim_date", before: null, after: ["2026-11-20"] },
            { fact: "purchase.voucher_date", before: null, after: ["2026-10-28"] },
          ],
          remedies: ["refund", "exchange", "free_repair", "paid_repair"],
          cover: true,
          pack: false,
          calendar: false,
        },
      },
      {
        id: "v1",
        made_at: NOW - 86_400_000,
        facts: {},
        verdict: unknownAssessment.verdict,
        explanation: null,
        actor: "Chen",
        changed: null,
      },
    ],
    papers: [
      {
        id: "p1",
        form: "application",
        language: "both",
        hash: "a1b2c3d4e5f60718",
        pages: 2,
        made_at: NOW,
        printed_to: "HP-前台",
      },
    ],
    timeline: [
      { at: NOW, actor: "Chen", station: null, kind: "paper.make", fields: [] },
      { at: NOW, actor: "Chen", station: null, kind: "intake.receive", fields: [{ name: "model", value: "NV-640", was: null }] },
    ],
    timeline_damaged: false,
    lock: null,
    identity: null,
    relabelled: [],
    parts: noParts,
    exchange: { chosen: null, model_wanted: "NV-640" },
    refund: { sheet: null, likely_payer: "" },
    quotes: [],
    asks_label_photo: false,
    charge_review: false,
    form_obtained: null,
  };
}

export const customerView: CustomerView = {
  rma: "CD01-A7K3M-00411-K",
  model: "NV-640",
  as_of: { zh: "截至2026年11月22日", en: "As of 22 November 2026" },
  sentences: [
    {
      id: "customer-in_time_open",
      text: { zh: "截至2026年11月22日，您的报修在期限内。", en: "Your claim is in time as of 22 November 2026." },
    },
    {
      id: "customer-stays_wait",
      text: {
        zh: "在检测故障期间，您退货、换货或免费维修的权利不受影响。",
        en: "Your right to a refund, an exchange or a free repair stays open while we diagnose the fault.",
      },
    },
  ],
  note: { zh: "以上均为初步判定。", en: "Everything here is preliminary." },
};

export const contractCard: ContractCard = {
  contract: {
    number: "C-2026-8",
    buyer: "上海公司",
    signed_on: "2026-01-15",
    models: [],
    serials: [{ from: "JP2409-00400", to: "JP2409-00499" }],
    terms: {
      unit_months: 36,
      part_months: null,
      return_days: null,
      exchange_days: null,
      period_starts_on: null,
      special_price_return: null,
      covers_borrowed: null,
      fee_inside_warranty: null,
    },
    sale_kind: null,
    price_proof: "",
  },
  as_of: NOW,
  file: "contracts.csv",
};

export const unitLife: UnitLife = {
  relabelled: [],
  serial: sale.serial,
  model: sale.model,
  product_class: "terminal",
  sale,
  register_as_of: NOW,
  model_card: null,
  contracts: [],
  loan: null,
  tickets: [ticketRow(411)],
  look_alikes: [],
};

export const colleague: UserRow = {
  id: "u-linxi",
  name: "林溪",
  role: "technician",
  is_active: true,
  has_pin: true,
  has_badge: false,
  spellings: ["lx", "linxi"],
};
