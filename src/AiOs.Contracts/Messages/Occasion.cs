using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Schedules;

namespace AiOs.Contracts.Messages;

/// <summary>What the program itself has to do: its own messages carry one, and nothing from outside ever does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "case")]
[JsonDerivedType(typeof(Fired), "fired")]
[JsonDerivedType(typeof(PlaybookCalled), "playbook-called")]
[JsonDerivedType(typeof(PlaybookEdited), "playbook-edited")]
[JsonDerivedType(typeof(DriftFound), "drift-found")]
public abstract record Occasion
{
    private Occasion()
    {
    }

    /// <summary>A schedule came due.</summary>
    /// <param name="Schedule">Its name.</param>
    /// <param name="Kind">What is to be done.</param>
    /// <param name="Target">The job's name, the playbook's name, or the operator's own words.</param>
    /// <param name="DueAt">The moment it was due, UTC.</param>
    /// <param name="Missed">How many earlier moments it stands for as well, since no host ran then.</param>
    public sealed record Fired(string Schedule, FiringKind Kind, string Target, DateTimeOffset DueAt, int Missed) : Occasion;

    /// <summary>A playbook is run.</summary>
    /// <param name="Playbook">Its Record.</param>
    /// <param name="Version">The version that is run to its end, whatever is changed meanwhile.</param>
    /// <param name="Subject">The Record that it is run for; nothing where it is run for none.</param>
    public sealed record PlaybookCalled(RecordId Playbook, long Version, RecordId? Subject) : Occasion;

    /// <summary>The operator typed a new text for a playbook; the message's own text is that text.</summary>
    /// <param name="Playbook">Its Record.</param>
    public sealed record PlaybookEdited(RecordId Playbook) : Occasion;

    /// <summary>An outside system and a Record say different things.</summary>
    /// <param name="Connector">Which system.</param>
    /// <param name="Record">Which Record.</param>
    /// <param name="Field">Which field.</param>
    /// <param name="Version">The Record's version that was looked at.</param>
    /// <param name="Ours">What the Record says; nothing where it has no such field.</param>
    /// <param name="Theirs">What the system says.</param>
    public sealed record DriftFound(string Connector, RecordId Record, string Field, long Version, string? Ours, string Theirs) : Occasion;
}
