UPDATE stream SET head = head WHERE centre = $1 RETURNING head, incarnation, content_hash
