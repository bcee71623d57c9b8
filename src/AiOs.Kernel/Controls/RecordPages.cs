using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Schemas;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.Controls;

/// <summary>What the operator reads of their Records: the clients, the invoices, and one Record with its history.</summary>
internal sealed class RecordPages(IRecords records, WorkspaceSettings settings) : ICommandGroup
{
    private const int PageSize = 200;
    private const int MostListed = 2000;
    private const int MostShown = 200;
    private const int MostQuestions = 10;

    private const string Usage = "Say it as “/record client/berg”, with “history” for all that it ever said, or a day such as 2026-11-24 for what held then.";

    public IEnumerable<OperatorCommand> Commands =>
    [
        new("clients", string.Empty, "your clients, and which of them may be the same", (_, _, stop) => ClientsAsync(stop)),
        new("invoices", string.Empty, "the invoices, those not paid first", (_, _, stop) => InvoicesAsync(stop)),
        new("record", "TYPE/KEY [history] [DAY]", "one Record, as it holds now or held on a day", (words, _, stop) => ShowAsync(words, stop)),
    ];

    /// <summary>Every client, and which of them may be the same.</summary>
    public async Task<CommandReply> ClientsAsync(CancellationToken cancellationToken)
    {
        var all = await AllAsync(RecordType.Client.Name, cancellationToken);
        var questions = Duplicates.Among(all);
        return all.Count == 0
            ? new CommandReply(Done: true, "There is no client yet.", [])
            : new CommandReply(Done: true, Count(all.Count, "client"),
                [
                    new CardBlock.Facts([.. all.Take(MostShown).Select(client => new Fact(Value(client, "name") ?? client.Id.ToString(), LineOf(client)))]),
                    .. questions.Take(MostQuestions).Select(question => new CardBlock.Hint(question.Sentence)),
                    .. Rest(all.Count),
                ]);
    }

    /// <summary>Every invoice, those that are not paid first, by the day they are due.</summary>
    public async Task<CommandReply> InvoicesAsync(CancellationToken cancellationToken)
    {
        var all = await AllAsync(RecordType.Invoice.Name, cancellationToken);
        var open = all.Count(invoice => Value(invoice, "paid") is null);
        var ordered = all.OrderBy(invoice => Value(invoice, "paid") is not null).ThenBy(invoice => Value(invoice, "due") ?? "9999", StringComparer.Ordinal).Take(MostShown);
        return all.Count == 0
            ? new CommandReply(Done: true, "There is no invoice yet.", [])
            : new CommandReply(Done: true, $"{Count(all.Count, "invoice")}, {open} not paid",
                [new CardBlock.Facts([.. ordered.Select(invoice => new Fact(Value(invoice, "supplier") ?? Value(invoice, "client") ?? invoice.Id.ToString(), LineOfInvoice(invoice)))]), .. Rest(all.Count)]);
    }

    /// <summary>One Record: as it holds now, as it held on a day, or all that it ever said.</summary>
    public async Task<CommandReply> ShowAsync(string[] words, CancellationToken cancellationToken)
    {
        var plain = words.Select(word => word.TrimStart('-')).Where(word => word is not "at").ToList();
        if (plain.Count == 0 || !RecordId.TryParse(plain[0], out var id))
        {
            return new CommandReply(Done: false, Usage, []);
        }

        var history = plain.Contains("history");
        var day = plain.Skip(1).FirstOrDefault(word => word is not "history");
        var moment = day is null ? null : MomentOf(day);
        if (day is not null && moment is null)
        {
            return new CommandReply(Done: false, $"“{day}” is no day. {Usage}", []);
        }

        var found = moment is { } then ? await records.AsOfAsync(id, then, cancellationToken) : await records.FindAsync(id, cancellationToken);
        return found is null
            ? new CommandReply(Done: false, moment is null ? $"There is no Record {id}; /clients and /invoices list what there is." : $"There was no Record {id} on {day}.", [])
            : new CommandReply(Done: true, TitleOf(id, found, day), [.. RecordBlocks.Of(found), .. history ? RecordBlocks.History(await records.HistoryAsync(id, cancellationToken), settings) : []]);
    }

    private static string TitleOf(RecordId asked, RecordSnapshot found, string? day)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{found.Id}, version {found.Version}{(day is null ? string.Empty : ", as it held on " + day)}");
        return found.Id == asked ? title : $"{title} ({asked} was merged into it)";
    }

    /// <summary>A day is meant up to its end, on the operator's own clock.</summary>
    private DateTimeOffset? MomentOf(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
            return new DateTimeOffset(midnight, settings.TimeZone.GetUtcOffset(midnight)).AddMilliseconds(-1);
        }

        return FieldForms.Fits(FieldForm.Date, text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
    }

    private async Task<List<RecordSnapshot>> AllAsync(string type, CancellationToken cancellationToken)
    {
        var all = new List<RecordSnapshot>();
        RecordId? next = null;
        do
        {
            var page = await records.ListAsync(type, next, PageSize, cancellationToken);
            all.AddRange(page.Records);
            next = page.Next;
        }
        while (next is not null && all.Count < MostListed);

        return all;
    }

    private static string LineOf(RecordSnapshot client)
    {
        var addresses = RecordLinks.Addresses(client.Fields).ToList();
        string?[] parts = [Value(client, "company"), .. addresses.Take(3), addresses.Count > 3 ? $"and {addresses.Count - 3} more addresses" : null, Value(client, "phone"), client.Id.ToString()];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string LineOfInvoice(RecordSnapshot invoice)
    {
        string?[] parts =
        [
            Value(invoice, "number"),
            Value(invoice, "amount") ?? "no amount",
            Value(invoice, "paid") is { } paid ? "paid on " + paid : Value(invoice, "due") is { } due ? "due " + due : "no due date",
            invoice.Id.ToString(),
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Value(RecordSnapshot record, string field) => record.Fields.TryGetValue(field, out var value) ? value.Value : null;

    private static string Count(int count, string noun) => count == 1 ? "1 " + noun : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");

    private static CardBlock.Hint[] Rest(int count) => count > MostShown ? [new CardBlock.Hint($"And {count - MostShown} more.")] : [];
}
