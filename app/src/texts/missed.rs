//! The missed-call inbox.

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// Its lists, as they are announced.
    pub lists: &'static str,
    /// Every open item.
    pub open: &'static str,
    /// One's own.
    pub mine: &'static str,
    /// Nobody's yet.
    pub unassigned: &'static str,
    /// Too late.
    pub overdue: &'static str,
    /// Done.
    pub closed: &'static str,
    /// The choice of a team.
    pub team: &'static str,
    /// Every team.
    pub any_team: &'static str,
    /// In the navigation: how many there are to do, and how many of them are overdue.
    pub to_do: fn(i64, i64) -> String,

    /// The column of who called.
    pub customer: &'static str,
    /// The column of how often.
    pub count: &'static str,
    /// So often.
    pub times: fn(i64) -> String,
    /// The column of the last call.
    pub last: &'static str,
    /// The first call was then.
    pub first: fn(&str) -> String,
    /// The column of who was rung.
    pub rung: &'static str,
    /// The column of how long they waited.
    pub waited: &'static str,
    /// The column of who calls back.
    pub owner: &'static str,
    /// Nobody does.
    pub nobody_yet: &'static str,
    /// The column of until when.
    pub due: &'static str,
    /// Until then.
    pub due_at: fn(&str) -> String,
    /// It was until then.
    pub overdue_since: fn(&str) -> String,
    /// The column of how it ended.
    pub how: &'static str,
    /// The column of buttons.
    pub actions: &'static str,

    /// One of us reached the customer.
    pub called_back: &'static str,
    /// The customer called again.
    pub called_again: &'static str,
    /// A member closed it.
    pub by_hand: &'static str,
    /// Leads to the call that closed it.
    pub closing_call: &'static str,

    /// Says that one calls back.
    pub take: &'static str,
    /// It is one's own now.
    pub is_yours: &'static str,
    /// A colleague was faster.
    pub is_theirs: fn(&str) -> String,
    /// It is done already.
    pub is_closed: &'static str,

    /// The column of ticks.
    pub tick: &'static str,
    /// Ticks one.
    pub tick_one: fn(&str) -> String,
    /// So many are ticked.
    pub ticked: fn(usize) -> String,
    /// Takes all ticks away.
    pub untick: &'static str,
    /// Gives the ticked ones away.
    pub assign_ticked: &'static str,
    /// Gives one away.
    pub assign: &'static str,
    /// To whom?
    pub assign_question: fn(usize) -> String,
    /// To nobody: whoever sees it may take it.
    pub nobody: &'static str,
    /// So many were given.
    pub assigned: fn(u64) -> String,

    /// Closes one by hand.
    pub close: &'static str,
    /// Close it?
    pub close_question: fn(&str) -> String,
    /// Why.
    pub reason: &'static str,
    /// Examples of why.
    pub reason_hint: &'static str,
    /// It was closed.
    pub was_closed: fn(&str) -> String,
    /// Takes that back.
    pub reopen: &'static str,

    /// Nobody waits.
    pub none_title: &'static str,
    /// Nothing was closed yet.
    pub none_closed: &'static str,
    /// What will be here.
    pub none_text: &'static str,
    /// To the log.
    pub to_log: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Cuộc gọi nhỡ",
    lists: "Danh sách cuộc gọi nhỡ",
    open: "Cần gọi lại",
    mine: "Của tôi",
    unassigned: "Chưa ai nhận",
    overdue: "Quá hạn",
    closed: "Đã xong",
    team: "Nhóm",
    any_team: "Mọi nhóm",
    to_do: |count, overdue| match overdue {
        0 => format!("{count} khách cần gọi lại"),
        overdue => format!("{count} khách cần gọi lại, {overdue} đã quá hạn"),
    },

    customer: "Khách hàng",
    count: "Số lần",
    times: |count| format!("{count} lần"),
    last: "Gọi lần cuối",
    first: |at| format!("lần đầu {at}"),
    rung: "Đã đổ chuông",
    waited: "Chờ lâu nhất",
    owner: "Người gọi lại",
    nobody_yet: "Chưa ai nhận",
    due: "Hạn gọi lại",
    due_at: |at| format!("Trước {at}"),
    overdue_since: |at| format!("Quá hạn từ {at}"),
    how: "Kết thúc",
    actions: "Thao tác",

    called_back: "Đã gọi lại",
    called_again: "Khách gọi lại, đã nghe máy",
    by_hand: "Đóng không gọi",
    closing_call: "Xem cuộc gọi",

    take: "Nhận",
    is_yours: "Bạn đã nhận gọi lại khách này",
    is_theirs: |name| format!("{name} đã nhận gọi lại khách này"),
    is_closed: "Đã có người liên hệ được khách này",

    tick: "Chọn",
    tick_one: |who| format!("Chọn {who}"),
    ticked: |count| format!("Đã chọn {count}"),
    untick: "Bỏ chọn",
    assign_ticked: "Giao cho…",
    assign: "Giao",
    assign_question: |count| format!("Giao {count} khách cần gọi lại cho ai?"),
    nobody: "Không ai (cả nhóm cùng thấy)",
    assigned: |count| format!("Đã giao {count} khách cần gọi lại"),

    close: "Đóng",
    close_question: |who| format!("Đóng {who} mà không gọi lại?"),
    reason: "Lý do",
    reason_hint: "Ví dụ: gọi nhầm số, đã trao đổi qua Zalo, số quấy rối",
    was_closed: |who| format!("Đã đóng {who}"),
    reopen: "Mở lại",

    none_title: "Không còn ai phải chờ gọi lại",
    none_closed: "Chưa có mục nào đã xong",
    none_text: "Khách gọi đến mà chưa ai bắt máy sẽ hiện ở đây, cho tới khi có người liên hệ được với họ.",
    to_log: "Xem nhật ký cuộc gọi",
};

