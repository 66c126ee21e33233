//! The log of calls: filters, views, columns, the file, who looked.

use super::export;

/// The words.
pub struct Texts {
    /// Column and filter: the team of a call.
    pub team: &'static str,
    /// Column and filter: what a member says it came to.
    pub disposition: &'static str,
    /// Nobody has said yet.
    pub undecided: &'static str,
    /// Column and filter: the queue.
    pub queue: &'static str,
    /// Column and filter: whether there is a recording.
    pub recording: &'static str,
    /// Column of the file, and filter: the number.
    pub number: &'static str,
    /// It is so.
    pub yes: &'static str,
    /// It is not so.
    pub no: &'static str,

    /// The bar of filters.
    pub filters: &'static str,
    /// Adds a filter.
    pub add_filter: &'static str,
    /// Takes this filter off.
    pub remove_filter: fn(&str) -> String,
    /// A filter and what it says.
    pub said: fn(&str, &str) -> String,
    /// Nothing is said yet.
    pub unsaid: &'static str,
    /// So many values.
    pub several: fn(usize) -> String,
    /// Filter: when.
    pub period: &'static str,
    /// Always.
    pub any_time: &'static str,
    /// Since midnight.
    pub today: &'static str,
    /// This day and six before.
    pub seven_days: &'static str,
    /// Since the first.
    pub this_month: &'static str,
    /// From one day to another.
    pub custom: &'static str,
    /// The first day.
    pub from: &'static str,
    /// The last day.
    pub to: &'static str,
    /// Filter: the hour of the week.
    pub hour_of_week: &'static str,
    /// An hour of the day.
    pub hour: fn(u8) -> String,
    /// A call that did not come about, in a word.
    pub failed: &'static str,
    /// Filter: somebody talked.
    pub answered: &'static str,
    /// Filter: how long they talked.
    pub talk: &'static str,
    /// At least so many seconds.
    pub talk_min: &'static str,
    /// At most so many seconds.
    pub talk_max: &'static str,
    /// From so long to so long.
    pub talk_range: fn(&str, &str) -> String,
    /// What a number can be sought by.
    pub number_hint: &'static str,
    /// Too little of a number.
    pub number_short: &'static str,
    /// There is nothing to choose from.
    pub nothing_to_choose: &'static str,

    /// The order.
    pub order: &'static str,
    /// Newest first.
    pub newest_first: &'static str,
    /// Oldest first.
    pub oldest_first: &'static str,
    /// Chooses columns.
    pub columns: &'static str,
    /// Back to the usual ones.
    pub usual_columns: &'static str,

    /// The views, as they are announced.
    pub views: &'static str,
    /// No view: every call.
    pub all: &'static str,
    /// Keeps what is shown as a view.
    pub save_view: &'static str,
    /// Keeps what has changed in the view.
    pub save_changes: &'static str,
    /// What can be done with the view.
    pub view_actions: &'static str,
    /// Its name.
    pub view_name: &'static str,
    /// Others shall have it too.
    pub share: &'static str,
    /// Others have it too.
    pub shared: &'static str,
    /// Changes name and sharing.
    pub edit_view: &'static str,
    /// Takes it away.
    pub delete_view: &'static str,
    /// What that means.
    pub delete_view_question: fn(&str) -> String,
    /// The log begins with it.
    pub begin_with: &'static str,
    /// The log no longer begins with it.
    pub begin_with_all: &'static str,
    /// A role's list begins with it.
    pub role_begins: fn(&str) -> String,
    /// A role's list no longer begins with it.
    pub role_begins_no_longer: fn(&str) -> String,
    /// The view was saved.
    pub view_saved: fn(&str) -> String,
    /// The view is gone.
    pub view_deleted: fn(&str) -> String,
    /// The log begins with it from now on.
    pub begins_with: fn(&str) -> String,

    /// Taking calls home as a file.
    pub export: export::Texts,

    /// Chooses this call.
    pub choose: fn(&str) -> String,
    /// Chooses all that are shown.
    pub choose_all: &'static str,
    /// So many are chosen.
    pub chosen: fn(usize) -> String,
    /// Takes calls away.
    pub delete: &'static str,
    /// What that means.
    pub delete_question: fn(usize) -> String,
    /// They are gone.
    pub deleted: fn(usize) -> String,

