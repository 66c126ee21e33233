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
    /// What kind of thing it is; heard only.
    pub kind: &'static str,
    /// Anything.
    pub kind_task: &'static str,
    /// To call somebody.
    pub kind_call_back: &'static str,
    /// How long before one is reminded.
    pub reminder: &'static str,
    /// Not at all.
    pub remind_never: &'static str,
    /// When it is due.
    pub remind_at_due: &'static str,
    /// Ten minutes before.
    pub remind_ten_minutes: &'static str,
    /// An hour before.
    pub remind_hour: &'static str,
    /// A day before.
    pub remind_day: &'static str,
    /// Heading of what one is reminded of; heard only.
    pub reminders: &'static str,
    /// When it is due, in what one is reminded of.
    pub due_at: fn(&str) -> String,
    /// It is done.
    pub done: &'static str,
    /// One shall be reminded again in ten minutes.
    pub snooze: &'static str,
    /// It is silent for ten minutes.
    pub snoozed: &'static str,
    /// To the record that it is for.
    pub open_record: &'static str,
    /// Calls whom it is for.
    pub call_now: &'static str,
    /// In a timeline, before the title: a task was planned, by when.
    pub planned: fn(&str) -> String,
    /// In a timeline, before the title: a task was done.
    pub was_done: &'static str,
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
    kind: "Loại việc",
    kind_task: "Việc",
    kind_call_back: "Gọi lại",
    reminder: "Nhắc tôi",
    remind_never: "Không nhắc",
    remind_at_due: "Đúng giờ hẹn",
    remind_ten_minutes: "Trước 10 phút",
    remind_hour: "Trước 1 giờ",
    remind_day: "Trước 1 ngày",
    reminders: "Nhắc việc",
    due_at: |at| format!("Hạn {at}"),
    done: "Xong",
    snooze: "Nhắc lại sau 10 phút",
    snoozed: "Sẽ nhắc lại sau 10 phút",
    open_record: "Mở hồ sơ",
    call_now: "Gọi ngay",
    planned: |due| format!("hẹn việc, hạn {due}:"),
    was_done: "đã làm xong:",
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
    kind: "Kind",
    kind_task: "Task",
    kind_call_back: "Call back",
    reminder: "Remind me",
    remind_never: "Never",
    remind_at_due: "When it is due",
    remind_ten_minutes: "10 minutes before",
    remind_hour: "1 hour before",
    remind_day: "1 day before",
    reminders: "Reminders",
    due_at: |at| format!("Due {at}"),
    done: "Done",
    snooze: "Snooze 10 minutes",
    snoozed: "You will be reminded in 10 minutes",
    open_record: "Open record",
    call_now: "Call now",
    planned: |due| format!("planned for {due}:"),
    was_done: "completed:",
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
