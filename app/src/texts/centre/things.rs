//! The pages of the contact centre's things: what is filled in, what it means, and what is said where there is nothing.

/// The words.
pub struct Texts {
    /// Keeps what was filled in, in the draft.
    pub save: &'static str,
    /// A thing is in the draft.
    pub saved: fn(&str) -> String,
    /// Takes a thing out of the draft.
    pub remove: &'static str,
    /// Takes this thing out.
    pub remove_named: fn(&str) -> String,
    /// Whether it shall go.
    pub remove_question: fn(&str) -> String,
    /// What would lead nowhere; the list follows.
    pub remove_breaks: &'static str,
    /// It is gone.
    pub removed: fn(&str) -> String,
    /// There is no such thing in the draft.
    pub gone: &'static str,
    /// Why.
    pub gone_text: &'static str,
    /// What is wrong with it.
    pub checks: &'static str,
    /// Nothing is.
    pub all_right: &'static str,
    /// What leads to it.
    pub used_by: &'static str,
    /// Nothing does.
    pub used_by_nothing: &'static str,
    /// Column: what can be done.
    pub actions: &'static str,
    /// Changes this thing.
    pub edit_named: fn(&str) -> String,

    /// A new number.
    pub new_hotline: &'static str,
    /// There are no numbers.
    pub no_hotlines: &'static str,
    /// What numbers are.
    pub no_hotlines_text: &'static str,
    /// Where it leads.
    pub leads_to: &'static str,
    /// It leads nowhere.
    pub nowhere: &'static str,
    /// How a number is written.
    pub hotline_hint: &'static str,
    /// What its name is good for.
    pub hotline_name_hint: &'static str,
    /// Nothing is chosen.
    pub not_chosen: &'static str,
    /// The way of its calls, drawn.
    pub way: &'static str,

    /// A new queue.
    pub new_queue: &'static str,
    /// There are no queues.
    pub no_queues: &'static str,
    /// What queues are.
    pub no_queues_text: &'static str,
    /// Who decides who is rung.
    pub chooser: &'static str,
    /// Alo does.
    pub by_alo: &'static str,
    /// What that means.
    pub by_alo_text: &'static str,
    /// Nobody knows where the provider can reach Alo.
    pub no_our_addresses: &'static str,
    /// The groups do.
    pub by_groups: &'static str,
    /// What that means.
    pub by_groups_text: &'static str,
    /// Another server does.
    pub by_other: &'static str,
    /// The groups that serve a queue.
    pub serving: &'static str,
    /// What they are good for while Alo decides.
    pub serving_hint: &'static str,
    /// A group in this row.
    pub group_in_row: fn(usize) -> String,
    /// Whose turn it is, in this row.
    pub rank_in_row: fn(usize) -> String,
    /// Takes this row out.
    pub remove_row: fn(usize) -> String,
    /// One more group.
    pub add_group: &'static str,
    /// There are no groups yet.
    pub needs_groups: &'static str,
    /// When and how long.
    pub timing: &'static str,
    /// How long an agent is rung, explained.
    pub answer_hint: &'static str,
    /// How long after a call, explained.
    pub wrap_up_hint: &'static str,
    /// What callers hear.
    pub hears: &'static str,
    /// The provider's own music.
    pub providers_own: &'static str,
    /// What that number is for.
    pub caller_id_hint: &'static str,
    /// No number is shown.
    pub no_number: &'static str,

    /// A new group.
    pub new_group: &'static str,
    /// There are no groups.
    pub no_groups: &'static str,
    /// What groups are.
    pub no_groups_text: &'static str,
    /// Who is in it.
    pub members: &'static str,
    /// There is nobody to choose.
    pub needs_agents: &'static str,
    /// The queues it serves.
    pub serves: &'static str,

