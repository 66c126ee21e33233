//! The provider's own call history.

/// The texts of its panel.
pub struct Texts {
    /// The panel.
    pub title: &'static str,
    /// What it is for.
    pub text: &'static str,
    /// Where the history service is.
    pub address: &'static str,
    /// Its key.
    pub key: &'static str,
    /// Whether it is read.
    pub on: &'static str,
    /// It was kept.
    pub saved: &'static str,
    /// It is not read.
    pub is_off: &'static str,
    /// It is read.
    pub is_on: &'static str,
    /// It is about to be read for the first time.
    pub is_starting: &'static str,
    /// The last run failed.
    pub is_failing: &'static str,
    /// Before the time of the last run.
    pub ran: &'static str,
    /// Asks it, to see whether it answers.
    pub test: &'static str,
    /// It answered.
    pub test_passed: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Lịch sử cuộc gọi của tổng đài",
    text: "Nếu tổng đài cho đọc lịch sử cuộc gọi, Alo bổ sung cuộc gọi còn thiếu, thời lượng, lý do nhỡ và bản ghi âm.",
    address: "Địa chỉ lịch sử",
    key: "Khóa lịch sử",
    on: "Đọc lịch sử cuộc gọi",
    saved: "Đã lưu lịch sử cuộc gọi",
    is_off: "Đang tắt",
    is_on: "Đang đọc",
    is_starting: "Sắp đọc lần đầu",
    is_failing: "Lần đọc gần nhất bị lỗi",
    ran: "Đọc xong lần gần nhất:",
    test: "Hỏi thử",
    test_passed: "Tổng đài trả lời được. Lịch sử cuộc gọi sẵn sàng.",
};

/// English.
pub const EN: Texts = Texts {
    title: "The phone system's call history",
    text: "Where the phone system lets its call history be read, Alo adds missing calls, durations, reasons of missed calls \
           and recordings.",
    address: "History address",
    key: "History key",
    on: "Read the call history",
    saved: "The call history was saved",
    is_off: "Off",
    is_on: "Being read",
    is_starting: "About to be read",
    is_failing: "The last run failed",
    ran: "Last read:",
    test: "Ask it",
    test_passed: "The phone system answers. Its call history is ready.",
};
