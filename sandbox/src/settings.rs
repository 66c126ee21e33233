//! What a sandbox is told when it is started.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

/// A seat at the pretend telephone company.
#[derive(Clone, Debug)]
pub struct Agent {
    /// The seat's own number, such as `5001`.
    pub ipphone: String,
    /// The name that colleagues see when they transfer a call.
    pub name: String,
}

/// A branch to which a hotline leads.
#[derive(Clone, Debug)]
pub struct Queue {
    /// What `csTransferCallAcd` names it.
    pub id: String,
    /// What agents see when it rings.
    pub name: String,
    /// The number that customers dial.
    pub hotline: String,
    /// The seats that serve it, by their `ipphone`.
    pub agents: Vec<String>,
}

/// A hotline of the pretend Stringee.
#[derive(Clone, Debug)]
pub struct Hotline {
    /// Digits with the country code, without `+`.
    pub number: String,
    /// Its name.
    pub name: String,
}

/// An agent of the pretend Stringee.
#[derive(Clone, Debug)]
pub struct User {
    /// `userId` of the agent's tokens.
    pub id: String,
    /// The person's name.
    pub name: String,
}

/// A project at the pretend Stringee.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its number.
    pub id: u32,
    /// The API key's name, `iss` of every token.
    pub key_sid: String,
    /// The key that signs every token.
    pub key_secret: String,
    /// The key that signs webhooks; empty: they carry no signature.
    pub signing_key: String,
    /// Its numbers: the first one greets, the others lead to the first queue.
    pub hotlines: Vec<Hotline>,
    /// Its agents: all of them serve every queue.
    pub users: Vec<User>,
    /// Below this lie the webhooks of the customer's server (`agents`, `callout`, `customer`, `events`); `None`: it has none.
    pub hooks: Option<String>,
    /// Where the customer's server reaches the Call API, for the recordings' addresses.
    pub call_api: String,
}

/// Everything a sandbox is told when it is started.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The tenant's name at the pretend company.
    pub domain: String,
    /// The key that signs login tokens.
    pub access_key: String,
    /// The key with which the call history is asked.
    pub history_key: String,
    /// Every seat.
    pub agents: Vec<Agent>,
    /// Every queue.
    pub queues: Vec<Queue>,
    /// The project at Stringee.
    pub project: Project,
    /// The address at which browsers reach the sound.
    pub media_address: IpAddr,
    /// Its UDP port; 0 takes any free one.
    pub media_port: u16,
    /// The folder that holds the built web files.
    pub assets: PathBuf,
}

impl Settings {
    /// A company of one manager (5000), three agents (5001 to 5003), one hotline and one queue.
    #[must_use]
    pub fn demo() -> Self {
        let people =
            [("5000", "Trần Minh Quân"), ("5001", "Nguyễn Thị Lan"), ("5002", "Phạm Văn Hùng"), ("5003", "Lê Thu Hà")];
        let agent = |(ipphone, name): (&str, &str)| Agent { ipphone: ipphone.to_owned(), name: name.to_owned() };
        Self {
            domain: "demo".to_owned(),
            access_key: "sandbox-access-key".to_owned(),
            history_key: "sandbox-history-key".to_owned(),
            agents: people.map(agent).to_vec(),
            queues: vec![Queue {
                id: "cskh".to_owned(),
                name: "Chăm sóc khách hàng".to_owned(),
                hotline: "19001000".to_owned(),
                agents: ["5001", "5002", "5003"].map(str::to_owned).to_vec(),
            }],
            project: Project::demo(),
            media_address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            media_port: 0,
            assets: PathBuf::from("target/site/sandbox"),
        }
    }

    /// With so many seats more, from 6001 on, which serve no queue: to measure with.
    #[must_use]
    pub fn with_seats(mut self, count: u16) -> Self {
        let seat =
            |place: u16| Agent { ipphone: (6001 + u32::from(place)).to_string(), name: format!("Máy {}", place + 1) };
        self.agents.extend((0..count).map(seat));
        self
    }
}

impl Project {
    /// A project of two hotlines and two agents.
    #[must_use]
    pub fn demo() -> Self {
        let hotline = |(number, name): (&str, &str)| Hotline { number: number.to_owned(), name: name.to_owned() };
        let user = |(id, name): (&str, &str)| User { id: id.to_owned(), name: name.to_owned() };
        Self {
            id: 1,
            key_sid: "SK.0.sandboxkey".to_owned(),
            key_secret: "sandbox-key-secret".to_owned(),
            signing_key: "sandbox-signing-secret".to_owned(),
            hotlines: [("842471000001", "Tổng đài"), ("842471000002", "Kinh doanh")].map(hotline).to_vec(),
            users: [("agent_ha", "Lê Thu Hà"), ("agent_minh", "Đỗ Quang Minh")].map(user).to_vec(),
            hooks: None,
            call_api: "http://127.0.0.1:8090/sandbox/stringee/api".to_owned(),
        }
    }
}
