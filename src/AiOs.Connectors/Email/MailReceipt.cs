using AiOs.Contracts.Desk;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Email;

/// <summary>What became of raw mail.</summary>
public abstract record MailReceipt
{
    private MailReceipt()
    {
    }

    /// <summary>The inbox has it.</summary>
    public sealed record Taken(Receipt Receipt) : MailReceipt;

    /// <summary>It cannot be read; the journal says so.</summary>
    public sealed record Refused(MailReading.Unreadable Reading) : MailReceipt;
}