    /// A new agent.
    pub new_agent: &'static str,
    /// There are no agents.
    pub no_agents: &'static str,
    /// What agents are.
    pub no_agents_text: &'static str,
    /// The member of staff with this seat.
    pub staff: &'static str,
    /// Nobody has it.
    pub no_staff: &'static str,
    /// What choosing a member does.
    pub staff_hint: &'static str,
    /// What a seat is.
    pub seat_hint: &'static str,
    /// What the number is for.
    pub phone_hint: &'static str,
    /// The groups they are in.
    pub in_groups: &'static str,
    /// In none.
    pub in_none: &'static str,
    /// The SIP telephones.
    pub sips: &'static str,
    /// A new one.
    pub new_sip: &'static str,
    /// There are none.
    pub no_sips_text: &'static str,
    /// Whose it is.
    pub owner: &'static str,
    /// Nobody's.
    pub nobodys: &'static str,
    /// What an extension is.
    pub extension_hint: &'static str,
    /// Gives this telephone another password.
    pub new_password_named: fn(&str) -> String,
    /// What that means.
    pub new_password_question: fn(&str) -> String,
    /// Gives another password.
    pub new_password: &'static str,
    /// The password, shown once.
    pub password: &'static str,
    /// That it is shown once.
    pub password_hint: &'static str,

    /// A new number that may not call.
    pub new_blocked: &'static str,
    /// There are none.
    pub no_blocked: &'static str,
    /// What blocking does.
    pub no_blocked_text: &'static str,
    /// Where it is refused.
    pub refused_by: &'static str,
    /// By nothing.
    pub refused_by_nothing: &'static str,

    /// What these addresses are.
    pub calls_text: &'static str,
    /// Sets all of them.
    pub ask_us: &'static str,
    /// What that does.
    pub ask_us_text: &'static str,
    /// They are set.
    pub asks_us: &'static str,
    /// They are set already.
    pub asks_us_already: &'static str,
    /// It is ours.
    pub ours: &'static str,
    /// It is another server's.
    pub elsewhere: &'static str,
    /// It is not set.
    pub not_set: &'static str,
    /// What the wait is.
    pub wait_hint: &'static str,
    /// Sets them one by one.
    pub each_address: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    save: "Lưu vào bản nháp",
    saved: |what| format!("Đã lưu vào bản nháp: {what}"),
    remove: "Xóa",
    remove_named: |name| format!("Xóa {name}"),
    remove_question: |what| {
        format!("Xóa {what} khỏi bản nháp? Khách gọi đến chưa bị ảnh hưởng cho tới khi bạn phát hành.")
    },
    remove_breaks: "Những mục sau đang dẫn đến đây và sẽ phải sửa:",
    removed: |what| format!("Đã xóa khỏi bản nháp: {what}"),
    gone: "Không có trong bản nháp",
    gone_text: "Mục này chưa được tạo hoặc đã bị xóa khỏi bản nháp.",
    checks: "Kiểm tra",
    all_right: "Không có vấn đề gì.",
    used_by: "Được dùng ở",
    used_by_nothing: "Chưa có mục nào dẫn đến đây.",
    actions: "Thao tác",
    edit_named: |name| format!("Sửa {name}"),

    new_hotline: "Thêm đầu số",
    no_hotlines: "Chưa có đầu số nào",
    no_hotlines_text: "Thêm các đầu số bạn đã mua ở nhà cung cấp và chọn khách gọi đến sẽ nghe gì.",
    leads_to: "Dẫn đến",
    nowhere: "Chưa dẫn đến đâu",
    hotline_hint: "Số đã mua ở nhà cung cấp, ví dụ 024 7100 0001.",
    hotline_name_hint: "Nhân viên thấy tên này khi gọi ra và khi có cuộc gọi đến.",
    not_chosen: "Chưa chọn",
    way: "Đường đi của cuộc gọi",

    new_queue: "Thêm hàng đợi",
    no_queues: "Chưa có hàng đợi nào",
    no_queues_text: "Hàng đợi giữ khách chờ cho tới khi có người nhận máy, ví dụ: Bán hàng, Bảo hành.",
    chooser: "Ai chọn người nhận máy",
    by_alo: "Alo chọn",
    by_alo_text: "Alo ưu tiên người đã quen khách, rồi đến nhóm của họ, và chỉ đổ chuông ở người đang rảnh.",
    no_our_addresses: "Nhà cung cấp chưa gọi được vào Alo: máy chủ cần một địa chỉ công khai.",
    by_groups: "Theo nhóm",
    by_groups_text: "Nhà cung cấp tự chia cuộc gọi cho các nhóm bên dưới.",
    by_other: "Máy chủ khác",
    serving: "Nhóm phục vụ",
    serving_hint: "Nhóm đổ chuông sau chỉ được gọi khi không ai ở nhóm đổ chuông trước rảnh. Khi Alo chọn người, các nhóm này là phương án dự phòng.",
    group_in_row: |row| format!("Nhóm {row}"),
    rank_in_row: |row| format!("Thứ tự của nhóm {row}"),
    remove_row: |row| format!("Bỏ nhóm {row}"),
    add_group: "Thêm nhóm phục vụ",
    needs_groups: "Chưa có nhóm nào. Hãy tạo nhóm trước.",
    timing: "Thời gian",
    answer_hint: "Số giây đổ chuông ở một người trước khi chuyển sang người kế tiếp, từ 3 đến 300.",
    wrap_up_hint: "Số giây, từ 0 đến 3600. Trong lúc này không có cuộc gọi mới.",
    hears: "Âm thanh và ghi âm",
    providers_own: "Mặc định của nhà cung cấp",
    caller_id_hint: "Người nhận cuộc gọi ở số điện thoại riêng sẽ thấy số này.",
    no_number: "Không hiển thị",

