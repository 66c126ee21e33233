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
    sessions_text: "If you forgot to sign out elsewhere, sign out everywhere, here too.",
    sign_out_everywhere: "Sign out everywhere",
    saved: "The profile was saved",
};
