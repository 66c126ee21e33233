//! Words of pipelines.

/// The words.
pub struct Texts {
    /// Title of the page.
    pub title: &'static str,
    /// What it is for.
    pub text: &'static str,
    /// Heading of the empty form.
    pub new: &'static str,
    /// Label.
    pub name: &'static str,
    /// Whether deals can begin there.
    pub active: &'static str,
    /// Heading.
    pub stages: &'static str,
    /// Label of a row, from 1.
    pub stage_name: fn(usize) -> String,
    /// Label of a row.
    pub stage_kind: fn(usize) -> String,
    /// Label of a row.
    pub probability: fn(usize) -> String,
    /// A kind of stage.
    pub open: &'static str,
    /// A kind of stage.
    pub won: &'static str,
    /// A kind of stage.
    pub lost: &'static str,
    /// One more row.
    pub add_stage: &'static str,
    /// One row less.
    pub remove_stage: fn(usize) -> String,
    /// One place up.
    pub stage_up: fn(usize) -> String,
    /// Heading.
    pub reasons: &'static str,
    /// Label of a row, from 1.
    pub reason: fn(usize) -> String,
    /// One more row.
    pub add_reason: &'static str,
    /// One row less.
    pub remove_reason: fn(usize) -> String,
    /// Begins a new pipeline.
    pub add: &'static str,
    /// Keeps it.
    pub save: &'static str,
    /// Kept.
    pub saved: fn(&str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Quy trình bán hàng",
    text: "Mỗi quy trình là một bảng cơ hội: các giai đoạn theo thứ tự, khả năng thắng ở mỗi giai đoạn, và lý do khi mất.",
    new: "Quy trình mới",
    name: "Tên quy trình",
    active: "Dùng cho cơ hội mới",
    stages: "Các giai đoạn",
    stage_name: |row| format!("Giai đoạn {row}"),
    stage_kind: |row| format!("Loại {row}"),
    probability: |row| format!("Xác suất {row} (%)"),
    open: "Đang mở",
    won: "Thắng",
    lost: "Mất",
    add_stage: "Thêm giai đoạn",
    remove_stage: |row| format!("Bỏ giai đoạn {row}"),
    stage_up: |row| format!("Đưa giai đoạn {row} lên"),
    reasons: "Lý do mất",
    reason: |row| format!("Lý do {row}"),
    add_reason: "Thêm lý do",
    remove_reason: |row| format!("Bỏ lý do {row}"),
    add: "Thêm quy trình",
    save: "Lưu quy trình",
    saved: |name| format!("Đã lưu quy trình {name}"),
};

/// English.
pub const EN: Texts = Texts {
    title: "Pipelines",
    text: "Each pipeline is a board of deals: stages in order, how likely deals are won there, and why they are lost.",
    new: "New pipeline",
    name: "Pipeline name",
    active: "Used for new deals",
    stages: "Stages",
    stage_name: |row| format!("Stage {row}"),
    stage_kind: |row| format!("Kind {row}"),
    probability: |row| format!("Probability {row} (%)"),
    open: "Open",
    won: "Won",
    lost: "Lost",
    add_stage: "Add a stage",
    remove_stage: |row| format!("Remove stage {row}"),
    stage_up: |row| format!("Move stage {row} up"),
    reasons: "Why deals are lost",
    reason: |row| format!("Reason {row}"),
    add_reason: "Add a reason",
    remove_reason: |row| format!("Remove reason {row}"),
    add: "New pipeline",
    save: "Save pipeline",
    saved: |name| format!("{name} was saved"),
};
