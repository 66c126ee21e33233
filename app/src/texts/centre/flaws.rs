//! What can be wrong with the contact centre, and what to do about it.

/// The words.
pub struct Texts {
    /// Calls would get lost, or the provider would refuse it.
    pub error: &'static str,
    /// It may be meant.
    pub warning: &'static str,
    /// It leads to something that is not there.
    pub missing: fn(&str) -> String,
    /// A number answers with nothing.
    pub leads_nowhere: &'static str,
    /// No call comes here.
    pub unused: &'static str,
    /// A menu has no places.
    pub empty: &'static str,
    /// A menu has places and begins with none of them.
    pub no_beginning: &'static str,
    /// No key leads to this place.
    pub unreachable: &'static str,
    /// A place has nothing to say.
    pub says_nothing: &'static str,
    /// The provider has no such file.
    pub no_such_file: fn(&str) -> String,
    /// A place has no keys.
    pub dead_end: &'static str,
    /// Nothing leads out of these places.
    pub no_way_out: fn(&str) -> String,
    /// Whoever presses nothing is cut off in the end.
    pub silence_ends_call: &'static str,
    /// The same key is there several times.
    pub key_twice: fn(&str) -> String,
    /// A key leads into another menu.
    pub other_menu: &'static str,
    /// A key does something that we do not know.
    pub unknown_action: &'static str,
    /// Nobody said from which number a call is passed on.
    pub no_caller_id: &'static str,
    /// A call would be passed on from this number, which cannot be called out from.
    pub not_our_caller_id: fn(&str) -> String,
    /// A call would be passed on to this number of our own.
    pub forwards_to_us: fn(&str) -> String,
    /// No group serves a queue.
    pub no_group: &'static str,
    /// Only secondary groups serve a queue.
    pub only_secondary: &'static str,
    /// A group serves a queue several times.
    pub group_twice: &'static str,
    /// None of the agents of a queue's groups can be rung.
    pub nobody_to_ring: &'static str,
    /// This agent of a queue is never rung for want of a number to show.
    pub no_caller_id_for: fn(&str) -> String,
    /// Another server is asked whom to ring.
    pub asks_elsewhere: &'static str,
    /// A group has no agents.
    pub no_members: &'static str,
    /// None of a group's agents can be rung.
    pub nobody_can_be_rung: &'static str,
    /// An agent is rung on a telephone number, and has none.
    pub no_phone: &'static str,
    /// An agent is rung on a SIP telephone, and has none.
    pub no_sip_account: &'static str,
    /// No member of staff has this seat.
    pub nobodys_seat: &'static str,
    /// An agent is in no group.
    pub in_no_group: &'static str,
    /// We are not asked who calls.
    pub customer_elsewhere: &'static str,
    /// We are not told what happens to calls.
    pub events_elsewhere: &'static str,
    /// We are not asked whether calls out may be made.
    pub callout_elsewhere: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    error: "Lỗi",
    warning: "Cảnh báo",
    missing: |what| format!("Dẫn đến {what}, nhưng mục này không có trong bản nháp. Hãy chọn lại."),
    leads_nowhere: "Khách gọi đến sẽ không có ai trả lời. Hãy chọn một menu thoại hoặc hàng đợi.",
    unused: "Không có cuộc gọi nào đến đây. Hãy nối với một đầu số hoặc xóa đi.",
    empty: "Menu chưa có bước nào: khách gọi vào không nghe thấy gì.",
    no_beginning: "Menu chưa chọn bước đầu tiên.",
    unreachable: "Không phím nào dẫn đến bước này.",
    says_nothing: "Bước này không có lời đọc hay tệp âm thanh.",
    no_such_file: |file| format!("Nhà cung cấp không có tệp {file}. Hãy tải lên hoặc chọn tệp khác."),
    dead_end: "Bước này không có phím nào: khách nghe xong rồi bị ngắt.",
    no_way_out: |nodes| {
        format!("Khách vào đây không ra được: từ {nodes} không phím nào dẫn đến hàng đợi, số điện thoại hay kết thúc.")
    },
    silence_ends_call: "Khách không bấm phím sẽ nghe lại rồi bị ngắt. Hãy đặt “Không bấm phím” dẫn đến một hàng đợi.",
    key_twice: |key| format!("{key} được đặt nhiều lần; chỉ nên giữ một."),
    other_menu: "Phím dẫn sang một menu khác, nhà cung cấp không nhận.",
    unknown_action: "Phím làm một việc mà Alo không biết; khi phát hành sẽ giữ nguyên.",
    no_caller_id: "Chưa chọn số hiển thị khi chuyển cuộc gọi đi.",
    not_our_caller_id: |number| format!("Số hiển thị {number} không phải đầu số được gọi ra của bạn."),
    forwards_to_us: |number| format!("Chuyển đến chính đầu số {number} của bạn: cuộc gọi sẽ chạy vòng."),
    no_group: "Chưa có nhóm nào phục vụ hàng đợi này: khách chờ mà không ai nhận máy.",
    only_secondary: "Chỉ có nhóm đổ chuông sau. Hãy đặt ít nhất một nhóm đổ chuông trước.",
    group_twice: "Một nhóm được gán nhiều lần.",
    nobody_to_ring: "Không ai trong các nhóm phục vụ có thể đổ chuông.",
    no_caller_id_for: |agent| {
        format!("{agent} nhận cuộc gọi ở số riêng, nhưng hàng đợi chưa có số hiển thị nên máy không bao giờ đổ chuông.")
    },
    asks_elsewhere: "Một máy chủ khác quyết định ai nhận cuộc gọi; Alo không tham gia chia cuộc gọi.",
    no_members: "Nhóm chưa có ai.",
    nobody_can_be_rung: "Không ai trong nhóm có thể đổ chuông.",
    no_phone: "Đổ chuông ở số điện thoại riêng, nhưng chưa có số.",
    no_sip_account: "Đổ chuông ở máy SIP, nhưng chưa có tài khoản SIP.",
    nobodys_seat: "Chưa nhân viên nào của Alo dùng mã máy này.",
    in_no_group: "Chưa ở nhóm nào nên không nhận cuộc gọi từ hàng đợi.",
    customer_elsewhere: "Nhà cung cấp không hỏi Alo ai đang gọi: người nhận máy không thấy tên khách.",
    events_elsewhere: "Nhà cung cấp không báo diễn biến cuộc gọi cho Alo: nhật ký sẽ thiếu.",
    callout_elsewhere: "Nhà cung cấp không xin phép Alo khi gọi ra: quy tắc gọi ra không có hiệu lực.",
};

