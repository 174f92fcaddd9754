UPDATE stream SET head = head + $1, content_hash = $2 WHERE centre = $3 RETURNING head
