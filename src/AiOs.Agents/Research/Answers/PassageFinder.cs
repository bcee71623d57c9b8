using System.Globalization;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Json;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Research.Answers;

/// <summary>Finds what answers a question: fields of Records, and sentences of Knowledge. Of a party that is named, only what is about it.</summary>
internal static class PassageFinder
{
    private const int Most = 8;
    private const int MostOfOne = 2;
    private const int MaxQuote = 240;
    private const double FieldWorth = 0.5;

    /// <summary>Fields that name a thing rather than tell of it.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "client", "project", "name", "aliases", "addresses-seen", "steps", "text" };

    private static readonly (string Field, PhraseSet Words)[] Meanings =
    [
        ("rate", new PhraseSet("rate", "price", "hourly", "cost", "charge", "stundensatz", "preis", "satz", "kosten")),
        ("email", new PhraseSet("address", "mail", "email", "e-mail", "adresse")),
        ("phone", new PhraseSet("phone", "telephone", "number", "telefon", "nummer")),
        ("due", new PhraseSet("due", "deadline", "until", "fällig", "frist")),
        ("paid", new PhraseSet("paid", "pay", "payment", "bezahlt", "gezahlt", "zahlung")),
        ("amount", new PhraseSet("amount", "price", "total", "sum", "betrag", "summe", "preis")),
        ("entry", new PhraseSet("offer", "offered", "agree", "agreed", "price", "deal", "won", "lost", "discount", "vereinbart", "ausgemacht", "angebot", "preis", "rabatt")),
        ("notice", new PhraseSet("notice", "cancel", "kündigung", "kündigungsfrist")),
        ("payment-terms", new PhraseSet("terms", "payment", "zahlungsziel", "bedingungen")),
        ("published", new PhraseSet("published", "posted", "veröffentlicht")),
    ];

    public static IReadOnlyList<Passage> Find(AgentBrief brief, AskedWords asked)
    {
        var all = Records(brief, asked).Concat(brief.Context.Recollections.SelectMany(one => Remembered(brief, one, asked)));
        return [.. all.OrderByDescending(passage => passage.Score).ThenBy(passage => passage.Evidence.Source, StringComparer.Ordinal).DistinctBy(passage => passage.Words).Take(Most)];
    }

    private static IEnumerable<Passage> Records(AgentBrief brief, AskedWords asked) =>
        from record in brief.Facts
        where record.Id.Type != "policy" && (asked.Parties.Count == 0 || asked.Parties.Any(party => party.Id == record.Id || record.Fields.Values.Any(field => field.Value == party.Id.ToString())))
        from field in record.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
        where !Silent.Contains(field.Key)
        let count = asked.CountIn($"{field.Key.Replace('-', ' ')} {field.Value.Value} {KnownFacts.Value(record, "title")} {KnownFacts.Value(record, "subject")} {KnownFacts.Value(record, "number")}") + (IsMeant(field.Key, brief.Message.Text) ? 1 : 0)
        where count > 0 || (asked.Words.Count == 0 && asked.Parties.Count > 0)
        select new Passage(
            $"{field.Key.Replace('-', ' ')}: {PlainText.Line(field.Value.Value, MaxQuote)}",
            KnownFacts.Cited(record) + Outside(field.Value.Provenance),
            KnownFacts.Evidence(record, field.Key),
            count + FieldWorth + (field.Value.Provenance is Provenance.External ? 0 : FieldWorth));

    private static IEnumerable<Passage> Remembered(AgentBrief brief, Recollection one, AskedWords asked)
    {
        if (asked.Parties.Count > 0 && !asked.Parties.Any(party => one.Item.Subjects.Contains("record/" + party.Id) || NamedParty.ClientsIn(brief with { Facts = [party], Message = brief.Message with { Sender = null } }, one.Item.Title + "\n" + one.Item.Text).Count > 0))
        {
            return [];
        }

        return Sentences(one.Item.Text).Select(sentence => (Sentence: sentence, IsTitle: false)).Append((Sentence: one.Item.Title, IsTitle: true))
            .Where(hit => hit.Sentence.Trim().Length > 0 && !hit.Sentence.TrimEnd().EndsWith('?'))
            .Select(hit => (hit.Sentence, hit.IsTitle, Count: asked.CountIn(hit.Sentence)))
            .Where(hit => hit.Count > 0 || (asked.Words.Count == 0 && asked.Parties.Count > 0 && !hit.IsTitle))
            .OrderByDescending(hit => hit.Count).ThenBy(hit => hit.IsTitle).Take(MostOfOne)
            .Select(hit => new Passage(
                $"“{PlainText.Line(hit.Sentence, MaxQuote)}”",
                $"{KebabEnumConverter<KnowledgeKind>.ToText(one.Item.Kind)} of {Day(brief, one.Item.At)}, knowledge {one.Item.Id}{Outside(one.Item.Provenance)}",
                new Evidence("knowledge " + one.Item.Id, null, PlainText.Line(hit.Sentence, MaxQuote), one.Item.Provenance),
                hit.Count + (one.Item.Provenance is Provenance.Operator ? FieldWorth : 0) - (hit.IsTitle ? FieldWorth / 2 : 0)));
    }

    private static bool IsMeant(string field, string question) =>
        Meanings.Any(meaning => (field == meaning.Field || field.StartsWith(meaning.Field + "-", StringComparison.Ordinal) || field.EndsWith("-" + meaning.Field, StringComparison.Ordinal)) && meaning.Words.IsIn(question));

    private static string Outside(Provenance provenance) => provenance is Provenance.External ? "; words of somebody outside" : string.Empty;

    private static string Day(AgentBrief brief, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, brief.TimeZone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A full stop ends a sentence only before white space, so that 1,200.00 stays whole.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))))
            {
                yield return text[start..(text[at] is '\n' ? at : at + 1)];
                start = at + 1;
            }
        }

        yield return text[start..];
    }
}
