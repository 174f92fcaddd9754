//! What the app wrote: the rows a rehearsal added to each table, cut into as many equal parts as there were
//! intakes. It reads finished stores and times nothing.

use crate::raw::keyed;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::error::Error;
use std::path::Path;

/// One prepared statement and the rows it is run with.
#[derive(Debug)]
pub(crate) struct Statement<'a> {
    pub(crate) sql: &'a str,
    pub(crate) rows: &'a [Vec<Value>],
}

/// The rows of all intakes.
#[derive(Debug)]
pub(crate) struct Recording {
    parts: Vec<Part>,
}

/// The rows of one table, in the order they came.
#[derive(Debug)]
struct Part {
    sql: String,
    rows: Vec<Vec<Value>>,
    rows_each: usize,
}

/// A table as its schema describes it.
struct Table {
    name: String,
    columns: Vec<String>,
    key: Vec<String>,
    has_rowid: bool,
}

impl Recording {
    /// Compares a store before and after `intakes` were received.
    ///
    /// # Errors
    /// When the intakes did not all write alike: their rows could not be told apart.
    pub(crate) fn of(before: &Path, after: &Path, intakes: usize) -> Result<Self, Box<dyn Error>> {
        let (before, after) = (keyed(before)?, keyed(after)?);
        let mut parts = Vec::new();
        for table in tables(&after)? {
            parts.extend(inserted(&before, &after, &table)?);
            parts.extend(updated(&before, &after, &table, intakes)?);
        }
        parts.push(indexed(&after)?);
        for part in &mut parts {
            if part.rows.is_empty() || part.rows.len() % intakes != 0 {
                return Err(format!("{} rows of {intakes} intakes: {}", part.rows.len(), part.sql).into());
            }
            part.rows_each = part.rows.len() / intakes;
        }
        Ok(Self { parts })
    }

    /// What the intake of this number wrote.
    pub(crate) fn statements(&self, number: usize) -> impl Iterator<Item = Statement<'_>> {
        self.parts.iter().map(move |part| {
            let first = number * part.rows_each;
            let rows = part.rows.get(first..first + part.rows_each).unwrap_or_default();
            Statement { sql: &part.sql, rows }
        })
    }
}

/// Pages of a store, its log folded in.
pub(crate) fn pages(data: &Path) -> Result<i64, Box<dyn Error>> {
    let connection = keyed(data)?;
    Ok(connection.query_row("PRAGMA page_count", [], |row| row.get(0))?)
}

/// The ordinary tables in the order of the schema, which foreign keys follow.
fn tables(store: &Connection) -> Result<Vec<Table>, Box<dyn Error>> {
    let sql = "SELECT master.name, list.wr FROM sqlite_master AS master
               JOIN pragma_table_list AS list ON list.name = master.name AND list.schema = 'main'
               WHERE list.type = 'table' AND master.name NOT LIKE 'sqlite_%' ORDER BY master.rowid";
    let mut statement = store.prepare(sql)?;
    let listed = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? == 0)))?;
    let named = listed.collect::<rusqlite::Result<Vec<(String, bool)>>>()?;
    named.into_iter().map(|(name, has_rowid)| table(store, name, has_rowid)).collect()
}

fn table(store: &Connection, name: String, has_rowid: bool) -> Result<Table, Box<dyn Error>> {
    let sql = "SELECT name, pk FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid";
    let mut statement = store.prepare(sql)?;
    let read = statement.query_map([&name], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? > 0)))?;
    let all = read.collect::<rusqlite::Result<Vec<(String, bool)>>>()?;
    let key: Vec<String> =
        all.iter().filter(|(_, is_key)| *is_key).map(|(column, _)| column.clone()).collect();
    let columns: Vec<String> = all.into_iter().map(|(column, _)| column).collect();
    // A table whose rows are never changed may do without a key of its own: a row is told by all it says.
    let key: Vec<String> = if key.is_empty() { columns.clone() } else { key };
    Ok(Table { name, columns, key, has_rowid })
}

