//! Every address of the product, as a type: links are made here and nowhere else.

use domain::centre::{Centre, Digits, Ref};
use domain::custom::Entity;
use domain::ids::{CallId, CompanyId, CustomerId, DealId, GroupId, ImportId, MenuId, NodeId, QueueId, Seat, StaffId};
use domain::tags::Subject;
use domain::telephone::Provider;
use leptos_router::location::Url;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Sign in.
    SignIn,
    /// The customer list.
    Customers,
    /// A new customer, perhaps with a number already filled in.
    NewCustomer {
        /// As a caller showed it.
        number: Option<String>,
        /// The call it is for.
        call: Option<CallId>,
    },
    /// A new customer of this name.
    NewNamedCustomer {
        /// As it was searched for.
        name: String,
    },
    /// Bringing customers in from a file, and the imports there were.
    Imports,
    /// One import.
    Import(ImportId),
    /// Customers who may be one person.
    Duplicates,
    /// Two customers side by side.
    Merge {
        /// Who is kept.
        kept: CustomerId,
        /// Who becomes part of them.
        gone: CustomerId,
    },
    /// A customer's record.
    Customer(CustomerId),
    /// The form of a customer.
    EditCustomer(CustomerId),
    /// The list of companies.
    Companies,
    /// A new company.
    NewCompany,
    /// A company's record.
    Company(CompanyId),
    /// The form of a company.
    EditCompany(CompanyId),
    /// A new customer who works there.
    NewCustomerAt {
        /// What the company is called.
        company: String,
    },
    /// The deals: board, list, forecast.
    Deals,
    /// A new deal.
    NewDeal {
        /// With whom.
        customer: Option<CustomerId>,
        /// With which company: its name.
        company: Option<String>,
    },
    /// A deal's record.
    Deal(DealId),
    /// The form of a deal.
    EditDeal(DealId),
    /// The stages of deals.
    Pipelines,
    /// The rules by which new customers are given away.
    Assignment,
    /// What the installation wants to know of its records.
    CustomFields(Entity),
    /// The log of calls.
    Calls,
    /// A call's story.
    Call(CallId),
    /// The teams.
    Teams,
    /// What roles may do to records.
    Rights,
    /// Who changed what.
    Audit,
    /// What members do now.
    Floor,
    /// What a member did in a day.
    FloorMember(StaffId),
    /// The missed-call inbox.
    Missed,
    /// The figures.
    Dashboard,
    /// The members.
    Staff,
    /// A new member.
    NewMember,
    /// A member's form.
    Member(StaffId),
    /// One's own tasks: those to be done, or those that are done.
    Tasks {
        /// Which.
        done: bool,
    },
    /// One's own tasks, where a new one is begun.
    NewTask,
    /// One's own day.
    Day,
    /// What one is told.
    Notices,
    /// What a call can come to.
    Dispositions,
    /// The account at a telephone provider.
    TelephoneSettings(Provider),
    /// The rules of calling out.
    DialPolicy,
    /// The contact centre.
    Centre(CentrePage),
    /// Whom calls can be passed on to.
    Directory,
    /// One's own name, language, theme, password.
    Profile,
}

/// A page of the contact centre. A thing that is not there yet has the id [`NEW`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CentrePage {
    /// Where each number leads, and how the draft stands.
    Overview,
    /// Our numbers.
    Hotlines,
    /// One of them; none for a new one.
    Hotline(Option<Digits>),
    /// The menus.
    Menus,
    /// A menu, perhaps one of its places.
    Menu {
        /// Which.
        menu: MenuId,
        /// The place.
        node: Option<NodeId>,
    },
    /// The queues.
    Queues,
    /// One of them; none for a new one.
    Queue(Option<QueueId>),
    /// The groups.
    Groups,
    /// One of them; none for a new one.
    Group(Option<GroupId>),
    /// The agents and their SIP telephones.
    Agents,
    /// One of them; none for a new one.
    Agent(Option<Seat>),
    /// The files that callers hear.
    Sounds,
    /// The numbers that may not call.
    Blocked,
    /// Where the provider asks and tells us about calls.
    Calls,
    /// A call that is only imagined.
    Trial,
    /// What publishing will change, and how far it is.
    Publish,
    /// What was published.
    Versions,
    /// One of those versions.
    Version(i64),
}

