//! Words for why calls out did not come about.

/// A failure in words.
pub struct FailureWords {
    /// What happened, short enough for a badge.
    pub what: &'static str,
    /// What the member can do about it.
    pub advice: &'static str,
}

/// The texts, by their reasons.
pub struct Texts {
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
}

/// Vietnamese.
pub const VI: Texts = Texts {
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
};

/// English.
pub const EN: Texts = Texts {
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
};
