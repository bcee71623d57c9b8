namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>The sorts of features; each is brought to its own length before they are put side by side.</summary>
internal enum FeatureKind
{
    /// <summary>A word as it stands.</summary>
    Word,

    /// <summary>A word without its ending.</summary>
    Stem,

    /// <summary>Two stems in a row, or with one word between them.</summary>
    StemsInARow,

    /// <summary>Two to five letters inside a word.</summary>
    Letters,

    /// <summary>A group of like words.</summary>
    Group,

    /// <summary>Two stems somewhere near each other.</summary>
    StemsTogether,

    /// <summary>Two main groups somewhere near each other.</summary>
    GroupsTogether,

    /// <summary>Two main groups in a row.</summary>
    GroupsInARow,
}
