// One enquiry of two units as the station would tell it, what was said about it, and its letters.

import type { ContactRow, Correspondence, EnquiryLife, EnquiryRow, EnquiryUnitRow, Letter } from "../src/ipc/types.generated";
import { NOW } from "./fixtures";

const HOUR = 3_600_000;

export const row: EnquiryRow = {
  id: "0193-enquiry",
  way: "call",
  received_at: NOW - HOUR,
  reply_due_at: NOW + 23 * HOUR,
  replied_at: null,
  is_overdue: false,
  customer: "韩梅梅",
  words: "开机黑屏",
  result: null,
  is_open: true,
  units: 1,
  serial: "JP2409-00417",
  model: "NV-640",
};

const unit: EnquiryUnitRow = {
  id: "0193-unit",
  unit: { serial: "JP2409-00417", model: "NV-640", product_class: "terminal", symptom: "" },
  rma: null,
  authorisation: null,
  draft: null,
  ticket: null,
};

export function life(changes: Partial<EnquiryLife> = {}): EnquiryLife {
  return {
    row,
    enquiry: {
      way: "call",
      received_at: row.received_at,
      customer: { name: "韩梅梅", company: "", phone: "13811112222", email: "", address: "" },
      words: row.words,
    },
    units: [unit],
    result_words: "",
    result_at: null,
    recorded_by: "desk",
    is_attempted: false,
    is_tried: false,
    timeline: [{ at: NOW, actor: "desk", kind: "enquiry.open", station: null, fields: [{ name: "way", value: "call", was: null }] }],
    ...changes,
  };
}

const entry: ContactRow = {
  id: "0193-entry",
  about: { kind: "enquiry", id: row.id },
  contact: {
    way: "call",
    direction: "out",
    is_reached: true,
    with: "",
    words: "Charge it overnight",
    at: NOW - HOUR / 2,
    attempt: "not_solved",
    check: { asked: ["phone_tail"], is_passed: true },
    closes: ["remote_attempt"],
  },
  logged_at: NOW,
  logged_by: "desk",
  withdrawn_at: null,
  withdrawn_why: "",
};

export const correspondence: Correspondence = {
  customer: { name: "韩梅梅", company: "", phone: "13811112222", email: "", address: "" },
  enquiry: null,
  contacts: [entry],
  follow_ups: [
    {
      id: "0193-promise",
      follow_up: { kind: "promise", words: "Ring back", due_on: "2026-11-24", owner: null },
      owner_name: "desk",
      is_overdue: false,
      opened_at: NOW,
      opened_by: "desk",
      ended: null,
      ended_at: null,
      ended_by: "",
      end_words: "",
    },
  ],
  duties: [
    {
      duty: { kind: "reply", clause: "4.1", since: row.received_at, due_at: row.reply_due_at, follow_up: null, closed: null },
      is_overdue: false,
      is_late: false,
    },
    {
      duty: {
        kind: "remote_attempt",
        clause: "3.1",
        since: row.received_at,
        due_at: null,
        follow_up: null,
        closed: { at: NOW, who: "李娜", entry: entry.id },
      },
      is_overdue: false,
      is_late: false,
    },
  ],
};

export const letters: Letter[] = [
  { kind: "asked", language: "en", text: "Dear 韩梅梅,\n\nThank you.", is_fitting: true },
  { kind: "asked", language: "zh-CN", text: "韩梅梅，您好：", is_fitting: true },
];
