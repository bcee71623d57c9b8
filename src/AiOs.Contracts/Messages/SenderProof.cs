using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Messages;

/// <summary>
/// What the operator's own mail server says of who sent a mail: the one that reached us, never one that it quotes or carries.
/// A proof tells where a mail comes from. It makes nobody's words the operator's.
/// </summary>
[JsonConverter(typeof(KebabEnumConverter<SenderProof>))]
public enum SenderProof
{
    /// <summary>The server said nothing that could be believed.</summary>
    Unchecked,

    /// <summary>The domain of the sender's address vouches for the mail (RFC 7489 DMARC, or an aligned RFC 6376 signature).</summary>
    Proved,

    /// <summary>The server looked, and nothing vouches for the mail nor against it.</summary>
    Unproved,

    /// <summary>The domain of the sender's address says that the mail is not its own (<c>dmarc=fail</c>).</summary>
    Failed,
}
