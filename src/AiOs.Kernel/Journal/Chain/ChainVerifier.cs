using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Heads;

namespace AiOs.Kernel.Journal.Chain;

/// <summary>Checks the stored journal: every commit, every link, and the signed heads. Appends nothing.</summary>
internal sealed class ChainVerifier(IJournalStore store, HeadCheck heads, WorkspaceSettings settings)
{
    private const int PageSize = 1000;

    public async Task<ChainReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var check = new ChainCheck(settings.Id);
        var copies = heads.ReadCopies(out var unreadable);
        var hashes = new Dictionary<long, Digest>();
        try
        {
            while (await store.ReadAsync(check.Head.Position + 1, PageSize, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var commit in page)
                {
                    if ((check.Take(commit.Bytes) ?? Columns(commit, check.Head)) is { } fault)
                    {
                        return new ChainReport(Ok: false, check.Head.Position, commit.Position, $"The commit at position {commit.Position} is not as it was written: {fault}.");
                    }

                    NoteHash(hashes, copies, check.Head);
                }
            }
        }
        catch (AiOsException fault)
        {
            return new ChainReport(Ok: false, check.Head.Position, check.Head.Position + 1, $"The store cannot be read after position {check.Head.Position}: {fault.Message}");
        }

        return (unreadable ?? HeadFault(copies, check.Head, hashes)) is { } wrong
            ? new ChainReport(Ok: false, check.Head.Position, check.Head.Position, wrong)
            : new ChainReport(Ok: true, check.Head.Position, Position: null, $"Chain verified: {check.Head.Position} commits, every link and the signed head.");
    }

    private static void NoteHash(Dictionary<long, Digest> hashes, IReadOnlyList<SignedHead> copies, JournalHead at)
    {
        if (copies.Any(copy => copy.Position == at.Position))
        {
            hashes[at.Position] = at.Hash;
        }
    }

    private static string? Columns(StoredCommit stored, JournalHead head) =>
        stored.Position == head.Position && stored.Hash == head.Hash ? null : "the store's columns do not match it";

    private static string? HeadFault(IReadOnlyList<SignedHead> copies, JournalHead head, Dictionary<long, Digest> hashes)
    {
        foreach (var copy in copies)
        {
            if (copy.Position > head.Position)
            {
                return $"The journal ends at position {head.Position}, but a signed head stands at {copy.Position}: its end was cut off or an older copy was put back.";
            }

            if (copy.Position > 0 && hashes[copy.Position] != copy.Hash)
            {
                return $"The commit at position {copy.Position} is not the one that was signed.";
            }
        }

        return null;
    }
}
