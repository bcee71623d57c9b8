using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Clocks;

/// <summary>The words around times of day.</summary>
internal static class ClockWords
{
    /// <summary>Gets the words that say a time of day on their own.</summary>
    public static WordTable<int> Fixed { get; } = WordTable<int>.Of((12, "noon midday"), (0, "midnight mitternacht"));

    /// <summary>Gets minutes that are said as a part of an hour.</summary>
    public static WordTable<int> Parts { get; } = WordTable<int>.Of((15, "quarter viertel"), (30, "half"));

    /// <summary>Gets what minutes are said before: 1 after the hour, -1 before it.</summary>
    public static WordTable<int> Links { get; } = WordTable<int>.Of((1, "past after nach"), (-1, "to till before vor"));

    /// <summary>Gets the words after which a bare number may be an hour.</summary>
    public static WordTable<bool> Leads { get; } = WordTable<bool>.Of(
        (true, "at by before after until till than um around about from between and to gegen"));

    /// <summary>Gets the words that an answer begins with; hour and minutes may stand after them.</summary>
    public static WordTable<bool> Openers { get; } = WordTable<bool>.Of(
        (true, "ok okay yes yeah yep no sorry is was be it maybe perhaps say then think actually please hmm uh um er ja nein"));

    /// <summary>Gets the words after which hour and minutes may stand apart.</summary>
    public static WordTable<bool> Owners { get; } = WordTable<bool>.Of((true, "for my our the your"));

    /// <summary>Gets the words that may follow a bare hour; any other makes it a number of something.</summary>
    private static readonly WordTable<bool> Followers = WordTable<bool>.Of(
        (true, "on in today tomorrow tonight yesterday this next for and or please then if with instead to until till as is sorry no yes yeah yep correct exactly sharp latest already under however only just onwards he she they i'm i'd we're that's there how what unless since before after by because but works work "
            + "suits would could can will thanks thank my the i we it you so when ok okay fine good possible available too also maybe perhaps though be does do did are was were that not"));

    /// <summary>What is told apart by its time: <c>the seven thirty booking</c>.</summary>
    private static readonly WordTable<bool> Booked = WordTable<bool>.Of(
        (true, "booking bookings reservation appointment slot meeting table session call class lunch dinner breakfast train flight one payment transfer check checkout checkin pickup termin"));

    /// <summary>Whether a time can end before the thing it is a time of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The first token of the time.</param>
    /// <param name="next">The token after it.</param>
    /// <returns>Whether it is told as the time of something.</returns>
    public static bool Names(TokenText text, int i, int next) =>
        (Owners.Contains(text.Span(i - 1)) || text.IsWord(i - 1, "a") || text.IsWord(i - 1, "that")) && text.Is(next, TokenKind.Word) && Booked.Contains(text.Span(next));

    /// <summary>Gets every word that a time can begin with.</summary>
    public static WordTable<bool> Starts { get; } = new(Fixed.Words.Concat(Parts.Words).Concat(SpokenNumbers.Words).Append("halb")
        .Concat(DateWords.Parts.Words).Concat(["in", "vor", "an", "a"])
        .Distinct(StringComparer.OrdinalIgnoreCase).Select(word => KeyValuePair.Create(word, true)));

    /// <summary>Whether a bare hour can end here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="next">The token after the hour.</param>
    /// <returns>Whether what follows leaves it an hour.</returns>
    public static bool MayEnd(TokenText text, int next) => text[next].Kind switch
    {
        TokenKind.Line => true,
        TokenKind.Sign => text.Source[text[next].Start] is '.' or ',' or '?' or '!' or ';' or ')' or '"' or '”' && !IsPartOfNumber(text, next),
        TokenKind.Word => !text.IsGlued(next) && (Followers.Contains(text.Span(next)) || DateWords.Weekdays.Contains(text.Span(next))),
        _ => false,
    };

    private static bool IsPartOfNumber(TokenText text, int next) =>
        text.IsGlued(next) && text.IsGlued(next + 1) && text.Is(next + 1, TokenKind.Number);
}
