using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Preferences;

/// <summary>The operator's own words for one draft: where a draft repeats them, they stay as they are.</summary>
/// <param name="Texts">What they said and typed.</param>
internal sealed record SaidWords(IReadOnlyList<string> Texts)
{
    private const int Shortest = 3;

    private static readonly char[] Ends = ['.', '!', '?', ' ', ','];

    public static SaidWords Of(AgentBrief brief) => new(brief is { Authority: Authority.Operator, Message.Origin: ContentOrigin.Typed }
        ? [brief.Message.Text, .. brief.OperatorWords]
        : [.. brief.OperatorWords]);

    /// <summary>Whether a line is what they said.</summary>
    public bool Hold(string line)
    {
        var bare = line.Trim(Ends);
        return bare.Length >= Shortest && Texts.Any(text => text.Contains(bare, StringComparison.OrdinalIgnoreCase));
    }
}
