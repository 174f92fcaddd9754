UPDATE quote SET state = :state, answer = :answer, answered_by = :answered_by, answered_at = :answered_at
WHERE id = :id AND state = 'issued'
