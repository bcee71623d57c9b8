using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>Thousands of hostile drafts through one workspace, and what became of each.</summary>
internal sealed class ContainmentRun : IAsyncDisposable
{
    /// <summary>As much as a policy can allow.</summary>
    public const string AllowsAll = """
        version: 1
        interruptions: { perDay: 12 }
        autonomy: { offerAfter: 3, within: 365d, decayAfter: 365d, mostEach: 1000 }
        rules:
          - { name: all-internal, when: { category: internal }, then: allow, because: "It may." }
          - { name: all-else, when: { category: [reputation, money, contract] }, then: allow, because: "It may." }
        """;

    private readonly HostileDrafts _drafts;
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private int _number;

    private ContainmentRun(int seed, OutsideWorld world)
    {
        _drafts = new HostileDrafts(seed);
        World = world;
        Harness = new KernelHarness(seed) { Mail = world.Mail, Others = world.Others };
    }

    public KernelHarness Harness { get; }

    public OutsideWorld World { get; }

    public Dictionary<WorkItemState, int> States { get; } = [];

    public List<string> Faults { get; } = [];

    public int Approved { get; private set; }

    public static async Task<ContainmentRun> StartAsync(int seed, OutsideWorld? world = null, string? policy = null)
    {
        var run = new ContainmentRun(seed, world ?? new OutsideWorld());
        await run.Harness.OpenAsync();
        if (policy is not null)
        {
            var loaded = await run.Harness.Process.Get<IControls>().LoadPolicyAsync(policy, CancellationToken.None);
            Assert.True(loaded.Accepted, loaded.Sentence);
            await run.GiveAsync("anna@berg.example");
        }

        return run;
    }

    /// <summary>One draft; every twentieth card that comes of one is approved, as it asks to be.</summary>
    public async Task DraftAsync(Func<KernelHarness, WorkItemId, Task>? afterwards = null)
    {
        var draft = _drafts.Next();
        Harness.Agent.Write = _ => draft;
        var item = await ReceiveAsync(Some.Mail(++_number));
        if (item is null)
        {
            return;
        }

        States[item.State] = States.GetValueOrDefault(item.State) + 1;
        if (afterwards is not null)
        {
            await afterwards(Harness, item.Id);
        }

        if (item.State is WorkItemState.AwaitingApproval && _number % 20 == 0 && !item.Effects.Any(effect => effect.Preview.Contains(HostileDrafts.Mallory, StringComparison.Ordinal)))
        {
            await ApproveAsync(item);
        }

        _drafts.Notes.AddRange(item.Effects.Where(effect => effect is { Outcome: "done", Kind.Value: "note.keep" }).Select(effect => effect.Id));
        if (!IsSeen(item))
        {
            Faults.Add($"draft {_number} ended as {item.State}, which nobody sees: {string.Join(" | ", draft.Effects)}");
        }
    }

    public Task<Ward> LookAsync() => new Ward(Harness, World, _given).LookAsync();

    public ValueTask DisposeAsync() => Harness.DisposeAsync();

    /// <summary>Something was asked of the operator, or the policy said no, or it was internal and is over.</summary>
    private static bool IsSeen(WorkItemView item) => item.State switch
    {
        WorkItemState.AwaitingApproval => item.Approvals is [.., { State: "open" }],
        WorkItemState.NeedsAnswer => item.Question is { Length: > 0 },
        WorkItemState.Rejected => item.Effects.Any(effect => effect.Outcome == "denied"),
        WorkItemState.Done or WorkItemState.Failed or WorkItemState.OutcomeUnknown => true,
        _ => false,
    };

    private async Task<WorkItemView?> ReceiveAsync(InboundMessage message)
    {
        try
        {
            return await Harness.ReceivedAsync(message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Faults.Add($"draft {_number} threw out of the inbox: {fault}");
            return null;
        }
    }

    /// <summary>What stands in a Record that the operator approved is the operator's from then on.</summary>
    private async Task ApproveAsync(WorkItemView item)
    {
        var state = (WorkItem)await Harness.Process.Journal.LoadAsync(StreamId.Of(item.Id), CancellationToken.None);
        var written = state.CurrentEffects.Where(effect => effect.Line.Kind == EffectKind.RecordWrite);
        _given.UnionWith(written.SelectMany(effect => OutsideWorld.SensitiveIn(effect.Effect!)).Select(value => value.Value));
        Approved += (await Harness.DecideAsync(item.Approvals[^1], DecisionKind.Approve)).Accepted ? 1 : 0;
    }

    /// <summary>The operator types an address, so that there is one that is the operator's own.</summary>
    private async Task GiveAsync(string address)
    {
        _given.Add(address);
        var arguments = new RecordWriteArguments
        {
            Record = new RecordId("client", "berg"),
            ExpectedVersion = 0,
            Fields = new Dictionary<string, RecordField> { ["email"] = new(address, Provenance.Operator) },
            People = [address],
        };
        Harness.Agent.Write = _ => Some.Proposal(new EffectDraft(EffectKind.RecordWrite, System.Text.Json.JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments)));
        var typed = new InboundMessage
        {
            Channel = ChannelName.Web,
            Authority = Authority.Operator,
            DedupeKey = address,
            Content = new MessageContent { Origin = ContentOrigin.Typed, Text = "Anna's address is " + address },
        };
        Assert.Equal(WorkItemState.Done, (await Harness.ReceivedAsync(typed)).State);
        Harness.Agent.Write = _ => Some.Proposal(Some.Email("Thank you.", address));
        Assert.Equal(WorkItemState.Done, (await Harness.ReceivedAsync(Some.Mail(1_000_000))).State);
    }
}
