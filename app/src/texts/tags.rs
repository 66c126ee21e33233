//! Words of tags.

/// The words.
pub struct Texts {
    /// Heading of the tags of a record.
    pub title: &'static str,
    /// Filter: with any tag or none.
    pub any: &'static str,
    /// Label of the field for one more.
    pub add: &'static str,
    /// What to do there.
    pub hint: &'static str,
    /// Takes a tag off.
    pub remove: fn(&str) -> String,
    /// There is none.
    pub none: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Nhãn",
    any: "Mọi nhãn",
    add: "Thêm nhãn",
    hint: "Nhập rồi nhấn Enter",
    remove: |name| format!("Bỏ nhãn {name}"),
    none: "Chưa có nhãn",
};

/// English.
pub const EN: Texts = Texts {
    title: "Tags",
    any: "Any tag",
    add: "Add a tag",
    hint: "Type and press Enter",
    remove: |name| format!("Remove tag {name}"),
    none: "No tags",
};
