using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator answered the open question.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record QuestionAnswered(ChannelName Channel, string By) : PersonalEvent<QuestionAnswered.Words>
{
    /// <summary>How it was known to belong here: <c>reply</c>, <c>pending</c>, <c>button</c> or <c>edit</c>; nothing where it could belong nowhere else.</summary>
    public string? Via { get; init; }

    /// <summary>The message of a chat that was taken for the answer, where that can be put right.</summary>
    public MessageId? Message { get; init; }

    /// <summary>The answer.</summary>
    /// <param name="Text">The operator's own words.</param>
    public sealed record Words(string Text);
}
