using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Parts;

/// <summary>
/// Tells whether a letter asks for several things that call for different work, and which words ask for which. Careful: each of them must be sure,
/// ask for something itself, and be set apart by the writer; else the letter stays one.
/// </summary>
internal static class PartSplitter
{
    private const int Shortest = 25;
    private const int MostParts = 5;
    private const double Least = 0.7;

    /// <summary>What is worked on in the same way and so never split from each other.</summary>
    private enum Kind
    {
        None,
        Work,
        Money,
        Meeting,
        Contract,
        Content,
    }

    /// <summary>Splits a letter.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="whole">What it is about as a whole.</param>
    /// <param name="weigh">Says what a piece is about, and how likely that is.</param>
    /// <returns>Two parts or more in the order of the text, or none.</returns>
    public static IReadOnlyList<IntentPart> Split(string text, Category whole, Func<string, (Category Category, double Share)> weigh)
    {
        if (KindOf(whole) == Kind.None)
        {
            return [];
        }

        var pieces = PartCutter.Cut(text);
        if (pieces.Count < 2 || !pieces.Any(piece => piece.Marked))
        {
            return [];
        }

        var parts = new List<Part>();
        foreach (var piece in pieces.Select(piece => Read(text, piece, weigh)))
        {
            // Another request of which it is not sure what it asks for would get lost in a part that is about something else.
            if (piece.Kind == Kind.None && piece.Asks && (piece.Marked || parts.Count == 0))
            {
                return [];
            }

            Add(parts, piece);
        }

        return parts.Count is >= 2 and <= MostParts && parts.Select(part => part.Kind).Distinct().Count() >= 2
            ? [.. parts.Select(part => new IntentPart(part.Start, part.End - part.Start, part.Category, Confidence.Of(Math.Min(part.Share, 0.995))))]
            : [];
    }

    private static Part Read(string text, Stretch piece, Func<string, (Category Category, double Share)> weigh)
    {
        var words = text.AsSpan(piece.Start, piece.Length);
        var asks = piece.Length >= Shortest && !PartWords.Back.IsIn(words) && (words.Contains('?') || PartWords.Asks.IsIn(words));
        var (category, share) = asks ? weigh(words.ToString()) : (Category.Other, 0);
        var kind = share >= Least ? KindOf(category) : Kind.None;
        return new Part(piece.Start, piece.End, category, share, kind, asks, piece.Marked);
    }

    /// <summary>A piece of its own kind that the writer set apart begins a part; any other goes on with the one before it.</summary>
    private static void Add(List<Part> parts, Part piece)
    {
        if (parts.Count == 0)
        {
            if (piece.Kind != Kind.None)
            {
                parts.Add(piece);
            }

            return;
        }

        var last = parts[^1];
        if (piece.Kind != Kind.None && piece.Kind != last.Kind && piece.Marked)
        {
            parts.Add(piece);
        }
        else
        {
            parts[^1] = last with { End = piece.End, Share = piece.Kind == last.Kind ? Math.Max(last.Share, piece.Share) : last.Share };
        }
    }

    private static Kind KindOf(Category category) => category switch
    {
        Category.Inquiry or Category.ClientRequest or Category.Complaint => Kind.Work,
        Category.InvoiceReceived or Category.Payment => Kind.Money,
        Category.Meeting => Kind.Meeting,
        Category.Contract => Kind.Contract,
        Category.ContentIdea => Kind.Content,
        _ => Kind.None,
    };

    private sealed record Part(int Start, int End, Category Category, double Share, Kind Kind, bool Asks, bool Marked);
}
