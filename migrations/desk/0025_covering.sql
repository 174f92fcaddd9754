-- 0025: the figures of the side list are counted from small indexes alone: the days of what is open, and of each question
-- that waits whom it waits for; whether its work order is cancelled is one look into an index of the cancelled ones.

CREATE INDEX ticket_promise ON ticket (limit_on, target_on) WHERE is_open = 1;

DROP INDEX decision_waiting;
CREATE INDEX decision_waiting ON decision (due_on, id, state, asked_of, asked_by, ticket, settled_at) WHERE settled_at IS NULL;

CREATE INDEX ticket_cancelled_id ON ticket (id) WHERE status = 'cancelled';
