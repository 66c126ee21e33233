//! The dashboard.

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// What parts the thousands of a number.
    pub thousands: char,

    /// The choice of a period.
    pub period: &'static str,
    /// Since midnight.
    pub today: &'static str,
    /// A week.
    pub seven_days: &'static str,
    /// About a month.
    pub thirty_days: &'static str,
    /// Since the first.
    pub this_month: &'static str,
    /// Days of one's choice.
    pub days: &'static str,
    /// The first day.
    pub from: &'static str,
    /// The last day.
    pub to: &'static str,
    /// Shows them.
    pub show: &'static str,
    /// The choice of a team.
    pub team: &'static str,
    /// Every team.
    pub any_team: &'static str,

    /// All calls.
    pub calls: &'static str,
    /// So many in, so many out.
    pub in_and_out: fn(&str, &str) -> String,
    /// Of calls in, how many were answered.
    pub answer_rate: &'static str,
    /// So many of so many.
    pub answered_of: fn(&str, &str) -> String,
    /// Calls in that nobody took.
    pub missed: &'static str,
    /// And so many that were refused.
    pub and_rejected: fn(&str) -> String,
    /// Of customers who were missed, how many were reached since.
    pub reached: &'static str,
    /// So many of so many customers, half of them within this time.
    pub reached_of: fn(&str, &str, &str) -> String,
    /// How long they talked together.
    pub talk: &'static str,
    /// So many minutes, as hours and minutes.
    pub hours_minutes: fn(i64) -> String,
    /// Half of the talks took no longer.
    pub median_talk: fn(&str) -> String,

    /// Shows the numbers of a chart.
    pub show_table: &'static str,
    /// Shows the chart again.
    pub show_chart: &'static str,
    /// The column of days.
    pub day: &'static str,
    /// Calls in.
    pub inbound: &'static str,
    /// Calls out.
    pub outbound: &'static str,
    /// Calls that were answered.
    pub answered: &'static str,
    /// Calls that a member refused.
    pub rejected: &'static str,
    /// The chart of calls.
    pub per_day: &'static str,
    /// What it shows.
    pub per_day_picture: &'static str,
    /// What the chart of the answer rate shows.
    pub rate_picture: &'static str,
    /// The chart of missed customers.
    pub missed_and_reached: &'static str,
    /// What it shows.
    pub reached_picture: &'static str,
    /// Customers who were reached.
    pub was_reached: &'static str,
    /// Customers whose item was closed by hand.
    pub by_hand: &'static str,
    /// Customers who still wait.
    pub waiting: &'static str,
    /// How long until they were reached.
    pub until_reached: &'static str,
    /// The chart of talk.
    pub talk_times: &'static str,
    /// What it shows.
    pub talk_picture: &'static str,
    /// The chart of ringing.
    pub wait_times: &'static str,
    /// What it shows.
    pub wait_picture: &'static str,
    /// Half took no longer.
    pub median: &'static str,
    /// Nine of ten took no longer.
    pub nine_of_ten: &'static str,
    /// The heat map.
    pub hours: &'static str,
    /// What it shows.
    pub hours_caption: &'static str,
    /// From Monday.
    pub weekdays: [&'static str; 7],

    /// By member.
    pub by_agent: &'static str,
    /// By team.
    pub by_team: &'static str,
    /// By what they came to.
    pub by_disposition: &'static str,
    /// The column of names.
    pub name: &'static str,
    /// The column of bars.
    pub bar: &'static str,
    /// Nobody of us was rung.
    pub nobody: &'static str,
    /// In no team.
    pub no_team: &'static str,
    /// Nobody has said what they came to.
    pub undecided: &'static str,

    /// There were no calls.
    pub none_title: &'static str,
    /// What to do about it.
    pub none_text: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Tổng quan",
    thousands: '.',

    period: "Thời gian",
    today: "Hôm nay",
    seven_days: "7 ngày",
    thirty_days: "30 ngày",
    this_month: "Tháng này",
    days: "Tùy chọn",
    from: "Từ ngày",
    to: "Đến ngày",
    show: "Xem",
    team: "Nhóm",
    any_team: "Mọi nhóm",

    calls: "Cuộc gọi",
    in_and_out: |inbound, outbound| format!("{inbound} gọi đến, {outbound} gọi đi"),
    answer_rate: "Tỷ lệ bắt máy",
    answered_of: |answered, inbound| format!("{answered} trên {inbound} cuộc gọi đến"),
    missed: "Gọi nhỡ",
    and_rejected: |rejected| format!("và {rejected} cuộc bị từ chối"),
    reached: "Đã gọi lại",
    reached_of: |reached, items, median| format!("{reached} trên {items} khách, một nửa trong {median}"),
    talk: "Đàm thoại",
    hours_minutes: |minutes| format!("{} giờ {} phút", minutes / 60, minutes % 60),
    median_talk: |median| format!("một nửa không quá {median}"),

    show_table: "Xem bảng",
    show_chart: "Xem biểu đồ",
    day: "Ngày",
    inbound: "Gọi đến",
    outbound: "Gọi đi",
    answered: "Đã bắt máy",
    rejected: "Đã từ chối",
    per_day: "Cuộc gọi theo ngày",
    per_day_picture: "Biểu đồ cột: số cuộc gọi đến và gọi đi theo ngày",
    rate_picture: "Biểu đồ đường: tỷ lệ bắt máy theo ngày",
    missed_and_reached: "Khách bị nhỡ và đã gọi lại",
    reached_picture: "Biểu đồ cột: khách bị nhỡ theo ngày, đã liên hệ được, đóng không gọi và còn chờ",
    was_reached: "Đã liên hệ được",
    by_hand: "Đóng không gọi",
    waiting: "Còn chờ",
    until_reached: "Chờ (trung vị)",
    talk_times: "Thời gian đàm thoại",
    talk_picture: "Biểu đồ đường: trung vị và mức 90% của thời gian đàm thoại",
    wait_times: "Thời gian chờ bắt máy",
    wait_picture: "Biểu đồ đường: trung vị và mức 90% của thời gian đổ chuông cuộc gọi đến",
    median: "Trung vị",
    nine_of_ten: "90% không quá",
    hours: "Giờ cao điểm",
    hours_caption: "Số cuộc gọi theo thứ trong tuần và theo giờ",
    weekdays: ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"],

    by_agent: "Theo nhân viên",
    by_team: "Theo nhóm",
    by_disposition: "Kết quả cuộc gọi",
    name: "Tên",
    bar: "Biểu đồ",
    nobody: "Không đổ chuông ai",
    no_team: "Không thuộc nhóm nào",
    undecided: "Chưa ghi kết quả",

    none_title: "Không có cuộc gọi nào trong thời gian này",
    none_text: "Chọn khoảng thời gian dài hơn hoặc nhóm khác.",
};

