using AiOs.Contracts.Records;

namespace AiOs.Contracts.Context;

/// <summary>
/// What an agent gets to see beside the message: what is known apart from what is merely remembered. Facts decide; a recollection that says
/// something else than a fact is named in <see cref="Conflicts"/> and never used.
/// </summary>
public sealed record ContextPack
{
    /// <summary>A pack with nothing in it.</summary>
    public static ContextPack Empty { get; } = new();

    /// <summary>Records in the version that was read; the only part that a transactional decision stands on.</summary>
    public IReadOnlyList<RecordSnapshot> Facts { get; init; } = [];

    /// <summary>What the operator put right in cases like this one, newest first.</summary>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>What comes to mind, best first: approximate, each with score, age and whose word it is.</summary>
    public IReadOnlyList<Recollection> Recollections { get; init; } = [];

    /// <summary>The last turns of the conversation, oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Turns { get; init; } = [];

    /// <summary>Where a recollection says something else than a Record, one sentence each.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>About how many tokens the pack takes.</summary>
    public int Tokens { get; init; }

    /// <summary>How many lines did not fit into the budget.</summary>
    public int LeftOut { get; init; }

    /// <summary>What is to be said about the pack, such as that memory could not be asked; one clause each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
