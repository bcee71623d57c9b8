namespace AiOs.Agents.Intake.Extraction.Tokens;

internal enum TokenKind
{
    Word,
    Number,
    Sign,
    Email,
    Url,
    Line,
}
