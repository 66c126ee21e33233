//! Words of the telephone: its line, the states of a call, why a button is off, what is new.

/// The words.
pub struct Texts {
    /// Nothing has begun.
    pub off: &'static str,
    /// Signing in.
    pub connecting: &'static str,
    /// This tab can telephone and calls come.
    pub ready: &'static str,
    /// Another tab or computer has the voice.
    pub elsewhere: &'static str,
    /// What that means.
    pub elsewhere_text: &'static str,
    /// Connecting again, for the nth of m times; m is 0 where it goes on for ever.
    pub reconnecting: fn(u32, u32) -> String,
    /// The connection is lost.
    pub lost: &'static str,
    /// What happens then.
    pub lost_text: &'static str,
    /// The provider does not let the page in.
    pub refused: &'static str,
    /// With the provider's code.
    pub refused_text: fn(&str) -> String,
    /// The provider does not let the page in and does not say why.
    pub refused_without_code: &'static str,
    /// The telephone cannot be used now.
    pub down: &'static str,
    /// A script of the provider could not be loaded.
    pub script_failed: fn(&str) -> String,
    /// The browser may not use the microphone.
    pub no_microphone: &'static str,
    /// What to do about that.
    pub no_microphone_text: &'static str,

    /// Calls come.
    pub online: &'static str,
    /// No calls come.
    pub offline: &'static str,
    /// A call was missed and no more come.
    pub no_answer: &'static str,

    /// The computer's microphone and loudspeaker.
    pub browser: &'static str,
    /// A softphone or IP phone.
    pub softphone: &'static str,
    /// A mobile telephone.
    pub mobile: &'static str,
    /// A mobile telephone with this number.
    pub mobile_number: fn(&str) -> String,
    /// An IP phone that needs no log-in.
    pub ip_phone: &'static str,
    /// Something else.
    pub other_device: fn(i64) -> String,

    /// The provider was asked to dial.
    pub dialing: &'static str,
    /// A call in rings.
    pub ringing_in: &'static str,
    /// The customer's telephone rings.
    pub ringing_out: &'static str,
    /// Connected.
    pub talking: &'static str,
    /// On hold.
    pub held: &'static str,
    /// The microphone is shut.
    pub muted: &'static str,
    /// Over.
    pub ended: &'static str,
    /// Over, passed on.
    pub passed_on: &'static str,

    /// Take a call.
    pub answer: &'static str,
    /// Refuse a call.
    pub reject: &'static str,
    /// End a call.
    pub hang_up: &'static str,
    /// Put on hold.
    pub hold: &'static str,
    /// Take off hold.
    pub resume: &'static str,
    /// Shut the microphone.
    pub mute: &'static str,
    /// Open the microphone.
    pub unmute: &'static str,
    /// Send tones.
    pub tones: &'static str,
    /// Pass a call on.
    pub transfer: &'static str,
    /// Call a customer.
    pub dial: &'static str,
    /// Take the voice.
    pub take_voice: &'static str,
    /// Change the presence.
    pub presence: &'static str,
    /// Change the device.
    pub device: &'static str,
    /// Look who is online.
    pub colleagues: &'static str,

    /// Why a wish is refused.
    pub refusals: Refusals,
    /// What is new.
    pub news: News,
}

/// Why a wish is refused, each a sentence.
pub struct Refusals {
    /// The line is not connected.
    pub line_not_ready: &'static str,
    /// Another tab or computer has the voice.
    pub not_the_voice: &'static str,
    /// There is a call already.
    pub already_in_call: &'static str,
    /// The number cannot be dialled.
    pub number_not_dialable: &'static str,
    /// There is no such call.
    pub no_such_call: &'static str,
    /// The call does not ring here.
    pub not_ringing: &'static str,
    /// The call is not connected.
    pub not_talking: &'static str,
    /// Take it off hold first.
    pub held_here: &'static str,
    /// Calls out cannot be muted.
    pub mute_outbound: &'static str,
    /// Must be done on the device.
    pub not_on_this_device: &'static str,
    /// Tones cannot be sent.
    pub no_tones: &'static str,
    /// Not a key.
    pub not_a_key: &'static str,
    /// Not to a queue.
    pub not_to_queues: &'static str,
    /// Only after the answer.
    pub transfer_before_answer: &'static str,
    /// Nobody chosen.
    pub no_target: &'static str,
    /// Nobody offers a call.
    pub nothing_offered: &'static str,
    /// No microphone.
    pub no_microphone: &'static str,
    /// Asked already.
    pub waiting: &'static str,
    /// So already.
    pub already_so: &'static str,
    /// The call still runs.
    pub not_ended: &'static str,
}

