using AiOs.Contracts.Desk;

namespace AiOs.Kernel.Controls.Commands;

/// <summary>The work item that a command names.</summary>
/// <param name="Item">The work item; nothing where none is meant, or more than one.</param>
/// <param name="Rest">What was typed after it.</param>
/// <param name="Why">Why there is none, and what to do.</param>
internal sealed record NamedItem(WorkItemView? Item, string[] Rest, string Why)
{
    /// <summary>Whether a reply to its card named it, and nothing that was typed.</summary>
    public bool ByReply { get; init; }

    public CommandReply Unknown() => new(Done: false, Why, []);

    public string? Words => Rest.Length > 0 ? string.Join(' ', Rest) : null;
}
