using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding;

namespace AiOs.Kernel.Tests.Grounding;

public sealed class RefreshTests
{
    private static readonly RecordSnapshot Before = Case.Client(("email", Case.Anna, Provenance.Operator), ("iban", Case.Iban, Provenance.Operator));

    [Fact]
    public void Refresh_SameRecords_IsTheSame()
    {
        var grounds = Known();

        Assert.Same(grounds, Grounder.Refresh(grounds, Now(Before)));
    }

    [Fact]
    public void Refresh_NewVersionSameValues_OnlyMovesTheVersion()
    {
        var after = Grounder.Refresh(Known(), Now(Before with { Version = 4 }));

        Assert.All(after.Values, value => Assert.Equal((Provenance.Record, 4L), (value.Provenance, value.Version)));
        Assert.Empty(after.Conflicts);
    }

    [Fact]
    public void Refresh_OtherValue_LosesItsGroundWithASentence()
    {
        var after = Grounder.Refresh(Known(), Now(Case.Record("client/berg", 4, ("email", Case.Anna, Provenance.Operator), ("iban", Case.OtherIban, Provenance.Operator))));

        Assert.Equal([Provenance.Record, Provenance.External], after.Values.Select(value => value.Provenance));
        Assert.Equal([$"client/berg says {Case.OtherIban} now, it said {Case.Iban} before."], after.Conflicts);
        Assert.Equal(CounterpartyClass.Client, after.Class);
        Assert.Same(after, Grounder.Refresh(after, Now(Before with { Version = 4 })));
    }

    [Fact]
    public void Refresh_RecordOrFieldGone_LosesAllAndTheCounterparty()
    {
        var gone = Grounder.Refresh(Known(), Now());
        var empty = Grounder.Refresh(Known(), Now(Case.Client()));

        foreach (var after in new[] { gone, empty })
        {
            Assert.Equal(Provenance.External, after.Weakest());
            Assert.Equal(["to", "iban"], after.UngroundedNames());
            Assert.Equal(2, after.Conflicts.Count);
            Assert.Equal(CounterpartyClass.New, after.Class);
        }
    }

    [Fact]
    public void Refresh_RecordNoLongerAboutTheParty_TakesTheAccountsGround()
    {
        var after = Grounder.Refresh(Known(), Now(Case.Record("client/berg", 4, ("email", "new@berg.example", Provenance.Operator), ("iban", Case.Iban, Provenance.Operator))));

        Assert.Equal([Provenance.External, Provenance.External], after.Values.Select(value => value.Provenance));
        Assert.Contains($"client/berg still says {Case.Iban}, but it is no longer about {Case.Anna}.", after.Conflicts);
    }

    [Theory]
    [InlineData(Provenance.External)]
    [InlineData(Provenance.Model)]
    public void Refresh_NoLongerConfirmed_LosesItsGround(Provenance stored)
    {
        var after = Grounder.Refresh(Known(), Now(Case.Client(("email", Case.Anna, Provenance.Operator), ("iban", Case.Iban, stored))));

        Assert.Equal((Provenance.External, "client/berg (not confirmed)"), (after.Values[1].Provenance, after.Values[1].Place));
        Assert.Single(after.Conflicts);
    }

    [Fact]
    public void Refresh_ValueConfirmedSince_GainsNothing()
    {
        var grounds = new Case { Records = [Case.Client(("iban", Case.Iban, Provenance.External))] }.Ground(new SensitiveValue(SensitiveKind.BankAccount, "iban", Case.Iban));

        Assert.Same(grounds, Grounder.Refresh(grounds, Now(Before)));
    }

    private static EffectGrounds Known() => new Case { Records = [Before] }.Ground(
        new SensitiveValue(SensitiveKind.Recipient, "to", Case.Anna),
        new SensitiveValue(SensitiveKind.BankAccount, "iban", Case.Iban));

    private static Dictionary<RecordId, RecordSnapshot> Now(params RecordSnapshot[] records) => records.ToDictionary(record => record.Id);
}
