using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake;

/// <summary>Tells German from everything else by its small words.</summary>
internal static class Languages
{
    private const int Seen = 400;

    private static readonly WordTable<bool> German = WordTable<bool>.Of(
        (true, "und der die das nicht ich wir sie ihnen ihre ihr für mit ist sind bitte ein eine einen von zu zum auf uns haben hätten wäre können guten tag hallo "
            + "freundlichen grüßen anbei wie am im dass auch noch werden wurde vielen dank sehr geehrte"));

    private static readonly WordTable<bool> English = WordTable<bool>.Of(
        (true, "and the of to is are you your we our for with please have has would could this that it on in be can not hello dear thanks thank i my"));

    public static bool IsGerman(string? subject, string text)
    {
        var (german, english) = (0, 0);
        foreach (var part in (ReadOnlySpan<string>)[subject ?? string.Empty, text.Length > 4_000 ? text[..4_000] : text])
        {
            var tokens = Tokenizer.Cut(part);
            for (var i = 0; i < Math.Min(tokens.Count, Seen); i++)
            {
                german += German.Contains(tokens.Span(i)) ? 1 : 0;
                english += English.Contains(tokens.Span(i)) ? 1 : 0;
            }
        }

        return german > english && german >= 2;
    }
}
