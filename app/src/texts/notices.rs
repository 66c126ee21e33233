//! What members are told of one another, and naming them.

/// The words.
pub struct Texts {
    /// The page, and its entry in the navigation.
    pub title: &'static str,
    /// How much is unread, after the entry; heard only.
    pub unread: fn(u32) -> String,
    /// It is unread; heard only.
    pub is_unread: &'static str,
    /// Everything is read.
    pub read_all: &'static str,
    /// Who named one in a note, on what.
    pub mention: fn(&str, &str) -> String,
    /// Who handed over whose records, how many.
    pub handed_over: fn(&str, &str, i64) -> String,
    /// How many customers of a file rules gave one.
    pub imported: fn(i64) -> String,
    /// What a rule gave one.
    pub given: fn(&str) -> String,
    /// In the place of a name where a rule did it.
    pub a_rule: &'static str,
    /// One was told nothing yet.
    pub none_title: &'static str,
    /// What would be here.
    pub none_text: &'static str,
    /// Below a note: how members are named.
    pub hint: &'static str,
    /// The members that are offered; heard only.
    pub members: &'static str,
    /// How many are offered; heard only.
    pub offered: fn(usize) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Thông báo",
    unread: |n| format!("{n} thông báo chưa đọc"),
    is_unread: "Chưa đọc",
    read_all: "Đánh dấu đã đọc hết",
    mention: |from, about| format!("{from} nhắc đến bạn trong ghi chú về {about}"),
    handed_over: |from, whose, n| format!("{from} bàn giao cho bạn {n} mục của {whose}"),
    imported: |n| format!("Bạn được giao {n} khách hàng mới nhập từ tệp"),
    given: |about| format!("{about} vừa được giao cho bạn"),
    a_rule: "Quy tắc phân công",
    none_title: "Chưa có thông báo nào",
    none_text: "Khi đồng nghiệp gõ @ và tên bạn trong ghi chú, bạn sẽ được báo ở đây.",
    hint: "Gõ @ để nhắc đồng nghiệp",
    members: "Đồng nghiệp",
    offered: |n| format!("{n} gợi ý"),
};

/// English.
pub const EN: Texts = Texts {
    title: "Notifications",
    unread: |n| if n == 1 { "1 unread notification".to_owned() } else { format!("{n} unread notifications") },
    is_unread: "Unread",
    read_all: "Mark all as read",
    mention: |from, about| format!("{from} mentioned you in a note on {about}"),
    handed_over: |from, whose, n| format!("{from} handed {n} of {whose}’s records over to you"),
    imported: |n| {
        if n == 1 {
            "1 imported customer is yours now".to_owned()
        } else {
            format!("{n} imported customers are yours now")
        }
    },
    given: |about| format!("{about} is yours now"),
    a_rule: "An assignment rule",
    none_title: "No notifications yet",
    none_text: "When a colleague types @ and your name in a note, you are told here.",
    hint: "Type @ to mention a colleague",
    members: "Colleagues",
    offered: |n| if n == 1 { "1 suggestion".to_owned() } else { format!("{n} suggestions") },
};
