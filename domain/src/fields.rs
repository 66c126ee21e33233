//! What can be wrong with a field of a form.

use crate::centre::Part;
use crate::ids::CustomFieldId;
use crate::names;
use crate::phone::BadNumber;
use serde::{Deserialize, Serialize};

/// A field of some form; the page shows the problem beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    /// A person's name.
    Name,
    /// An email address.
    Email,
    /// A company's name.
    Company,
    /// With whom a deal is.
    Customer,
    /// What a deal comes to.
    Amount,
    /// The day on which a deal should be won.
    CloseOn,
    /// The stage of a deal.
    Stage,
    /// Why a deal is lost.
    LostReason,
    /// The stages of a pipeline, together.
    Stages,
    /// The name of a stage, in this row of the form, from 0.
    StageName(usize),
    /// How likely deals at the stage in that row are won.
    StageProbability(usize),
    /// Why deals are lost, in this row of the form, from 0.
    LostReasonName(usize),
    /// A custom field.
    Custom(CustomFieldId),
    /// What a custom field holds.
    FieldKind,
    /// The choices of a custom field, together.
    Choices,
    /// The choice in this row of the form, from 0.
    ChoiceName(usize),
    /// The tags of a record, together.
    Tags,
    /// The filter of a list.
    Filter,
    /// A company's number at the tax office.
    TaxCode,
    /// A company's own pages.
    Website,
    /// A postal address.
    Address,
    /// A free note.
    Note,
    /// The member responsible.
    Owner,
    /// The telephone number in this row of the form, from 0.
    Phone(usize),
    /// The label of that row.
    PhoneLabel(usize),
    /// A new password.
    Password,
    /// The present password.
    OldPassword,
    /// A role.
    Role,
    /// A telephone seat.
    Seat,
    /// The team a member works in.
    Team,
    /// The queue or the hotline that an assignment rule is for.
    RuleValue,
    /// Who leads a team, or which teams a member leads.
    Leads,
    /// The provider's service address.
    ServiceAddress,
    /// The provider's domain.
    Domain,
    /// The provider's key.
    AccessKey,
    /// The name of that key.
    KeyName,
    /// The provider's second service, where it has two.
    CentreAddress,
    /// Where the provider's sockets are.
    Servers,
    /// The key that the provider signs its own questions with.
    SigningKey,
    /// How long a telephone rings before the next one does.
    AnswerTimeout,
    /// How many calls out a member may make in a day.
    MembersCap,
    /// How many calls out a number may get in a day.
    NumbersCap,
    /// Beginnings of numbers that are not called.
    BlockedPrefixes,
    /// One of our numbers, in this row of the form, from 0.
    Hotline(usize),
    /// What we call the number in that row.
    HotlineName(usize),
    /// Where a call is passed on to: a seat, or a queue's id at the provider.
    Target,
    /// What is to be done.
    Title,
    /// By when it is to be done.
    DueAt,
    /// What a call came to.
    Disposition,
    /// How long wrap-up may take.
    TimeLimit,
    /// A part of a thing of the contact centre.
    Centre(Part),
    /// The same in this row of the form, from 0.
    CentreRow(usize, Part),
}

/// Why a field is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldProblem {
    /// Nothing was given.
    Required,
    /// More than `max` characters.
    TooLong {
        /// The most that is taken.
        max: usize,
    },
    /// Fewer than `min` characters.
    TooShort {
        /// The least that is taken.
        min: usize,
    },
    /// Not an email address.
    NotAnEmail,
    /// Not a telephone number.
    NotANumber(BadNumber),
    /// The same number stands in another row of this form.
    Repeated,
    /// Somebody else has it.
    Taken,
    /// Not a number from `min` to `max`.
    OutOfRange {
        /// The least that is taken.
        min: i64,
        /// The most that is taken.
        max: i64,
    },
    /// Not a date and time.
    NotATime,
    /// Does not fit the account.
    Wrong,
    /// Not an address that starts with https:// (or http:// on this machine).
    NotAnAddress,
    /// Not ten digits, or ten and three after a dash.
    NotATaxCode,
    /// Not an amount of money.
    NotAnAmount,
    /// Not a number, or one with too many places or digits.
    NotADecimal,
    /// Not a day.
    NotADate,
    /// Neither yes nor no.
    NotYesOrNo,
    /// Neither a customer nor a company.
    NobodyNamed,
    /// There must be a stage that is open, one that is won and one that is lost.
    StagesMissing,
    /// More than `max` of them.
    TooMany {
        /// The most that are taken.
        max: usize,
    },
    /// Not the address of a website.
    NotAWebsite,
    /// Characters that the provider does not take.
    BadCharacters,
    /// Something else than a few digits, perhaps with a plus before them.
    NotDigits,
    /// Nobody of this id.
    Unknown,
    /// A member is named who may not see what is written.
    MayNotSee {
        /// Who.
        name: String,
    },
    /// Something still belongs to it.
    InUse,
    /// This would leave the installation without an admin, or lock oneself out.
    LastAdmin,
}

/// One problem at one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// Why.
    pub problem: FieldProblem,
}

impl FieldError {
    /// A problem at a field.
    pub fn new(field: Field, problem: FieldProblem) -> Self {
        Self { field, problem }
    }
}

/// Takes trimmed text of at most `max` characters; `None` when empty.
pub(crate) fn optional(text: &str, field: Field, max: usize, errors: &mut Vec<FieldError>) -> Option<String> {
    let text = text.trim();
    if text.chars().count() > max {
        errors.push(FieldError::new(field, FieldProblem::TooLong { max }));
    }
    (!text.is_empty()).then(|| text.to_owned())
}

/// Takes tidied text of at most `max` characters that must be there; empty when it is not.
pub(crate) fn required(text: &str, field: &Field, max: usize, errors: &mut Vec<FieldError>) -> String {
    let given = optional(&names::tidy(text), field.clone(), max, errors);
    given.unwrap_or_else(|| {
        errors.push(FieldError::new(field.clone(), FieldProblem::Required));
        String::new()
    })
}

/// Takes an email address in lower case: something, one @, a name with a dot. More is the mail server's business.
pub(crate) fn email(text: &str, errors: &mut Vec<FieldError>) -> Option<String> {
    let email = optional(text, Field::Email, 254, errors)?.to_lowercase();
    let plausible = email.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && !host.contains('@')
            && host.split('.').count() >= 2
            && host.split('.').all(|part| !part.is_empty())
            && !email.contains(char::is_whitespace)
    });
    if !plausible {
        errors.push(FieldError::new(Field::Email, FieldProblem::NotAnEmail));
    }
    Some(email)
}