    /// Who looked at the call.
    pub seen_by: &'static str,
    /// Nobody did.
    pub seen_by_nobody: &'static str,
    /// Opened its page.
    pub opened: &'static str,
    /// Listened to it.
    pub heard: &'static str,
    /// Its end is only estimated.
    pub estimated: &'static str,
    /// What that means.
    pub estimated_text: &'static str,
    /// Its tab has not been heard of.
    pub lost: &'static str,
    /// What that means.
    pub lost_text: &'static str,
    /// Label: why it was missed.
    pub missed_reason: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    team: "Nhóm",
    disposition: "Kết quả tư vấn",
    undecided: "Chưa ghi nhận",
    queue: "Nhánh",
    recording: "Ghi âm",
    number: "Số điện thoại",
    yes: "Có",
    no: "Không",
    filters: "Bộ lọc",
    add_filter: "Thêm bộ lọc",
    remove_filter: |name| format!("Bỏ bộ lọc {name}"),
    said: |name, value| format!("{name}: {value}"),
    unsaid: "chọn…",
    several: |n| format!("{n} mục"),
    period: "Thời gian",
    any_time: "Mọi lúc",
    today: "Hôm nay",
    seven_days: "7 ngày qua",
    this_month: "Tháng này",
    custom: "Tùy chọn…",
    from: "Từ ngày",
    to: "Đến ngày",
    hour_of_week: "Khung giờ",
    hour: |hour| format!("{hour}–{} giờ", hour + 1),
    failed: "Không thành",
    answered: "Có đàm thoại",
    talk: "Thời lượng",
    talk_min: "Từ (giây)",
    talk_max: "Đến (giây)",
    talk_range: |from, to| format!("{from} – {to}"),
    number_hint: "Cả số, đầu số hoặc ít nhất 3 số cuối; viết kiểu nào cũng được.",
    number_short: "Hãy nhập ít nhất 3 chữ số.",
    nothing_to_choose: "Chưa có gì để chọn.",
    order: "Thứ tự",
    newest_first: "Mới nhất trước",
    oldest_first: "Cũ nhất trước",
    columns: "Cột",
    usual_columns: "Cột mặc định",
    views: "Chế độ xem",
    all: "Tất cả",
    save_view: "Lưu chế độ xem",
    save_changes: "Lưu thay đổi",
    view_actions: "Thao tác với chế độ xem",
    view_name: "Tên chế độ xem",
    share: "Chia sẻ với mọi người",
    shared: "dùng chung",
    edit_view: "Đổi tên, chia sẻ",
    delete_view: "Xóa chế độ xem",
    delete_view_question: |name| format!("Xóa chế độ xem {name}? Dữ liệu vẫn còn nguyên."),
    begin_with: "Mở đầu tiên",
    begin_with_all: "Không mở đầu tiên nữa",
    role_begins: |role| format!("Mở đầu tiên cho {role}"),
    role_begins_no_longer: |role| format!("Không mở đầu tiên cho {role} nữa"),
    view_saved: |name| format!("Đã lưu chế độ xem {name}"),
    view_deleted: |name| format!("Đã xóa chế độ xem {name}"),
    begins_with: |name| format!("Danh sách sẽ mở đầu tiên ở {name}"),
    export: export::CALLS_VI,
    choose: |who| format!("Chọn cuộc gọi {who}"),
    choose_all: "Chọn mọi cuộc gọi đang hiển thị",
    chosen: |n| format!("Đã chọn {n} cuộc gọi"),
    delete: "Xóa cuộc gọi",
    delete_question: |n| {
        format!(
            "Xóa {n} cuộc gọi khỏi mọi danh sách và thống kê? Không khôi phục lại được từ đây, và việc xóa được ghi lại."
        )
    },
    deleted: |n| format!("Đã xóa {n} cuộc gọi"),
    seen_by: "Đã xem",
    seen_by_nobody: "Chưa có ai khác xem cuộc gọi này.",
    opened: "mở xem",
    heard: "nghe ghi âm",
    estimated: "Kết thúc ước tính",
    estimated_text: "Không ai ghi nhận lúc kết thúc; thời lượng chỉ là ước tính.",
    lost: "Mất liên lạc",
    lost_text: "Chưa có tin từ trình duyệt của cuộc gọi này kể từ",
    missed_reason: "Lý do nhỡ",
};

/// English.
pub const EN: Texts = Texts {
    team: "Team",
    disposition: "Disposition",
    undecided: "Not given yet",
    queue: "Queue",
    recording: "Recording",
    number: "Number",
    yes: "Yes",
    no: "No",
    filters: "Filters",
    add_filter: "Add filter",
    remove_filter: |name| format!("Remove the filter {name}"),
    said: |name, value| format!("{name}: {value}"),
    unsaid: "choose…",
    several: |n| format!("{n} chosen"),
    period: "Time",
    any_time: "Any time",
    today: "Today",
    seven_days: "Last 7 days",
    this_month: "This month",
    custom: "Custom…",
    from: "From",
    to: "To",
    hour_of_week: "Hours",
    hour: |hour| format!("{hour}:00–{}:00", hour + 1),
    failed: "Failed",
    answered: "Answered",
    talk: "Duration",
    talk_min: "From (seconds)",
    talk_max: "To (seconds)",
    talk_range: |from, to| format!("{from} – {to}"),
    number_hint: "The whole number, its beginning, or at least its last 3 digits; in any spelling.",
    number_short: "Type at least 3 digits.",
    nothing_to_choose: "There is nothing to choose yet.",
    order: "Order",
    newest_first: "Newest first",
    oldest_first: "Oldest first",
    columns: "Columns",
    usual_columns: "Usual columns",
    views: "Views",
    all: "All",
    save_view: "Save view",
    save_changes: "Save changes",
    view_actions: "View actions",
    view_name: "View name",
    share: "Share with everybody",
    shared: "shared",
    edit_view: "Rename, share",
    delete_view: "Delete view",
    delete_view_question: |name| format!("Delete the view {name}? What it shows stays as it is."),
    begin_with: "Open first",
    begin_with_all: "No longer open first",
    role_begins: |role| format!("Open first for {role}"),
    role_begins_no_longer: |role| format!("No longer open first for {role}"),
    view_saved: |name| format!("View {name} was saved"),
    view_deleted: |name| format!("View {name} was deleted"),
    begins_with: |name| format!("The list opens with {name} from now on"),
    export: export::CALLS_EN,
    choose: |who| format!("Choose the call {who}"),
    choose_all: "Choose every call shown",
    chosen: |n| format!("{n} calls chosen"),
    delete: "Delete",
    delete_question: |n| {
        format!(
            "Delete {n} calls from every list and figure? This cannot be undone here, and it is written to the audit."
        )
    },
    deleted: |n| format!("{n} calls were deleted"),
    seen_by: "Seen by",
    seen_by_nobody: "Nobody else has looked at this call.",
    opened: "opened it",
    heard: "listened to it",
    estimated: "Estimated end",
    estimated_text: "Nobody saw its end; its duration is an estimate.",
    lost: "Contact lost",
    lost_text: "The browser of this call has not been heard of since",
    missed_reason: "Why it was missed",
};
