using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Policies;

/// <summary>What a brief says of the policy in force: its version, and which caps stand in its text.</summary>
internal sealed partial class PolicyFacts
{
    private const string TextField = "text";
    private readonly string _text;

    private PolicyFacts(RecordSnapshot? record)
    {
        Version = record?.Version ?? 0;
        Record = record;
        _text = record is not null && record.Fields.TryGetValue(TextField, out var field) ? field.Value : string.Empty;
    }

    /// <summary>0 while none was adopted.</summary>
    public long Version { get; }

    public RecordSnapshot? Record { get; }

    /// <summary>How many changes were made from chat.</summary>
    public int Amendments => Changed().Count(_text);

    public static PolicyFacts Of(AgentBrief brief) => new(brief.Facts.FirstOrDefault(fact => fact.Id is { Type: "policy", Key: "main" }));

    public static PolicyFacts None { get; } = new(null);

    /// <summary>Over which times a cap on this is known; what cannot be seen counts as not there.</summary>
    public IReadOnlyList<string> PeriodsOf(CapSubject subject)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var key = subject switch { { Scope: "spending", Name: null } => "any", { Name: { } name } => name, _ => null };
        foreach (Match line in key is null ? [] : (IEnumerable<Match>)Entry().Matches(_text).Where(match => match.Groups["name"].Value == key))
        {
            found.UnionWith(Period().Matches(line.Groups["caps"].Value).Select(match => match.Groups["period"].Value));
        }

        foreach (Match line in Changed().Matches(_text))
        {
            var pairs = Pair().Matches(line.Value).ToDictionary(pair => pair.Groups["key"].Value, pair => pair.Groups["value"].Value, StringComparer.Ordinal);
            if (pairs.GetValueOrDefault("scope") == subject.Scope && pairs.GetValueOrDefault("name") == subject.Name && pairs.GetValueOrDefault("period") is { } period)
            {
                _ = pairs.GetValueOrDefault("change") == "set-cap" ? found.Add(period) : found.Remove(period);
            }
        }

        return [.. found];
    }

    public override string ToString() => Version == 0 ? "no policy was adopted yet" : string.Create(CultureInfo.InvariantCulture, $"policy/main@{Version}");

    [GeneratedRegex(@"^\s+(?<name>[a-z0-9-]+):\s*\{(?<caps>[^}\n]*)\}", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?<period>day|month)\s*:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"^\s*- \{ on: ""[0-9-]+"", change: .*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Changed();

    [GeneratedRegex(@"(?<key>[a-z]+): ""(?<value>(?:[^""\\]|\\.)*)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair();
}
