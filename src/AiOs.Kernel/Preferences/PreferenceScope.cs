using System.Text.RegularExpressions;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Preferences;

/// <summary>Where a preference counts, as the end of a sentence names it: <c>in offers</c>, <c>in German</c>. Pure.</summary>
/// <param name="Agent">Whose drafts it is for; nothing for everybody's.</param>
/// <param name="Language"><c>en</c> or <c>de</c>; nothing where none is named.</param>
internal sealed partial record PreferenceScope(AgentName? Agent, string? Language)
{
    /// <summary>The sentence without its end, and what that named.</summary>
    public static (string Words, PreferenceScope Scope) Cut(string sentence)
    {
        var scope = new PreferenceScope(null, null);
        while (End().Match(sentence) is { Success: true } end)
        {
            var what = end.Groups["what"].Value.ToLowerInvariant();
            scope = what switch
            {
                "german" or "deutsch" or "german letters" or "deutschen briefen" => scope with { Language = "de" },
                "english" or "englisch" or "english letters" or "englischen briefen" => scope with { Language = "en" },
                _ => scope with { Agent = AgentOf(what) ?? scope.Agent },
            };
            sentence = sentence[..end.Index].TrimEnd(' ', ',');
        }

        return (sentence, scope);
    }

    /// <summary>Who drafts what a word names; nothing where everybody does.</summary>
    public static AgentName? AgentOf(string what) => what.ToLowerInvariant() switch
    {
        "offers" or "proposals" or "quotes" or "angebote" or "angeboten" => AgentName.Sales,
        "invoices" or "reminders" or "rechnungen" or "mahnungen" => AgentName.Billing,
        "posts" or "newsletters" or "articles" or "texts" or "beiträge" or "beiträgen" or "texte" or "texten" or "newsletter" or "newslettern" => AgentName.Editor,
        _ => null,
    };

    [GeneratedRegex(@"[ ,]+(in|for|to|auf|bei|für|an) (my |our |the |all |meinen |unseren |allen |alle )?(?<what>german letters|english letters|german|english|deutschen briefen|englischen briefen|deutsch|englisch|offers|proposals|quotes|invoices|reminders|posts|newsletters|articles|replies|letters|mails|emails|answers|everybody|everyone|clients|people|angeboten|angebote|rechnungen|mahnungen|beiträgen|briefen|mails|antworten|newslettern|kunden|alle)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();
}
