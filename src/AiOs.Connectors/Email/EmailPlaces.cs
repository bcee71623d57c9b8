namespace AiOs.Connectors.Email;

/// <summary>What the host has resolved for mail: absolute folders, and who the operator is.</summary>
/// <param name="Outbox">The folder that mails are written to where no server sends them.</param>
/// <param name="OutboxShown">How that folder is called in a sentence, such as <c>data/outbox</c>.</param>
/// <param name="Inbox">The folder that is watched for mail files.</param>
/// <param name="OperatorAddress">The operator's own mail address, where one is configured.</param>
public sealed record EmailPlaces(string Outbox, string OutboxShown, string Inbox, string? OperatorAddress)
{
    /// <summary>All of the operator's own mail addresses.</summary>
    public IReadOnlyList<string> OwnAddresses { get; init; } = [];

    /// <summary>The operator's name, where one is configured.</summary>
    public string? OwnName { get; init; }

    /// <summary>Whether other hosts take over work and have an outbox of their own: a second attempt would then write a second file.</summary>
    public bool IsOutboxOneOfSeveral { get; init; }
}
