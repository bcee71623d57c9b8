using System.Text.RegularExpressions;

namespace AiOs.Agents.Policies;

/// <summary>How a cap is set or lifted in words. Each form fits the whole request or not at all.</summary>
internal static partial class CapPhrases
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 1000;

    private const string Subject = @"(?<subject>\p{L}[\p{L}\p{N} &'-]{0,60}?)";
    private const string Amount = @"(?<amount>[€$£]?\s?\d[\d.,']*(\s?k\b)?(\s?(€|\$|£|\p{L}{3}\b|euros?|dollars?|pounds?|francs?|franken))?)";
    private const string Time = @"(?<period>(a|an|per|each|every|any|/|im|pro|am|in der|in a|in one)\s?(day|month|week|year|quarter|hour|tag|monat|woche|jahr|mo)|daily|monthly|weekly|yearly|täglich|monatlich)";
    private const string MaybeTime = @"(\s?" + Time + ")?";
    private const string Adjective = @"((?<period>daily|monthly|weekly|yearly) )?";
    private const string Cap = "(cap|limit|budget|ceiling|maximum)";
    private const string The = @"((the|a|an|my|our) )?";
    private const string Setting = "(set|change|raise|lower|increase|reduce|decrease|put|make|bring|cut)( up| down)?";
    private const string Lifting = "(remove|lift|drop|delete|cancel|take away|take off|get rid of|end|abolish)";
    private const string Anymore = @"( any ?more| any longer| mehr)?";
    private const string AtMost = "(at most|no more than|not more than|up to|max|maximum|a maximum of|höchstens|maximal)";

    /// <summary>Finds what was said of a cap.</summary>
    public static Match? Set(string request) => First(request, Verb(), NotMore(), Most(), SetNamed(), SetFor(), SetOf(), Rule(), German());

    /// <summary>A cap that is told rather than asked for.</summary>
    public static Match? Told(string request) => First(request, Statement());

    /// <summary>A cap without its amount.</summary>
    public static Match? Bare(string request) => First(request, NoAmount());

    /// <summary>A cap to be lifted.</summary>
    public static Match? Lift(string request) => First(request, NoCap(), NoNamedCap(), LiftFor(), LiftNamed(), Uncap(), NeedsNone());

    /// <summary>The amount and the time in an answer such as <c>200 a month</c>.</summary>
    public static Match? Answer(string words) => First(words, Alone());

    private static Match? First(string request, params ReadOnlySpan<Regex> forms)
    {
        foreach (var form in forms)
        {
            if (form.Match(request) is { Success: true } match)
            {
                return match;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(cap|limit|restrict|begrenze) " + Subject + MaybeTime + @"( (at|to|by|auf|with))?( (most|max|maximum))? " + Amount + MaybeTime + "( at most| max)?$", Options, Patience)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^((i|we) )?(do not|don't|dont|never|must not|should not|cannot|can't) (want to |ever )?spend (anything )?(more than|over|above) " + Amount + MaybeTime + "( (on|for) " + Subject + ")?" + MaybeTime + "$", Options, Patience)]
    private static partial Regex NotMore();

    [GeneratedRegex(@"^((spend " + AtMost + " " + Amount + MaybeTime + "( (on|for) " + Subject + ")?" + MaybeTime + ")|(" + AtMost + " " + Amount + MaybeTime + " (on|for|für) " + Subject + MaybeTime + "))$", Options, Patience)]
    private static partial Regex Most();

    [GeneratedRegex(@"^" + Setting + " " + The + Adjective + Subject + " " + Cap + " (to|at|of|on) " + Amount + MaybeTime + "$", Options, Patience)]
    private static partial Regex SetNamed();

    [GeneratedRegex(@"^" + Setting + " " + The + Adjective + Cap + " (for|on|of) " + Subject + " (to|at|of) " + Amount + MaybeTime + "$", Options, Patience)]
    private static partial Regex SetFor();

    [GeneratedRegex(@"^" + Setting + " " + The + Adjective + Cap + " of " + Amount + MaybeTime + " (for|on|to) " + Subject + MaybeTime + "$", Options, Patience)]
    private static partial Regex SetOf();

    [GeneratedRegex(@"^(" + Subject + "[:,]? " + AtMost + " " + Amount + MaybeTime + "|" + The + Adjective + Subject + " (cap|limit|budget)[:=]? " + Amount + MaybeTime + "|" + Adjective + "(cap|limit|budget) (for|on) " + Subject + "[:=] ?" + Amount + MaybeTime + ")$", Options, Patience)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(gib |gebt )?(höchstens|maximal|nicht mehr als|nie mehr als) " + Amount + MaybeTime + "( für " + Subject + ")?( aus| ausgeben)$", Options, Patience)]
    private static partial Regex German();

    [GeneratedRegex(@"^" + The + Adjective + Subject + " (cap|limit|budget) (is|are|should be|shall be|will be|must be)( now)? " + Amount + MaybeTime + "$", Options, Patience)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(cap|limit) " + Adjective + Subject + MaybeTime + "$", Options, Patience)]
    private static partial Regex NoAmount();

    [GeneratedRegex(@"^(no|kein|keine)( more)? " + Adjective + "(cap|caps|limit|limits|ceiling)" + Anymore + " (on|for|of|für) " + Subject + Anymore + "$", Options, Patience)]
    private static partial Regex NoCap();

    [GeneratedRegex(@"^no( more)? " + Adjective + Subject + " (cap|limit)" + Anymore + "$", Options, Patience)]
    private static partial Regex NoNamedCap();

    [GeneratedRegex(@"^" + Lifting + " " + The + Adjective + "(cap|limit|ceiling) (on|for|of|from) " + Subject + Anymore + "$", Options, Patience)]
    private static partial Regex LiftFor();

    [GeneratedRegex(@"^" + Lifting + " " + The + Adjective + Subject + " (cap|limit)" + Anymore + "$", Options, Patience)]
    private static partial Regex LiftNamed();

    [GeneratedRegex(@"^(uncap|stop capping|stop limiting|don't cap|do not cap|don't limit|do not limit) " + Adjective + Subject + Anymore + "$", Options, Patience)]
    private static partial Regex Uncap();

    [GeneratedRegex(@"^" + Subject + " (need|needs|have|has|get|gets) no (cap|limit)" + Anymore + "$", Options, Patience)]
    private static partial Regex NeedsNone();

    [GeneratedRegex(@"^(at most |up to |at |to |make it |make that |only |by |per )?(" + Amount + MaybeTime + "|" + Time + "|(?<period>day|month))$", Options, Patience)]
    private static partial Regex Alone();
}
