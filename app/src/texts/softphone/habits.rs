//! The words of how a member calls out.

/// The texts.
pub struct Texts {
    /// Heading on the profile.
    pub title: &'static str,
    /// Label of the choice among our numbers.
    pub call_from: &'static str,
    /// The provider calls the member first.
    pub rings_first: &'static str,
    /// What that means.
    pub rings_first_text: &'static str,
    /// The telephone then answers by itself.
    pub answers_itself: &'static str,
    /// The choice did not reach the server.
    pub not_kept: &'static str,
    /// The own leg rings: answer it, and the customer is called.
    pub own_leg: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Cách gọi ra",
    call_from: "Gọi từ số",
    rings_first: "Tổng đài gọi vào máy tôi trước",
    rings_first_text: "Khi bạn bấm gọi, máy của bạn (trình duyệt, ứng dụng hoặc điện thoại SIP) đổ chuông trước; bạn nghe máy rồi tổng đài mới gọi khách.",
    answers_itself: "Tự nghe máy khi tổng đài gọi vào máy tôi để gọi ra",
    not_kept: "Chưa lưu được lựa chọn. Hãy thử lại.",
    own_leg: "Tổng đài đang gọi vào máy bạn. Nghe máy để gọi cho khách.",
};

/// English.
pub const EN: Texts = Texts {
    title: "Calling out",
    call_from: "Call from",
    rings_first: "Ring my phone first",
    rings_first_text: "When you call, your own phone (browser, app or SIP phone) rings first; the customer is called once you answer.",
    answers_itself: "Answer by itself when my phone is rung for a call I make",
    not_kept: "The choice was not saved. Try again.",
    own_leg: "Your phone is being rung. Answer to call the customer.",
};
