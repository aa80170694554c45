//! The JSON Schema of the files, for editors: made from the types by a test,
//! which also holds the copies in `schema/` current.
//!
//! Only the words of draft 4 are used, which is what editors on Taplo validate.

/// What a schema is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Of {
    /// An entry.
    #[default]
    Entry,
    /// A patch of an entry.
    Patch,
    /// A category.
    Category,
}

/// The schema, as JSON.
#[must_use]
pub fn text(of: Of) -> &'static str {
    match of {
        Of::Entry => include_str!("../schema/entry.json"),
        Of::Patch => include_str!("../schema/patch.json"),
        Of::Category => include_str!("../schema/category.json"),
    }
}

#[cfg(test)]
mod tests {
    use schemars::generate::SchemaSettings;
    use schemars::{JsonSchema, Schema};
    use serde_json::{Map, Value, json};

    use super::{Of, text};
    use crate::entry::{Category, Entry};

    /// The schema of `T` in the words of draft 4.
    fn schema<T: JsonSchema>(title: &str) -> Value {
        let schema: Schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
        let mut schema = schema.to_value();
        plain(&mut schema);
        schema["$schema"] = json!("http://json-schema.org/draft-04/schema#");
        schema["title"] = json!(title);
        schema
    }

    /// Writes what draft 4 has no word for in its words.
    fn plain(value: &mut Value) {
        match value {
            Value::Object(map) => {
                if let Some(only) = map.remove("const") {
                    map.insert("enum".to_owned(), json!([only]));
                }
                // What a key is when it is left out tells an editor nothing.
                map.remove("default");
                map.values_mut().for_each(plain);
            }
            Value::Array(items) => items.iter_mut().for_each(plain),
            _ => {}
        }
    }

    /// The schema of an entry, with the keys that `cnref check` asks for.
    fn entry() -> Value {
        let mut schema = schema::<Entry>("An entry of cnref");
        schema["required"] = json!(["name", "summary", "description", "checked"]);
        schema["definitions"]["Checked"]["required"] = json!(["on", "sources"]);
        schema
    }

    fn patch() -> Value {
        let mut schema = schema::<Entry>("A patch of an entry of cnref");
        let remove = json!({
            "description": "What goes, in the shape of an entry: a list of items or keys, or true for all of it.",
            "type": "object",
        });
        schema["properties"]["remove"] = remove;
        // A patch names the keys that it changes only.
        let objects = schema["definitions"].as_object_mut().expect("there are definitions");
        if let Some(cncf) = objects.get_mut("Cncf").and_then(Value::as_object_mut) {
            cncf.remove("required");
        }
        schema
    }

    #[test]
    fn the_copies_are_those_of_the_types() {
        for (of, name, schema) in [
            (Of::Entry, "entry", entry()),
            (Of::Patch, "patch", patch()),
            (Of::Category, "category", schema::<Category>("A category of cnref")),
        ] {
            let made = format!("{}\n", serde_json::to_string_pretty(&schema).expect("it is JSON"));
            let path = format!("{}/schema/{name}.json", env!("CARGO_MANIFEST_DIR"));
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                std::fs::write(&path, &made).expect("the copy can be written");
            } else {
                assert_eq!(made, text(of), "UPDATE_EXPECTED=1 cargo test writes schema/{name}.json anew");
            }
        }
    }

    #[test]
    fn only_words_of_draft_4_are_used() {
        fn walk(value: &Value, is_schema: bool) {
            let words = [
                "$schema",
                "$ref",
                "title",
                "description",
                "type",
                "format",
                "enum",
                "minimum",
                "maximum",
                "items",
                "properties",
                "additionalProperties",
                "required",
                "definitions",
                "anyOf",
                "oneOf",
                "allOf",
            ];
            match value {
                Value::Object(map) => {
                    for (key, value) in map {
                        assert!(!is_schema || words.contains(&key.as_str()), "{key}");
                        walk(value, !(is_schema && matches!(key.as_str(), "properties" | "definitions")));
                    }
                }
                Value::Array(items) => items.iter().for_each(|item| walk(item, is_schema)),
                _ => {}
            }
        }
        for of in [Of::Entry, Of::Patch, Of::Category] {
            let schema: Map<String, Value> = serde_json::from_str(text(of)).expect("it is JSON");
            walk(&Value::Object(schema), true);
        }
    }
}
