//! Signing in.

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// What the product is, in a line.
    pub tagline: &'static str,
    /// The email field.
    pub email: &'static str,
    /// The password field.
    pub password: &'static str,
    /// The button.
    pub submit: &'static str,
    /// Above the list of who can sign in.
    pub demonstration: &'static str,
    /// All of them have this password.
    pub demonstration_password: fn(&str) -> String,
    /// Fills in an account.
    pub fill_in: fn(&str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Đăng nhập",
    tagline: "Khách gọi đến, hồ sơ đã mở sẵn.",
    email: "Email",
    password: "Mật khẩu",
    submit: "Đăng nhập",
    demonstration: "Bản dùng thử: chọn một người để đăng nhập",
    demonstration_password: |password| format!("Mật khẩu chung: {password}"),
    fill_in: |name| format!("Điền tài khoản của {name}"),
};

/// English.
pub const EN: Texts = Texts {
    title: "Sign in",
    tagline: "A customer calls, and the record is open.",
    email: "Email",
    password: "Password",
    submit: "Sign in",
    demonstration: "Demonstration: choose who signs in",
    demonstration_password: |password| format!("Everybody's password: {password}"),
    fill_in: |name| format!("Fill in {name}'s account"),
};