/// Stands in an address for what is not there yet.
pub const NEW: &str = "new";

impl CentrePage {
    fn href(&self) -> String {
        let at = |list: &str, id: Option<&str>| format!("/centre/{list}/{}", Url::escape(id.unwrap_or(NEW)));
        match self {
            Self::Overview => "/centre".into(),
            Self::Hotlines => "/centre/numbers".into(),
            Self::Hotline(number) => at("numbers", number.as_ref().map(Digits::as_str)),
            Self::Menus => "/centre/menus".into(),
            Self::Menu { menu, node: None } => at("menus", Some(menu.as_str())),
            Self::Menu { menu, node: Some(node) } => {
                format!("{}?node={}", at("menus", Some(menu.as_str())), Url::escape(node.as_str()))
            }
            Self::Queues => "/centre/queues".into(),
            Self::Queue(id) => at("queues", id.as_ref().map(QueueId::as_str)),
            Self::Groups => "/centre/groups".into(),
            Self::Group(id) => at("groups", id.as_ref().map(GroupId::as_str)),
            Self::Agents => "/centre/agents".into(),
            Self::Agent(seat) => at("agents", seat.as_ref().map(Seat::as_str)),
            Self::Sounds => "/centre/sounds".into(),
            Self::Blocked => "/centre/blocked".into(),
            Self::Calls => "/centre/calls".into(),
            Self::Trial => "/centre/try".into(),
            Self::Publish => "/centre/publish".into(),
            Self::Versions => "/centre/versions".into(),
            Self::Version(number) => at("versions", Some(&number.to_string())),
        }
    }

    /// Where a thing is shown and changed.
    pub fn of(at: &Ref, centre: &Centre) -> Self {
        let menu = |menu: &MenuId| Self::Menu { menu: menu.clone(), node: None };
        match at {
            Ref::Group(group) | Ref::Member { group, .. } => Self::Group(Some(group.clone())),
            Ref::Agent(seat) => Self::Agent(Some(seat.clone())),
            Ref::Queue(queue) | Ref::Route { queue, .. } => Self::Queue(Some(queue.clone())),
            Ref::Menu(id) | Ref::Root(id) => menu(id),
            Ref::Node(node) | Ref::Key { node, .. } => centre
                .node(node)
                .map_or(Self::Menus, |place| Self::Menu { menu: place.menu.clone(), node: Some(node.clone()) }),
            Ref::Hotline(number) => Self::Hotline(Some(number.clone())),
            Ref::Sip(_) => Self::Agents,
            Ref::Blocked(_) => Self::Blocked,
            Ref::Settings => Self::Calls,
        }
    }
}

impl From<CentrePage> for Route {
    fn from(page: CentrePage) -> Self {
        Self::Centre(page)
    }
}

impl Route {
    /// The account at the provider whose contact centre is run here.
    pub const CENTRE_ACCOUNT: Self = Self::TelephoneSettings(Provider::Stringee);

