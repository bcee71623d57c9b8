using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator answered the open question.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record QuestionAnswered(ChannelName Channel, string By) : PersonalEvent<QuestionAnswered.Words>
{
    /// <summary>The answer.</summary>
    /// <param name="Text">The operator's own words.</param>
    public sealed record Words(string Text);
}
