-- 0023: records of the centre's other stations. What HQ's stream brings shows in the same tables as what was written here.

-- Two stations can take the same unit in while neither knows of the other; which work order it is, a person says. That one
-- station never opens a second is checked where it opens them.
DROP INDEX ticket_one_open_per_serial;
CREATE INDEX ticket_open_serial ON ticket (serial) WHERE is_open = 1;

-- An operation that could not be shown because what it refers to is not here; tried again after every page.
CREATE TABLE put_off (
  chain INTEGER NOT NULL REFERENCES chain (id), -- of which chain
  seq   INTEGER NOT NULL CHECK (seq >= 1),      -- place in it
  PRIMARY KEY (chain, seq)
) STRICT;

-- A photo that another station took: its name and size are known, its bytes are not here.
ALTER TABLE blob ADD COLUMN is_elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (is_elsewhere IN (0, 1)); -- 1 = no bytes here yet

-- The stream is taken from its beginning once more, so that what came before shows too.
DELETE FROM merged;
DELETE FROM ruling;
UPDATE line SET cursor = 0, content = zeroblob(32);

-- Whether the paper form of the unit is still to be obtained (4.2), kept beside the work order so that counting them reads
-- no intake.
ALTER TABLE ticket ADD COLUMN owes_form INTEGER NOT NULL DEFAULT 0 CHECK (owes_form IN (0, 1)); -- kept by the triggers below
UPDATE ticket SET owes_form = 1
WHERE form_obtained_on IS NULL
  AND EXISTS (SELECT 1 FROM intake WHERE intake.id = ticket.id AND intake.paper_form IS NOT 1 AND intake.owned_by_us = 0);
CREATE INDEX ticket_owes_form ON ticket (owes_form, limit_on, id) WHERE is_open = 1;
DROP INDEX ticket_form_open;

DROP TRIGGER ticket_follows_new_intake;
CREATE TRIGGER ticket_follows_new_intake AFTER INSERT ON ticket
BEGIN
  UPDATE ticket SET (model, dealer, owes_form) =
    (SELECT intake.model, intake.dealer,
            intake.paper_form IS NOT 1 AND intake.owned_by_us = 0 AND NEW.form_obtained_on IS NULL
     FROM intake WHERE intake.id = NEW.id)
  WHERE id = NEW.id;
END;
CREATE TRIGGER ticket_form_of_intake AFTER UPDATE OF paper_form, owned_by_us ON intake
WHEN NEW.paper_form IS NOT OLD.paper_form OR NEW.owned_by_us <> OLD.owned_by_us
BEGIN
  UPDATE ticket SET owes_form = NEW.paper_form IS NOT 1 AND NEW.owned_by_us = 0 AND form_obtained_on IS NULL
  WHERE id = NEW.id;
END;
CREATE TRIGGER ticket_form_came AFTER UPDATE OF form_obtained_on ON ticket
WHEN NEW.form_obtained_on IS NOT OLD.form_obtained_on
BEGIN
  UPDATE ticket SET owes_form = NEW.form_obtained_on IS NULL
    AND EXISTS (SELECT 1 FROM intake WHERE intake.id = NEW.id AND intake.paper_form IS NOT 1 AND intake.owned_by_us = 0)
  WHERE id = NEW.id;
END;
