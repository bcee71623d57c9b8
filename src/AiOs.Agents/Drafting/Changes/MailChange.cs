using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Changes;

/// <summary>Applies a change to a drafted mail exactly, or says that it could not.</summary>
internal static class MailChange
{
    /// <summary>Applies a change.</summary>
    /// <param name="mail">The drafted mail.</param>
    /// <param name="change">The change.</param>
    /// <returns>The mail after it; nothing where it could not be applied as it was said.</returns>
    public static EmailSendArguments? Apply(EmailSendArguments mail, ChangeRequest change) => change switch
    {
        ChangeRequest.Say say => mail with { Text = Insert(mail.Text, say.Text) },
        ChangeRequest.SetSubject subject => mail with { Subject = PlainText.Line(subject.Text, 200) },
        ChangeRequest.SendTo to => mail with { To = [new Mailbox(null, to.Address)], Text = WithoutName(mail.Text, mail.To) },
        ChangeRequest.NewText text => mail with { Text = text.Text + "\n" },
        ChangeRequest.Replace replace when Holds(mail, replace.Old) => Swap(mail, replace.Old, replace.New),
        ChangeRequest.Remove remove when mail.Text.Contains(remove.Text, StringComparison.Ordinal) =>
            mail with { Text = Tidy(mail.Text.Replace(remove.Text, string.Empty, StringComparison.Ordinal)) },
        ChangeRequest.Shorter => Shorten(mail),
        _ => null,
    };

    private static bool Holds(EmailSendArguments mail, string words) =>
        mail.Text.Contains(words, StringComparison.Ordinal) || mail.Subject.Contains(words, StringComparison.Ordinal);

    private static EmailSendArguments Swap(EmailSendArguments mail, string old, string next) => mail with
    {
        Text = mail.Text.Replace(old, next, StringComparison.Ordinal),
        Subject = mail.Subject.Replace(old, next, StringComparison.Ordinal),
    };

    /// <summary>Puts a paragraph before the closing, or at the end where there is none.</summary>
    private static string Insert(string text, string paragraph)
    {
        var blocks = Blocks(text);
        blocks.Insert(IsClosing(blocks[^1]) ? blocks.Count - 1 : blocks.Count, paragraph);
        return string.Join("\n\n", blocks) + "\n";
    }

    /// <summary>Keeps greeting, first paragraph and closing.</summary>
    private static EmailSendArguments? Shorten(EmailSendArguments mail)
    {
        var blocks = Blocks(mail.Text);
        return blocks.Count > 3 ? mail with { Text = string.Join("\n\n", [blocks[0], blocks[1], blocks[^1]]) + "\n" } : null;
    }

    /// <summary>The greeting names whoever it was for; another recipient gets one without a name.</summary>
    private static string WithoutName(string text, IReadOnlyList<Mailbox> before)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (before.Count == 0 || end < 0)
        {
            return text;
        }

        foreach (var words in (ReadOnlySpan<Wording>)[Wording.English, Wording.German])
        {
            if (text.StartsWith(words.Greeting[..words.Greeting.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal))
            {
                return words.PlainGreeting + text[end..];
            }
        }

        return text;
    }

    private static bool IsClosing(string block) =>
        block.StartsWith(Wording.English.Closing, StringComparison.Ordinal)
            || block.StartsWith(Wording.German.Closing, StringComparison.Ordinal);

    private static List<string> Blocks(string text) => [.. text.TrimEnd().Split("\n\n")];

    private static string Tidy(string text) =>
        string.Join("\n\n", text.Split("\n\n").Select(block =>
            block.Trim().Replace("  ", " ", StringComparison.Ordinal)).Where(block => block.Length > 0)) + "\n";
}
