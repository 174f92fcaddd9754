SELECT ticket_row.*,
       (SELECT min(due_on) FROM follow_up
        WHERE follow_up.ticket = ticket_row.id AND ended IS NULL AND kind = 'promise') AS promised_on,
       (SELECT min(due_on) FROM follow_up
        WHERE follow_up.ticket = ticket_row.id AND ended IS NULL AND kind = 'complaint') AS complaint_due_on,
       (SELECT max(said_at) FROM contact
        WHERE contact.ticket = ticket_row.id AND is_reached = 1 AND withdrawn_at IS NULL) AS reached_at
FROM ticket_row
WHERE id IN (
  SELECT ticket.id FROM ticket INDEXED BY ticket_open_limit
  WHERE is_open = 1 AND (limit_on, id) > (:after_limit_on, :after_id)
    AND limit_on BETWEEN coalesce(:first_on, '') AND coalesce(:last_on, '9999-12-31')
    AND (:status IS NULL OR ticket.status = :status) AND (:owner IS NULL OR coalesce(ticket.owner, '') = :owner)
    AND (:model IS NULL OR ticket.model = :model) AND (:dealer IS NULL OR ticket.dealer = :dealer)
    AND (:complained = 0 OR EXISTS (SELECT 1 FROM follow_up
                                    WHERE follow_up.ticket = ticket.id AND ended IS NULL AND kind = 'complaint'))
    AND (:missing IS NULL OR ticket.status || limit_on IN (SELECT value FROM json_each(:missing))
         OR ticket.status = 'awaiting_parts' AND EXISTS (SELECT 1 FROM part_line
              WHERE part_line.ticket = ticket.id AND state = 'wanted' AND expected_on >= ticket.limit_on))
  ORDER BY limit_on, id
  LIMIT :rows_max)
ORDER BY limit_on, id
