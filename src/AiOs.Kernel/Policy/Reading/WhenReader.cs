using AiOs.Contracts.Effects;
using AiOs.Contracts.Json;
using AiOs.Kernel.Policy.Conditions;
using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Reading.Yaml;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads the conditions of a rule.</summary>
internal sealed class WhenReader(Values values, PolicyFaults faults, TimeWindow? quietHours)
{
    private const int LongestKind = 120;

    private static readonly IReadOnlyList<string> Keys =
        ["kind", "category", "agent", "counterparty", "amount", "currency", "spend", "provenance", "confidence", "time", "days", "quietHours", "final"];

    private static readonly IReadOnlyList<string> Categories = [.. Enum.GetValues<EffectCategory>().Select(KebabEnumConverter<EffectCategory>.ToText)];

    private readonly MeasureReader _measures = new(values, faults, quietHours);

    /// <summary>The conditions, in the order of the file; nothing after a fault.</summary>
    public IReadOnlyList<Condition>? Read(TreeNode node)
    {
        if (Section.Of(node, "when", faults, Keys) is not { } section)
        {
            return null;
        }

        var conditions = section.Entries.Where(entry => Keys.Contains(entry.Key)).Select(entry => One(entry.Key, entry.Value)).ToList();
        return conditions.Contains(null) ? null : [.. conditions.OfType<Condition>()];
    }

    private Condition? One(string key, TreeNode value) => key switch
    {
        "kind" => Words(value, "kind", Kind) is { } kinds ? new KindCondition(kinds) : null,
        "category" => Words(value, "category", one => values.OneOf(one, "category", Categories)) is { } categories ? new CategoryCondition(categories) : null,
        "agent" => Words(value, "agent", one => values.Name(one, "agent")) is { } agents ? new AgentCondition(agents) : null,
        "counterparty" => Counterparty(value),
        "currency" => Words(value, "currency", Currency) is { } currencies ? new CurrencyCondition(currencies) : null,
        "spend" => Words(value, "spend", one => values.Name(one, "spend category")) is { } spends ? new SpendCondition(spends) : null,
        _ => _measures.Read(key, value),
    };

    private List<string>? Words(TreeNode node, string what, Func<TreeNode, string?> read)
    {
        var words = values.Many(node, what).Select(read).ToList();
        return words.Count == 0 || words.Contains(null) ? null : [.. words.OfType<string>()];
    }

    private string? Kind(TreeNode node) =>
        values.Text(node, "kind", LongestKind) is not { } text ? null
        : KindPattern.IsOne(text) ? text
        : values.Fault(node, $"'{Values.Shown(text)}' is no kind of effect; write one such as email.send, or all below a name as in mcp.*");

    private string? Currency(TreeNode node) =>
        values.Text(node, "currency", 200) is not { } text ? null
        : MoneyText.IsCurrency(text) ? text
        : values.Fault(node, $"'{Values.Shown(text)}' is no currency; write three capital letters such as EUR.");

    private CounterpartyCondition? Counterparty(TreeNode node)
    {
        var patterns = values.Many(node, "counterparty").Select(one => new CounterpartyReader(values).Read(one)).ToList();
        return patterns.Count == 0 || patterns.Contains(null) ? null : new CounterpartyCondition([.. patterns.OfType<CounterpartyPattern>()]);
    }
}
