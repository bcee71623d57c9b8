using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Requests;

/// <summary>What became of one thing handed over. Both are durable.</summary>
internal abstract record Taken
{
    private Taken()
    {
    }

    /// <summary>It has a work item.</summary>
    public sealed record Accepted(Receipt Receipt) : Taken;

    /// <summary>It cannot become one; the journal says so.</summary>
    public sealed record Unreadable(string Sentence) : Taken;
}
