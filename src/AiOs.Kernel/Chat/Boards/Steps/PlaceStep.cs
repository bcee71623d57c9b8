namespace AiOs.Kernel.Chat.Boards.Steps;

/// <summary>What is to be done in one place.</summary>
internal enum PlaceStep
{
    /// <summary>It stands as it should.</summary>
    Nothing,

    /// <summary>A new message.</summary>
    Send,

    /// <summary>A new message, and the old one says so first.</summary>
    Renew,

    /// <summary>The message says something else now.</summary>
    Rewrite,

    /// <summary>It was about to be sent when a host died, and nothing more is done about it.</summary>
    LeaveInDoubt,

    /// <summary>The chat is not the operator's any more.</summary>
    Retire,
}
