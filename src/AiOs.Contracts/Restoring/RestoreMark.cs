using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Restoring;

/// <summary>Says that the store was filled from a copy and that nothing runs before the operator says go.</summary>
public sealed record RestoreMark
{
    /// <summary>Names this restore: 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Whether all of the copy is in the store; until then nothing may be opened.</summary>
    public bool Complete { get; init; }

    /// <summary>Where the copy ends.</summary>
    public required long Position { get; init; }

    /// <summary>The hash there.</summary>
    public required Digest Hash { get; init; }

    /// <summary>The last position that a signed head outside named then; nothing where there was none.</summary>
    public long? Seen { get; init; }

    /// <summary>The hash that it named.</summary>
    public Digest? SeenHash { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the store went that was there before; nothing where there was none.</summary>
    public string? Aside { get; init; }

    /// <summary>Whether more may have happened than the copy knows: unless a signed head outside ends exactly where the copy ends.</summary>
    public bool MayHaveLost => Seen != Position || SeenHash != Hash;
}
