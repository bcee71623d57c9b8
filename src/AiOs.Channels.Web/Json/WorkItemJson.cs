using System.Text.Json;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Channels.Web.Json;

/// <summary>
/// The JSON that scripts see, over HTTP and from the verbs with <c>--json</c>: one shape for a work item and one for
/// what became of a decision. Written by hand because both stand on the way of every message.
/// </summary>
public static class WorkItemJson
{
    /// <summary>Writes a work item as one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="item">The work item.</param>
    /// <param name="repeated">Whether the message had come in before; left out where the question does not arise.</param>
    public static void Write(Utf8JsonWriter json, WorkItemView item, bool? repeated = null)
    {
        json.WriteStartObject();
        WriteId(json, "workItem"u8, item.Id.Value);
        if (repeated is { } known)
        {
            json.WriteBoolean("repeated"u8, known);
        }

        json.WriteString("state"u8, EnumNames<WorkItemState>.Of(item.State));
        WriteIntent(json, item.Intent);
        json.WriteString("question"u8, item.Question);
        WriteApprovals(json, item.Approvals);
        WriteEffects(json, item.Effects);
        json.WriteEndObject();
    }

    /// <summary>Writes what became of a tap, an answer or a settlement as one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="outcome">What became of it.</param>
    public static void Write(Utf8JsonWriter json, DecisionOutcome outcome)
    {
        json.WriteStartObject();
        if (outcome.Item is { } item)
        {
            WriteId(json, "workItem"u8, item.Id.Value);
            json.WriteString("state"u8, EnumNames<WorkItemState>.Of(item.State));
        }

        json.WriteBoolean("accepted"u8, outcome.Accepted);
        json.WriteString("sentence"u8, outcome.Sentence);
        WriteEffects(json, outcome.Item?.Effects ?? []);
        WriteApprovals(json, outcome.Item?.Approvals ?? []);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>{"error":"…"}</c>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="sentence">What is wrong and what to do.</param>
    public static void WriteError(Utf8JsonWriter json, string sentence)
    {
        json.WriteStartObject();
        json.WriteString("error"u8, sentence);
        json.WriteEndObject();
    }

    private static void WriteIntent(Utf8JsonWriter json, Intent? intent)
    {
        if (intent is null)
        {
            json.WriteNull("intent"u8);
            return;
        }

        json.WriteStartObject("intent"u8);
        json.WriteString("category"u8, EnumNames<Category>.Of(intent.Category));
        json.WriteNumber("confidence"u8, intent.Confidence.Permille / 1000m);
        json.WriteBoolean("sure"u8, intent.Sure);
        json.WriteStartArray("fields"u8);
        foreach (var field in intent.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, EnumNames<FieldName>.Of(field.Name));
            json.WriteString("value"u8, field.Value);
            json.WriteString("quote"u8, field.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("reasons"u8);
        foreach (var reason in intent.Reasons)
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteApprovals(Utf8JsonWriter json, IReadOnlyList<ApprovalView> approvals)
    {
        json.WriteStartArray("approvals"u8);
        foreach (var approval in approvals)
        {
            json.WriteStartObject();
            WriteId(json, "id"u8, approval.Id.Value);
            json.WriteString("digest"u8, approval.Digest.Hex);
            json.WriteString("nonce"u8, approval.Nonce);
            json.WriteNumber("tier"u8, approval.Tier);
            json.WriteString("confirm"u8, approval.Confirm);
            json.WriteString("state"u8, approval.State);
            json.WriteString("expiresAt"u8, InstantConverter.ToText(approval.ExpiresAt));
            json.WriteString("decided"u8, approval.Decided);
            json.WriteStartArray("effects"u8);
            foreach (var effect in approval.Effects)
            {
                WriteProposed(json, effect);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProposed(Utf8JsonWriter json, EffectView effect)
    {
        json.WriteStartObject();
        WriteId(json, "id"u8, effect.Id);
        json.WriteString("kind"u8, effect.Kind.Value);
        json.WriteString("preview"u8, effect.Preview);
        json.WriteString("digest"u8, effect.Digest.Hex);
        json.WriteString("outcome"u8, effect.Outcome);
        json.WriteEndObject();
    }

    private static void WriteEffects(Utf8JsonWriter json, IReadOnlyList<EffectView> effects)
    {
        json.WriteStartArray("effects"u8);
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            WriteId(json, "id"u8, effect.Id);
            json.WriteString("kind"u8, effect.Kind.Value);
            json.WriteString("outcome"u8, effect.Outcome);
            json.WriteString("detail"u8, effect.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteId(Utf8JsonWriter json, ReadOnlySpan<byte> name, EffectId id) => WriteId(json, name, id.Value);

    private static void WriteId(Utf8JsonWriter json, ReadOnlySpan<byte> name, Guid id)
    {
        Span<byte> text = stackalloc byte[32];
        id.TryFormat(text, out var written, "N");
        json.WriteString(name, text[..written]);
    }
}
