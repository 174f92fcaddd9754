SELECT
  (SELECT count(*) FROM ticket WHERE is_open = 1) AS open,
  (SELECT count(*) FROM ticket WHERE is_open = 1 AND limit_on >= :as_of AND target_on < :as_of) AS due,
  (SELECT count(*) FROM ticket WHERE is_open = 1 AND limit_on < :as_of) AS overdue,
  (SELECT count(*) FROM intake JOIN ticket ON ticket.id = intake.id
   WHERE intake.received_on = :as_of AND ticket.status <> :cancelled) AS received,
  (SELECT count(*) FROM ticket
   WHERE is_open = 1 AND form_obtained_on IS NULL
     AND EXISTS (SELECT 1 FROM intake INDEXED BY intake_form_owed
                 WHERE intake.id = ticket.id AND intake.paper_form IS NOT 1 AND intake.owned_by_us = 0)) AS forms_owed
