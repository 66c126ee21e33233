//! Words of the customer form.

/// The texts of the customer form.
pub struct Texts {
    /// Title of the empty form.
    pub new_title: &'static str,
    /// Title of the form of a customer.
    pub edit_title: fn(&str) -> String,
    /// Heading.
    pub person: &'static str,
    /// Heading.
    pub phones: &'static str,
    /// Label of a number, with its place.
    pub number: fn(usize) -> String,
    /// Label of a number's label.
    pub label: fn(usize) -> String,
    /// What a label looks like.
    pub label_placeholder: &'static str,
    /// Labels often used.
    pub labels: &'static [&'static str],
    /// Adds a row.
    pub add_phone: &'static str,
    /// Removes a row.
    pub remove_phone: fn(usize) -> String,
    /// The number under which it will be stored.
    pub will_save_as: fn(&str) -> String,
    /// Why: the mobile renumbering.
    pub mobile_2018: &'static str,
    /// Why: the area codes.
    pub landline_2017: &'static str,
    /// Others hold the number.
    pub held_by: &'static str,
    /// Nobody is responsible.
    pub no_owner: &'static str,
    /// Saves a new customer.
    pub create: &'static str,
    /// Saves.
    pub save: &'static str,
    /// Saved.
    pub created: fn(&str) -> String,
    /// Saved.
    pub saved: fn(&str) -> String,
    /// The call now belongs to the new customer.
    pub attached: &'static str,
    /// The call does not belong to the new customer yet.
    pub attach_failed: &'static str,
    /// The form is for a call.
    pub for_call: &'static str,
    /// Somebody else saved first: when.
    pub stale_title: fn(&str) -> String,
    /// What to do.
    pub stale_text: &'static str,
    /// Fields only the other changed.
    pub stale_adopted: fn(&str) -> String,
    /// What the other saved.
    pub theirs: &'static str,
    /// What was typed here.
    pub mine: &'static str,
    /// Keeps what was typed.
    pub keep_mine: &'static str,
    /// Takes what the other saved.
    pub take_theirs: &'static str,
    /// An empty field.
    pub nothing: &'static str,
    /// Asks before leaving.
    pub leave_title: &'static str,
    /// What leaving means.
    pub leave_text: &'static str,
    /// Does not leave.
    pub stay: &'static str,
    /// Leaves.
    pub leave: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    new_title: "Khách hàng mới",
    edit_title: |name| format!("Sửa {name}"),
    person: "Thông tin",
    phones: "Số điện thoại",
    number: |row| format!("Số điện thoại {row}"),
    label: |row| format!("Nhãn của số {row}"),
    label_placeholder: "Di động",
    labels: &["Di động", "Văn phòng", "Nhà riêng", "Zalo", "Trợ lý"],
    add_phone: "Thêm số",
    remove_phone: |row| format!("Bỏ số điện thoại {row}"),
    will_save_as: |number| format!("Sẽ lưu là {number}"),
    mobile_2018: "đầu số di động đã đổi năm 2018",
    landline_2017: "mã vùng đã đổi năm 2017",
    held_by: "Số này đã có ở:",
    no_owner: "Chưa có người phụ trách",
    create: "Tạo khách hàng",
    save: "Lưu thay đổi",
    created: |name| format!("Đã tạo khách hàng {name}"),
    saved: |name| format!("Đã lưu {name}"),
    attached: "Cuộc gọi đã được gắn vào hồ sơ",
    attach_failed: "Đã tạo khách hàng, nhưng chưa gắn được cuộc gọi. Hãy gắn trong trang cuộc gọi.",
    for_call: "Sau khi tạo, cuộc gọi sẽ được gắn vào hồ sơ này.",
    stale_title: |when| format!("Người khác đã lưu khách hàng này lúc {when}"),
    stale_text: "Những gì bạn nhập vẫn còn nguyên. Với từng mục khác nhau, hãy chọn giữ phần của bạn hoặc lấy phần của họ, rồi lưu lại.",
    stale_adopted: |fields| format!("Đã cập nhật theo người khác: {fields}."),
    theirs: "Của họ",
    mine: "Của bạn",
    keep_mine: "Giữ của bạn",
    take_theirs: "Lấy của họ",
    nothing: "(trống)",
    leave_title: "Rời trang mà chưa lưu?",
    leave_text: "Những gì bạn vừa nhập trên trang này sẽ mất.",
    stay: "Ở lại",
    leave: "Rời trang",
};

/// English.
pub const EN: Texts = Texts {
    new_title: "New customer",
    edit_title: |name| format!("Edit {name}"),
    person: "Details",
    phones: "Phone numbers",
    number: |row| format!("Phone number {row}"),
    label: |row| format!("Label of number {row}"),
    label_placeholder: "Mobile",
    labels: &["Mobile", "Office", "Home", "Zalo", "Assistant"],
    add_phone: "Add number",
    remove_phone: |row| format!("Remove phone number {row}"),
    will_save_as: |number| format!("Will be saved as {number}"),
    mobile_2018: "mobile prefix changed in 2018",
    landline_2017: "area code changed in 2017",
    held_by: "This number already belongs to:",
    no_owner: "Nobody",
    create: "Create customer",
    save: "Save changes",
    created: |name| format!("{name} was created"),
    saved: |name| format!("{name} was saved"),
    attached: "The call is now on the record",
    attach_failed: "The customer was created, but the call could not be attached. Attach it on the call's page.",
    for_call: "Once created, the call will be on this record.",
    stale_title: |when| format!("Somebody else saved this customer at {when}"),
    stale_text: "Everything you typed is still here. For each difference keep yours or take theirs, then save again.",
    stale_adopted: |fields| format!("Updated from the other save: {fields}."),
    theirs: "Theirs",
    mine: "Yours",
    keep_mine: "Keep yours",
    take_theirs: "Take theirs",
    nothing: "(empty)",
    leave_title: "Leave without saving?",
    leave_text: "What you typed on this page will be lost.",
    stay: "Stay",
    leave: "Leave",
};