/// Rows that are there now and were not before, in the order they came. Keys of this schema are uuids made
/// one after the other, so that a table without rowids has that order too.
fn inserted(before: &Connection, after: &Connection, table: &Table) -> Result<Option<Part>, Box<dyn Error>> {
    let Table { name, columns, key, has_rowid } = table;
    let old = keys(before, table)?;
    let order = if *has_rowid { "rowid".to_owned() } else { key.join(", ") };
    let sql = format!("SELECT {} FROM {name} ORDER BY {order}", columns.join(", "));
    let rows = all_rows(after, &sql)?;
    let places: Vec<usize> =
        key.iter().filter_map(|key| columns.iter().position(|column| column == key)).collect();
    let key_of =
        |row: &[Value]| places.iter().filter_map(|place| row.get(*place).cloned()).collect::<Vec<_>>();
    let new: Vec<Vec<Value>> = rows.into_iter().filter(|row| !old.contains(&key_of(row))).collect();
    if new.is_empty() {
        return Ok(None);
    }
    let marks: Vec<String> = (1..=columns.len()).map(|number| format!("?{number}")).collect();
    let sql = format!("INSERT INTO {name} ({}) VALUES ({})", columns.join(", "), marks.join(", "));
    Ok(Some(Part { sql, rows: new, rows_each: 0 }))
}

/// Rows that each intake wrote anew, such as the end of the chain: set once for each intake to what they are
/// in the end, which is as long as what they were in between.
fn updated(
    before: &Connection,
    after: &Connection,
    table: &Table,
    intakes: usize,
) -> Result<Option<Part>, Box<dyn Error>> {
    let Table { name, columns, key, .. } = table;
    let by_key: Vec<String> =
        key.iter().enumerate().map(|(at, key)| format!("{key} = ?{}", at + 1)).collect();
    let select = format!("SELECT {} FROM {name} WHERE {}", columns.join(", "), by_key.join(" AND "));
    let mut changed = Vec::new();
    for key in keys(before, table)? {
        let read = |store: &Connection| -> rusqlite::Result<Vec<Value>> {
            store.query_row(&select, params_from_iter(&key), |row| {
                (0..columns.len()).map(|at| row.get(at)).collect()
            })
        };
        let (was, is) = (read(before)?, read(after)?);
        if was != is {
            changed.push(is);
        }
    }
    if changed.is_empty() {
        return Ok(None);
    }
    let set: Vec<String> =
        columns.iter().enumerate().map(|(at, column)| format!("{column} = ?{}", at + 1)).collect();
    let place = |key: &String| columns.iter().position(|column| column == key).unwrap_or_default() + 1;
    let by_key: Vec<String> = key.iter().map(|key| format!("{key} = ?{}", place(key))).collect();
    let sql = format!("UPDATE {name} SET {} WHERE {}", set.join(", "), by_key.join(" AND "));
    let rows = (0..intakes).flat_map(|_| changed.clone()).collect();
    Ok(Some(Part { sql, rows, rows_each: 0 }))
}

/// The lines of the search index, read back from it: it keeps tokens and no texts.
fn indexed(after: &Connection) -> Result<Part, Box<dyn Error>> {
    after.execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)")?;
    let rows =
        all_rows(after, "SELECT doc, group_concat(term, ' ') FROM temp.words GROUP BY doc ORDER BY doc")?;
    Ok(Part { sql: "INSERT INTO search (rowid, tokens) VALUES (?1, ?2)".to_owned(), rows, rows_each: 0 })
}

fn keys(store: &Connection, table: &Table) -> Result<Vec<Vec<Value>>, Box<dyn Error>> {
    all_rows(store, &format!("SELECT {} FROM {}", table.key.join(", "), table.name))
}

fn all_rows(store: &Connection, sql: &str) -> Result<Vec<Vec<Value>>, Box<dyn Error>> {
    let mut statement = store.prepare(sql)?;
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..columns).map(|at| row.get(at)).collect())?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
