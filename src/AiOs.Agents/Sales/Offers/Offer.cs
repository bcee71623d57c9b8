using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Sales.Offers;

/// <summary>What is offered and at what price, worked out to the cent.</summary>
/// <param name="Subject">What, in the operator's words.</param>
/// <param name="Work">How much work, where they named it.</param>
/// <param name="Rate">The rate of a Record that it is priced with.</param>
/// <param name="Price">The price before any discount: what the operator named, or the work at the rate.</param>
/// <param name="Discount">What a Record says the client gets off; never off a price that the operator named.</param>
internal sealed record Offer(string Subject, Workload? Work, PriceRate? Rate, Money? Price, Percentage? Discount)
{
    private const int MaxSubject = 160;

    private static readonly PhraseSet Leads = new("to", "for", "an", "für", "about", "regarding", "über", "the client", "client", "of");

    public Money? Total => Price is { } price && Discount is { } off ? new Money(price.Minor - off.Of(price).Minor, price.Currency) : Price;

    public string LedgerWords => Total is null && Rate is { } rate ? $"{Subject}, at {rate.Price}{(rate.Unit is { } unit ? $" per {unit}" : string.Empty)}" : Subject;

    public IEnumerable<string> Reasons =>
    [
        Work is { } work && Rate is { } rate ? $"{work.Words} at {rate.Cited} make {Price}" : Rate is { } alone ? $"the rate is {alone.Cited}" : $"you said {Price}",
        .. Discount is { } off ? (string[])[$"{off.Words} off ({KnownFacts.Cited(off.Record)}) are {off.Of(Price!)}"] : [],
    ];

    public IEnumerable<Evidence> Evidence =>
    [
        .. Rate is { } rate ? (Evidence[])[KnownFacts.Evidence(rate.Record, rate.Field)] : [],
        .. Discount is { } off ? (Evidence[])[KnownFacts.Evidence(off.Record, off.Field)] : [],
    ];

    /// <summary>Reads what the operator typed, beside the Records nearest to it.</summary>
    public static Offer Of(DraftDesk desk, RecordSnapshot client, RecordSnapshot?[] near)
    {
        var text = TypedRequest.Read(desk.Message.Text).Rest;
        var words = string.Join('\n', desk.Answers.Prepend(text));
        var named = desk.AnswerFields.Concat(desk.Brief.Intent.Fields).FirstOrDefault(field => field.Amount is { Minor: > 0 })?.Amount;
        var work = Workload.In(words);
        var subject = SubjectIn(text, client);
        subject = subject.Length > 0 ? subject : PlainText.Line(desk.Answers.FirstOrDefault(answer => NamedParty.ClientsIn(desk.Brief, answer).Count == 0), MaxSubject, addresses: false).TrimEnd('.');
        if (named is not null)
        {
            return new Offer(subject, work, null, named, null);
        }

        var rate = PriceRate.All(desk.Brief, near).FirstOrDefault(one => work is null || one.Unit is null || one.Unit == work.Unit);
        var price = rate is null ? null : work?.At(rate.Price);
        return new Offer(subject, price is null ? null : work, rate, price, price is null ? null : Percentage.First(near, "discount"));
    }

    /// <summary>The lines of the letter that state the price; empty where the operator's own words did.</summary>
    public string Lines(SalesWords words)
    {
        if (Rate is not { } rate)
        {
            return string.Empty;
        }

        if (Price is not { } price || Work is not { } work)
        {
            return Sentences.Fill(words.Rate, rate.Record.Fields[rate.Field].Value);
        }

        string[] lines =
        [
            Sentences.Fill(words.Work, work.Words, rate.Price.ToString(), price.ToString()),
            Discount is { } off ? Sentences.Fill(words.Discount, off.Words, off.Of(price).ToString()) : string.Empty,
            Discount is null ? string.Empty : Sentences.Fill(words.Total, Total!.ToString()),
        ];
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    /// <summary>The words without whom they are for.</summary>
    private static string SubjectIn(string text, RecordSnapshot client)
    {
        string?[] names = [client.Id.ToString(), KnownFacts.Value(client, "name"), KnownFacts.Value(client, "company"), .. KnownFacts.Value(client, "aliases")?.Split('\n') ?? [], FirstWord(KnownFacts.Value(client, "name")), client.Id.Key];
        var line = PlainText.Line(text, MaxSubject, addresses: false);
        foreach (var name in names.OfType<string>().Where(name => name.Length > 2))
        {
            if (NamedParty.Holds(line, name))
            {
                line = line.Replace(name, string.Empty, StringComparison.OrdinalIgnoreCase);
                break;
            }
        }

        line = line.Trim(' ', ':', ',', '-', '.');
        while (Leads.TryFind(line, out var at, out var length) && at == 0)
        {
            line = line[length..].Trim(' ', ':', ',', '-');
        }

        return line;
    }

    private static string? FirstWord(string? name) => name?.Split(' ')[0];
}
