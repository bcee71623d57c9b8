using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Drafting.Facts;

/// <summary>Which client a message is about.</summary>
internal static class NamedParty
{
    private const int Shortest = 3;

    /// <summary>The clients that come into question: the one whose id is named, else those whose names are, else the only one about the sender.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="words">The words that may name one.</param>
    /// <returns>The clients; empty where none is known.</returns>
    public static IReadOnlyList<RecordSnapshot> ClientsIn(AgentBrief brief, string words)
    {
        var clients = KnownFacts.Of(brief, "client").ToList();
        var byId = clients.Where(client => Holds(words, client.Id.ToString())).ToList();
        if (byId.Count > 0)
        {
            return byId;
        }

        var spoken = WordsOf(words);
        var named = clients.Select(client => (Client: client, Count: Names(client).Max(name => WordsOf(name).Count(word => word.Length >= Shortest && spoken.Contains(word))))).Where(hit => hit.Count > 0).ToList();
        return named.Count > 0 ? [.. named.Where(hit => hit.Count == named.Max(other => other.Count)).Select(hit => hit.Client)]
            : SenderIn(brief) is { } writer ? [writer] : [];
    }

    /// <summary>The client whose address the message has; nothing where none or more than one has it.</summary>
    public static RecordSnapshot? SenderIn(AgentBrief brief)
    {
        var found = KnownFacts.Of(brief, "client").Where(client => brief.Message.Sender is { } sender && client.Fields.Values.Any(field => field.Value.Contains(sender.Address, StringComparison.OrdinalIgnoreCase))).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>How a client is called.</summary>
    public static string NameOf(RecordSnapshot client) => KnownFacts.Value(client, "name") ?? client.Id.ToString();

    /// <summary>Whether a text holds a value that no letter or digit runs on from.</summary>
    public static bool Holds(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || (text[end] == '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of a text in small letters.</summary>
    public static HashSet<string> WordsOf(string text)
    {
        var tokens = Tokenizer.Cut(text);
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, TokenKind.Word))
            {
                words.Add(tokens.Span(i).ToString());
            }
        }

        return words;
    }

    private static IEnumerable<string> Names(RecordSnapshot client) =>
        ((string?[])[KnownFacts.Value(client, "name"), KnownFacts.Value(client, "company"), client.Id.Key, .. KnownFacts.Value(client, "aliases")?.Split('\n') ?? []]).OfType<string>();
}
