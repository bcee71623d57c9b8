using AiOs.Contracts;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal.Heads;

/// <summary>Holds the signed heads against the store: whichever copy is ahead shows a cut tail or a folder that was rolled back.</summary>
internal sealed class HeadCheck(IHeadCopies copies, IJournalStore store, WorkspaceKeys keys, WorkspaceSettings settings)
{
    /// <summary>Why nothing may run, or nothing.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        var read = ReadCopies(out var unreadable);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var head = await store.HeadAsync(cancellationToken);

        // A host that joins others has no copy of its own yet; theirs stand guard.
        if (read.Count == 0 && head.Position > 0 && store.IsExclusive)
        {
            return "No signed head is left for a journal that is not empty; run 'journal verify', and if it is right put a copy of head.json back.";
        }

        foreach (var copy in read)
        {
            if (copy.Position > head.Position)
            {
                return $"The journal ends at position {head.Position}, but a signed head stands at {copy.Position}: its end was cut off or an older copy was put back.";
            }

            if (copy.Position > 0
                && (await store.ReadAsync(copy.Position, 1, cancellationToken) is not [var signed] || signed.Hash != copy.Hash))
            {
                return $"The commit at position {copy.Position} is not the one that was signed.";
            }
        }

        return null;
    }

    /// <summary>Every copy there is, and what is wrong with the first that is not ours or not whole.</summary>
    public IReadOnlyList<SignedHead> ReadCopies(out string? fault)
    {
        fault = null;
        var read = new List<SignedHead>();
        try
        {
            foreach (var bytes in copies.Read())
            {
                var head = HeadCodec.Read(bytes);
                if (head.Workspace != settings.Id || head.PublicKey != Convert.ToBase64String(keys.HeadPublicKey.Span))
                {
                    fault = "A signed head belongs to another workspace or another key file.";
                    return [];
                }

                read.Add(head);
            }
        }
        catch (AiOsException wrong)
        {
            fault = wrong.Message;
            return [];
        }

        return read;
    }
}
