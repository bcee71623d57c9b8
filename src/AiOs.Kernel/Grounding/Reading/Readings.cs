using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>Reads values of each kind out of text, in the form in which they are compared. Never throws.</summary>
internal static class Readings
{
    /// <summary>The forms that stand for a value; none where it must never count as known.</summary>
    public static IEnumerable<string> FormsOf(SensitiveKind kind, string value) => kind switch
    {
        SensitiveKind.Recipient => Addresses.FormsOf(value),
        SensitiveKind.BankAccount => Accounts.FormsOf(value),
        SensitiveKind.Amount => Amounts.FormsOf(value),
        SensitiveKind.Url => Links.FormsOf(value),
        SensitiveKind.Date => Days.FormsOf(value),
        _ => [],
    };

    /// <summary>All values of a kind that stand in a text.</summary>
    public static IEnumerable<string> In(SensitiveKind kind, string text) => kind switch
    {
        SensitiveKind.Recipient => Addresses.In(text),
        SensitiveKind.BankAccount => Accounts.In(text),
        SensitiveKind.Amount => Amounts.In(text),
        SensitiveKind.Url => Links.In(text),
        SensitiveKind.Date => Days.In(text),
        _ => [],
    };
}
