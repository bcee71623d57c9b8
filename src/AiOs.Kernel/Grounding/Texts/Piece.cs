namespace AiOs.Kernel.Grounding.Texts;

/// <summary>A piece of text.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Gap">What stands before it: 0 nothing, 1 one blank, 2 more blanks, 3 a line end or the text's start.</param>
internal readonly record struct Piece(PieceKind Kind, int Start, int Length, int Gap)
{
    public int End => Start + Length;
}
