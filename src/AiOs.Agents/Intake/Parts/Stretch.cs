namespace AiOs.Agents.Intake.Parts;

/// <summary>A stretch of a message's text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Marked">Whether its own first words say that it is another thing: a number, a bullet, <c>also</c>.</param>
internal readonly record struct Stretch(int Start, int Length, bool Marked)
{
    public int End => Start + Length;
}
