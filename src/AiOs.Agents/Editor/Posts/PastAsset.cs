using System.Globalization;
using AiOs.Agents.Drafting.Facts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Editor.Posts;

/// <summary>Something that was published before, and how it did.</summary>
/// <param name="Record">Its Record.</param>
/// <param name="Measure">What was counted, such as <c>views</c>; nothing where no number is known.</param>
/// <param name="Count">How many.</param>
internal sealed record PastAsset(RecordSnapshot Record, string? Measure, long Count)
{
    /// <summary>What is counted, the one that says most first.</summary>
    private static readonly string[] Measures = ["clicks", "replies", "opens", "views", "reach", "likes"];

    public string Title => KnownFacts.Value(Record, "title") ?? Record.Id.Key;

    public string? Text => Record.Fields.GetValueOrDefault("text") is { Provenance: not Provenance.External } text ? text.Value : null;

    public string Words => $"“{Title}” had {Count.ToString(CultureInfo.InvariantCulture)} {Measure} ({KnownFacts.Cited(Record)})";

    public Evidence Evidence => KnownFacts.Evidence(Record, Measure ?? "title");

    /// <summary>What was published in a channel, what did best first; of every channel where none is named.</summary>
    public static IReadOnlyList<PastAsset> Of(AgentBrief brief, string? channel)
    {
        var all = KnownFacts.Of(brief, "content-asset").Where(record => channel is null || string.Equals(KnownFacts.Value(record, "channel"), channel, StringComparison.OrdinalIgnoreCase)).ToList();
        var measure = Measures.FirstOrDefault(name => all.Any(record => CountOf(record, name) is not null));
        return [.. all.Select(record => measure is not null && CountOf(record, measure) is { } count ? new PastAsset(record, measure, count) : new PastAsset(record, null, 0)).OrderByDescending(asset => asset.Measure is not null).ThenByDescending(asset => asset.Count).ThenBy(asset => asset.Record.Id.Key, StringComparer.Ordinal)];
    }

    private static long? CountOf(RecordSnapshot record, string name) =>
        KnownFacts.OurValue(record, name) is { } value && long.TryParse(value.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
