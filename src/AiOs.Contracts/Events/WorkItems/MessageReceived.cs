using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Events;

/// <summary>A message came in and is durable.</summary>
/// <param name="Message">Its id.</param>
/// <param name="Channel">Where it came in.</param>
/// <param name="Authority">Whose words it holds.</param>
/// <param name="RawBytes">The size of the message as it came; 0 for typed text.</param>
/// <param name="Raw">Where the message as it came is kept, if it is not in the sealed part.</param>
public sealed record MessageReceived(MessageId Message, ChannelName Channel, Authority Authority, long RawBytes, BlobRef? Raw)
    : PersonalEvent<MessageReceived.Words>
{
    private const int MostPeople = 100;

    /// <summary>The work item whose mail it answers, as far as that was known when it came in; nothing for what answers none.</summary>
    public WorkItemId? Answers { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Addresses => Personal is not { Content: { } content }
        ? []
        : content.Recipients.Concat(content.Copied).Append(content.Sender).Append(content.Forwarder).OfType<Mailbox>().Take(MostPeople).Select(person => person.Address);

    /// <summary>What it says.</summary>
    /// <param name="Content">The message as read.</param>
    /// <param name="Raw">The message as it came, each byte as the character of the same number (ISO 8859-1), where it is small.</param>
    public sealed record Words(MessageContent Content, string? Raw);
}
