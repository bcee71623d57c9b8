namespace AiOs.Kernel.Digests.Counting;

/// <summary>Which stretch of the journal a digest tells of. Positions decide, since clocks may lie; the moments are for people.</summary>
/// <param name="After">Only commits after this position.</param>
/// <param name="UpTo">The last commit.</param>
/// <param name="Since">When it begins, UTC.</param>
/// <param name="Until">When it ends, UTC.</param>
internal sealed record DigestWindow(long After, long UpTo, DateTimeOffset Since, DateTimeOffset Until)
{
    public bool Has(long position) => position > After && position <= UpTo;
}
