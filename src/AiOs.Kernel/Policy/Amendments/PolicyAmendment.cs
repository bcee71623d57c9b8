using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Amendments;

/// <summary>One change of the policy, as the operator asks for it in chat.</summary>
internal abstract record PolicyAmendment
{
    private PolicyAmendment()
    {
    }

    /// <param name="Scope">Which money.</param>
    /// <param name="Name">A spend category or an agent; nothing for all of them together.</param>
    /// <param name="Period">Over which time.</param>
    /// <param name="Limit">In the workspace's currency.</param>
    public sealed record SetCap(CapScope Scope, string? Name, CapPeriod Period, Money Limit) : PolicyAmendment;

    /// <summary>Lifts a cap, wherever it was set; one that is not there stays away.</summary>
    /// <param name="Scope">Which money.</param>
    /// <param name="Name">A spend category or an agent; nothing for all of them together.</param>
    /// <param name="Period">Over which time.</param>
    public sealed record RemoveCap(CapScope Scope, string? Name, CapPeriod Period) : PolicyAmendment;

    /// <param name="Counterparty">An address, a name, or <c>*@example.com</c>; personal.</param>
    /// <param name="Because">One sentence for people.</param>
    public sealed record AutoReject(string Counterparty, string Because) : PolicyAmendment;

    /// <summary>Asks at least so strictly. Where the file is stricter, the file holds.</summary>
    /// <param name="Counterparty">An address, a name, or <c>*@example.com</c>; personal.</param>
    /// <param name="Tier">1 to 3.</param>
    public sealed record AlwaysAskAbout(string Counterparty, int Tier) : PolicyAmendment;

    /// <summary>Asks at least so strictly. Where the file is stricter, the file holds.</summary>
    /// <param name="Kind">A kind of effect, or all below a name as in <c>mcp.*</c>.</param>
    /// <param name="Tier">1 to 3.</param>
    public sealed record AlwaysAskFor(string Kind, int Tier) : PolicyAmendment;

    /// <param name="Number">The amendment that no longer holds, counted from 1.</param>
    public sealed record TakeBack(int Number) : PolicyAmendment;
}
