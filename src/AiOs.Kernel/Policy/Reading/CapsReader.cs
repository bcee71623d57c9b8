using AiOs.Contracts.Json;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy.Reading.Yaml;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads the caps.</summary>
internal sealed class CapsReader(Values values, PolicyFaults faults)
{
    private const string Any = "any";

    private static readonly IReadOnlyList<string> Scopes = ["model", "spending"];
    private static readonly IReadOnlyList<string> ModelKeys = ["day", "month", "agents"];
    private static readonly IReadOnlyList<string> Periods = [.. Enum.GetValues<CapPeriod>().Select(KebabEnumConverter<CapPeriod>.ToText)];

    public Caps Read(TreeNode? node)
    {
        var section = node is null ? null : Section.Of(node, "'caps'", faults, Scopes);
        return new Caps([.. Model(section?["model"]), .. Spending(section?["spending"])]);
    }

    private IEnumerable<Cap> Model(TreeNode? node)
    {
        if (node is null || Section.Of(node, "'model'", faults, ModelKeys) is not { } model)
        {
            return [];
        }

        var agents = model["agents"] is { } named ? ByName(named, "'agents'", CapScope.Model) : [];
        return OfOne(model, CapScope.Model, null).Concat(agents);
    }

    private List<Cap> Spending(TreeNode? node) =>
        node is null ? [] : ByName(node, "'spending'", CapScope.Spending);

    private List<Cap> ByName(TreeNode node, string what, CapScope scope)
    {
        var caps = new List<Cap>();
        foreach (var entry in Section.Open(node, what, faults)?.Entries ?? [])
        {
            var name = values.Name(new TreeNode.Scalar(entry.Line, 1, entry.Key, Plain: true), scope == CapScope.Model ? "agent" : "spend category");
            if (name is not null && Section.Of(entry.Value, $"'{name}'", faults, Periods) is { } section)
            {
                caps.AddRange(OfOne(section, scope, scope == CapScope.Spending && name == Any ? null : name));
            }
        }

        return caps;
    }

    private IEnumerable<Cap> OfOne(Section section, CapScope scope, string? name)
    {
        if (section.Entries.Count == 0)
        {
            faults.Add(section.Line, "A cap says nothing here; write 'day' or 'month' with an amount.");
        }

        return Enum.GetValues<CapPeriod>()
            .Select(period => (period, Limit: values.OwnAmount(section[KebabEnumConverter<CapPeriod>.ToText(period)], "cap")))
            .Where(one => one.Limit is not null)
            .Select(one => new Cap(scope, name, one.period, one.Limit!));
    }
}
