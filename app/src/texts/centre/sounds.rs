//! The files that callers hear.

/// The words.
pub struct Texts {
    /// What the page is for.
    pub text: &'static str,
    /// Uploads a file.
    pub upload: &'static str,
    /// There are none.
    pub none: &'static str,
    /// What they are for.
    pub none_text: &'static str,
    /// The field of the file.
    pub file: &'static str,
    /// What is taken.
    pub file_hint: fn(megabytes: usize, minutes: i64) -> String,
    /// What somebody writes about it.
    pub description: &'static str,
    /// For example.
    pub description_hint: &'static str,
    /// Form and length of a file.
    pub holds: fn(format: &str, length: &str, size: &str) -> String,
    /// It is on its way.
    pub uploading: fn(percent: u32) -> String,
    /// It was uploaded.
    pub uploaded: fn(&str) -> String,
    /// No file was chosen.
    pub choose_first: &'static str,
    /// The server did not take it.
    pub failed: &'static str,
    /// The connection broke off.
    pub lost: &'static str,

    /// Column: the file.
    pub name: &'static str,
    /// Column: its sound.
    pub sound: &'static str,
    /// Column: where it is used.
    pub used: &'static str,
    /// Nowhere.
    pub unused: &'static str,
    /// As music while callers wait in this queue.
    pub as_waiting: fn(&str) -> String,
    /// As music while callers of this queue are on hold.
    pub as_hold: fn(&str) -> String,
    /// At this place of a menu.
    pub at_step: fn(&str) -> String,
    /// When and by whom it was uploaded.
    pub by: fn(&str) -> String,
    /// It was uploaded elsewhere.
    pub elsewhere: &'static str,
    /// Listens to this one.
    pub listen: fn(&str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    text: "Lời chào và nhạc chờ mà khách nghe được. Tệp tải lên có ở nhà cung cấp ngay, không cần phát hành.",
    upload: "Tải tệp lên",
    none: "Chưa có tệp âm thanh nào",
    none_text: "Tải lên lời chào tự thu hoặc nhạc chờ, rồi chọn chúng ở menu thoại và hàng đợi.",
    file: "Tệp WAV hoặc MP3",
    file_hint: |megabytes, minutes| format!("Tối đa {megabytes} MB và {minutes} phút."),
    description: "Mô tả",
    description_hint: "Ví dụ: Lời chào ngoài giờ",
    holds: |format, length, size| format!("{format}, dài {length}, {size}"),
    uploading: |percent| format!("Đang tải lên: {percent}%"),
    uploaded: |name| format!("Đã tải lên {name}"),
    choose_first: "Hãy chọn một tệp.",
    failed: "Máy chủ không nhận tệp này. Hãy thử lại.",
    lost: "Mất kết nối khi đang tải lên. Hãy thử lại.",
    name: "Tệp",
    sound: "Nghe thử",
    used: "Dùng ở",
    unused: "Chưa dùng ở đâu",
    as_waiting: |queue| format!("Nhạc chờ của {queue}"),
    as_hold: |queue| format!("Nhạc giữ máy của {queue}"),
    at_step: |step| format!("Bước {step}"),
    by: |name| format!("{name} tải lên"),
    elsewhere: "Tải lên ở nơi khác, không nghe thử được tại đây",
    listen: |name| format!("Nghe {name}"),
};

/// English.
pub const EN: Texts = Texts {
    text: "Greetings and waiting music that callers hear. An uploaded file is at the provider at once; it needs no publishing.",
    upload: "Upload a file",
    none: "No sound files yet",
    none_text: "Upload recorded greetings or waiting music, and choose them in menus and queues.",
    file: "WAV or MP3 file",
    file_hint: |megabytes, minutes| format!("At most {megabytes} MB and {minutes} minutes."),
    description: "Description",
    description_hint: "For example: Greeting after hours",
    holds: |format, length, size| format!("{format}, {length} long, {size}"),
    uploading: |percent| format!("Uploading: {percent} %"),
    uploaded: |name| format!("Uploaded {name}"),
    choose_first: "Choose a file.",
    failed: "The server did not take this file. Try again.",
    lost: "The connection was lost while uploading. Try again.",
    name: "File",
    sound: "Listen",
    used: "Used",
    unused: "Nowhere yet",
    as_waiting: |queue| format!("Waiting music of {queue}"),
    as_hold: |queue| format!("Hold music of {queue}"),
    at_step: |step| format!("Step {step}"),
    by: |name| format!("Uploaded by {name}"),
    elsewhere: "Uploaded elsewhere: cannot be heard here",
    listen: |name| format!("Listen to {name}"),
};
