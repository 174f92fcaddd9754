UPDATE line SET cursor = 0, content = zeroblob(32) WHERE one = 1
