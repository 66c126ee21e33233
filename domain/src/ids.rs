//! Identifiers: sortable text (UUIDv7), made by the shell and handed in.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps an id made elsewhere; the text is not checked.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The id as it is stored and written in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(/// A member of staff.
    StaffId);
id!(/// A customer: a person we talk to.
    CustomerId);
id!(/// A company: where customers work.
    CompanyId);
id!(/// One telephone number of a customer or a company.
    PhoneId);
id!(/// A deal: what somebody may buy.
    DealId);
id!(/// A pipeline: the stages that deals go through.
    PipelineId);
id!(/// A stage of a pipeline.
    StageId);
id!(/// Why deals of a pipeline are lost: one of the choices its admins define.
    LostReasonId);
id!(/// A tag.
    TagId);
id!(/// A custom field of customers, companies or deals.
    CustomFieldId);
id!(/// One of the choices of a custom field.
    ChoiceId);
id!(/// A note on a customer, a company or a deal.
    NoteId);
id!(/// A call, by our own id: made on ring or on the wish to dial, before the provider is asked.
    CallId);
id!(/// A fact about a call, unique within its source.
    FactId);
id!(/// Where facts come from: one browser tab, or a part of the server.
    SourceId);
id!(/// A team: members who work together.
    TeamId);
id!(/// What a human makes of a call: one of the choices the installation defines.
    DispositionId);
id!(/// Something to do, by somebody, at a time.
    TaskId);
id!(/// Something that a member is told.
    NoticeId);
id!(/// What a member handed over, at once.
    HandOverId);
id!(/// An assignment rule.
    RuleId);
id!(/// A list's filters and columns under a name.
    ViewId);
id!(/// A change of many records at once.
    BulkId);
id!(/// An import of customers from a file.
    ImportId);
id!(/// Two customers that became one.
    MergeId);
id!(/// An item of the missed-call inbox: one customer number that nobody has called back yet.
    MissedId);
id!(/// An entry of the directory: a queue, or a seat that nobody of the staff has.
    EntryId);
id!(/// A group of agents of the contact centre.
    GroupId);
id!(/// A queue of the contact centre.
    QueueId);
id!(/// A menu of the contact centre: what callers hear, and where their keys lead.
    MenuId);
id!(/// A place in a menu.
    NodeId);
id!(/// A seat at the telephone provider: the name under which an agent signs in there. It is what it is: whoever has
    /// another seat is another agent.
    Seat);
