using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Context;

/// <summary>How the operator wants drafts from now on, whomever they are for. It names nobody, and belongs to no matter of its own.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">What is wanted, in the form that its kind names.</param>
public sealed record Preference(PreferenceKind Kind, string Value)
{
    /// <summary>The words whose place <see cref="Value"/> takes; only of a phrase.</summary>
    public string? Instead { get; init; }

    /// <summary>In which language it counts: <c>en</c> or <c>de</c>; nothing for both.</summary>
    public string? Language { get; init; }

    /// <summary>Whose drafts it is for; nothing for everybody's.</summary>
    public AgentName? Agent { get; init; }

    /// <summary>Whether it says something about the same as another one, so that only the newer of both counts.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether kind, language and agent are the same, of a phrase also the words that it replaces, and of a tone what it is about.</returns>
    public bool IsAboutTheSame(Preference other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Language == other.Language && Agent == other.Agent && Instead == other.Instead
            && (Kind != PreferenceKind.Tone || Trait(Value) == Trait(other.Value));
    }

    private static string Trait(string tone) => tone switch
    {
        "informal" or "formal" => "address",
        "contractions" or "no-contractions" => "contractions",
        _ => tone,
    };
}
