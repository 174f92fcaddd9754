-- 0002: finding a work order by anything somebody remembers of it.
--
-- The tokens are made in Rust (store/search/tokens.rs): characters and pairs of Chinese, pinyin, folded serials.
-- The index holds no text, only the tokens, and is made again from the records whenever the way of making
-- tokens changes; so nothing in it is a record.

-- Which ticket a line of the index stands for.
CREATE TABLE search_line (
  id     INTEGER NOT NULL PRIMARY KEY, -- rowid of the line in `search`
  ticket TEXT    NOT NULL UNIQUE REFERENCES ticket (id) -- the one it finds
) STRICT;

-- The way the tokens were made.
CREATE TABLE search_made (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- always 1, so there is one row
  version INTEGER NOT NULL                              -- tokens::VERSION when the index was made
) STRICT;

-- The index. Contentless: the tokens of a line would only repeat what intake and customer hold.
CREATE VIRTUAL TABLE search USING fts5 (
  tokens, -- folded words, separated by spaces
  content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '2 3'
);
