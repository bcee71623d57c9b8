using AiOs.Testing.Mongo;
using AiOs.Testing.Mongo.Faults;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>What goes wrong on the way to the wire peer and back.</summary>
internal sealed class MongoPeerFaults(MongoPeer peer) : StoreFaults
{
    public override void LoseNextReply() => peer.Faults.Next("insert", new PeerFault.DropReply());

    public override void LoseNextWrite() => peer.Faults.Next("insert", new PeerFault.DropBefore());

    public override void KeepFirst(int count) => peer.Faults.Next("insert", new PeerFault.ApplyPrefix(count));

    public override Task GoAwayAsync() => peer.StopAsync();

    public override Task ComeBackAsync()
    {
        peer.StartAgain();
        return Task.CompletedTask;
    }
}
