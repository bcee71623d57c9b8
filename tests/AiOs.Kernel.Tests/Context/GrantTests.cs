using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Context;

/// <summary>An agent sees and proposes what its grant names, and nothing beside it (R5).</summary>
public sealed class GrantTests
{
    private static readonly RecordId Berg = new("client", "berg");

    [Fact]
    public async Task Draft_EffectOutsideTheGrant_IsRefusedAndTheOperatorAsked()
    {
        await using var harness = new KernelHarness();
        harness.Agent.Grant = new Grant { EffectKinds = [EffectKind.NoteKeep] };
        harness.Agent.Write = _ => Some.Proposal(Some.Note("fine"), Some.Email("I was not asked to write."));
        await harness.OpenAsync();

        var item = await harness.ReceivedAsync();
        var events = (await harness.Desk.TimelineAsync(item.Id, CancellationToken.None)).Select(entry => entry.Type).ToArray();

        Assert.Equal(WorkItemState.NeedsAnswer, item.State);
        Assert.Equal(2, events.Count(type => type == "agent-failed"));
        Assert.DoesNotContain("effect-judged", events);
        Assert.Empty(item.Effects);
    }

    [Fact]
    public async Task Draft_EffectsWithinTheGrant_AreJudged()
    {
        await using var harness = new KernelHarness();
        harness.Agent.Grant = new Grant { EffectKinds = [EffectKind.EmailSend] };
        await harness.OpenAsync();

        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ReceivedAsync()).State);
    }

    [Fact]
    public async Task Draft_MissingFactOutsideTheGrant_IsRefused()
    {
        await using var harness = new KernelHarness();
        harness.Agent.Grant = new Grant { RecordTypes = ["client"] };
        harness.Agent.Write = _ => Some.Proposal() with { Missing = new MissingFact(new RecordId("playbook", "main"), "rate", "What?", SensitiveKind.Amount) };
        await harness.OpenAsync();

        var item = await harness.ReceivedAsync();

        Assert.NotEqual("What?", item.Question);
        Assert.Contains(await harness.Desk.TimelineAsync(item.Id, CancellationToken.None), entry => entry.Type == EventNameOf<AgentFailed>());
    }

    [Fact]
    public async Task Brief_RecordsAndVoicesOutsideTheGrant_AreNotInIt()
    {
        await using var harness = new KernelHarness();
        harness.Agent.Grant = new Grant { RecordTypes = ["client"], Provenances = [Provenance.Operator] };
        await harness.OpenAsync();
        await harness.WriteAsync(Berg, "name", "Berg", Provenance.Operator, Some.Anna.Address);
        await harness.WriteAsync(Berg, "city", "Bonn", Provenance.External, Some.Anna.Address);
        await harness.WriteAsync(new RecordId("contract", "c1"), "price", "900 EUR", Provenance.Operator, Some.Anna.Address);

        await harness.ReceivedAsync();

        var facts = harness.Agent.Briefs[^1].Context.Facts;
        Assert.Same(facts, harness.Agent.Briefs[^1].Facts);
        var only = Assert.Single(facts);
        Assert.Equal((Berg, 2L), (only.Id, only.Version));
        Assert.Equal(new Dictionary<string, RecordField> { ["name"] = new("Berg", Provenance.Operator) }, only.Fields);
    }

    private static string EventNameOf<T>() => EventType.All.Single(type => type.ClearType == typeof(T)).Name;
}
