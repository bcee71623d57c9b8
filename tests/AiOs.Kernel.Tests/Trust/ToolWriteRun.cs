using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Tools;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>
/// Four changes of a shop's data, each asked for by a mail: two that the operator approves, one that they reject, one that they leave. The process dies once on
/// the way; whoever was not answered looks again, as operators do.
/// </summary>
internal sealed class ToolWriteRun : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private static readonly (string Tool, string Arguments, DecisionKind? Decision)[] Writes =
    [
        ("cancel_booking", """{"booking":"#K-104","reason":"fell ill"}""", DecisionKind.Approve),
        ("cancel_booking", """{"booking":"#K-209","reason":"wrong day"}""", DecisionKind.Reject),
        ("send_back", """{"booking":"#K-377","parts":["glaze","clay"],"refund":{"to":"voucher-3","minor":2450}}""", DecisionKind.Approve),
        ("send_back", """{"booking":"#K-410","parts":["apron"],"refund":{"to":"card-8","minor":1900}}""", null),
    ];

    private readonly List<WorkItemId> _items = [];
    private readonly KernelHarness _harness;

    private ToolWriteRun(ToolServer shop, OutcomeClass outcomeClass, EffectCategory category)
    {
        var others = new List<IEffectConnector>();
        (Shop, _harness) = (shop, new KernelHarness { Others = others });
        others.AddRange(Writes.Select(write => write.Tool).Distinct().Select(tool => new ToolConnector(shop.Place, tool, outcomeClass, _harness.Time) { Category = category }));
        _harness.Agent.Write = brief => Some.Proposal(DraftOf(brief.Message.Subject!));
    }

    public ToolServer Shop { get; }

    /// <summary>How often the process died.</summary>
    public int Crashes { get; private set; }

    public static Task<ToolWriteRun> StartAsync(OutcomeClass outcomeClass, CancellationToken cancellationToken) => StartAsync(outcomeClass, EffectCategory.Contract, cancellationToken);

    public static async Task<ToolWriteRun> StartAsync(OutcomeClass outcomeClass, EffectCategory category, CancellationToken cancellationToken)
    {
        var run = new ToolWriteRun(await ToolServer.StartAsync(cancellationToken), outcomeClass, category);
        await run._harness.OpenAsync();
        for (var at = 0; at < Writes.Length; at++)
        {
            run._items.Add((await run._harness.ReceiveAsync(Some.Mail(at, subject: Writes[at].Arguments))).WorkItem);
        }

        return run;
    }

    /// <summary>The process dies while the shop has its first call, made or not.</summary>
    public void DieAtTheShop(bool whenMade)
    {
        var alive = true;
        Task<bool> DieAsync()
        {
            var (was, process) = (alive, _harness.Process);
            alive = false;
            if (was)
            {
                process.Boundary.Die();
            }

            return Task.FromResult(!was);
        }

        if (whenMade)
        {
            Shop.Answering = _ => DieAsync();
        }
        else
        {
            Shop.Coming = _ => DieAsync();
        }
    }

    /// <summary>Decides the writes, in a process that dies at that crossing, and lets time go by until nothing moves.</summary>
    public async Task DecideAsync(int? crashAt = null)
    {
        _harness.Process.Boundary.Die();
        for (var next = crashAt; ; next = null)
        {
            try
            {
                await _harness.OpenAsync(next);
                await DecideOpenAsync();
                for (var step = 0; step < 5; step++)
                {
                    await _harness.TickAsync(Step);
                }

                return;
            }
            catch (CrashException)
            {
                Crashes++;
            }
        }
    }

    public async Task<IReadOnlyList<WorkItemState>> StatesAsync() => [.. (await Task.WhenAll(_items.Select(_harness.ViewAsync))).Select(item => item.State)];

    /// <summary>How often each of the writes stands in the shop's log, to the letter.</summary>
    public IReadOnlyList<int> Made() => [.. Writes.Select(write => Shop.Made.Count(call => call.Tool == write.Tool && Same(call.Arguments, write.Arguments)))];

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        await Shop.DisposeAsync();
    }

    private async Task DecideOpenAsync()
    {
        for (var at = 0; at < Writes.Length; at++)
        {
            if (Writes[at].Decision is { } decision && (await _harness.ViewAsync(_items[at])).Approvals is [.., { State: "open" } open])
            {
                await _harness.DecideAsync(open, decision);
            }
        }
    }

    private static EffectDraft DraftOf(string arguments) => new(ToolConnector.KindOf(Writes.First(write => write.Arguments == arguments).Tool), arguments);

    private static bool Same(string one, string other)
    {
        using var left = JsonDocument.Parse(one);
        using var right = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(left.RootElement, right.RootElement);
    }
}
