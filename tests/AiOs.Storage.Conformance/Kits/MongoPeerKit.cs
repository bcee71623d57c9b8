using AiOs.Testing.Mongo;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>The MongoDB store with the real driver, against the wire peer in this process. It always runs.</summary>
public sealed class MongoPeerKit : StoreKit
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 13, 19, 0, TimeSpan.Zero));
    private MongoPeer? _peer;

    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    public override bool KeepsPrefix => true;

    /// <inheritdoc/>
    public override StoreFaults? Faults => _peer is null ? null : new MongoPeerFaults(_peer);

    /// <inheritdoc/>
    public override async Task<StorePorts> OpenAsync()
    {
        _peer ??= await MongoPeer.StartAsync(new MongoPeerOptions { Clock = _time });
        return MongoOpening.Open(_peer.ConnectionString + "&serverSelectionTimeoutMS=1500&connectTimeoutMS=1500", "suite");
    }

    /// <inheritdoc/>
    public override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_peer is not null)
        {
            await _peer.DisposeAsync();
        }
    }
}
