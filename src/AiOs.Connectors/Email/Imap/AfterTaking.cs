namespace AiOs.Connectors.Email.Imap;

/// <summary>What becomes of a mail on its server once it is durable here.</summary>
public enum AfterTaking
{
    /// <summary>It stays and is marked as read.</summary>
    MarkRead,

    /// <summary>It goes to another folder.</summary>
    Move,
}
