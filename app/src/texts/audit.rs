//! Who changed what.

mod actions;

use super::export;

/// Words of things: how each is stored, and what it is called.
pub type Table = &'static [(&'static str, &'static str)];

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// What it is for.
    pub intro: &'static str,
    /// Label of the search box.
    pub search: &'static str,
    /// Column: by whom.
    pub who: &'static str,
    /// Filter: by anybody.
    pub anybody: &'static str,
    /// Column: what was done.
    pub what: &'static str,
    /// Filter: every kind.
    pub everything: &'static str,
    /// Column: when.
    pub when: &'static str,
    /// Column: to what.
    pub record: &'static str,
    /// Column: from what to what.
    pub details: &'static str,
    /// Filter: from this day on.
    pub from: &'static str,
    /// Filter: until this day.
    pub until: &'static str,
    /// Who came in.
    pub sign_ins: &'static str,
    /// Who listened.
    pub recordings: &'static str,
    /// Files in and out.
    pub files: &'static str,
    /// Members, teams and rights.
    pub staff: &'static str,
    /// Everything else.
    pub settings: &'static str,
    /// Masked numbers that were shown.
    pub numbers: &'static str,
    /// Nobody in particular did it.
    pub program: &'static str,
    /// Something was done that has no word of its own.
    pub changed: &'static str,
    /// There is nothing any more.
    pub nothing: &'static str,
    /// It is so.
    pub yes: &'static str,
    /// It is not so.
    pub no: &'static str,
    /// Nothing was found.
    pub none_title: &'static str,
    /// What to do then.
    pub none_text: &'static str,
    /// Label of the choice between timeline and history.
    pub show: &'static str,
    /// What was changed of a record.
    pub history: &'static str,
    /// Nothing was changed yet.
    pub history_empty: &'static str,
    /// Taking what was found home.
    pub export: export::Texts,
    /// What is done.
    pub actions: Table,
    /// What is made another.
    pub fields: Table,
    /// What else is told.
    pub facts: Table,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Nhật ký",
    intro: "Ai đã thay đổi gì, từ đâu sang đâu và khi nào; ai đã đăng nhập, xuất tệp và nghe ghi âm.",
    search: "Tìm theo tên hồ sơ",
    who: "Ai",
    anybody: "Mọi người",
    what: "Hành động",
    everything: "Mọi hành động",
    when: "Khi nào",
    record: "Hồ sơ",
    details: "Thay đổi",
    from: "Từ ngày",
    until: "Đến ngày",
    sign_ins: "Đăng nhập",
    recordings: "Nghe ghi âm",
    files: "Nhập và xuất tệp",
    staff: "Nhân viên, nhóm, quyền",
    settings: "Cài đặt",
    numbers: "Hiện số đã che",
    program: "Hệ thống",
    changed: "Đã thay đổi",
    nothing: "(trống)",
    yes: "Có",
    no: "Không",
    none_title: "Không có mục nào",
    none_text: "Thử khoảng thời gian, người hoặc hành động khác.",
    show: "Hiển thị",
    history: "Lịch sử thay đổi",
    history_empty: "Chưa có thay đổi nào được ghi lại.",
    export: export::AUDIT_VI,
    actions: actions::VI,
    fields: &[
        ("name", "Tên"),
        ("title", "Tên"),
        ("phones", "Điện thoại"),
        ("email", "Email"),
        ("company", "Công ty"),
        ("address", "Địa chỉ"),
        ("note", "Ghi chú"),
        ("owner", "Người phụ trách"),
        ("tax_code", "Mã số thuế"),
        ("website", "Website"),
        ("stage", "Giai đoạn"),
        ("lost_reason", "Lý do mất"),
        ("amount", "Giá trị"),
        ("close_on", "Ngày dự kiến"),
        ("customer", "Khách hàng"),
        ("due_at", "Hạn"),
        ("deal", "Cơ hội"),
        ("done", "Người hoàn thành"),
        ("tags", "Thẻ"),
        ("role", "Vai trò"),
        ("seat", "Máy nhánh"),
        ("team", "Nhóm"),
        ("leads", "Phụ trách nhóm"),
        ("active", "Được đăng nhập"),
    ],
    facts: &[
        ("rows", "Số dòng"),
        ("records", "Số hồ sơ"),
        ("whole", "Trọn vẹn"),
        ("number", "Số máy"),
        ("address", "Từ địa chỉ"),
        ("reached_at", "Máy lẻ hoặc mã nhánh"),
        ("email", "Email"),
        ("owner", "Giao cho"),
    ],
};

/// English.
pub const EN: Texts = Texts {
    title: "Audit log",
    intro: "Who changed what, from what to what, and when; who signed in, exported files and played recordings.",
    search: "Search by name of the record",
    who: "Who",
    anybody: "Anybody",
    what: "Action",
    everything: "Every action",
    when: "When",
    record: "Record",
    details: "Changes",
    from: "From",
    until: "Until",
    sign_ins: "Sign-ins",
    recordings: "Recordings played",
    files: "Imports and exports",
    staff: "Members, teams, permissions",
    settings: "Settings",
    numbers: "Masked numbers shown",
    program: "The system",
    changed: "Changed",
    nothing: "(empty)",
    yes: "Yes",
    no: "No",
    none_title: "No entries",
    none_text: "Try another period, person or action.",
    show: "Show",
    history: "Change history",
    history_empty: "No change has been recorded yet.",
    export: export::AUDIT_EN,
    actions: actions::EN,
    fields: &[
        ("name", "Name"),
        ("title", "Title"),
        ("phones", "Phones"),
        ("email", "Email"),
        ("company", "Company"),
        ("address", "Address"),
        ("note", "Note"),
        ("owner", "Owner"),
        ("tax_code", "Tax code"),
        ("website", "Website"),
        ("stage", "Stage"),
        ("lost_reason", "Lost reason"),
        ("amount", "Amount"),
        ("close_on", "Expected close"),
        ("customer", "Customer"),
        ("due_at", "Due"),
        ("deal", "Deal"),
        ("done", "Done by"),
        ("tags", "Tags"),
        ("role", "Role"),
        ("seat", "Seat"),
        ("team", "Team"),
        ("leads", "Leads"),
        ("active", "May sign in"),
    ],
    facts: &[
        ("rows", "Rows"),
        ("records", "Records"),
        ("whole", "Complete"),
        ("number", "Number"),
        ("address", "From address"),
        ("reached_at", "Extension or queue code"),
        ("email", "Email"),
        ("owner", "Given to"),
    ],
};
