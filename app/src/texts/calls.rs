//! Words of the log's pages; those of the calls themselves are in [`words`].

pub mod failures;
pub mod recording;
pub mod words;

/// The texts of the log.
pub struct Texts {
    /// Title of the log for those who see their own calls.
    pub my_calls: &'static str,
    /// Title of the log for those who see all calls.
    pub all_calls: &'static str,
    /// Title of a call's page.
    pub story: &'static str,
    /// Back to the log.
    pub back: &'static str,
    /// Filter: both directions.
    pub any_direction: &'static str,
    /// Label of the direction filter.
    pub direction: &'static str,
    /// A call from a customer.
    pub inbound: &'static str,
    /// A call to a customer.
    pub outbound: &'static str,
    /// Label of the agent filter, and column.
    pub agent: &'static str,
    /// Filter: everybody.
    pub any_agent: &'static str,
    /// Column: customer or number.
    pub customer: &'static str,
    /// Column: when it began.
    pub start: &'static str,
    /// Column: how long it rang.
    pub ring: &'static str,
    /// Column: how long they talked.
    pub talk: &'static str,
    /// Column: how long the customer was on hold.
    pub hold: &'static str,
    /// Column: how it ended.
    pub outcome: &'static str,
    /// Column and label: note.
    pub note: &'static str,
    /// Makes a customer of an unknown number.
    pub create_customer: &'static str,
    /// Chooses among those who share a number.
    pub choose_customer: &'static str,
    /// The caller hid the number.
    pub hidden_number: &'static str,
    /// Opens a call's page.
    pub open: &'static str,
    /// Shows more rows.
    pub more: &'static str,
    /// There is no call yet.
    pub none_title: &'static str,
    /// What to do about that.
    pub none_text: &'static str,
    /// No call fits the filters.
    pub nothing_found: &'static str,
    /// What to do about that.
    pub nothing_found_text: &'static str,
    /// Takes all filters off.
    pub clear_filters: &'static str,
    /// Saved.
    pub note_saved: &'static str,
    /// Save the note.
    pub save_note: &'static str,
    /// What to write into the note.
    pub note_hint: &'static str,
    /// Heading of the facts.
    pub facts: &'static str,
    /// Heading of the figures.
    pub figures: &'static str,
    /// Label: our number that was called.
    pub hotline: &'static str,
    /// Label: how the customer was found.
    pub matched: &'static str,
    /// Label: the provider's own id.
    pub provider_id: &'static str,
    /// The provider never named an id.
    pub no_provider_id: &'static str,
    /// Label: the number as the provider wrote it.
    pub number_raw: &'static str,
    /// Heading: find the customer of this call.
    pub attach: &'static str,
    /// What attaching does.
    pub attach_text: &'static str,
    /// Also give the number to the customer.
    pub attach_remember: &'static str,
    /// Attached.
    pub attached: fn(&str) -> String,
    /// Seconds after the beginning of the call.
    pub after: fn(&str) -> String,
    /// The beginning of the call.
    pub at_start: &'static str,
    /// Listening to a call.
    pub recording: recording::Texts,
    /// How calls ended, what happened in them, why they failed.
    pub words: words::Texts,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    my_calls: "Cuộc gọi của tôi",
    all_calls: "Tất cả cuộc gọi",
    story: "Diễn biến cuộc gọi",
    back: "Nhật ký cuộc gọi",
    any_direction: "Gọi đến và gọi đi",
    direction: "Chiều gọi",
    inbound: "Gọi đến",
    outbound: "Gọi đi",
    agent: "Nhân viên",
    any_agent: "Mọi nhân viên",
    customer: "Khách hàng",
    start: "Bắt đầu",
    ring: "Đổ chuông",
    talk: "Đàm thoại",
    hold: "Giữ máy",
    outcome: "Kết quả",
    note: "Ghi chú cuộc gọi",
    create_customer: "Tạo khách hàng",
    choose_customer: "Chọn khách hàng",
    hidden_number: "Số ẩn",
    open: "Xem cuộc gọi",
    more: "Xem thêm",
    none_title: "Chưa có cuộc gọi nào",
    none_text: "Cuộc gọi đến và gọi đi sẽ được ghi lại ở đây. Hãy bấm vào một số điện thoại bất kỳ để gọi.",
    nothing_found: "Không có cuộc gọi nào khớp bộ lọc",
    nothing_found_text: "Hãy bỏ bớt bộ lọc để xem các cuộc gọi khác.",
    clear_filters: "Bỏ bộ lọc",
    note_saved: "Đã lưu ghi chú cuộc gọi",
    save_note: "Lưu ghi chú",
    note_hint: "Khách cần gì, đã hẹn gì?",
    facts: "Diễn biến",
    figures: "Thông số",
    hotline: "Số tổng đài",
    matched: "Nhận diện khách hàng",
    provider_id: "Mã cuộc gọi của nhà mạng",
    no_provider_id: "Nhà mạng không gửi mã",
    number_raw: "Số do nhà mạng gửi",
    attach: "Cuộc gọi này của ai?",
    attach_text: "Tìm khách hàng theo tên hoặc số điện thoại để gắn cuộc gọi vào hồ sơ của họ.",
    attach_remember: "Thêm số này vào hồ sơ khách hàng",
    attached: |name| format!("Đã gắn cuộc gọi vào hồ sơ {name}"),
    after: |duration| format!("sau {duration}"),
    at_start: "bắt đầu",
    recording: recording::VI,
    words: words::VI,
};

/// English.
pub const EN: Texts = Texts {
    my_calls: "My calls",
    all_calls: "All calls",
    story: "The call's story",
    back: "Call log",
    any_direction: "In and out",
    direction: "Direction",
    inbound: "Incoming",
    outbound: "Outgoing",
    agent: "Agent",
    any_agent: "Every agent",
    customer: "Customer",
    start: "Start",
    ring: "Ringing",
    talk: "Talk",
    hold: "On hold",
    outcome: "Outcome",
    note: "Call note",
    create_customer: "Create customer",
    choose_customer: "Choose customer",
    hidden_number: "Hidden number",
    open: "Open the call",
    more: "Show more",
    none_title: "No calls yet",
    none_text: "Calls in and out will be logged here. Click any phone number to call it.",
    nothing_found: "No call fits these filters",
    nothing_found_text: "Take a filter off to see other calls.",
    clear_filters: "Clear filters",
    note_saved: "Call note saved",
    save_note: "Save note",
    note_hint: "What did they need, what was agreed?",
    facts: "What happened",
    figures: "Figures",
    hotline: "Hotline",
    matched: "How the customer was found",
    provider_id: "Provider's call id",
    no_provider_id: "The provider sent no id",
    number_raw: "Number as the provider sent it",
    attach: "Whose call was this?",
    attach_text: "Find the customer by name or number to put the call on their record.",
    attach_remember: "Add this number to the customer",
    attached: |name| format!("The call is now on the record of {name}"),
    after: |duration| format!("after {duration}"),
    at_start: "start",
    recording: recording::EN,
    words: words::EN,
};
