using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Preferences;
using AiOs.Agents.Intake;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;

namespace AiOs.Agents.Editor.Posts;

/// <summary>What the operator wants to be written.</summary>
/// <param name="Form">What it is: <c>post</c>, <c>newsletter</c> or <c>article</c>.</param>
/// <param name="Topic">What it is about; may be empty.</param>
/// <param name="Channel">Where it is to appear, where they said so.</param>
/// <param name="Words">How long at most, in words, where they or a Record said so.</param>
/// <param name="LengthReason">Who said how long.</param>
internal sealed partial record PostRequest(string Form, string Topic, string? Channel, int? Words, string? LengthReason)
{
    private const int MaxTopic = 100;
    private const int Short = 60;

    private static readonly string[] Channels = ["linkedin", "blog", "newsletter", "instagram", "mastodon", "facebook", "website"];

    private static readonly PhraseSet About = new("about", "on", "über", "zu", "zum", "zur");

    private static readonly PhraseSet Shorter = new("short", "shorter", "brief", "kurz", "kürzer", "kurzen", "kurzer");

    public static PostRequest Of(DraftDesk desk)
    {
        var text = desk.Message.Text.Trim();
        var spoken = NamedParty.WordsOf(text);
        var form = spoken.Contains("newsletter") ? "newsletter" : spoken.Contains("article") || spoken.Contains("artikel") ? "article" : "post";
        var channel = form == "newsletter" ? "newsletter" : Channels.FirstOrDefault(spoken.Contains);
        var (words, why) = LengthOf(desk, text);
        return new PostRequest(form, TopicIn(text), channel, words, why);
    }

    private static (int? Words, string? Why) LengthOf(DraftDesk desk, string text)
    {
        if (Count().Match(text) is { Success: true } said)
        {
            return (int.Parse(said.Groups["count"].Value, CultureInfo.InvariantCulture), "you said how long");
        }

        if (Shorter.IsIn(text) || desk.Answers.Any(answer => Shorter.IsIn(answer)))
        {
            return (Short, "you said that it is to be short");
        }

        var own = desk.Brief.Facts.FirstOrDefault(record => record.Id == KnownFacts.Own);
        var preferred = Preferred.In(desk.Brief).LastOrDefault(lesson => lesson.Wanted.Kind is PreferenceKind.Length && lesson.Wanted.Agent == AgentName.Editor);
        if (KnownFacts.OurValue(own, "post-length") is { } kept && Count().Match(kept) is { Success: true } known)
        {
            var count = known.Groups["count"].Value;
            var over = preferred is null || preferred.Wanted.Value == count ? string.Empty : $", which stands over the {preferred.Wanted.Value} words you prefer ({Preferred.NameOf(preferred)})";
            return (int.Parse(count, CultureInfo.InvariantCulture), $"{kept} at most ({KnownFacts.Cited(own!)}){over}");
        }

        return preferred is null ? (null, null) : (int.Parse(preferred.Wanted.Value, CultureInfo.InvariantCulture), $"{preferred.Wanted.Value} words at most as you prefer ({Preferred.NameOf(preferred)})");
    }

    private static string TopicIn(string text)
    {
        if (!About.TryFind(text, out var at, out var length))
        {
            return string.Empty;
        }

        var rest = text[(at + length)..].Split('\n', ',', ';')[0];
        return PlainText.Line(Where().Replace(rest, string.Empty), MaxTopic, addresses: false).Trim(' ', '.', ':', '!');
    }

    [GeneratedRegex(@"\b(?<count>[0-9]{2,4}) (?:words|wörter|worte)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@" (?:for|on|für|auf) (?:the |our |my |den |die |das |unser |unseren |meinen )?(?:linkedin|blog|newsletter|instagram|mastodon|facebook|website)\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Where();
}
