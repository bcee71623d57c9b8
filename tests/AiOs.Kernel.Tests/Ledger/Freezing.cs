using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Ledger;

/// <summary>Freezes and resumes through the journal of one host.</summary>
internal static class Freezing
{
    public static Task<AppendResult> AppendAsync(KernelProcess process, JournalEvent happened) => process.Journal.AppendAsync(
        new AppendRequest { Stream = StreamId.Workspace, Cause = "test", Decide = _ => [happened] }, CancellationToken.None);
}
