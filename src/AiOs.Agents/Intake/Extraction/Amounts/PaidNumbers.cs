using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>Tells a number that is plainly money by the word before it: <c>we paid 400 for it</c>. What is counted after it makes it none.</summary>
internal static class PaidNumbers
{
    private const decimal Least = 20;
    private const int LookBack = 5;

    private static readonly WordTable<bool> Verbs = WordTable<bool>.Of(
        (true, "spend spent spending pay paid paying cost costs charge charged charging withdraw withdrew refund refunded owe owes owed earn earned invoiced billed transfer transferred transferring wire wired deposit deposited withdrawn"));

    private static readonly WordTable<bool> Paid = WordTable<bool>.Of(
        (true, "transfer payment refund deposit withdrawal charge fee bill overdraft loan transaction"));

    private static readonly WordTable<bool> Between = WordTable<bool>.Of(
        (true, "me us you him her them more less than about around only up to over at least most nearly almost another exactly just roughly approximately under below above"));

    private static readonly WordTable<bool> Followers = WordTable<bool>.Of(
        (true, "in on for at from to with by per each and or but instead this last today yesterday tomorrow because so if when back already more less then please too as i we you it was is twice once again"));

    /// <summary>Whether a number is money.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="next">The token after it.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether nothing else can be meant.</returns>
    public static bool Is(TokenText text, int i, int next, decimal value) =>
        value >= Least && (next == i + 1 || value % 1000 == 0) && value is < 1900 or > 2100 && ((IsPaid(text, i) && MayEnd(text, next)) || IsOf(text, i, next));

    /// <summary><c>an 800 transfer</c>.</summary>
    private static bool IsOf(TokenText text, int i, int next) =>
        text.Span(i - 1) is "a" or "an" or "the" or "my" or "that" or "another" or "this" && text.Is(next, TokenKind.Word) && !text.IsGlued(next) && Paid.Contains(text.Span(next));

    private static bool IsPaid(TokenText text, int i)
    {
        for (var back = 1; back <= LookBack && text.Is(i - back, TokenKind.Word); back++)
        {
            var said = text.IsWord(i - back, "of") && (text.IsWord(i - back - 1, "amount") || text.IsWord(i - back - 1, "sum") || text.IsWord(i - back - 1, "payment")
                || text.IsWord(i - back - 1, "transfer"));
            if (said || Verbs.Contains(text.Span(i - back)))
            {
                return true;
            }

            if (!Between.Contains(text.Span(i - back)))
            {
                return false;
            }
        }

        return false;
    }

    private static bool MayEnd(TokenText text, int next) => text[next].Kind switch
    {
        TokenKind.Line => true,
        TokenKind.Sign => text.Source[text[next].Start] is '.' or ',' or '?' or '!' or ';' && !(text.IsGlued(next + 1) && text.Is(next + 1, TokenKind.Number)),
        TokenKind.Word => !text.IsGlued(next) && Followers.Contains(text.Span(next)),
        _ => false,
    };
}
