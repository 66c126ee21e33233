//! What is drawn: menus, and the way of a number.

/// The words.
pub struct Texts {
    /// The choice between picture and outline.
    pub view: &'static str,
    /// Drawn.
    pub picture: &'static str,
    /// As a nested list.
    pub outline: &'static str,
    /// Draws it smaller.
    pub smaller: &'static str,
    /// Draws it larger.
    pub larger: &'static str,
    /// It stands further up in the outline.
    pub seen_above: &'static str,
    /// There is nothing to draw.
    pub nothing: &'static str,
    /// The way of a number.
    pub way_of: fn(&str) -> String,

    /// Callers are connected with a telephone number.
    pub forward: &'static str,
    /// The call ends.
    pub end: &'static str,
    /// A server is asked whom to ring.
    pub asked: &'static str,
    /// What is said, as a quotation.
    pub says: fn(&str) -> String,
    /// A file that is played.
    pub plays: fn(&str) -> String,
    /// How many places a menu has.
    pub places: fn(usize) -> String,
    /// How many agents a group has.
    pub agents: fn(usize) -> String,
    /// An agent is rung on this number.
    pub on_number: fn(&str) -> String,

    /// No key is pressed, as short as can be.
    pub no_key: &'static str,
    /// Another key is pressed, as short as can be.
    pub other_key: &'static str,
    /// A group is rung first.
    pub first: &'static str,
    /// A group is rung when nobody of the first is free.
    pub second: &'static str,

    /// An error was found here.
    pub has_error: &'static str,
    /// Something doubtful was found here.
    pub has_warning: &'static str,
    /// The call that is tried comes here.
    pub taken: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    view: "Cách xem",
    picture: "Sơ đồ",
    outline: "Dàn ý",
    smaller: "Thu nhỏ",
    larger: "Phóng to",
    seen_above: "đã nêu ở trên",
    nothing: "Chưa có gì để vẽ.",
    way_of: |number| format!("Đường đi của {number}"),
    forward: "Chuyển ra số",
    end: "Kết thúc cuộc gọi",
    asked: "Máy chủ chọn người",
    says: |text| format!("“{text}”"),
    plays: |file| format!("Phát tệp {file}"),
    places: |count| format!("{count} bước"),
    agents: |count| format!("{count} người"),
    on_number: |number| format!("Đổ chuông số {number}"),
    no_key: "không bấm",
    other_key: "phím khác",
    first: "trước",
    second: "sau",
    has_error: "có lỗi",
    has_warning: "cần xem lại",
    taken: "cuộc gọi thử đi qua đây",
};

/// English.
pub const EN: Texts = Texts {
    view: "View",
    picture: "Picture",
    outline: "Outline",
    smaller: "Smaller",
    larger: "Larger",
    seen_above: "see above",
    nothing: "Nothing to draw yet.",
    way_of: |number| format!("The way of {number}"),
    forward: "Forwarded to",
    end: "The call ends",
    asked: "A server chooses",
    says: |text| format!("“{text}”"),
    plays: |file| format!("Plays {file}"),
    places: |count| if count == 1 { "1 step".to_owned() } else { format!("{count} steps") },
    agents: |count| if count == 1 { "1 person".to_owned() } else { format!("{count} people") },
    on_number: |number| format!("Rings {number}"),
    no_key: "no key",
    other_key: "other key",
    first: "first",
    second: "then",
    has_error: "has an error",
    has_warning: "look at this",
    taken: "the tried call comes here",
};
