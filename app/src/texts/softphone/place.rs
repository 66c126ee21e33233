//! Words about where the telephone is, what has not reached the server, and what was before.

/// The words.
pub struct Texts {
    /// Another tab of this browser has the telephone.
    pub another_tab: &'static str,
    /// Another tab of this browser has a call, whose buttons are here too.
    pub call_in_another_tab: &'static str,
    /// On which computer, since when.
    pub another_computer: fn(&str, &str) -> String,
    /// The same, with a call going on there.
    pub call_on_another_computer: fn(&str, &str) -> String,
    /// The computer says nothing of itself.
    pub some_computer: &'static str,
    /// The sound of this call is in another tab.
    pub sound_elsewhere: &'static str,
    /// Asks before a call in another tab is cut off.
    pub ask_tab_title: &'static str,
    /// What will happen.
    pub ask_tab_text: &'static str,
    /// Asks before a call on another computer is cut off.
    pub ask_computer_title: fn(&str) -> String,
    /// What will happen.
    pub ask_computer_text: &'static str,
    /// Does it.
    pub ask_yes: &'static str,
    /// Leaves the call alone.
    pub ask_no: &'static str,

    /// The page of a call was gone while it ran.
    pub cut_off: &'static str,
    /// Our server has not answered since then.
    pub server_silent: fn(&str) -> String,
    /// The same, with a call going on.
    pub server_silent_in_call: fn(&str) -> String,
    /// So many things wait until the member signs in again.
    pub sign_in_to_send: fn(usize) -> String,
    /// The browser keeps nothing: so many things are lost with the page.
    pub unwritten: fn(usize) -> String,
    /// The server refused so many things.
    pub set_aside: fn(usize) -> String,
    /// Sends them again.
    pub send_again: &'static str,

    /// Heading of the latest calls.
    pub recent: &'static str,
    /// There are none.
    pub no_recent: &'static str,
    /// They could not be loaded.
    pub recent_failed: &'static str,
    /// Opens the story of a call with this person.
    pub open_call: fn(&str) -> String,

    /// Whether the telephone's keys work.
    pub keys: &'static str,
    /// What that means.
    pub keys_text: &'static str,
}

/// Vietnamese.
pub const VI: Texts = Texts {
    another_tab: "Một thẻ khác của trình duyệt này đang nghe gọi. Bạn gọi và trả lời ở đây, âm thanh ở thẻ đó.",
    call_in_another_tab: "Đang gọi ở thẻ khác. Các nút ở đây điều khiển cuộc gọi đó.",
    another_computer: |computer, since| format!("{computer} đang nghe gọi, từ {since}."),
    call_on_another_computer: |computer, since| format!("{computer} đang nghe gọi, từ {since}, và đang có cuộc gọi."),
    some_computer: "Một máy khác",
    sound_elsewhere: "Âm thanh ở thẻ khác",
    ask_tab_title: "Đang có cuộc gọi ở thẻ khác",
    ask_tab_text: "Âm thanh của cuộc gọi nằm trong thẻ đó. Nếu chuyển điện thoại về đây, cuộc gọi sẽ bị ngắt ngay và được ghi lại là đã mất phần thoại. Bạn vẫn có thể điều khiển cuộc gọi từ thẻ này mà không cần chuyển.",
    ask_computer_title: |computer| format!("Đang có cuộc gọi trên {computer}"),
    ask_computer_text: "Nếu chuyển điện thoại về đây, cuộc gọi trên máy đó sẽ bị ngắt ngay và được ghi lại là đã mất phần thoại.",
    ask_yes: "Chuyển về đây và ngắt cuộc gọi",
    ask_no: "Để nguyên cuộc gọi",

    cut_off: "Trang đã bị đóng khi đang gọi. Cuộc gọi được ghi đến lúc đó.",
    server_silent: |since| format!("Máy chủ không trả lời từ {since}. Trang sẽ tự nối lại."),
    server_silent_in_call: |since| {
        format!("Máy chủ không trả lời từ {since}. Cuộc gọi vẫn tiếp tục và sẽ được ghi lại đầy đủ khi nối lại được.")
    },
    sign_in_to_send: |n| format!("{n} mục chờ bạn đăng nhập lại để gửi về máy chủ. Chúng được giữ trên máy này."),
    unwritten: |n| format!("Trình duyệt không lưu được {n} mục chưa gửi. Hãy giữ thẻ này mở cho đến khi gửi xong."),
    set_aside: |n| format!("Máy chủ từ chối {n} mục. Chúng được giữ lại trên máy này."),
    send_again: "Gửi lại",

    recent: "Cuộc gọi gần đây",
    no_recent: "Chưa có cuộc gọi nào.",
    recent_failed: "Chưa tải được cuộc gọi gần đây.",
    open_call: |who| format!("Xem cuộc gọi với {who}"),

    keys: "Phím tắt điện thoại",
    keys_text: "Trả lời, kết thúc, giữ máy… bằng một phím, trên trình duyệt này.",
};

/// English.
pub const EN: Texts = Texts {
    another_tab: "Another tab of this browser has the phone. You can call and answer here; the sound is over there.",
    call_in_another_tab: "On a call in another tab. The buttons here control that call.",
    another_computer: |computer, since| format!("{computer} has had the phone since {since}."),
    call_on_another_computer: |computer, since| {
        format!("{computer} has had the phone since {since}, and is on a call.")
    },
    some_computer: "Another computer",
    sound_elsewhere: "Sound in another tab",
    ask_tab_title: "There is a call in another tab",
    ask_tab_text: "The sound of the call is in that tab. If the phone moves here, the call is cut off at once and logged as having lost its voice. You can also control the call from this tab without moving it.",
    ask_computer_title: |computer| format!("There is a call on {computer}"),
    ask_computer_text: "If the phone moves here, the call over there is cut off at once and logged as having lost its voice.",
    ask_yes: "Move here and cut the call off",
    ask_no: "Leave the call alone",

    cut_off: "The page was closed during the call. The call is logged up to then.",
    server_silent: |since| format!("The server has not answered since {since}. The page will reconnect by itself."),
    server_silent_in_call: |since| {
        format!("The server has not answered since {since}. The call goes on and will be logged in full afterwards.")
    },
    sign_in_to_send: |n| format!("{n} items wait until you sign in again. They are kept on this computer."),
    unwritten: |n| format!("The browser could not keep {n} unsent items. Leave this tab open until they are sent."),
    set_aside: |n| format!("The server refused {n} items. They are kept on this computer."),
    send_again: "Send again",

    recent: "Recent calls",
    no_recent: "No calls yet.",
    recent_failed: "Recent calls could not be loaded.",
    open_call: |who| format!("Open the call with {who}"),

    keys: "Phone keys",
    keys_text: "Answer, hang up, hold… with one key, in this browser.",
};
