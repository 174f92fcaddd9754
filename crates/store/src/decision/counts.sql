SELECT count(*) AS waiting, coalesce(sum(due_on < :today), 0) AS overdue,
       coalesce(sum((state = 'asked' AND asked_of = :asked_of) OR (state = 'asked_back' AND asked_by = :asked_by)), 0) AS mine
FROM decision JOIN ticket ON ticket.id = decision.ticket
WHERE settled_at IS NULL AND status <> 'cancelled'
