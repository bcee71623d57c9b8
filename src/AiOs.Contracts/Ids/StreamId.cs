using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names one stream of commits: <c>work/ID</c>, <c>record/TYPE/ID</c>, <c>knowledge/ID</c>, <c>preference/ID</c>, <c>message/ID</c> or <c>workspace</c>.</summary>
/// <param name="Value">The name as written.</param>
[JsonConverter(typeof(IdConverter<StreamId>))]
public readonly record struct StreamId(string Value) : ITextId<StreamId>
{
    /// <summary>The stream of facts about the workspace itself; holds no personal data.</summary>
    public static StreamId Workspace { get; } = new("workspace");

    /// <summary>The stream of one work item.</summary>
    /// <param name="id">The work item.</param>
    /// <returns>The stream's name.</returns>
    public static StreamId Of(WorkItemId id) => new("work/" + id);

    /// <summary>The stream of the policy in force, which is a Record.</summary>
    public static StreamId Policy { get; } = new("record/policy/main");

    /// <summary>The stream of offers and grants of autonomy; holds no personal data.</summary>
    public static StreamId Autonomy { get; } = new("autonomy");

    /// <summary>The stream of corrections that were taken back; holds no personal data.</summary>
    public static StreamId Corrections { get; } = new("corrections");

    /// <summary>The stream of who is the operator in which chat.</summary>
    public static StreamId Devices { get; } = new("devices");

    /// <summary>The stream of one model call; holds no personal data.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The stream's name.</returns>
    public static StreamId OfModelCall(CommitId call) => new("model/" + call);

    /// <summary>The stream of one message that has no work item of its own.</summary>
    /// <param name="id">The message.</param>
    /// <returns>The stream's name.</returns>
    public static StreamId Of(MessageId id) => new("message/" + id);

    /// <summary>The stream of one Record.</summary>
    /// <param name="id">The Record.</param>
    /// <returns>The stream's name.</returns>
    public static StreamId Of(RecordId id) => new("record/" + id);

    /// <summary>The stream of one piece of knowledge.</summary>
    /// <param name="id">The effect that kept it.</param>
    /// <returns>The stream's name.</returns>
    public static StreamId OfKnowledge(EffectId id) => new("knowledge/" + id);

    /// <summary>The stream of one preference.</summary>
    /// <param name="id">An id of its own.</param>
    /// <returns>The stream's name.</returns>
    public static StreamId OfPreference(CommitId id) => new("preference/" + id);

    /// <summary>Takes any text that is not empty.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The name, or the default when the text is empty.</param>
    /// <returns>Whether the text was usable.</returns>
    public static bool TryParse(string? text, out StreamId id)
    {
        id = new StreamId(text ?? string.Empty);
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>The name as written.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
