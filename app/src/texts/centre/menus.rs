//! The menus and their editor.

/// The words.
pub struct Texts {
    /// Makes a menu.
    pub add: &'static str,
    /// There are none.
    pub none: &'static str,
    /// What a menu is for.
    pub none_text: &'static str,
    /// The first thing that callers hear.
    pub greeting: &'static str,
    /// What to write there.
    pub greeting_hint: &'static str,
    /// The name of the first place.
    pub first_step: &'static str,
    /// The name of a menu.
    pub menu_name: &'static str,
    /// Makes it now.
    pub create: &'static str,
    /// Which numbers answer with it.
    pub answers: fn(&str) -> String,
    /// No number answers with it.
    pub answers_nothing: &'static str,
    /// Column: the menu.
    pub menu: &'static str,
    /// Column: its numbers.
    pub numbers: &'static str,
    /// Column: how many places.
    pub steps: &'static str,
    /// Column: what was found.
    pub state: &'static str,
    /// Nothing was found.
    pub fine: &'static str,
    /// So much was found.
    pub found: fn(usize) -> String,

    /// Gives another name.
    pub rename: &'static str,
    /// Takes it out of the draft.
    pub remove: &'static str,
    /// What happens then.
    pub remove_text: fn(name: &str, steps: usize) -> String,
    /// Numbers would lead nowhere.
    pub remove_leads: fn(numbers: &str) -> String,
    /// A menu that is not there.
    pub gone: &'static str,
    /// What may have happened.
    pub gone_text: &'static str,
    /// Leads to the list.
    pub to_list: &'static str,
    /// The picture, as it is announced.
    pub picture_of: fn(&str) -> String,
    /// What can be done with the keyboard.
    pub keyboard: &'static str,

