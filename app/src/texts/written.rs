//! How a file of text is written, where the guess may be wrong.

/// The words.
pub struct Texts {
    /// The encoding.
    pub encoding: &'static str,
    /// When to choose another.
    pub encoding_hint: &'static str,
    /// An encoding by what it is, before its name; none where the name says it all.
    pub encoding_named: fn(&str) -> Option<&'static str>,
    /// What stands between cells.
    pub delimiter: &'static str,
    /// When to choose another.
    pub delimiter_hint: &'static str,
    /// A comma between cells.
    pub comma: &'static str,
    /// A semicolon.
    pub semicolon: &'static str,
    /// A tab.
    pub tab: &'static str,
    /// A vertical bar.
    pub bar: &'static str,
    /// The file was read in another way.
    pub reread: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    encoding: "Bảng mã",
    encoding_hint: "Chọn bảng mã khác nếu chữ có dấu hiện sai.",
    encoding_named: |name| match name {
        "windows-1258" => Some("Tiếng Việt (Windows)"),
        "windows-1252" => Some("Tây Âu (Windows)"),
        "UTF-16LE" | "UTF-16BE" => Some("Unicode 2 byte"),
        "GBK" => Some("Tiếng Trung giản thể"),
        "Big5" => Some("Tiếng Trung phồn thể"),
        "Shift_JIS" => Some("Tiếng Nhật"),
        "EUC-KR" => Some("Tiếng Hàn"),
        _ => None,
    },
    delimiter: "Dấu ngăn cột",
    delimiter_hint: "Chọn dấu khác nếu các cột dính vào nhau.",
    comma: "Dấu phẩy ( , )",
    semicolon: "Dấu chấm phẩy ( ; )",
    tab: "Dấu tab",
    bar: "Gạch đứng ( | )",
    reread: "Đã đọc lại tệp",
};

/// English.
pub const EN: Texts = Texts {
    encoding: "Encoding",
    encoding_hint: "Choose another if letters with accents look wrong.",
    encoding_named: |name| match name {
        "windows-1258" => Some("Vietnamese (Windows)"),
        "windows-1252" => Some("Western European (Windows)"),
        "UTF-16LE" | "UTF-16BE" => Some("Unicode in two bytes"),
        "GBK" => Some("Simplified Chinese"),
        "Big5" => Some("Traditional Chinese"),
        "Shift_JIS" => Some("Japanese"),
        "EUC-KR" => Some("Korean"),
        _ => None,
    },
    delimiter: "Delimiter",
    delimiter_hint: "Choose another if columns run together.",
    comma: "Comma ( , )",
    semicolon: "Semicolon ( ; )",
    tab: "Tab",
    bar: "Vertical bar ( | )",
    reread: "The file was read again",
};
