namespace AiOs.Agents.Intake.Extraction.Tokens;

/// <summary>A piece of text: letters, digits, one sign, an address, or the end of a line.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Spaced">Whether white space stands before it.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, bool Spaced)
{
    public int End => Start + Length;
}
