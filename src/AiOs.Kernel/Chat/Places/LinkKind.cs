namespace AiOs.Kernel.Chat.Places;

/// <summary>What a message of ours is.</summary>
internal enum LinkKind
{
    /// <summary>The card of a work item.</summary>
    Card,

    /// <summary>The question what should be different about a card.</summary>
    Change,

    /// <summary>Anything else that was said about a work item.</summary>
    About,
}
