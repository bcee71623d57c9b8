using AiOs.Agents.Drafting.Changes;
using AiOs.Contracts.Context;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Lessons;

/// <summary>
/// Applies one earlier change to another mail, exactly or not at all: a removed or replaced sentence where the very same stands in it, the length,
/// and a greeting or closing that was written differently. It never brings a figure, an address or a link into a mail that was about something else.
/// </summary>
internal static class LetterLesson
{
    private const int LongestGreeting = 80;
    private const int LongestClosing = 160;

    /// <summary>Applies it.</summary>
    /// <param name="mail">The new draft.</param>
    /// <param name="lesson">The earlier change.</param>
    /// <returns>The mail after it; nothing where it cannot be done exactly.</returns>
    public static EmailSendArguments? Apply(EmailSendArguments mail, Lesson.Edited lesson) => ChangeReader.Read(lesson.Words) switch
    {
        ChangeRequest.Remove remove => InText(mail, remove.Text, remove),
        ChangeRequest.Replace replace when IsHarmless(replace.New) => InText(mail, replace.Old, replace),
        ChangeRequest.Shorter shorter => MailChange.Apply(mail, shorter),
        ChangeRequest.NewText => Framed(mail, lesson),
        _ => null,
    };

    private static EmailSendArguments? InText(EmailSendArguments mail, string words, ChangeRequest change) =>
        mail.Text.Contains(words, StringComparison.Ordinal) ? MailChange.Apply(mail, change) : null;

    /// <summary>Of a text that was written anew only its first and last lines say how the operator writes; the rest was about that one matter.</summary>
    private static EmailSendArguments? Framed(EmailSendArguments mail, Lesson.Edited lesson)
    {
        var (before, after, now) = (Blocks(lesson.Before), Blocks(lesson.After), Blocks(mail.Text));
        if (before.Length < 2 || after.Length < 2 || now.Length < 2)
        {
            return null;
        }

        if (before[0] != after[0] && Greeting(before[0], after[0], now[0]) is { } greeting)
        {
            now[0] = greeting;
        }

        if (before[^1] != after[^1] && now[^1] == before[^1] && after[^1].Length <= LongestClosing && IsHarmless(after[^1]))
        {
            now[^1] = after[^1];
        }

        return mail with { Text = string.Join("\n\n", now) + "\n" };
    }

    /// <summary>The words around the name change, the name stays: “Hello Anna,” to “Hi Anna,” makes “Hi Ben,” of “Hello Ben,”.</summary>
    private static string? Greeting(string before, string after, string now)
    {
        if (after.Length > LongestGreeting || after.Contains('\n', StringComparison.Ordinal) || !IsHarmless(after))
        {
            return null;
        }

        if (now == before)
        {
            return after;
        }

        var head = Shared(before, now);
        var tail = SharedEnd(before[head..], now[head..]);
        var name = before[head..^tail];
        return name.Length > 0 && head > 0 && after.Contains(name, StringComparison.Ordinal) ? after.Replace(name, now[head..^tail], StringComparison.Ordinal) : null;
    }

    private static int Shared(string one, string two)
    {
        var at = 0;
        while (at < one.Length && at < two.Length && one[at] == two[at])
        {
            at++;
        }

        // Back to the blank before the name: “Hello Ann” and “Hello Anna” share more than the greeting.
        return one.LastIndexOf(' ', Math.Max(0, at - 1)) + 1;
    }

    private static int SharedEnd(string one, string two)
    {
        var count = 0;
        while (count < one.Length && count < two.Length && one[^(count + 1)] == two[^(count + 1)] && !char.IsLetterOrDigit(one[^(count + 1)]))
        {
            count++;
        }

        return count;
    }

    private static bool IsHarmless(string words) => !words.Any(char.IsDigit) && !words.Contains('@', StringComparison.Ordinal) && !words.Contains("://", StringComparison.Ordinal) && !words.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private static string[] Blocks(string text) => text.TrimEnd().Split("\n\n");
}
