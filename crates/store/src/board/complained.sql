SELECT count(DISTINCT ticket.id) AS tickets
FROM follow_up INDEXED BY follow_up_open CROSS JOIN ticket ON ticket.id = follow_up.ticket
WHERE ended IS NULL AND kind = 'complaint' AND is_open = 1
  AND (:status IS NULL OR ticket.status = :status) AND (:owner IS NULL OR coalesce(ticket.owner, '') = :owner)
  AND (:model IS NULL OR ticket.model = :model) AND (:dealer IS NULL OR ticket.dealer = :dealer)
