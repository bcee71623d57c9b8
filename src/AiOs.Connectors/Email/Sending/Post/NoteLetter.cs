using System.Text;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;

namespace AiOs.Connectors.Email.Sending.Post;

/// <summary>A note as the text of a mail. Pictures are told in words; whoever sends it puts them beside the text.</summary>
internal static class NoteLetter
{
    private const string Foot = "Decide in your chat or on the page. An answer to this mail decides nothing.";

    public static string TextOf(ChatNote note)
    {
        var text = new StringBuilder(1024);
        foreach (var block in note.Blocks)
        {
            Write(text, block);
            text.Append('\n');
        }

        return text.Append("-- \n").Append(Foot).Append('\n').ToString();
    }

    /// <summary>A subject has one line.</summary>
    public static string SubjectOf(ChatNote note) => string.Join(' ', note.Title.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static void Write(StringBuilder text, CardBlock block)
    {
        switch (block)
        {
            case CardBlock.Text one:
                text.Append(one.Value).Append('\n');
                break;
            case CardBlock.Hint one:
                text.Append(one.Value).Append('\n');
                break;
            case CardBlock.Warning one:
                text.Append("Note: ").Append(one.Value).Append('\n');
                break;
            case CardBlock.Facts facts:
                foreach (var row in facts.Rows) text.Append(row.Name).Append(": ").Append(row.Value).Append('\n');
                break;
            case CardBlock.Quote quote:
                text.Append(quote.Source).Append(":\n");
                foreach (var line in quote.Value.Split('\n')) text.Append("> ").Append(line).Append('\n');
                break;
            case CardBlock.Diff diff:
                text.Append("Before:\n").Append(diff.Before).Append("\nAfter:\n").Append(diff.After).Append('\n');
                break;
            case CardBlock.Image image:
                text.Append(image.Words).Append('\n');
                break;
            default:
                throw new InvalidOperationException($"A mail cannot show {block.GetType().Name}.");
        }
    }
}
