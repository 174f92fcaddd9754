SELECT count(*) AS waiting, coalesce(sum(due_on < :today), 0) AS overdue,
       coalesce(sum((state = 'asked' AND asked_of = :asked_of) OR (state = 'asked_back' AND asked_by = :asked_by)), 0) AS mine
FROM decision INDEXED BY decision_waiting
WHERE settled_at IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM ticket INDEXED BY ticket_cancelled_id WHERE ticket.id = decision.ticket AND status = 'cancelled'
  )
