DELETE FROM quote WHERE id = :id AND state = 'draft'
