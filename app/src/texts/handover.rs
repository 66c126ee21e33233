//! Words of what members hand over.

/// The words.
pub struct Texts {
    /// Heading.
    pub title: &'static str,
    /// What it is for.
    pub text: &'static str,
    /// Somebody who no longer works here owns something.
    pub still_owns: fn(&str) -> String,
    /// They own nothing, and have handed over nothing.
    pub nothing: &'static str,
    /// A kind: tasks and call-backs.
    pub tasks: &'static str,
    /// A kind: missed calls.
    pub missed: &'static str,
    /// A kind: views that others have too.
    pub views: &'static str,
    /// A kind, and how much of it there is.
    pub owned: fn(&str, i64) -> String,
    /// Choice: it stays whose it is.
    pub stays: &'static str,
    /// Choice: to this team.
    pub evenly: fn(&str) -> String,
    /// Button: hand over so many.
    pub begin: fn(i64) -> String,
    /// So many still wait.
    pub left: fn(i64) -> String,
    /// It is done.
    pub done: &'static str,
    /// It was taken back.
    pub undone: &'static str,
    /// Heading of what was handed over.
    pub past: &'static str,
    /// Who got how much of what.
    pub got: fn(&str, &str, i64) -> String,
    /// How far it is.
    pub is_going: &'static str,
    /// How far it is.
    pub is_done: &'static str,
    /// How far it is.
    pub is_undoing: &'static str,
    /// How far it is.
    pub is_undone: &'static str,
    /// Button.
    pub go_on: &'static str,
    /// Button.
    pub undo: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Bàn giao",
    text: "Chuyển mọi thứ nhân viên này phụ trách cho một đồng nghiệp, hoặc chia đều cho một nhóm. Có thể thu hồi sau.",
    still_owns: |name| format!("{name} không còn đăng nhập được nhưng vẫn đang phụ trách các mục dưới đây."),
    nothing: "Nhân viên này không phụ trách gì.",
    tasks: "Công việc và hẹn gọi lại",
    missed: "Cuộc gọi nhỡ cần gọi lại",
    views: "Chế độ xem dùng chung",
    owned: |kind, n| format!("{kind} ({n})"),
    stays: "Giữ nguyên",
    evenly: |team| format!("Chia đều cho nhóm {team}"),
    begin: |n| if n == 0 { "Bàn giao".to_owned() } else { format!("Bàn giao {n} mục") },
    left: |n| format!("Còn {n} mục"),
    done: "Đã bàn giao xong",
    undone: "Đã thu hồi",
    past: "Các lần bàn giao",
    got: |who, kind, n| format!("{who}: {n} {}", kind.to_lowercase()),
    is_going: "Đang bàn giao",
    is_done: "Đã bàn giao",
    is_undoing: "Đang thu hồi",
    is_undone: "Đã thu hồi",
    go_on: "Tiếp tục",
    undo: "Thu hồi",
};

/// English.
pub const EN: Texts = Texts {
    title: "Hand over",
    text: "Give everything this member owns to a colleague, or share it out evenly among a team. It can be taken back.",
    still_owns: |name| format!("{name} can no longer sign in, but still owns what is listed below."),
    nothing: "This member owns nothing.",
    tasks: "Tasks and call-backs",
    missed: "Missed calls to call back",
    views: "Shared views",
    owned: |kind, n| format!("{kind} ({n})"),
    stays: "Keep as it is",
    evenly: |team| format!("Evenly among {team}"),
    begin: |n| match n {
        0 => "Hand over".to_owned(),
        1 => "Hand over 1 record".to_owned(),
        n => format!("Hand over {n} records"),
    },
    left: |n| format!("{n} to go"),
    done: "Everything is handed over",
    undone: "Taken back",
    past: "What was handed over",
    got: |who, kind, n| format!("{who}: {n} {}", kind.to_lowercase()),
    is_going: "Being handed over",
    is_done: "Handed over",
    is_undoing: "Being taken back",
    is_undone: "Taken back",
    go_on: "Go on",
    undo: "Take back",
};
