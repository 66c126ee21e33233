//! What went wrong, in words a sales person uses, and what to do.

/// The words.
pub struct Texts {
    /// Nobody is signed in, or no longer.
    pub signed_out: &'static str,
    /// The role does not allow it.
    pub forbidden: &'static str,
    /// There is no such thing.
    pub not_found: &'static str,
    /// Several fields to mend.
    pub invalid: &'static str,
    /// Somebody else saved first.
    pub stale: &'static str,
    /// Unknown email or wrong password.
    pub wrong_credentials: &'static str,
    /// Too many attempts; seconds until the next.
    pub throttled: fn(u32) -> String,
    /// The server could not.
    pub unavailable: &'static str,
    /// The server did not answer.
    pub unreachable: &'static str,

    /// Nothing was given.
    pub required: &'static str,
    /// More than so many characters.
    pub too_long: fn(usize) -> String,
    /// Fewer than so many characters.
    pub too_short: fn(usize) -> String,
    /// Not an email address.
    pub not_an_email: &'static str,
    /// The same number in another row.
    pub repeated: &'static str,
    /// Somebody else has it.
    pub taken: &'static str,
    /// A number outside of what is taken.
    pub out_of_range: fn(i64, i64) -> String,
    /// Not a date and time.
    pub not_a_time: &'static str,
    /// Does not fit the account.
    pub wrong: &'static str,
    /// Not an internet address.
    pub not_an_address: &'static str,
    /// Not a number.
    pub not_a_decimal: &'static str,
    /// Not a day.
    pub not_a_date: &'static str,
    /// Neither yes nor no.
    pub not_yes_or_no: &'static str,
    /// Not money.
    pub not_an_amount: &'static str,
    /// A deal is with somebody.
    pub nobody_named: &'static str,
    /// A pipeline has stages of each kind.
    pub stages_missing: &'static str,
    /// More than so many.
    pub too_many: fn(usize) -> String,
    /// Not a number of the tax office.
    pub not_a_tax_code: &'static str,
    /// Not a website.
    pub not_a_website: &'static str,
    /// Characters the provider does not take.
    pub bad_characters: &'static str,
    /// Not digits.
    pub not_digits: &'static str,
    /// Nobody of this id.
    pub unknown: &'static str,
    /// This member is named but may not see what is written.
    pub may_not_see: fn(&str) -> String,
    /// Something still belongs to it.
    pub in_use: &'static str,
    /// Nobody could administer any more.
    pub last_admin: &'static str,

    /// No number was written.
    pub number_empty: &'static str,
    /// There is no digit in it.
    pub number_no_digits: &'static str,
    /// Digits are missing.
    pub number_too_short: &'static str,
    /// Too many digits.
    pub number_too_long: &'static str,
    /// Something else than a number.
    pub number_not_a_number: &'static str,

    /// No telephone account is set up.
    pub telephone_not_configured: &'static str,
    /// The member has no seat.
    pub telephone_no_seat: &'static str,
    /// The provider does not know the domain.
    pub telephone_domain_unknown: &'static str,
    /// The contract has run out.
    pub telephone_domain_expired: &'static str,
    /// The key is refused.
    pub telephone_key_refused: &'static str,
    /// The provider does not know the seat.
    pub telephone_seat_unknown: &'static str,
    /// An error at the provider.
    pub telephone_provider_error: &'static str,
    /// The provider does not answer.
    pub telephone_provider_unreachable: &'static str,
    /// The provider's answer makes no sense.
    pub telephone_unintelligible: &'static str,
    /// The provider was asked too often.
    pub telephone_too_many_requests: &'static str,

    /// It was never read what the provider has.
    pub centre_not_read: &'static str,
    /// Somebody, by name, has changed the same thing.
    pub centre_changed: fn(&str) -> String,
    /// The draft is another than the one that was looked at.
    pub centre_draft_moved: &'static str,
    /// A version is being published.
    pub centre_publishing: &'static str,
    /// Nothing differs.
    pub centre_nothing_to_publish: &'static str,
    /// So many things must be mended first.
    pub centre_findings: fn(usize) -> String,
    /// The provider refused: its code and words.
    pub centre_refused: fn(i64, &str) -> String,
    /// Nothing in the file.
    pub sound_empty: &'static str,
    /// Too many bytes.
    pub sound_too_large: &'static str,
    /// Too many minutes.
    pub sound_too_long: &'static str,
    /// Neither WAV nor MP3.
    pub sound_not_a_sound: &'static str,
    /// Packed samples.
    pub sound_packed: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    signed_out: "Bạn đã đăng xuất. Hãy đăng nhập lại.",
    forbidden: "Bạn không có quyền làm việc này. Hãy nhờ quản trị viên nếu cần.",
    not_found: "Không tìm thấy, có thể đã bị xóa.",
    invalid: "Có vài ô cần sửa lại.",
    stale: "Người khác vừa lưu mục này. Hãy xem lại trước khi lưu.",
    wrong_credentials: "Email hoặc mật khẩu không đúng.",
    throttled: |seconds| format!("Thử quá nhiều lần. Hãy thử lại sau {seconds} giây."),
    unavailable: "Máy chủ đang gặp sự cố. Hãy thử lại sau ít phút.",
    unreachable: "Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.",

