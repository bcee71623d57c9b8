using AiOs.Contracts.Events;

namespace AiOs.Kernel.Journal;

/// <summary>A stream that nothing is decided on: notes, model calls.</summary>
internal sealed record PlainStream : Aggregate
{
    public override Aggregate Apply(JournalEvent happened, DateTimeOffset at) => this;
}
