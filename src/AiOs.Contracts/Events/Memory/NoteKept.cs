using System.Text.Json.Serialization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Contracts.Events;

/// <summary>A note was kept.</summary>
/// <param name="Effect">The effect that kept it; of what the operator told us to remember, the id it was given.</param>
public sealed record NoteKept(EffectId Effect) : PersonalEvent<NoteKept.Words>
{
    /// <summary>What the note is; nothing stands for a plain note.</summary>
    public KnowledgeKind? Kind { get; init; }

    /// <summary>Whose word it is; nothing stands for words of somebody outside, since agents note what they read.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>The note whose place it takes.</summary>
    public KnowledgeId? Supersedes { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Addresses => Personal?.People ?? [];

    /// <summary>The note.</summary>
    /// <param name="Title">What it is about.</param>
    /// <param name="Text">The note.</param>
    public sealed record Words(string Title, string Text)
    {
        /// <summary>Whom and what it is about: <c>person/HASH</c> and <c>record/TYPE/ID</c>.</summary>
        public IReadOnlyList<string>? Subjects { get; init; }

        /// <summary>From when on it is true, where that is known.</summary>
        public DateTimeOffset? ValidFrom { get; init; }

        /// <summary>Until when it is true, where that is known.</summary>
        public DateTimeOffset? ValidTo { get; init; }

        /// <summary>The addresses of whom it is about.</summary>
        public IReadOnlyList<string>? People { get; init; }
    }
}
