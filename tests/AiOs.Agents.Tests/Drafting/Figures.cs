using System.Globalization;
using System.Text.Json;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Drafting;

/// <summary>Which figures a draft may name, by arithmetic that is not the program's.</summary>
internal static class Figures
{
    private static readonly FieldName[] Claims = [FieldName.Amount, FieldName.Date, FieldName.Deadline, FieldName.Email, FieldName.Iban, FieldName.Phone];

    /// <summary>No effect names a value that is not known.</summary>
    public static void OfNobody(ProposalDraft draft, IReadOnlySet<string> known, AgentBrief brief, string where)
    {
        foreach (var words in draft.Effects.SelectMany(Words))
        {
            Assert.DoesNotContain("://", words, StringComparison.Ordinal);
            foreach (var claim in FieldExtractor.ReadWords(words, brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields.Where(field => Claims.Contains(field.Name)))
            {
                var value = claim.Value.Length > 10 && claim.Value[4] == '-' ? claim.Value[..10] : claim.Value;
                Assert.True(known.Contains(value), $"{where}: {value} from nowhere in: {words}");
            }
        }
    }

    /// <summary>Every value that may be said: what stands somewhere, and what follows from it by arithmetic that is not the program's.</summary>
    public static HashSet<string> Known(AgentBrief brief, RecordSnapshot[] facts, int hours, int amount)
    {
        var text = string.Join('\n', facts.SelectMany(record => record.Fields.Values).Select(field => field.Value.Replace(" | ", " \n ", StringComparison.Ordinal)).Prepend(brief.Message.Text));
        var known = FieldExtractor.ReadWords(text, brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields.Concat(brief.Intent.Fields).Concat(facts.SelectMany(record => record.Fields.Values).SelectMany(field => FieldExtractor.ReadWords(field.Value, brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields))
            .Select(field => field.Value.Length > 10 && field.Value[4] == '-' ? field.Value[..10] : field.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var today = DateOnly.FromDateTime(brief.ReceivedAt.Date);
        known.Add(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var days in Numbers(facts, "payment-terms").Concat(Numbers(facts, "late-payment-terms")))
        {
            known.Add(today.AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        foreach (var net in Numbers(facts, "rate").Select(rate => rate * hours).Append(amount))
        {
            known.Add(Money(net));
            foreach (var percent in Numbers(facts, "vat-rate"))
            {
                known.UnionWith([Money(net * percent / 100), Money(net + decimal.Round(net * percent / 100, 2, MidpointRounding.AwayFromZero))]);
            }

            foreach (var percent in Numbers(facts, "discount"))
            {
                var off = decimal.Round(net * percent / 100, 2, MidpointRounding.AwayFromZero);
                known.UnionWith([Money(off), "-" + Money(off), Money(net - off)]);
            }
        }

        return known;
    }

    private static IEnumerable<decimal> Numbers(RecordSnapshot[] facts, string field) =>
        facts.Where(record => record.Fields.ContainsKey(field)).Select(record => decimal.Parse(record.Fields[field].Value.Split(' ')[0], CultureInfo.InvariantCulture));

    private static string Money(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture) + " EUR";

    private static IEnumerable<string> Words(EffectDraft effect) =>
        effect.Kind == EffectKind.EmailSend ? Of(JsonSerializer.Deserialize(effect.Arguments, ArgumentsJson.Default.EmailSendArguments)!)
        : effect.Kind == EffectKind.RecordWrite ? JsonSerializer.Deserialize(effect.Arguments, ArgumentsJson.Default.RecordWriteArguments)!.Fields.Values.SelectMany(field => field.Value.Split(" | "))
        : [JsonSerializer.Deserialize(effect.Arguments, ArgumentsJson.Default.NoteKeepArguments)!.Text];

    private static IEnumerable<string> Of(EmailSendArguments mail) => [mail.Subject, mail.Text, .. mail.To.Select(to => to.Address)];
}