/// What is new.
pub struct News {
    /// A ringing call, for those who hear the page.
    pub ringing: fn(&str) -> String,
    /// What a browser's notification says below the name.
    pub ringing_text: &'static str,
    /// The provider did not react to this button.
    pub unanswered: fn(&str) -> String,
    /// Nor to hanging up: the call was closed here.
    pub closed_here: &'static str,
    /// The customer is not on hold though wished.
    pub not_held: &'static str,
    /// The customer still is on hold.
    pub still_held: &'static str,
    /// The microphone is open though wished shut.
    pub not_muted: &'static str,
    /// The microphone still is shut.
    pub still_muted: &'static str,
    /// Another tab took the voice.
    pub voice_taken: &'static str,
    /// The call goes on here, and why.
    pub transfer_failed: fn(&str) -> String,
    /// The colleague took it.
    pub transfer_accepted: &'static str,
    /// It has been passed on.
    pub transfer_done: &'static str,
    /// The offer ran out.
    pub offer_expired: &'static str,
    /// The line is lost.
    pub line_lost: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    off: "Chưa kết nối",
    connecting: "Đang kết nối…",
    ready: "Sẵn sàng",
    elsewhere: "Đang mở ở nơi khác",
    elsewhere_text: "Một thẻ hoặc máy khác đang nghe gọi.",
    reconnecting: |n, total| match (n, total) {
        (0, 0) => "Đang nối lại".to_owned(),
        (n, 0) => format!("Đang nối lại (lần {n})"),
        (n, total) => format!("Đang nối lại ({n}/{total})"),
    },
    lost: "Mất kết nối",
    lost_text: "Trang sẽ tự kết nối lại sau ít giây.",
    refused: "Tổng đài từ chối",
    refused_text: |code| format!("Tổng đài không cho đăng nhập (mã {code}). Trang sẽ tự thử lại."),
    refused_without_code: "Tổng đài không cho đăng nhập và không nói lý do. Trang sẽ tự thử lại.",
    down: "Tổng đài chưa dùng được",
    script_failed: |file| format!("Không tải được tệp {file} của tổng đài. Trang sẽ tự thử lại."),
    no_microphone: "Trình duyệt đang chặn micro",
    no_microphone_text: "Bấm biểu tượng bên trái ô địa chỉ, cho phép Micro, rồi bấm “Kết nối lại ngay”. Nếu chưa cắm tai nghe, hãy cắm vào.",

    online: "Đang nhận cuộc gọi",
    offline: "Đang tạm nghỉ",
    no_answer: "Vừa lỡ cuộc gọi, đang tạm ngưng",

    browser: "Trình duyệt này",
    softphone: "Softphone hoặc IP Phone",
    mobile: "Di động",
    mobile_number: |number| format!("Di động {number}"),
    ip_phone: "IP Phone không cần đăng nhập",
    other_device: |n| format!("Thiết bị khác (loại {n})"),

    dialing: "Đang quay số",
    ringing_in: "Cuộc gọi đến",
    ringing_out: "Đang đổ chuông",
    talking: "Đang đàm thoại",
    held: "Đang giữ máy",
    muted: "Đã tắt micro",
    ended: "Đã kết thúc",
    passed_on: "Đã chuyển",

    answer: "Trả lời",
    reject: "Từ chối",
    hang_up: "Kết thúc",
    hold: "Giữ máy",
    resume: "Bỏ giữ",
    mute: "Tắt micro",
    unmute: "Bật micro",
    tones: "Phím số",
    transfer: "Chuyển",
    dial: "Gọi",
    take_voice: "Nghe gọi ở đây",
    presence: "Đổi trạng thái nhận cuộc gọi",
    device: "Đổi thiết bị",
    colleagues: "Xem ai trực tuyến",

    refusals: Refusals {
        line_not_ready: "Chưa kết nối tổng đài.",
        not_the_voice: "Một thẻ hoặc máy khác đang nghe gọi. Hãy bấm “Nghe gọi ở đây” trước.",
        already_in_call: "Đang có một cuộc gọi.",
        number_not_dialable: "Không gọi được số này: cần từ 8 đến 13 chữ số.",
        no_such_call: "Cuộc gọi đã kết thúc.",
        not_ringing: "Cuộc gọi không đổ chuông ở đây.",
        not_talking: "Chưa kết nối được với khách.",
        held_here: "Trên thiết bị này, hãy bỏ giữ máy trước khi kết thúc.",
        mute_outbound: "Tổng đài không tắt được micro của cuộc gọi đi.",
        not_on_this_device: "Hãy thao tác trên chính thiết bị nghe gọi.",
        no_tones: "Tổng đài không nhận phím số ở đây.",
        not_a_key: "Điện thoại không có phím này.",
        not_to_queues: "Cuộc gọi này không chuyển vào nhánh được. Hãy chuyển cho đồng nghiệp hoặc một số điện thoại.",
        transfer_before_answer: "Chỉ chuyển được sau khi khách đã nghe máy.",
        no_target: "Hãy chọn đồng nghiệp hoặc nhánh sẽ nhận.",
        nothing_offered: "Không có cuộc gọi nào đang chờ bạn nhận.",
        no_microphone: "Trình duyệt chưa được dùng micro.",
        waiting: "Đang chờ tổng đài trả lời.",
        already_so: "Đã ở trạng thái này.",
        not_ended: "Cuộc gọi chưa kết thúc.",
    },
    news: News {
        ringing: |who| format!("Cuộc gọi đến từ {who}"),
        ringing_text: "Cuộc gọi đến",
        unanswered: |what| format!("Tổng đài không phản hồi “{what}”. Hãy thử lại."),
        closed_here: "Tổng đài không phản hồi khi kết thúc; cuộc gọi đã được đóng ở đây.",
        not_held: "Giữ máy không thành công: khách vẫn nghe thấy bạn.",
        still_held: "Chưa bỏ giữ được: khách vẫn đang chờ.",
        not_muted: "Tắt micro không thành công: khách vẫn nghe thấy bạn.",
        still_muted: "Chưa bật lại được micro.",
        voice_taken: "Một thẻ hoặc máy khác vừa lấy quyền nghe gọi.",
        transfer_failed: |why| format!("Không chuyển được cuộc gọi: {why}"),
        transfer_accepted: "Đồng nghiệp đã nhận, đang chuyển cuộc gọi.",
        transfer_done: "Đã chuyển cuộc gọi.",
        offer_expired: "Đã hết giờ nhận cuộc gọi được chuyển.",
        line_lost: "Mất kết nối tổng đài. Trang đang đăng nhập lại.",
    },
};

