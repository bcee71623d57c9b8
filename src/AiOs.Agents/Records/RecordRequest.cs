using System.Buffers;
using System.Text.RegularExpressions;
using AiOs.Contracts.Ids;

namespace AiOs.Agents.Records;

/// <summary>
/// Reads out of what the operator typed that a Record holds something from now on: “new client Berg GmbH, office@berg.example, rate 85 EUR per hour”,
/// “client/berg rate 90 EUR per hour”, “our payment terms are 14 days”. Only for words that are the operator's own.
/// </summary>
/// <param name="Type">Which type of Record.</param>
/// <param name="Key">Its key, where they said it.</param>
/// <param name="Name">Its name, where they said that instead.</param>
/// <param name="Pieces">What it is to hold, one piece for each field, as typed.</param>
internal sealed partial record RecordRequest(string Type, string? Key, string? Name, IReadOnlyList<string> Pieces)
{
    private const int Longest = 600;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟«»‹›`");

    private static readonly HashSet<string> Types = ["client", "vendor", "project", "contract", "content-asset", "invoice"];

    private static readonly HashSet<string> Small = ["and", "und", "of", "the", "von", "van", "der", "den", "de", "di", "da", "del", "la", "le", "y", "e", "et", "for", "für"];

    private static readonly Dictionary<string, string> Spoken = new(StringComparer.OrdinalIgnoreCase)
    {
        ["client"] = "client",
        ["customer"] = "client",
        ["kunde"] = "client",
        ["kunden"] = "client",
        ["kundin"] = "client",
        ["vendor"] = "vendor",
        ["supplier"] = "vendor",
        ["lieferant"] = "vendor",
        ["lieferanten"] = "vendor",
        ["lieferantin"] = "vendor",
    };

    /// <summary>Reads a request.</summary>
    /// <param name="text">What the operator typed.</param>
    /// <returns>The request; nothing where the whole text is not one.</returns>
    public static RecordRequest? Read(string text)
    {
        var words = text.Trim().TrimEnd('.', ' ');
        if (words.Length is 0 or > Longest || words.AsSpan().IndexOfAny('\n', '\r') >= 0 || words[0] is '>' || words.EndsWith('?') || words.AsSpan().IndexOfAny(Quotes) >= 0)
        {
            return null;
        }

        return OfId(ById().Match(words)) ?? OfOne(OneField().Match(words)) ?? OfNew(New().Match(words)) ?? OfOwn(Own().Match(words));
    }

    private static RecordRequest? OfId(Match match) =>
        match.Success && Which(match.Groups["id"].Value) is { } id ? new(id.Type, id.Key, null, Cut(match.Groups["rest"].Value)) : null;

    private static RecordRequest? OfOne(Match match) =>
        match.Success && Which(match.Groups["id"].Value) is { } id && FieldWords.Find(id.Type, match.Groups["field"].Value) is { After: "" } field
            ? new(id.Type, id.Key, null, [$"{field.Field}: {match.Groups["value"].Value}"])
            : null;

    private static RecordRequest? OfNew(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var pieces = Cut(match.Groups["rest"].Value);
        var name = match.Groups["name"].Value.Trim();
        return IsName(name) ? new(Spoken[match.Groups["type"].Value], null, name, pieces) : null;
    }

    /// <summary>“New client meeting tomorrow” is no client: each word of a name begins with a capital or a figure, but for the small words between.</summary>
    private static bool IsName(string name) => name.Length > 0 && (char.IsUpper(name[0]) || char.IsDigit(name[0]))
        && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => !char.IsLetter(word[0]) || char.IsUpper(word[0]) || Small.Contains(word));

    /// <summary>What holds for the business itself stands in one Record.</summary>
    private static RecordRequest? OfOwn(Match match) =>
        match.Success && FieldWords.Find("playbook", match.Groups["field"].Value) is { After: "" } field
            ? new("playbook", "main", null, [$"{field.Field}: {match.Groups["value"].Value}"])
            : null;

    private static RecordId? Which(string text) =>
        RecordId.TryParse(text, out var id) && (Types.Contains(id.Type) || id == new RecordId("playbook", "main")) && OwnKey().IsMatch(id.Key) ? id : null;

    /// <summary>At commas and semicolons, but not inside a number.</summary>
    private static List<string> Cut(string rest) => [.. Between().Split(rest).Select(piece => piece.Trim(' ', '.')).Where(piece => piece.Length > 0)];

    [GeneratedRegex(@"^(?:(?:set|change|correct|setze|ändere) )?(?<id>[a-z-]+/[A-Za-z0-9-]+)(?: has| hat)?\s*[:,]?\s+(?<rest>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ById();

    [GeneratedRegex(@"^(?:(?:set|change|correct|setze|ändere|set down) )?(?:the |den |die |das )?(?<field>\S.{0,40}?) (?:of|for|von|für) (?<id>[a-z-]+/[A-Za-z0-9-]+)(?:\s+(?:is now|is|are|to|ist jetzt|ist|sind|auf)\s|\s*[=:])\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneField();

    [GeneratedRegex(@"^(?:(?:please |bitte )?(?:add|create|make|i have|we have|lege|ich habe|wir haben)\s+)?(?:a |an |the |einen? )?(?:new |neuer? |neuen )(?<type>client|customer|vendor|supplier|kunden|kundin|kunde|lieferantin|lieferanten|lieferant)\s*:?\s+(?<name>[^,;:]{2,80}?)(?:(?:[,;:]\s*|\s+with\s+|\s+mit\s+)(?<rest>\S.*))?$|^(?:please |bitte )?(?:add|create|lege) (?:a |an |the |einen? |den |die )?(?<type>client|customer|vendor|supplier|kunden|kundin|kunde|lieferantin|lieferanten|lieferant)\s*:?\s+(?<name>[^,;:]{2,80}?)(?:(?:[,;:]\s*|\s+with\s+|\s+mit\s+)(?<rest>\S.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex New();

    [GeneratedRegex(@"^(?:our|my|unsere?r?|meine?r?) (?<field>\S.{0,40}?)(?:\s+(?:is now|are now|is|are|ist jetzt|ist|sind|beträgt)\s|\s*[=:])\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();

    [GeneratedRegex(@"\s*;\s*|,(?!\d)\s*|\s+(?:and|und)\s+(?=\S+@)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,60}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnKey();
}
