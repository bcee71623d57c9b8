using AiOs.Contracts.Context;

namespace AiOs.Kernel.Preferences;

/// <summary>What a sentence about drafts comes to.</summary>
internal abstract record SaidPreference
{
    private SaidPreference()
    {
    }

    /// <summary>It says how drafts are wanted.</summary>
    public sealed record Wanted(Preference Preference) : SaidPreference;

    /// <summary>It would, but for what the sentence names.</summary>
    public sealed record Refused(string Sentence) : SaidPreference;
}
