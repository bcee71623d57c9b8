using System.Text.Json.Serialization;

namespace AiOs.Contracts.Events;

/// <summary>
/// One thing that happened. Past tense, versioned, add-only: a field may be added, never removed or given another meaning.
/// Its own properties stand in clear in the journal and hold kinds, ids, amounts, categories, times and digests only.
/// </summary>
public abstract record JournalEvent
{
    /// <summary>What sealed part belongs to it; nothing where it has none, or where the subject was forgotten.</summary>
    [JsonIgnore]
    public virtual object? PersonalPart => null;

    /// <summary>
    /// The addresses of whom it is about, read from its sealed part: they link people to streams, live and after an import alike.
    /// Empty where it names nobody, or where the subject was forgotten.
    /// </summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Addresses => [];

    /// <summary>The same event with its sealed part put back.</summary>
    /// <param name="personal">The part, of the type that this event has; nothing takes it away.</param>
    /// <returns>The whole event.</returns>
    public virtual JournalEvent WithPersonalPart(object? personal) => this;
}
