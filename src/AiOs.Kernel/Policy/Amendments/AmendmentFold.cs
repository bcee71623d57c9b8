using System.Globalization;
using AiOs.Kernel.Policy.Conditions;
using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Amendments;

/// <summary>Applies the amendments over what the file says, in their order; later ones win.</summary>
internal static class AmendmentFold
{
    public static PolicyDocument Apply(PolicyDocument file, IReadOnlyList<ListedAmendment> amendments)
    {
        var listed = Settle(amendments);
        var holding = listed.Where(one => one.Holds).ToList();
        return file with
        {
            Caps = holding.Aggregate(file.Caps, Capped),
            AutoRejects = [.. file.AutoRejects, .. holding.Select(Reject).OfType<PolicyRule>()],
            AlwaysAsks = [.. holding.AsEnumerable().Reverse().DistinctBy(Subject).Select(Ask).OfType<PolicyRule>()],
            Amendments = listed,
        };
    }

    /// <summary>From the last to the first, since taking back can be taken back too.</summary>
    private static List<ListedAmendment> Settle(IReadOnlyList<ListedAmendment> amendments)
    {
        var gone = new HashSet<int>();
        foreach (var one in amendments.Reverse().Where(one => !gone.Contains(one.Number)))
        {
            if (one.Amendment is PolicyAmendment.TakeBack back)
            {
                gone.Add(back.Number);
            }
        }

        return [.. amendments.Select(one => one with { Holds = !gone.Contains(one.Number) })];
    }

    private static Caps Capped(Caps caps, ListedAmendment listed) => listed.Amendment switch
    {
        PolicyAmendment.SetCap set => caps.With(new Cap(set.Scope, set.Name, set.Period, set.Limit)),
        PolicyAmendment.RemoveCap remove => caps.Without(remove.Scope, remove.Name, remove.Period),
        _ => caps,
    };

    private static PolicyRule? Reject(ListedAmendment listed) =>
        listed.Amendment is PolicyAmendment.AutoReject reject
            ? new PolicyRule(NameOf(listed), [Of(reject.Counterparty)], PolicyAnswer.Deny, reject.Because)
            : null;

    private static PolicyRule? Ask(ListedAmendment listed) => listed.Amendment switch
    {
        PolicyAmendment.AlwaysAskAbout about => Asking(listed, Of(about.Counterparty), about.Tier),
        PolicyAmendment.AlwaysAskFor kind => Asking(listed, new KindCondition([kind.Kind]), kind.Tier),
        _ => null,
    };

    private static PolicyRule Asking(ListedAmendment listed, Condition condition, int tier) => new(
        NameOf(listed),
        [condition],
        PolicyAnswers.OfTier(tier),
        string.Create(CultureInfo.InvariantCulture, $"You said on {listed.On:yyyy-MM-dd} that you always want to be asked about this."));

    /// <summary>Two amendments about the same thing: the later replaces the earlier.</summary>
    private static string Subject(ListedAmendment listed) => listed.Amendment switch
    {
        PolicyAmendment.AlwaysAskAbout about => "about " + about.Counterparty.Trim().ToUpperInvariant(),
        PolicyAmendment.AlwaysAskFor kind => "for " + kind.Kind.ToUpperInvariant(),
        _ => NameOf(listed),
    };

    private static CounterpartyCondition Of(string counterparty) => new([CounterpartyPattern.Of(counterparty)]);

    private static string NameOf(ListedAmendment listed) => string.Create(CultureInfo.InvariantCulture, $"amendment-{listed.Number}");
}