    /// Nothing is chosen.
    pub choose: &'static str,
    /// The panel beside the picture, as it is announced.
    pub panel: &'static str,
    /// What callers hear.
    pub hears: &'static str,
    /// A text is spoken.
    pub by_text: &'static str,
    /// A file is played.
    pub by_file: &'static str,
    /// No file is chosen.
    pub no_file: &'static str,
    /// Leads to the files.
    pub to_sounds: &'static str,
    /// The provider's own voice.
    pub usual_voice: &'static str,
    /// A speed, from -3 to 3.
    pub speed: fn(i8) -> String,
    /// In seconds.
    pub in_seconds: fn(&str) -> String,
    /// In milliseconds.
    pub in_millis: fn(&str) -> String,
    /// Voice, speed, repetitions.
    pub details: &'static str,
    /// The keys of a place.
    pub keys: &'static str,
    /// It has none.
    pub no_keys: &'static str,
    /// Adds one.
    pub add_key: &'static str,
    /// Adds one at this place.
    pub add_key_at: fn(&str) -> String,
    /// A key in this row, from 1.
    pub key: fn(usize) -> String,
    /// What the key in this row does.
    pub does: fn(usize) -> String,
    /// What the key does, where there is only one.
    pub leads: &'static str,
    /// Takes the key in this row away.
    pub remove_key: fn(&str) -> String,
    /// The caller waits for an agent.
    pub to_queue: &'static str,
    /// The caller hears something else.
    pub to_step: &'static str,
    /// The caller hears something new.
    pub to_new_step: &'static str,
    /// The caller is connected with a number.
    pub to_number: &'static str,
    /// The call ends.
    pub to_end: &'static str,
    /// Something of the provider's own.
    pub to_unknown: fn(i64) -> String,
    /// Nothing is chosen yet.
    pub pick: &'static str,
    /// The name of a new place.
    pub new_name: fn(&str) -> String,
    /// Some fields must be mended.
    pub not_kept: &'static str,
    /// The menu begins here.
    pub begins_here: &'static str,
    /// Lets the menu begin here.
    pub begin_here: &'static str,
    /// Takes a place out.
    pub remove_step: &'static str,
    /// What happens then.
    pub remove_step_text: fn(name: &str, keys: usize) -> String,
    /// It was taken out.
    pub step_removed: fn(&str) -> String,
    /// Where one comes from.
    pub comes_from: &'static str,
    /// Opens its own page.
    pub open: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    add: "Thêm menu thoại",
    none: "Chưa có menu thoại",
    none_text: "Menu thoại chào khách và để khách bấm phím chọn bộ phận cần gặp. Đầu số cũng có thể dẫn thẳng vào hàng đợi mà không cần menu.",
    greeting: "Lời chào",
    greeting_hint: "Ví dụ: Xin chào quý khách. Mua hàng bấm phím 1, bảo hành bấm phím 2.",
    first_step: "Lời chào",
    menu_name: "Tên menu",
    create: "Tạo menu",
    answers: |numbers| numbers.to_owned(),
    answers_nothing: "Chưa đầu số nào dùng",
    menu: "Menu",
    numbers: "Đầu số dùng menu này",
    steps: "Số bước",
    state: "Kiểm tra",
    fine: "Ổn",
    found: |count| format!("{count} điểm cần xem"),
    rename: "Đổi tên",
    remove: "Xóa menu",
    remove_text: |name, steps| {
        format!("Xóa menu “{name}” cùng {steps} bước khỏi bản nháp? Chỉ khi phát hành thì tổng đài mới thay đổi.")
    },
    remove_leads: |numbers| {
        format!("{numbers} đang dùng menu này và sẽ không dẫn tới đâu cho đến khi bạn chọn menu hoặc hàng đợi khác.")
    },
    gone: "Không có menu này",
    gone_text: "Có thể ai đó vừa xóa nó khỏi bản nháp.",
    to_list: "Về danh sách menu",
    picture_of: |name| format!("Menu {name}"),
    keyboard: "Bàn phím: mũi tên để đi theo nhánh, Enter để sửa, Esc để quay lại sơ đồ, 0–9 * # để đi theo phím hoặc thêm phím, Delete để xóa bước.",
    choose: "Chọn một bước trong sơ đồ để xem và sửa.",
    panel: "Chi tiết",
    hears: "Khách nghe",
    by_text: "Đọc văn bản",
    by_file: "Phát tệp",
    no_file: "Chưa chọn tệp",
    to_sounds: "Tải tệp lên",
    usual_voice: "Giọng mặc định",
    speed: |speed| match speed {
        -3 => "−3 (chậm nhất)".to_owned(),
        0 => "0 (bình thường)".to_owned(),
        3 => "3 (nhanh nhất)".to_owned(),
        speed if speed < 0 => format!("−{}", speed.unsigned_abs()),
        speed => speed.to_string(),
    },
    in_seconds: |what| format!("{what} (giây)"),
    in_millis: |what| format!("{what} (mili giây)"),
    details: "Giọng đọc, số lần, thời gian chờ",
    keys: "Khi khách bấm phím",
    no_keys: "Chưa có phím nào: khách nghe xong sẽ bị ngắt.",
    add_key: "Thêm phím",
    add_key_at: |step| format!("Thêm phím ở bước {step}"),
    key: |row| format!("Phím ở dòng {row}"),
    does: |row| format!("Việc phím ở dòng {row} làm"),
    leads: "Dẫn đến",
    remove_key: |key| format!("Bỏ {key}"),
    to_queue: "Hàng đợi",
    to_step: "Bước có sẵn",
    to_new_step: "Bước mới",
    to_number: "Số điện thoại",
    to_end: "Kết thúc cuộc gọi",
    to_unknown: |code| format!("Thao tác lạ (mã {code})"),
    pick: "Hãy chọn…",
    new_name: |key| key.to_owned(),
    not_kept: "Chưa lưu vào bản nháp: hãy sửa các ô được đánh dấu.",
    begins_here: "Menu bắt đầu ở đây",
    begin_here: "Bắt đầu menu ở bước này",
    remove_step: "Xóa bước",
    remove_step_text: |name, keys| match keys {
        0 => format!("Xóa bước “{name}” khỏi bản nháp?"),
        keys => format!("Xóa bước “{name}” khỏi bản nháp? {keys} phím dẫn tới bước này cũng được bỏ."),
    },
    step_removed: |name| format!("Đã xóa bước {name}"),
    comes_from: "Đến đây từ",
    open: "Mở trang riêng",
};

