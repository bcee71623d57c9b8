using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Boards.Entries;

/// <summary>The card of a work item in one place. It holds ids and short hashes, and nobody's words.</summary>
internal sealed record PlaceEntry
{
    public required string Place { get; init; }

    /// <summary>The short name of the person whose home it was when it was shown there; nothing where a place is nobody's.</summary>
    public string? Person { get; init; }

    public required PlacePhase Phase { get; init; }

    /// <summary>The question to the operator that was rung for there; nothing where none was.</summary>
    public string? Bell { get; init; }

    /// <summary>The approval that it showed last, whole, also after that was decided.</summary>
    public ApprovalId? Approval { get; init; }

    /// <summary>What it shows, in short; nothing where that is not known.</summary>
    public string? Print { get; init; }

    /// <summary>What had to be sent before the last message.</summary>
    public IReadOnlyList<string>? Earlier { get; init; }

    /// <summary>The message that is rewritten; nothing where it is not known.</summary>
    public string? Last { get; init; }

    /// <summary>How often sending was begun for this question.</summary>
    public int Tries { get; init; }

    /// <summary>Whether the last rewriting ended without an answer. To write the same again is harmless, so it is done once.</summary>
    public bool Doubtful { get; init; }

    public ShownMessages? Messages() => Phase is PlacePhase.Shown && Last is { } last ? new ShownMessages(Place, Earlier ?? [], last) : null;

    public PlaceEntry At(ShownMessages messages) => this with
    {
        Phase = PlacePhase.Shown,
        Earlier = messages.Earlier.Count > 0 ? messages.Earlier : null,
        Last = messages.Last,
        Doubtful = false,
    };
}
