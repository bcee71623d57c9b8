using System.Globalization;
using System.Text;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Chat.Boards.Faces;

/// <summary>A card in short: equal where it shows the same and its buttons carry the same. A new nonce is another card.</summary>
internal static class CardPrint
{
    public static string Of(Card card)
    {
        var text = new StringBuilder();
        Add(text, card.WorkItem.ToString());
        Add(text, card.Title);
        Add(text, card.Status);
        Add(text, card.Tone.ToString());
        foreach (var block in card.Blocks)
        {
            Add(text, block);
        }

        foreach (var action in card.Actions)
        {
            // A record writes all its members.
            Add(text, action.ToString());
        }

        return ChatNames.Short(text.ToString());
    }

    private static void Add(StringBuilder text, CardBlock block)
    {
        switch (block)
        {
            case CardBlock.Facts facts:
                Add(text, "Facts");
                foreach (var row in facts.Rows)
                {
                    Add(text, row.Name);
                    Add(text, row.Value);
                }

                break;
            case CardBlock.Image image:
                Add(text, image.Words);
                Add(text, Digest.Of(image.Png.Span).Hex);
                break;
            default:
                Add(text, block.ToString());
                break;
        }
    }

    /// <summary>With its length before it, or the end of one part could be the start of the next.</summary>
    private static void Add(StringBuilder text, string part) => text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
}
