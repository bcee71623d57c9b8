using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Events;

/// <summary>Intake understood the message, or the operator said what it is.</summary>
/// <param name="Category">The category.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Sure">Whether that was sure enough to go on without asking.</param>
/// <param name="By">Who said so: <c>intake</c> or <c>operator</c>.</param>
public sealed record IntentClassified(Category Category, Confidence Confidence, bool Sure, string By)
    : PersonalEvent<IntentClassified.Findings>
{
    /// <summary>Not drafted before this moment, since it can wait for a batch; nothing where it is drafted at once.</summary>
    public DateTimeOffset? DraftFrom { get; init; }

    /// <summary>Which agent is to prepare it; nothing for whoever prepares the general case.</summary>
    public AgentName? For { get; init; }

    /// <summary>What was found in the words.</summary>
    /// <param name="Fields">The values.</param>
    /// <param name="Reasons">Why.</param>
    /// <param name="Alternatives">What else it may be.</param>
    public sealed record Findings(IReadOnlyList<ExtractedField> Fields, IReadOnlyList<string> Reasons, IReadOnlyList<CategoryScore> Alternatives)
    {
        /// <summary>Where the message asks for several things, each of them; nothing where it asks for one.</summary>
        public IReadOnlyList<IntentPart>? Parts { get; init; }
    }
}
