//! Bytes as text, in the encodings that people save it in.

use std::borrow::Cow;

/// `bytes` as text: UTF-16 if a byte order mark says so, else UTF-8, where what
/// is none is replaced; `None` when one of the first `probe` bytes is zero, which
/// no text has.
#[must_use]
pub fn text(bytes: &[u8], probe: usize) -> Option<Cow<'_, str>> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return Some(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => return Some(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if memchr::memchr(0, &bytes[..bytes.len().min(probe)]).is_some() {
        return None;
    }
    // Checking is much faster than repairing, and rarely fails.
    Some(std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed))
}

/// The text of UTF-16, as `PowerShell` writes it.
fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Cow<'_, str> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    Cow::Owned(String::from_utf16_lossy(&units))
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_is_told_by_its_first_bytes() {
        let text = |bytes| super::text(bytes, 1024);
        assert_eq!(text(b"\xff\xfea\0:\0").as_deref(), Some("a:"));
        assert_eq!(text(b"\xfe\xff\0a\0:").as_deref(), Some("a:"));
        assert_eq!(text(b"\xef\xbb\xbfa").as_deref(), Some("a"));
        assert_eq!(text(b"\xe9").as_deref(), Some("\u{fffd}"));
        assert_eq!(text(b"a\0b"), None);
        assert_eq!(super::text(b"a\0b", 1).as_deref(), Some("a\0b"));
    }
}
