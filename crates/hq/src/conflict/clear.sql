DELETE FROM conflict WHERE centre = $1 AND entity = $2
