SELECT head, incarnation, content_hash FROM stream WHERE centre = $1
