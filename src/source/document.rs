//! An entry or category as the TOML document that would say the same: what a
//! patch is laid over, and what is written out.

use serde::Serialize;
use toml::value::Datetime;
use toml::{Table, Value};

/// The keys whose values are days.
const DAYS: [&str; 7] = ["as-of", "accepted", "incubating", "graduated", "archived", "on", "until"];

/// The tables whose keys are ids and so stay as they are.
const TABLES_OF_IDS: [&str; 2] = ["compare", "confused-with"];

/// The keys of which `false` is what is meant when they are not written.
const SWITCHES: [&str; 3] = ["set", "scale", "first"];

/// The list whose items may leave keys out, too.
const SPARSE_ITEMS: &str = "dimensions";

/// The keys that the path of the file says.
const FROM_THE_PATH: [&str; 2] = ["id", "category"];

/// `value` as a document with the keys of a file; what says nothing is left out.
#[must_use]
pub fn document<T: Serialize>(value: &T) -> Table {
    let mut table = Table::try_from(value).unwrap_or_default();
    table.retain(|key, _| !FROM_THE_PATH.contains(&key));
    as_written(table, true)
}

/// `table` with the spelling of a file, and without what is empty where that may be left out.
fn as_written(table: Table, is_sparse: bool) -> Table {
    let pairs = table.into_iter().filter_map(|(key, value)| {
        let key = key.replace('_', "-");
        let value = match value {
            Value::Table(ids) if TABLES_OF_IDS.contains(&key.as_str()) => Value::Table(ids),
            Value::String(text) if DAYS.contains(&key.as_str()) => {
                text.parse::<Datetime>().map_or(Value::String(text), Value::Datetime)
            }
            value => written_value(value, is_sparse, key == SPARSE_ITEMS),
        };
        let says_nothing =
            is_empty(&value) || (SWITCHES.contains(&key.as_str()) && value == Value::Boolean(false));
        (!(is_sparse && says_nothing)).then_some((key, value))
    });
    pairs.collect()
}

fn written_value(value: Value, is_sparse: bool, has_sparse_items: bool) -> Value {
    match value {
        Value::Table(table) => Value::Table(as_written(table, is_sparse)),
        Value::Array(items) => {
            // The items of other lists have all their keys.
            let written = |item| written_value(item, has_sparse_items, false);
            Value::Array(items.into_iter().map(written).collect())
        }
        other => other,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Table(table) => table.is_empty(),
        _ => false,
    }
}
