UPDATE quote SET state = 'superseded' WHERE id = :id AND state = 'issued'
