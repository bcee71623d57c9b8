using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator said, or showed by changing drafts, how drafts are wanted from now on. It is named by the position of its commit.</summary>
/// <param name="Kind">What it is about.</param>
public sealed record PreferenceLearned(PreferenceKind Kind) : PersonalEvent<PreferenceLearned.Words>
{
    /// <summary>Whose drafts it is for; nothing for everybody's.</summary>
    public AgentName? Agent { get; init; }

    /// <summary>In which language it counts: <c>en</c> or <c>de</c>; nothing for both.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was said outright; nothing where it was learned from changes.</summary>
    public ChannelName? Channel { get; init; }

    /// <summary>Who said it: an immutable id of the channel.</summary>
    public string? By { get; init; }

    /// <summary>The commits of the changes that it was learned from; they teach the same no second time.</summary>
    public IReadOnlyList<long>? Changes { get; init; }

    /// <summary>What is wanted.</summary>
    /// <param name="Value">What is wanted, in the form that its kind names.</param>
    public sealed record Words(string Value)
    {
        /// <summary>The words whose place it takes; only of a phrase.</summary>
        public string? Instead { get; init; }
    }
}
