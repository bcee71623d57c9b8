using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Scenarios.Trust;

/// <summary>
/// The real kernel on the real store, whose disk is filled at places of a mail's way. Every write is larger than a page, so that it needs a new
/// one. What is wrong is gathered.
/// </summary>
internal sealed class FullDiskStory : IAsyncDisposable
{
    private const int MoreThanAPage = 24_000;
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    private readonly SmallDisk _disk = new(new WorkspaceId("w1"));
    private readonly KernelHarness _harness;
    private readonly List<string> _wrong = [];
    private readonly List<WorkItemId> _acknowledged = [];
    private bool _fillsInCall;

    public FullDiskStory(OutcomeClass outcome)
    {
        var (store, watch) = WatchedStore.Over(_disk.Store);
        Watch = watch;
        _harness = new KernelHarness
        {
            Mail = new ScriptedConnector { OutcomeClass = outcome, Answer = AnswerAsync },
            Instead = services => services.AddSingleton(store),
        };
    }

    public WatchedStore Watch { get; }

    public int Calls => _harness.Mail.Calls.Count;

    public int Mails { get; private set; }

    public int Unknown { get; private set; }

    public Task OpenAsync() => _harness.OpenAsync();

    public async Task<WorkItemView> TakeAsync()
    {
        var item = await _harness.ReceivedAsync(Some.Mail(++Mails, text: Noise()));
        _acknowledged.Add(item.Id);
        return item;
    }

    /// <summary>There is no room when it comes in; whoever handed it over does so again.</summary>
    public async Task<WorkItemView> TakeWhenFullAsync()
    {
        var mail = Some.Mail(++Mails, text: Noise());
        _disk.Fill();
        await RefusedAsync(async () => _acknowledged.Add((await _harness.ReceiveAsync(mail)).WorkItem));
        _disk.Free();
        var item = await _harness.ReceivedAsync(mail);
        _acknowledged.Add(item.Id);
        return item;
    }

    /// <summary>There is no room when it is decided; nothing may be called then, and the card is still open afterwards.</summary>
    public async Task ApproveWhenFullAsync(WorkItemView item)
    {
        var before = Calls;
        _disk.Fill();
        await RefusedAsync(() => ApproveAsync(item.Approvals[^1]));
        _disk.Free();
        Must(Calls == before, "called on a full disk");
        var card = (await _harness.ViewAsync(item.Id)).Approvals[^1];
        Must(card.State is "open", $"a decision that was refused is {card.State}");
        Must((await ApproveAsync(card)).Accepted, "a decision is not taken when there is room again");
    }

    /// <summary>There is no room when the result is to be kept: the call is made, and nobody hears of it before there is room again.</summary>
    /// <param name="item">What is approved.</param>
    /// <param name="dies">Whether the host ends meanwhile.</param>
    public async Task LoseResultAsync(WorkItemView item, bool dies)
    {
        var refused = Watch.Refused;
        _fillsInCall = true;
        var told = ApproveAsync(item.Approvals[^1]);
        await PassAsync(() => Watch.Refused >= refused + 2);
        Must(!told.IsCompleted, "somebody was told of a result that is not kept");
        if (dies)
        {
            _harness.Process.Boundary.Die();
            await PassAsync(() => told.IsCompleted);
            await Assert.ThrowsAsync<CrashException>(() => told);
        }

        _disk.Free();
        if (dies)
        {
            await _harness.OpenAsync();
            return;
        }

        await PassAsync(() => told.IsCompleted);
        Must((await told).Accepted, "the result was not kept when there was room again");
    }

    /// <summary>Restarts and holds what is there against what was said. Everything that is wrong.</summary>
    public async Task<IReadOnlyList<string>> LookAsync()
    {
        await _harness.RestartAsync();
        var rows = await _disk.Store.ListWorkItemsAsync(1000, before: null, openOnly: false, CancellationToken.None);
        Must(rows.Count == Mails, $"{Mails} mails came in and there are {rows.Count} work items");
        foreach (var id in _acknowledged.Distinct())
        {
            var state = (await _harness.Desk.FindAsync(id, CancellationToken.None))?.State;
            Must(state is not null, "an acknowledged mail is lost");
            Must(state is WorkItemState.Done or WorkItemState.OutcomeUnknown, $"a mail ended as {state}");
            Unknown += state is WorkItemState.OutcomeUnknown ? 1 : 0;
        }

        Must(_harness.Mail.Done.Select(call => call.Key).Distinct().Count() == _harness.Mail.Done.Count, "something was done twice");
        Must(_harness.Mail.Done.Count == Mails, $"{Mails} mails were approved and {_harness.Mail.Done.Count} answers went out");
        Must((await _harness.Desk.VerifyAsync(CancellationToken.None)).Ok, "the chain is broken");
        return _wrong;
    }

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        await _disk.DisposeAsync();
    }

    /// <summary>Text that no compression makes small.</summary>
    private static string Noise() => RandomNumberGenerator.GetHexString(MoreThanAPage);

    /// <summary>Lets the kernel's clock go on until something has come to be.</summary>
    private async Task PassAsync(Func<bool> holds)
    {
        for (var turn = 0; !holds(); turn++)
        {
            Assert.True(turn < 5000, "it never came to be");
            _harness.Time.Advance(turn % 10 == 0 && turn < 500 ? Retry : TimeSpan.Zero);
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    private static async Task RefusedAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (AiOsException fault) when (fault.IsTransient)
        {
            // Counted where it was said.
        }
    }

    /// <summary>Who decides has a long name, so that this commit needs a page too.</summary>
    private Task<DecisionOutcome> ApproveAsync(ApprovalView approval) => _harness.DecideAsync(approval, DecisionKind.Approve, by: Noise());

    /// <summary>At the moment of each call its intent must lie on the disk.</summary>
    private async Task<EffectResult?> AnswerAsync(int attempt, Permit permit, CancellationToken cancellationToken)
    {
        var commits = await _disk.Store.ReadAsync(1, 10_000, cancellationToken);
        Must(commits.Any(commit => IsIntent(Encoding.UTF8.GetString(commit.Bytes.Span), permit)), "called without an intent on the disk");
        _harness.Mail.Do(permit);
        if (_fillsInCall)
        {
            _fillsInCall = false;
            _disk.Fill();
        }

        return new EffectResult.Done(permit.Key, Noise());
    }

    private static bool IsIntent(string commit, Permit permit) =>
        commit.Contains("\"effect-requested", StringComparison.Ordinal) && commit.Contains(permit.Effect.Id.ToString(), StringComparison.Ordinal);

    private void Must(bool holds, string wrong)
    {
        if (!holds)
        {
            _wrong.Add(wrong);
        }
    }
}
