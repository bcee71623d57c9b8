using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Digests.Counting;

/// <summary>Sums of money, one a currency.</summary>
internal sealed class MoneySums
{
    private readonly SortedDictionary<string, Int128> _sums = new(StringComparer.Ordinal);

    public void Add(string currency, Int128 minor) => _sums[currency] = _sums.GetValueOrDefault(currency) + minor;

    /// <summary>Those that are not nothing.</summary>
    public IReadOnlyList<Money> All => [.. _sums.Where(static sum => sum.Value != 0).Select(static sum => Amounts.Of(sum.Value, sum.Key))];
}
