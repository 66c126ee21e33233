//! Stringee's account.

/// The words.
pub struct Texts {
    /// What the account is for, and where its parts are.
    pub text: &'static str,
    /// The project's number.
    pub project: &'static str,
    /// What it looks like.
    pub project_hint: &'static str,
    /// The key's name.
    pub key_sid: &'static str,
    /// What it looks like.
    pub key_sid_hint: &'static str,
    /// The key's secret.
    pub key_secret: &'static str,
    /// The key that the provider signs with.
    pub signing_secret: &'static str,
    /// Where it is.
    pub signing_secret_hint: &'static str,
    /// Where unsigned questions are refused.
    pub signed: &'static str,
    /// When to switch it on.
    pub signed_hint: &'static str,
    /// How long a telephone rings.
    pub answer_timeout: &'static str,
    /// What happens then.
    pub answer_timeout_hint: &'static str,
    /// Recordings are copied.
    pub keep_recordings: &'static str,
    /// Where the provider is.
    pub addresses: &'static str,
    /// The usual address, which an empty field means.
    pub usual: fn(&str) -> String,
    /// Where calls are asked about.
    pub call_api: &'static str,
    /// Where the contact centre is asked.
    pub centre_api: &'static str,
    /// Where the sockets are.
    pub servers: &'static str,
    /// What it looks like.
    pub servers_hint: &'static str,
    /// Our numbers.
    pub hotlines: &'static str,
    /// What they are for.
    pub hotlines_hint: &'static str,
    /// The number in a row.
    pub hotline: fn(usize) -> String,
    /// Its name.
    pub hotline_name: fn(usize) -> String,
    /// It may be called out from.
    pub calls_out: &'static str,
    /// Calls out of it are recorded.
    pub records: &'static str,
    /// One more.
    pub add_hotline: &'static str,
    /// One less.
    pub remove_hotline: fn(usize) -> String,
    /// To the front.
    pub make_usual: fn(usize) -> String,
    /// What the test does.
    pub test_text: &'static str,
    /// Nothing is wrong.
    pub all_right: &'static str,
    /// So many things are wrong.
    pub some_wrong: fn(usize) -> String,
    /// It is right.
    pub right: &'static str,
    /// It is not.
    pub wrong: &'static str,
    /// The contact centre.
    pub examined_centre: &'static str,
    /// The service for calls.
    pub examined_call_api: &'static str,
    /// One of our numbers.
    pub examined_hotline: fn(&str) -> String,
    /// A member's seat.
    pub examined_seat: fn(&str, &str) -> String,
    /// A queue.
    pub examined_queue: fn(&str) -> String,
    /// The provider does not know it.
    pub not_there: &'static str,
    /// The provider lets nobody call out of it.
    pub calls_not_out: &'static str,
    /// No address is set there.
    pub not_set: &'static str,
    /// Another address is set there.
    pub elsewhere: &'static str,
    /// Which team serves which queue.
    pub queues: &'static str,
    /// What that is for.
    pub queues_text: &'static str,
    /// There are none.
    pub no_queues: &'static str,
    /// That of whoever is responsible.
    pub team_of_owner: &'static str,
    /// Keeps it.
    pub save_queues: &'static str,
    /// It was kept.
    pub queues_saved: &'static str,
    /// The addresses that the provider calls.
    pub hooks: &'static str,
    /// What to do with them.
    pub hooks_text: &'static str,
    /// Whom waiting calls are given to.
    pub hook_agents: &'static str,
    /// Whether a call out may be made.
    pub hook_callout: &'static str,
    /// Who calls.
    pub hook_customer: &'static str,
    /// What happens to calls.
    pub hook_events: &'static str,
    /// Recordings that are ready.
    pub hook_recordings: &'static str,
    /// It belongs into each queue, under this name.
    pub in_each_queue: fn(&str) -> String,
    /// It belongs into the call settings, under this name.
    pub in_call_settings: fn(&str) -> String,
    /// Nobody needs to fill it in.
    pub by_itself: &'static str,
    /// Gives them another unguessable part.
    pub renew: &'static str,
    /// What that means.
    pub renew_question: &'static str,
    /// Does it.
    pub renew_yes: &'static str,
    /// It was done.
    pub renewed: &'static str,
    /// What came to them.
    pub deliveries: &'static str,
    /// Asks for what is new.
    pub refresh: &'static str,
    /// Nothing came yet.
    pub no_deliveries: &'static str,
    /// What to do about it.
    pub no_deliveries_text: &'static str,
    /// Whatever their kind.
    pub all_kinds: &'static str,
    /// What it was about.
    pub kind: &'static str,
    /// When it came.
    pub came: &'static str,
    /// How it was answered.
    pub answered: &'static str,
    /// How long that took.
    pub took: &'static str,
    /// So many milliseconds.
    pub milliseconds: fn(i64) -> String,
    /// None of the chosen kind.
    pub none_of_kind: &'static str,
    /// The signature is wrong or missing.
    pub problem_signature: &'static str,
    /// It could not be read.
    pub problem_unreadable: &'static str,
    /// It names no call.
    pub problem_no_call: &'static str,
    /// The server could not.
    pub problem_unavailable: &'static str,
    /// It took too long.
    pub problem_slow: &'static str,
    /// There is no number in it.
    pub problem_no_number: &'static str,
    /// Nobody could be chosen.
    pub problem_not_decided: &'static str,
    /// The call was refused: the role.
    pub refused_role: &'static str,
    /// The call was refused: no seat or number of ours.
    pub refused_not_ours: &'static str,
    /// The call was refused: not a number.
    pub refused_not_a_number: &'static str,
    /// The call was refused: the customer wants none.
    pub refused_unwanted: &'static str,
    /// The call was refused: the hours.
    pub refused_hours: &'static str,
    /// The call was refused: the member's cap.
    pub refused_members_cap: &'static str,
    /// The call was refused: the number's cap.
    pub refused_numbers_cap: &'static str,
    /// The call was refused: how the number begins.
    pub refused_blocked: &'static str,
    /// The call was refused: another country.
    pub refused_international: &'static str,
    /// The call was refused: the rules could not be looked up.
    pub refused_unknown: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    text: "Mở dashboard của Stringee: Project cho mã dự án, API Key cho cặp SID và secret, Number cho các đầu số. Mỗi nhân viên gọi điện cần thêm một user ID ở trang Nhân viên.",
    project: "Mã dự án",
    project_hint: "Chỉ gồm chữ số",
    key_sid: "API key SID",
    key_sid_hint: "Bắt đầu bằng SK",
    key_secret: "API key secret",
    signing_secret: "Khóa ký webhook",
    signing_secret_hint: "Signing secret key của dự án. Được mã hóa khi lưu và không hiện lại.",
    signed: "Từ chối yêu cầu không có chữ ký đúng",
    signed_hint: "Bật cho từng loại khi Stringee có ký loại đó. Nếu bật mà danh sách bên dưới báo “Sai chữ ký” thì tắt đi: địa chỉ không đoán được vẫn bảo vệ.",
    answer_timeout: "Chờ bắt máy (giây)",
    answer_timeout_hint: "Quá thời gian này, cuộc gọi chuyển sang người kế tiếp.",
    keep_recordings: "Lưu bản sao ghi âm về máy chủ này",
    addresses: "Địa chỉ dịch vụ (chỉ sửa khi Stringee yêu cầu)",
    usual: |usual| format!("Để trống để dùng {usual}"),
    call_api: "Địa chỉ Call API",
    centre_api: "Địa chỉ tổng đài PCC",
    servers: "Máy chủ kết nối của trình duyệt",
    servers_hint: "Mỗi dòng một địa chỉ wss://. Để trống để SDK tự tìm.",
    hotlines: "Đầu số",
    hotlines_hint: "Số đã mua ở Stringee, viết liền kèm mã quốc gia, không có dấu +. Số đầu tiên được dùng khi gọi ra, trừ khi nhân viên chọn số khác.",
    hotline: |n| format!("Đầu số {n}"),
    hotline_name: |n| format!("Tên gọi {n}"),
    calls_out: "Gọi ra",
    records: "Ghi âm cuộc gọi ra",
    add_hotline: "Thêm đầu số",
    remove_hotline: |n| format!("Bỏ đầu số {n}"),
    make_usual: |n| format!("Đưa đầu số {n} lên đầu"),
    test_text: "Hỏi Stringee về khóa, đầu số, user ID của nhân viên và các địa chỉ webhook, với thông tin đã lưu.",
    all_right: "Mọi thứ đều đúng. Tổng đài sẵn sàng.",
    some_wrong: |n| format!("{n} mục cần sửa"),
    right: "Đúng",
    wrong: "Cần sửa",
    examined_centre: "Khóa và tổng đài PCC",
    examined_call_api: "Khóa và Call API",
    examined_hotline: |number| format!("Đầu số {number}"),
    examined_seat: |seat, member| format!("{member} ({seat})"),
    examined_queue: |name| format!("Hàng đợi {name}"),
    not_there: "Stringee không có mục này trong dự án. Hãy tạo ở Stringee hoặc sửa lại ở đây.",
    calls_not_out: "Stringee chưa cho gọi ra từ số này: bật allow_outbound_calls cho số.",
    not_set: "Stringee chưa có địa chỉ này. Sao chép địa chỉ ở dưới sang Stringee.",
    elsewhere: "Stringee đang gọi một địa chỉ khác. Sao chép lại địa chỉ ở dưới sang Stringee.",
    queues: "Hàng đợi và nhóm",
    queues_text: "Cuộc gọi chờ được chuyển cho người phụ trách khách, rồi người nói chuyện gần nhất, rồi nhóm của hàng đợi, rồi bất kỳ ai đang rảnh.",
    no_queues: "Stringee chưa có hàng đợi nào. Hãy tạo ở PCC › Queue.",
    team_of_owner: "Nhóm của người phụ trách khách",
    save_queues: "Lưu hàng đợi",
    queues_saved: "Đã lưu hàng đợi",
    hooks: "Địa chỉ webhook",
    hooks_text: "Sao chép từng địa chỉ sang Stringee. Trong địa chỉ có phần không đoán được, đừng đưa cho người khác.",
    hook_agents: "Chia cuộc gọi cho nhân viên",
    hook_callout: "Cho phép gọi ra",
    hook_customer: "Thông tin khách hàng",
    hook_events: "Sự kiện cuộc gọi",
    hook_recordings: "Ghi âm đã sẵn sàng",
    in_each_queue: |name| format!("Điền vào {name} của từng hàng đợi (PCC › Queue)"),
    in_call_settings: |name| format!("Điền vào {name} ở PCC › Call settings"),
    by_itself: "Alo tự gửi kèm mỗi cuộc gọi ra có ghi âm, không cần điền.",
    renew: "Đổi phần không đoán được",
    renew_question: "Các địa chỉ cũ ngừng hoạt động ngay. Cho đến khi bạn điền địa chỉ mới vào Stringee, cuộc gọi đến không được chia và không ai gọi ra được.",
    renew_yes: "Đổi ngay",
    renewed: "Đã đổi địa chỉ webhook. Hãy điền địa chỉ mới vào Stringee.",
    deliveries: "Yêu cầu gần đây",
    refresh: "Tải lại",
    no_deliveries: "Stringee chưa gọi địa chỉ nào",
    no_deliveries_text: "Điền các địa chỉ trên vào Stringee rồi gọi thử vào đầu số: yêu cầu sẽ hiện ở đây. Máy chủ này phải mở ra Internet bằng https.",
    all_kinds: "Tất cả",
    kind: "Loại",
    came: "Lúc",
    answered: "Trả lời",
    took: "Mất",
    milliseconds: |n| format!("{n} ms"),
    none_of_kind: "Chưa có yêu cầu nào loại này.",
    problem_signature: "Sai chữ ký",
    problem_unreadable: "Nội dung không đọc được",
    problem_no_call: "Không nói về cuộc gọi nào",
    problem_unavailable: "Máy chủ này gặp sự cố",
    problem_slow: "Trả lời quá lâu",
    problem_no_number: "Không có số điện thoại",
    problem_not_decided: "Không chọn được ai",
    refused_role: "Từ chối: vai trò không được gọi ra",
    refused_not_ours: "Từ chối: không phải máy lẻ hoặc đầu số của công ty",
    refused_not_a_number: "Từ chối: không phải số điện thoại",
    refused_unwanted: "Từ chối: khách không muốn nhận cuộc gọi",
    refused_hours: "Từ chối: ngoài giờ được gọi quảng cáo",
    refused_members_cap: "Từ chối: nhân viên đã gọi đủ trong ngày",
    refused_numbers_cap: "Từ chối: số này đã được gọi đủ trong ngày",
    refused_blocked: "Từ chối: đầu số bị chặn",
    refused_international: "Từ chối: gọi ra nước ngoài",
    refused_unknown: "Từ chối: chưa tra được quy tắc",
};

