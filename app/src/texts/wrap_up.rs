//! What a call came to: in the dock, on its page, and the admins' choices.

/// The words.
pub struct Texts {
    /// The choices, above them.
    pub disposition: &'static str,
    /// The member is asked to choose.
    pub choose: &'static str,
    /// What the number keys do.
    pub keys: &'static str,
    /// Nothing can be chosen yet.
    pub no_choices: &'static str,
    /// Milliseconds left are said as a duration.
    pub left: fn(&str) -> String,
    /// No time is left.
    pub time_up: &'static str,
    /// Above the quick times: what comes next.
    pub follow_up: &'static str,
    /// The title that is proposed, for this customer or number.
    pub call_back: fn(&str) -> String,
    /// Takes the task back.
    pub no_follow_up: &'static str,
    /// Finishes.
    pub done: &'static str,
    /// It was kept.
    pub kept: &'static str,
    /// State of the dock's bar and of the member.
    pub state: &'static str,
    /// Nobody said what the call came to.
    pub not_said: &'static str,
    /// The wrap-up ended without it.
    pub not_filled_in: &'static str,
    /// What the call came to was changed.
    pub changed: &'static str,

    /// The admins' page.
    pub title: &'static str,
    /// What it is for.
    pub text: &'static str,
    /// The list of choices.
    pub list: &'static str,
    /// The field of a new choice.
    pub new: &'static str,
    /// An example.
    pub new_hint: &'static str,
    /// Adds it.
    pub add: &'static str,
    /// It was added.
    pub added: fn(&str) -> String,
    /// Moves a choice up.
    pub up: fn(&str) -> String,
    /// Moves a choice down.
    pub down: fn(&str) -> String,
    /// Changes its name.
    pub rename: fn(&str) -> String,
    /// Its name.
    pub name: &'static str,
    /// Takes it out of what can be chosen.
    pub deactivate: fn(&str) -> String,
    /// Takes it in again.
    pub activate: fn(&str) -> String,
    /// It can no longer be chosen.
    pub inactive: &'static str,
    /// There is none.
    pub none_title: &'static str,
    /// What to do about it.
    pub none_text: &'static str,
    /// The settings.
    pub settings: &'static str,
    /// How long wrap-up may take.
    pub limit: &'static str,
    /// What an empty field means.
    pub limit_hint: &'static str,
    /// Whether a choice must be made.
    pub required: &'static str,
    /// They were kept.
    pub saved: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    disposition: "Kết quả cuộc gọi",
    choose: "Hãy chọn kết quả cuộc gọi.",
    keys: "Chọn kết quả sau cuộc gọi",
    no_choices: "Chưa có kết quả nào để chọn.",
    left: |time| format!("Còn {time}"),
    time_up: "Hết giờ ghi nhận, bạn vẫn có thể điền tiếp.",
    follow_up: "Hẹn việc tiếp theo",
    call_back: |name| format!("Gọi lại {name}"),
    no_follow_up: "Bỏ việc này",
    done: "Xong",
    kept: "Đã ghi nhận cuộc gọi",
    state: "Đang ghi nhận",
    not_said: "Chưa ghi kết quả",
    not_filled_in: "Nhân viên chưa ghi kết quả cuộc gọi này.",
    changed: "Đã lưu kết quả cuộc gọi",

    title: "Kết quả gọi",
    text: "Sau mỗi cuộc gọi, nhân viên chọn một trong các kết quả này. Phím số chọn theo thứ tự.",
    list: "Các kết quả",
    new: "Kết quả mới",
    new_hint: "Ví dụ: Hẹn gọi lại",
    add: "Thêm",
    added: |name| format!("Đã thêm {name}"),
    up: |name| format!("Đưa {name} lên"),
    down: |name| format!("Đưa {name} xuống"),
    rename: |name| format!("Đổi tên {name}"),
    name: "Tên kết quả",
    deactivate: |name| format!("Ngừng dùng {name}"),
    activate: |name| format!("Dùng lại {name}"),
    inactive: "Ngừng dùng",
    none_title: "Chưa có kết quả nào",
    none_text: "Thêm kết quả đầu tiên để nhân viên ghi nhận cuộc gọi bằng một phím.",
    settings: "Ghi nhận sau cuộc gọi",
    limit: "Thời gian tối đa (giây)",
    limit_hint: "Để trống nếu không giới hạn.",
    required: "Bắt buộc chọn kết quả",
    saved: "Đã lưu cài đặt",
};

/// English.
pub const EN: Texts = Texts {
    disposition: "Disposition",
    choose: "Choose what the call came to.",
    keys: "Choose the disposition after a call",
    no_choices: "There is nothing to choose yet.",
    left: |time| format!("{time} left"),
    time_up: "Time is up; you can still fill this in.",
    follow_up: "Plan what comes next",
    call_back: |name| format!("Call {name} back"),
    no_follow_up: "Drop this task",
    done: "Done",
    kept: "Call wrapped up",
    state: "Wrap-up",
    not_said: "No disposition",
    not_filled_in: "Nobody said what this call came to.",
    changed: "Disposition saved",

    title: "Dispositions",
    text: "After each call its agent chooses one of these. Number keys choose in this order.",
    list: "Choices",
    new: "New disposition",
    new_hint: "For example: Call back later",
    add: "Add",
    added: |name| format!("{name} added"),
    up: |name| format!("Move {name} up"),
    down: |name| format!("Move {name} down"),
    rename: |name| format!("Rename {name}"),
    name: "Name of the disposition",
    deactivate: |name| format!("Stop using {name}"),
    activate: |name| format!("Use {name} again"),
    inactive: "Not in use",
    none_title: "No dispositions yet",
    none_text: "Add the first one, so that agents can wrap up a call with one key.",
    settings: "Wrap-up",
    limit: "Time limit (seconds)",
    limit_hint: "Leave empty for no limit.",
    required: "A disposition must be chosen",
    saved: "Settings saved",
};
