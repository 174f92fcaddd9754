SELECT state FROM merged WHERE centre = $1 AND entity = $2