    required: "Hãy điền ô này.",
    too_long: |max| format!("Dài quá: tối đa {max} ký tự."),
    too_short: |min| format!("Ngắn quá: ít nhất {min} ký tự."),
    not_an_email: "Đây chưa phải địa chỉ email, ví dụ: lan@congty.vn.",
    repeated: "Số này đã có ở dòng khác.",
    taken: "Đã có người khác dùng.",
    out_of_range: |min, max| format!("Hãy nhập một số từ {min} đến {max}."),
    not_a_time: "Hãy chọn ngày và giờ.",
    wrong: "Không đúng.",
    not_an_address: "Hãy nhập địa chỉ bắt đầu bằng https://",
    not_a_decimal: "Hãy nhập số, ví dụ 1.250 hoặc 2,5",
    not_a_date: "Hãy nhập ngày, ví dụ 28/02/1990",
    not_yes_or_no: "Hãy nhập Có hoặc Không",
    not_an_amount: "Hãy nhập số tiền, ví dụ 15.000.000, 15tr hoặc 1,5 tỷ",
    nobody_named: "Hãy chọn khách hàng hoặc nhập công ty",
    stages_missing: "Cần ít nhất một giai đoạn đang mở, một giai đoạn thắng và một giai đoạn mất",
    too_many: |max| format!("Tối đa {max}"),
    not_a_tax_code: "Mã số thuế có 10 số, chi nhánh thêm 3 số (0312345678-001)",
    not_a_website: "Hãy nhập địa chỉ trang web, ví dụ congty.vn",
    bad_characters: "Chỉ dùng chữ không dấu, số và các dấu _ - .",
    not_digits: "Chỉ dùng chữ số, viết liền kèm mã quốc gia nếu là số điện thoại.",
    unknown: "Hãy chọn lại trong danh sách.",
    may_not_see: |name| format!("{name} không được xem hồ sơ này nên không nhắc tên được."),
    in_use: "Vẫn còn hồ sơ, nhân viên (kể cả đã khóa) hoặc cuộc gọi thuộc về đây nên chưa xóa được.",
    last_admin: "Phải còn ít nhất một quản trị viên, và bạn không thể tự khóa chính mình.",

    number_empty: "Hãy nhập số điện thoại.",
    number_no_digits: "Số điện thoại phải có chữ số.",
    number_too_short: "Thiếu chữ số. Số máy bàn cần có mã vùng, ví dụ 028.",
    number_too_long: "Thừa chữ số. Mỗi ô chỉ nhập một số.",
    number_not_a_number: "Đây không phải số điện thoại.",

    telephone_not_configured: "Chưa cài đặt tổng đài. Quản trị viên cần nhập thông tin ở trang Tổng đài.",
    telephone_no_seat: "Chưa có máy lẻ. Quản trị viên cần gán máy lẻ ở trang Nhân viên.",
    telephone_domain_unknown: "Tổng đài không biết tên miền này. Hãy kiểm tra lại tên miền với nhà cung cấp.",
    telephone_domain_expired: "Hợp đồng của tên miền đã hết hạn. Hãy liên hệ nhà cung cấp để gia hạn.",
    telephone_key_refused: "Tổng đài từ chối khóa truy cập: khóa sai hoặc đồng hồ máy chủ lệch. Hãy nhập lại khóa.",
    telephone_seat_unknown: "Tổng đài không có máy lẻ này. Hãy kiểm tra máy lẻ ở trang Nhân viên.",
    telephone_provider_error: "Tổng đài đang gặp lỗi. Hãy thử lại sau ít phút; nếu vẫn lỗi, gọi nhà cung cấp.",
    telephone_provider_unreachable: "Không kết nối được tổng đài. Hãy kiểm tra địa chỉ dịch vụ và mạng của máy chủ.",
    telephone_unintelligible: "Tổng đài trả lời sai quy ước. Hãy kiểm tra địa chỉ dịch vụ; nếu đúng, gọi nhà cung cấp.",
    telephone_too_many_requests: "Tổng đài đang bị hỏi quá nhiều. Alo sẽ tự hỏi lại sau ít phút.",

    centre_not_read: "Chưa đọc cấu hình đang chạy ở nhà cung cấp. Hãy đọc trước để không mất gì đang có.",
    centre_changed: |by| format!("{by} vừa sửa chính mục này. Hãy xem lại rồi sửa tiếp."),
    centre_draft_moved: "Bản nháp vừa được người khác sửa. Hãy xem lại trước khi phát hành.",
    centre_publishing: "Một phiên bản đang được phát hành. Hãy đợi xong rồi làm tiếp.",
    centre_nothing_to_publish: "Bản nháp giống hệt cấu hình đang chạy: không có gì để phát hành.",
    centre_findings: |count| format!("Còn {count} lỗi phải sửa trong bản nháp trước khi phát hành."),
    centre_refused: |code, said| {
        if said.is_empty() {
            format!("Nhà cung cấp từ chối (mã {code}).")
        } else {
            format!("Nhà cung cấp từ chối: {said} (mã {code}).")
        }
    },
    sound_empty: "Tệp rỗng.",
    sound_too_large: "Tệp quá lớn: tối đa 10 MB.",
    sound_too_long: "Âm thanh quá dài: tối đa 15 phút.",
    sound_not_a_sound: "Tệp này không phải WAV hay MP3.",
    sound_packed: "Tệp WAV này được nén kiểu tổng đài không phát được. Hãy xuất lại dạng PCM 16 bit hoặc MP3.",
};

