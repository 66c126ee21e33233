//! What the things of the contact centre are called, and what they consist of.

/// The words.
pub struct Texts {
    /// A group.
    pub group: &'static str,
    /// An agent.
    pub agent: &'static str,
    /// An agent in a group.
    pub member: &'static str,
    /// A queue.
    pub queue: &'static str,
    /// A group that serves a queue.
    pub route: &'static str,
    /// A menu.
    pub menu: &'static str,
    /// A place of a menu.
    pub node: &'static str,
    /// With which place a menu begins.
    pub root: &'static str,
    /// A key of a place.
    pub key: &'static str,
    /// One of our numbers.
    pub hotline: &'static str,
    /// A SIP telephone's account.
    pub sip: &'static str,
    /// A number that may not call.
    pub blocked: &'static str,
    /// The addresses that the provider calls.
    pub settings: &'static str,
    /// A kind and a name.
    pub titled: fn(kind: &str, name: &str) -> String,

    /// A number's digits.
    pub number: &'static str,
    /// An agent's seat.
    pub seat: &'static str,
    /// The name a SIP telephone registers under.
    pub user: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Where an agent is rung.
    pub rings_at: &'static str,
    /// An agent's telephone number.
    pub phone: &'static str,
    /// Whether calls are recorded.
    pub records: &'static str,
    /// Whether there is time after a call.
    pub wraps_up: &'static str,
    /// How much.
    pub wrap_up_seconds: &'static str,
    /// When a queue takes calls.
    pub schedule: &'static str,
    /// How long an agent is rung.
    pub answer_seconds: &'static str,
    /// What callers hear while they wait.
    pub waiting_sound: &'static str,
    /// What callers hear on hold.
    pub hold_sound: &'static str,
    /// The number that is shown.
    pub caller_id: &'static str,
    /// Who is asked whom to ring.
    pub asks: &'static str,
    /// What counts as being there.
    pub online: &'static str,
    /// Whose turn it is when.
    pub rank: &'static str,
    /// A text that is spoken.
    pub text: &'static str,
    /// A file that is played.
    pub file: &'static str,
    /// Whose voice speaks.
    pub voice: &'static str,
    /// How fast.
    pub speed: &'static str,
    /// Whether a key counts while something is said.
    pub barge_in: &'static str,
    /// How often it is said.
    pub loops: &'static str,
    /// Silence between two times.
    pub pause: &'static str,
    /// How long a key is waited for.
    pub wait_seconds: &'static str,
    /// What a key does.
    pub action: &'static str,
    /// Whether a number may be called out from.
    pub calls_out: &'static str,
    /// Whether those calls are recorded.
    pub records_calls_out: &'static str,
    /// With what a number answers.
    pub answers: &'static str,
    /// The place a key leads to.
    pub next: &'static str,
    /// The number a key leads to.
    pub forward: &'static str,
    /// The number that colleagues dial.
    pub extension: &'static str,
    /// Whether numbers with a menu refuse a caller.
    pub in_menus: &'static str,
    /// Whether queues refuse a caller.
    pub in_queues: &'static str,
    /// Who is asked who calls.
    pub customer_address: &'static str,
    /// How long the answer is waited for.
    pub customer_wait: &'static str,
    /// Who is told what happens to calls.
    pub events_address: &'static str,
    /// Who is asked whether a call out may be made.
    pub callout_address: &'static str,

    /// It is not there.
    pub nothing: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// So many seconds.
    pub seconds: fn(u32) -> String,
    /// So many thousandths of a second.
    pub millis: fn(u32) -> String,
    /// Rung in the page, the app or at a SIP telephone.
    pub rings_anywhere: &'static str,
    /// Rung at their own number.
    pub rings_number: &'static str,
    /// Rung in the page or the app only.
    pub rings_app: &'static str,
    /// Rung at the SIP telephone only.
    pub rings_desk_phone: &'static str,
    /// Day and night.
    pub always: &'static str,
    /// In business hours.
    pub business_hours: &'static str,
    /// The browser or the app counts.
    pub online_app: &'static str,
    /// A SIP telephone counts too.
    pub online_app_or_sip: &'static str,
    /// Rung first.
    pub primary: &'static str,
    /// Rung when nobody else is free.
    pub secondary: &'static str,
    /// Something that was removed.
    pub gone: &'static str,

