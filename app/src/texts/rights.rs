//! What roles may do to records.

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// What it is for.
    pub intro: &'static str,
    /// What a team is.
    pub rule_team: &'static str,
    /// What becomes of what nobody owns.
    pub rule_nobody: &'static str,
    /// What is named all the same.
    pub rule_caller: &'static str,
    /// That admins stay admins.
    pub rule_admin: &'static str,
    /// Column: what is allowed.
    pub right: &'static str,
    /// People.
    pub customers: &'static str,
    /// Where they work.
    pub companies: &'static str,
    /// What they may buy.
    pub deals: &'static str,
    /// What is to be done.
    pub tasks: &'static str,
    /// Its name, and what it means.
    pub see: (&'static str, &'static str),
    /// The same of making new ones.
    pub create: (&'static str, &'static str),
    /// Of changing.
    pub edit: (&'static str, &'static str),
    /// Of giving to somebody else.
    pub assign: (&'static str, &'static str),
    /// Of removing.
    pub delete: (&'static str, &'static str),
    /// Of taking home.
    pub export: (&'static str, &'static str),
    /// Of bringing in.
    pub import: (&'static str, &'static str),
    /// Of many at once.
    pub bulk: (&'static str, &'static str),
    /// Reaches nothing.
    pub none: &'static str,
    /// Reaches one's own.
    pub own: &'static str,
    /// Reaches the team's.
    pub team: &'static str,
    /// Reaches everything.
    pub all: &'static str,
    /// For oneself or nobody.
    pub for_oneself: &'static str,
    /// For the team, too.
    pub for_team: &'static str,
    /// For anybody.
    pub for_all: &'static str,
    /// It may be done.
    pub allowed: &'static str,
    /// It may not.
    pub not_allowed: &'static str,
    /// What it is as long as nobody decides otherwise.
    pub usually: fn(&str) -> String,
    /// Decides all of it as usual.
    pub reset: &'static str,
    /// Why that cannot be pressed.
    pub is_usual: &'static str,
    /// Why nothing can be saved.
    pub nothing_changed: &'static str,
    /// It is decided.
    pub saved: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Quyền hạn",
    intro: "Quyết định tư vấn viên và quản lý được làm gì với khách hàng, công ty, cơ hội và công việc. Thay đổi có hiệu lực ngay và được ghi vào nhật ký.",
    rule_team: "“Nhóm” là nhóm mà tư vấn viên đang làm việc; với quản lý là các nhóm mình phụ trách.",
    rule_nobody: "Hồ sơ chưa có người phụ trách thuộc về “Nhóm” và “Tất cả”, không thuộc “Của mình”.",
    rule_caller: "Khi có cuộc gọi, thẻ người gọi luôn hiện tên; hồ sơ chỉ mở được khi có quyền xem.",
    rule_admin: "Quản trị viên luôn có mọi quyền. Không ai làm được nhiều hơn những gì mình xem được.",
    right: "Quyền",
    customers: "Khách hàng",
    companies: "Công ty",
    deals: "Cơ hội",
    tasks: "Công việc",
    see: ("Xem", "Thấy trong danh sách và tìm kiếm, mở hồ sơ và dòng thời gian."),
    create: ("Tạo mới", "Thêm hồ sơ mới, cho chính mình hoặc cho người khác."),
    edit: ("Sửa", "Thay đổi nội dung, gắn thẻ, chuyển giai đoạn, đánh dấu đã xong."),
    assign: ("Chuyển người phụ trách", "Lấy hồ sơ khỏi người đang phụ trách và giao cho người khác."),
    delete: ("Xóa", "Đưa hồ sơ ra khỏi mọi danh sách; dữ liệu vẫn được giữ."),
    export: ("Xuất tệp", "Tải các hồ sơ mình xem được về máy."),
    import: ("Nhập tệp", "Đưa hồ sơ vào từ tệp, kể cả cập nhật hồ sơ trùng."),
    bulk: ("Thao tác hàng loạt", "Sửa, giao hoặc xóa nhiều hồ sơ cùng lúc, trong phạm vi từng quyền trên."),
    none: "Không",
    own: "Của mình",
    team: "Nhóm",
    all: "Tất cả",
    for_oneself: "Cho mình",
    for_team: "Cho nhóm",
    for_all: "Cho mọi người",
    allowed: "Được phép",
    not_allowed: "Không được",
    usually: |reach| format!("Mặc định: {reach}"),
    reset: "Về mặc định",
    is_usual: "Đang là mặc định",
    nothing_changed: "Chưa có thay đổi nào",
    saved: "Đã lưu quyền hạn",
};

/// English.
pub const EN: Texts = Texts {
    title: "Permissions",
    intro: "Decide what agents and managers may do with customers, companies, deals and tasks. A change counts at once and is written to the audit log.",
    rule_team: "“Team” is the team an agent works in; for managers, the teams they lead.",
    rule_nobody: "Records without an owner belong to “Team” and “All”, not to “Own”.",
    rule_caller: "The card of a call always shows who rings; the record opens only to those who may see it.",
    rule_admin: "Administrators always have every right. Nobody can do more than they can see.",
    right: "Permission",
    customers: "Customers",
    companies: "Companies",
    deals: "Deals",
    tasks: "Tasks",
    see: ("See", "Find them in lists and search, open the record and its timeline."),
    create: ("Create", "Add new records, for oneself or for others."),
    edit: ("Edit", "Change the contents, tag, move to another stage, mark as done."),
    assign: ("Change owner", "Take a record from its owner and give it to somebody else."),
    delete: ("Delete", "Take a record out of every list; the data is kept."),
    export: ("Export", "Download the records one sees as a file."),
    import: ("Import", "Bring records in from a file, updating duplicates too."),
    bulk: ("Bulk actions", "Edit, assign or delete several at once, each as far as the rights above reach."),
    none: "None",
    own: "Own",
    team: "Team",
    all: "All",
    for_oneself: "For oneself",
    for_team: "For the team",
    for_all: "For anybody",
    allowed: "Allowed",
    not_allowed: "Not allowed",
    usually: |reach| format!("Default: {reach}"),
    reset: "Reset to defaults",
    is_usual: "These are the defaults",
    nothing_changed: "Nothing has changed",
    saved: "Permissions saved",
};
