//! A call that is only imagined: what is asked, and what would happen.

/// The words.
pub struct Texts {
    /// What the page does.
    pub text: &'static str,
    /// Which number is called.
    pub number: &'static str,
    /// There is no number yet.
    pub no_number: &'static str,
    /// What to do about it.
    pub no_number_text: &'static str,
    /// Leads to the numbers.
    pub to_numbers: &'static str,
    /// Who calls.
    pub caller: &'static str,
    /// May be left empty.
    pub caller_hint: &'static str,
    /// It is within business hours.
    pub open: &'static str,
    /// What the caller presses.
    pub keys: &'static str,
    /// Nothing is pressed.
    pub no_keys: &'static str,
    /// The caller waits instead of pressing.
    pub wait: &'static str,
    /// Takes the last key back.
    pub undo: &'static str,
    /// Takes all keys back.
    pub clear: &'static str,
    /// What agents do now.
    pub agents: &'static str,
    /// There are none.
    pub no_agents: &'static str,
    /// Who answers.
    pub answers: &'static str,
    /// Nobody does.
    pub nobody: &'static str,

    /// Free, in the page or the app.
    pub at_app: &'static str,
    /// Free, at a SIP telephone.
    pub at_sip: &'static str,
    /// In a call.
    pub in_call: &'static str,
    /// After a call.
    pub after_call: &'static str,
    /// Takes no calls.
    pub away: &'static str,
    /// Not there.
    pub offline: &'static str,

    /// What happens, as it is announced.
    pub course: &'static str,
    /// The call comes.
    pub calls: fn(&str) -> String,
    /// The way of the whole number.
    pub whole_way: &'static str,
    /// The way in the menu.
    pub in_menu: &'static str,
    /// A key is pressed, and where that leads.
    pub presses: fn(key: &str, leads: &str) -> String,
    /// A key that is not set up is pressed, and where that leads.
    pub presses_other: fn(key: &str, leads: &str) -> String,
    /// Nothing is pressed, and where that leads.
    pub waits: fn(leads: &str) -> String,
    /// Everything was said so often.
    pub rounds: fn(u32) -> String,
    /// A key that nobody hears.
    pub unheard: fn(key: &str, at: &str) -> String,
    /// The caller is cut off here.
    pub cut_off: &'static str,
    /// A caller waits in a queue.
    pub waits_in: fn(&str) -> String,
    /// Nobody is thought of.
    pub nobody_thought_of: &'static str,
    /// Who is thought of, as it is announced.
    pub thought_of: &'static str,

    /// They are in a group, whose turn comes first.
    pub by_first_group: fn(&str) -> String,
    /// They are in a group, whose turn comes when nobody else is free.
    pub by_second_group: fn(&str) -> String,
    /// Our own routing names them, and why.
    pub named: fn(&str) -> String,
    /// Our own routing names them.
    pub named_by_us: &'static str,
    /// They are rung, on what, from when until when.
    pub rings: fn(on: &str, from: &str, until: &str) -> String,
    /// They are rung, and answer.
    pub rings_and_answers: fn(on: &str, at: &str) -> String,
    /// They are not rung, and why.
    pub kept: fn(&str) -> String,
    /// Somebody answers before their turn comes.
    pub too_late: &'static str,
    /// In the page or the app.
    pub on_app: &'static str,
    /// On a SIP telephone.
    pub on_sip: &'static str,
    /// On a telephone number.
    pub on_number: fn(&str) -> String,

    /// They are no agent.
    pub no_agent: &'static str,
    /// They let no calls come.
    pub not_available: &'static str,
    /// They are in a call.
    pub is_in_call: &'static str,
    /// They write up a call.
    pub is_after_call: &'static str,
    /// Nothing of theirs is connected.
    pub not_online: &'static str,
    /// They have no telephone number.
    pub no_phone: &'static str,
    /// The queue does not say which number they see.
    pub no_caller_id: &'static str,

    /// It is none of our numbers.
    pub end_unknown: &'static str,
    /// The caller is blocked.
    pub end_blocked: &'static str,
    /// Something leads to nothing.
    pub end_nowhere: fn(&str) -> String,
    /// The caller is cut off at a place.
    pub end_cut_off: fn(&str) -> String,
    /// The caller goes round and round.
    pub end_round: fn(&str) -> String,
    /// A key ends the call.
    pub end_stopped: &'static str,
    /// The caller is connected with a number, which sees another.
    pub end_forwarded: fn(to: &str, shown: &str) -> String,
    /// A queue is closed.
    pub end_closed: fn(&str) -> String,
    /// Another server decides.
    pub end_asks: &'static str,
    /// Somebody answers.
    pub end_answered: fn(&str) -> String,
    /// Everybody was rung, and nobody answers.
    pub end_nobody_answers: fn(&str) -> String,
    /// Nobody can be rung.
    pub end_nobody: fn(&str) -> String,

