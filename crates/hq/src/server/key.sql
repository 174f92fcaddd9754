SELECT secret_key FROM server
