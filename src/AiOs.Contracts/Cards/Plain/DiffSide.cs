namespace AiOs.Contracts.Cards.Plain;

/// <summary>Where a line of a comparison stands.</summary>
public enum DiffSide
{
    /// <summary>In both texts.</summary>
    Same,

    /// <summary>In the text before only.</summary>
    Gone,

    /// <summary>In the text after only.</summary>
    New,
}
