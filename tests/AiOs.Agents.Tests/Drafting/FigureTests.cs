using System.Globalization;
using System.Text.Json;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Drafting;

/// <summary>
/// No agent makes a figure up: over many workspaces made at random, each amount, day, address, account and link of a drafted effect stands in the
/// message or a Record, or is what the arithmetic of the test itself gives.
/// </summary>
public sealed class FigureTests
{
    private const int Seeds = 600;

    private static readonly FieldName[] Claims = [FieldName.Amount, FieldName.Date, FieldName.Deadline, FieldName.Email, FieldName.Iban, FieldName.Phone];

    private static readonly string[] Requests =
    [
        "invoice client/berg for October, {0} h", "Rechnung an client/berg für Oktober, {0} Stunden", "invoice client/berg {1} EUR for the website", "send a reminder for invoice 2026-017",
        "payment reminder to Berg", "Payment received from Berg, {1} EUR, ref 2026-017", "Payment received from Berg, {1} EUR", "offer client/berg a website, {0} h", "offer client/berg a shop for {1} EUR",
        "won client/berg: the website for {1} EUR", "lost client/berg: too dear", "What rate do we have with Berg?", "write a post about winter for LinkedIn", "write to anna@example.com that I come on Friday",
    ];

    [Fact]
    public void Draft_AnyRequestInAnyWorkspace_NamesNoFigureOfItsOwn()
    {
        var drafted = new Dictionary<AgentName, int>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var dice = new Dice((ulong)seed);
            var (hours, amount) = (dice.Next(1, 200), dice.Next(1, 9_000));
            var text = string.Format(CultureInfo.InvariantCulture, Requests[seed % Requests.Length], hours, amount);
            var facts = Workspace(dice);
            var brief = Drafts.Typed(text).With(facts);
            var draft = brief.Draft();
            drafted[brief.Agent().Name] = drafted.GetValueOrDefault(brief.Agent().Name) + draft.Effects.Count;
            var known = Known(brief, facts, hours, amount);
            foreach (var words in draft.Effects.SelectMany(Words))
            {
                Assert.DoesNotContain("://", words, StringComparison.Ordinal);
                foreach (var claim in FieldExtractor.ReadWords(words, brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields.Where(field => Claims.Contains(field.Name)))
                {
                    var value = claim.Value.Length > 10 && claim.Value[4] == '-' ? claim.Value[..10] : claim.Value;
                    Assert.True(known.Contains(value), $"seed {seed}, “{text}”: {value} from nowhere in: {words}");
                }
            }
        }

        Assert.All((AgentName[])[AgentName.Billing, AgentName.Sales, AgentName.Execution], agent => Assert.True(drafted.GetValueOrDefault(agent) > 10, $"{agent} drafted too little: {drafted.GetValueOrDefault(agent)}"));
    }

    private static RecordSnapshot[] Workspace(Dice dice)
    {
        var facts = new List<RecordSnapshot>
        {
            Drafts.Known("client/berg", dice.Next(1, 9), [("name", "Berg GmbH"), .. Some(dice, 90, ("email", "office@berg.example")), .. Some(dice, 50, ("rate", $"{dice.Next(20, 200)} EUR per hour")), .. Some(dice, 20, ("language", "de"))]),
            Drafts.Known("playbook/main", dice.Next(1, 9), [("name", "main"), .. Some(dice, 90, ("payment-terms", $"{dice.Next(1, 60)} days")), .. Some(dice, 50, ("late-payment-terms", $"{dice.Next(1, 60)} days")), .. Some(dice, 40, ("vat-rate", $"{dice.Next(1, 25)} %")), .. Some(dice, 40, ("rate", $"{dice.Next(20, 200)}.{dice.Next(10, 99)} EUR"))]),
            Drafts.Known("invoice/2026-017", dice.Next(1, 9), [("number", "2026-017"), ("client", "client/berg"), ("amount", $"{dice.Next(1, 9_000)}.00 EUR"), ("due", $"2026-{dice.Next(10, 13)}-{dice.Next(10, 29)}"), .. Some(dice, 20, ("paid", "2026-11-20"))]),
        };
        if (dice.Next(0, 2) == 0)
        {
            facts.Add(Drafts.Known("contract/berg", dice.Next(1, 9), [("title", "Care"), ("client", "client/berg"), .. Some(dice, 60, ("rate", $"{dice.Next(20, 200)} EUR per hour")), .. Some(dice, 50, ("discount", $"{dice.Next(1, 40)} %")), .. Some(dice, 50, ("notice", "4 weeks"))]));
        }

        if (dice.Next(0, 2) == 0)
        {
            facts.Add(Drafts.Known("negotiation/berg", dice.Next(1, 9), ("client", "client/berg"), ("entry-1", $"offer | 2026-11-01 | operator | {dice.Next(1, 9_000)}.00 EUR | the website")));
        }

        return [.. facts];
    }

    private static (string Field, string Value)[] Some(Dice dice, int percent, (string, string) field) => dice.Next(0, 100) < percent ? [field] : [];

    /// <summary>Every value that may be said: what stands somewhere, and what follows from it by arithmetic that is not the program's.</summary>
    private static HashSet<string> Known(AgentBrief brief, RecordSnapshot[] facts, int hours, int amount)
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

    /// <summary>Numbers that a seed repeats, on every machine the same (a linear congruence).</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong _state = (seed * 2_862_933_555_777_941_757) + 3_037_000_493;

        public int Next(int from, int to)
        {
            _state = (_state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
            return from + (int)((_state >> 33) % (ulong)(to - from));
        }
    }
}
