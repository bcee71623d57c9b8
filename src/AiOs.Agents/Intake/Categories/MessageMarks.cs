using AiOs.Contracts.Messages;

namespace AiOs.Agents.Intake.Categories;

/// <summary>Says what is known of a message beside its words, in the marks that the examples use.</summary>
internal static class MessageMarks
{
    public const string Automatic = "automatic";
    public const string Machine = "machine";
    public const string Accounts = "accounts";
    public const string Pdf = "pdf";
    public const string Document = "document";
    public const string Calendar = "calendar";

    private static readonly PhraseSet Machines = new(
        "noreply", "no-reply", "donotreply", "do-not-reply", "notifications", "notification", "notify", "alerts", "mailer-daemon",
        "postmaster",
        "robot", "automated", "no_reply", "bounce");

    private static readonly PhraseSet Accountants = new(
        "billing", "invoice", "invoices", "accounts", "accounting", "buchhaltung", "rechnung", "rechnungen", "finance", "ar",
        "facturation", "payments");

    public static List<string> Of(MessageContent message)
    {
        var marks = new List<string>(4);
        if (message.Automatic)
        {
            marks.Add(Automatic);
        }

        if (message.Sender is { } sender)
        {
            var local = sender.Address.AsSpan(0, Math.Max(0, sender.Address.IndexOf('@', StringComparison.Ordinal)));
            AddIf(marks, Machines.IsIn(local), Machine);
            AddIf(marks, Accountants.IsIn(local), Accounts);
        }

        foreach (var file in message.Attachments)
        {
            AddIf(marks, IsKind(file, "pdf", ".pdf"), Pdf);
            AddIf(marks, IsKind(file, "word", ".docx") || IsKind(file, "opendocument.text", ".odt")
                || IsKind(file, "msword", ".doc"), Document);
            AddIf(marks, IsKind(file, "calendar", ".ics"), Calendar);
        }

        return marks;
    }

    /// <summary>Tells whether an address belongs to a machine that reads no answers.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Whether it says so itself.</returns>
    public static bool TakesNoAnswers(string address) =>
        Machines.IsIn(address.AsSpan(0, Math.Max(0, address.IndexOf('@', StringComparison.Ordinal))));

    private static bool IsKind(Attachment file, string type, string ending) =>
        file.MediaType.Contains(type, StringComparison.OrdinalIgnoreCase) || file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static void AddIf(List<string> marks, bool condition, string mark)
    {
        if (condition && !marks.Contains(mark))
        {
            marks.Add(mark);
        }
    }
}