/// English.
pub const EN: Texts = Texts {
    add: "Add menu",
    none: "No menus yet",
    none_text: "A menu greets callers and lets them choose whom to talk to. A number can also lead straight into a queue.",
    greeting: "Greeting",
    greeting_hint: "For example: Welcome. Press 1 for sales, 2 for service.",
    first_step: "Greeting",
    menu_name: "Name of the menu",
    create: "Create menu",
    answers: |numbers| numbers.to_owned(),
    answers_nothing: "No number uses it",
    menu: "Menu",
    numbers: "Numbers that use it",
    steps: "Steps",
    state: "Check",
    fine: "Fine",
    found: |count| if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") },
    rename: "Rename",
    remove: "Remove menu",
    remove_text: |name, steps| {
        let steps = if steps == 1 { "its step".to_owned() } else { format!("its {steps} steps") };
        format!("Remove the menu “{name}” with {steps} from the draft? The phone system changes only when you publish.")
    },
    remove_leads: |numbers| {
        format!("{numbers} answers with it, and will lead nowhere until you choose another menu or a queue.")
    },
    gone: "No such menu",
    gone_text: "Somebody may just have removed it from the draft.",
    to_list: "Back to the menus",
    picture_of: |name| format!("Menu {name}"),
    keyboard: "Keyboard: arrows follow the branches, Enter edits, Esc returns to the picture, 0–9 * # follow a key or add it, Delete removes a step.",
    choose: "Choose a step in the picture to see and edit it.",
    panel: "Details",
    hears: "Callers hear",
    by_text: "A spoken text",
    by_file: "A sound file",
    no_file: "No file chosen",
    to_sounds: "Upload a file",
    usual_voice: "Usual voice",
    speed: |speed| match speed {
        -3 => "−3 (slowest)".to_owned(),
        0 => "0 (normal)".to_owned(),
        3 => "3 (fastest)".to_owned(),
        speed if speed < 0 => format!("−{}", speed.unsigned_abs()),
        speed => speed.to_string(),
    },
    in_seconds: |what| format!("{what} (seconds)"),
    in_millis: |what| format!("{what} (milliseconds)"),
    details: "Voice, repetitions, waiting",
    keys: "When callers press",
    no_keys: "No keys yet: callers are cut off after listening.",
    add_key: "Add key",
    add_key_at: |step| format!("Add a key at {step}"),
    key: |row| format!("Key in row {row}"),
    does: |row| format!("What the key in row {row} does"),
    leads: "Leads to",
    remove_key: |key| format!("Remove {key}"),
    to_queue: "Queue",
    to_step: "Existing step",
    to_new_step: "New step",
    to_number: "Telephone number",
    to_end: "The call ends",
    to_unknown: |code| format!("Something unknown (code {code})"),
    pick: "Choose…",
    new_name: |key| key.to_owned(),
    not_kept: "Not kept in the draft yet: mend the marked fields.",
    begins_here: "The menu begins here",
    begin_here: "Begin the menu here",
    remove_step: "Remove step",
    remove_step_text: |name, keys| match keys {
        0 => format!("Remove the step “{name}” from the draft?"),
        1 => format!("Remove the step “{name}” from the draft? The key that leads to it goes, too."),
        keys => format!("Remove the step “{name}” from the draft? The {keys} keys that lead to it go, too."),
    },
    step_removed: |name| format!("Removed the step {name}"),
    comes_from: "One comes here from",
    open: "Open its page",
};
