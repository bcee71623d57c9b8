using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Threads;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Threads;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Threads;

/// <summary>A kernel whose mails are threaded when a test says so.</summary>
internal sealed class ThreadStage : IAsyncDisposable
{
    private int _mails;

    private ThreadStage() => Harness = new KernelHarness { Instead = services => services.AddSingleton<ICursors>(_ => Cursors) };

    public KernelHarness Harness { get; }

    /// <summary>The cursors that the next start sees.</summary>
    public FrailCursors Cursors { get; set; } = new(new InMemoryCursors());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ThreadStage> StartAsync()
    {
        var stage = new ThreadStage();
        await stage.Harness.OpenAsync();
        return stage;
    }

    /// <summary>A mail with a Message-ID that answers others.</summary>
    public InboundMessage Mail(string? id, params string[] references)
    {
        var mail = Some.Mail(++_mails);
        return mail with { Content = mail.Content with { MailId = id, OriginalMailId = id, References = references } };
    }

    public async Task<WorkItemId> ReceiveAsync(string? id, params string[] references) => (await Harness.ReceiveAsync(Mail(id, references))).WorkItem;

    /// <summary>Approves what was drafted, and gives the Message-ID of the mail that went out.</summary>
    public async Task<string> SendAsync(WorkItemId item)
    {
        var view = await Harness.ViewAsync(item);
        await Harness.DecideAsync(view.Approvals[^1], DecisionKind.Approve);
        var effect = (await Harness.ViewAsync(item)).Effects.Single(one => one.Kind == EffectKind.EmailSend);
        return $"{effect.Id}@studio.example";
    }

    public Task FollowAsync() => Harness.Process.Get<ThreadFollower>().CatchUpAsync(Token);

    public Task<WorkItemId?> FindAsync(params string[] references) => Harness.Process.Get<IMailThreads>().FindAsync(references, Token);

    public async Task<IReadOnlyList<WorkItemId>> RepliesAsync(WorkItemId item) => (await Harness.ViewAsync(item)).Replies;

    public async Task<WorkItemView> ViewAsync(WorkItemId item) => await Harness.ViewAsync(item);

    /// <summary>How often the journal says that an answer came, for all work items.</summary>
    public static async Task<int> ToldAsync(KernelHarness harness) =>
        (await harness.Store.ReadAsync(1, int.MaxValue, Token)).Sum(stored => CommitReader.Read(stored, key: null).Events.OfType<ReplyReceived>().Count());

    public Task<int> ToldAsync() => ToldAsync(Harness);

    public ValueTask DisposeAsync() => Harness.DisposeAsync();
}
