SELECT ticket.limit_on AS limit_on, count(DISTINCT ticket.id) AS tickets
FROM part_line INDEXED BY part_line_wanted CROSS JOIN ticket ON ticket.id = part_line.ticket
WHERE part_line.state = 'wanted' AND part_line.expected_on >= ticket.limit_on
  AND ticket.status = 'awaiting_parts' AND ticket.is_open = 1 AND ticket.limit_on >= :as_of
  AND (:status IS NULL OR ticket.status = :status) AND (:owner IS NULL OR coalesce(ticket.owner, '') = :owner)
  AND (:model IS NULL OR ticket.model = :model) AND (:dealer IS NULL OR ticket.dealer = :dealer)
GROUP BY ticket.limit_on
