using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Research.Answers;

/// <summary>What a question is about.</summary>
/// <param name="Parties">The clients and vendors that it names.</param>
/// <param name="Words">The words that an answer should hold, without small words and the parties' names.</param>
internal sealed record AskedWords(IReadOnlyList<RecordSnapshot> Parties, IReadOnlyList<string> Words)
{
    private const int Shortest = 3;
    private const int MostEnding = 2;

    private static readonly WordTable<bool> Small = WordTable<bool>.Of(
        (true, "does did doing what when where which who whom whose why how did does have has had was were are the and for with about from our you your they their them there this that then than into any all know known tell said say says agree agreed agreement "
            + "much many long last ever still already until been will would could should can may not but its his her him she one some please give show list find remember client clients vendor "
            + "was wann welche welcher welches wer wen wem wie warum wieso haben hat hatte wir uns unser unsere über von mit für und oder der die das den dem des ein eine einen einem ist sind war waren wissen weiß weißt du ihr ihm sie "
            + "viel viele lange schon noch nicht aber bei zum zur auf aus nach vor seit bis sagen gesagt vereinbart ausgemacht abgemacht kunde kunden"));

    public static AskedWords Of(AgentBrief brief)
    {
        var text = brief.Message.Text;
        var parties = Named(brief, text);
        var names = parties.SelectMany(party => NamedParty.WordsOf($"{NamedParty.NameOf(party)} {party.Id.Key} {KnownFacts.Value(party, "aliases")} {party.Id.Type}")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = NamedParty.WordsOf(text).Where(word => word.Length >= Shortest && !Small.Contains(word) && !names.Contains(word)).ToList();
        return new AskedWords(parties, words);
    }

    /// <summary>How many of the words stand in a text.</summary>
    public int CountIn(string text)
    {
        var spoken = NamedParty.WordsOf(text);
        return Words.Count(word => IsIn(word, spoken));
    }

    /// <summary>The words that stand in none of some texts.</summary>
    public IReadOnlyList<string> NotIn(IEnumerable<string> texts)
    {
        var spoken = texts.SelectMany(NamedParty.WordsOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Words.Where(word => !IsIn(word, spoken))];
    }

    /// <summary>The same word, or one with another ending: pay and pays, prices and price, Rechnung and Rechnungen.</summary>
    private static bool IsIn(string word, HashSet<string> spoken) => spoken.Contains(word) || spoken.Any(other => IsLike(word, other) || IsLike(other, word));

    private static bool IsLike(string shorter, string longer) =>
        longer.Length - shorter.Length is > 0 and <= MostEnding && longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase);

    private static List<RecordSnapshot> Named(AgentBrief brief, string text)
    {
        var clients = NamedParty.ClientsIn(brief with { Message = brief.Message with { Sender = null } }, text);
        var vendors = KnownFacts.Of(brief, "vendor").Where(vendor => NamedParty.Holds(text, NamedParty.NameOf(vendor).Split(' ')[0]) || NamedParty.Holds(text, vendor.Id.ToString()));
        return [.. clients, .. vendors];
    }
}
