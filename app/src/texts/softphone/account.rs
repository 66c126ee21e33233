//! The words of the account of one's own telephone.

/// The texts.
pub struct Texts {
    /// Heading.
    pub title: &'static str,
    /// What it is for.
    pub text: &'static str,
    /// It could not be asked for.
    pub unknown: &'static str,
    /// Label: where the telephone registers.
    pub domain: &'static str,
    /// Label: the user name there.
    pub user_name: &'static str,
    /// There is none yet.
    pub none: &'static str,
    /// Label: the password.
    pub password: &'static str,
    /// The password is shown this once.
    pub once: &'static str,
    /// Makes the first password.
    pub make: &'static str,
    /// Makes another one.
    pub renew: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Điện thoại SIP của tôi",
    text: "Nhập các thông tin này vào điện thoại bàn hoặc ứng dụng SIP để nghe, gọi bằng máy lẻ của bạn.",
    unknown: "Chưa hỏi được tổng đài về điện thoại SIP. Hãy tải lại trang sau ít phút.",
    domain: "Máy chủ (domain)",
    user_name: "Tên đăng nhập",
    none: "Chưa có, sẽ tạo cùng mật khẩu đầu tiên",
    password: "Mật khẩu",
    once: "Mật khẩu chỉ hiện một lần này. Hãy nhập ngay vào điện thoại; quên thì cấp mật khẩu mới.",
    make: "Cấp mật khẩu",
    renew: "Cấp mật khẩu mới",
};

/// English.
pub const EN: Texts = Texts {
    title: "My SIP phone",
    text: "Type this into a desk phone or SIP app to take and make calls with your seat.",
    unknown: "The provider could not be asked about your SIP phone. Reload the page in a few minutes.",
    domain: "Server (domain)",
    user_name: "User name",
    none: "None yet: it is made with the first password",
    password: "Password",
    once: "The password is shown this once. Type it into the phone now; if you lose it, make another one.",
    make: "Make a password",
    renew: "Make a new password",
};
