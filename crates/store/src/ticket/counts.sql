-- Each is a range of an index; every day is after ''.
SELECT
  (SELECT count(*) FROM ticket INDEXED BY ticket_promise WHERE is_open = 1 AND limit_on > '') AS open,
  (SELECT count(*) FROM ticket INDEXED BY ticket_promise
   WHERE is_open = 1 AND limit_on >= :as_of AND target_on < :as_of) AS due,
  (SELECT count(*) FROM ticket INDEXED BY ticket_promise WHERE is_open = 1 AND limit_on < :as_of) AS overdue,
  (SELECT count(*) FROM intake JOIN ticket ON ticket.id = intake.id
   WHERE intake.received_on = :as_of AND ticket.status <> :cancelled) AS received,
  (SELECT count(*) FROM ticket INDEXED BY ticket_owes_form WHERE is_open = 1 AND owes_form = 1) AS forms_owed
