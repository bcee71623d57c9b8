using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>A tally while it is counted.</summary>
internal sealed class TallyDraft
{
    private readonly List<(long Position, DoneEffect Effect)> _done = [];
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly Dictionary<(AgentName Agent, DateOnly Day, string Currency), (Int128 Billionths, int Calls)> _models = [];

    public int CameIn { get; set; }

    public int Approved { get; set; }

    public int Rejected { get; set; }

    public int Expired { get; set; }

    public int InvoicesPaid { get; set; }

    public int BillsPaid { get; set; }

    public int WithoutAmount { get; set; }

    public MoneySums Out { get; } = new();

    public MoneySums In { get; } = new();

    public MoneySums Bills { get; } = new();

    public void AddDone(long position, DoneEffect effect) => _done.Add((position, effect));

    public void AddFailure(string cause) => _failures[cause] = _failures.GetValueOrDefault(cause) + 1;

    public void AddModel(ModelMoneySettled settled, DateOnly day)
    {
        var key = (settled.Agent, day, settled.Amount.Currency);
        var (sum, calls) = _models.GetValueOrDefault(key);
        _models[key] = (sum + Int128.Max(0, settled.Exact ?? Amounts.Fine(settled.Amount.Minor)), calls + 1);
    }

    public DigestTally Build() => new()
    {
        CameIn = CameIn,
        Done = [.. _done.OrderBy(static one => one.Position).Select(static one => one.Effect)],
        Approved = Approved,
        Rejected = Rejected,
        Expired = Expired,
        Out = Out.All,
        In = In.All,
        Bills = Bills.All,
        InvoicesPaid = InvoicesPaid,
        BillsPaid = BillsPaid,
        WithoutAmount = WithoutAmount,
        Models =
        [
            .. _models.OrderBy(static one => one.Key.Day).ThenBy(static one => one.Key.Agent.Value, StringComparer.Ordinal).ThenBy(static one => one.Key.Currency, StringComparer.Ordinal)
                .Select(static one => new ModelCost(one.Key.Agent, one.Key.Day, one.Value.Billionths, one.Key.Currency, one.Value.Calls)),
        ],
        Failures = [.. _failures.OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).Select(static one => new FailureCount(one.Key, one.Value))],
    };
}
