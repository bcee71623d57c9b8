using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Agents.Intake.Rules;
using AiOs.Agents.Sales.Ledger;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Negotiations;

namespace AiOs.Agents.Sales.Inquiries;

/// <summary>Answers somebody new: thanks, what Records know of prices, and questions about what their message leaves open.</summary>
internal static class InquiryDrafter
{
    private const int ShortMessage = 140;
    private const int MostPast = 3;

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
        var client = NamedParty.SenderIn(desk.Brief);
        var past = client is null ? [] : PastOffer.With(desk.Brief, client.Id).Take(MostPast).ToList();
        var written = rates.Count > 0 && draft.Effects.Any(effect => effect.Kind == EffectKind.EmailSend) && client is not null;
        var missing = asksPrice && rates.Count == 0 && own.Length == 0 && draft.Effects.Any(effect => effect.Kind == EffectKind.EmailSend) ? OwnRate : null;
        return draft with
        {
            Reasons = [.. draft.Reasons, .. rates.Select(rate => $"{Label(rate.Name)} {rate.Field.Value} ({KnownFacts.Cited(rate.Record)})"), .. past.Select(one => one.Words)],
            Evidence = [.. draft.Evidence, .. facts, .. past.Select(one => one.Evidence), .. client is null ? [] : Memories.Of(desk.Brief, client)],
            Effects = [.. draft.Effects, .. written ? [LedgerDraft.Add(desk, client!, NegotiationMove.Offer, null, string.Join("; ", rates.Select(rate => $"{Label(rate.Name)} {rate.Field.Value}").Prepend(desk.Topic).Where(words => words.Length > 0)))] : Array.Empty<EffectDraft>()],
            Missing = missing,
        };
    }

    /// <summary>What holds for everybody is said only where nothing nearer says the same field.</summary>
    private static IEnumerable<(string Name, RecordField Field, RecordSnapshot Record)> Rates(DraftDesk desk)
    {
        var all = Prices(desk).ToList();
        return all.Where(rate => rate.Record.Id != KnownFacts.Own || !all.Exists(other => other.Name == rate.Name && other.Record.Id != KnownFacts.Own));
    }

    /// <summary>Prices that the operator or a connector put into a Record; what came from outside is no price of ours.</summary>
    private static IEnumerable<(string Name, RecordField Field, RecordSnapshot Record)> Prices(DraftDesk desk) =>
        from record in desk.Brief.Facts
        from field in record.Fields
        where field.Key != "vat-rate"
        where field.Value.Provenance is Provenance.Operator or Provenance.Record
            && (field.Key.Contains("rate", StringComparison.OrdinalIgnoreCase)
            || field.Key.Contains("price", StringComparison.OrdinalIgnoreCase))
        orderby record.Id.ToString(), field.Key
        select (field.Key, field.Value, record);

    private static string Rate(Wording words, string name, string value) =>
        Wording.Fill(words.Rate, Label(name)).Replace("{1}", value, StringComparison.Ordinal);

    private static string Label(string name) => name.Replace('-', ' ').Replace('_', ' ');

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
