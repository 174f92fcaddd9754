UPDATE stream SET incarnation = $1 WHERE centre = $2
