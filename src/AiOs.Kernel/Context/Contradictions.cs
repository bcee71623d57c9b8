using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Context;

/// <summary>
/// Says where something remembered says something else than a confirmed Record field. The Record counts; the sentence is for the operator.
/// Pure and conservative: a person has many amounts and days, so both must be about the same subject and the sentence that holds the value
/// must name what the field is called. A bank account needs no name: a party has one.
/// </summary>
internal static class Contradictions
{
    private const int Most = 8;

    private static readonly SensitiveKind[] Kinds = [SensitiveKind.BankAccount, SensitiveKind.Amount, SensitiveKind.Date, SensitiveKind.Recipient];

    private static readonly string[][] SameMeaning =
    [
        ["rate", "price", "fee", "cost", "costs", "charge", "preis", "satz", "honorar", "kosten"],
        ["due", "deadline", "until", "fällig", "frist", "bis"],
        ["email", "mail", "address", "adresse"],
        ["amount", "total", "sum", "betrag", "summe"],
        ["budget"],
    ];

    private static readonly string[] FirstPerson = ["my", "our", "mein", "meine", "meinen", "unser", "unsere", "unseren"];

    /// <summary>The sentences, in the order of Records and their fields.</summary>
    /// <param name="facts">The Records.</param>
    /// <param name="recollections">What came to mind.</param>
    /// <param name="people">How those who wrote are called in knowledge: Records of a party are about them, so are notes about them.</param>
    /// <param name="local">The operator's time.</param>
    /// <returns>At most eight; empty where nothing contradicts.</returns>
    public static IReadOnlyList<string> Between(IReadOnlyList<RecordSnapshot> facts, IReadOnlyList<Recollection> recollections, IReadOnlyList<string> people, Func<DateTimeOffset, DateTimeOffset> local) =>
    [
        .. (from record in facts
            from field in record.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            where Passages.IsConfirmed(field.Value)
            from kind in Kinds
            let said = In(kind, field.Value.Value).ToHashSet(StringComparer.Ordinal)
            where said.Count > 0
            from remembered in recollections
            let own = IsOwn(remembered.Item, record)
            where own || IsAbout(remembered.Item, record, people)
            let other = Other(remembered.Item, kind, sentence => (kind is SensitiveKind.BankAccount && !own) || (Names(sentence, field.Key) && (!own || Has(sentence, FirstPerson))), said)
            where other is not null
            select $"An earlier {Noun(remembered.Item)} ({On(local(remembered.Item.At))}) says {other}; {record.Id} (version {record.Version.ToString(CultureInfo.InvariantCulture)}) says {field.Value.Value}, which counts.").Distinct().Take(Most),
    ];

    private static bool IsAbout(KnowledgeItem item, RecordSnapshot record, IReadOnlyList<string> people) =>
        item.Subjects.Contains("record/" + record.Id) || (record.Id.Type is "client" or "vendor" && item.Subjects.Any(people.Contains));

    /// <summary>The operator's note about nobody else may be about themselves, as their playbook is; a sentence must say so.</summary>
    private static bool IsOwn(KnowledgeItem item, RecordSnapshot record) =>
        record.Id.Type is "playbook" && item is { Kind: KnowledgeKind.Note, Provenance: Provenance.Operator, Subjects.Count: 0 };

    /// <summary>The value that the piece gives instead; nothing where it agrees anywhere, or speaks of something else.</summary>
    private static string? Other(KnowledgeItem item, SensitiveKind kind, Func<string, bool> isOfField, HashSet<string> said)
    {
        string? other = null;
        foreach (var sentence in Sentences(item.Title + "\n" + item.Text))
        {
            if (!isOfField(sentence))
            {
                continue;
            }

            var values = In(kind, sentence).ToList();
            if (values.Exists(said.Contains))
            {
                return null;
            }

            other ??= values.Find(value => !value.Contains('?', StringComparison.Ordinal));
        }

        return other;
    }

    /// <summary>Any word may be the address of somebody in some channel, or an account at some bank; only mail addresses and IBANs are compared.</summary>
    private static IEnumerable<string> In(SensitiveKind kind, string text) => Readings.In(kind, text).Where(value => kind switch
    {
        SensitiveKind.Recipient => value.Contains('@', StringComparison.Ordinal),
        SensitiveKind.BankAccount => value.Length is >= Iban.Shortest and <= Iban.Longest && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(value[1]) && char.IsAsciiDigit(value[2]) && char.IsAsciiDigit(value[3]),
        _ => true,
    });

    /// <summary>A full stop ends a sentence only before white space, so that 1,200.00 stays whole.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))))
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }

    private static bool Names(string sentence, string field)
    {
        var wanted = field.Split('-', '_', ' ').SelectMany(part => Array.Find(SameMeaning, words => words.Contains(part, StringComparer.OrdinalIgnoreCase)) ?? [part]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Has(sentence, wanted);
    }

    private static bool Has(string sentence, IReadOnlyCollection<string> words) =>
        sentence.Split(' ', ',', ':', ';', '(', ')', '"', '\t').Any(word => words.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static string Noun(KnowledgeItem item) => (item.Kind, item.Provenance) switch
    {
        (KnowledgeKind.Note, Provenance.Operator) => "note of yours",
        (KnowledgeKind.Note, _) => "note",
        (KnowledgeKind.Message, Provenance.Operator) => "message of yours",
        (KnowledgeKind.Message, _) => "message",
        (KnowledgeKind.Output, _) => "letter",
        (KnowledgeKind.Brief, _) => "brief",
        (KnowledgeKind.Correction, _) => "correction",
        _ => "outcome",
    };

    private static string On(DateTimeOffset at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
