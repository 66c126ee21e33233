//! Words for calls: how they ended and what happened in them; why they failed is in [`failures`].

use super::failures;

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
    /// Why calls failed.
    pub failures: failures::Texts,
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
    failures: failures::VI,
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
    failures: failures::EN,
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
