using AiOs.Agents.Billing;
using AiOs.Agents.Editor;
using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Agents.Research;
using AiOs.Agents.Sales;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Memory;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Scenarios.Memory;

/// <summary>The real kernel, Intake, Execution agent and memory, on stores that outlive a restart.</summary>
internal static class Learner
{
    private static readonly IntakeAgent Intake = new();
    private static int _mails;

    public static async Task<KernelHarness> StartAsync(IRecall? recall = null, TimeSpan batch = default)
    {
        var harness = new KernelHarness
        {
            Settings = new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.Utc, Currency = "EUR", OperatorName = "Jo", LowPriorityBatch = batch },
            Instead = services =>
            {
                services.AddSingleton<IIntake>(Intake);
                foreach (var agent in (IAgent[])[new ExecutionAgent(), new SalesAgent(), new BillingAgent(), new EditorAgent(), new ResearchAgent()])
                {
                    services.AddSingleton(agent);
                }

                if (recall is not null)
                {
                    services.AddSingleton(recall);
                }

                services.AddLearning();
            },
        };
        await harness.OpenAsync();
        return harness;
    }

    /// <summary>Another mail, whatever it says.</summary>
    public static InboundMessage Mail(string text, string subject, Mailbox? from = null)
    {
        var mail = Some.Mail(Interlocked.Increment(ref _mails), text, subject);
        return mail with { Content = mail.Content with { Sender = from ?? Some.Anna } };
    }

    /// <summary>What is left to the next start: nothing but the journal. Every projection is made anew from it.</summary>
    public static async Task RestartAndRebuildAsync(this KernelHarness harness)
    {
        await harness.RestartAsync();
        Assert.True((await harness.Process.Workspace.RebuildAsync(CancellationToken.None)).Same);
        harness.Process.Get<Contracts.Context.ILessons>().Restart();
    }

    public static ICorrections Corrections(this KernelHarness harness) => harness.Process.Get<ICorrections>();

    public static async Task<CorrectionView> OnlyCorrectionAsync(this KernelHarness harness) =>
        Assert.Single(await harness.Corrections().ListAsync(CancellationToken.None));

    public static async Task TakeBackAsync(this KernelHarness harness)
    {
        var number = (await harness.OnlyCorrectionAsync()).Number;
        Assert.True((await harness.Corrections().TakeBackAsync(number, ChannelName.Web, Some.Operator, CancellationToken.None)).Accepted);
        Assert.Empty(await harness.Corrections().ListAsync(CancellationToken.None));
    }

    /// <summary>The text of the mail that waits for a yes.</summary>
    public static string Letter(this WorkItemView item) => Assert.Single(item.Effects, effect => effect.Kind == EffectKind.EmailSend && effect.Outcome == "proposed").Preview;

    public static ApprovalView Open(this WorkItemView item) => Assert.Single(item.Approvals, approval => approval.State == "open");
}
