using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Scenarios.Trust;

/// <summary>The real kernel under a clock that lies. Every card is remembered as it was last seen; what may not be is gathered.</summary>
internal sealed class ClockStory(KernelHarness harness)
{
    private readonly List<string> _wrong = [];
    private readonly Dictionary<WorkItemId, ApprovalView> _cards = [];
    private readonly HashSet<WorkItemId> _expired = [];

    public KernelHarness Harness { get; } = harness;

    public IReadOnlyList<string> Wrong => _wrong;

    public int Mails => _cards.Count;

    public int Expired => _expired.Count;

    public int Ran => Harness.Mail.Calls.Count;

    /// <summary>Taps on cards that were expired by then.</summary>
    public int LateTaps { get; private set; }

    private ScriptedConnector Outside => Harness.Mail;

    public async Task<WorkItemId> TakeAsync()
    {
        var item = await Harness.ReceivedAsync(Some.Mail(_cards.Count + 1));
        _cards.Add(item.Id, item.Approvals[^1]);
        return item.Id;
    }

    /// <summary>Sets the machine's clock, as an operator or a time server does. No timer goes on by it.</summary>
    public void Jump(TimeSpan by) => Harness.Time.AdjustTime(Harness.Time.GetUtcNow() + by);

    /// <summary>Takes the steps that are due by the clock as it stands.</summary>
    public async Task TickAsync()
    {
        await Harness.TickAsync(TimeSpan.Zero);
        await SeeAsync();
    }

    public async Task ApproveAsync(WorkItemId id)
    {
        var late = _expired.Contains(id) || Harness.Time.GetUtcNow() >= _cards[id].ExpiresAt;
        var before = Ran;
        await Harness.DecideAsync(_cards[id], DecisionKind.Approve);
        LateTaps += late ? 1 : 0;
        Must(!late || Ran == before, "an expired approval ran");
        await SeeAsync();
    }

    public Task ApproveAnyAsync(Random random) => ApproveAsync(_cards.Keys.ElementAt(random.Next(_cards.Count)));

    /// <summary>Lets the clock go beyond everything it ever showed. Then each card must have come to its end, and the journal to be whole.</summary>
    public async Task EndAsync()
    {
        var last = _cards.Values.Max(card => card.ExpiresAt);
        Harness.Time.AdjustTime((last > Harness.Time.GetUtcNow() ? last : Harness.Time.GetUtcNow()) + TimeSpan.FromDays(2));
        await TickAsync();
        foreach (var id in _cards.Keys)
        {
            var state = (await Harness.ViewAsync(id)).State;
            Must(state is WorkItemState.Done or WorkItemState.Expired, $"nothing woke a card: it is {state}");
        }

        var commits = await Harness.Store.ReadAsync(1, int.MaxValue, CancellationToken.None);
        Must(commits.Select((commit, index) => commit.Position == index + 1).All(follows => follows), "positions have gaps");
        Must(commits.GroupBy(commit => commit.Stream).All(stream => stream.Select((commit, index) => commit.Version == index + 1).All(follows => follows)), "versions are not in the order of positions");
        Must((await Harness.Desk.VerifyAsync(CancellationToken.None)).Ok, "the chain is broken");
        Must((await Harness.Process.Workspace.RebuildAsync(CancellationToken.None)).Same, "the projections are not those of the journal");
        Must(Outside.Calls.Select(call => call.Key).Distinct().Count() == Ran, "something ran twice");
    }

    private async Task SeeAsync()
    {
        foreach (var id in _cards.Keys)
        {
            var state = (await Harness.ViewAsync(id)).State;
            Must(!_expired.Contains(id) || state is WorkItemState.Expired, $"what had expired is {state}");
            if (state is WorkItemState.Expired)
            {
                _expired.Add(id);
            }
        }
    }

    private void Must(bool holds, string wrong)
    {
        if (!holds)
        {
            _wrong.Add(wrong);
        }
    }
}
