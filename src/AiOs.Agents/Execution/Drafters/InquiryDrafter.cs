using AiOs.Agents.Execution.Letters;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Agents.Intake.Rules;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>Answers somebody new: thanks, what Records know of prices, and questions about what their message leaves open.</summary>
internal static class InquiryDrafter
{
    private const int ShortMessage = 140;

    private static readonly MissingFact OwnRate = new(
        new RecordId("playbook", "main"),
        "rate",
        "They ask for a price, and no Record has one. What is your rate (such as “85 EUR per hour”)? I keep it and use it from now on.",
        SensitiveKind.Amount);

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var message = desk.Message;
        var asksPrice = SignalPhrases.In(Tokenizer.Cut(message.Subject + "\n" + message.Text)).HasFlag(Cue.Price);
        var rates = asksPrice ? Rates(desk).Take(3).ToList() : [];
        var own = desk.OwnWords;
        string[] paragraphs =
        [
            desk.Words.ThanksFor(desk.Topic),
            own,
            string.Join('\n', rates.Select(rate => Rate(desk.Words, rate.Name, rate.Field.Value))),
            own.Length == 0 ? Missing(desk) : string.Empty,
        ];
        var draft = ReplyDraft.Make(desk, $"Answer {desk.SenderLabel}: thank them and ask for what is missing.", paragraphs, question: null,
            FieldName.Amount, FieldName.Deadline);
        var facts = rates.Select(rate => new Evidence($"record {rate.Record.Id}", rate.Record.Version, rate.Field.Value,
            Provenance.Record));
        var missing = asksPrice && rates.Count == 0 && own.Length == 0 && draft.Effects.Any(effect => effect.Kind == EffectKind.EmailSend) ? OwnRate : null;
        return draft with { Evidence = [.. draft.Evidence, .. facts], Missing = missing };
    }

    /// <summary>Prices that the operator or a connector put into a Record; what came from outside is no price of ours.</summary>
    private static IEnumerable<(string Name, RecordField Field, RecordSnapshot Record)> Rates(DraftDesk desk) =>
        from record in desk.Brief.Facts
        from field in record.Fields
        where field.Value.Provenance is Provenance.Operator or Provenance.Record
            && (field.Key.Contains("rate", StringComparison.OrdinalIgnoreCase)
            || field.Key.Contains("price", StringComparison.OrdinalIgnoreCase))
        orderby record.Id.ToString(), field.Key
        select (field.Key, field.Value, record);

    private static string Rate(Wording words, string name, string value)
    {
        var label = name.Replace('-', ' ').Replace('_', ' ');
        return Wording.Fill(words.Rate, label).Replace("{1}", value, StringComparison.Ordinal);
    }

    private static string Missing(DraftDesk desk)
    {
        var fields = desk.Brief.Intent.Fields;
        var open = new List<string>();
        if (desk.Message.Text.Length < ShortMessage)
        {
            open.Add(desk.Words.AskScope);
        }

        if (!fields.Any(field => field.Name is FieldName.Date or FieldName.Deadline))
        {
            open.Add(desk.Words.AskWhen);
        }

        if (!fields.Any(field => field.Name == FieldName.Amount))
        {
            open.Add(desk.Words.AskBudget);
        }

        return open.Count == 0 ? string.Empty : desk.Words.AskMissing + string.Concat(open.Select(line => "\n- " + line));
    }
}