/// English.
pub const EN: Texts = Texts {
    title: "Dashboard",
    thousands: ',',

    period: "Period",
    today: "Today",
    seven_days: "7 days",
    thirty_days: "30 days",
    this_month: "This month",
    days: "Custom",
    from: "From",
    to: "To",
    show: "Show",
    team: "Team",
    any_team: "Every team",

    calls: "Calls",
    in_and_out: |inbound, outbound| format!("{inbound} in, {outbound} out"),
    answer_rate: "Answer rate",
    answered_of: |answered, inbound| format!("{answered} of {inbound} calls in"),
    missed: "Missed",
    and_rejected: |rejected| format!("and {rejected} rejected"),
    reached: "Called back",
    reached_of: |reached, items, median| format!("{reached} of {items} customers, half within {median}"),
    talk: "Talk time",
    hours_minutes: |minutes| format!("{} h {} min", minutes / 60, minutes % 60),
    median_talk: |median| format!("half no longer than {median}"),

    show_table: "Show table",
    show_chart: "Show chart",
    day: "Day",
    inbound: "In",
    outbound: "Out",
    answered: "Answered",
    rejected: "Rejected",
    per_day: "Calls per day",
    per_day_picture: "Bar chart: calls in and out per day",
    rate_picture: "Line chart: answer rate per day",
    missed_and_reached: "Missed and called back",
    reached_picture: "Bar chart: customers missed per day: reached, closed without a call, still waiting",
    was_reached: "Reached",
    by_hand: "Closed without a call",
    waiting: "Waiting",
    until_reached: "Wait (median)",
    talk_times: "Talk times",
    talk_picture: "Line chart: median and 90th percentile of talk time",
    wait_times: "Waiting times",
    wait_picture: "Line chart: median and 90th percentile of how long calls in rang",
    median: "Median",
    nine_of_ten: "90% within",
    hours: "Busy hours",
    hours_caption: "Calls by day of the week and hour",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],

    by_agent: "By agent",
    by_team: "By team",
    by_disposition: "What calls came to",
    name: "Name",
    bar: "Chart",
    nobody: "Nobody was rung",
    no_team: "In no team",
    undecided: "Not said yet",

    none_title: "No calls in this time",
    none_text: "Choose a longer period or another team.",
};
