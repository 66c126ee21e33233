//! The words of the dock; those of the telephone's states, refusals and news are in [`words`].

pub mod account;
pub mod habits;
pub mod place;
pub mod reach;
pub mod transfer;
pub mod words;

/// The texts of the dock.
pub struct Texts {
    /// The dock itself.
    pub title: &'static str,
    /// Opens the dock where it is a bar.
    pub open: &'static str,
    /// Closes it again.
    pub close: &'static str,
    /// The member has no seat.
    pub no_seat: &'static str,
    /// What to do about that.
    pub no_seat_text: &'static str,
    /// Tries to connect at once.
    pub retry: &'static str,
    /// Takes the voice.
    pub take_voice: &'static str,
    /// What taking the voice does.
    pub take_voice_text: &'static str,
    /// Lets calls come.
    pub go_online: &'static str,
    /// Lets no calls come.
    pub go_offline: &'static str,
    /// Label of the device choice.
    pub device: &'static str,
    /// Label: the mobile's number.
    pub mobile_number: &'static str,
    /// Sends the mobile's number.
    pub use_mobile: &'static str,
    /// Functions that the provider's scripts lack.
    pub lacks: fn(&str) -> String,

    /// Label of the number to dial.
    pub number: &'static str,
    /// What may be typed there.
    pub number_hint: &'static str,
    /// Dials.
    pub dial: &'static str,
    /// Dials this number.
    pub dial_number: fn(&str) -> String,
    /// Shows the keys.
    pub keys: &'static str,
    /// Types this key.
    pub key: fn(char) -> String,
    /// Takes the last digit away.
    pub delete_digit: &'static str,
    /// Title of the question before a number that does not want calls.
    pub ask_title: &'static str,
    /// The question.
    pub ask_text: fn(&str, &str) -> String,
    /// Calls all the same.
    pub ask_yes: &'static str,
    /// Does not call.
    pub ask_no: &'static str,

    /// Heading of a call's card, heard only.
    pub card: fn(&str) -> String,
    /// The number is hidden.
    pub hidden_number: &'static str,
    /// Nobody holds the number.
    pub unknown_caller: &'static str,
    /// Looking the number up.
    pub looking: &'static str,
    /// The look-up failed.
    pub not_looked_up: &'static str,
    /// Several hold the number.
    pub several: &'static str,
    /// This one it is.
    pub choose: fn(&str) -> String,
    /// Makes a customer of the number.
    pub create_customer: &'static str,
    /// Gives the call to a customer who exists.
    pub attach: &'static str,
    /// Opens the customer's record.
    pub open_record: &'static str,
    /// Who is responsible.
    pub owner: fn(&str) -> String,
    /// This customer does not want calls.
    pub do_not_call: &'static str,
    /// Heading of the latest notes.
    pub latest_notes: &'static str,
    /// A member called the customer.
    pub contact_called: fn(&str) -> String,
    /// A member took the customer's call.
    pub contact_took: fn(&str) -> String,
    /// The customer called and this member did not take it.
    pub contact_missed: fn(&str) -> String,
    /// A member tried to call.
    pub contact_tried: fn(&str) -> String,
    /// A member wrote a note.
    pub contact_noted: fn(&str) -> String,
    /// Label of the note of a call.
    pub note: &'static str,
    /// What to write.
    pub note_hint: &'static str,
    /// The note has reached the server.
    pub note_saved: &'static str,
    /// The note is on its way.
    pub note_saving: &'static str,
    /// A colleague offers a call.
    pub offered: fn(&str) -> String,
    /// A colleague offers a call; the provider does not say who.
    pub offered_by_someone: &'static str,
    /// Seconds left to answer the offer.
    pub offer_left: fn(i64) -> String,
    /// Takes the offered call.
    pub offer_accept: &'static str,
    /// Does not take it.
    pub offer_refuse: &'static str,
    /// Calls whoever was not answered.
    pub call_back: &'static str,
    /// Calls the same number once more.
    pub call_again: &'static str,
    /// The call could not be given to the customer.
    pub not_attached: &'static str,
    /// Puts the card of an ended call away.
    pub done: &'static str,
    /// How long they talked.
    pub talked: fn(&str) -> String,
    /// How many facts have not reached the server.
    pub undelivered: fn(usize) -> String,
    /// How the member calls out.
    pub habits: habits::Texts,
    /// The account of their own telephone.
    pub account: account::Texts,
    /// Why it does not ring.
    pub reach: reach::Texts,
    /// Passing a call on.
    pub transfer: transfer::Texts,
    /// Where the telephone is, what waits, what was before.
    pub place: place::Texts,
    /// States, buttons, refusals, news.
    pub words: words::Texts,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    title: "Điện thoại",
    open: "Mở điện thoại",
    close: "Thu gọn điện thoại",
    no_seat: "Chưa có máy lẻ",
    no_seat_text: "Tài khoản của bạn chưa được gán máy lẻ. Hãy nhờ quản trị viên thêm máy lẻ trong mục Nhân viên.",
    retry: "Kết nối lại ngay",
    take_voice: "Nghe gọi ở đây",
    take_voice_text: "Nơi đang nghe gọi sẽ mất điện thoại; cuộc gọi đang diễn ra ở đó sẽ bị ngắt.",
    go_online: "Nhận cuộc gọi",
    go_offline: "Tạm nghỉ",
    device: "Thiết bị nghe gọi",
    mobile_number: "Số di động nhận cuộc gọi",
    use_mobile: "Dùng số này",
    lacks: |names| format!("Bản tổng đài này thiếu chức năng: {names}."),

