using AiOs.Agents.Drafting.Letters;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Sales;

/// <summary>The sentences of offers. None states a price or a term; those come from Records and the operator.</summary>
internal sealed record SalesWords
{
    public static SalesWords English { get; } = new()
    {
        Wording = Wording.English,
        Subject = "Offer: {0}",
        Opening = "here is my offer: {0}.",
        Work = "{0} × {1}: {2}",
        Discount = "Less {0}: -{1}",
        Total = "Total: {0}",
        Rate = "My rate: {0}.",
        PayWithin = "Payment: {0}.",
        Days = "{0} days",
        Valid = "The offer holds until {0}.",
        Notice = "Notice: {0}.",
        Closing = "Tell me if it suits you, or what you would like changed.",
    };

    public static SalesWords German { get; } = new()
    {
        Wording = Wording.German,
        Subject = "Angebot: {0}",
        Opening = "hier ist mein Angebot: {0}.",
        Work = "{0} × {1}: {2}",
        Discount = "Abzüglich {0}: -{1}",
        Total = "Gesamt: {0}",
        Rate = "Mein Satz: {0}.",
        PayWithin = "Zahlung: {0}.",
        Days = "{0} Tage",
        Valid = "Das Angebot gilt bis {0}.",
        Notice = "Kündigungsfrist: {0}.",
        Closing = "Sagen Sie mir bitte, ob es Ihnen so passt oder was Sie geändert haben möchten.",
    };

    public required Wording Wording { get; init; }

    public required string Subject { get; init; }

    public required string Opening { get; init; }

    public required string Work { get; init; }

    public required string Discount { get; init; }

    public required string Total { get; init; }

    public required string Rate { get; init; }

    public required string PayWithin { get; init; }

    public required string Days { get; init; }

    public required string Valid { get; init; }

    public required string Notice { get; init; }

    public required string Closing { get; init; }

    public bool IsGerman => ReferenceEquals(this, German);

    /// <summary>The language that a client's Record names, else that of the operator's words.</summary>
    public static SalesWords Of(RecordSnapshot? client, bool german) =>
        client?.Fields.GetValueOrDefault("language")?.Value.ToLowerInvariant() switch
        {
            "de" or "german" or "deutsch" => German,
            "en" or "english" or "englisch" => English,
            _ => german ? German : English,
        };
}
