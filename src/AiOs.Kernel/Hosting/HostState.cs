using AiOs.Contracts.Ports;
using AiOs.Kernel.Sharing;

namespace AiOs.Kernel.Hosting;

/// <summary>What this start of this host knows of itself.</summary>
internal sealed class HostState
{
    private volatile string? _damaged;
    private volatile string? _held;

    public HostState(IEntropy entropy, IJournalStore store)
    {
        Span<byte> random = stackalloc byte[8];
        entropy.Fill(random);
        Incarnation = Convert.ToHexStringLower(random);
        Alone = store.IsExclusive;
        Others = new OtherHosts(Incarnation);
    }

    /// <summary>Which start this is.</summary>
    public string Incarnation { get; }

    /// <summary>Whether no other live host shares the store.</summary>
    public bool Alone { get; }

    /// <summary>Who else shares it.</summary>
    public OtherHosts Others { get; }

    /// <summary>Why nothing may run at present.</summary>
    public string? FrozenBecause => _damaged ?? _held;

    /// <summary>Why the journal cannot be trusted; nothing but a new start ends it.</summary>
    public string? DamagedBecause => _damaged;

    public void Freeze(string because) => _damaged = because;

    /// <summary>Holds everything until the operator says go.</summary>
    public void Hold(string because) => _held = because;

    public void Release() => _held = null;
}
