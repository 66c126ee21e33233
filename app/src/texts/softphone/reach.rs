//! The words of why a telephone does not ring: one's own in the dock, and others' on the floor.

/// The texts.
pub struct Texts {
    /// The question.
    pub question: &'static str,
    /// The provider could not be asked.
    pub unknown: &'static str,
    /// Asks again.
    pub again: &'static str,
    /// This page is signed in at the provider.
    pub signed_in: &'static str,
    /// The browser may use the microphone.
    pub microphone: &'static str,
    /// The provider knows the seat.
    pub seat: &'static str,
    /// The member lets calls come.
    pub available: &'static str,
    /// They are in no call.
    pub free: &'static str,
    /// They do not write up a call.
    pub not_after_call: &'static str,
    /// Something of theirs is connected.
    pub reachable: &'static str,
    /// Calls ring in the page, the app and at the SIP telephone.
    pub rings_anywhere: &'static str,
    /// Calls ring at their own number.
    pub rings_number: &'static str,
    /// Calls ring in the page or the app only.
    pub rings_app: &'static str,
    /// Calls ring at the SIP telephone only.
    pub rings_desk_phone: &'static str,
    /// Nothing is in the way.
    pub should_ring: &'static str,
    /// Something is.
    pub does_not: &'static str,
    /// Met.
    pub yes: &'static str,
    /// Not met.
    pub no: &'static str,
    /// Not known.
    pub nobody_knows: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    question: "Vì sao máy tôi không đổ chuông?",
    unknown: "Chưa hỏi được tổng đài. Hãy thử lại sau ít phút.",
    again: "Kiểm tra lại",
    signed_in: "Trang này đã đăng nhập tổng đài",
    microphone: "Trình duyệt được dùng micro",
    seat: "Tổng đài biết máy lẻ",
    available: "Đang nhận cuộc gọi",
    free: "Không có cuộc gọi nào",
    not_after_call: "Không đang ghi lại cuộc gọi vừa xong",
    reachable: "Có nơi để đổ chuông (trang, ứng dụng hoặc số riêng)",
    rings_anywhere: "Cuộc gọi đổ về trình duyệt, ứng dụng và điện thoại SIP.",
    rings_number: "Cuộc gọi đổ về số điện thoại riêng, không đổ về trình duyệt.",
    rings_app: "Cuộc gọi chỉ đổ về trình duyệt và ứng dụng.",
    rings_desk_phone: "Cuộc gọi chỉ đổ về điện thoại SIP, không đổ về trình duyệt.",
    should_ring: "Không có gì cản: máy sẽ đổ chuông khi có khách trong hàng chờ.",
    does_not: "Máy chưa đổ chuông được vì điều kiện được đánh dấu ở trên.",
    yes: "đạt",
    no: "chưa đạt",
    nobody_knows: "chưa rõ",
};

/// English.
pub const EN: Texts = Texts {
    question: "Why does my phone not ring?",
    unknown: "The provider could not be asked. Try again in a few minutes.",
    again: "Check again",
    signed_in: "This page is signed in at the provider",
    microphone: "The browser may use the microphone",
    seat: "The provider knows the seat",
    available: "Taking calls",
    free: "In no call",
    not_after_call: "Not writing up the last call",
    reachable: "There is somewhere to ring (page, app or a personal number)",
    rings_anywhere: "Calls ring in the browser, the app and at the SIP phone.",
    rings_number: "Calls ring at a personal number, not in the browser.",
    rings_app: "Calls ring in the browser and the app only.",
    rings_desk_phone: "Calls ring at the SIP phone only, not in the browser.",
    should_ring: "Nothing is in the way: it rings as soon as a customer waits in the queue.",
    does_not: "It cannot ring because of what is marked above.",
    yes: "met",
    no: "not met",
    nobody_knows: "not known",
};