    /// The record of what notes are written on and tags are put on.
    pub fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Customer(id) => Self::Customer(id.clone()),
            Subject::Company(id) => Self::Company(id.clone()),
            Subject::Deal(id) => Self::Deal(id.clone()),
        }
    }

    /// The address.
    pub fn href(&self) -> String {
        match self {
            Self::SignIn => "/sign-in".into(),
            Self::Customers => "/customers".into(),
            Self::NewCustomer { number, call } => {
                let number = number.as_ref().map(|n| format!("number={}", Url::escape(n)));
                let call = call.as_ref().map(|c| format!("call={c}"));
                let query: Vec<String> = [number, call].into_iter().flatten().collect();
                if query.is_empty() { "/customers/new".into() } else { format!("/customers/new?{}", query.join("&")) }
            }
            Self::NewNamedCustomer { name } => format!("/customers/new?name={}", Url::escape(name)),
            Self::Imports => "/customers/import".into(),
            Self::Import(id) => format!("/customers/import/{id}"),
            Self::Duplicates => "/customers/duplicates".into(),
            Self::Merge { kept, gone } => format!("/customers/merge?kept={kept}&gone={gone}"),
            Self::Customer(id) => format!("/customers/{id}"),
            Self::EditCustomer(id) => format!("/customers/{id}/edit"),
            Self::Companies => "/companies".into(),
            Self::NewCompany => "/companies/new".into(),
            Self::Company(id) => format!("/companies/{id}"),
            Self::EditCompany(id) => format!("/companies/{id}/edit"),
            Self::NewCustomerAt { company } => format!("/customers/new?company={}", Url::escape(company)),
            Self::Deals => "/deals".into(),
            Self::NewDeal { customer, company } => {
                let customer = customer.as_ref().map(|id| format!("customer={id}"));
                let company = company.as_ref().map(|name| format!("company={}", Url::escape(name)));
                let query: Vec<String> = [customer, company].into_iter().flatten().collect();
                if query.is_empty() { "/deals/new".into() } else { format!("/deals/new?{}", query.join("&")) }
            }
            Self::Deal(id) => format!("/deals/{id}"),
            Self::EditDeal(id) => format!("/deals/{id}/edit"),
            Self::Pipelines => "/settings/pipelines".into(),
            Self::Assignment => "/settings/assignment".into(),
            Self::CustomFields(Entity::Customer) => "/settings/fields".into(),
            Self::CustomFields(entity) => format!("/settings/fields?of={}", entity.as_str()),
            Self::Calls => "/calls".into(),
            Self::Call(id) => format!("/calls/{id}"),
            Self::Teams => "/staff/teams".into(),
            Self::Rights => "/staff/rights".into(),
            Self::Audit => "/settings/audit".into(),
            Self::Floor => "/floor".into(),
            Self::FloorMember(id) => format!("/floor/{id}"),
            Self::Missed => "/missed".into(),
            Self::Dashboard => "/dashboard".into(),
            Self::Staff => "/staff".into(),
            Self::NewMember => "/staff/new".into(),
            Self::Member(id) => format!("/staff/{id}"),
            Self::Tasks { done: false } => "/tasks".into(),
            Self::Tasks { done: true } => "/tasks?done=1".into(),
            Self::NewTask => "/tasks?new=1".into(),
            Self::Day => "/day".into(),
            Self::Notices => "/notices".into(),
            Self::Dispositions => "/settings/dispositions".into(),
            Self::TelephoneSettings(Provider::ThreeC) => "/settings/telephone".into(),
            Self::TelephoneSettings(Provider::Stringee) => "/settings/telephone/stringee".into(),
            Self::DialPolicy => "/settings/telephone/calling-out".into(),
            Self::Centre(page) => page.href(),
            Self::Directory => "/settings/telephone/directory".into(),
            Self::Profile => "/profile".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CentrePage, Route};
    use domain::centre::{Centre, Node, Prompt, Ref};
    use domain::ids::{MenuId, NodeId};

    #[test]
    fn a_number_survives_the_address() {
        let route = Route::NewCustomer { number: Some("+84 901&2".into()), call: None };
        assert_eq!(route.href(), "/customers/new?number=%2B84%20901%262");
    }

    #[test]
    fn a_place_is_shown_in_its_menu_and_one_that_is_gone_among_all_menus() {
        let says = Prompt::File { file: "a.wav".into() };
        let mut centre = Centre::default();
        centre.put(Node::new(NodeId::new("n"), MenuId::new("m"), "Chào", says));
        let href = |node: &str| Route::from(CentrePage::of(&Ref::Node(NodeId::new(node)), &centre)).href();
        assert_eq!((href("n"), href("x")), ("/centre/menus/m?node=n".into(), "/centre/menus".into()));
    }
}
