//! Whom a waiting caller is given to and why, and what keeps a telephone from ringing.

/// The words.
pub struct Texts {
    /// Heading on a call.
    pub title: &'static str,
    /// When it was decided, and for which queue.
    pub decided: fn(&str) -> String,
    /// Nobody could take the call.
    pub nobody: &'static str,
    /// They are responsible for the customer.
    pub owner: &'static str,
    /// They talked with the customer last.
    pub spoke_last: &'static str,
    /// They work in the team.
    pub team: &'static str,
    /// Nobody better could.
    pub fallback: &'static str,
    /// Wanted, but could not: why they were wanted, and what kept them.
    pub passed_over: fn(&str, &str) -> String,
    /// Has no seat at this provider.
    pub no_seat: &'static str,
    /// Does not let calls come.
    pub unavailable: &'static str,
    /// In a call.
    pub in_call: &'static str,
    /// Writes up a call.
    pub after_call: &'static str,
    /// No telephone is connected.
    pub unreachable: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Đã phân cuộc gọi cho",
    decided: |queue| format!("hàng đợi {queue}"),
    nobody: "Lúc đó không ai nhận được cuộc gọi.",
    owner: "người phụ trách khách",
    spoke_last: "người nói chuyện gần nhất",
    team: "cùng nhóm",
    fallback: "người khác đang rảnh",
    passed_over: |why, unmet| format!("bỏ qua {why}: {unmet}"),
    no_seat: "không có máy ở tổng đài này",
    unavailable: "đang tạm dừng nhận cuộc gọi",
    in_call: "đang có cuộc gọi",
    after_call: "đang ghi kết quả cuộc gọi trước",
    unreachable: "máy không kết nối",
};

/// English.
pub const EN: Texts = Texts {
    title: "Given to",
    decided: |queue| format!("queue {queue}"),
    nobody: "Nobody could take the call then.",
    owner: "responsible for the customer",
    spoke_last: "talked with them last",
    team: "in the team",
    fallback: "free otherwise",
    passed_over: |why, unmet| format!("{why}, but {unmet}"),
    no_seat: "has no seat at this phone system",
    unavailable: "takes no calls for now",
    in_call: "is in a call",
    after_call: "writes up the last call",
    unreachable: "has no telephone connected",
};
