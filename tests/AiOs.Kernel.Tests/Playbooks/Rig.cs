using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Playbooks;
using AiOs.Contracts.Schedules;
using AiOs.Jobs;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Playbooks;

/// <summary>A kernel with playbooks, clients and invoices, and an operator who answers.</summary>
internal static class Rig
{
    public static RecordId Invoice { get; } = new("invoice", "2026-17");

    public static RecordId Client { get; } = new("client", "berg");

    public static async Task<KernelHarness> StartAsync(params string[] playbooks)
    {
        var harness = new KernelHarness { Instead = static services => services.AddSingleton<ICron>(new QuartzCron()) };
        await harness.OpenAsync();
        await harness.LoadAsync(playbooks);
        return harness;
    }

    public static async Task LoadAsync(this KernelHarness harness, params string[] playbooks)
    {
        foreach (var name in playbooks)
        {
            var taken = await harness.Process.Get<IPlaybooks>().LoadAsync(name, Books.Shipped(name), CancellationToken.None);
            Assert.True(taken.Accepted, $"{name}:{taken.Line}: {taken.Sentence}");
        }
    }

    public static Task SetAsync(this KernelHarness harness, RecordId record, string field, string value) =>
        harness.WriteAsync(record, field, value, Provenance.Operator, "anna@berg.example");

    /// <summary>A client, and an invoice of ours that was due three weeks ago.</summary>
    public static async Task OverdueAsync(this KernelHarness harness, RecordId? invoice = null, bool withMail = true)
    {
        await harness.SetAsync(Client, "name", "Berg GmbH");
        if (withMail)
        {
            await harness.SetAsync(Client, "email", "anna@berg.example");
        }

        var id = invoice ?? Invoice;
        foreach (var (field, value) in new[] { ("number", id.Key), ("client", Client.ToString()), ("amount", "1200.50 EUR"), ("state", "open"), ("due", "2026-11-01") })
        {
            await harness.SetAsync(id, field, value);
        }
    }

    public static InboundMessage Fired(string playbook, string key = "1") => new()
    {
        Channel = ChannelName.Schedule,
        Authority = Authority.System,
        DedupeKey = key,
        Content = new MessageContent { Origin = ContentOrigin.Program, Text = "It is due.", Occasion = new Occasion.Fired("monday", FiringKind.Playbook, playbook, Some.Moment, Missed: 0) },
    };

    public static InboundMessage Typed(string text, string key = "t1", Authority authority = Authority.Operator) => new()
    {
        Channel = ChannelName.Web,
        Authority = authority,
        DedupeKey = key,
        Content = new MessageContent { Origin = authority is Authority.Operator ? ContentOrigin.Typed : ContentOrigin.DirectMail, Text = text },
    };

    public static Task<CommandReply> CommandAsync(this KernelHarness harness, string text) =>
        harness.Process.Get<ICommands>().RunAsync(text, ChannelName.Web, Some.Operator, CancellationToken.None);

    /// <summary>The runs that ever began, oldest first.</summary>
    public static async Task<IReadOnlyList<WorkItemView>> RunsAsync(this KernelHarness harness)
    {
        var rows = await harness.Store.ListWorkItemsAsync(200, before: null, openOnly: false, CancellationToken.None);
        var views = new List<WorkItemView>();
        foreach (var row in rows.Reverse())
        {
            views.Add(await harness.ViewAsync(row.Id));
        }

        return [.. views.Where(view => view.Message?.Occasion is Occasion.PlaybookCalled)];
    }

    public static async Task<WorkItemView> RunAsync(this KernelHarness harness) => Assert.Single(await harness.RunsAsync());

    public static async Task<WorkItem> ItemAsync(this KernelHarness harness, WorkItemId id) => (WorkItem)await harness.Process.Journal.LoadAsync(StreamId.Of(id), CancellationToken.None);

    public static async Task<string> SummaryAsync(this KernelHarness harness, WorkItemId id) => (await harness.ItemAsync(id)).Plan!.Words!.Summary;

    public static async Task<IReadOnlyList<JournalEvent>> EventsAsync(this KernelHarness harness, WorkItemId id) =>
        [.. (await harness.Process.Journal.ReadStreamAsync(StreamId.Of(id), CancellationToken.None)).SelectMany(commit => commit.Events)];

    /// <summary>Says yes, or no, to the card that is open.</summary>
    public static async Task DecideAsync(this KernelHarness harness, WorkItemView run, DecisionKind kind = DecisionKind.Approve, string? text = null)
    {
        var open = Assert.Single((await harness.ViewAsync(run.Id)).Approvals, approval => approval.State == "open");
        Assert.True((await harness.DecideAsync(open, kind, text)).Accepted);
    }

    /// <summary>Somebody answered: what the follower of threads records.</summary>
    public static async Task ReplyAsync(this KernelHarness harness, WorkItemId run)
    {
        var answer = await harness.ReceiveAsync(Some.Mail(number: 77));
        await harness.Process.Get<StepRecorder>().RecordAsync(run, "reply", (_, _) => [new ReplyReceived(answer.WorkItem)], CancellationToken.None);
        await harness.TickAsync(TimeSpan.FromSeconds(5));
    }

    /// <summary>Days on which the operator approves and answers whatever waits.</summary>
    public static async Task LiveAsync(this KernelHarness harness, int days, string answer = "Write it off.")
    {
        for (var day = 0; day < days; day++)
        {
            for (var turn = 0; turn < 5; turn++)
            {
                foreach (var run in await harness.RunsAsync())
                {
                    if (run.Approvals is [.., { State: "open" } open])
                    {
                        await harness.DecideAsync(open, DecisionKind.Approve);
                    }
                    else if (run is { State: WorkItemState.NeedsAnswer, Question: not null })
                    {
                        await harness.AnswerAsync(run.Id, answer);
                    }
                }
            }

            await harness.TickAsync(TimeSpan.FromDays(1));
        }
    }
}