    /// Opens a customer's telephone.
    pub for_real: &'static str,
    /// What that does.
    pub for_real_text: &'static str,
    /// It goes through what is published, not through the draft.
    pub for_real_published: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    text: "Thử một cuộc gọi qua bản nháp: khách nghe gì, phím dẫn đến đâu, máy ai đổ chuông và vì sao. Không có cuộc gọi thật nào.",
    number: "Khách gọi đến số",
    no_number: "Chưa có đầu số để gọi thử",
    no_number_text: "Hãy thêm một đầu số và chọn menu thoại hoặc hàng đợi trả lời.",
    to_numbers: "Đến trang đầu số",
    caller: "Số của khách",
    caller_hint: "Để trống: một khách bất kỳ",
    open: "Trong giờ làm việc",
    keys: "Khách bấm",
    no_keys: "Chưa bấm phím nào",
    wait: "Không bấm, chờ",
    undo: "Bỏ phím cuối",
    clear: "Bấm lại từ đầu",
    agents: "Tổng đài viên lúc đó",
    no_agents: "Chưa có tổng đài viên nào trong bản nháp.",
    answers: "Ai bắt máy",
    nobody: "Không ai",
    at_app: "Rảnh, mở trang web hoặc ứng dụng",
    at_sip: "Rảnh, chỉ có máy SIP",
    in_call: "Đang có cuộc gọi",
    after_call: "Đang ghi kết quả",
    away: "Tạm dừng nhận cuộc gọi",
    offline: "Không kết nối",
    course: "Diễn biến cuộc gọi thử",
    calls: |number| format!("Khách gọi đến {number}"),
    whole_way: "Cả đường đi",
    in_menu: "Trong menu",
    presses: |key, leads| format!("{key}: {leads}"),
    presses_other: |key, leads| format!("{key} chưa được đặt, tính là “bấm phím khác”: {leads}"),
    waits: |leads| format!("Không bấm phím: {leads}"),
    rounds: |times| format!("Nghe {times} lượt"),
    unheard: |key, at| format!("{key} lúc {at} không được nhận vì đang đọc"),
    cut_off: "Không có gì để làm tiếp: khách bị ngắt",
    waits_in: |queue| format!("Vào hàng đợi {queue}"),
    nobody_thought_of: "Không nhóm nào phục vụ, không có ai để đổ chuông.",
    thought_of: "Ai được đổ chuông",
    by_first_group: |group| format!("nhóm {group}, đổ chuông trước"),
    by_second_group: |group| format!("nhóm {group}, đổ chuông sau"),
    named: |why| format!("Alo chọn: {why}"),
    named_by_us: "Alo chọn",
    rings: |on, from, until| format!("Đổ chuông {on}, từ {from} đến {until}"),
    rings_and_answers: |on, at| format!("Đổ chuông {on} và bắt máy lúc {at}"),
    kept: |why| format!("Không đổ chuông: {why}"),
    too_late: "Không cần nữa: người khác đã bắt máy",
    on_app: "trên trang web hoặc ứng dụng",
    on_sip: "ở máy SIP",
    on_number: |number| format!("ở số {number}"),
    no_agent: "không có trong tổng đài",
    not_available: "tạm dừng nhận cuộc gọi",
    is_in_call: "đang có cuộc gọi",
    is_after_call: "đang ghi kết quả cuộc gọi trước",
    not_online: "không có máy nào kết nối mà hàng đợi này tính đến",
    no_phone: "chưa có số điện thoại riêng",
    no_caller_id: "hàng đợi chưa có số hiển thị",
    end_unknown: "Số này không phải đầu số của bạn.",
    end_blocked: "Khách bị chặn: cuộc gọi bị từ chối.",
    end_nowhere: |at| format!("Cuộc gọi bị mất: {at} không dẫn tới đâu."),
    end_cut_off: |node| format!("Khách bị ngắt ở bước {node}: không bấm phím nào dùng được."),
    end_round: |node| format!("Khách đi vòng mãi và bị ngắt ở bước {node}."),
    end_stopped: "Cuộc gọi kết thúc.",
    end_forwarded: |to, shown| format!("Khách được nối với {to}; bên đó thấy số {shown}."),
    end_closed: |queue| format!("Hàng đợi {queue} đã hết giờ làm việc: khách bị ngắt."),
    end_asks: "Một máy chủ khác chọn người nhận: ở đây không biết đó là ai.",
    end_answered: |name| format!("{name} bắt máy."),
    end_nobody_answers: |queue| {
        format!(
            "Đã đổ chuông mọi người mà không ai bắt máy; khách vẫn chờ ở hàng đợi {queue} và tổng đài gọi lại từ đầu."
        )
    },
    end_nobody: |queue| format!("Không máy nào có thể đổ chuông lúc này; khách chờ ở hàng đợi {queue}."),
    for_real: "Gọi thật từ điện thoại khách",
    for_real_text: "Mở điện thoại khách của tổng đài giả lập, số gọi và đầu số đã điền sẵn.",
    for_real_published: "Cuộc gọi thật đi qua phiên bản đã phát hành, không phải bản nháp.",
};

