using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Policy;

/// <summary>The policy that holds while the operator has written none: what leaves, costs or binds is asked, the rest is allowed. Pure.</summary>
internal static class DefaultPolicy
{
    public const string Version = "default-1";

    public static Verdict Judge(EffectCategory category) => category switch
    {
        EffectCategory.Internal => new Verdict.Allow("internal-allowed", "Notes and Records of your own workspace are kept without asking."),
        EffectCategory.Money => new Verdict.Ask("money-asks", "Nothing touches money before you said yes.", Tier: 1),
        EffectCategory.Contract => new Verdict.Ask("contract-asks", "Nothing binds you before you said yes.", Tier: 1),
        EffectCategory.Reputation => new Verdict.Ask("reputation-asks", "Nothing leaves in your name before you said yes.", Tier: 1),
        _ => new Verdict.Ask("unknown-asks", "What the policy does not know is asked.", Tier: 1),
    };
}
