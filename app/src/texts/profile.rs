//! One's own profile.

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// The part about oneself.
    pub about: &'static str,
    /// Full name.
    pub name: &'static str,
    /// Signs in with this; an admin changes it.
    pub email: &'static str,
    /// The part about how pages look.
    pub appearance: &'static str,
    /// The part about the password.
    pub password: &'static str,
    /// The present one.
    pub old_password: &'static str,
    /// The new one.
    pub new_password: &'static str,
    /// What makes a good one.
    pub new_password_hint: &'static str,
    /// Sets the new one.
    pub change_password: &'static str,
    /// It was set.
    pub password_changed: &'static str,
    /// The part about where one is signed in.
    pub sessions: &'static str,
    /// What signing out everywhere does.
    pub sessions_text: &'static str,
    /// Heading: reminders and news beside the page.
    pub notifications: &'static str,
    /// What they are for.
    pub notifications_text: &'static str,
    /// Asks the browser.
    pub notifications_ask: &'static str,
    /// They are shown on this computer.
    pub notifications_on: &'static str,
    /// The browser was told not to, and where that is changed.
    pub notifications_refused: &'static str,
    /// This browser has none.
    pub notifications_missing: &'static str,
    /// Signs out everywhere.
    pub sign_out_everywhere: &'static str,
    /// The profile was kept.
    pub saved: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Hồ sơ của tôi",
    about: "Thông tin",
    name: "Họ và tên",
    email: "Email đăng nhập",
    appearance: "Hiển thị",
    password: "Mật khẩu",
    old_password: "Mật khẩu hiện tại",
    new_password: "Mật khẩu mới",
    new_password_hint: "Ít nhất 10 ký tự. Một câu dễ nhớ tốt hơn vài ký tự khó.",
    change_password: "Đổi mật khẩu",
    password_changed: "Đã đổi mật khẩu",
    sessions: "Nơi đã đăng nhập",
    notifications: "Thông báo trên máy tính",
    notifications_text: "Nhắc việc và tin nhắc tên hiện cả khi bạn đang xem cửa sổ khác.",
    notifications_ask: "Bật thông báo",
    notifications_on: "Hiện thông báo trên máy này",
    notifications_refused: "Trình duyệt đang chặn thông báo của trang này. Hãy cho phép trong phần cài đặt của trang.",
    notifications_missing: "Trình duyệt này không hỗ trợ thông báo. Nhắc việc vẫn hiện trong trang.",
    sessions_text: "Nếu bạn quên đăng xuất ở máy khác, hãy đăng xuất khỏi mọi nơi, kể cả máy này.",
    sign_out_everywhere: "Đăng xuất mọi nơi",
    saved: "Đã lưu hồ sơ",
};

/// English.
pub const EN: Texts = Texts {
    title: "My profile",
    about: "About me",
    name: "Full name",
    email: "Email to sign in with",
    appearance: "Appearance",
    password: "Password",
    old_password: "Present password",
    new_password: "New password",
    new_password_hint: "At least 10 characters. A sentence you remember beats a few odd characters.",
    change_password: "Change password",
    password_changed: "The password was changed",
    sessions: "Where you are signed in",
    notifications: "Desktop notifications",
    notifications_text: "Reminders and mentions appear even while you look at another window.",
    notifications_ask: "Turn on notifications",
    notifications_on: "Show notifications on this computer",
    notifications_refused: "The browser blocks notifications of this page. Allow them in the page's settings.",
    notifications_missing: "This browser has no notifications. Reminders still appear in the page.",
    sessions_text: "If you forgot to sign out elsewhere, sign out everywhere, here too.",
    sign_out_everywhere: "Sign out everywhere",
    saved: "The profile was saved",
};
