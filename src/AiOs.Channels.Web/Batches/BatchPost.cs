namespace AiOs.Channels.Web.Batches;

/// <summary>Several approvals as they are posted.</summary>
internal sealed record BatchPost
{
    public IReadOnlyList<Card>? Decisions { get; init; }

    /// <summary>One card that was shown.</summary>
    internal sealed record Card
    {
        public string? Approval { get; init; }

        public string? Digest { get; init; }

        public string? Nonce { get; init; }
    }
}