/// English.
pub const EN: Texts = Texts {
    text: "In Stringee's dashboard: Project gives the project's number, API Key the pair of SID and secret, Number your phone numbers. Everybody who phones also needs a user ID, on the Staff page.",
    project: "Project ID",
    project_hint: "Digits only",
    key_sid: "API key SID",
    key_sid_hint: "Begins with SK",
    key_secret: "API key secret",
    signing_secret: "Webhook signing key",
    signing_secret_hint: "The project's signing secret key. It is stored encrypted and never shown again.",
    signed: "Refuse requests without a valid signature",
    signed_hint: "Switch on what Stringee signs. If the list below then says “Wrong signature”, switch it off again: the unguessable address still protects you.",
    answer_timeout: "Time to answer (seconds)",
    answer_timeout_hint: "After that the call goes to the next member.",
    keep_recordings: "Keep a copy of recordings on this server",
    addresses: "Service addresses (only where Stringee says so)",
    usual: |usual| format!("Leave it empty for {usual}"),
    call_api: "Call API address",
    centre_api: "Contact centre (PCC) address",
    servers: "Servers that browsers connect to",
    servers_hint: "One wss:// address on each line. Leave it empty and the SDK finds them.",
    hotlines: "Numbers",
    hotlines_hint: "Numbers bought at Stringee, with the country code and without a plus. The first is called out from unless a member chooses another.",
    hotline: |n| format!("Number {n}"),
    hotline_name: |n| format!("Name {n}"),
    calls_out: "Calls out",
    records: "Record calls out",
    add_hotline: "Add a number",
    remove_hotline: |n| format!("Remove number {n}"),
    make_usual: |n| format!("Move number {n} to the top"),
    test_text: "Asks Stringee about the key, your numbers, the members' user IDs and the webhook addresses, using what is saved.",
    all_right: "Everything is right. The phone system is ready.",
    some_wrong: |n| if n == 1 { "1 thing to mend".to_owned() } else { format!("{n} things to mend") },
    right: "Right",
    wrong: "To mend",
    examined_centre: "Key and contact centre (PCC)",
    examined_call_api: "Key and Call API",
    examined_hotline: |number| format!("Number {number}"),
    examined_seat: |seat, member| format!("{member} ({seat})"),
    examined_queue: |name| format!("Queue {name}"),
    not_there: "Stringee has no such thing in this project. Create it there, or correct it here.",
    calls_not_out: "Stringee lets nobody call out of this number: switch allow_outbound_calls on.",
    not_set: "Stringee has no address for this. Copy the address below into Stringee.",
    elsewhere: "Stringee calls another address. Copy the address below into Stringee.",
    queues: "Queues and teams",
    queues_text: "A waiting call goes to whoever is responsible for the customer, then to whoever spoke with them last, then to the queue's team, then to anybody free.",
    no_queues: "Stringee has no queues yet. Make one under PCC › Queue.",
    team_of_owner: "The team of whoever is responsible",
    save_queues: "Save queues",
    queues_saved: "The queues were saved",
    hooks: "Webhook addresses",
    hooks_text: "Copy each address into Stringee. They hold a part that nobody can guess: keep them to yourself.",
    hook_agents: "Whom calls are given to",
    hook_callout: "Whether calls out are allowed",
    hook_customer: "Who calls",
    hook_events: "What happens to calls",
    hook_recordings: "Recordings that are ready",
    in_each_queue: |name| format!("Goes into {name} of each queue (PCC › Queue)"),
    in_call_settings: |name| format!("Goes into {name} under PCC › Call settings"),
    by_itself: "Alo sends it along with each recorded call out; there is nothing to fill in.",
    renew: "New unguessable part",
    renew_question: "The old addresses stop working at once. Until the new ones are in Stringee, calls are given to nobody and nobody can call out.",
    renew_yes: "Renew now",
    renewed: "The webhook addresses are new. Copy them into Stringee.",
    deliveries: "Latest requests",
    refresh: "Refresh",
    no_deliveries: "Stringee has not called any address yet",
    no_deliveries_text: "Copy the addresses above into Stringee and call one of your numbers: its requests show up here. This server must be reachable from the Internet over https.",
    all_kinds: "All",
    kind: "Kind",
    came: "When",
    answered: "Answer",
    took: "Took",
    milliseconds: |n| format!("{n} ms"),
    none_of_kind: "None of this kind yet.",
    problem_signature: "Wrong signature",
    problem_unreadable: "Could not be read",
    problem_no_call: "Names no call",
    problem_unavailable: "This server had a problem",
    problem_slow: "Took too long",
    problem_no_number: "Holds no phone number",
    problem_not_decided: "Nobody could be chosen",
    refused_role: "Refused: the role may not call out",
    refused_not_ours: "Refused: no seat or number of ours",
    refused_not_a_number: "Refused: not a phone number",
    refused_unwanted: "Refused: the customer wants no calls",
    refused_hours: "Refused: outside the hours of advertising",
    refused_members_cap: "Refused: the member has called enough today",
    refused_numbers_cap: "Refused: the number was called enough today",
    refused_blocked: "Refused: a blocked beginning",
    refused_international: "Refused: another country",
    refused_unknown: "Refused: the rules could not be looked up",
};
