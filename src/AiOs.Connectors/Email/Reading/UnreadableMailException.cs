using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Ends the reading of one mail from inside the parser; never leaves this folder.</summary>
internal sealed class UnreadableMailException(MailReading.Unreadable reading) : Exception(reading.Sentence)
{
    public MailReading.Unreadable Reading { get; } = reading;
}
