//! Whether a document describes services as Compose reads them, whatever it is called.

/// What was seen of the shape of a Compose file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::identify) struct Compose {
    /// Whether a key stands at the outermost level that such files have not.
    has_other: bool,
    /// The line on which a service says what it is run from.
    service: Option<u32>,
}

impl Compose {
    /// The entry of the software that reads such files.
    pub(in crate::identify) const ID: &'static str = "docker-compose";

    /// Takes in a key at the outermost level.
    pub(super) fn take(&mut self, key: &str) {
        match key {
            "services" | "include" | "volumes" | "networks" | "configs" | "secrets" | "version" | "name"
            | "" => {}
            key => self.has_other |= !key.starts_with("x-"),
        }
    }

    /// Takes in the line on which a service says what it is run from.
    pub(super) fn take_service(&mut self, number: u32) {
        self.service.get_or_insert(number);
    }

    /// The line that tells that this is a Compose file, where nothing tells that it is another.
    pub(in crate::identify) fn is_told_at(&self) -> Option<u32> {
        self.service.filter(|_| !self.has_other)
    }
}

#[cfg(test)]
mod tests {
    use super::Compose;

    #[test]
    fn other_keys_are_of_other_files() {
        let mut compose = Compose::default();
        for key in ["version", "services", "x-common"] {
            compose.take(key);
        }
        assert_eq!(compose.is_told_at(), None);
        compose.take_service(3);
        assert_eq!(compose.is_told_at(), Some(3));
        compose.take("steps");
        assert_eq!(compose.is_told_at(), None);
    }
}
