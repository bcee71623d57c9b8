using System.Text.RegularExpressions;
using AiOs.Agents.Intake.Extraction.Amounts;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Policies;

/// <summary>Reads caps that are set or lifted.</summary>
internal static class CapReader
{
    private const string Day = "day";
    private const string Month = "month";

    /// <summary>Reads a request.</summary>
    /// <param name="request">The bare words.</param>
    /// <param name="currency">The workspace's currency, which caps are counted in.</param>
    /// <param name="policy">What is known of the policy in force.</param>
    /// <returns>The change or the question; nothing where it is about no cap.</returns>
    public static PolicyRequest? Read(string request, string currency, PolicyFacts policy)
    {
        if (CapPhrases.Lift(request) is { } lift)
        {
            return SubjectOf(lift) is { } lifted ? Lifted(lifted, PeriodOf(lift), policy) : null;
        }

        if (CapPhrases.Set(request) is { } set && SubjectOf(set) is { } subject)
        {
            return Wanted(subject, set, currency, IsMoney(set, subject, request));
        }

        if (CapPhrases.Told(request) is { } told && SubjectOf(told) is { } named)
        {
            return Complete(new CapWish(named, AmountOf(told, currency), PeriodOf(told)), currency, "Do you want it as a cap");
        }

        return CapPhrases.Bare(request) is { } bare && SubjectOf(bare) is { Known: true } known
            ? Complete(new CapWish(known, null, PeriodOf(bare)), currency)
            : null;
    }

    /// <summary>Adds to a cap what an answer says of it.</summary>
    public static PolicyRequest? Add(CapWish cap, string words, string currency) =>
        CapPhrases.Answer(words) is { } answer
            ? Complete(cap with { Most = answer.Groups["amount"].Success ? AmountOf(answer, currency) : cap.Most, Period = PeriodOf(answer) ?? cap.Period }, currency)
            : null;

    /// <summary>The change that sets a cap, or the question for what it lacks.</summary>
    public static PolicyRequest Complete(CapWish cap, string currency, string? sure = null)
    {
        var label = cap.Subject.Label;
        if (cap.Most is not { } most)
        {
            return new PolicyRequest.Unclear($"At how much {currency} a {(cap.Period is Day ? Day : Month)} shall I cap {label}?", Cap: cap with { Period = cap.Period is Day ? Day : Month });
        }

        if (cap.Period is not (Day or Month))
        {
            return new PolicyRequest.Unclear(
                cap.Period is null
                    ? $"Shall I cap {label} at {most} a day or a month?"
                    : $"I hold caps by the day and by the month, not by the {cap.Period}. At how much a month shall I cap {label}?",
                Cap: cap.Period is null ? cap : cap with { Most = null, Period = Month });
        }

        var change = new PolicyRequest.Change(
            new PolicyChangeArguments { ExpectedVersion = 0, Change = "set-cap", Scope = cap.Subject.Scope, Name = cap.Subject.Name, Period = cap.Period, Minor = most.Minor, Currency = most.Currency },
            $"Cap {label} at {most} a {cap.Period}.");
        return sure is null ? change : new PolicyRequest.Unclear($"{sure}: {label} at {most} a {cap.Period}?", change, cap);
    }

    private static PolicyRequest? Wanted(CapSubject subject, Match match, string currency, bool money)
    {
        var cap = new CapWish(subject, AmountOf(match, currency), PeriodOf(match));
        if (money)
        {
            return Complete(cap, currency);
        }

        // Calls and pages can be limited too: where nothing says money, only a complete cap is worth a question.
        return cap is { Most: not null, Period: Day or Month } ? Complete(cap, currency, "Do you mean money, as a cap") : null;
    }

    private static bool IsMoney(Match match, CapSubject subject, string request)
    {
        var amount = match.Groups["amount"].Value;
        return subject.Known || amount.Any(letter => letter is '€' or '$' or '£' || char.IsLetter(letter))
            || request.Contains("spend", StringComparison.OrdinalIgnoreCase) || request.Contains("budget", StringComparison.OrdinalIgnoreCase);
    }

    private static PolicyRequest Lifted(CapSubject subject, string? said, PolicyFacts policy)
    {
        var there = policy.PeriodsOf(subject);
        if (said is null && there.Count > 1)
        {
            return new PolicyRequest.Unclear($"There is a cap on {subject.Label} by the day and one by the month. Which one shall I lift: say “remove the daily cap on {subject.Name ?? "spending"}” or “remove the monthly cap on {subject.Name ?? "spending"}”?");
        }

        var period = said is Day or Month ? said : there.Count == 1 ? there[0] : Month;
        var change = new PolicyRequest.Change(
            new PolicyChangeArguments { ExpectedVersion = 0, Change = "remove-cap", Scope = subject.Scope, Name = subject.Name, Period = period },
            $"Lift the cap on {subject.Label} a {period}.");
        return subject.Known || there.Count > 0 ? change : new PolicyRequest.Unclear($"Do you mean the cap on {subject.Label} a {period}: shall I lift it?", change);
    }

    private static CapSubject? SubjectOf(Match match)
    {
        var words = match.Groups["subject"].Value;
        foreach (var time in new[] { "daily ", "monthly " })
        {
            words = words.StartsWith(time, StringComparison.OrdinalIgnoreCase) ? words[time.Length..] : words;
        }

        return CapSubject.Read(words);
    }

    private static string? PeriodOf(Match match)
    {
        var said = match.Groups["period"] is { Success: true } group ? group.Value : match.Groups["subject"].Value;
        var exact = match.Groups["period"].Success;
        return Has("day", "daily", "tag", "täglich") ? Day
            : Has("month", "monthly", "monat", "monatlich", "mo") ? Month
            : !exact ? null
            : Has("week", "weekly", "woche") ? "week" : Has("hour") ? "hour" : Has("quarter") ? "quarter" : "year";

        bool Has(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (exact ? said.EndsWith(word, StringComparison.OrdinalIgnoreCase) : said.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The amount in the workspace's currency; nothing where it is in another one or in none that there is.</summary>
    private static Money? AmountOf(Match match, string currency)
    {
        var tokens = Tokenizer.Cut(match.Groups["amount"].Value);
        var at = 0;
        var said = CurrencyWords.TryRead(tokens, 0, currency, out var before, out var next) ? before : null;
        at = said is null ? at : next;
        if (!NumberReader.TryRead(tokens, at, out var value, out next))
        {
            return null;
        }

        if (next < tokens.Count)
        {
            said = CurrencyWords.TryRead(tokens, next, currency, out var after, out _) ? after
                : string.Equals(tokens.Span(next).ToString(), currency, StringComparison.OrdinalIgnoreCase) ? currency : string.Empty;
        }

        var minor = value * Money.Decimals(currency) switch { 0 => 1, 3 => 1000, _ => 100 };
        return (said ?? currency) == currency && minor == decimal.Truncate(minor) && minor < long.MaxValue ? new Money((long)minor, currency) : null;
    }
}
