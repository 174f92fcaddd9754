SELECT ticket_row.* FROM intake JOIN ticket_row ON ticket_row.id = intake.id
WHERE intake.look_alike_key = :look_alike_key AND intake.serial <> :serial
ORDER BY intake.received_at DESC, intake.id
LIMIT 10
