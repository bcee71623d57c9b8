using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Policies;

/// <summary>What the operator wants of the policy, as far as it was understood.</summary>
internal abstract record PolicyRequest
{
    private PolicyRequest()
    {
    }

    /// <summary>One change, understood whole.</summary>
    /// <param name="Arguments">The change, on top of no version yet.</param>
    /// <param name="Summary">The change in one sentence.</param>
    public sealed record Change(PolicyChangeArguments Arguments, string Summary) : PolicyRequest;

    /// <summary>A change that lacks something.</summary>
    /// <param name="Question">What is asked.</param>
    /// <param name="IfYes">What a plain yes means, where it means something.</param>
    /// <param name="Cap">What is known of a cap, where it is one.</param>
    public sealed record Unclear(string Question, Change? IfYes = null, CapWish? Cap = null) : PolicyRequest;
}
