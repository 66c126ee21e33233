//! Taking a list home as a file.

/// The words.
pub struct Texts {
    /// What it is called, on its button and above its dialog.
    pub title: &'static str,
    /// What the file holds.
    pub text: &'static str,
    /// Begins.
    pub start: &'static str,
    /// Which kind of file.
    pub kind: &'static str,
    /// How far: so many of so many rows.
    pub progress: fn(u64, u64) -> String,
    /// It is being written, so many rows.
    pub packing: fn(u64) -> String,
    /// So many rows are in the file.
    pub done: fn(u64) -> String,
    /// Somebody stopped it.
    pub stopped: &'static str,
    /// It broke off.
    pub failed: &'static str,
    /// Stops.
    pub stop: &'static str,
}

/// Calls, in Vietnamese.
pub const CALLS_VI: Texts = Texts {
    title: "Xuất CSV",
    text: "Tệp gồm đúng các cuộc gọi, cột và thứ tự đang hiển thị. Việc xuất tệp được ghi vào nhật ký kiểm tra.",
    start: "Bắt đầu xuất",
    kind: "Loại tệp",
    progress: |done, total| format!("{} / {} cuộc gọi", thousands(done), thousands(total)),
    packing: |total| format!("Đang xuất {} cuộc gọi…", thousands(total)),
    done: |rows| format!("Đã xuất {} cuộc gọi", thousands(rows)),
    stopped: "Đã dừng. Chưa có tệp nào được lưu.",
    failed: "Tệp chưa xuất xong vì mất kết nối với máy chủ. Hãy thử lại.",
    stop: "Dừng",
};

/// Calls, in English.
pub const CALLS_EN: Texts = Texts {
    title: "Export CSV",
    text: "The file holds exactly the calls, columns and order that are shown. Each export is written to the audit.",
    start: "Start export",
    kind: "Kind of file",
    progress: |done, total| format!("{done} of {total} calls"),
    packing: |total| format!("Exporting {total} calls…"),
    done: |rows| format!("{rows} calls exported"),
    stopped: "Stopped. No file was saved.",
    failed: "The file is not complete: the connection to the server was lost. Please try again.",
    stop: "Stop",
};

/// The audit, in Vietnamese.
pub const AUDIT_VI: Texts = Texts {
    text: "Tệp gồm đúng các mục nhật ký đang tìm. Việc xuất tệp cũng được ghi vào nhật ký.",
    progress: |done, _| format!("{} mục", thousands(done)),
    packing: |total| format!("Đang xuất {} mục…", thousands(total)),
    done: |rows| format!("Đã xuất {} mục", thousands(rows)),
    ..CALLS_VI
};

/// The audit, in English.
pub const AUDIT_EN: Texts = Texts {
    text: "The file holds exactly the entries that are searched. The export is written to the audit, too.",
    progress: |done, _| format!("{done} entries"),
    packing: |total| format!("Exporting {total} entries…"),
    done: |rows| format!("{rows} entries exported"),
    ..CALLS_EN
};

/// Customers, in Vietnamese.
pub const CUSTOMERS_VI: Texts = Texts {
    title: "Xuất tệp",
    text: "Tệp gồm đúng các khách hàng đang hiển thị, theo thứ tự đó, với đầy đủ các cột. Việc xuất tệp được ghi vào nhật ký kiểm tra.",
    progress: |done, total| format!("{} / {} khách hàng", thousands(done), thousands(total)),
    packing: |total| format!("Đang xuất {} khách hàng…", thousands(total)),
    done: |rows| format!("Đã xuất {} khách hàng", thousands(rows)),
    ..CALLS_VI
};

/// Customers, in English.
pub const CUSTOMERS_EN: Texts = Texts {
    title: "Export",
    text: "The file holds exactly the customers that are shown, in their order, with every column. Each export is written to the audit.",
    progress: |done, total| format!("{done} of {total} customers"),
    packing: |total| format!("Exporting {total} customers…"),
    done: |rows| format!("{rows} customers exported"),
    ..CALLS_EN
};

/// Companies, in Vietnamese.
pub const COMPANIES_VI: Texts = Texts {
    text: "Tệp gồm đúng các công ty và thứ tự đang hiển thị. Việc xuất tệp được ghi vào nhật ký kiểm tra.",
    progress: |done, total| format!("{} / {} công ty", thousands(done), thousands(total)),
    packing: |total| format!("Đang xuất {} công ty…", thousands(total)),
    done: |rows| format!("Đã xuất {} công ty", thousands(rows)),
    ..CUSTOMERS_VI
};

/// Companies, in English.
pub const COMPANIES_EN: Texts = Texts {
    text: "The file holds exactly the companies that are shown, in their order. Each export is written to the audit.",
    progress: |done, total| format!("{done} of {total} companies"),
    packing: |total| format!("Exporting {total} companies…"),
    done: |rows| format!("{rows} companies exported"),
    ..CUSTOMERS_EN
};

/// Deals, in Vietnamese.
pub const DEALS_VI: Texts = Texts {
    text: "Tệp gồm đúng các cơ hội và thứ tự đang hiển thị. Việc xuất tệp được ghi vào nhật ký kiểm tra.",
    progress: |done, total| format!("{} / {} cơ hội", thousands(done), thousands(total)),
    packing: |total| format!("Đang xuất {} cơ hội…", thousands(total)),
    done: |rows| format!("Đã xuất {} cơ hội", thousands(rows)),
    ..CUSTOMERS_VI
};

/// Deals, in English.
pub const DEALS_EN: Texts = Texts {
    text: "The file holds exactly the deals that are shown, in their order. Each export is written to the audit.",
    progress: |done, total| format!("{done} of {total} deals"),
    packing: |total| format!("Exporting {total} deals…"),
    done: |rows| format!("{rows} deals exported"),
    ..CUSTOMERS_EN
};

/// `1.250.000`, as Vietnamese people write it.
fn thousands(number: u64) -> String {
    let money = domain::times::money(i64::try_from(number).unwrap_or(i64::MAX));
    money.split('\u{a0}').next().unwrap_or_default().to_owned()
}
