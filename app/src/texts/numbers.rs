//! Masked telephone numbers.

/// The words.
pub struct Texts {
    /// Shows one number.
    pub show: &'static str,
    /// Why no more are shown for so many minutes.
    pub too_many: fn(u32) -> String,
    /// Heading: what roles see of numbers.
    pub title: &'static str,
    /// What that means, in the page of rights.
    pub intro: &'static str,
    /// What happens when such a number is dialled.
    pub dialling: &'static str,
    /// What a provider necessarily tells the member's browser: one whose page dials, and one that our server asks.
    pub provider: fn(&str, &str) -> String,
    /// How such a number is searched for.
    pub search: &'static str,
    /// What is not masked.
    pub besides: &'static str,
    /// The row: numbers.
    pub numbers: &'static str,
    /// Seen as they are.
    pub whole: &'static str,
    /// Masked; one at a time is shown, and written down.
    pub on_demand: &'static str,
    /// Masked, never shown.
    pub masked: &'static str,
    /// How much of a number is seen.
    pub meaning: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    show: "Hiện số",
    too_many: |minutes| format!("Bạn đã hiện đủ 30 số trong một giờ. Hãy thử lại sau {minutes} phút."),
    title: "Số điện thoại",
    intro: "Vai trò bị che số chỉ thấy dạng 090•••••67 ở mọi trang, tệp xuất và thông báo: đủ để nhận ra, không đủ để gọi ngoài hệ thống.",
    dialling: "Vẫn gọi được bằng cách bấm vào số đã che. Mỗi lần “Hiện số” được ghi vào lịch sử hồ sơ và nhật ký, tối đa 30 số mỗi giờ.",
    provider: |page, server| {
        format!(
            "Với {page}, trang của nhà mạng trong trình duyệt cần số thật để gọi: số chỉ được giao đúng lúc gọi, có ghi nhật ký, tối đa 120 lần mỗi giờ. Với {server}, máy chủ gọi thay nên trình duyệt không nhận số gọi ra. Với cuộc gọi đến, cả hai nhà mạng đều báo số người gọi cho trình duyệt; hệ thống không hiển thị nhưng người rành kỹ thuật có thể đọc được."
        )
    },
    search: "Vai trò bị che số tìm được khách hàng bằng số đầy đủ, không tìm bằng một phần của số.",
    besides: "Số do nhân viên gõ trong ghi chú, tên, trường tự tạo hoặc tệp nhập không được che.",
    numbers: "Số điện thoại",
    whole: "Đầy đủ",
    on_demand: "Che, cho phép hiện từng số",
    masked: "Luôn che",
    meaning: "Thấy số của khách hàng, công ty và cuộc gọi ở mức nào.",
};

/// English.
pub const EN: Texts = Texts {
    show: "Show number",
    too_many: |minutes| format!("You have had 30 numbers shown within an hour. Try again in {minutes} minutes."),
    title: "Phone numbers",
    intro: "A role whose numbers are masked sees 090•••••67 on every page, in exports and notifications: enough to recognise a number, not enough to call it from elsewhere.",
    dialling: "Pressing a masked number still calls it. Each “Show number” is written to the record's history and the audit log, at most 30 an hour.",
    provider: |page, server| {
        format!(
            "With {page}, the provider's page in the browser needs the number to dial: it is handed over at the moment of dialling only, written to the audit log, at most 120 an hour. With {server} our server places the call, so the browser is not given the number. For incoming calls both providers tell the browser who is calling; it is not displayed, but somebody with technical skill can read it."
        )
    },
    search: "A role whose numbers are masked finds a customer by the whole number, not by a part of it.",
    besides: "Numbers that people typed into notes, names, custom fields or import files are not masked.",
    numbers: "Phone numbers",
    whole: "Whole",
    on_demand: "Masked, shown one at a time",
    masked: "Always masked",
    meaning: "How much is seen of the numbers of customers, companies and calls.",
};
