-- 0020: the board. What lists of open work orders are chosen and ordered by is in two indexes, so that no list, no chart and
-- no figure touches a row it does not show; and each work order's way through its statuses stands in a table of its own.

-- Kept beside the ticket for the board's filters; the truth is the intake's.
ALTER TABLE ticket ADD COLUMN model  TEXT NOT NULL DEFAULT ''; -- the intake's
ALTER TABLE ticket ADD COLUMN dealer TEXT NOT NULL DEFAULT ''; -- the intake's; empty = none
UPDATE ticket SET (model, dealer) = (SELECT intake.model, intake.dealer FROM intake WHERE intake.id = ticket.id);
CREATE TRIGGER ticket_follows_new_intake AFTER INSERT ON ticket
BEGIN
  UPDATE ticket SET (model, dealer) = (SELECT intake.model, intake.dealer FROM intake WHERE intake.id = NEW.id)
  WHERE id = NEW.id;
END;
CREATE TRIGGER ticket_follows_intake AFTER UPDATE OF model, dealer ON intake
WHEN NEW.model <> OLD.model OR NEW.dealer <> OLD.dealer
BEGIN
  UPDATE ticket SET model = NEW.model, dealer = NEW.dealer WHERE id = NEW.id;
END;

DROP INDEX ticket_open_limit;
CREATE INDEX ticket_open_limit ON ticket (is_open, limit_on, id, status, owner, model, dealer);
DROP INDEX ticket_stage;
CREATE INDEX ticket_stage ON ticket (status, limit_on, target_on, owner, model, dealer) WHERE is_open = 1;

-- From where to where a work order went, and when: derived from the journal's transitions.
CREATE TABLE ticket_step (
  ticket TEXT    NOT NULL REFERENCES ticket (id), -- which work order
  was    TEXT    NOT NULL, -- code of the Status it left
  status TEXT    NOT NULL, -- code of the Status it came to
  at     INTEGER NOT NULL  -- when, milliseconds UTC
) STRICT;
INSERT INTO ticket_step (ticket, was, status, at)
SELECT ticket.id, lag(moved.status, 1, 'to_be_diagnosed') OVER (PARTITION BY ticket.id ORDER BY moved.place), moved.status, moved.at
FROM (
  SELECT journal.about AS about, journal.place AS place, json_extract(CAST(journal.bytes AS TEXT), '$.at') AS at,
         (SELECT json_extract(field.value, '$.value') FROM json_each(CAST(journal.bytes AS TEXT), '$.fields') AS field
          WHERE json_extract(field.value, '$.name') = 'status') AS status
  FROM journal
  WHERE json_valid(CAST(journal.bytes AS TEXT))
    AND json_extract(CAST(journal.bytes AS TEXT), '$.kind') = 'ticket.transition'
) AS moved
JOIN ticket ON ticket.id = moved.about
WHERE moved.status IS NOT NULL AND moved.at IS NOT NULL
ORDER BY moved.place;
CREATE INDEX ticket_step_of ON ticket_step (ticket);
CREATE TRIGGER ticket_takes_a_step AFTER UPDATE OF status ON ticket WHEN NEW.status <> OLD.status
BEGIN
  INSERT INTO ticket_step (ticket, was, status, at)
  VALUES (NEW.id, OLD.status, NEW.status, coalesce(NEW.moved_at, NEW.opened_at));
END;
