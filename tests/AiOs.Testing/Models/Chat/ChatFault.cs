namespace AiOs.Testing.Models.Chat;

/// <summary>How one answer of a chat model goes wrong.</summary>
public enum ChatFault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>429, to be asked again in a second.</summary>
    TooMany,

    /// <summary>429, to be asked again in an hour.</summary>
    TooManyForLong,

    /// <summary>500.</summary>
    Broken,

    /// <summary>401: the key is wrong.</summary>
    Unauthorised,

    /// <summary>No answer until the server is closed.</summary>
    Hang,

    /// <summary>It begins to answer and then says nothing more.</summary>
    Stall,

    /// <summary>The connection is cut in the middle of the answer.</summary>
    CutStream,

    /// <summary>Words instead of JSON.</summary>
    Malformed,

    /// <summary>JSON of another form.</summary>
    WrongSchema,

    /// <summary>An answer without an end.</summary>
    Oversized,

    /// <summary>An answer without a word in it.</summary>
    Empty,

    /// <summary>An answer that does not say what it cost.</summary>
    NoUsage,

    /// <summary>200, but a page of HTML.</summary>
    NoProtocol,
}
