//! Every address of the product, as a type: links are made here and nowhere else.

use domain::ids::{CallId, CustomerId, StaffId};
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
    /// A customer's record.
    Customer(CustomerId),
    /// The form of a customer.
    EditCustomer(CustomerId),
    /// The log of calls.
    Calls,
    /// A call's story.
    Call(CallId),
    /// The teams.
    Teams,
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
    /// What a call can come to.
    Dispositions,
    /// The account at a telephone provider.
    TelephoneSettings(Provider),
    /// The rules of calling out.
    DialPolicy,
    /// One's own name, language, theme, password.
    Profile,
}

impl Route {
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
            Self::Customer(id) => format!("/customers/{id}"),
            Self::EditCustomer(id) => format!("/customers/{id}/edit"),
            Self::Calls => "/calls".into(),
            Self::Call(id) => format!("/calls/{id}"),
            Self::Teams => "/staff/teams".into(),
            Self::Floor => "/floor".into(),
            Self::FloorMember(id) => format!("/floor/{id}"),
            Self::Missed => "/missed".into(),
            Self::Dashboard => "/dashboard".into(),
            Self::Staff => "/staff".into(),
            Self::NewMember => "/staff/new".into(),
            Self::Member(id) => format!("/staff/{id}"),
            Self::Tasks { done: false } => "/tasks".into(),
            Self::Tasks { done: true } => "/tasks?done=1".into(),
            Self::Dispositions => "/settings/dispositions".into(),
            Self::TelephoneSettings(Provider::ThreeC) => "/settings/telephone".into(),
            Self::TelephoneSettings(Provider::Stringee) => "/settings/telephone/stringee".into(),
            Self::DialPolicy => "/settings/telephone/calling-out".into(),
            Self::Profile => "/profile".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn a_number_survives_the_address() {
        let route = Route::NewCustomer { number: Some("+84 901&2".into()), call: None };
        assert_eq!(route.href(), "/customers/new?number=%2B84%20901%262");
    }
}