    new_group: "Thêm nhóm",
    no_groups: "Chưa có nhóm nào",
    no_groups_text: "Nhóm gồm những tổng đài viên cùng nhận một loại cuộc gọi. Gán nhóm cho hàng đợi để họ đổ chuông.",
    members: "Thành viên",
    needs_agents: "Chưa có tổng đài viên nào để chọn.",
    serves: "Phục vụ hàng đợi",

    new_agent: "Thêm tổng đài viên",
    no_agents: "Chưa có tổng đài viên nào",
    no_agents_text: "Tổng đài viên là người nhận máy ở nhà cung cấp, nối với nhân viên của Alo qua mã máy.",
    staff: "Nhân viên",
    no_staff: "Chưa gán cho ai",
    staff_hint: "Chọn nhân viên để điền sẵn mã máy và tên.",
    seat_hint: "Trùng với mã máy ở trang Nhân viên để Alo biết đây là ai.",
    phone_hint: "Cần khi đổ chuông ở số điện thoại riêng.",
    in_groups: "Thuộc nhóm",
    in_none: "Chưa thuộc nhóm nào",
    sips: "Tài khoản SIP",
    new_sip: "Thêm tài khoản SIP",
    no_sips_text: "Thêm tài khoản để dùng máy bàn SIP. Mật khẩu được cấp sau khi phát hành.",
    owner: "Của tổng đài viên",
    nobodys: "Không của ai",
    extension_hint: "Số ngắn để đồng nghiệp gọi, từ 1 đến 999999. Có thể để trống.",
    new_password_named: |user| format!("Cấp mật khẩu mới cho {user}"),
    new_password_question: |user| {
        format!("Cấp mật khẩu mới cho {user}? Máy đang dùng mật khẩu cũ sẽ ngừng nhận cuộc gọi.")
    },
    new_password: "Cấp mật khẩu mới",
    password: "Mật khẩu",
    password_hint: "Chỉ hiện một lần này. Hãy nhập vào máy SIP ngay.",

    new_blocked: "Chặn một số",
    no_blocked: "Chưa chặn số nào",
    no_blocked_text: "Cuộc gọi từ số bị chặn sẽ bị từ chối ở menu thoại hoặc hàng đợi.",
    refused_by: "Bị chặn ở",
    refused_by_nothing: "Không ở đâu",

    calls_text: "Nhà cung cấp gọi các địa chỉ này ở mỗi cuộc gọi, để Alo hiện tên khách, ghi nhật ký và kiểm tra quy tắc gọi ra.",
    ask_us: "Nối tất cả với Alo",
    ask_us_text: "Đặt cả ba địa chỉ và để Alo chọn người nhận máy ở mọi hàng đợi.",
    asks_us: "Bản nháp đã nối tất cả với Alo",
    asks_us_already: "Mọi thứ đã nối với Alo.",
    ours: "Alo",
    elsewhere: "Máy chủ khác",
    not_set: "Chưa đặt",
    wait_hint: "Mili giây, từ 100 đến 10000. Quá thời gian này cuộc gọi đổ chuông không kèm tên khách.",
    each_address: "Từng địa chỉ",
};

