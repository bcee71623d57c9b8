namespace AiOs.Contracts.Cards.Plain;

/// <summary>What a piece of text is to the eye.</summary>
public enum SafeKind
{
    /// <summary>It is what it looks like. It still has to be escaped for where it is shown.</summary>
    Plain,

    /// <summary>It cannot be seen; the piece holds a name to show instead.</summary>
    Hidden,

    /// <summary>A word of Latin letters and others that look like them: letters, digits, dots and at-signs.</summary>
    Mixed,

    /// <summary>Half of a surrogate pair, which no encoding can carry; the piece holds a name to show instead.</summary>
    Broken,
}
