using System.Text.Json;
using AiOs.Contracts.Messages;

namespace AiOs.Evaluation.Mails;

/// <summary>Compares what was read with what must come out.</summary>
internal sealed class ForwardScore
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Whether another sender was given than the right one; none at all is not wrong.</summary>
    public bool FromWrong { get; private set; }

    public static ForwardScore Of(JsonElement expected, MessageContent mail)
    {
        var score = new ForwardScore();
        var forwarded = mail.Origin != ContentOrigin.DirectMail;
        var wanted = expected.GetProperty("forwarded").GetBoolean();
        if (forwarded != wanted) score._faults.Add($"forwarded is {forwarded}");
        score.FromWrong = forwarded && mail.Sender is { } sender
            && (!wanted || !expected.TryGetProperty("from", out var from) || !SameAddress(from, sender));
        if (!forwarded || !wanted) return score;
        score.Compare(expected, "subject", mail.Subject);
        score.Compare(expected, "body", mail.Text);
        score.Compare(expected, "message", mail.Note);
        if (expected.TryGetProperty("date", out _) && mail.SentAt is null && string.IsNullOrEmpty(mail.SentAtText)) score._faults.Add("date is missing");
        if (expected.TryGetProperty("from", out var author)) score.Compare("from", [author], mail.Sender is null ? [] : [mail.Sender]);
        score.Compare(expected, "to", mail.Recipients);
        score.Compare(expected, "cc", mail.Copied);
        return score;
    }

    private void Compare(JsonElement expected, string key, string? value)
    {
        if (expected.TryGetProperty(key, out var wanted) && wanted.GetString() != value)
            _faults.Add($"{key} is {JsonSerializer.Serialize(value)} and not {wanted.GetRawText()}");
    }

    private void Compare(JsonElement expected, string key, IReadOnlyList<Mailbox> value)
    {
        if (expected.TryGetProperty(key, out var wanted)) Compare(key, [.. wanted.EnumerateArray()], value);
    }

    private void Compare(string key, IReadOnlyList<JsonElement> wanted, IReadOnlyList<Mailbox> value)
    {
        if (wanted.Count != value.Count || wanted.Zip(value).Any(pair => !Same(pair.First, pair.Second)))
            _faults.Add($"{key} is {JsonSerializer.Serialize(value)} and not {JsonSerializer.Serialize(wanted)}");
    }

    private static bool Same(JsonElement wanted, Mailbox value) =>
        SameAddress(wanted, value) && (!wanted.TryGetProperty("name", out var name) || name.GetString() == value.Name);

    private static bool SameAddress(JsonElement wanted, Mailbox value) =>
        wanted.TryGetProperty("address", out var address) && address.GetString() == value.Address;
}
