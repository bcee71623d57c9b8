using System.Globalization;

namespace AiOs.Agents.Billing.Reminders;

/// <summary>How firm a reminder is: 1 is friendly, 2 firm, 3 the last.</summary>
internal static class ReminderLevel
{
    /// <summary>The field of an invoice that holds the level of the last reminder.</summary>
    public const string Field = "reminder-level";

    private const int Firm = 14;
    private const int Final = 30;

    /// <summary>What a level is called.</summary>
    public static IReadOnlyList<string> Words { get; } = ["friendly", "firm", "last"];

    /// <summary>The level: by the days overdue, one more than the last reminder, and one more for who paid late before; never friendly twice.</summary>
    /// <param name="days">Days since it was due.</param>
    /// <param name="before">What the invoice says of the last reminder.</param>
    /// <param name="paidLate">Whether they paid late before.</param>
    /// <returns>1 to 3.</returns>
    public static int Of(int days, string? before, bool paidLate)
    {
        var byDays = days >= Final ? 3 : days >= Firm ? 2 : 1;
        var next = int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last + 1 : 1;
        return Math.Clamp(Math.Max(byDays, next) + (paidLate && byDays < 3 && days > 0 ? 1 : 0), 1, 3);
    }
}