/// English.
pub const EN: Texts = Texts {
    signed_out: "You are signed out. Please sign in again.",
    forbidden: "You may not do this. Ask an administrator if you need to.",
    not_found: "Not found; it may have been deleted.",
    invalid: "Some fields need another look.",
    stale: "Somebody else has just saved this. Look again before you save.",
    wrong_credentials: "Email or password is wrong.",
    throttled: |seconds| format!("Too many attempts. Try again in {seconds} seconds."),
    unavailable: "The server has a problem. Try again in a few minutes.",
    unreachable: "The server cannot be reached. Check your network and try again.",

    required: "Please fill this in.",
    too_long: |max| format!("Too long: at most {max} characters."),
    too_short: |min| format!("Too short: at least {min} characters."),
    not_an_email: "This is no email address, such as lan@company.vn.",
    repeated: "This number is in another row already.",
    taken: "Somebody else has it already.",
    out_of_range: |min, max| format!("Please give a number from {min} to {max}."),
    not_a_time: "Please choose a date and a time.",
    wrong: "This is wrong.",
    not_an_address: "Please give an address that starts with https://",
    not_a_decimal: "Please give a number, such as 1.250 or 2,5",
    not_a_date: "Please give a date, such as 28/02/1990",
    not_yes_or_no: "Please say yes or no",
    not_an_amount: "Please give an amount, such as 15.000.000, 15tr or 1,5 tỷ",
    nobody_named: "Please choose a customer or name a company",
    stages_missing: "There must be a stage that is open, one that is won and one that is lost",
    too_many: |max| format!("At most {max}"),
    not_a_tax_code: "A tax code has 10 digits, a branch 3 more (0312345678-001)",
    not_a_website: "Please give the address of a website, such as company.vn",
    bad_characters: "Use only letters without accents, digits and _ - .",
    not_digits: "Use digits only, with the country code where it is a phone number.",
    unknown: "Please choose from the list again.",
    may_not_see: |name| format!("{name} may not see this record and cannot be mentioned."),
    in_use: "Records, members (even deactivated ones) or calls still belong to it.",
    last_admin: "There must be at least one administrator, and you cannot lock yourself out.",

    number_empty: "Please give a phone number.",
    number_no_digits: "A phone number needs digits.",
    number_too_short: "Digits are missing. A landline needs its area code, such as 028.",
    number_too_long: "Too many digits. One number for each field.",
    number_not_a_number: "This is no phone number.",

    telephone_not_configured: "The phone system is not set up. An administrator fills it in on the Phone system page.",
    telephone_no_seat: "No extension. An administrator assigns one on the Staff page.",
    telephone_domain_unknown: "The phone system does not know this domain. Check the domain with the provider.",
    telephone_domain_expired: "The domain's contract has run out. Ask the provider to renew it.",
    telephone_key_refused: "The phone system refuses the access key: it is wrong, or the server's clock is. Enter the key again.",
    telephone_seat_unknown: "The phone system has no such extension. Check it on the Staff page.",
    telephone_provider_error: "The phone system has a problem. Try again in a few minutes; if it stays, call the provider.",
    telephone_provider_unreachable: "The phone system does not answer. Check the service address and the server's network.",
    telephone_unintelligible: "The phone system answers something unexpected. Check the service address; if it is right, call the provider.",
    telephone_too_many_requests: "The phone system is being asked too often. Alo asks again by itself in a few minutes.",

    centre_not_read: "It has not been read yet what is running at the provider. Read it first, so that nothing of it gets lost.",
    centre_changed: |by| format!("{by} has just changed this. Look again before you change it."),
    centre_draft_moved: "Somebody has just changed the draft. Look again before you publish.",
    centre_publishing: "A version is being published. Please wait until that is done.",
    centre_nothing_to_publish: "The draft is what is running already: there is nothing to publish.",
    centre_findings: |count| format!("{count} problems of the draft must be mended before it can be published."),
    centre_refused: |code, said| {
        if said.is_empty() {
            format!("The provider refuses (code {code}).")
        } else {
            format!("The provider refuses: {said} (code {code}).")
        }
    },
    sound_empty: "The file is empty.",
    sound_too_large: "The file is too large: at most 10 MB.",
    sound_too_long: "The sound is too long: at most 15 minutes.",
    sound_not_a_sound: "This file is neither WAV nor MP3.",
    sound_packed: "The phone system cannot play how this WAV file is packed. Save it as 16-bit PCM or MP3.",
};
