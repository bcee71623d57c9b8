using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Ids;

/// <summary>Names a typed worker.</summary>
/// <param name="Value">The name as written.</param>
[JsonConverter(typeof(IdConverter<AgentName>))]
public readonly record struct AgentName(string Value) : ITextId<AgentName>
{
    /// <summary>Reads what came in and returns an Intent.</summary>
    public static AgentName Intake { get; } = new("intake");

    /// <summary>Prepares the general case.</summary>
    public static AgentName Execution { get; } = new("execution");

    /// <summary>Drafts what is to be published.</summary>
    public static AgentName Editor { get; } = new("editor");

    /// <summary>Prepares offers and answers to whoever may become a client.</summary>
    public static AgentName Sales { get; } = new("sales");

    /// <summary>Prepares invoices and reminders, and matches payments.</summary>
    public static AgentName Billing { get; } = new("billing");

    /// <summary>Answers from what is kept, with where it stands.</summary>
    public static AgentName Research { get; } = new("research");

    /// <summary>The kernel itself: it prepares only what takes something back.</summary>
    public static AgentName Kernel { get; } = new("kernel");

    /// <summary>Takes the steps of a playbook, as its Record says them.</summary>
    public static AgentName Playbook { get; } = new("playbook");

    /// <summary>Proposes to repair what differs from the outside.</summary>
    public static AgentName Reconciliation { get; } = new("reconciliation");

    /// <summary>Takes any text that is not empty.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="id">The name, or the default when the text is empty.</param>
    /// <returns>Whether the text was usable.</returns>
    public static bool TryParse(string? text, out AgentName id)
    {
        id = new AgentName(text ?? string.Empty);
        return !string.IsNullOrEmpty(text);
    }

    /// <summary>The name as written.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