/// English.
pub const EN: Texts = Texts {
    off: "Not connected",
    connecting: "Connecting…",
    ready: "Ready",
    elsewhere: "In use elsewhere",
    elsewhere_text: "Another tab or computer has the phone.",
    reconnecting: |n, total| match (n, total) {
        (0, 0) => "Reconnecting".to_owned(),
        (n, 0) => format!("Reconnecting (attempt {n})"),
        (n, total) => format!("Reconnecting ({n}/{total})"),
    },
    lost: "Connection lost",
    lost_text: "The page will reconnect by itself in a few seconds.",
    refused: "Refused by the provider",
    refused_text: |code| format!("The provider does not let you in (code {code}). The page will try again by itself."),
    refused_without_code: "The provider does not let you in and gives no reason. The page will try again by itself.",
    down: "The phone is not available",
    script_failed: |file| format!("The provider’s file {file} could not be loaded. The page will try again by itself."),
    no_microphone: "The browser blocks the microphone",
    no_microphone_text: "Click the icon left of the address, allow the microphone, then press “Connect now”. If no headset is plugged in, plug it in.",

    online: "Taking calls",
    offline: "On a break",
    no_answer: "Missed a call, paused",

    browser: "This browser",
    softphone: "Softphone or IP phone",
    mobile: "Mobile",
    mobile_number: |number| format!("Mobile {number}"),
    ip_phone: "IP phone without log-in",
    other_device: |n| format!("Another device (type {n})"),

    dialing: "Dialling",
    ringing_in: "Incoming call",
    ringing_out: "Ringing",
    talking: "Talking",
    held: "On hold",
    muted: "Muted",
    ended: "Ended",
    passed_on: "Transferred",

    answer: "Answer",
    reject: "Decline",
    hang_up: "Hang up",
    hold: "Hold",
    resume: "Resume",
    mute: "Mute",
    unmute: "Unmute",
    tones: "Keypad",
    transfer: "Transfer",
    dial: "Call",
    take_voice: "Use the phone here",
    presence: "Change availability",
    device: "Change device",
    colleagues: "Look who is online",

    refusals: Refusals {
        line_not_ready: "Not connected to the telephone provider.",
        not_the_voice: "Another tab or computer has the phone. Press “Use the phone here” first.",
        already_in_call: "There is a call already.",
        number_not_dialable: "This number cannot be dialled: it takes 8 to 13 digits.",
        no_such_call: "The call is over.",
        not_ringing: "The call does not ring here.",
        not_talking: "Not connected to the customer yet.",
        held_here: "On this device, resume the call before hanging up.",
        mute_outbound: "The provider cannot mute outgoing calls.",
        not_on_this_device: "Do this on the telephone itself.",
        no_tones: "The provider takes no key tones here.",
        not_a_key: "A telephone has no such key.",
        not_to_queues: "The phone system cannot transfer this call to a queue. Choose a colleague or a phone number.",
        transfer_before_answer: "A call can be transferred only after the customer answered.",
        no_target: "Choose a colleague or a queue.",
        nothing_offered: "No call is being offered to you.",
        no_microphone: "The browser may not use the microphone.",
        waiting: "Waiting for the provider to answer.",
        already_so: "It is so already.",
        not_ended: "The call is not over yet.",
    },
    news: News {
        ringing: |who| format!("Incoming call from {who}"),
        ringing_text: "Incoming call",
        unanswered: |what| format!("The provider did not react to “{what}”. Try again."),
        closed_here: "The provider did not react to hanging up; the call was closed here.",
        not_held: "Hold failed: the customer still hears you.",
        still_held: "Resume failed: the customer is still waiting.",
        not_muted: "Mute failed: the customer still hears you.",
        still_muted: "The microphone could not be switched back on.",
        voice_taken: "Another tab or computer has taken the phone.",
        transfer_failed: |why| format!("The call could not be transferred: {why}"),
        transfer_accepted: "Your colleague accepted; the call is being transferred.",
        transfer_done: "The call was transferred.",
        offer_expired: "The offered call was not taken in time.",
        line_lost: "The connection to the provider is lost. The page is signing in again.",
    },
};