/// English.
pub const EN: Texts = Texts {
    title: "Missed calls",
    lists: "Lists of missed calls",
    open: "To call back",
    mine: "Mine",
    unassigned: "Not taken",
    overdue: "Overdue",
    closed: "Done",
    team: "Team",
    any_team: "Every team",
    to_do: |count, overdue| match overdue {
        0 => format!("{count} to call back"),
        overdue => format!("{count} to call back, {overdue} overdue"),
    },

    customer: "Customer",
    count: "Calls",
    times: |count| if count == 1 { "once".to_owned() } else { format!("{count} times") },
    last: "Last call",
    first: |at| format!("first {at}"),
    rung: "Rang at",
    waited: "Longest wait",
    owner: "Calls back",
    nobody_yet: "Nobody yet",
    due: "Due",
    due_at: |at| format!("By {at}"),
    overdue_since: |at| format!("Overdue since {at}"),
    how: "Outcome",
    actions: "Actions",

    called_back: "Called back",
    called_again: "Called again, answered",
    by_hand: "Closed without a call",
    closing_call: "Show the call",

    take: "Take",
    is_yours: "You call this customer back",
    is_theirs: |name| format!("{name} calls this customer back already"),
    is_closed: "Somebody has reached this customer already",

    tick: "Select",
    tick_one: |who| format!("Select {who}"),
    ticked: |count| format!("{count} selected"),
    untick: "Clear selection",
    assign_ticked: "Assign to…",
    assign: "Assign",
    assign_question: |count| match count {
        1 => "Who calls this customer back?".to_owned(),
        count => format!("Who calls these {count} customers back?"),
    },
    nobody: "Nobody (the whole team sees it)",
    assigned: |count| match count {
        1 => "1 missed call assigned".to_owned(),
        count => format!("{count} missed calls assigned"),
    },

    close: "Close",
    close_question: |who| format!("Close {who} without calling back?"),
    reason: "Reason",
    reason_hint: "For example: wrong number, settled by message, nuisance caller",
    was_closed: |who| format!("{who} closed"),
    reopen: "Reopen",

    none_title: "Nobody is waiting for a call back",
    none_closed: "Nothing is done yet",
    none_text: "Customers who called and were not answered stand here until somebody has reached them.",
    to_log: "Show the call log",
};
