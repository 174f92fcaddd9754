SELECT count(*) FROM quarantine WHERE centre = $1
