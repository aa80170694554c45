//! How a name is compared: without case, spaces, hyphens, punctuation and
//! plural, so that `Service Meshes`, `service_mesh` and `servicemesh` are one.

/// The form of `name` that lookups compare.
///
/// Only letters, digits, `+` and `#` count (C++ and C# stay apart); a plural
/// ending is taken off, by the same rule for what is typed and what is stored.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = letters(name);
    singular(&mut key);
    key
}

/// The same with its plural ending.
#[must_use]
pub fn letters(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Takes an English plural ending off, where the word stays long enough to tell.
fn singular(word: &mut String) {
    if word.len() > 4 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if ["sses", "shes", "xes"].iter().any(|ending| word.ends_with(ending)) {
        word.truncate(word.len() - 2);
    } else if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for same in ["service-mesh", "Service Mesh", "service_mesh", "service meshes", "SERVICEMESH"] {
            assert_eq!(key(same), "servicemesh", "{same}");
        }
        assert_eq!(key("HTTP/2"), key("http2"));
        assert_eq!(key("network policies"), key("NetworkPolicy"));
        assert_eq!(key("StorageClasses"), key("storageclass"));
    }

    #[test]
    fn short_words_keep_their_s() {
        for (word, expected) in
            [("DNS", "dns"), ("TLS", "tls"), ("EKS", "eks"), ("CRDs", "crd"), ("Pods", "pod")]
        {
            assert_eq!(key(word), expected);
        }
    }

    #[test]
    fn languages_with_signs_stay_apart() {
        assert_ne!(key("C"), key("C++"));
        assert_ne!(key("C"), key("C#"));
    }

    #[test]
    fn nothing_is_left_of_punctuation() {
        assert_eq!(key(" -- ... \u{1b}[ "), "");
    }
}
