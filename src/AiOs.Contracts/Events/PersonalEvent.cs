using System.Text.Json.Serialization;

namespace AiOs.Contracts.Events;

/// <summary>An event with a part that is personal data: sealed with the stream's data key in the same commit.</summary>
/// <typeparam name="TPersonal">The type of that part.</typeparam>
public abstract record PersonalEvent<TPersonal> : JournalEvent
    where TPersonal : class
{
    /// <summary>The sealed part; nothing where its subject was forgotten.</summary>
    [JsonIgnore]
    public TPersonal? Personal { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public sealed override object? PersonalPart => Personal;

    /// <inheritdoc/>
    public sealed override JournalEvent WithPersonalPart(object? personal) => this with { Personal = (TPersonal?)personal };
}
