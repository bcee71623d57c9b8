using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;

namespace AiOs.Contracts.Context;

/// <summary>One thing that the operator put right.</summary>
public abstract record Lesson
{
    private Lesson()
    {
    }

    /// <summary>Names it: the position of the commit that holds the correction. Stays the same for ever, also after others are taken back.</summary>
    public required long Number { get; init; }

    /// <summary>When it was said, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The stream it was learned from. Who forgets the stream forgets the lesson.</summary>
    public required StreamId Source { get; init; }

    /// <summary>What the message was about; for <see cref="Sorted"/> what it really was.</summary>
    public Category Category { get; init; }

    /// <summary>Who had written: a keyed hash of the address; nothing where that is not known.</summary>
    public string? Sender { get; init; }

    /// <summary>Subject and text of the message, at most 4,000 characters.</summary>
    public string Sample { get; init; } = string.Empty;

    /// <summary>It was taken for something else.</summary>
    /// <param name="From">What it was taken for.</param>
    public sealed record Sorted(Category From) : Lesson;

    /// <summary>A drafted mail was changed.</summary>
    /// <param name="Agent">Who had drafted it.</param>
    /// <param name="Words">What the operator wanted.</param>
    /// <param name="Before">The mail's text before.</param>
    /// <param name="After">The mail's text after.</param>
    public sealed record Edited(AgentName Agent, string Words, string Before, string After) : Lesson
    {
        /// <summary>What a preference was learned from this change already, also one that was taken back since.</summary>
        public IReadOnlyList<PreferenceKind> Taught { get; init; } = [];
    }

    /// <summary>A proposal was turned down with a reason.</summary>
    /// <param name="Agent">Who had drafted it.</param>
    /// <param name="Reason">The operator's own words.</param>
    /// <param name="Kinds">What it would have done.</param>
    public sealed record Rejected(AgentName Agent, string Reason, IReadOnlyList<EffectKind> Kinds) : Lesson;

    /// <summary>A value in a Record was replaced by the operator's word. The Record itself holds the right one.</summary>
    /// <param name="Record">Which Record.</param>
    /// <param name="Field">Which field.</param>
    /// <param name="Before">The value before.</param>
    /// <param name="After">The value since.</param>
    public sealed record Restated(RecordId Record, string Field, RecordField Before, RecordField After) : Lesson;

    /// <summary>How drafts are wanted from now on, whomever they are for: it fits every case.</summary>
    /// <param name="Wanted">What is wanted.</param>
    /// <param name="Said">Whether it was said outright; otherwise it was learned from changes.</param>
    public sealed record Preferred(Preference Wanted, bool Said) : Lesson;
}