/// English.
pub const EN: Texts = Texts {
    text: "Try a call through the draft: what callers hear, where keys lead, who is rung and why. No real call is made.",
    number: "The call goes to",
    no_number: "No number to try yet",
    no_number_text: "Add a number, and let a menu or a queue answer it.",
    to_numbers: "To the numbers",
    caller: "Caller's number",
    caller_hint: "Empty: anybody",
    open: "Within business hours",
    keys: "The caller presses",
    no_keys: "No key yet",
    wait: "Wait instead",
    undo: "Take the last key back",
    clear: "Start over",
    agents: "The agents at that moment",
    no_agents: "There are no agents in the draft yet.",
    answers: "Who answers",
    nobody: "Nobody",
    at_app: "Free, browser or app open",
    at_sip: "Free, SIP phone only",
    in_call: "In a call",
    after_call: "Writing up a call",
    away: "Takes no calls",
    offline: "Not connected",
    course: "What happens",
    calls: |number| format!("A customer calls {number}"),
    whole_way: "The whole way",
    in_menu: "In the menu",
    presses: |key, leads| format!("{key}: {leads}"),
    presses_other: |key, leads| format!("{key} is not set up and counts as any other key: {leads}"),
    waits: |leads| format!("No key: {leads}"),
    rounds: |times| format!("Hears it {times} times"),
    unheard: |key, at| format!("{key} at {at} is not heard: something is being said"),
    cut_off: "Nothing else to do: the caller is cut off",
    waits_in: |queue| format!("Waits in the queue {queue}"),
    nobody_thought_of: "No group serves it: there is nobody to ring.",
    thought_of: "Who is rung",
    by_first_group: |group| format!("group {group}, rung first"),
    by_second_group: |group| format!("group {group}, rung then"),
    named: |why| format!("Alo's choice: {why}"),
    named_by_us: "Alo's choice",
    rings: |on, from, until| format!("Rings {on}, from {from} to {until}"),
    rings_and_answers: |on, at| format!("Rings {on}, and answers at {at}"),
    kept: |why| format!("Not rung: {why}"),
    too_late: "Not needed: somebody has answered",
    on_app: "in the browser or the app",
    on_sip: "at the SIP phone",
    on_number: |number| format!("at {number}"),
    no_agent: "is no agent of the contact centre",
    not_available: "takes no calls for now",
    is_in_call: "is in a call",
    is_after_call: "writes up the last call",
    not_online: "has nothing connected that this queue counts",
    no_phone: "has no number of their own",
    no_caller_id: "the queue has no number to show",
    end_unknown: "That is none of your numbers.",
    end_blocked: "The caller is blocked: the call is refused.",
    end_nowhere: |at| format!("The call is lost: {at} leads nowhere."),
    end_cut_off: |node| format!("The caller is cut off at {node}: no key that could be understood."),
    end_round: |node| format!("The caller goes round and round and is cut off at {node}."),
    end_stopped: "The call ends.",
    end_forwarded: |to, shown| format!("The caller is connected with {to}, which sees {shown}."),
    end_closed: |queue| format!("The queue {queue} is closed: the caller is cut off."),
    end_asks: "Another server says who is rung: nobody knows here who that is.",
    end_answered: |name| format!("{name} answers."),
    end_nobody_answers: |queue| {
        format!("Everybody was rung and nobody answers; the caller still waits in {queue}, and it begins anew.")
    },
    end_nobody: |queue| format!("Nobody can be rung now; the caller waits in {queue}."),
    for_real: "Call it for real",
    for_real_text: "Opens a customer's phone at the pretend phone company, the numbers filled in.",
    for_real_published: "A real call goes through what is published, not through the draft.",
};
