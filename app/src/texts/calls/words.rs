//! Words for calls: how they ended, what happened in them, why they failed.

/// A failure in words.
pub struct FailureWords {
    /// What happened, short enough for a badge.
    pub what: &'static str,
    /// What the member can do about it.
    pub advice: &'static str,
}

/// The texts of calls.
pub struct Texts {
    /// Asked the provider to dial.
    pub dialing: &'static str,
    /// Rings.
    pub ringing: &'static str,
    /// Connected.
    pub talking: &'static str,
    /// Over.
    pub ended: &'static str,
    /// They talked.
    pub answered: &'static str,
    /// Nobody took it.
    pub missed: &'static str,
    /// The member refused.
    pub rejected: &'static str,
    /// The member gave up before it was answered.
    pub cancelled: &'static str,
    /// Nobody holds the number.
    pub match_none: &'static str,
    /// One customer holds it.
    pub match_exact: &'static str,
    /// One customer holds it under its old prefix.
    pub match_legacy: &'static str,
    /// Several hold it.
    pub match_ambiguous: &'static str,
    /// A member chose.
    pub match_by_hand: &'static str,
    /// The number cannot be reached.
    pub unreachable: FailureWords,
    /// The customer's line is busy.
    pub busy: FailureWords,
    /// Not picked up, or a network error.
    pub no_answer_or_error: FailureWords,
    /// Not picked up.
    pub no_answer: FailureWords,
    /// Our line is unpaid.
    pub unpaid: FailureWords,
    /// Not reachable for the moment.
    pub temporarily_unreachable: FailureWords,
    /// The member's own device cannot be reached.
    pub own_device: FailureWords,
    /// The provider believes the member to be in a call.
    pub member_busy: FailureWords,
    /// The member may not call out.
    pub not_permitted: FailureWords,
    /// The provider says no more.
    pub provider: FailureWords,
    /// No notice was taken of the wish.
    pub ignored: FailureWords,
    /// The account is not set up to call out.
    pub misconfigured: FailureWords,
    /// Our number that was called out from is none of ours, as the provider sees it.
    pub hotline_refused: FailureWords,
    /// The line to the telephone network is not there.
    pub trunk_unavailable: FailureWords,
    /// The customer's number cannot be dialled.
    pub number_invalid: FailureWords,
    /// All lines are in use.
    pub lines_full: FailureWords,
    /// The provider asked our server whether the call may be made, and got no answer.
    pub server_silent: FailureWords,
    /// The account is locked.
    pub account_locked: FailureWords,
    /// The browser may not use the microphone, or there is none.
    pub no_microphone: FailureWords,
    /// No connection for the sound could be made.
    pub no_sound: FailureWords,
    /// In the provider's own code.
    pub other: fn(&str) -> String,
    /// What to do about that.
    pub other_advice: &'static str,
    /// Wished to dial.
    pub dial_wished: fn(&str) -> String,
    /// The provider took the wish.
    pub dial_taken: &'static str,
    /// The provider took no notice.
    pub dial_ignored: &'static str,
    /// The own device rings first.
    pub own_device_ringing: &'static str,
    /// The customer's telephone rings.
    pub customer_ringing: &'static str,
    /// The customer picked up.
    pub customer_answered: &'static str,
    /// A call came in: number.
    pub offered: fn(&str) -> String,
    /// By way of our number.
    pub offered_hotline: fn(&str) -> String,
    /// By way of a queue.
    pub offered_queue: fn(&str) -> String,
    /// Pressed answer.
    pub answer_wished: &'static str,
    /// Pressed reject.
    pub reject_wished: &'static str,
    /// Pressed hang up.
    pub hang_up_wished: &'static str,
    /// A call in was answered.
    pub agent_answered: &'static str,
    /// The provider's id became known.
    pub provider_id_known: fn(&str) -> String,
    /// On hold.
    pub held: &'static str,
    /// Off hold.
    pub resumed: &'static str,
    /// Microphone shut.
    pub muted: &'static str,
    /// Microphone open.
    pub unmuted: &'static str,
    /// A tone was sent.
    pub tone_sent: fn(char) -> String,
    /// Asked to pass on to a colleague's seat.
    pub transfer_to_seat: fn(&str) -> String,
    /// Asked to pass on to a queue.
    pub transfer_to_queue: fn(&str) -> String,
    /// Asked to pass the call on to this number.
    pub transfer_to_number: fn(&str) -> String,
    /// The colleague took it.
    pub transfer_accepted: &'static str,
    /// The colleague refused.
    pub transfer_refused: &'static str,
    /// Passed on.
    pub transferred: &'static str,
    /// Not passed on: why.
    pub transfer_failed: fn(&str) -> String,
    /// It did not come about: why.
    pub failed: fn(&str) -> String,
    /// Another tab or computer took the voice.
    pub voice_lost: &'static str,
    /// Over.
    pub call_ended: &'static str,
    /// A fact.
    pub contact_lost: &'static str,
    /// A fact.
    pub contact_found: &'static str,
    /// A fact.
    pub presumed_ended: &'static str,
    /// A fact: the parts below follow it.
    pub history_told: &'static str,
    /// Part of it: why it was missed.
    pub history_missed: fn(&str) -> String,
    /// Part of it: how long they talked.
    pub history_talked: fn(&str) -> String,
    /// Part of it: there is a recording.
    pub history_recorded: &'static str,
    /// No kind of transfer was chosen.
    pub transfer_nothing_chosen: &'static str,
    /// It failed, no more is known.
    pub transfer_no_reason: &'static str,
    /// There is no call to pass on.
    pub transfer_not_in_a_call: &'static str,
    /// The provider has lost the call's data.
    pub transfer_call_unknown: &'static str,
    /// The colleague refused.
    pub transfer_colleague_refused: &'static str,
    /// No answer in time.
    pub transfer_timed_out: &'static str,
    /// The provider cannot pass this call on to such a target.
    pub transfer_not_possible: &'static str,
    /// In the provider's own code.
    pub transfer_other: fn(&str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    dialing: "Đang gọi",
    ringing: "Đang đổ chuông",
    talking: "Đang đàm thoại",
    ended: "Đã kết thúc",
    answered: "Đã đàm thoại",
    missed: "Cuộc gọi nhỡ",
    rejected: "Đã từ chối",
    cancelled: "Đã hủy trước khi khách bắt máy",
    match_none: "Số lạ, chưa có khách hàng nào dùng số này",
    match_exact: "Đúng số trong hồ sơ khách hàng",
    match_legacy: "Đúng số trong hồ sơ sau khi đổi đầu số cũ",
    match_ambiguous: "Nhiều khách hàng dùng chung số này",
    match_by_hand: "Nhân viên chọn khách hàng",
    unreachable: FailureWords {
        what: "Không liên lạc được",
        advice: "Kiểm tra lại số, hoặc thử một số khác của khách.",
    },
    busy: FailureWords {
        what: "Máy bận", advice: "Khách đang có cuộc gọi khác. Gọi lại sau ít phút."
    },
    no_answer_or_error: FailureWords {
        what: "Không bắt máy hoặc lỗi mạng",
        advice: "Gọi lại sau. Nếu gặp với mọi số, hãy báo quản trị viên.",
    },
    no_answer: FailureWords {
        what: "Không bắt máy", advice: "Gọi lại vào lúc khác, hoặc nhắn tin cho khách."
    },
    unpaid: FailureWords {
        what: "Tổng đài bị khóa chiều gọi đi vì nợ cước",
        advice: "Báo quản trị viên thanh toán cước với nhà mạng.",
    },
    temporarily_unreachable: FailureWords {
        what: "Thuê bao tạm thời không liên lạc được",
        advice: "Máy khách có thể đang tắt hoặc mất sóng. Gọi lại sau.",
    },
    own_device: FailureWords {
        what: "Không kết nối được thiết bị của bạn",
        advice: "Kiểm tra thiết bị nghe gọi đang chọn đã bật và có mạng, rồi gọi lại.",
    },
    member_busy: FailureWords {
        what: "Tổng đài cho rằng bạn đang có cuộc gọi",
        advice: "Kết thúc cuộc gọi đang có. Nếu không còn cuộc gọi nào, hãy đăng xuất rồi đăng nhập lại.",
    },
    not_permitted: FailureWords {
        what: "Máy lẻ của bạn chưa được phép gọi ra",
        advice: "Nhờ quản trị viên mở quyền gọi ra cho máy lẻ này ở nhà mạng.",
    },
    provider: FailureWords {
        what: "Tổng đài không kết nối được cuộc gọi",
        advice: "Gọi lại. Nếu vẫn lỗi, hãy báo quản trị viên.",
    },
    ignored: FailureWords {
        what: "Tổng đài không nhận lệnh gọi",
        advice: "Kiểm tra số và trạng thái điện thoại. Nếu vẫn không gọi được, hãy tải lại trang.",
    },
    misconfigured: FailureWords {
        what: "Tổng đài chưa được thiết lập để gọi ra",
        advice: "Báo quản trị viên kiểm tra phần thiết lập gọi ra ở nhà mạng.",
    },
    hotline_refused: FailureWords {
        what: "Tổng đài không nhận đầu số đã chọn để gọi ra",
        advice: "Chọn đầu số khác, và báo quản trị viên kiểm tra đầu số này.",
    },
    trunk_unavailable: FailureWords {
        what: "Đường truyền của đầu số đang không dùng được",
        advice: "Chọn đầu số khác, hoặc báo quản trị viên.",
    },
    number_invalid: FailureWords {
        what: "Số của khách không hợp lệ", advice: "Kiểm tra lại số rồi gọi lại."
    },
    lines_full: FailureWords {
        what: "Tất cả đường gọi ra đang bận", advice: "Đợi một lát rồi gọi lại."
    },
    server_silent: FailureWords {
        what: "Tổng đài không hỏi được máy chủ của chúng ta",
        advice: "Gọi lại. Nếu vẫn lỗi, báo quản trị viên kiểm tra địa chỉ webhook.",
    },
    account_locked: FailureWords {
        what: "Tài khoản tổng đài đang bị khóa",
        advice: "Báo quản trị viên liên hệ nhà mạng.",
    },
    no_microphone: FailureWords {
        what: "Trình duyệt không dùng được micro",
        advice: "Cho phép trang này dùng micro, cắm tai nghe, rồi gọi lại.",
    },
    no_sound: FailureWords {
        what: "Không mở được đường tiếng", advice: "Kiểm tra mạng hoặc tường lửa, rồi gọi lại."
    },
    other: |code| format!("Tổng đài báo lỗi {code}"),
    other_advice: "Gọi lại. Nếu vẫn lỗi, hãy gửi mã lỗi này cho quản trị viên.",
    dial_wished: |number| format!("Nhân viên bấm gọi {number}"),
    dial_taken: "Tổng đài nhận lệnh gọi",
    dial_ignored: "Tổng đài không nhận lệnh gọi",
    own_device_ringing: "Thiết bị của nhân viên đổ chuông trước",
    customer_ringing: "Máy khách đổ chuông",
    customer_answered: "Khách bắt máy",
    offered: |number| format!("Cuộc gọi đến từ {number}"),
    offered_hotline: |hotline| format!("gọi vào số {hotline}"),
    offered_queue: |queue| format!("qua hàng chờ {queue}"),
    answer_wished: "Nhân viên bấm nghe",
    reject_wished: "Nhân viên bấm từ chối",
    hang_up_wished: "Nhân viên bấm gác máy",
    agent_answered: "Nhân viên bắt máy",
    provider_id_known: |id| format!("Nhà mạng gửi mã cuộc gọi {id}"),
    held: "Giữ máy khách",
    resumed: "Tiếp tục đàm thoại",
    muted: "Tắt tiếng micro",
    unmuted: "Bật lại micro",
    tone_sent: |key| format!("Bấm phím {key}"),
    transfer_to_seat: |seat| format!("Yêu cầu chuyển cuộc gọi cho máy lẻ {seat}"),
    transfer_to_queue: |queue| format!("Yêu cầu chuyển cuộc gọi vào hàng chờ {queue}"),
    transfer_to_number: |number| format!("Yêu cầu chuyển cuộc gọi tới số {number}"),
    transfer_accepted: "Đồng nghiệp nhận cuộc gọi chuyển",
    transfer_refused: "Đồng nghiệp từ chối cuộc gọi chuyển",
    transferred: "Đã chuyển cuộc gọi",
    transfer_failed: |why| format!("Không chuyển được cuộc gọi: {why}"),
    failed: |why| format!("Cuộc gọi không thành: {why}"),
    voice_lost: "Một cửa sổ hoặc máy tính khác đã nhận phần thoại",
    call_ended: "Cuộc gọi kết thúc",
    contact_lost: "Mất liên lạc với trình duyệt của nhân viên",
    contact_found: "Trình duyệt của nhân viên đã kết nối lại",
    presumed_ended: "Coi như đã kết thúc (thời điểm ước tính)",
    history_told: "Lịch sử của nhà mạng",
    history_missed: |reason| format!("lý do nhỡ: {reason}"),
    history_talked: |time| format!("đàm thoại {time}"),
    history_recorded: "có ghi âm",
    transfer_nothing_chosen: "chưa chọn nơi chuyển đến",
    transfer_no_reason: "tổng đài không cho biết lý do",
    transfer_not_in_a_call: "không có cuộc gọi nào để chuyển",
    transfer_call_unknown: "tổng đài không còn thông tin cuộc gọi",
    transfer_colleague_refused: "đồng nghiệp từ chối",
    transfer_timed_out: "không ai trả lời kịp",
    transfer_not_possible: "tổng đài không chuyển được cuộc gọi này tới đó",
    transfer_other: |code| format!("tổng đài báo lỗi {code}"),
};

/// English.
pub const EN: Texts = Texts {
    dialing: "Dialling",
    ringing: "Ringing",
    talking: "Talking",
    ended: "Ended",
    answered: "Answered",
    missed: "Missed call",
    rejected: "Rejected",
    cancelled: "Cancelled before the customer picked up",
    match_none: "Unknown: no customer has this number",
    match_exact: "The number is on the customer's record",
    match_legacy: "The number is on the record, after its old prefix was updated",
    match_ambiguous: "Several customers share this number",
    match_by_hand: "An agent chose the customer",
    unreachable: FailureWords { what: "Cannot be reached", advice: "Check the number, or try another one of theirs." },
    busy: FailureWords { what: "Busy", advice: "The customer is in another call. Try again in a few minutes." },
    no_answer_or_error: FailureWords {
        what: "No answer or network error",
        advice: "Try again later. If it happens with every number, tell your admin.",
    },
    no_answer: FailureWords { what: "No answer", advice: "Try at another time, or send them a message." },
    unpaid: FailureWords {
        what: "Outgoing calls are barred: the line is unpaid",
        advice: "Ask your admin to settle the bill with the provider.",
    },
    temporarily_unreachable: FailureWords {
        what: "Temporarily unreachable",
        advice: "Their phone may be off or without signal. Try again later.",
    },
    own_device: FailureWords {
        what: "Your own device could not be reached",
        advice: "Check that the chosen device is on and connected, then call again.",
    },
    member_busy: FailureWords {
        what: "The provider believes you are in a call",
        advice: "End the call you are in. If there is none, sign out and in again.",
    },
    not_permitted: FailureWords {
        what: "Your extension may not call out",
        advice: "Ask your admin to allow outgoing calls for it at the provider.",
    },
    provider: FailureWords {
        what: "The provider could not connect the call",
        advice: "Call again. If it keeps failing, tell your admin.",
    },
    ignored: FailureWords {
        what: "The provider took no notice of the call",
        advice: "Check the number and the state of the phone. If it still fails, reload the page.",
    },
    misconfigured: FailureWords {
        what: "The account is not set up to call out",
        advice: "Ask your admin to check how calls out are set up at the provider.",
    },
    hotline_refused: FailureWords {
        what: "The number you called from was refused",
        advice: "Choose another one to call from, and ask your admin to check this one.",
    },
    trunk_unavailable: FailureWords {
        what: "The line of this number is not available",
        advice: "Choose another number to call from, or tell your admin.",
    },
    number_invalid: FailureWords {
        what: "The customer's number is not valid",
        advice: "Check the number and call again.",
    },
    lines_full: FailureWords { what: "All lines are in use", advice: "Wait a moment and call again." },
    server_silent: FailureWords {
        what: "The provider could not ask our server",
        advice: "Call again. If it keeps failing, ask your admin to check the webhook addresses.",
    },
    account_locked: FailureWords {
        what: "The account at the provider is locked",
        advice: "Ask your admin to talk to the provider.",
    },
    no_microphone: FailureWords {
        what: "The browser cannot use the microphone",
        advice: "Allow the microphone for this page, plug the headset in, and call again.",
    },
    no_sound: FailureWords {
        what: "No connection for the sound",
        advice: "Check the network or the firewall, and call again.",
    },
    other: |code| format!("The provider reports error {code}"),
    other_advice: "Call again. If it keeps failing, give this code to your admin.",
    dial_wished: |number| format!("The agent dialled {number}"),
    dial_taken: "The provider took the call",
    dial_ignored: "The provider took no notice of the call",
    own_device_ringing: "The agent's own device rings first",
    customer_ringing: "The customer's phone rings",
    customer_answered: "The customer picked up",
    offered: |number| format!("Incoming call from {number}"),
    offered_hotline: |hotline| format!("to {hotline}"),
    offered_queue: |queue| format!("through queue {queue}"),
    answer_wished: "The agent pressed answer",
    reject_wished: "The agent pressed reject",
    hang_up_wished: "The agent pressed hang up",
    agent_answered: "The agent picked up",
    provider_id_known: |id| format!("The provider named the call {id}"),
    held: "Customer put on hold",
    resumed: "Customer off hold",
    muted: "Microphone muted",
    unmuted: "Microphone on again",
    tone_sent: |key| format!("Key {key} pressed"),
    transfer_to_seat: |seat| format!("Asked to transfer to extension {seat}"),
    transfer_to_queue: |queue| format!("Asked to transfer to queue {queue}"),
    transfer_to_number: |number| format!("Asked to transfer to number {number}"),
    transfer_accepted: "The colleague took the transfer",
    transfer_refused: "The colleague refused the transfer",
    transferred: "Transferred",
    transfer_failed: |why| format!("Not transferred: {why}"),
    failed: |why| format!("The call failed: {why}"),
    voice_lost: "Another window or computer took the voice",
    call_ended: "The call ended",
    contact_lost: "The agent's browser was no longer heard of",
    contact_found: "The agent's browser is back",
    presumed_ended: "Taken for over (estimated time)",
    history_told: "The provider's history",
    history_missed: |reason| format!("missed because: {reason}"),
    history_talked: |time| format!("talked {time}"),
    history_recorded: "recorded",
    transfer_nothing_chosen: "nowhere to transfer to was chosen",
    transfer_no_reason: "the provider gives no reason",
    transfer_not_in_a_call: "there is no call to transfer",
    transfer_call_unknown: "the provider no longer knows the call",
    transfer_colleague_refused: "the colleague refused",
    transfer_timed_out: "nobody answered in time",
    transfer_not_possible: "the provider cannot transfer this call there",
    transfer_other: |code| format!("the provider reports error {code}"),
};
