//! The telephone account.

pub mod dialling;
pub mod directory;
pub mod history;
pub mod stringee;

/// The words.
pub struct Texts {
    /// The page.
    pub title: &'static str,
    /// The tabs, as they are announced.
    pub pages: &'static str,
    /// The account's form, with the provider's name.
    pub account: fn(&str) -> String,
    /// What the account is for.
    pub account_text: &'static str,
    /// Where the provider's service is.
    pub service_address: &'static str,
    /// The usual address.
    pub service_address_hint: fn(&str) -> String,
    /// The account's name at the provider.
    pub domain: &'static str,
    /// An example.
    pub domain_hint: fn(&str) -> String,
    /// The key.
    pub access_key: &'static str,
    /// A key is stored.
    pub key_stored: &'static str,
    /// No key is stored.
    pub key_missing: &'static str,
    /// What happens to the key.
    pub access_key_hint: &'static str,
    /// What an empty field means.
    pub access_key_keep: &'static str,
    /// It was kept.
    pub saved: &'static str,
    /// The test.
    pub test: &'static str,
    /// What the test does.
    pub test_text: &'static str,
    /// Whose seat is tried.
    pub test_seat: &'static str,
    /// Starts the test.
    pub test_start: &'static str,
    /// The test went well with this seat.
    pub test_passed: fn(&str) -> String,
    /// The test went wrong with this seat.
    pub test_failed: fn(&str) -> String,
    /// Nobody has a seat.
    pub no_seats: &'static str,
    /// What to do about it.
    pub no_seats_text: &'static str,
    /// Why the test must wait.
    pub save_first: &'static str,
    /// The provider's own call history.
    pub history: history::Texts,
    /// The account at the other provider.
    pub stringee: stringee::Texts,
    /// The rules of calling out.
    pub dialling: dialling::Texts,
    /// Whom calls can be passed on to.
    pub directory: directory::Texts,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Tổng đài",
    pages: "Các trang cài đặt tổng đài",
    account: |provider| format!("Tài khoản {provider}"),
    account_text: "Thông tin do nhà cung cấp trao. Mỗi nhân viên gọi điện cần thêm một máy lẻ ở trang Nhân viên.",
    service_address: "Địa chỉ dịch vụ",
    service_address_hint: |usual| format!("Thường là {usual}"),
    domain: "Tên miền",
    domain_hint: |example| format!("Tên tài khoản ở tổng đài, ví dụ: {example}"),
    access_key: "Khóa truy cập",
    key_stored: "Đã lưu khóa",
    key_missing: "Chưa có khóa",
    access_key_hint: "Khóa được mã hóa khi lưu và không hiện lại.",
    access_key_keep: "Để trống để giữ khóa đang lưu. Khóa được mã hóa và không hiện lại.",
    saved: "Đã lưu tổng đài",
    test: "Kiểm tra kết nối",
    test_text: "Đăng nhập thử vào tổng đài bằng một máy lẻ, với thông tin đã lưu.",
    test_seat: "Máy lẻ",
    test_start: "Kiểm tra",
    test_passed: |seat| format!("Máy lẻ {seat} đăng nhập được. Tổng đài sẵn sàng."),
    test_failed: |seat| format!("Máy lẻ {seat} chưa đăng nhập được"),
    no_seats: "Chưa ai có máy lẻ",
    no_seats_text: "Gán máy lẻ cho nhân viên rồi quay lại kiểm tra.",
    save_first: "Lưu tài khoản trước",
    history: history::VI,
    stringee: stringee::VI,
    dialling: dialling::VI,
    directory: directory::VI,
};

/// English.
pub const EN: Texts = Texts {
    title: "Phone system",
    pages: "Pages of the phone system",
    account: |provider| format!("{provider} account"),
    account_text: "As given by the provider. Everybody who phones also needs an extension, on the Staff page.",
    service_address: "Service address",
    service_address_hint: |usual| format!("Usually {usual}"),
    domain: "Domain",
    domain_hint: |example| format!("The account's name at the phone system, such as {example}"),
    access_key: "Access key",
    key_stored: "A key is stored",
    key_missing: "No key yet",
    access_key_hint: "The key is stored encrypted and never shown again.",
    access_key_keep: "Leave it empty to keep the stored key. It is encrypted and never shown again.",
    saved: "The phone system was saved",
    test: "Test the connection",
    test_text: "Signs in to the phone system with one extension, using what is saved.",
    test_seat: "Extension",
    test_start: "Test",
    test_passed: |seat| format!("Extension {seat} signs in. The phone system is ready."),
    test_failed: |seat| format!("Extension {seat} could not sign in"),
    no_seats: "Nobody has an extension",
    no_seats_text: "Assign an extension to a member, then come back.",
    save_first: "Save the account first",
    history: history::EN,
    stringee: stringee::EN,
    dialling: dialling::EN,
    directory: directory::EN,
};
