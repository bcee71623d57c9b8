using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Policy.Settings;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Policy;

public sealed class AmendmentProperties
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Property(MaxTest = 300)]
    public void Amend_AnyFileAnyNumberOfTimes_ReadsAsExactlyThatChange(byte[] script)
    {
        var draw = new Draw(script);
        var text = Shaped(draw, draw.One(SomePolicy.DefaultText, draw.Text(draw.Below(4))));
        for (var number = 1; number <= 5; number++)
        {
            var amendment = draw.Amendment(number - 1);
            var before = SomePolicy.Read(text);
            var amended = PolicyText.Amend(text, amendment, Day.AddDays(number));
            var after = SomePolicy.Read(amended);

            Assert.StartsWith(text, amended, StringComparison.Ordinal);
            Assert.Equal(new ListedAmendment(number, Day.AddDays(number), amendment, Holds: true), after.Amendments[^1]);
            Assert.Equal(before.Amendments.Select(one => one.Amendment), after.Amendments.Take(number - 1).Select(one => one.Amendment));
            Assert.Equal(Expected(before, amendment), Told(after));
            text = amended;
        }
    }

    /// <summary>All but the amendments themselves, as text.</summary>
    private static string Expected(PolicyDocument before, PolicyAmendment amendment) => amendment switch
    {
        PolicyAmendment.SetCap set => Told(before with { Caps = before.Caps.With(new Cap(set.Scope, set.Name, set.Period, set.Limit)) }),
        PolicyAmendment.RemoveCap remove => Told(before with { Caps = before.Caps.Without(remove.Scope, remove.Name, remove.Period) }),
        _ => Told(before),
    };

    private static string Told(PolicyDocument policy) => string.Join(
        '\n',
        policy.Caps.All.Where(_ => !policy.Amendments.Any(one => one.Amendment is PolicyAmendment.TakeBack)).Select(cap => cap.ToString())
            .Concat(policy.Rules.Select(rule => rule.Name))
            .Concat(policy.AutoRejects.Select(rule => rule.Name).Where(name => !name.StartsWith("amendment", StringComparison.Ordinal)))
            .Append($"{policy.Approvals} {policy.QuietHours} {policy.InterruptionsPerDay} {policy.Autonomy}"));

    private static string Shaped(Draw draw, string text)
    {
        var shaped = draw.One(text, text.TrimEnd('\n'), text + "\n\n# the end", text + "amendments:\n", text + "amendments:");
        return draw.One(true, false) ? shaped.Replace("\n", "\r\n", StringComparison.Ordinal) : shaped;
    }
}
