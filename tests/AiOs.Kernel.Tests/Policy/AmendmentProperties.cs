using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Amendments;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Policy;

public sealed class AmendmentProperties
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Property(MaxTest = 25)]
    public void Amend_AnyFileAnyNumberOfTimes_ReadsAsExactlyThatChange(byte[] script)
    {
        var draw = new Draw(script);
        var text = Shaped(draw, draw.One(SomePolicy.DefaultText, draw.Text(draw.Below(4))));
        var file = SomePolicy.Read(text);
        var made = new List<PolicyAmendment>();
        for (var number = 1; number <= 5; number++)
        {
            made.Add(draw.Amendment(number - 1));
            var amended = PolicyText.Amend(text, made[^1], Day.AddDays(number));
            var after = SomePolicy.Read(amended);

            Assert.StartsWith(text, amended, StringComparison.Ordinal);
            Assert.Equal(made.Select((one, at) => new ListedAmendment(at + 1, Day.AddDays(at + 1), one, Holds(made, at))), after.Amendments);
            Assert.Equal(Expected(file, made), Told(after));
            text = amended;
        }
    }

    /// <summary>Said another way than the program does it: unless a later line that holds takes it back.</summary>
    private static bool Holds(List<PolicyAmendment> made, int at) =>
        !Enumerable.Range(at + 1, made.Count - at - 1).Any(later => made[later] == new PolicyAmendment.TakeBack(at + 1) && Holds(made, later));

    private static string Expected(PolicyDocument file, List<PolicyAmendment> made)
    {
        var caps = file.Caps.All.ToDictionary(cap => (cap.Scope, cap.Name, cap.Period), cap => cap.Limit);
        var (rejects, asks) = (new List<string>(), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var one in made.Where((_, at) => Holds(made, at)))
        {
            switch (one)
            {
                case PolicyAmendment.SetCap set:
                    caps[(set.Scope, set.Name, set.Period)] = set.Limit;
                    break;
                case PolicyAmendment.RemoveCap remove:
                    caps.Remove((remove.Scope, remove.Name, remove.Period));
                    break;
                case PolicyAmendment.AutoReject reject:
                    rejects.Add($"{reject.Counterparty}: {reject.Because}");
                    break;
                case PolicyAmendment.AlwaysAskAbout about:
                    asks[about.Counterparty] = about.Tier;
                    break;
                case PolicyAmendment.AlwaysAskFor kind:
                    asks[kind.Kind] = kind.Tier;
                    break;
                default:
                    break;
            }
        }

        return Told(file, caps.Select(cap => $"{cap.Key} {cap.Value}"), rejects, asks.Select(ask => $"{ask.Key}: {ask.Value}"));
    }

    private static string Told(PolicyDocument policy) => Told(
        policy,
        policy.Caps.All.Select(cap => $"{(cap.Scope, cap.Name, cap.Period)} {cap.Limit}"),
        policy.AutoRejects.Where(rule => rule.Name.StartsWith("amendment-", StringComparison.Ordinal)).Select(rule => $"{rule.When[0].Wanted}: {rule.Because}"),
        policy.AlwaysAsks.Select(rule => $"{rule.When[0].Wanted}: {(int)rule.Then}"));

    private static string Told(PolicyDocument policy, IEnumerable<string> caps, IEnumerable<string> rejects, IEnumerable<string> asks) => string.Join(
        '\n',
        [
            .. caps.Order(StringComparer.Ordinal),
            "never", .. rejects,
            "ask", .. asks.Order(StringComparer.OrdinalIgnoreCase),
            "rules", .. policy.Rules.Select(rule => $"{rule.Name} {rule.Then} {rule.Because} {string.Join(',', rule.When.Select(when => when.Wanted))}"),
            $"{policy.Approvals} {policy.QuietHours} {policy.InterruptionsPerDay} {policy.Autonomy}",
        ]);

    private static string Shaped(Draw draw, string text)
    {
        var shaped = draw.One(text, text.TrimEnd('\n'), text + "\n\n# the end", text + "amendments:\n", text + "amendments:");
        return draw.One(true, false) ? shaped.Replace("\n", "\r\n", StringComparison.Ordinal) : shaped;
    }
}