/// English.
pub const EN: Texts = Texts {
    save: "Save to the draft",
    saved: |what| format!("Saved to the draft: {what}"),
    remove: "Remove",
    remove_named: |name| format!("Remove {name}"),
    remove_question: |what| format!("Remove {what} from the draft? Callers notice nothing until you publish."),
    remove_breaks: "These lead here, and must be mended afterwards:",
    removed: |what| format!("Removed from the draft: {what}"),
    gone: "Not in the draft",
    gone_text: "This was never made, or was removed from the draft.",
    checks: "Checks",
    all_right: "Nothing is wrong.",
    used_by: "Used by",
    used_by_nothing: "Nothing leads here yet.",
    actions: "Actions",
    edit_named: |name| format!("Edit {name}"),

    new_hotline: "New number",
    no_hotlines: "No numbers yet",
    no_hotlines_text: "Add the numbers you bought from the provider, and choose what callers hear.",
    leads_to: "Leads to",
    nowhere: "Leads nowhere",
    hotline_hint: "As bought from the provider, such as 024 7100 0001.",
    hotline_name_hint: "Agents see this name when they call out and when a call comes.",
    not_chosen: "Not chosen",
    way: "The way of a call",

    new_queue: "New queue",
    no_queues: "No queues yet",
    no_queues_text: "A queue holds callers until somebody answers, such as Sales or Warranty.",
    chooser: "Who chooses whom to ring",
    by_alo: "Alo",
    by_alo_text: "Alo prefers whoever knows the caller, then their team, and rings only those who are free.",
    no_our_addresses: "The provider cannot reach Alo yet: the server needs a public address.",
    by_groups: "The groups",
    by_groups_text: "The provider itself rings the groups below.",
    by_other: "Another server",
    serving: "Serving groups",
    serving_hint: "Groups that are rung next get calls only when nobody of the first ones is free. While Alo chooses, the groups are the fallback.",
    group_in_row: |row| format!("Group {row}"),
    rank_in_row: |row| format!("Turn of group {row}"),
    remove_row: |row| format!("Take out group {row}"),
    add_group: "Add a group",
    needs_groups: "There are no groups yet. Make one first.",
    timing: "Times",
    answer_hint: "Seconds an agent is rung before the next one is, from 3 to 300.",
    wrap_up_hint: "Seconds, from 0 to 3600. No new calls come meanwhile.",
    hears: "Sounds and recording",
    providers_own: "The provider's own",
    caller_id_hint: "Seen by agents who are rung on their own phone number.",
    no_number: "None",

    new_group: "New group",
    no_groups: "No groups yet",
    no_groups_text: "A group is made of agents who take the same kind of calls. Let it serve a queue, and they are rung.",
    members: "Members",
    needs_agents: "There are no agents to choose from yet.",
    serves: "Serves the queues",

    new_agent: "New agent",
    no_agents: "No agents yet",
    no_agents_text: "Agents take calls at the provider. Their seat links them to a member of Alo's staff.",
    staff: "Member of staff",
    no_staff: "Nobody",
    staff_hint: "Choose somebody, and their seat and name are filled in.",
    seat_hint: "The same as on the Staff page, so that Alo knows who it is.",
    phone_hint: "Needed by those who are rung on their own phone number.",
    in_groups: "In the groups",
    in_none: "In none",
    sips: "SIP accounts",
    new_sip: "New SIP account",
    no_sips_text: "Add an account to use a SIP desk phone. Its password is given once it is published.",
    owner: "Belongs to",
    nobodys: "Nobody",
    extension_hint: "A short number for colleagues to dial, from 1 to 999999. May be empty.",
    new_password_named: |user| format!("New password for {user}"),
    new_password_question: |user| {
        format!("Give {user} a new password? A phone that uses the old one gets no more calls.")
    },
    new_password: "New password",
    password: "Password",
    password_hint: "Shown this once. Enter it at the SIP phone now.",

    new_blocked: "Block a number",
    no_blocked: "No blocked numbers",
    no_blocked_text: "Calls from a blocked number are refused by menus, by queues, or by both.",
    refused_by: "Refused by",
    refused_by_nothing: "Nothing",

    calls_text: "The provider calls these addresses about every call, so that Alo shows who calls, keeps the log and checks the rules of calling out.",
    ask_us: "Connect everything to Alo",
    ask_us_text: "Sets all three addresses and lets Alo choose whom to ring in every queue.",
    asks_us: "In the draft everything is connected to Alo",
    asks_us_already: "Everything is connected to Alo.",
    ours: "Alo",
    elsewhere: "Another server",
    not_set: "Not set",
    wait_hint: "Milliseconds, from 100 to 10000. After that the call rings without the caller's name.",
    each_address: "Each address",
};
