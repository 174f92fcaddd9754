SELECT count(*) FROM conflict WHERE centre = $1
