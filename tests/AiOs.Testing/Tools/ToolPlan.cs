using System.Text.Json;
using AiOs.Contracts.Effects;

namespace AiOs.Testing.Tools;

/// <summary>What a host of a test gets to know of an outside system with tools, and which call its agent drafts for which mail.</summary>
/// <param name="Place">Where the system listens.</param>
/// <param name="Tools">Each tool that changes something, with what can be known of a call whose answer was lost.</param>
/// <param name="Drafts">The call for each mail, by the last word of its subject.</param>
public sealed record ToolPlan(Uri Place, IReadOnlyDictionary<string, OutcomeClass> Tools, IReadOnlyDictionary<string, ToolDraft> Drafts)
{
    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The plan.</returns>
    public static ToolPlan Read(string text) =>
        JsonSerializer.Deserialize<ToolPlan>(text) ?? throw new InvalidDataException("A plan of tools is empty.");

    /// <summary>The plan as text, so that it can be handed to another process.</summary>
    /// <returns>The text.</returns>
    public string ToText() => JsonSerializer.Serialize(this);

    /// <summary>The call for a mail.</summary>
    /// <param name="subject">The mail's subject.</param>
    /// <returns>The call, or nothing where the mail asks for none.</returns>
    public ToolDraft? For(string? subject) => Drafts.GetValueOrDefault(subject?.Split(' ')[^1] ?? string.Empty);
}
