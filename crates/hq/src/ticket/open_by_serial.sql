SELECT id FROM ticket WHERE centre = $1 AND serial = $2 AND is_open = 1
