using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A note was kept.</summary>
/// <param name="Effect">The effect that kept it.</param>
public sealed record NoteKept(EffectId Effect) : PersonalEvent<NoteKept.Words>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Addresses => Personal?.People ?? [];

    /// <summary>The note.</summary>
    /// <param name="Title">What it is about.</param>
    /// <param name="Text">The note.</param>
    public sealed record Words(string Title, string Text)
    {
        /// <summary>The addresses of whom it is about.</summary>
        public IReadOnlyList<string>? People { get; init; }
    }
}
