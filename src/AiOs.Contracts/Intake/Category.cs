using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Intake;

/// <summary>What a message is about, as far as the next step is concerned.</summary>
[JsonConverter(typeof(KebabEnumConverter<Category>))]
public enum Category
{
    /// <summary>Anything that fits no other category.</summary>
    Other,

    /// <summary>Somebody new asks about services, prices or availability.</summary>
    Inquiry,

    /// <summary>A client asks for work on something under way.</summary>
    ClientRequest,

    /// <summary>Somebody sends an invoice that the operator is to pay.</summary>
    InvoiceReceived,

    /// <summary>News of money received or sent: a payment, a reminder, a bank notice.</summary>
    Payment,

    /// <summary>Somebody proposes, moves or cancels a meeting.</summary>
    Meeting,

    /// <summary>A contract, an amendment, terms or a signature.</summary>
    Contract,

    /// <summary>Somebody is unhappy with something delivered.</summary>
    Complaint,

    /// <summary>An idea for something to write or publish.</summary>
    ContentIdea,

    /// <summary>Proof of a purchase already paid.</summary>
    Receipt,

    /// <summary>Bulk news that somebody once subscribed to.</summary>
    Newsletter,

    /// <summary>Unwanted or deceptive mail.</summary>
    Spam,

    /// <summary>From family or friends, not business.</summary>
    Personal,

    /// <summary>A machine reports something: a login, a delivery, a build.</summary>
    Notification,
}
