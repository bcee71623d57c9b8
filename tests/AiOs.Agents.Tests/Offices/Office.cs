using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Memory;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiOs.Agents.Tests.Offices;

/// <summary>The real kernel, Intake, every agent and real memory, on stores that outlive a restart; only the mail server is a double.</summary>
internal static class Office
{
    private static readonly IntakeAgent Intake = new();
    private static int _messages;

    public static Task<KernelHarness> StartAsync() => StartAsync(Intake, Drafts.Agents);

    /// <summary>The same with other agents, such as some that have a model.</summary>
    public static async Task<KernelHarness> StartAsync(IIntake intake, IEnumerable<IAgent> agents)
    {
        var knowledge = new InMemoryKnowledgeStore();
        var harness = new KernelHarness
        {
            Instead = services =>
            {
                services.AddSingleton(intake);
                foreach (var agent in agents)
                {
                    services.AddSingleton(agent);
                }

                services.AddSingleton<IKnowledgeStore>(knowledge);
                services.AddSingleton(Options.Create(new ModelOptions()));
                services.AddMemory();
                services.AddLearning();
            },
        };
        await harness.OpenAsync();
        return harness;
    }

    /// <summary>What a Record says before a test begins, in the operator's words.</summary>
    public static async Task KnowAsync(this KernelHarness harness, string record, params (string Field, string Value)[] fields)
    {
        Assert.True(RecordId.TryParse(record, out var id));
        foreach (var (field, value) in fields)
        {
            await harness.WriteAsync(id, field, value, Provenance.Operator, "office@berg.example");
        }
    }

    /// <summary>The operator types something; memory has read all that was before.</summary>
    public static async Task<WorkItemView> TypeAsync(this KernelHarness harness, string text)
    {
        await harness.Process.Get<IMemoryRebuild>().FollowAsync(CancellationToken.None);
        return await harness.ReceivedAsync(new InboundMessage
        {
            Channel = ChannelName.Web,
            Authority = Authority.Operator,
            DedupeKey = "typed-" + Interlocked.Increment(ref _messages),
            Content = new MessageContent { Origin = ContentOrigin.Typed, Text = text },
        });
    }

    /// <summary>The operator says yes to what waits.</summary>
    public static async Task<WorkItemView> ApproveAsync(this KernelHarness harness, WorkItemView item)
    {
        var outcome = await harness.DecideAsync(Assert.Single(item.Approvals, approval => approval.State == "open"), DecisionKind.Approve);
        Assert.True(outcome.Accepted, outcome.Sentence);
        return await harness.ViewAsync(item.Id);
    }

    public static async Task<string?> SaysAsync(this KernelHarness harness, string record, string field)
    {
        Assert.True(RecordId.TryParse(record, out var id));
        return (await harness.FieldAsync(id, field))?.Value;
    }

    /// <summary>Everything that the card and its reasons say.</summary>
    public static string Told(this WorkItemView item) => string.Join('\n', item.Card.Blocks.Concat(item.Why.Blocks).Select(block => block.ToString() + (block is Contracts.Cards.CardBlock.Facts facts ? string.Join('\n', facts.Rows) : string.Empty)));
}
