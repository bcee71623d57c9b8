using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Records;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding;

/// <summary>Where values are looked for, the best place first: the operator's words, confirmed Record fields, then what others wrote.</summary>
internal static class Passages
{
    private const int LongestForeign = 200_000;

    public static List<Passage> Of(MessageContent? message, Authority authority, IReadOnlyList<string> operatorWords, IReadOnlyList<RecordSnapshot> records)
    {
        var confirmed = Fields(records).Where(field => IsConfirmed(field.Field)).ToList();
        return
        [
            .. operatorWords.Select(words => new Passage(OperatorText.Own(words), Provenance.Operator, Places.OperatorWords)),
            .. message is not null && authority is Authority.Operator ? Own(message) : [],
            .. confirmed.Select(field => new Passage(field.Field.Value, Provenance.Record, field.Record.Id.ToString())
            {
                Record = field.Record.Id, Version = field.Record.Version, Field = field.Name,
            }),
            .. message is null ? [] : Header(message),
            .. Fields(records).Where(field => !IsConfirmed(field.Field)).Select(field =>
                new Passage(Plain(field.Field.Value), Provenance.External, Places.NotConfirmed(field.Record.Id))
                {
                    Record = field.Record.Id, Version = field.Record.Version, Field = field.Name,
                }),
            .. message is null ? [] : Body(message, authority),
            .. operatorWords.Select(words => new Passage(Plain(words), Provenance.External, Places.Quoted)),
        ];
    }

    /// <summary>A field counts as known only where the operator or an authoritative connector said so, however it was stored.</summary>
    public static bool IsConfirmed(RecordField field) => field.Provenance is Provenance.Operator or Provenance.Record;

    private static IEnumerable<(RecordSnapshot Record, string Name, RecordField Field)> Fields(IEnumerable<RecordSnapshot> records) =>
        records.SelectMany(record => record.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => (record, field.Key, field.Value)));

    /// <summary>What the operator typed, or wrote above a mail they forwarded. A mail's own text is never theirs: it may be anybody's.</summary>
    private static IEnumerable<Passage> Own(MessageContent message)
    {
        var words = message.Origin is ContentOrigin.Typed ? message.Text : message.Note;
        return words is null ? [] : [new Passage(OperatorText.Own(words), Provenance.Operator, Places.OperatorWords)];
    }

    private static IEnumerable<Passage> Header(MessageContent message) =>
    [
        .. Foreign(message.Sender?.Address, Places.Sender),
        .. Foreign(message.Forwarder?.Address, Places.Forwarder),
        .. message.Recipients.Concat(message.Copied).SelectMany(mailbox => Foreign(mailbox.Address, Places.Recipients)),
        .. Foreign(message.SentAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? message.SentAtText, Places.Date),
    ];

    private static IEnumerable<Passage> Body(MessageContent message, Authority authority) =>
    [
        .. Foreign(message.Subject, Places.Subject),
        .. Foreign(message.Text, authority is Authority.Operator && message.Origin is ContentOrigin.Typed ? Places.Quoted : Places.TextOf(message)),
        .. Foreign(message.Note, authority is Authority.Operator ? Places.Quoted : Places.Note),
        .. Foreign(message.Sender?.Name, Places.SenderName),
        .. message.Attachments.SelectMany(file => Foreign(file.Text, Places.AttachedFile)),
    ];

    private static IEnumerable<Passage> Foreign(string? text, string place) =>
        string.IsNullOrEmpty(text) ? [] : [new Passage(Plain(text), Provenance.External, place)];

    /// <summary>Without invisible characters: what others hid in a value does not hide where it came from.</summary>
    private static string Plain(string text)
    {
        var seen = text.Length > LongestForeign ? text[..LongestForeign] : text;
        return seen.Any(IsInvisible) ? string.Concat(seen.Where(c => !IsInvisible(c))) : seen;
    }

    private static bool IsInvisible(char c) => !char.IsAscii(c) ? Pieces.IsHidden(c) && !char.IsWhiteSpace(c) : char.IsControl(c) && !char.IsWhiteSpace(c);
}
