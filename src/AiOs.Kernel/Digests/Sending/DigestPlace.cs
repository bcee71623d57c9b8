using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>One place of the operator's that is told of the day.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Place">The place, as the channel calls it.</param>
/// <param name="SayAsync">Says something there.</param>
internal sealed record DigestPlace(ChannelName Channel, string Place, Func<ChatNote, CancellationToken, Task<SendOutcome>> SayAsync)
{
    public static DigestPlace In(IChatChannel channel, string place) => new(channel.Name, place, (note, stop) => channel.SayAsync(place, note, replyTo: null, stop));

    public static DigestPlace By(IOperatorPost post) => new(post.Channel, post.Place, post.SayAsync);
}
