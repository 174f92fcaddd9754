-- 0003: policy packs that were installed beside those of the program.
--
-- A pack is rolled forward only: a version is added, never changed and never taken away, because recorded verdicts name
-- the pack they were made by. What a pack says is its text; the rest is what the text is found by.

-- A pack as it was signed and installed.
CREATE TABLE pack (
  id           TEXT    NOT NULL, -- name of the pack, such as jingpin-commitment
  version      TEXT    NOT NULL, -- its version, numbers between dots
  hash         TEXT    NOT NULL CHECK (length(hash) = 64), -- BLAKE3 of the text, hexadecimal
  text         TEXT    NOT NULL, -- the file, as it was signed
  signature    TEXT    NOT NULL, -- Ed25519 signature of the text's bytes, base64
  signed_by    TEXT    NOT NULL, -- name of the trusted key that the signature fits
  installed_at INTEGER NOT NULL, -- when it was installed, milliseconds UTC
  UNIQUE (id, version)
) STRICT;
CREATE TRIGGER pack_is_never_changed BEFORE UPDATE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never changed'); END;
CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never deleted'); END;