/// English.
pub const EN: Texts = Texts {
    error: "Error",
    warning: "Warning",
    missing: |what| format!("It leads to {what}, which is not in the draft. Choose another."),
    leads_nowhere: "Nobody would answer callers. Choose a menu or a queue.",
    unused: "No call comes here. Connect it to a number, or remove it.",
    empty: "The menu has no steps: callers would hear nothing.",
    no_beginning: "The menu has no first step.",
    unreachable: "No key leads to this step.",
    says_nothing: "The step has neither a text nor a sound file.",
    no_such_file: |file| format!("The provider has no file {file}. Upload it, or choose another."),
    dead_end: "The step has no keys: callers listen and are cut off.",
    no_way_out: |nodes| {
        format!("Callers cannot get out: from {nodes} no key leads to a queue, a phone number or the end.")
    },
    silence_ends_call: "Callers who press nothing hear it again and are cut off. Let “No key pressed” lead to a queue.",
    key_twice: |key| format!("{key} is there several times; keep one."),
    other_menu: "A key leads into another menu, which the provider does not take.",
    unknown_action: "A key does something that Alo does not know; publishing keeps it as it is.",
    no_caller_id: "No number to show was chosen for calls that are passed on.",
    not_our_caller_id: |number| format!("The number shown, {number}, is none of yours that may be called out from."),
    forwards_to_us: |number| format!("It forwards to your own number {number}: the call would go in circles."),
    no_group: "No group serves this queue: callers would wait for nobody.",
    only_secondary: "Only groups that are rung next serve it. Let at least one be rung first.",
    group_twice: "A group is assigned several times.",
    nobody_to_ring: "Nobody in the serving groups can be rung.",
    no_caller_id_for: |agent| {
        format!("{agent} is rung on their own number, and the queue has no number to show: they are never rung.")
    },
    asks_elsewhere: "Another server decides who takes the calls; Alo has no say.",
    no_members: "The group has no agents.",
    nobody_can_be_rung: "Nobody in the group can be rung.",
    no_phone: "Rung on their own phone number, and has none.",
    no_sip_account: "Rung on a SIP phone, and has no SIP account.",
    nobodys_seat: "No member of Alo's staff has this seat.",
    in_no_group: "In no group, and so gets no calls from queues.",
    customer_elsewhere: "The provider does not ask Alo who calls: agents do not see the customer's name.",
    events_elsewhere: "The provider does not tell Alo what happens to calls: the log will have gaps.",
    callout_elsewhere: "The provider does not ask Alo about calls out: the calling-out rules have no effect.",
};
