namespace AiOs.Channels.Teams.Activities;

/// <summary>What an activity says that happened.</summary>
internal enum ActivityKind
{
    /// <summary>Nothing that concerns us; answered with 200.</summary>
    Other,

    /// <summary>Something was said or sent.</summary>
    Message,

    /// <summary>Something said before was changed.</summary>
    Edited,

    /// <summary>A card's button: the answer is the body of the response.</summary>
    Tap,

    /// <summary>A card's button on a client that knows no better: it comes as a message, and has no answer.</summary>
    Submit,

    /// <summary>A thumb up or down under a message of ours; taken note of, so that the client's window closes.</summary>
    Feedback,

    /// <summary>The bot was put in or its membership changed: the place is remembered.</summary>
    Installed,

    /// <summary>The bot was taken out.</summary>
    Removed,

    /// <summary>A question of Teams that we have no answer to: 501.</summary>
    UnknownInvoke,
}
