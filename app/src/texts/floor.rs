//! The live floor.

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// The connection is being made.
    pub connecting: &'static str,
    /// What changes is shown at once.
    pub connected: &'static str,
    /// What is shown may be out of date.
    pub connection_lost: &'static str,
    /// The same, with what happens next.
    pub stale: &'static str,
    /// Nobody to watch.
    pub nobody_title: &'static str,
    /// What to do about it.
    pub nobody_text: &'static str,
    /// The choice of a team.
    pub team: &'static str,
    /// No team in particular.
    pub all_teams: &'static str,
    /// How many do what.
    pub counts: &'static str,
    /// The day's numbers.
    pub today: &'static str,
    /// Calls that ring.
    pub waiting: &'static str,
    /// No call rings.
    pub nobody_waits: &'static str,
    /// What the provider does not tell.
    pub queue_unknown: &'static str,
    /// At whom a call rings.
    pub rings_at: fn(&str) -> String,
    /// Column: who.
    pub member: &'static str,
    /// Column: what they do.
    pub status: &'static str,
    /// Column: with whom they talk.
    pub call: &'static str,
    /// Column: the line and the device.
    pub line: &'static str,
    /// Column: how many calls.
    pub calls: &'static str,
    /// How many calls today.
    pub calls_today: &'static str,
    /// How many were answered.
    pub answered: &'static str,
    /// How many nobody took.
    pub missed: &'static str,
    /// How long was talked.
    pub talk: &'static str,
    /// Opens a call.
    pub open_call: &'static str,
    /// When something began.
    pub since: fn(&str) -> String,

    /// A call's tab is not heard of.
    pub lost_contact: &'static str,
    /// A call in rings.
    pub ringing: &'static str,
    /// In conversation.
    pub talking: &'static str,
    /// The customer is on hold.
    pub on_hold: &'static str,
    /// A call out is made.
    pub dialing: &'static str,
    /// Writes up a call.
    pub wrap_up: &'static str,
    /// Waits for calls.
    pub ready: &'static str,
    /// Gets no calls.
    pub away: &'static str,
    /// Not there.
    pub offline: &'static str,
    /// The line is not connected.
    pub line_off: &'static str,
    /// The line is connected.
    pub line_on: &'static str,
    /// Calls are switched off.
    pub paused: &'static str,
    /// Calls were switched off by the provider, after one was missed.
    pub not_answered: &'static str,

    /// Whether calls come, as a heading.
    pub reach: &'static str,
    /// A call can be given to the member.
    pub calls_come: &'static str,
    /// None can; what is not met.
    pub calls_do_not_come: fn(&str) -> String,

    /// A member's page.
    pub member_day: &'static str,
    /// Back to the floor.
    pub back: &'static str,
    /// The way to other days, as it is announced.
    pub days: &'static str,
    /// One day back.
    pub day_before: &'static str,
    /// One day on.
    pub day_after: &'static str,
    /// The strip of colours.
    pub timeline: &'static str,
    /// How long each thing was done.
    pub sums: &'static str,
    /// Nothing is known.
    pub nothing_that_day: &'static str,
    /// Column: from when to when.
    pub time: &'static str,
    /// Column: for how long.
    pub lasted: &'static str,
    /// It goes on.
    pub until_now: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Trực tiếp",
    connecting: "Đang kết nối",
    connected: "Cập nhật trực tiếp",
    connection_lost: "Mất kết nối trực tiếp",
    stale: "Mất kết nối với máy chủ: thông tin dưới đây có thể đã cũ. Trang đang tự kết nối lại.",
    nobody_title: "Chưa có ai để theo dõi",
    nobody_text: "Nhân viên có máy lẻ trong các nhóm bạn quản lý sẽ hiện ở đây.",
    team: "Nhóm",
    all_teams: "Tất cả các nhóm",
    counts: "Số người theo trạng thái",
    today: "Hôm nay",
    waiting: "Đang đổ chuông",
    nobody_waits: "Không có khách nào đang chờ nghe máy.",
    queue_unknown: "Tổng đài không cho biết khách còn trong hàng chờ; ở đây là các cuộc gọi đang đổ chuông tại máy nhân viên.",
    rings_at: |name| format!("đổ chuông tại {name}"),
    member: "Nhân viên",
    status: "Trạng thái",
    call: "Cuộc gọi",
    line: "Đường dây",
    calls: "Gọi",
    calls_today: "Cuộc gọi hôm nay",
    answered: "Nghe máy",
    missed: "Nhỡ",
    talk: "Đàm thoại",
    open_call: "Mở cuộc gọi",
    since: |at| format!("Từ {at}"),
    lost_contact: "Mất liên lạc",
    ringing: "Đang đổ chuông",
    talking: "Đang đàm thoại",
    on_hold: "Đang giữ máy",
    dialing: "Đang gọi đi",
    wrap_up: "Đang ghi nhận",
    ready: "Sẵn sàng",
    away: "Tạm nghỉ",
    offline: "Ngoại tuyến",
    line_off: "Chưa nối tổng đài",
    line_on: "Đã nối tổng đài",
    paused: "Tắt nhận cuộc gọi",
    not_answered: "Bị tắt vì không bắt máy",
    reach: "Nhận cuộc gọi",
    calls_come: "Nhận được cuộc gọi",
    calls_do_not_come: |unmet| format!("Chưa nhận được cuộc gọi. Chưa đạt: {unmet}"),
    member_day: "Ngày làm việc",
    back: "Trực tiếp",
    days: "Chọn ngày",
    day_before: "Hôm trước",
    day_after: "Hôm sau",
    timeline: "Trạng thái theo giờ trong ngày; bảng bên dưới ghi lại bằng chữ",
    sums: "Tổng thời gian theo trạng thái",
    nothing_that_day: "Không có ghi nhận nào trong ngày này.",
    time: "Thời gian",
    lasted: "Kéo dài",
    until_now: "nay",
};

