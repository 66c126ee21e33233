//! Words of assignment rules.

/// The words.
pub struct Texts {
    /// Title of the page.
    pub title: &'static str,
    /// What it is for.
    pub text: &'static str,
    /// Heading of the list.
    pub rules: &'static str,
    /// Button, and heading of the empty form.
    pub add: &'static str,
    /// Heading of the form.
    pub change: &'static str,
    /// There are none.
    pub none_title: &'static str,
    /// What then happens.
    pub none_text: &'static str,
    /// What happens to customers for whom there is no rule.
    pub otherwise: &'static str,
    /// Label: which new customers.
    pub for_whom: &'static str,
    /// All new customers.
    pub any: &'static str,
    /// Those filled in.
    pub form: &'static str,
    /// Those of files.
    pub import: &'static str,
    /// Those who called.
    pub call: &'static str,
    /// Those who called through one queue.
    pub queue: &'static str,
    /// Those who called one number.
    pub hotline: &'static str,
    /// Those who called through this queue.
    pub by_queue: fn(&str) -> String,
    /// Those who called this number.
    pub by_hotline: fn(&str) -> String,
    /// Label: to whom.
    pub to: &'static str,
    /// To whoever makes the customer.
    pub maker: &'static str,
    /// To the members of this team.
    pub in_turn: fn(&str) -> String,
    /// Choice: only to those who are there.
    pub only_present: &'static str,
    /// What that means.
    pub only_present_hint: &'static str,
    /// Badge: only to those who are there.
    pub present: &'static str,
    /// Choice: whether it is used.
    pub active: &'static str,
    /// Badge: it is not used.
    pub inactive: &'static str,
    /// Button of a rule.
    pub edit: fn(&str) -> String,
    /// Button of a rule.
    pub remove: fn(&str) -> String,
    /// Button of a rule.
    pub up: fn(&str) -> String,
    /// Button of a rule.
    pub down: fn(&str) -> String,
    /// In the form of a new customer, for nobody.
    pub by_rules: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Quy tắc phân công",
    text: "Khách hàng mới chưa có người phụ trách được giao theo quy tắc đầu tiên phù hợp, từ trên xuống. Trong một nhóm, \
           người chờ lâu nhất được giao trước.",
    rules: "Các quy tắc",
    add: "Thêm quy tắc",
    change: "Sửa quy tắc",
    none_title: "Chưa có quy tắc nào",
    none_text: "Người tạo khách hàng là người phụ trách. Thêm quy tắc để chia khách mới lần lượt cho một nhóm.",
    otherwise: "Khách hàng không khớp quy tắc nào sẽ chưa có người phụ trách.",
    for_whom: "Khách hàng mới",
    any: "Mọi khách hàng mới",
    form: "Thêm bằng tay",
    import: "Nhập từ tệp",
    call: "Gọi đến tổng đài",
    queue: "Gọi đến qua hàng đợi",
    hotline: "Gọi đến số",
    by_queue: |queue| format!("Gọi đến qua hàng đợi {queue}"),
    by_hotline: |hotline| format!("Gọi đến số {hotline}"),
    to: "Giao cho",
    maker: "Người tạo khách hàng",
    in_turn: |team| format!("{team}, lần lượt"),
    only_present: "Chỉ giao cho người đang có mặt",
    only_present_hint: "Nếu không ai có mặt, quy tắc phù hợp tiếp theo được dùng.",
    present: "Đang có mặt",
    active: "Đang dùng",
    inactive: "Tạm tắt",
    edit: |rule| format!("Sửa quy tắc: {rule}"),
    remove: |rule| format!("Xóa quy tắc: {rule}"),
    up: |rule| format!("Đưa lên: {rule}"),
    down: |rule| format!("Đưa xuống: {rule}"),
    by_rules: "Theo quy tắc phân công",
};

/// English.
pub const EN: Texts = Texts {
    title: "Assignment rules",
    text: "New customers without an owner are given away by the first rule that fits, from the top. Within a team, \
           whoever has waited longest comes first.",
    rules: "Rules",
    add: "Add a rule",
    change: "Change the rule",
    none_title: "No rules yet",
    none_text: "Whoever adds a customer owns them. Add a rule to share new customers out among a team.",
    otherwise: "Customers for whom no rule fits have no owner.",
    for_whom: "New customers",
    any: "Every new customer",
    form: "Added by hand",
    import: "Imported from a file",
    call: "Called us",
    queue: "Called through queue",
    hotline: "Called number",
    by_queue: |queue| format!("Called through queue {queue}"),
    by_hotline: |hotline| format!("Called {hotline}"),
    to: "Give to",
    maker: "Whoever adds them",
    in_turn: |team| format!("{team}, turn by turn"),
    only_present: "Only to members who are present",
    only_present_hint: "When nobody is, the next rule that fits is used.",
    present: "Present only",
    active: "In use",
    inactive: "Off",
    edit: |rule| format!("Change the rule: {rule}"),
    remove: |rule| format!("Remove the rule: {rule}"),
    up: |rule| format!("Move up: {rule}"),
    down: |rule| format!("Move down: {rule}"),
    by_rules: "By assignment rules",
};
