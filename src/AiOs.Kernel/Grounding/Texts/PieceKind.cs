namespace AiOs.Kernel.Grounding.Texts;

/// <summary>What a piece of text is made of.</summary>
internal enum PieceKind
{
    /// <summary>The digits 0 to 9.</summary>
    Digits,

    /// <summary>Letters, and whatever clings to them without being seen: marks, invisible characters, digits of other scripts.</summary>
    Letters,

    /// <summary>One other character.</summary>
    Sign,
}
