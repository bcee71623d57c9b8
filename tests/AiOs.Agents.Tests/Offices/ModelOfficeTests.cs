using AiOs.Agents.Tests.Models;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Models;
using AiOs.Testing.Kernel;
using AiOs.Testing.Models.Chat;

namespace AiOs.Agents.Tests.Offices;

/// <summary>
/// A piece of work of each agent through the real kernel, with a model over real HTTP that goes wrong in each way: the work item comes to the same rest
/// with the same effects as without any model, and every call is settled in the journal.
/// </summary>
public sealed class ModelOfficeTests
{
    private static readonly string[] All = ["execution", "billing", "sales", "editor", "research"];

    public static MatrixTheoryData<string, ChatFault> Faults { get; } = new(All, Enum.GetValues<ChatFault>().Except([ChatFault.None, ChatFault.NoUsage]));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Work_ModelFails_ComesToTheSameRestAndSaysSo(string agent, ChatFault fault)
    {
        await using var without = await Office.StartAsync();
        var plain = await WorkAsync(without, agent);
        var meter = new LateMeter();
        await using var desk = await ModelDesk.OpenAsync(fault is ChatFault.Hang or ChatFault.Stall ? 1 : 60, meter, Stop);
        desk.Server.Always = fault;
        await using var harness = await OpenAsync(desk, meter);

        var item = await WorkAsync(harness, agent);

        Assert.True(desk.Server.Calls > 0);
        Assert.Contains("no model had a part in this: ", item.Told(), StringComparison.Ordinal);
        await SameAsync((without, plain), (harness, item));
        await CountedAsync(harness, desk);
    }

    /// <summary>A letter of Execution holds no money: there an obedient model may say in other words what the mail asks for, and only that.</summary>
    [Theory]
    [InlineData("execution", false)]
    [InlineData("billing", false)]
    [InlineData("sales", false)]
    [InlineData("editor", false)]
    [InlineData("research", false)]
    [InlineData("billing", true)]
    [InlineData("sales", true)]
    [InlineData("editor", true)]
    [InlineData("research", true)]
    public async Task Work_ModelThatSaysNothingOrObeysAll_ComesToTheSameRest(string agent, bool obedient)
    {
        await using var without = await Office.StartAsync();
        var plain = await WorkAsync(without, agent);
        var meter = new LateMeter();
        await using var desk = await ModelDesk.OpenAsync(60, meter, Stop);
        desk.Server.IsObedient = obedient;
        await using var harness = await OpenAsync(desk, meter);

        var item = await WorkAsync(harness, agent);

        Assert.Equal(1, desk.Server.Calls);
        await SameAsync((without, plain), (harness, item));
        await CountedAsync(harness, desk);
    }

    private static async Task<KernelHarness> OpenAsync(ModelDesk desk, LateMeter meter)
    {
        var harness = await Office.StartAsync(desk.Intake, desk.Agents);
        meter.Real = () => harness.Process.Get<IModelMeter>();
        return harness;
    }

    private static async Task<WorkItemView> WorkAsync(KernelHarness harness, string agent)
    {
        foreach (var record in AgentCases.Records)
        {
            await harness.KnowAsync(record.Id.ToString(), [.. record.Fields.Select(field => (field.Key, field.Value.Value))]);
        }

        await RestAsync(harness, await harness.TypeAsync("note: pricing by the hour punishes who is fast"));
        await harness.Process.Get<IMemoryRebuild>().FollowAsync(Stop);
        var brief = AgentCases.Of(agent);
        return await RestAsync(harness, await harness.ReceivedAsync(new InboundMessage
        {
            Channel = brief.Authority is Authority.Operator ? ChannelName.Web : ChannelName.Mail,
            Authority = brief.Authority,
            DedupeKey = "work",
            Content = brief.Message,
        }));
    }

    private static async Task<WorkItemView> RestAsync(KernelHarness harness, WorkItemView item)
    {
        await harness.Process.Inbox.RestAsync(item.Id, Stop);
        return await harness.ViewAsync(item.Id);
    }

    private static async Task SameAsync((KernelHarness Harness, WorkItemView Item) without, (KernelHarness Harness, WorkItemView Item) with)
    {
        Assert.True(with.Item.State is WorkItemState.AwaitingApproval or WorkItemState.Done or WorkItemState.NeedsAnswer, with.Item.State + " " + with.Item.Told());
        Assert.Equal(without.Item.State, with.Item.State);
        Assert.Equal(without.Item.Question, with.Item.Question);
        Assert.Equal(without.Item.Effects.Select(effect => (effect.Kind, effect.Preview)), with.Item.Effects.Select(effect => (effect.Kind, effect.Preview)));
        if (with.Item.Approvals.Any(approval => approval.State == "open"))
        {
            await without.Harness.ApproveAsync(without.Item);
            Assert.Equal(WorkItemState.Done, (await with.Harness.ApproveAsync(with.Item)).State);
        }

        Assert.Equal(without.Harness.Mail.Done.Count, with.Harness.Mail.Done.Count);
    }

    /// <summary>What the server counted is what the workspace counted, to the billionth; what nobody can count is counted at its most.</summary>
    private static async Task CountedAsync(KernelHarness harness, ModelDesk desk)
    {
        var counted = (await harness.Desk.CostsAsync(Stop)).ModelExactly?.Billionths ?? 0;
        if (desk.Server.Always is ChatFault.Oversized)
        {
            // It writes far beyond the limit that it was given, and bills for it: that is not ours to pay, and not ours to count.
            Assert.True(counted > 0);
            return;
        }

        Assert.True(counted >= desk.Server.Billionths, $"the server counted {desk.Server.Billionths}, the workspace {counted}");
        Assert.True(counted == desk.Server.Billionths || desk.Server.Always is ChatFault.Hang or ChatFault.Stall or ChatFault.CutStream or ChatFault.NoProtocol, $"the server counted {desk.Server.Billionths}, the workspace {counted}");
    }

    private sealed class LateMeter : IModelMeter
    {
        public Func<IModelMeter> Real { get; set; } = static () => throw new InvalidOperationException("no kernel is open yet");

        public string Currency => "EUR";

        public Task<ModelLeave> ReserveAsync(ModelCall call, CancellationToken cancellationToken) => Real().ReserveAsync(call, cancellationToken);

        public Task SettleAsync(ModelLeave.Granted leave, ModelUse use, CancellationToken cancellationToken) => Real().SettleAsync(leave, use, cancellationToken);
    }
}