/// English.
pub const EN: Texts = Texts {
    title: "Live floor",
    connecting: "Connecting",
    connected: "Live",
    connection_lost: "Live connection lost",
    stale: "The connection to the server is lost: what you see may be out of date. The page reconnects by itself.",
    nobody_title: "Nobody to watch yet",
    nobody_text: "Members with a seat in the teams you lead appear here.",
    team: "Team",
    all_teams: "All teams",
    counts: "Members by status",
    today: "Today",
    waiting: "Ringing now",
    nobody_waits: "No customer is waiting to be answered.",
    queue_unknown: "The telephone provider does not tell who waits in its queue; these are the calls ringing at a member.",
    rings_at: |name| format!("rings at {name}"),
    member: "Member",
    status: "Status",
    call: "Call",
    line: "Line",
    calls: "Calls",
    calls_today: "Calls today",
    answered: "Answered",
    missed: "Missed",
    talk: "Talk time",
    open_call: "Open the call",
    since: |at| format!("Since {at}"),
    lost_contact: "Lost contact",
    ringing: "Ringing",
    talking: "Talking",
    on_hold: "On hold",
    dialing: "Dialling",
    wrap_up: "Wrap-up",
    ready: "Ready",
    away: "Away",
    offline: "Offline",
    line_off: "Not connected",
    line_on: "Connected",
    paused: "Calls switched off",
    not_answered: "Switched off after a missed call",
    reach: "Taking calls",
    calls_come: "Calls can be given to them",
    calls_do_not_come: |unmet| format!("No call can be given to them. Not met: {unmet}"),
    member_day: "Working day",
    back: "Live floor",
    days: "Choose a day",
    day_before: "Day before",
    day_after: "Day after",
    timeline: "Status over the hours of the day; the table below says it in words",
    sums: "Time by status",
    nothing_that_day: "Nothing was recorded on this day.",
    time: "Time",
    lasted: "Lasted",
    until_now: "now",
};
