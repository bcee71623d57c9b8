namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>policy.change</c>: one change of the policy, on top of one version of it.</summary>
public sealed record PolicyChangeArguments
{
    /// <summary>The version it follows; 0 while none was adopted. A policy that moved on is not changed.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>
    /// What changes: <c>set-cap</c>, <c>remove-cap</c>, <c>auto-reject</c>, <c>ask-about</c>, <c>ask-for</c> or <c>take-back</c>.
    /// </summary>
    public required string Change { get; init; }

    /// <summary>Of a cap, <c>spending</c> or <c>model</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>Of a cap, the category of spending or the agent; nothing for all together.</summary>
    public string? Name { get; init; }

    /// <summary>Of a cap, <c>day</c> or <c>month</c>.</summary>
    public string? Period { get; init; }

    /// <summary>Of a cap, the most in minor units of the workspace's currency.</summary>
    public long? Minor { get; init; }

    /// <summary>Of a cap, the currency (ISO 4217).</summary>
    public string? Currency { get; init; }

    /// <summary>Whom it is about: an address, a name, or <c>*@example.com</c>.</summary>
    public string? Counterparty { get; init; }

    /// <summary>Which kind of effect it is about, or all below a name as in <c>mcp.*</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>How strictly to ask at least: 1 to 3.</summary>
    public int? Tier { get; init; }

    /// <summary>Of an auto-reject, the rule in one sentence.</summary>
    public string? Because { get; init; }

    /// <summary>Of <c>take-back</c>, the change that no longer holds, counted from 1.</summary>
    public int? Number { get; init; }
}
