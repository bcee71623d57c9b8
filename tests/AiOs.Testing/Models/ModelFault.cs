namespace AiOs.Testing.Models;

/// <summary>How one answer of a model server goes wrong.</summary>
public enum ModelFault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>429: too many requests.</summary>
    TooMany,

    /// <summary>500.</summary>
    Broken,

    /// <summary>401: the key is wrong.</summary>
    Unauthorised,

    /// <summary>400: it does not take a text.</summary>
    Refused,

    /// <summary>No answer until the server is closed.</summary>
    Hang,

    /// <summary>One vector less than texts.</summary>
    OneMissing,

    /// <summary>The last vector is shorter than the others.</summary>
    Uneven,

    /// <summary>200, but no JSON.</summary>
    NoJson,
}
