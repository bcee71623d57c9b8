using System.Text.RegularExpressions;

namespace AiOs.Agents.Policies;

/// <summary>How questions and refusals are wanted in words. Each form fits the whole request or not at all.</summary>
internal static partial class PartyPhrases
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 1000;

    private const string Whom = @"(?<whom>[^\s,;:<>()@*]+@[^\s,;:<>()@*]+\.[^\s,;:<>()@*]+|\*?@[^\s,;:<>()@*]+\.[^\s,;:<>()@*]+|(anyone|anybody|everyone|everybody|somebody|someone|people|addresses) (at|from|of) @?[^\s,;:<>()@*]+\.[^\s,;:<>()@*]+)";
    private const string Kind = @"(?<kind>[\p{L}][\p{L}\p{N} ._*-]{0,60})";
    private const string Writing = "(write|writing|mail|mailing|email|emailing|e-mail|e-mailing|send|sending|reply|replying|answer|answering|respond|responding|contact|contacting|talk|talking|pay|paying|invoice|invoicing)";
    private const string Things = @"( (anything|something|a mail|mail|mails|an email|email|emails|messages|a message|money))?";
    private const string Twice = @"(?<twice> twice| two times| a second time)?";
    private const string Again = "( again| any ?more| ever again)?";

    /// <summary>Somebody who is always to be asked about.</summary>
    public static Match? AskAbout(string request) => First(request, Asking(), NotWithout(), Typing(), FragMich());

    /// <summary>A kind of thing that is always to be asked for.</summary>
    public static Match? AskFor(string request) => First(request, AskingFor(), NeverWithout(), TypingFor());

    /// <summary>Somebody nothing is ever to go to.</summary>
    public static Match? Never(string request) => First(request, NeverTo(), NotAgain(), Block(), Nie());

    /// <summary>Perhaps for ever, perhaps only now.</summary>
    public static Match? NotNow(string request) => First(request, DoNot());

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

    [GeneratedRegex(@"^((?<always>always) )?(ask|check with|consult)(?<me> me)?" + Twice + "( first)? (before|about|for|when|if)( you)?( " + Writing + ")?" + Things + "( to)? " + Whom + "$", Options, Patience)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?<always>never) " + Writing + Things + "( to)? " + Whom + " without asking( me)?" + Twice + "( first)?$", Options, Patience)]
    private static partial Regex NotWithout();

    [GeneratedRegex(@"^(?<typed>(?<always>make|let|have) me type)( the (amount|name)| it| something| yes)?( before| for)( you)?( " + Writing + ")?" + Things + "( to)? " + Whom + "$", Options, Patience)]
    private static partial Regex Typing();

    [GeneratedRegex(@"^(?<always>frag|frage) mich (immer|stets),? bevor du an " + Whom + " schreibst$", Options, Patience)]
    private static partial Regex FragMich();

    [GeneratedRegex(@"^((?<always>always) )?ask(?<me> me)?" + Twice + "( first)? (before|for|about|on|when)( you)?( (make|making|do|doing|send|sending|any|all|every|each|a|an|the))*( " + Kind + ")$", Options, Patience)]
    private static partial Regex AskingFor();

    [GeneratedRegex(@"^(?<always>never) " + Kind + " without asking( me)?" + Twice + "( first)?$", Options, Patience)]
    private static partial Regex NeverWithout();

    [GeneratedRegex(@"^(?<typed>(?<always>make|let|have) me type)( the (amount|name)| it| something| yes)? (before|for)( any| all| every| each| a| an)? " + Kind + "$", Options, Patience)]
    private static partial Regex TypingFor();

    [GeneratedRegex(@"^(never|(don't|do not|dont) ever|under no circumstances) " + Writing + Things + "( to)? " + Whom + Again + "$", Options, Patience)]
    private static partial Regex NeverTo();

    [GeneratedRegex(@"^(don't|do not|dont|stop) " + Writing + Things + "( to)? " + Whom + "( again| any ?more| ever| ever again)$", Options, Patience)]
    private static partial Regex NotAgain();

    [GeneratedRegex(@"^(block|refuse|reject)( always)?( (all|any|every))?( (mail|mails|email|emails|messages|everything|anything))?( (to|for))? " + Whom + "$", Options, Patience)]
    private static partial Regex Block();

    [GeneratedRegex(@"^schreib(e)? (nie|niemals)( mehr| wieder)? an " + Whom + "$", Options, Patience)]
    private static partial Regex Nie();

    [GeneratedRegex(@"^(don't|do not|dont|stop) " + Writing + Things + "( to)? " + Whom + "$", Options, Patience)]
    private static partial Regex DoNot();
}
