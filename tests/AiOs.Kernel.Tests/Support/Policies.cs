using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Tests.Support;

/// <summary>Policies of growing strictness, so that a sequence of commands can tighten and loosen them.</summary>
internal static class Policies
{
    public const int Count = 5;

    public static PolicyInForce Of(int level, DateTimeOffset now) => level % Count == 0
        ? PolicyInForce.BuiltIn
        : PolicyInForce.BuiltIn with
        {
            Version = "test@" + (level % Count),
            Judge = category => Judge(level % Count, category),
            Ladder = [new LadderRung("remind", now.AddHours(4)), new LadderRung("channel chat", now.AddHours(8))],
        };

    private static Verdict Judge(int level, EffectCategory category) => (level, category) switch
    {
        (1, EffectCategory.Money) => Ask(2),
        (1, EffectCategory.Contract) => Ask(3),
        (1, EffectCategory.Reputation) => Ask(2),
        (2, EffectCategory.Internal) => Ask(1),
        (2, _) => Ask(3),
        (3, EffectCategory.Money or EffectCategory.Contract) => new Verdict.Deny("test-denies", "Not in this test."),
        (3, EffectCategory.Reputation) => Ask(1),
        _ => new Verdict.Allow("test-allows", "All is well in this test."),
    };

    private static Verdict.Ask Ask(int tier) => new("test-asks", "It is asked in this test.", tier);
}
