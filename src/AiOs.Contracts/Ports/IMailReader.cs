using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Ports;

/// <summary>Reads raw mail (RFC 5322).</summary>
public interface IMailReader
{
    /// <summary>Reads one mail. Never throws for what the bytes hold, and is bounded in time and memory.</summary>
    /// <param name="raw">The bytes as they came.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What it says, or why it cannot be read.</returns>
    MailReading Read(ReadOnlyMemory<byte> raw, CancellationToken cancellationToken);

    /// <summary>Reads text that a person pasted: a forwarded mail's text is taken apart, all other text is taken as typed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What it says.</returns>
    MessageContent ReadPasted(string text);
}
