//! What is to be done by when.

/// The words.
pub struct Texts {
    /// The page, and its entry in the navigation.
    pub title: &'static str,
    /// How many are to be done before today ends, after the entry; heard only.
    pub due_today: fn(u32) -> String,
    /// Which tasks the page shows; heard only.
    pub shown: &'static str,
    /// Those that are to be done.
    pub open: &'static str,
    /// Those that are done.
    pub closed: &'static str,
    /// Heading: they should be done already.
    pub overdue: &'static str,
    /// Heading: to be done before today ends.
    pub today: &'static str,
    /// Heading: there is time.
    pub later: &'static str,
    /// Begins a new one.
    pub new: &'static str,
    /// Keeps the new one.
    pub add: &'static str,
    /// It was kept.
    pub added: &'static str,
    /// What is to be done.
    pub name: &'static str,
    /// An example.
    pub name_hint: &'static str,
    /// By when.
    pub due: &'static str,
    /// What else helps.
    pub note: &'static str,
    /// Heading of the times that are chosen with one press; heard only.
    pub quick: &'static str,
    /// An hour from now.
    pub in_an_hour: &'static str,
    /// Today at 16:00.
    pub this_afternoon: &'static str,
    /// Tomorrow at 9:00.
    pub tomorrow: &'static str,
    /// Monday of next week at 9:00.
    pub next_week: &'static str,
    /// Another time.
    pub another_time: &'static str,
    /// This task is done.
    pub finish: fn(&str) -> String,
    /// This task is to be done after all.
    pub reopen: fn(&str) -> String,
    /// Changes this task.
    pub edit: fn(&str) -> String,
    /// Whose it is.
    pub of: fn(&str) -> String,
    /// Who did it, before when.
    pub done_by: fn(&str) -> String,
    /// To the call that left it.
    pub call: &'static str,
    /// There is nothing to be done.
    pub none_title: &'static str,
    /// Where tasks come from.
    pub none_text: &'static str,
    /// Nothing was done yet.
    pub none_closed_title: &'static str,
    /// What would be here.
    pub none_closed_text: &'static str,
    /// Heading at a customer and a call.
    pub section: &'static str,
    /// Nothing is to be done for them.
    pub section_empty: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Việc cần làm",
    due_today: |n| format!("{n} việc đến hạn"),
    shown: "Hiển thị",
    open: "Chưa xong",
    closed: "Đã xong",
    overdue: "Quá hạn",
    today: "Hôm nay",
    later: "Sắp tới",
    new: "Thêm việc",
    add: "Lưu việc",
    added: "Đã thêm việc cần làm",
    name: "Việc",
    name_hint: "Ví dụ: gọi lại báo giá",
    due: "Hạn",
    note: "Ghi chú thêm",
    quick: "Chọn nhanh thời gian",
    in_an_hour: "1 giờ nữa",
    this_afternoon: "Chiều nay 16:00",
    tomorrow: "Ngày mai 9:00",
    next_week: "Thứ Hai tuần sau",
    another_time: "Chọn giờ",
    finish: |title| format!("Đánh dấu xong: {title}"),
    reopen: |title| format!("Làm lại: {title}"),
    edit: |title| format!("Sửa việc: {title}"),
    of: |name| format!("{name} làm"),
    done_by: |name| format!("{name} đã làm xong"),
    call: "Xem cuộc gọi",
    none_title: "Không còn việc nào",
    none_text: "Sau mỗi cuộc gọi bạn có thể hẹn việc tiếp theo, hoặc thêm việc ở đây.",
    none_closed_title: "Chưa có việc nào xong",
    none_closed_text: "Việc bạn đánh dấu xong sẽ nằm ở đây.",
    section: "Việc cần làm",
    section_empty: "Chưa có việc nào.",
};

/// English.
pub const EN: Texts = Texts {
    title: "Tasks",
    due_today: |n| if n == 1 { "1 task due".to_owned() } else { format!("{n} tasks due") },
    shown: "Show",
    open: "To do",
    closed: "Done",
    overdue: "Overdue",
    today: "Today",
    later: "Later",
    new: "New task",
    add: "Save task",
    added: "Task added",
    name: "Task",
    name_hint: "For example: call back with the quote",
    due: "Due",
    note: "Note",
    quick: "Quick times",
    in_an_hour: "In an hour",
    this_afternoon: "Today 16:00",
    tomorrow: "Tomorrow 9:00",
    next_week: "Next Monday",
    another_time: "Pick a time",
    finish: |title| format!("Mark as done: {title}"),
    reopen: |title| format!("Reopen: {title}"),
    edit: |title| format!("Edit task: {title}"),
    of: |name| format!("For {name}"),
    done_by: |name| format!("Done by {name}"),
    call: "See the call",
    none_title: "Nothing left to do",
    none_text: "After each call you can plan what comes next, or add a task here.",
    none_closed_title: "Nothing done yet",
    none_closed_text: "Tasks you mark as done appear here.",
    section: "Tasks",
    section_empty: "No tasks yet.",
};
