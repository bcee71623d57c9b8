using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;
using AiOs.Contracts.Text;

namespace AiOs.Kernel.Records;

/// <summary>
/// Which Records an agent needs beside those about the people in a message. The operator's own words may name anybody, and what they name
/// leads to its client; what others wrote leads to nobody but themselves, except to the invoice that a payment is for. Pure.
/// </summary>
internal static class Relation
{
    private const int Most = 24;
    private const int LongWord = 4;
    private const int ShortestName = 3;
    private const int Newest = 5;

    private static readonly string[] Titles = ["title", "subject", "brief", "topic", "channel"];

    /// <summary>The Records to look at as well.</summary>
    /// <param name="all">Every Record that may be followed.</param>
    /// <param name="known">Those that are known already.</param>
    /// <param name="text">What the message, and since then the operator, said.</param>
    /// <param name="fields">The values found in it.</param>
    /// <param name="typed">Whether these are the operator's own words.</param>
    /// <returns>At most 24, likeliest first.</returns>
    public static IReadOnlyList<RecordSnapshot> Pick(
        IReadOnlyList<RecordSnapshot> all, IReadOnlyList<RecordSnapshot> known, string text, IReadOnlyList<ExtractedField> fields, bool typed)
    {
        var words = NameForm.Of(text).Split(' ').ToHashSet(StringComparer.Ordinal);
        var named = typed ? Named(all, words) : [];
        var parties = known.Concat(named).Select(record => record.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var scored = all.Where(record => !known.Any(other => other.Id == record.Id))
            .Select(record => (Record: record, Score: Math.Max(named.Contains(record) ? 1_000 : 0, Score(record, parties, text, words, fields, typed))))
            .Where(one => one.Score > 0).ToList();
        var clients = scored.Where(one => one.Score >= 300).Select(one => one.Record).Concat(typed ? known : [])
            .Select(record => record.Fields.GetValueOrDefault("client")?.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scored
                .Concat(all.Where(record => clients.Contains(record.Id.ToString()) && !known.Any(other => other.Id == record.Id)).Select(record => (Record: record, Score: 400)))
                .Concat(typed ? Newly(all).Select(record => (Record: record, Score: 10)) : [])
                .OrderByDescending(one => one.Score).ThenBy(one => one.Record.Id.ToString(), StringComparer.Ordinal)
                .Select(one => one.Record).DistinctBy(record => record.Id).Where(record => !known.Any(other => other.Id == record.Id)).Take(Most),
        ];
    }

    /// <summary>The clients and vendors that the words name by id or name; where one is named more fully than others, that one.</summary>
    private static List<RecordSnapshot> Named(IReadOnlyList<RecordSnapshot> all, HashSet<string> words)
    {
        var hits = all.Where(record => RecordLinks.IsParty(record.Id)).Select(record => (Record: record, Count: Shared(record, words))).Where(hit => hit.Count > 0).ToList();
        return [.. hits.Where(hit => hit.Count == hits.Max(other => other.Count)).Select(hit => hit.Record)];
    }

    private static int Shared(RecordSnapshot party, HashSet<string> words) =>
        RecordLinks.Names(party.Fields).Append(party.Id.Key).Max(name => NameForm.Of(name).Split(' ').Count(word => word.Length >= ShortestName && words.Contains(word)));

    private static int Score(RecordSnapshot record, HashSet<string> parties, string text, HashSet<string> words, IReadOnlyList<ExtractedField> fields, bool typed)
    {
        if (record.Id.Type == "invoice" && record.Fields.GetValueOrDefault("number")?.Value is { Length: > 2 } number && text.Contains(number, StringComparison.OrdinalIgnoreCase))
        {
            return 800;
        }

        if (record.Fields.Values.Any(field => parties.Contains(field.Value)))
        {
            return 500;
        }

        if (record.Id.Type == "invoice" && !record.Fields.ContainsKey("paid") && record.Fields.GetValueOrDefault("amount")?.Value is { } amount
            && fields.Any(field => field.Name == FieldName.Amount && field.Value == amount))
        {
            return 300;
        }

        var shared = typed ? Titles.Where(record.Fields.ContainsKey).SelectMany(title => NameForm.Of(record.Fields[title].Value).Split(' ')).Distinct().Count(word => word.Length >= LongWord && words.Contains(word)) : 0;
        return shared > 0 ? 100 + shared : 0;
    }

    /// <summary>The last invoice of ours, after which the next one is numbered, and what was published last.</summary>
    private static IEnumerable<RecordSnapshot> Newly(IReadOnlyList<RecordSnapshot> all) =>
        all.Where(record => record.Id.Type == "invoice" && !record.Fields.ContainsKey("supplier") && record.Fields.ContainsKey("number"))
            .OrderByDescending(record => record.Fields["number"].Value.Length).ThenByDescending(record => record.Fields["number"].Value, StringComparer.Ordinal).Take(1)
            .Concat(all.Where(record => record.Id.Type == "content-asset" && record.Fields.ContainsKey("published"))
                .OrderByDescending(record => record.Fields["published"].Value, StringComparer.Ordinal).Take(Newest));
}
