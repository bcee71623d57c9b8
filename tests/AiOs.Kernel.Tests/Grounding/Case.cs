using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding;

namespace AiOs.Kernel.Tests.Grounding;

/// <summary>What the grounder is asked, put together step by step.</summary>
internal sealed record Case
{
    public const string Anna = "anna@berg.example";
    public const string Iban = "AT611904300234573201";
    public const string OtherIban = "AT483200000012345864";

    public string? Counterparty { get; init; } = Anna;

    public MessageContent? Message { get; init; } = Mail("Hello.");

    public Authority Authority { get; init; } = Authority.External;

    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<RecordSnapshot> Records { get; init; } = [];

    public static MessageContent Mail(string text, ContentOrigin origin = ContentOrigin.DirectMail) => new()
    {
        Origin = origin,
        Sender = new Mailbox("Anna", Anna),
        Recipients = [new Mailbox(null, "me@own.example"), new Mailbox(null, "carl@berg.example")],
        Subject = "Invoice",
        Text = text,
    };

    public static RecordSnapshot Client(params (string Name, string Value, Provenance From)[] fields) => Record("client/berg", 3, fields);

    public static RecordSnapshot Record(string id, long version, params (string Name, string Value, Provenance From)[] fields)
    {
        Assert.True(RecordId.TryParse(id, out var record));
        return new RecordSnapshot(record, version, fields.ToDictionary(field => field.Name, field => new RecordField(field.Value, field.From)));
    }

    public EffectGrounds Ground(params SensitiveValue[] values) =>
        Grounder.Of(new EffectFacts { Counterparty = Counterparty, Values = values }, Message, Authority, Words, Records);

    public GroundedValue Look(SensitiveKind kind, string value) => Assert.Single(Ground(new SensitiveValue(kind, "it", value)).Values);

    /// <summary>Where a value stands for somebody who knows only the operator's words.</summary>
    public static Provenance InWords(SensitiveKind kind, string value, string words) =>
        new Case { Message = null, Words = [words] }.Look(kind, value).Provenance;
}
