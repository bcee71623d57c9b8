using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;

namespace AiOs.Memory.Embedding;

/// <summary>
/// Where hosts share a store, one of them at a time asks the model, so that no piece is paid for twice. A lease that is lost does no harm: the
/// same piece gets the same vector again.
/// </summary>
/// <param name="leases">The store's leases; nothing where the store is this host's alone.</param>
/// <param name="entropy">Makes the name of this host.</param>
internal sealed class BackfillTurn(ILeases? leases, IEntropy entropy)
{
    private const string Name = "memory";

    private const int HolderBytes = 16;

    /// <summary>Longer than a step that has to wait for the model.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(3);

    private readonly string _holder = HolderOf(entropy);

    /// <summary>Takes the turn, or holds on to it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False while another host has it.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken) =>
        leases is null || await leases.TryTakeAsync(Name, _holder, Duration, cancellationToken) is not null;

    /// <summary>Lets another host have it.</summary>
    /// <returns>When it is so.</returns>
    public Task GiveBackAsync() => leases?.ReleaseAsync(Name, _holder, CancellationToken.None) ?? Task.CompletedTask;

    private static string HolderOf(IEntropy entropy)
    {
        Span<byte> random = stackalloc byte[HolderBytes];
        entropy.Fill(random);
        return Convert.ToHexStringLower(random);
    }
}
