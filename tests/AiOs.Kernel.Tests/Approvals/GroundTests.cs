using System.Collections.Immutable;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Records;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Approvals;

/// <summary>When a question still stands on what it relied on, and when it does not.</summary>
public sealed class GroundTests
{
    [Fact]
    public void LostBy_NothingMoved_Nothing() => Assert.Null(Lost(At(3, ("city", "Köln"), ("name", "Berg"))));

    [Fact]
    public void LostBy_AVersionThatChangesNoValueReliedOn_Nothing() => Assert.Null(Lost(At(4, ("city", "Köln"), ("name", "Berg"), ("phone", "123"))));

    [Fact]
    public void LostBy_AValueChanged_NamesItBeforeAndAfter()
    {
        var lost = Lost(At(4, ("city", "Bonn"), ("name", "Berg")))!;

        Assert.Equal((Facts.Approval, "record-changed"), (lost.Approval, lost.Reason));
        Assert.Equal(["city of client/berg was \"Köln\" and is \"Bonn\" now."], lost.Personal!.Differences);
    }

    [Fact]
    public void LostBy_TheRecordIsGone_NamesEveryValue() => Assert.Equal(
        ["city of client/berg was \"Köln\" and is gone now.", "name of client/berg was \"Berg\" and is gone now."],
        Lost(Normal)!.Personal!.Differences);

    [Fact]
    public void LostBy_WordsForgottenAndTheRecordMoved_IsLostWithoutThem()
    {
        var item = Asked(At(3, ("city", "Köln")));
        var forgotten = item.CurrentApproval! with { Asked = item.CurrentApproval.Asked with { Personal = null } };

        Assert.Null(Ground.LostBy(item, forgotten, At(3, ("city", "Köln"))));
        Assert.Equal(["A Record that this relied on has changed."], Ground.LostBy(item, forgotten, At(4, ("city", "Köln")))!.Personal!.Differences);
    }

    [Theory]
    [InlineData(1, 0, 0, null)]
    [InlineData(1, 1, 0, "asks for more")]
    [InlineData(2, 1, 0, null)]
    [InlineData(2, 2, 0, "asks for more")]
    [InlineData(3, 2, 0, null)]
    [InlineData(1, 4, 0, null)]
    [InlineData(1, 3, 0, null)]
    public void LostBy_OtherPolicy_OnlyWhereItIsStricter(int tier, int policy, int before, string? said)
    {
        var item = Asked(Normal with { Policy = Policies.Of(before) }, tier);
        var lost = Ground.LostBy(item, item.CurrentApproval!, Normal with { Policy = Policies.Of(policy) });

        Assert.Equal(said is null ? null : "policy-stricter", lost?.Reason);
        Assert.True(said is null || lost!.Personal!.Differences[0].Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void LostBy_PolicyThatSaysNo_IsLost()
    {
        var item = Asked(Normal);
        item = item with { Effects = [item.Effects[0] with { Line = item.Effects[0].Line with { Category = EffectCategory.Money } }] };
        var denies = Policies.Of(3);

        Assert.Equal(["The policy says no by now: So it is in this test."], Ground.LostBy(item, item.CurrentApproval!, Normal with { Policy = denies })!.Personal!.Differences);
        Assert.Null(Ground.LostBy(item, item.CurrentApproval!, Normal with { Policy = denies with { Version = item.CurrentApproval!.Asked.Policy } }));
    }

    [Fact]
    public void For_AfterAVoid_ReplacesAndShowsTheDifference()
    {
        var item = Asked(At(3, ("city", "Köln")));
        var moved = At(4, ("city", "Bonn"));
        var voided = item.Apply([Ground.LostBy(item, item.CurrentApproval!, moved)!], Some.Moment);
        var again = Question.For(voided, 1, moved, new ApprovalId(Facts.Id(8)), "nonce");

        Assert.Equal(Facts.Approval, again.Replaces);
        Assert.Equal(["city of client/berg was \"Köln\" and is \"Bonn\" now."], again.Personal!.Differences);
        Assert.Equal([new RecordVersion(Outside.Berg, 4)], again.Records);
        Assert.Equal([new RecordReliance(Outside.Berg, 4, "city", "Bonn")], again.Personal.Relies);
        Assert.NotEqual(item.CurrentApproval!.Asked.Digest, again.Digest);
    }

    [Fact]
    public void For_EachTier_AsksForAWordAndACoolOffWhereItMust()
    {
        var item = Items.Drafted();
        var asked = Enumerable.Range(1, 3).Select(tier => Question.For(item, tier, Normal, Facts.Approval, "nonce")).ToArray();

        Assert.Equal([null, "yes", "yes"], asked.Select(one => one.Personal!.Confirm));
        Assert.Equal([null, null, 3600L], asked.Select(one => one.CoolOffSeconds));
        Assert.Equal(3, asked.Select(one => one.Digest).Distinct().Count());
        Assert.All(asked, one => Assert.Equal((Some.Moment.AddDays(7), "built-in"), (one.ExpiresAt, one.Policy)));
    }

    private static Surroundings Normal => Items.Normal;

    private static ApprovalVoided? Lost(Surroundings now)
    {
        var item = Asked(At(3, ("city", "Köln"), ("name", "Berg")));
        return Ground.LostBy(item, item.CurrentApproval!, now);
    }

    private static WorkItem Asked(Surroundings around, int tier = 1)
    {
        var item = Items.Drafted();
        return item.Apply([Question.For(item, tier, around, Facts.Approval, Facts.Nonce)], Some.Moment);
    }

    private static Surroundings At(long version, params (string Field, string Value)[] fields) => Normal with
    {
        Others = new Dictionary<StreamId, Aggregate>
        {
            [StreamId.Of(Outside.Berg)] = new RecordState
            {
                Stream = StreamId.Of(Outside.Berg),
                Id = Outside.Berg,
                Version = version,
                Fields = fields.ToImmutableDictionary(field => field.Field, field => new RecordField(field.Value, Provenance.External)),
            },
        },
    };
}