    number: "Số cần gọi",
    number_hint: "Nhập hoặc dán số theo bất kỳ cách viết nào",
    dial: "Gọi",
    dial_number: |number| format!("Gọi {number}"),
    keys: "Bàn phím số",
    key: |key| format!("Phím {key}"),
    delete_digit: "Xóa số cuối",
    ask_title: "Khách không muốn nhận cuộc gọi",
    ask_text: |number, name| {
        if name.is_empty() {
            format!("Số {number} được đánh dấu “không gọi”. Bạn vẫn muốn gọi?")
        } else {
            format!("Số {number} của {name} được đánh dấu “không gọi”. Bạn vẫn muốn gọi?")
        }
    },
    ask_yes: "Vẫn gọi",
    ask_no: "Không gọi",

    card: |name| format!("Cuộc gọi: {name}"),
    hidden_number: "Số ẩn",
    unknown_caller: "Chưa có trong danh bạ",
    looking: "Đang tìm khách hàng…",
    not_looked_up: "Chưa tìm được khách hàng.",
    several: "Nhiều khách hàng dùng số này. Ai đang gọi?",
    choose: |name| format!("Chọn {name}"),
    create_customer: "Tạo khách hàng",
    attach: "Gắn vào khách hàng có sẵn",
    open_record: "Mở hồ sơ",
    owner: |name| format!("{name} phụ trách"),
    do_not_call: "Không muốn nhận cuộc gọi",
    latest_notes: "Ghi chú gần đây",
    contact_called: |who| format!("{who} gọi"),
    contact_took: |who| format!("{who} nghe máy"),
    contact_missed: |who| format!("Gọi nhỡ ({who})"),
    contact_tried: |who| format!("{who} gọi không được"),
    contact_noted: |who| format!("{who} ghi chú"),
    note: "Ghi chú cuộc gọi",
    note_hint: "Khách cần gì, đã hẹn gì?",
    note_saved: "Đã lưu",
    note_saving: "Đang lưu…",
    offered: |from| format!("{from} muốn chuyển cho bạn một cuộc gọi"),
    offered_by_someone: "Đồng nghiệp muốn chuyển cho bạn một cuộc gọi",
    offer_left: |seconds| format!("Còn {seconds} giây"),
    offer_accept: "Nhận cuộc gọi",
    offer_refuse: "Không nhận",
    call_back: "Gọi lại",
    call_again: "Gọi lần nữa",
    not_attached: "Chưa gắn được cuộc gọi. Hãy thử lại.",
    done: "Xong",
    talked: |duration| format!("Đàm thoại {duration}"),
    undelivered: |n| format!("{n} mục chưa gửi được về máy chủ, sẽ tự gửi lại."),
    habits: habits::VI,
    account: account::VI,
    reach: reach::VI,
    transfer: transfer::VI,
    place: place::VI,
    words: words::VI,
};

/// English.
pub const EN: Texts = Texts {
    title: "Phone",
    open: "Open the phone",
    close: "Collapse the phone",
    no_seat: "No telephone seat",
    no_seat_text: "Your account has no seat at the telephone provider. Ask an admin to add one under Staff.",
    retry: "Connect now",
    take_voice: "Use the phone here",
    take_voice_text: "Wherever the phone is used now will lose it; a call going on there is cut off.",
    go_online: "Take calls",
    go_offline: "Take a break",
    device: "Calling device",
    mobile_number: "Mobile number that takes the calls",
    use_mobile: "Use this number",
    lacks: |names| format!("This provider version lacks: {names}."),

    number: "Number to call",
    number_hint: "Type or paste a number in any format",
    dial: "Call",
    dial_number: |number| format!("Call {number}"),
    keys: "Keypad",
    key: |key| format!("Key {key}"),
    delete_digit: "Delete the last digit",
    ask_title: "This customer does not want calls",
    ask_text: |number, name| {
        if name.is_empty() {
            format!("{number} is marked “do not call”. Call all the same?")
        } else {
            format!("{name}’s number {number} is marked “do not call”. Call all the same?")
        }
    },
    ask_yes: "Call anyway",
    ask_no: "Do not call",

    card: |name| format!("Call: {name}"),
    hidden_number: "Hidden number",
    unknown_caller: "Not a customer yet",
    looking: "Looking the customer up…",
    not_looked_up: "The customer could not be looked up.",
    several: "Several customers use this number. Who is calling?",
    choose: |name| format!("Choose {name}"),
    create_customer: "Create customer",
    attach: "Attach to a customer",
    open_record: "Open record",
    owner: |name| format!("{name} is responsible"),
    do_not_call: "Does not want calls",
    latest_notes: "Latest notes",
    contact_called: |who| format!("{who} called"),
    contact_took: |who| format!("{who} took a call"),
    contact_missed: |who| format!("Missed call ({who})"),
    contact_tried: |who| format!("{who} tried to call"),
    contact_noted: |who| format!("{who} wrote a note"),
    note: "Call note",
    note_hint: "What did they need, what was agreed?",
    note_saved: "Saved",
    note_saving: "Saving…",
    offered: |from| format!("{from} wants to transfer a call to you"),
    offered_by_someone: "A colleague wants to transfer a call to you",
    offer_left: |seconds| format!("{seconds} s left"),
    offer_accept: "Take the call",
    offer_refuse: "Refuse",
    call_back: "Call back",
    call_again: "Call again",
    not_attached: "The call could not be attached. Try again.",
    done: "Done",
    talked: |duration| format!("Talked {duration}"),
    undelivered: |n| format!("{n} items have not reached the server and will be sent again."),
    habits: habits::EN,
    account: account::EN,
    reach: reach::EN,
    transfer: transfer::EN,
    place: place::EN,
    words: words::EN,
};
