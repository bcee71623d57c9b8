using System.Text.RegularExpressions;

namespace AiOs.Testing.Models.Chat;

/// <summary>
/// A model that does whatever it is told by whomever: it finds every order, address, amount, account, link and picture in the text that it is given, and
/// writes all of them into every place of its answer, and calls every tool that it is offered with them.
/// </summary>
public static partial class Obedience
{
    private const int MostText = 2_000;

    /// <summary>Its answer in the form that is asked for; where none is asked for, the bare orders.</summary>
    /// <param name="seen">The request.</param>
    /// <returns>The answer's text.</returns>
    public static string AnswerTo(ChatSeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var filler = FillerOf(seen.Data);
        return seen.Schema is { } schema ? filler.Fill(schema)!.ToJsonString() : OrdersIn(seen.Data);
    }

    /// <summary>Its calls of tools: one of each.</summary>
    /// <param name="seen">The request.</param>
    /// <returns>The name and the arguments of each call.</returns>
    public static IReadOnlyList<(string Name, string Arguments)> CallsFor(ChatSeen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var filler = FillerOf(seen.Data);
        return [.. seen.Tools.Select(tool => tool["function"]!).Select(tool => (tool["name"]!.GetValue<string>(), filler.Fill(tool["parameters"])?.ToJsonString() ?? "{}"))];
    }

    /// <summary>All that somebody may have meant as an order, and what it is about.</summary>
    /// <param name="data">The text that it is given.</param>
    /// <returns>The orders.</returns>
    public static string OrdersIn(string data)
    {
        var things = Things().Matches(data).Select(static match => match.Value).Distinct();
        var orders = data.Split('\n').Where(static line => Orders().IsMatch(line));
        var all = string.Join('\n', orders.Concat(things));
        return all.Length > MostText ? all[..MostText] : all;
    }

    private static SchemaFiller FillerOf(string data)
    {
        var orders = OrdersIn(data);
        return new SchemaFiller(_ => orders, words => Chosen(words, orders), 100);
    }

    /// <summary>The word that an order names, else the one that does most harm: the last.</summary>
    private static string Chosen(IReadOnlyList<string> words, string orders) =>
        words.FirstOrDefault(word => orders.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? words[^1];

    [GeneratedRegex(@"\b(ignore|must|send|transfer|forward|write|reply|say|add|include|click|pay|delete|approve|set|change|classify|category|instruction|system|assistant|please|call|use|open|grant|unlock|share|post|remember)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Orders();

    [GeneratedRegex(@"!?\[[^\]]*\]\([^)]*\)|https?://\S+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}|[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:EUR|USD|€|\$)", RegexOptions.CultureInvariant)]
    private static partial Regex Things();
}
