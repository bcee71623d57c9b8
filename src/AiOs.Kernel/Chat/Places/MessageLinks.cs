using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Chat.Places;

/// <summary>Keeps what our messages in chats stand for. A lost link costs a guess, never an effect: buttons carry all they need.</summary>
internal sealed class MessageLinks(ICursors cursors)
{
    public Task KeepAsync(ChannelName channel, string place, string message, MessageLink link, CancellationToken cancellationToken) =>
        cursors.SetAsync(NameOf(channel, place, message), $"{link.Kind} {link.WorkItem} {link.Approval}".TrimEnd(), cancellationToken);

    public async Task<MessageLink?> FindAsync(ChannelName channel, string place, string message, CancellationToken cancellationToken) =>
        await cursors.FindAsync(NameOf(channel, place, message), cancellationToken) is { } value ? Read(value) : null;

    private static MessageLink? Read(string value) => value.Split(' ') switch
    {
        [var kind, var item] when Enum.TryParse<LinkKind>(kind, out var read) && WorkItemId.TryParse(item, out var id) => new MessageLink(read, id, null),
        [var kind, var item, var approval] when Enum.TryParse<LinkKind>(kind, out var read) && WorkItemId.TryParse(item, out var id) && ApprovalId.TryParse(approval, out var shown) => new MessageLink(read, id, shown),
        _ => null,
    };

    /// <summary>Names of cursors are short, and ids of chats need not be.</summary>
    private static string NameOf(ChannelName channel, string place, string message) => $"chat/{channel}/message/{ChatNames.Short(place + "\n" + message)}";
}
