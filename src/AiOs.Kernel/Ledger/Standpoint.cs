using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.Ledger;

/// <summary>All that a decision is made on: everything as it is at the position that the commit will have.</summary>
/// <param name="State">The stream that is decided on.</param>
/// <param name="Ledger">The whole workspace in short.</param>
/// <param name="Others">The other streams that were asked for.</param>
/// <param name="Now">The moment, UTC: that of the commit.</param>
internal sealed record Standpoint(Aggregate State, WorkspaceLedger Ledger, IReadOnlyDictionary<StreamId, Aggregate> Others, DateTimeOffset Now);
