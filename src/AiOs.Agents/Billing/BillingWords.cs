using AiOs.Agents.Drafting.Letters;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Billing;

/// <summary>The sentences of invoices and reminders. None states an amount or a day; those come from Records and the operator.</summary>
internal sealed record BillingWords
{
    public static BillingWords English { get; } = new()
    {
        Wording = Wording.English,
        Subject = "Invoice {0}",
        Opening = "this is invoice {0}:",
        Work = "For {0}: {1}",
        Net = "Net: {0}",
        Vat = "VAT {0}: {1}",
        Total = "Total: {0}",
        PayBy = "Please pay it by {0}.",
        ReminderSubject = "Reminder: invoice {0}",
        Open = "invoice {0} over {1} was due on {2} and is still open.",
        Levels =
        [
            "If you have paid it in the last days, please take this as settled. If something about it is not right, tell me, and I will look at it at once.",
            "Please pay it now, or tell me what stands in the way.",
            "This is the last reminder before I take further steps. Please pay it at once.",
        ],
    };

    public static BillingWords German { get; } = new()
    {
        Wording = Wording.German,
        Subject = "Rechnung {0}",
        Opening = "hiermit stelle ich Ihnen Rechnung {0}:",
        Work = "Für {0}: {1}",
        Net = "Netto: {0}",
        Vat = "USt. {0}: {1}",
        Total = "Gesamt: {0}",
        PayBy = "Bitte zahlen Sie bis {0}.",
        ReminderSubject = "Zahlungserinnerung: Rechnung {0}",
        Open = "Rechnung {0} über {1} war am {2} fällig und ist noch offen.",
        Levels =
        [
            "Falls Sie in den letzten Tagen gezahlt haben, betrachten Sie dies bitte als erledigt. Falls etwas daran nicht stimmt, sagen Sie es mir bitte, dann sehe ich es mir gleich an.",
            "Bitte zahlen Sie jetzt, oder sagen Sie mir, was dem im Weg steht.",
            "Dies ist die letzte Erinnerung, bevor ich weitere Schritte einleite. Bitte zahlen Sie umgehend.",
        ],
    };

    public required Wording Wording { get; init; }

    public required string Subject { get; init; }

    public required string Opening { get; init; }

    public required string Work { get; init; }

    public required string Net { get; init; }

    public required string Vat { get; init; }

    public required string Total { get; init; }

    public required string PayBy { get; init; }

    public required string ReminderSubject { get; init; }

    public required string Open { get; init; }

    /// <summary>What a reminder asks for, friendly first.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    public bool IsGerman => ReferenceEquals(this, German);

    /// <summary>The language that a client's Record names, else that of the operator's words.</summary>
    public static BillingWords Of(RecordSnapshot? client, bool german) =>
        client?.Fields.GetValueOrDefault("language")?.Value.ToLowerInvariant() switch
        {
            "de" or "german" or "deutsch" => German,
            "en" or "english" or "englisch" => English,
            _ => german ? German : English,
        };
}
