-- 0009: decisions. What the rules leave to a person is a question with its answers; nothing of it is deleted, and no
-- verdict is changed by it.

-- A question to a person about a work order.
CREATE TABLE decision (
  id          TEXT    NOT NULL PRIMARY KEY, -- DecisionId
  ticket      TEXT    NOT NULL REFERENCES ticket (id), -- about which work order
  kind        TEXT    NOT NULL, -- code of DecisionKind
  clause      TEXT    NOT NULL, -- clause of the commitment, as in 3.3; empty = none
  reading     INTEGER CHECK (reading > 0), -- number of the reading it follows; NULL = none
  remedies    TEXT    NOT NULL CHECK (json_valid(remedies)), -- JSON, codes of Remedy it is about, as they are shown, by the newest verdict that asks it; empty = none
  excuses     TEXT    NOT NULL CHECK (json_valid(excuses)),  -- JSON, codes of Excuse a waiver asks for; empty for other kinds
  evidence    TEXT    NOT NULL CHECK (json_valid(evidence)), -- JSON, list of DecisionEvidence: what is on record
  words       TEXT    NOT NULL, -- in the asker's own words; empty = the verdict asks
  asked_by    TEXT    NOT NULL, -- the actor who asked, or whose write made the verdict that asks
  asked_of    TEXT    NOT NULL, -- code of Role
  asked_at    INTEGER NOT NULL, -- when, milliseconds UTC
  due_on      TEXT    NOT NULL CHECK (length(due_on) = 10), -- day by which an answer is expected
  verdict     TEXT    REFERENCES verdict (id), -- the verdict that asks; NULL = a person asks
  state       TEXT    NOT NULL, -- code of DecisionState
  is_standing INTEGER NOT NULL CHECK (is_standing IN (0, 1)), -- 0 = the newest verdict does not ask it any more, so that its answer gives nothing
  settled_at  INTEGER           -- when it was answered, withdrawn or no longer asked, milliseconds UTC; NULL = it waits
) STRICT;
CREATE INDEX decision_ticket ON decision (ticket, asked_at);
CREATE INDEX decision_waiting ON decision (due_on, id) WHERE settled_at IS NULL;
CREATE INDEX decision_settled ON decision (settled_at, id) WHERE settled_at IS NOT NULL;
CREATE INDEX decision_verdict ON decision (verdict) WHERE verdict IS NOT NULL;
CREATE INDEX decision_tally ON decision (kind, state);

-- What was said to a question, in order.
CREATE TABLE decision_reply (
  id         TEXT    NOT NULL PRIMARY KEY, -- DecisionReplyId
  decision   TEXT    NOT NULL REFERENCES decision (id), -- to which question
  reply      TEXT    NOT NULL, -- code of DecisionReply
  reason     TEXT    NOT NULL, -- why, in the person's own words
  replied_by TEXT    NOT NULL, -- the actor who recorded it
  replied_at INTEGER NOT NULL, -- when it was recorded, milliseconds UTC
  said_by    TEXT    NOT NULL, -- who said it by phone, where somebody else recorded it; empty = the actor
  said_at    INTEGER,          -- when it was said by phone, milliseconds UTC; NULL = not by phone
  second     TEXT    NOT NULL, -- the second person who was there; empty = none
  CHECK ((said_by = '') = (said_at IS NULL))
) STRICT;
CREATE INDEX decision_reply_order ON decision_reply (decision, replied_at);

CREATE TRIGGER decision_reply_is_never_changed BEFORE UPDATE ON decision_reply
BEGIN SELECT raise(ABORT, 'what was said to a question is never changed'); END;
CREATE TRIGGER decision_reply_is_never_deleted BEFORE DELETE ON decision_reply
BEGIN SELECT raise(ABORT, 'what was said to a question is never deleted'); END;

-- A question as lists show it, with its work order.
CREATE VIEW decision_row AS
SELECT decision.id AS id, decision.ticket AS ticket, kind, clause, reading, remedies, excuses, evidence, words, asked_by,
       asked_of, asked_at, due_on, decision.verdict AS verdict, state, is_standing, settled_at, intake.rma AS rma,
       intake.serial AS serial, intake.model AS model, customer.name AS customer_name,
       ticket.status AS status
FROM decision JOIN intake ON intake.id = decision.ticket JOIN ticket ON ticket.id = decision.ticket
JOIN customer ON customer.id = intake.customer;
