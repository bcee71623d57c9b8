using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names what an effect does, such as <c>email.send</c>.</summary>
/// <param name="Value">The name as written.</param>
[JsonConverter(typeof(IdConverter<EffectKind>))]
public readonly record struct EffectKind(string Value) : ITextId<EffectKind>
{
    /// <summary>Sends one mail.</summary>
    public static EffectKind EmailSend { get; } = new("email.send");

    /// <summary>Writes one version of one Record.</summary>
    public static EffectKind RecordWrite { get; } = new("record.write");

    /// <summary>Merges one Record into another one of the same type.</summary>
    public static EffectKind RecordMerge { get; } = new("record.merge");

    /// <summary>Takes a merge back.</summary>
    public static EffectKind RecordUnmerge { get; } = new("record.unmerge");

    /// <summary>Keeps one note in the workspace's knowledge.</summary>
    public static EffectKind NoteKeep { get; } = new("note.keep");

    /// <summary>Takes one note back.</summary>
    public static EffectKind NoteWithdraw { get; } = new("note.withdraw");

    /// <summary>Changes the policy in force.</summary>
    public static EffectKind PolicyChange { get; } = new("policy.change");

    /// <summary>Runs one of the program's own jobs.</summary>
    public static EffectKind JobRun { get; } = new("job.run");

    /// <summary>Starts one run of a playbook.</summary>
    public static EffectKind PlaybookStart { get; } = new("playbook.start");

    /// <summary>Writes one version of a playbook.</summary>
    public static EffectKind PlaybookChange { get; } = new("playbook.change");

    /// <summary>Opens a work item for each of several things that a message asks for. Only the kernel proposes it.</summary>
    public static EffectKind WorkSplit { get; } = new("work.split");

    /// <summary>Takes any text that is not empty.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The name, or the default when the text is empty.</param>
    /// <returns>Whether the text was usable.</returns>
    public static bool TryParse(string? text, out EffectKind id)
    {
        id = new EffectKind(text ?? string.Empty);
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>The name as written.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
