using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Preferences;

/// <summary>Says a preference in one plain clause. Pure.</summary>
internal static class PreferenceWords
{
    /// <summary>Such as <c>I close letters with “Best, Max”</c>.</summary>
    public static string Clause(Preference wanted) => wanted.Kind switch
    {
        PreferenceKind.Greeting => $"I begin {Letters(wanted)} with “{wanted.Value.Replace("{name}", "…", StringComparison.Ordinal).Replace("{first}", "…", StringComparison.Ordinal)}”",
        PreferenceKind.Closing => $"I close {Letters(wanted)} with “{Closing(wanted.Value)}”",
        PreferenceKind.Length => $"I keep {Letters(wanted)} to {wanted.Value} words at most",
        PreferenceKind.Phrase => $"I write “{wanted.Value}” instead of “{wanted.Instead}” in {Letters(wanted)}",
        PreferenceKind.PaymentDays => $"invoices are to be paid within {wanted.Value} days, where no Record says otherwise",
        PreferenceKind.ValidDays => $"offers hold for {wanted.Value} days, where no Record says otherwise",
        _ => $"I write {Letters(wanted)} {Tone(wanted)}",
    };

    /// <summary>What is said the moment it is learned.</summary>
    public static string Learned(Preference wanted, long number) => $"From now on {Clause(wanted)}. /unlearn p-{number} takes it back.";

    /// <summary>The sentence that an operator would type for it, for what was seen once; nothing where there is none.</summary>
    public static string? Typed(Preference wanted) => wanted.Kind switch
    {
        PreferenceKind.Greeting => $"always greet with “{Opening(wanted.Value)}”",
        PreferenceKind.Closing => $"always close with “{Closing(wanted.Value)}”",
        _ => null,
    };

    private static string Opening(string greeting) =>
        greeting.Replace("{name}", string.Empty, StringComparison.Ordinal).Replace("{first}", string.Empty, StringComparison.Ordinal).Trim(' ', ',', '!');

    private static string Closing(string closing) => closing.Replace("\n{name}", string.Empty, StringComparison.Ordinal).Replace('\n', ' ');

    private static string Tone(Preference wanted) => (wanted.Value, wanted.Language) switch
    {
        ("informal", "de") => "with “du”",
        ("formal", "de") => "with “Sie”",
        ("informal", _) => "informally: with “du” in German, and with contractions in English",
        ("formal", _) => "formally: with “Sie” in German, and without contractions in English",
        ("contractions", _) => "with contractions, such as “I'm”",
        ("no-contractions", _) => "without contractions",
        _ => "without exclamation marks",
    };

    private static string Letters(Preference wanted)
    {
        var what = wanted.Agent is not { } agent ? "letters"
            : agent == AgentName.Sales ? "offers"
            : agent == AgentName.Billing ? "invoices and reminders"
            : agent == AgentName.Editor ? "posts"
            : "letters";
        return wanted.Language switch { "de" => "German " + what, "en" => "English " + what, _ => what };
    }
}
