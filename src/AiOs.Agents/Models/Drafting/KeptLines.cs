using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Models.Drafting;

/// <summary>
/// The lines of a draft that stay as they are, in their order: those with a figure, so that no price can change its place or its meaning; those in the
/// operator's own words; and whom a letter greets and who signs it.
/// </summary>
internal static class KeptLines
{
    private const int Shortest = 3;

    private static readonly char[] Ends = ['.', '!', '?', ' '];

    /// <summary>The first line that is not there any more; nothing where all are.</summary>
    public static string? MissingIn(AgentBrief brief, WritablePlace place, string written)
    {
        var said = brief.Message.Origin == ContentOrigin.Typed ? brief.OperatorWords.Prepend(brief.Message.Text).ToArray() : [.. brief.OperatorWords];
        var drafted = Lines(place.Words.Text);
        var isLetter = place.Effect.Kind == EffectKind.EmailSend;
        var lines = Lines(written);
        var from = 0;
        for (var i = 0; i < drafted.Length; i++)
        {
            if ((isLetter && (i == 0 || i == drafted.Length - 1)) || drafted[i].Any(char.IsDigit) || IsSaid(drafted[i], said))
            {
                var at = Array.IndexOf(lines, drafted[i], from);
                if (at < 0)
                {
                    return drafted[i];
                }

                from = at + 1;
            }
        }

        return null;
    }

    /// <summary>Whether a line, or what follows its colon, is what the operator said.</summary>
    private static bool IsSaid(string line, string[] said)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return IsIn(line, said) || (colon > 0 && IsIn(line[(colon + 2)..], said));
    }

    private static bool IsIn(string words, string[] said)
    {
        var bare = words.Trim(Ends);
        return bare.Length >= Shortest && said.Any(one => one.Contains(bare, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
