//! Passing a call on.

/// The words.
pub struct Texts {
    /// Heading of the panel.
    pub title: &'static str,
    /// The field in which one searches.
    pub find: &'static str,
    /// What can be typed there.
    pub hint: &'static str,
    /// The same where any number can be called.
    pub hint_with_numbers: &'static str,
    /// Who and what is offered.
    pub found: fn(usize) -> String,
    /// Nothing fits.
    pub nothing: &'static str,
    /// Heading of colleagues.
    pub colleagues: &'static str,
    /// Heading of queues.
    pub queues: &'static str,
    /// Heading of what was only typed.
    pub typed: &'static str,
    /// To this seat.
    pub to_seat: fn(&str) -> String,
    /// To this queue.
    pub to_queue: fn(&str) -> String,
    /// To this number.
    pub to_number: fn(&str) -> String,
    /// A colleague can be rung now.
    pub online: &'static str,
    /// Looking who can be.
    pub looking: &'static str,
    /// Looks again.
    pub look_again: &'static str,
    /// The directory could not be read.
    pub failed: &'static str,
    /// The call is being offered to someone.
    pub under_way: fn(&str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Chuyển cuộc gọi",
    find: "Chuyển tới",
    hint: "Tên, máy lẻ hoặc mã nhánh",
    hint_with_numbers: "Tên, máy lẻ hoặc số điện thoại",
    found: |n| format!("{n} lựa chọn"),
    nothing: "Không có ai khớp. Gõ máy lẻ hoặc mã nhánh để chuyển thẳng.",
    colleagues: "Đồng nghiệp",
    queues: "Nhánh (hàng đợi)",
    typed: "Chuyển thẳng",
    to_seat: |seat| format!("Máy lẻ {seat}"),
    to_queue: |queue| format!("Nhánh {queue}"),
    to_number: |number| format!("Số {number}"),
    online: "Đang trực tuyến",
    looking: "Đang xem ai trực tuyến…",
    look_again: "Xem lại ai trực tuyến",
    failed: "Chưa lấy được danh bạ. Gõ máy lẻ hoặc mã nhánh để chuyển thẳng.",
    under_way: |to| format!("Đang mời {to} nhận cuộc gọi…"),
};

/// English.
pub const EN: Texts = Texts {
    title: "Transfer the call",
    find: "Transfer to",
    hint: "Name, extension or queue id",
    hint_with_numbers: "Name, extension or phone number",
    found: |n| format!("{n} found"),
    nothing: "Nobody fits. Type an extension or a queue id to transfer straight to it.",
    colleagues: "Colleagues",
    queues: "Queues",
    typed: "Straight to",
    to_seat: |seat| format!("Extension {seat}"),
    to_queue: |queue| format!("Queue {queue}"),
    to_number: |number| format!("Number {number}"),
    online: "Online",
    looking: "Looking who is online…",
    look_again: "Look again who is online",
    failed: "The directory could not be read. Type an extension or a queue id to transfer straight to it.",
    under_way: |to| format!("Offering the call to {to}…"),
};