    /// A key leads to a queue.
    pub to_queue: fn(&str) -> String,
    /// A key connects with a number, showing another.
    pub to_number: fn(to: &str, caller_id: &str) -> String,
    /// A key leads to a place.
    pub to_node: fn(&str) -> String,
    /// A key ends the call.
    pub ends: &'static str,
    /// A key does something that we do not know.
    pub unknown_action: fn(i64) -> String,
    /// A key of the telephone.
    pub key_named: fn(char) -> String,
    /// No key.
    pub no_key: &'static str,
    /// A key that means nothing.
    pub other_key: &'static str,
    /// At a place.
    pub at_node: fn(what: &str, node: &str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    group: "Nhóm",
    agent: "Tổng đài viên",
    member: "Thành viên nhóm",
    queue: "Hàng đợi",
    route: "Nhóm phục vụ",
    menu: "Menu thoại",
    node: "Bước",
    root: "Bước đầu tiên",
    key: "Phím",
    hotline: "Đầu số",
    sip: "Tài khoản SIP",
    blocked: "Số bị chặn",
    settings: "Kết nối với Alo",
    titled: |kind, name| format!("{kind} {name}"),

    number: "Số điện thoại",
    seat: "Mã máy",
    user: "Tên đăng nhập SIP",
    name: "Tên",
    rings_at: "Đổ chuông ở",
    phone: "Số điện thoại riêng",
    records: "Ghi âm cuộc gọi",
    wraps_up: "Nghỉ sau cuộc gọi",
    wrap_up_seconds: "Thời gian nghỉ sau cuộc gọi",
    schedule: "Giờ nhận cuộc gọi",
    answer_seconds: "Thời gian chờ nhận máy",
    waiting_sound: "Nhạc chờ",
    hold_sound: "Nhạc giữ máy",
    caller_id: "Số hiển thị",
    asks: "Địa chỉ hỏi người nhận cuộc gọi",
    online: "Coi là sẵn sàng khi",
    rank: "Thứ tự ưu tiên",
    text: "Lời đọc",
    file: "Tệp âm thanh",
    voice: "Giọng đọc",
    speed: "Tốc độ đọc",
    barge_in: "Nhận phím khi đang đọc",
    loops: "Số lần đọc",
    pause: "Nghỉ giữa hai lần đọc",
    wait_seconds: "Chờ bấm phím",
    action: "Dẫn đến",
    calls_out: "Được gọi ra",
    records_calls_out: "Ghi âm cuộc gọi ra",
    answers: "Trả lời bằng",
    next: "Bước tiếp theo",
    forward: "Chuyển đến số",
    extension: "Số nội bộ",
    in_menus: "Chặn ở menu thoại",
    in_queues: "Chặn ở hàng đợi",
    customer_address: "Địa chỉ hỏi tên người gọi",
    customer_wait: "Chờ trả lời tên người gọi",
    events_address: "Địa chỉ báo diễn biến cuộc gọi",
    callout_address: "Địa chỉ xin phép gọi ra",

    nothing: "không có",
    yes: "có",
    no: "không",
    seconds: |n| format!("{n} giây"),
    millis: |n| format!("{n} mili giây"),
    rings_anywhere: "trình duyệt, ứng dụng hoặc máy SIP",
    rings_number: "số điện thoại riêng",
    rings_app: "chỉ trình duyệt và ứng dụng",
    rings_desk_phone: "chỉ máy SIP",
    always: "cả ngày lẫn đêm",
    business_hours: "trong giờ làm việc",
    online_app: "mở trình duyệt hoặc ứng dụng",
    online_app_or_sip: "mở trình duyệt, ứng dụng hoặc máy SIP",
    primary: "đổ chuông trước",
    secondary: "đổ chuông sau",
    gone: "(đã xóa)",

    to_queue: |queue| format!("vào hàng đợi {queue}"),
    to_number: |to, caller_id| format!("chuyển đến số {to}, hiển thị {caller_id}"),
    to_node: |node| format!("sang bước {node}"),
    ends: "kết thúc cuộc gọi",
    unknown_action: |code| format!("thao tác lạ (mã {code})"),
    key_named: |key| format!("Phím {key}"),
    no_key: "Không bấm phím",
    other_key: "Bấm phím khác",
    at_node: |what, node| format!("{what} ở bước {node}"),
};

/// English.
pub const EN: Texts = Texts {
    group: "Group",
    agent: "Agent",
    member: "Group member",
    queue: "Queue",
    route: "Serving group",
    menu: "Menu",
    node: "Step",
    root: "First step",
    key: "Key",
    hotline: "Number",
    sip: "SIP account",
    blocked: "Blocked number",
    settings: "Connection to Alo",
    titled: |kind, name| format!("{kind} {name}"),

    number: "Phone number",
    seat: "Seat",
    user: "SIP user name",
    name: "Name",
    rings_at: "Rings at",
    phone: "Own phone number",
    records: "Calls are recorded",
    wraps_up: "Time after a call",
    wrap_up_seconds: "How much time after a call",
    schedule: "Takes calls",
    answer_seconds: "Rings an agent for",
    waiting_sound: "Waiting music",
    hold_sound: "Hold music",
    caller_id: "Number shown",
    asks: "Address asked whom to ring",
    online: "Counts as ready with",
    rank: "Turn",
    text: "Spoken text",
    file: "Sound file",
    voice: "Voice",
    speed: "Speed of speech",
    barge_in: "Keys count while it speaks",
    loops: "Times it is said",
    pause: "Pause between two times",
    wait_seconds: "Waits for a key",
    action: "Leads to",
    calls_out: "May be called out from",
    records_calls_out: "Calls out are recorded",
    answers: "Answers with",
    next: "Next step",
    forward: "Forwards to",
    extension: "Extension",
    in_menus: "Refused by menus",
    in_queues: "Refused by queues",
    customer_address: "Address asked who calls",
    customer_wait: "Waits for who calls",
    events_address: "Address told what happens",
    callout_address: "Address asked about calls out",

    nothing: "none",
    yes: "yes",
    no: "no",
    seconds: |n| format!("{n} s"),
    millis: |n| format!("{n} ms"),
    rings_anywhere: "browser, app or SIP phone",
    rings_number: "their own phone number",
    rings_app: "browser and app only",
    rings_desk_phone: "SIP phone only",
    always: "day and night",
    business_hours: "in business hours",
    online_app: "browser or app",
    online_app_or_sip: "browser, app or SIP phone",
    primary: "rung first",
    secondary: "rung next",
    gone: "(removed)",

    to_queue: |queue| format!("to queue {queue}"),
    to_number: |to, caller_id| format!("to number {to}, showing {caller_id}"),
    to_node: |node| format!("to step {node}"),
    ends: "ends the call",
    unknown_action: |code| format!("unknown action (code {code})"),
    key_named: |key| format!("Key {key}"),
    no_key: "No key pressed",
    other_key: "Any other key",
    at_node: |what, node| format!("{what} at step {node}"),
};
