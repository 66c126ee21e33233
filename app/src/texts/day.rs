//! One's own day.

/// The words.
pub struct Texts {
    /// The page, and its entry in the navigation.
    pub title: &'static str,
    /// To all of one's tasks.
    pub all_tasks: &'static str,
    /// What one did today; heard only.
    pub figures: &'static str,
    /// Calls in and out.
    pub calls: &'static str,
    /// Calls in which the two talked.
    pub answered: &'static str,
    /// How long one talked.
    pub talk: &'static str,
    /// Tasks one did.
    pub tasks_done: &'static str,
    /// What one's deals that were won come to.
    pub won: &'static str,
    /// Heading: deals that should be won this week.
    pub closing: &'static str,
    /// Heading: deals for which nothing is planned.
    pub idle: &'static str,
    /// How often somebody called.
    pub called: fn(i64) -> String,
    /// Nothing waits.
    pub clear_title: &'static str,
    /// Where the things of a day come from.
    pub clear_text: &'static str,
    /// To the customers.
    pub to_customers: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Ngày của tôi",
    all_tasks: "Tất cả việc",
    figures: "Hôm nay tôi đã làm",
    calls: "Cuộc gọi",
    answered: "Đã nói chuyện",
    talk: "Thời gian nói",
    tasks_done: "Việc đã xong",
    won: "Chốt được",
    closing: "Cần chốt trong tuần",
    idle: "Chưa có bước tiếp theo",
    called: |n| format!("gọi {n} lần"),
    clear_title: "Hôm nay đã gọn gàng",
    clear_text: "Việc và lịch gọi lại đến hạn, cuộc gọi nhỡ của bạn và cơ hội cần chốt sẽ hiện ở đây. Sau mỗi cuộc gọi, \
                 hãy hẹn bước tiếp theo để không bỏ sót khách nào.",
    to_customers: "Xem khách hàng",
};

/// English.
pub const EN: Texts = Texts {
    title: "My day",
    all_tasks: "All tasks",
    figures: "What I did today",
    calls: "Calls",
    answered: "Conversations",
    talk: "Talk time",
    tasks_done: "Tasks done",
    won: "Won",
    closing: "To close this week",
    idle: "No next step",
    called: |n| if n == 1 { "called once".to_owned() } else { format!("called {n} times") },
    clear_title: "All clear for today",
    clear_text: "Tasks and call-backs that are due, your missed calls and the deals to close appear here. Plan the next \
                 step after each call and nobody is forgotten.",
    to_customers: "See customers",
};
