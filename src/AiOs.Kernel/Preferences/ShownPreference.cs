using AiOs.Contracts.Context;

namespace AiOs.Kernel.Preferences;

/// <summary>A preference that changes of drafts show.</summary>
/// <param name="Wanted">What is wanted.</param>
/// <param name="Changes">The commits of the changes that show it: two, or the one so far.</param>
internal sealed record ShownPreference(Preference Wanted, IReadOnlyList<long> Changes)
{
    /// <summary>Whether it was seen often enough to count.</summary>
    public bool IsLearned => Changes.Count > 1;
}
