//! The directory: whom calls can be passed on to.

/// The words.
pub struct Texts {
    /// The page, as a tab.
    pub tab: &'static str,
    /// Queues.
    pub queues: &'static str,
    /// Why they are written down here, at this provider.
    pub queues_text: fn(&str) -> String,
    /// No queue yet.
    pub no_queues: &'static str,
    /// Seats.
    pub seats: &'static str,
    /// Who is among them.
    pub seats_text: &'static str,
    /// Somebody of the staff is there by themselves.
    pub of_staff: &'static str,
    /// Nobody is there yet.
    pub no_seats: &'static str,
    /// Label: the name of a new queue.
    pub new_queue: &'static str,
    /// An example.
    pub queue_example: &'static str,
    /// Label: a queue's id.
    pub queue_id: &'static str,
    /// Label: the name of a new seat.
    pub new_seat: &'static str,
    /// An example.
    pub seat_example: &'static str,
    /// Label: a seat.
    pub seat: &'static str,
    /// Label: an entry's name.
    pub name: &'static str,
    /// Adds a queue.
    pub add_queue: &'static str,
    /// Adds a seat.
    pub add_seat: &'static str,
    /// This one was added.
    pub added: fn(&str) -> String,
    /// Changes this one.
    pub edit: fn(&str) -> String,
    /// Takes this one away.
    pub remove: fn(&str) -> String,
    /// It is gone.
    pub removed: fn(&str) -> String,
    /// Moves this one up.
    pub up: fn(&str) -> String,
    /// Moves this one down.
    pub down: fn(&str) -> String,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    tab: "Danh bạ",
    queues: "Nhánh (hàng đợi)",
    queues_text: |provider| {
        format!(
            "{provider} không cho biết có những nhánh nào. Ghi mã nhánh kèm tên ở đây để nhân viên chọn theo tên khi chuyển cuộc gọi."
        )
    },
    no_queues: "Chưa có nhánh nào. Mã nhánh xem ở trang quản trị của tổng đài.",
    seats: "Máy lẻ",
    seats_text: "Nhân viên có máy lẻ tự có trong danh bạ. Thêm máy lẻ của nơi khác, ví dụ lễ tân hay chi nhánh.",
    of_staff: "Nhân viên",
    no_seats: "Chưa ai có máy lẻ ở tổng đài này.",
    new_queue: "Tên nhánh",
    queue_example: "Chăm sóc khách hàng",
    queue_id: "Mã nhánh",
    new_seat: "Tên nơi nhận",
    seat_example: "Lễ tân Đà Nẵng",
    seat: "Số máy lẻ",
    name: "Tên",
    add_queue: "Thêm nhánh",
    add_seat: "Thêm máy lẻ",
    added: |name| format!("Đã thêm {name} vào danh bạ"),
    edit: |name| format!("Sửa {name}"),
    remove: |name| format!("Xóa {name}"),
    removed: |name| format!("Đã xóa {name} khỏi danh bạ"),
    up: |name| format!("Đưa {name} lên"),
    down: |name| format!("Đưa {name} xuống"),
};

/// English.
pub const EN: Texts = Texts {
    tab: "Directory",
    queues: "Queues",
    queues_text: |provider| {
        format!(
            "{provider} does not say which queues there are. Write their ids here with a name, so that members choose by name when they transfer a call."
        )
    },
    no_queues: "No queues yet. Their ids are in the phone system's own administration.",
    seats: "Extensions",
    seats_text: "Staff with an extension are in the directory by themselves. Add extensions of others, such as reception or a branch.",
    of_staff: "Staff",
    no_seats: "Nobody has an extension at this phone system yet.",
    new_queue: "Queue name",
    queue_example: "Customer care",
    queue_id: "Queue id",
    new_seat: "Who is there",
    seat_example: "Reception Da Nang",
    seat: "Extension",
    name: "Name",
    add_queue: "Add queue",
    add_seat: "Add extension",
    added: |name| format!("{name} was added to the directory"),
    edit: |name| format!("Edit {name}"),
    remove: |name| format!("Remove {name}"),
    removed: |name| format!("{name} was removed from the directory"),
    up: |name| format!("Move {name} up"),
    down: |name| format!("Move {name} down"),
};
