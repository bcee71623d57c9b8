using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>Hours of work at random: the same seed gives the same.</summary>
internal sealed class BusyDay(DigestStage stage, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, long> _invoices = [];
    private readonly List<WorkItemView> _unknown = [];

    /// <summary>How often each kind of thing was done.</summary>
    public SortedDictionary<string, int> Did { get; } = new(StringComparer.Ordinal);

    public async Task WorkAsync(int steps)
    {
        stage.Harness.Mail.Answer = (_, _, _) => Task.FromResult(End());
        stage.Bank.Answer = (_, _, _) => Task.FromResult(End());
        for (var step = 0; step < steps; step++)
        {
            await StepAsync();
            await stage.Harness.TickAsync(TimeSpan.FromMinutes(_random.Next(1, 30)));
        }
    }

    private async Task StepAsync()
    {
        switch (_random.Next(10))
        {
            case 0 or 1:
                await DecideAsync(await stage.MailAsync("mail"));
                break;
            case 2 or 3:
                await DecideAsync(await stage.MailAsync("pay " + _random.Next(1, 3_000).ToString(CultureInfo.InvariantCulture)));
                break;
            case 4:
                await stage.MailAsync("note");
                break;
            case 5 or 6:
                await InvoiceAsync();
                break;
            case 7:
                await stage.ModelAsync(_random.Next(0, 15));
                break;
            case 8 when _unknown.Count > 0:
                await SettleAsync();
                break;
            case 8:
                await stage.RefuseAsync(_random.Next(2) == 0 ? "truncated" : "too-large");
                break;
            default:
                await stage.MailAsync(_random.Next(3) == 0 ? "broken" : "ask");
                break;
        }
    }

    private async Task DecideAsync(WorkItemView item)
    {
        if (item.State is not WorkItemState.AwaitingApproval || _random.Next(5) == 0)
        {
            return;
        }

        item = await stage.DecideAsync(item, _random.Next(5) == 0 ? DecisionKind.Reject : DecisionKind.Approve);
        Did[item.State.ToString()] = Did.GetValueOrDefault(item.State.ToString()) + 1;
        if (item.State is WorkItemState.OutcomeUnknown)
        {
            _unknown.Add(item);
        }
    }

    private async Task SettleAsync()
    {
        var item = _unknown[0];
        _unknown.RemoveAt(0);
        await stage.Harness.SettleAsync(item, (Settlement)_random.Next(3));
        var now = await stage.Harness.ViewAsync(item.Id);
        if (now.State is WorkItemState.OutcomeUnknown)
        {
            _unknown.Add(now);
        }
    }

    private async Task InvoiceAsync()
    {
        var key = "i" + _random.Next(6).ToString(CultureInfo.InvariantCulture);
        var version = _invoices.GetValueOrDefault(key);
        var kind = key[1] < '3' ? "invoice" : "bill";
        var amount = (_random.Next(1, 500_000) / 100m).ToString("F2", CultureInfo.InvariantCulture);
        var item = await stage.MailAsync($"invoice {key} {amount} {version.ToString(CultureInfo.InvariantCulture)} {kind}-{(_random.Next(3) == 0 ? "open" : "paid")}");
        if (item.State is WorkItemState.AwaitingApproval)
        {
            item = await stage.DecideAsync(item, DecisionKind.Approve);
        }

        _invoices[key] = version + (item.State is WorkItemState.Done ? 1 : 0);
        Did["invoice " + item.State] = Did.GetValueOrDefault("invoice " + item.State) + 1;
    }

    private EffectResult? End() => _random.Next(10) switch
    {
        0 => new EffectResult.Failed("It was refused.", MayRetry: false),
        1 => new EffectResult.Unknown("The answer was lost."),
        _ => null,
    };
}
