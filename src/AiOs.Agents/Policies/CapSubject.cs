using System.Text.RegularExpressions;

namespace AiOs.Agents.Policies;

/// <summary>What a cap holds.</summary>
/// <param name="Scope"><c>spending</c> or <c>model</c>.</param>
/// <param name="Name">The category of spending or the agent; nothing for all together.</param>
/// <param name="Label">How a sentence calls it.</param>
/// <param name="Known">Whether it is surely about money.</param>
internal sealed partial record CapSubject(string Scope, string? Name, string Label, bool Known)
{
    private const int LongestName = 60;

    private static readonly HashSet<string> Everything = new(StringComparer.OrdinalIgnoreCase)
    {
        "spending", "spend", "all", "everything", "expenses", "costs", "money", "outgoings", "it all", "what i spend", "what we spend", "total", "ausgaben", "alle ausgaben",
    };

    private static readonly HashSet<string> Models = new(StringComparer.OrdinalIgnoreCase)
    {
        "model", "models", "ai", "ai models", "language model", "language models", "llm", "llms", "tokens", "ai tokens", "sprachmodelle",
    };

    private static readonly HashSet<string> Agents = new(StringComparer.OrdinalIgnoreCase) { "intake", "execution", "editor", "sales", "billing", "research" };

    private static readonly Dictionary<string, string> Names = new(
        new[]
        {
            ("ads", "ads ad advertising adverts advertisements werbung anzeigen"), ("travel", "travel travelling reisen"), ("contractors", "contractors"),
            ("freelancers", "freelancers"), ("marketing", "marketing"), ("software", "software"), ("hosting", "hosting"), ("tools", "tools"), ("rent", "rent"),
            ("subscriptions", "subscriptions"), ("office", "office"), ("equipment", "equipment"), ("books", "books"), ("training", "training"), ("food", "food"),
            ("insurance", "insurance"), ("phone", "phone"), ("domains", "domains"), ("printing", "printing"), ("payments", "payments"),
        }.SelectMany(static one => one.Item2.Split(' ').Select(word => KeyValuePair.Create(word, one.Item1))),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads what stands in the place of the subject.</summary>
    /// <param name="words">The words.</param>
    /// <returns>The subject; nothing where the words cannot name one.</returns>
    public static CapSubject? Read(string words)
    {
        if (Agent().Match(words) is { Success: true } agent && Agents.Contains(agent.Groups["agent"].Value))
        {
            var name = agent.Groups["agent"].Value.ToLowerInvariant();
            return new CapSubject("model", name, $"model money of the {name} agent", Known: true);
        }

        var subject = Article().Replace(words.Trim(), string.Empty);
        if (subject.Length == 0 || Everything.Contains(subject))
        {
            return new CapSubject("spending", null, "all spending", Known: true);
        }

        var bare = Money().Replace(Opening().Replace(subject, string.Empty), string.Empty);
        var said = bare.Length < subject.Length;
        return Models.Contains(bare) ? new CapSubject("model", null, "model money", Known: true)
            : bare.Length == 0 || Everything.Contains(bare) ? new CapSubject("spending", null, "all spending", Known: true)
            : Names.TryGetValue(bare, out var known) ? new CapSubject("spending", known, "spending on " + known, Known: true)
            : Named(Article().Replace(bare, string.Empty), said);
    }

    private static CapSubject? Named(string words, bool known)
    {
        var name = words.ToLowerInvariant().Replace(' ', '-');
        var usable = name.Length is > 0 and <= LongestName && name != "any" && char.IsAsciiLetter(name[0])
            && name.Count(letter => letter == '-') <= 2 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        return usable ? new CapSubject("spending", name, "spending on " + name, known) : null;
    }

    [GeneratedRegex(@"^(?:model (?:money|costs|spending) (?:of|for|by) )?(?:the )?(?<agent>[a-z]+) agent(?:'s)?(?: (?:model|models|money|costs|spending|model (?:money|costs|spending)))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Agent();

    [GeneratedRegex(@"^(?:(?:the|my|our|all|total|any|die|meine|unsere)\s)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?:spending (?:on|for)|spend on|what (?:i|we|you) spend on|money (?:for|on)|(?:costs|expenses) (?:of|for|on)|ausgaben für)\s(?:the\s)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s(?:spending|spend|costs?|expenses|money|budget|bills?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Money();
}
