using System.Collections.Frozen;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>The words that mail programs write around a forwarded mail. A language is added here and nowhere else.</summary>
internal static class ForwardWords
{
    /// <summary>Names of header lines, lower case.</summary>
    public static readonly FrozenDictionary<string, HeaderWord> Headers = new Dictionary<string, HeaderWord>
    {
        ["from"] = HeaderWord.From,
        ["date"] = HeaderWord.Date,
        ["sent"] = HeaderWord.Date,
        ["to"] = HeaderWord.To,
        ["cc"] = HeaderWord.Copy,
        ["subject"] = HeaderWord.Subject,
        ["bcc"] = HeaderWord.Other,
        ["reply-to"] = HeaderWord.Other,
        ["importance"] = HeaderWord.Other,
        ["priority"] = HeaderWord.Other,
        ["sensitivity"] = HeaderWord.Other,
        ["attachments"] = HeaderWord.Other,
        ["organization"] = HeaderWord.Other,
        ["message-id"] = HeaderWord.Other,
        ["resent-from"] = HeaderWord.Other,
        ["resent-to"] = HeaderWord.Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stands between dashes where a mail is forwarded, and only then; lower case, the beginning is enough.</summary>
    public static readonly IReadOnlyList<string> ForwardLabels = ["forwarded message", "forwarded by", "forwarded mail"];

    /// <summary>What stands between dashes above any quoted mail, forwarded or answered.</summary>
    public static readonly IReadOnlyList<string> QuoteLabels = ["original message", "original mail", "original appointment"];

    /// <summary>Whole lines, without dashes, above a forwarded mail; lower case, without the colon.</summary>
    public static readonly IReadOnlyList<string> Leads = ["begin forwarded message", "forwarded message"];

    /// <summary>How an attribution begins and ends: <c>On … wrote:</c>.</summary>
    public static readonly IReadOnlyList<(string Begin, string End)> Attributions = [("on ", " wrote:")];

    /// <summary>What stands between the sender and whom they wrote for.</summary>
    public static readonly IReadOnlyList<string> OnBehalf = [" on behalf of "];

    /// <summary>Marks before a subject that say "forwarded". All languages, because telling a reply from a forward hangs on them; VS: is left out, it means either.</summary>
    public static readonly FrozenSet<string> ForwardMarks = FrozenSet.Create(
        StringComparer.Ordinal, "fwd", "fw", "wg", "tr", "rv", "enc", "vl", "vb", "pd", "i", "doorst", "ilt", "i̇lt", "továbbítás", "fs", "转发", "轉寄");

    /// <summary>Marks before a subject that say "answered".</summary>
    public static readonly FrozenSet<string> ReplyMarks = FrozenSet.Create(
        StringComparer.Ordinal, "re", "aw", "sv", "ref", "rif", "res", "odp", "antw", "antwort", "ynt", "vá", "r", "ha", "на", "отв", "ответ", "atb", "vast", "odpowiedź", "回复", "回覆", "答复");
}
